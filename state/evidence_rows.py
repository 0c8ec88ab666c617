"""Which versions were read against which register, and what was found in them?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, select

from monitor.model.evidence import Evidence
from state.document_rows import Cited, version_ids
from state.json_columns import EVIDENCE, add_new, batches, identity, packed
from state.schema import documents, evidence, readings, versions
from state.stored_values import UNREADABLE, as_stored, object_of


class NotHeldError(LookupError):
    """Something was found in, or read of, a version that was never recorded."""


def add(connection: Connection, digest: str, read: Mapping[Cited, int], found: Sequence[Evidence]) -> int:
    """Record that versions were read and what was found; return how much of it was new.

    `read` are row ids of versions, by how the evidence cites them. Raises NotHeldError where evidence
    cites what is not held.
    """
    said = [(piece, (piece.document.source, piece.document.key, piece.document.version)) for piece in found]
    ids = {**version_ids(connection, {cites for _, cites in said if cites not in read}), **read}
    missing = next((cites for _, cites in said if cites not in ids), None)
    if missing:
        raise NotHeldError(f"{missing} is cited, but not held")
    read_rows = [{"digest": digest, "version_id": row_id} for row_id in sorted(set(read.values()))]
    rows = []
    for piece, cites in said:
        row = packed(EVIDENCE, piece)
        # A version may stand under another number than it was cited by: the row's id says which it is.
        row["document"]["version"] = 0
        rows.append({"digest": digest, "version_id": ids[cites], "identity": identity(row), "said": row})
    return add_new(connection, readings, read_rows) + add_new(connection, evidence, rows)


def ids_of(connection: Connection, read: Sequence[Cited]) -> dict[Cited, int]:
    """Return the row ids of versions that are all held; raises NotHeldError where one is not."""
    ids = version_ids(connection, read)
    missing = next((cites for cites in read if cites not in ids), None)
    if missing:
        raise NotHeldError(f"{missing} was read, but is not held")
    return ids


def of_digest(connection: Connection, digest: str, without: Collection[int] = ()) -> tuple[Evidence, ...]:
    """Return all evidence found for a register, by day, source, key, version, commitment and milestone.

    `without`: the ids of rows that can't be read.
    """
    query = select(evidence.c.id, as_stored(evidence.c.said), versions.c.number)
    joined = query.join(versions, versions.c.id == evidence.c.version_id).where(evidence.c.digest == digest)
    rows = connection.execute(joined.order_by(evidence.c.id))
    found = (_evidence(object_of(row.said), row.number) for row in rows if row.id not in without)
    return tuple(sorted(found, key=in_order))


def altered(connection: Connection, digest: str, above: int = 0) -> tuple[dict[int, int], int]:
    """Return the version of each row of a register that is not as it was recorded, by id, and the highest id.

    Only rows `above` an id are looked at. A row counts as well where it belongs to no reading: its register's name was
    altered, or its version's.
    """
    ours, theirs = evidence.c["id", "version_id", "identity"], documents.c["source", "key"]
    query = select(*ours, as_stored(evidence.c.said), *theirs)
    joined = query.join(versions, versions.c.id == evidence.c.version_id).join(documents)
    wrong, last = {}, above
    for row in connection.execute(joined.where(evidence.c.digest == digest, evidence.c.id > above)):
        last = max(last, row.id)
        if not _as_recorded(row):
            wrong[row.id] = row.version_id
    return wrong | (orphans(connection) if not above else {}), last


def versions_of(connection: Connection, digest: str) -> set[int]:
    """Return the row ids of the versions on which a register's evidence rests."""
    return set(connection.scalars(select(evidence.c.version_id).where(evidence.c.digest == digest).distinct()))


def orphans(connection: Connection) -> dict[int, int]:
    """Return the version of each piece of evidence that belongs to no reading, by id."""
    read = (readings.c.digest == evidence.c.digest) & (readings.c.version_id == evidence.c.version_id)
    query = select(evidence.c.id, evidence.c.version_id).outerjoin(readings, read).where(readings.c.digest.is_(None))
    return {row.id: row.version_id for row in connection.execute(query)}


def remove(connection: Connection, ids: Collection[int]) -> None:
    """Remove pieces of evidence that can't be read: their versions are read again."""
    for few in batches(sorted(ids)):
        connection.execute(delete(evidence).where(evidence.c.id.in_(few)))


def _as_recorded(row: Any) -> bool:
    try:
        said = object_of(row.said)
        cites = said["document"]
        EVIDENCE.validate_python(said)
    except UNREADABLE:
        return False
    return identity(said) == row.identity and (cites["source"], cites["key"]) == (row.source, row.key)


def in_order(piece: Evidence) -> tuple[object, ...]:
    """Return what evidence is sorted by; what is equal in it stays in the order it was found."""
    cites = piece.document
    return (cites.since, cites.source, cites.key, cites.version, piece.commitment, piece.milestone or "")


def prune(connection: Connection, digests: Collection[str]) -> None:
    """Remove the readings and the evidence of every register but these."""
    for table in (readings, evidence):
        connection.execute(delete(table).where(table.c.digest.not_in(list(digests))))


def _evidence(said: Mapping[str, object], number: int) -> Evidence:
    piece = EVIDENCE.validate_python(said)
    return replace(piece, document=replace(piece.document, version=number))

"""Which versions were read against which register, and what was found in them?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, select

from monitor.model.evidence import Evidence
from state.document_rows import Cited, version_ids
from state.json_columns import EVIDENCE, add_new, identity, packed
from state.schema import evidence, readings, versions


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


def of_digest(connection: Connection, digest: str) -> tuple[Evidence, ...]:
    """Return all evidence found for a register, by day, source, key, version, commitment and milestone."""
    query = select(evidence.c.said, versions.c.number).join(versions, versions.c.id == evidence.c.version_id)
    rows = connection.execute(query.where(evidence.c.digest == digest).order_by(evidence.c.id))
    return tuple(sorted((_evidence(said, number) for said, number in rows), key=in_order))


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

"""Which versions were read against which register, and what was found in them?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, case, cast, delete, func, select

from monitor.model.evidence import Evidence
from state.document_rows import Cited, version_ids
from state.json_columns import EVIDENCE, add_new, batches, identity, packed
from state.schema import documents, evidence, readings, versions
from state.stored_values import UNREADABLE, as_stored, object_of

_FETCHED = 1_000
"""So many rows are taken from the database at a time."""
_ROWS = (
    select(
        *evidence.c["id", "version_id", "identity", "commitment"], as_stored(evidence.c.said),
        versions.c.number, *documents.c["source", "key"],
    )
    .join(versions, versions.c.id == evidence.c.version_id)
    .join(documents)
)  # fmt: skip


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
        named = {"digest": digest, "version_id": ids[cites], "commitment": piece.commitment}
        rows.append(named | {"identity": identity(row), "said": row})
    return add_new(connection, readings, read_rows) + add_new(connection, evidence, rows)


def ids_of(connection: Connection, read: Sequence[Cited]) -> dict[Cited, int]:
    """Return the row ids of versions that are all held; raises NotHeldError where one is not."""
    ids = version_ids(connection, read)
    missing = next((cites for cites in read if cites not in ids), None)
    if missing:
        raise NotHeldError(f"{missing} was read, but is not held")
    return ids


def rows(
    connection: Connection, digest: str, commitment: str | None = None, *, above: int = 0, looked: int = 0
) -> Iterator[tuple[int, int, Evidence | None]]:
    """Yield of each piece of a register's evidence, or of one commitment's: row id, its version's, and the piece.

    None stands for a piece that is not as it was recorded, by its hash and by what stands in the row beside it. Rows
    up to an id that were `looked` at before are not hashed again. Only rows `above` an id are read.
    """
    query = _ROWS.where(*_of(digest, commitment), evidence.c.id > above).order_by(evidence.c.id)
    for few in connection.execute(query).partitions(_FETCHED):
        for row in few:
            yield row.id, row.version_id, _piece(row, sound=row.id <= looked)


def versions_of(connection: Connection, digest: str, commitment: str | None = None) -> set[int]:
    """Return the row ids of the versions on which a register's evidence, or one commitment's, rests."""
    return set(connection.scalars(select(evidence.c.version_id).where(*_of(digest, commitment)).distinct()))


def misplaced(connection: Connection, digest: str, above: int) -> tuple[dict[int, int], int]:
    """Return the version of each row `above` an id that stands under another commitment than it speaks of, by row id.

    And the highest row id of the register. It is found by the database: no piece is made of a row.
    """
    here = (evidence.c.digest == digest) & (evidence.c.id > above)
    query = select(evidence.c.id, evidence.c.version_id).where(here, _named(connection) != evidence.c.commitment)
    highest = connection.scalar(select(func.max(evidence.c.id)).where(here))
    return {row.id: row.version_id for row in connection.execute(query)}, highest or above


def orphans(connection: Connection) -> dict[int, int]:
    """Return the version of each piece of evidence that belongs to no reading, by id.

    Its register's name was altered, or its version's.
    """
    read = (readings.c.digest == evidence.c.digest) & (readings.c.version_id == evidence.c.version_id)
    query = select(evidence.c.id, evidence.c.version_id).outerjoin(readings, read).where(readings.c.digest.is_(None))
    return {row.id: row.version_id for row in connection.execute(query)}


def remove(connection: Connection, ids: Collection[int]) -> None:
    """Remove pieces of evidence that can't be read: their versions are read again."""
    for few in batches(sorted(ids)):
        connection.execute(delete(evidence).where(evidence.c.id.in_(few)))


def in_order(piece: Evidence) -> tuple[object, ...]:
    """Return what evidence is sorted by; what is equal in it stays in the order it was found."""
    cites = piece.document
    return (cites.since, cites.source, cites.key, cites.version, piece.commitment, piece.milestone or "")


def prune(connection: Connection, digests: Collection[str]) -> None:
    """Remove the readings and the evidence of every register but these."""
    for table in (readings, evidence):
        connection.execute(delete(table).where(table.c.digest.not_in(list(digests))))


def _of(digest: str, commitment: str | None) -> tuple[ColumnElement[bool], ...]:
    here = evidence.c.digest == digest
    return (here,) if commitment is None else (here, evidence.c.commitment == commitment)


def _named(connection: Connection) -> ColumnElement[str]:
    """Return what the JSON of a piece names as its commitment, empty where it can't be read."""
    named = func.coalesce(evidence.c.said["commitment"].as_string(), "")
    if connection.dialect.name != "sqlite":
        return named
    return case((func.json_valid(cast(evidence.c.said, Text)) == 1, named), else_="")


def _piece(row: Any, *, sound: bool) -> Evidence | None:
    try:
        said = object_of(row.said)
        cites = said["document"]
        beside = (cites["source"], cites["key"], said["commitment"])
        if not sound and (identity(said) != row.identity or beside != (row.source, row.key, row.commitment)):
            return None
        cites["version"] = row.number
        return EVIDENCE.validate_python(said)
    except UNREADABLE:
        return None

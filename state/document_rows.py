"""Which versions of which documents are held?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from monitor.model.documents import Presence, Version, from_spool, to_spool
from state.json_columns import add_new, batches
from state.schema import documents, readings, versions
from state.version_numbers import numbered

Key = tuple[str, str]
Cited = tuple[str, str, int]
"""Source, key and number of a version, as whoever hands it in calls it."""

REPLACES = (Presence.LIVE, Presence.WITHDRAWN)
"""A reading of what was published; a page that moved or went away says nothing in place of what it said."""

_VERSIONS = select(
    versions.c.number, versions.c.seen_at, versions.c.since, versions.c.spool, documents.c.source, documents.c.key
).join(documents)


def cited(version: Version) -> Cited:
    """Return what a citation calls a version."""
    return (version.document.source, version.document.key, version.number)


def add(connection: Connection, new: Sequence[Version]) -> tuple[dict[Cited, int], int]:
    """Record versions not held yet; return every one's row id by how it was cited, and how many were new."""
    keys = {(v.document.source, v.document.key) for v in new}
    add_new(connection, documents, [{"source": source, "key": key} for source, key in keys])
    ids = _document_ids(connection, keys)
    held = _held(connection, ids)
    standing: dict[Cited, Cited] = {}
    rows: list[dict[str, Any]] = []
    for version in new:
        key = (version.document.source, version.document.key)
        fingerprint = version.document.fingerprint
        number = numbered(held[key], version.number, fingerprint)
        standing[cited(version)] = (*key, number)
        if number not in held[key]:
            held[key][number] = fingerprint
            rows.append(_row(version, ids[key], number, fingerprint))
    if rows:
        connection.execute(insert(versions), rows)
    found = version_ids(connection, standing.values())
    return {given: found[stands] for given, stands in standing.items()}, len(rows)


def version_ids(connection: Connection, wanted: Iterable[Cited]) -> dict[Cited, int]:
    """Return the row ids of the versions that are held of those wanted."""
    numbers = set(wanted)
    query = select(documents.c.source, documents.c.key, versions.c.number, versions.c.id).join(documents)
    rows = _of_keys(connection, query, {(source, key) for source, key, _ in numbers})
    return {(source, key, n): row_id for source, key, n, row_id in rows if (source, key, n) in numbers}


def latest(connection: Connection, keys: Iterable[Key]) -> dict[Key, Version]:
    """Return the newest version held of each (source, key) that is held."""
    others = versions.alias()
    newest = select(func.max(others.c.number)).where(others.c.document_id == documents.c.id).scalar_subquery()
    rows = _of_keys(connection, _VERSIONS.where(versions.c.number == newest), set(keys))
    return {(row.source, row.key): _version(row) for row in rows}


def of_document(connection: Connection, source: str, key: str) -> tuple[Version, ...]:
    """Return every version of one document, oldest first."""
    rows = _of_keys(connection, _VERSIONS.order_by(versions.c.number), {(source, key)})
    return tuple(_version(row) for row in rows)


def unread(connection: Connection, digest: str) -> tuple[int, ...]:
    """Return the row ids of the versions without a reading under a digest, by day, source, key and number."""
    seen = select(readings.c.version_id).where(readings.c.digest == digest)
    query = select(versions.c.since, documents.c.source, documents.c.key, versions.c.number, versions.c.id).join(
        documents
    )
    # Sorted here, as PostgreSQL orders text by the locale of its cluster.
    rows = sorted(tuple(row) for row in connection.execute(query.where(versions.c.id.not_in(seen))))
    return tuple(row[-1] for row in rows)


def of_ids(connection: Connection, ids: Sequence[int]) -> tuple[Version, ...]:
    """Return the versions of these row ids, in their order."""
    found: dict[int, Version] = {}
    for few in batches(ids):
        rows = connection.execute(_VERSIONS.add_columns(versions.c.id).where(versions.c.id.in_(few)))
        found.update({row.id: _version(row) for row in rows})
    return tuple(found[row_id] for row_id in ids)


def keys(connection: Connection, source: str, since: date, until: date) -> frozenset[str]:
    """Return the keys of the documents of a source whose first version could be read from one of these days on."""
    query = select(documents.c.key).join(versions).where(documents.c.source == source, versions.c.number == 1)
    return frozenset(connection.scalars(query.where(versions.c.since.between(since, until))))


def counts(connection: Connection) -> dict[str, int]:
    """Return the number of documents held, by source."""
    query = select(documents.c.source, func.count().label("held")).group_by(documents.c.source)
    return {row.source: row.held for row in connection.execute(query.order_by(documents.c.source))}


def replaced(connection: Connection) -> dict[Cited, date]:
    """Return for each version that a later live or withdrawn one replaced from which day that one could be read."""
    several = select(versions.c.document_id).group_by(versions.c.document_id).having(func.count() > 1)
    query = select(documents.c.source, documents.c.key, *versions.c["number", "since", "presence"]).join(documents)
    newest_first = query.where(documents.c.id.in_(several)).order_by(versions.c.number.desc())
    later: dict[Key, date] = {}
    days: dict[Cited, date] = {}
    for source, key, number, since, presence in connection.execute(newest_first):
        if (source, key) in later:
            days[source, key, number] = later[source, key]
        if presence in REPLACES:
            later[source, key] = since
    return days


def _document_ids(connection: Connection, keys: set[Key]) -> dict[Key, int]:
    query = select(documents.c.source, documents.c.key, documents.c.id)
    return {(source, key): row_id for source, key, row_id in _of_keys(connection, query, keys)}


def _held(connection: Connection, keys: Iterable[Key]) -> dict[Key, dict[int, str]]:
    held: dict[Key, dict[int, str]] = {key: {} for key in keys}
    query = select(documents.c.source, documents.c.key, versions.c.number, versions.c.fingerprint)
    for source, key, number, fingerprint in _of_keys(connection, query.join(versions), set(held)):
        held[source, key][number] = fingerprint
    return held


def _of_keys(connection: Connection, query: Select[Any], keys: set[Key]) -> Iterator[Any]:
    """Yield the rows of a query on documents that belong to the keys, a few hundred keys at a time."""
    for source in sorted({source for source, _ in keys}):
        for few in batches(sorted(key for of, key in keys if of == source)):
            yield from connection.execute(query.where(documents.c.source == source, documents.c.key.in_(few)))


def _row(version: Version, document_id: int, number: int, fingerprint: str) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "number": number,
        "fingerprint": fingerprint,
        "presence": version.document.presence.value,
        "seen_at": version.seen_at,
        "since": version.since,
        "spool": to_spool(version.document),
    }


def _version(row: Row[Any]) -> Version:
    return Version(from_spool(row.spool), row.number, row.seen_at, row.since)

"""Which versions of which documents are held?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from monitor.model.cleaning import clean_line
from monitor.model.documents import Presence, Version, fingerprint_of, from_spool, to_spool
from state.damage import Damage
from state.json_columns import add_new, batches
from state.schema import documents, readings, versions
from state.stored_values import (
    ALTERED,
    UNREADABLE,
    as_stored,
    day_of,
    moment_of,
    object_of,
    sealed,
    unsealed,
)

Key = tuple[str, str]
Cited = tuple[str, str, int]
"""Source, key and number of a version, as whoever hands it in calls it."""

REPLACES = (Presence.LIVE, Presence.WITHDRAWN)
"""A reading of what was published; a page that moved or went away says nothing in place of what it said."""

VERSIONS = select(
    *versions.c["id", "number", "fingerprint"],
    *map(as_stored, versions.c["seen_at", "since", "spool"]),
    *documents.c["source", "key"],
).join(documents)
"""Versions as they are stored; `version_of` makes one of a row."""

_OTHERS = versions.alias()
NEWEST = VERSIONS.where(
    versions.c.number
    == select(func.max(_OTHERS.c.number)).where(_OTHERS.c.document_id == documents.c.id).scalar_subquery()
)
"""Of each document the newest."""


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
    rows = of_keys(connection, query, {(source, key) for source, key, _ in numbers})
    return {(source, key, n): row_id for source, key, n, row_id in rows if (source, key, n) in numbers}


def latest(connection: Connection, keys: Iterable[Key], damage: Damage) -> dict[Key, Version]:
    """Return the newest version held of each (source, key) that is held; one that can't be read is left out."""
    rows = of_keys(connection, NEWEST, set(keys))
    return {(v.document.source, v.document.key): v for _, v in readable(rows, damage)}


def of_document(connection: Connection, source: str, key: str, damage: Damage) -> tuple[Version, ...]:
    """Return every version of one document that can be read, oldest first."""
    rows = of_keys(connection, VERSIONS.order_by(versions.c.number), {(source, key)})
    return tuple(version for _, version in readable(rows, damage))


def readable(rows: Iterable[Row[Any]], damage: Damage) -> Iterator[tuple[int, Version]]:
    """Yield the row id and the version of each row that is as it was recorded; the others are noted."""
    for row in rows:
        try:
            yield row.id, version_of(row)
        except UNREADABLE as wrong:
            damage.note(version_name(row), wrong)
            damage.versions[row.id] = version_name(row)


def version_name(row: Row[Any]) -> str:
    """Return what a version is called where it is told that it can't be read."""
    return clean_line(f"{row.source}/{row.key} (version {row.number})")


def unread(connection: Connection, digest: str, again: Iterable[int] = ()) -> tuple[int, ...]:
    """Return the row ids of the versions without a reading under a digest, by day, source, key and number.

    `again`: the row ids of those that are to be read once more.
    """
    seen = select(readings.c.version_id).where(readings.c.digest == digest)
    since = as_stored(versions.c.since)
    query = select(since, documents.c.source, documents.c.key, versions.c.number, versions.c.id).join(documents)
    rows = [tuple(row) for row in connection.execute(query.where(versions.c.id.not_in(seen)))]
    for few in batches(sorted(set(again) - {row[-1] for row in rows})):
        rows += [tuple(row) for row in connection.execute(query.where(versions.c.id.in_(few)))]
    # Sorted here, as PostgreSQL orders text by the locale of its cluster.
    return tuple(row[-1] for row in sorted(rows, key=lambda row: (str(row[0]), *row[1:])))


def of_ids(connection: Connection, ids: Sequence[int], damage: Damage) -> tuple[Version, ...]:
    """Return the versions of these row ids that can be read, in their order."""
    found = by_ids(connection, ids, damage)
    return tuple(found[row_id] for row_id in ids if row_id in found)


def by_ids(connection: Connection, ids: Sequence[int], damage: Damage) -> dict[int, Version]:
    """Return the versions of these row ids that can be read, by row id."""
    found: dict[int, Version] = {}
    for few in batches(ids):
        found.update(readable(connection.execute(VERSIONS.where(versions.c.id.in_(few))), damage))
    return found


def keys(connection: Connection, source: str, since: date, until: date) -> frozenset[str]:
    """Return the keys of the documents of a source whose first version could be read from one of these days on."""
    query = select(documents.c.key).join(versions).where(documents.c.source == source, versions.c.number == 1)
    return frozenset(connection.scalars(query.where(versions.c.since.between(since, until))))


def newest_days(connection: Connection, today: date) -> dict[str, date]:
    """Return the last day up to today of which each source has a document: it was read on that day or later."""
    query = select(documents.c.source, as_stored(func.max(versions.c.since)).label("day")).join(versions)
    found: dict[str, date] = {}
    for row in connection.execute(query.where(versions.c.since <= today).group_by(documents.c.source)):
        with suppress(*UNREADABLE):
            found[row.source] = day_of(row.day)
    return found


def counts(connection: Connection) -> dict[str, int]:
    """Return the number of documents held, by source."""
    query = select(documents.c.source, func.count().label("held")).group_by(documents.c.source)
    return {row.source: row.held for row in connection.execute(query.order_by(documents.c.source))}


def replaced(connection: Connection) -> dict[Cited, date]:
    """Return for each version that a later live or withdrawn one replaced from which day that one could be read."""
    several = select(versions.c.document_id).group_by(versions.c.document_id).having(func.count() > 1)
    columns = (*versions.c["number", "presence"], as_stored(versions.c.since))
    query = select(documents.c.source, documents.c.key, *columns).join(documents)
    newest_first = query.where(documents.c.id.in_(several)).order_by(versions.c.number.desc())
    later: dict[Key, date] = {}
    days: dict[Cited, date] = {}
    for source, key, number, presence, since in connection.execute(newest_first):
        if (source, key) in later:
            days[source, key, number] = later[source, key]
        if presence in REPLACES:
            with suppress(*UNREADABLE):  # told where the version itself is read
                later[source, key] = day_of(since)
    return days


def _document_ids(connection: Connection, keys: set[Key]) -> dict[Key, int]:
    query = select(documents.c.source, documents.c.key, documents.c.id)
    return {(source, key): row_id for source, key, row_id in of_keys(connection, query, keys)}


def _held(connection: Connection, keys: Iterable[Key]) -> dict[Key, dict[int, str]]:
    held: dict[Key, dict[int, str]] = {key: {} for key in keys}
    query = select(documents.c.source, documents.c.key, versions.c.number, versions.c.fingerprint)
    for source, key, number, fingerprint in of_keys(connection, query.join(versions), set(held)):
        held[source, key][number] = fingerprint
    return held


def of_keys(connection: Connection, query: Select[Any], keys: set[Key]) -> Iterator[Any]:
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
        "spool": stored_spool(version, number),
    }


def stored_spool(version: Version, number: int | None = None) -> dict[str, Any]:
    """Return what stands in the column of a version, under its own number where no other is given."""
    return sealed(to_spool(version.document), number or version.number, str(version.since))


def version_of(row: Row[Any]) -> Version:
    """Return the version that a row of VERSIONS holds; raises one of UNREADABLE where it is not what was recorded."""
    since = day_of(row.since)
    spool = unsealed(object_of(row.spool), row.number, str(since))
    if fingerprint_of(spool) != row.fingerprint or (spool["source"], spool["key"]) != (row.source, row.key):
        raise ValueError(ALTERED)
    return Version(from_spool(spool), row.number, moment_of(row.seen_at), since)


def numbered(held: Mapping[int, str], wanted: int, fingerprint: str) -> int:
    """Return the number under which a reading is held already, or the one it is to be recorded under.

    `held` are the fingerprints of the document's versions, by number. A number taken by a different reading
    goes to whoever was first; the later one moves behind the last, so that neither is lost.
    """
    if not held or held.get(wanted) == fingerprint:
        return wanted
    if held.get(wanted - 1) == fingerprint:
        return wanted - 1
    last = max(held)
    if wanted not in held:
        return last if held[last] == fingerprint else wanted
    later = (number for number in sorted(held) if number > wanted and held[number] == fingerprint)
    return next(later, last + 1)

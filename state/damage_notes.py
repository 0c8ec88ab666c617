"""Which documents could not be read any more, are to be fetched again, and are made whole when they come?"""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, update

from monitor.model.documents import Document, Version, fingerprint_of
from monitor.model.london import london_day
from monitor.pipeline.comparing.document_versions import dated
from state import mark_rows
from state.damage import Damage
from state.document_rows import NEWEST, VERSIONS, Key, of_keys, stored_spool, version_name, version_of
from state.json_columns import batches
from state.quick_notes import DAMAGED
from state.schema import versions
from state.stored_values import SEAL, UNREADABLE, day_of, moment_of, object_of


def wanted(connection: Connection) -> dict[Key, date]:
    """Return the documents that are to be fetched again, each with the day on which its source lists it."""
    try:
        noted = json.loads(mark_rows.recall(connection, DAMAGED) or "[]")
        return {(source, key): date.fromisoformat(day) for source, key, day in noted}
    except UNREADABLE:
        return {}


def note(connection: Connection, damage: Damage, now: datetime) -> None:
    """Note the documents whose newest version was found damaged; an older one nobody has any more."""
    found = wanted(connection)
    for few in batches(sorted(damage.versions)):
        for row in connection.execute(VERSIONS.where(versions.c.id.in_(few))):
            if _sound(row):  # made whole since
                damage.forget(version_name(row))
                damage.versions.pop(row.id)
    for few in batches(sorted(damage.versions)):
        for row in connection.execute(NEWEST.where(versions.c.id.in_(few))):
            found.setdefault((row.source, row.key), _day(row, now))
    _keep(connection, found, now)


def mend(connection: Connection, brought: Sequence[Document], damage: Damage, now: datetime) -> None:
    """Make whole what is held damaged of documents that came again as they were; what was altered since comes anew."""
    found = wanted(connection)
    by_key = {(document.source, document.key): document for document in brought}
    for row in list(of_keys(connection, NEWEST, set(by_key))):
        document = by_key[row.source, row.key]
        if not _sound(row) and document.fingerprint in (row.fingerprint, _fingerprint(row)):
            _restore(connection, row, document, now)
            damage.forget(version_name(row))
            damage.versions.pop(row.id, None)
    _keep(connection, {key: day for key, day in found.items() if key not in by_key}, now)


def _keep(connection: Connection, found: dict[Key, date], now: datetime) -> None:
    said = json.dumps([[source, key, str(day)] for (source, key), day in sorted(found.items())])
    if said != (mark_rows.recall(connection, DAMAGED) or "[]"):
        mark_rows.remember(connection, DAMAGED, said, now)


def _restore(connection: Connection, row: Row[Any], document: Document, now: datetime) -> None:
    """Write a document into its row again; when it was seen and counts from stays, where that can be read."""
    seen_at, since = now, dated(document)
    with suppress(*UNREADABLE):
        seen_at = moment_of(row.seen_at)
    with suppress(*UNREADABLE):
        since = day_of(row.since)
    version = Version(document, row.number, seen_at, since)
    values = {"fingerprint": document.fingerprint, "seen_at": seen_at, "since": since, "spool": stored_spool(version)}
    values["presence"] = document.presence.value
    connection.execute(update(versions).where(versions.c.id == row.id).values(values))


def _sound(row: Row[Any]) -> bool:
    try:
        version_of(row)
    except UNREADABLE:
        return False
    return True


def _fingerprint(row: Row[Any]) -> str | None:
    """Return the fingerprint of the text as it stands, which may be whole though its hash is not."""
    with suppress(*UNREADABLE):
        spool = object_of(row.spool)
        return fingerprint_of({name: said for name, said in spool.items() if name != SEAL})
    return None


def _day(row: Row[Any], now: datetime) -> date:
    """Return the day on which a document came out, as well as that can be told."""
    with suppress(*UNREADABLE):
        return min(day_of(object_of(row.spool)["published_on"]), london_day(now))
    with suppress(*UNREADABLE):
        return min(day_of(row.since), london_day(now))
    return london_day(now)

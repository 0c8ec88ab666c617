"""Is a document that was just read new, altered, gone, or the same as before? And from which day could it be read?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from monitor.documents import Document, Presence, Version

LONDON = ZoneInfo("Europe/London")


class Difference(StrEnum):
    NEW = "new"
    AMENDED = "amended"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REDIRECTED = "redirected"
    GONE = "gone"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Compared:
    """A version that differs from the one held before it, and how."""

    version: Version
    difference: Difference


def compare(held: Version | None, document: Document, seen_at: datetime) -> Compared | None:
    """Return what a reading adds to what is held, None when it adds nothing."""
    if held is None:
        return Compared(Version(document, 1, seen_at, _dated(document)), Difference.NEW)
    if held.document.fingerprint == document.fingerprint:
        return None
    if document.presence in (Presence.GONE, Presence.REDIRECTED) and document.presence is held.document.presence:
        return None
    version = Version(document, held.number + 1, seen_at, _since(held, document, seen_at))
    return Compared(version, _difference(held.document, document))


def london_day(moment: datetime) -> date:
    """Return the day it is in London at a moment."""
    return moment.astimezone(LONDON).date()


def _dated(document: Document) -> date:
    """Return the last day on which the publisher says it touched the text."""
    days = [document.published_on, *(day for day, _ in document.notes)]
    return max([*days, document.corrected_on] if document.corrected_on else days)


def _since(held: Version, document: Document, seen_at: datetime) -> date:
    """A publisher's own new date tells when an edit was made; a silent one is dated by the day we saw it."""
    dated = _dated(document)
    return dated if dated > held.since else max(held.since, london_day(seen_at))


def _difference(before: Document, after: Document) -> Difference:
    if after.presence is not before.presence:
        return Difference.RESTORED if after.presence is Presence.LIVE else Difference(after.presence.value)
    if after.corrected_on != before.corrected_on:
        return Difference.CORRECTED
    if after.kind != before.kind or (before.holding and not after.holding):
        return Difference.ANSWERED
    return Difference.AMENDED

"""Is a document that was just read new, altered, gone, or the same as before? And from which day could it be read?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from monitor.model.documents import Document, Presence, Version
from monitor.model.london import london_day
from monitor.model.sources import WRITTEN_QUESTIONS


class Difference(StrEnum):
    """What happened to a document. Holding: a holding answer came, which answers nothing; answered: the answer came."""

    NEW = "new"
    AMENDED = "amended"
    TRANSFERRED = "transferred"
    HOLDING = "holding"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REDIRECTED = "redirected"
    GONE = "gone"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class ComparedVersion:
    """A version that differs from the one held `before` it, and how: several things may happen between two readings."""

    version: Version
    differences: tuple[Difference, ...]
    before: Version | None = None

    @property
    def difference(self) -> Difference:
        """The last thing that happened to it."""
        return self.differences[-1]


def compare_versions(held: Version | None, document: Document, seen_at: datetime) -> ComparedVersion | None:
    """Return what a reading adds to what is held, None when it adds nothing.

    A reading of an older state adds nothing: a cache may serve one, and files may be handed over in any order.
    """
    if held is None:
        return ComparedVersion(Version(document, 1, seen_at, dated(document)), (Difference.NEW,))
    if document.presence is held.document.presence and dated(document) < dated(held.document):
        return None
    if held.document.fingerprint == document.fingerprint:
        return None
    if document.presence in (Presence.GONE, Presence.REDIRECTED) and document.presence is held.document.presence:
        return None
    version = Version(document, held.number + 1, seen_at, _since(held, document, seen_at))
    return ComparedVersion(version, differences(held.document, document), held)


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """Return what happened to a document between two different readings, in the order in which it must have."""
    if after.presence is not before.presence:
        return (Difference.RESTORED if after.presence is Presence.LIVE else Difference(after.presence.value),)
    found = [
        difference
        for difference, so in (
            (Difference.TRANSFERRED, _handed_on(before, after)),
            (Difference.HOLDING, after.holding and not before.holding),
            (Difference.ANSWERED, _answered_at_last(before, after)),
            (Difference.CORRECTED, after.corrected_on is not None and after.corrected_on != before.corrected_on),
        )
        if so
    ]
    return tuple(found) or (Difference.AMENDED,)


def answered(document: Document) -> bool:
    """Return whether a written question has its answer, and not only a holding one; False of what is no question."""
    if document.source != WRITTEN_QUESTIONS or document.kind == "written-question" or document.holding:
        return False
    return any(passage.role == "answer" for passage in document.passages)


def _answered_at_last(before: Document, after: Document) -> bool:
    return answered(after) and not answered(before)


def _handed_on(before: Document, after: Document) -> bool:
    """Only a question without an answer can be handed on; if the department differs later, it was merely renamed."""
    return before.source == WRITTEN_QUESTIONS and before.body != after.body and not answered(before)


def dated(document: Document) -> date:
    """Return the last day on which the publisher says it touched the text."""
    days = [document.published_on, *(day for day, _ in document.notes)]
    return max([*days, document.corrected_on] if document.corrected_on else days)


def _since(held: Version, document: Document, seen_at: datetime) -> date:
    """An edit is dated by the publisher's own new date; an edit without one is dated by the day on which we saw it.

    An answer counts from its own day even where an edit of the question was seen after that: we look a day late.
    """
    last = dated(document)
    if _answered_at_last(held.document, document):
        return last
    if last > dated(held.document):
        return max(last, held.since)
    return max(held.since, london_day(seen_at))

"""From which day do the words of a document count: “next week”, “today”, “within three months”?"""

from datetime import date

from monitor.model.documents import Version
from monitor.model.passages import Passage
from monitor.model.sources import HANSARD


def first_said_on(version: Version, passage: Passage | None = None) -> date:
    """Return the first day on which words of a version may have been said: an edit leaves most of them as they were."""
    day = said_on(version, passage)
    return day if version.number == 1 else min(day, version.document.published_on)


def said_on(version: Version, passage: Passage | None = None) -> date:
    """Return the day on which words were said: those of a debate at its sitting, whenever they were first seen.

    Past midnight it is the clock's day, where the passage tells it. All else is said on the day since which it could
    be read.
    """
    if version.document.source != HANSARD:
        return version.since
    return (passage.said_on if passage else None) or version.document.published_on

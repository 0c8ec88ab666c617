"""What does it mean that a service has no such thing: not yet, no longer, or is it no word of the service's at all?

What a list names may be on its way for a while: services list before they serve. Named longer ago than that, it will
not come, and is told as missing, while its source counts as read. What was held already, and no list of the pass names,
is gone.
"""

from datetime import date, timedelta

from scrapy.http import Response

from monitor.model.documents import Document, Presence

NOT_FOUND = 404
MISSING = "missing-document"
"""The kind of problem of a thing that a list names and nobody has; it takes nothing from what was read."""
NOT_AGAIN = "not-read-again"
"""The kind of problem of a thing that is relied on, was read before, and could not be read again."""
ON_ITS_WAY = timedelta(days=2)
"""So long after its day a thing that is listed may still be on its way."""


def denied(response: Response) -> bool:
    """Return whether a service itself says that it has no such thing.

    A page of HTML is some machine's in between, and "No HTTP resource" is said of an address and not of a thing.
    """
    said = response.body[:2000].lstrip()
    return response.status == NOT_FOUND and not said.startswith(b"<") and b"No HTTP resource" not in said


def on_its_way(named_on: date | None, today: date) -> bool:
    """Return whether what is named under a day may be there soon; False where no day is known."""
    return named_on is not None and today - named_on <= ON_ITS_WAY


def gone(source: str, key: str, where: str, day: date) -> Document:
    """Return what is left of a thing that its service has no more: its key, and that by that day it was gone."""
    return Document(source, key, where, "", "gone", day, None, (), Presence.GONE)

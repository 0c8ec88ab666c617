"""What is read again in this crawl? Of documents that no list brings up, a few each time, those read longest ago first.

What is noted here only spares requests. If it is lost, the next pass reads everything, and tells the same.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple
from datetime import date, timedelta

from monitor.model.documents import Document
from monitor.model.sources import Visit

EACH = 25
"""How many documents that no list brings up are read again in one crawl, however many there are."""
KEPT = 3_000
"""Visits remembered beside those of what is watched."""
_READING = 2
"""To be raised when documents are understood in another way: those visited before are then read again."""


def is_due_again(published_on: date, after: Iterable[int], read_to: date | None, today: date) -> bool:
    """Return whether a day for reading it again has come since its source was last read.

    `after`: those days, counted from publication; none of them means that each pass reads it. A day that was missed is
    made up for in the next pass; once `read_to` is today, the passes of the same day leave it alone.
    """
    days = [published_on + timedelta(days=n) for n in after]
    return not days or any((read_to is None or read_to < day) and day <= today for day in days)


def next_visits(wanted: Iterable[str], visits: Iterable[Visit], number: int = EACH) -> tuple[str, ...]:
    """Return which documents to read again, at most that many: first those never read, then those read longest ago."""
    asked = tuple(dict.fromkeys(wanted))
    order = {visit.key: n for n, visit in enumerate(visits)}
    return tuple(sorted(asked, key=lambda key: order.get(key, -1))[:number])


def merged(before: Iterable[Visit], seen: Iterable[Visit], wanted: Collection[str], most: int = KEPT) -> list[Visit]:
    """Return the visits in order, the latest last. The oldest of what is neither wanted nor beneath it are dropped."""
    latest = {visit.key: visit for visit in seen}
    every = [*(visit for visit in before if visit.key not in latest), *latest.values()]
    spare = sum(not _wanted(visit.key, wanted) for visit in every) - most
    kept = []
    for visit in every:
        if spare > 0 and not _wanted(visit.key, wanted):
            spare -= 1
        else:
            kept.append(visit)
    return kept


def seen(keys: Collection[str], documents: Iterable[Document]) -> tuple[Visit, ...]:
    """Return the visits that follow from documents that came, for the keys that are read again and again."""
    return tuple(Visit(d.key) for d in documents if d.key in keys)


def visits_as_json(visits: Iterable[Visit]) -> str:
    """Return visits as they are kept."""
    return json.dumps([_READING, [astuple(visit) for visit in visits]], ensure_ascii=False)


def read_visits(kept: str | None) -> tuple[Visit, ...]:
    """Return the visits kept; none where they were noted by another way of reading."""
    if kept is None:
        return ()
    reading, rows = json.loads(kept)
    return tuple(Visit(*row) for row in rows) if reading == _READING else ()


def beneath(key: str, roots: Collection[str]) -> bool:
    """Return whether a path stands below one of some others, by one step."""
    return key.rpartition("/")[0] in roots


def again(
    pages: Sequence[str], keys: Sequence[str], visits: Sequence[Visit], number: int = EACH
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pages never read, all of them, and of the rest, and what is relied on or beneath, whose turn it is."""
    known = {visit.key for visit in visits}
    roots = {*pages, *keys}
    fresh = tuple(page for page in dict.fromkeys(pages) if page not in known)
    rest = (*pages, *keys, *(visit.key for visit in visits if beneath(visit.key, roots)))
    return fresh, next_visits((key for key in rest if key not in fresh), visits, number)


def _wanted(key: str, wanted: Collection[str]) -> bool:
    return key in wanted or beneath(key, wanted)

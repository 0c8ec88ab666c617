"""What is a source, what does one pass over it bring back, and how far has it been read?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from monitor.model.documents import Document

HANSARD = "hansard"
WRITTEN_QUESTIONS = "written-questions"
WRITTEN_STATEMENTS = "written-statements"
GOV_UK = "gov-uk"
COMMITTEES = "committees"
BILLS = "bills"
SOURCES = (GOV_UK, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, HANSARD, COMMITTEES, BILLS)
WHATSON = "whatson"
"""Parliament's calendar of sitting days and recesses: it has an address, but no documents."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a source says of itself. `every` is the time between two passes; counts are for a pass of 14 days."""

    name: str
    publisher: str
    address: str
    site: str
    licence: str
    every: timedelta
    delay: float
    overlap: timedelta
    fewest: int
    most: int
    hours: tuple[int, int] = (0, 24)
    sitting: bool = False
    """Whether it has something new only after a day on which a House sits."""
    stretch: timedelta = timedelta(days=31)
    """The most days of the past that one crawl reads; a longer reach is read and recorded a stretch at a time."""
    again: tuple[int, ...] = ()
    """On which days after its publication what is relied on is read again; with none, in each pass."""
    departments: tuple[str, ...] = ()
    """Of which departments everything is read, as GOV.UK names them; of all where none is named."""
    quiet: int = 0
    """Sitting days of the Commons in which something must have come, however few; 0 where nothing may have."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A source misbehaved: which, what sort of trouble, what was seen, and where. Never taken for news."""

    source: str
    kind: str
    seen: str
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """How one thing was read last.

    `etag` and `modified` are what the server gave to ask by whether it is still the same (HTTP's validators), `stamp`
    is the moment of its last major change as it said itself, `missing` says that it was not there at all.
    """

    key: str
    etag: str | None = None
    modified: str | None = None
    stamp: str | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Harvest:
    """What one pass brought back for the days `since` to `until`, both included. harvest_check trusts it or not."""

    source: str
    since: date
    until: date
    started: datetime
    ended: datetime
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    stopped: bool = False
    requests: int = 0
    bytes: int = 0
    offered: int | None = None
    """How many items the source said it had, where it says so."""
    visits: tuple[Visit, ...] = ()
    """What was looked at, in that order, also what turned out to be unaltered and so brought no document."""
    listed: int = 0
    """How many items a list showed that did not have to be read again."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days read soundly, both ends included."""

    since: date
    until: date

    def without(self, day: date) -> "tuple[Span, ...]":
        """Return what is left of it without a day."""
        if not self.since <= day <= self.until:
            return (self,)
        parts = Span(self.since, day - timedelta(days=1)), Span(day + timedelta(days=1), self.until)
        return tuple(part for part in parts if part.since <= part.until)

    def come_by(self, today: date, seen: date | None) -> "Span | None":
        """Return what of it can have been read by a day, None where nothing can.

        A span that reaches beyond tomorrow was recorded by a clock that was ahead: of when nobody knows. It counts up
        to the day of which the newest document was `seen`, or else its own first day.
        """
        if self.until <= today + timedelta(days=1):
            return self
        if self.since > today:
            return None
        return Span(self.since, max(self.since, min(seen or self.since, today)))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which days of each source have been read soundly: spans that neither touch nor overlap, oldest first."""

    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, read: Iterable[tuple[str, Span]]) -> "Coverage":
        """Return the coverage of spans in any order, those that touch joined."""
        joined: dict[str, list[Span]] = {}
        for source, span in sorted(read, key=lambda r: (r[0], r[1].since)):
            spans = joined.setdefault(source, [])
            if spans and span.since <= spans[-1].until + timedelta(days=1):
                spans[-1] = Span(spans[-1].since, max(spans[-1].until, span.until))
            else:
                spans.append(span)
        return cls({source: tuple(spans) for source, spans in joined.items()})

    def without(self, days: Iterable[tuple[str, date]]) -> "Coverage":
        """Return the same without some days of sources: what came out on them is to be read again."""
        spans = dict(self.spans)
        for source, day in days:
            spans[source] = tuple(part for span in spans.get(source, ()) for part in span.without(day))
        return Coverage({source: held for source, held in spans.items() if held})

    def reach(self, source: str) -> date | None:
        """Return the last day to which a source has been read, None when it never was."""
        spans = self.spans.get(source)
        return spans[-1].until if spans else None

    def unbroken(self, source: str, since: date, day: date) -> bool:
        """Return whether everything from `since` to `day` has been read."""
        return any(s.since <= since and day <= s.until for s in self.spans.get(source, ()))


@dataclass(frozen=True, slots=True)
class FailedSpan:
    """Days that were tried and not read soundly, nor since: when they were tried last, and what was wrong then."""

    span: Span
    tried_at: datetime
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source has been: when it was last tried, last sound, how often it failed since, and its open problems.

    `unread`: the days that failed and were not read since, also where later days were read; oldest first.
    """

    source: str
    tried_at: datetime | None
    sound_at: datetime | None
    reach: date | None
    failures: int
    problems: tuple[Problem, ...]
    unread: tuple[FailedSpan, ...] = ()

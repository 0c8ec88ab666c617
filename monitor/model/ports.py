"""What is a tick handed? The outside as the thinking sees it; state and spiders fill these in, tests use fakes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, runtime_checkable

from monitor.model.board_store import BoardStore
from monitor.model.changes import Change
from monitor.model.commitments import Ruling
from monitor.model.documents import Document, Version
from monitor.model.evidence import Evidence
from monitor.model.london import london_day
from monitor.model.sources import Card, Coverage, Harvest, Problem, SourceHealth, Span, Visit

LATE_NEWS = timedelta(days=31)
"""How long after it happened a thing may be told and still be news of the day."""
Clock = Callable[[], datetime]
"""Returns the time now, aware and in UTC."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a crawl has come: items written so far, and what it is doing, in a few words."""

    source: str
    documents: int
    doing: str


@runtime_checkable
class Timed(Protocol):
    """A source whose server says what time it has."""

    @property
    def clock_ahead(self) -> timedelta | None:
        """By how much our clock was ahead of the server's when it answered last; None where it did not say."""
        ...


class Source(Protocol):
    """Something that can be read for a span of days."""

    @property
    def card(self) -> Card: ...

    async def harvest(self, since: date, until: date, watch: "Watchlist", tell: Callable[[Progress], None]) -> Harvest:
        """Return what was published from `since` to `until`, both included; trouble comes back as problems."""
        ...

    async def changed(self, watch: "Watchlist") -> "str | Problem | bool":
        """Return a mark that moves when something is published; a problem where the source does not answer.

        True where it can't tell, so that a crawl is always worth starting; False where nothing would be asked at all.
        """
        ...


@dataclass(frozen=True, slots=True)
class Watchlist:
    """What the registers ask a source to look at: GOV.UK paths, terms to search for, and keys relied on already.

    `titles`: of what they expect of this very source, one phrase of each title. `visits`: when and how what is read
    again and again was read last, that which was read longest ago first.
    """

    pages: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    visits: tuple[Visit, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What one sound harvest adds, recorded whole or not at all.

    `changes` are what befell documents: how promises stand is told once all of a pass is recorded (tick.look_again).
    `span` is None where nothing was read soundly; `evidence` is keyed by register digest.
    """

    source: str
    at: datetime
    span: Span | None
    versions: tuple[Version, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] | None = None
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    requests: int = 0
    still: bool = False
    """Whether nothing was read because nothing had moved since it was read last."""
    asked: tuple[str, ...] = ()
    """For which registers it was read (reading.asking); for everyone where nobody is named, as with a file."""
    tried: Span | None = None
    """The days that were to be read. Where they were not read soundly, their failure stands until they are."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change as it was recorded: it has the day on which it happened, and `told_at` is when we first said it."""

    change: Change
    told_at: datetime

    @property
    def told_on(self) -> date:
        """The day on which it was told, in London."""
        return london_day(self.told_at)

    def since(self, day: date) -> bool:
        """Return whether it happened since a day, or was told since, however old it is."""
        return self.change.at.date() >= day or self.told_on >= day

    def newly_found(self, day: date) -> bool:
        """Return whether it was told since a day, of a time long before it: more than a month before it was told.

        Sources publish late, and that is news; what a look at the past brings up is told apart from it.
        """
        at = self.change.at.date()
        return at < day <= self.told_on and self.told_on - at > LATE_NEWS


class Ledger(BoardStore, Protocol):
    """What outlives a restart. Every method is one transaction; all times are aware UTC."""

    @property
    def place(self) -> str:
        """Where it is, as it may be shown to anyone."""
        ...

    def latest(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Version]:
        """Return the newest version held of each (source, key) that is held."""
        ...

    def versions(self, source: str, key: str) -> tuple[Version, ...]:
        """Return every version of one document, oldest first."""
        ...

    def unread(self, digest: str, batch: int = 500) -> Iterator[tuple[Version, ...]]:
        """Yield, in batches, the versions not yet read against the register of that digest.

        Among them are those of which evidence was found altered when it was asked for.
        """
        ...

    def read(self, digest: str, versions: Sequence[Version], evidence: Sequence[Evidence]) -> None:
        """Record that versions were read against a register, and what was found in them."""
        ...

    def evidence(self, digest: str, commitment: str | None = None) -> tuple[Evidence, ...]:
        """Return all evidence found for a register, or for one commitment of it, by day, source, key and version."""
        ...

    def replaced(self) -> dict[tuple[str, str, int], date]:
        """Return for each version (source, key, number) that a later live or withdrawn one replaced: from which day."""
        ...

    def tell(self, changes: Sequence[Change], at: datetime) -> tuple[Change, ...]:
        """Record changes that came of no document and return them; an id already recorded is left as it is."""
        ...

    def rulings(self, register: str) -> tuple[Ruling, ...]:
        """Return the rulings typed in for a register, oldest first (those in its file are not here)."""
        ...

    def rule(self, register: str, ruling: Ruling) -> None:
        """Record a ruling; the same id twice is recorded once."""
        ...

    def coverage(self, asked: Collection[str] = (), today: date | None = None) -> Coverage:
        """Return which days of each source have been read soundly for all these names.

        With `today`, what a clock that was ahead recorded of days to come counts for nothing (Span.come_by).
        """
        ...

    def put_right(self, now: datetime) -> tuple[str, ...]:
        """Put right what a clock that was ahead recorded, now that ours is known to be right; return it in words."""
        ...

    def changes(self, register: str, since: datetime | None = None) -> tuple[Told, ...]:
        """Return the changes told of a register since a moment, in the order they happened."""
        ...

    def record(self, entry: Entry) -> bool:
        """Record an entry in one transaction; return whether anything in it was new."""
        ...

    def recorded(self) -> int:
        """Return how often something was recorded from which news may follow: an entry with something new, a ruling."""
        ...

    def health(self, today: date | None = None) -> dict[str, SourceHealth]:
        """Return how each source ever tried has been; its reach as `coverage` has it."""
        ...

    def keys(self, source: str, since: date, until: date) -> frozenset[str]:
        """Return the keys of the documents held of a source that came out on one of these days, both included."""
        ...

    def counts(self) -> dict[str, int]:
        """Return the number of documents held, by source."""
        ...

    def extent(self) -> dict[str, int]:
        """Return how much is held of what is never removed: versions of documents, rulings, changes told."""
        ...

    def lease(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
        """Take or renew a lease; return False when somebody else holds it."""
        ...

    def release(self, name: str, holder: str) -> None:
        """Give a lease back, if it is held by that holder."""
        ...

    def holder(self, name: str) -> str | None:
        """Return who took a lease last and has not given it back, run out or not; None where nobody has."""
        ...

    def recall(self, name: str) -> str | None:
        """Return what was noted last under a name, None where nothing was."""
        ...

    def remember(self, name: str, value: str, at: datetime) -> None:
        """Note a value under a name, in place of the one before. It may decide when a thing is told, never what."""
        ...

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the store and each of its rows, a line each; empty when it is sound."""
        ...

    def damaged(self, now: datetime) -> tuple[str, ...]:
        """Return what to say of the rows that were asked for and could not be read; empty where all could.

        Documents among them are noted to be fetched again.
        """
        ...

    def wanted(self, source: str) -> dict[str, date]:
        """Return the documents of a source that could not be read and are to be fetched again, with their days."""
        ...

    def mend(self, documents: Sequence[Document], now: datetime) -> None:
        """Make whole, of what was fetched again, the versions that could not be read."""
        ...

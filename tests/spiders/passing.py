"""Two days, four sources, one register: what is told when nothing goes wrong, and what when something does?"""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from monitor.model.changes import Change
from monitor.model.commitments import Commitment, Expectation, PageExpected, Register
from monitor.model.ports import Entry, Progress, Source, Watchlist
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Card, Harvest, Problem
from monitor.pipeline.tick import Subject, subjects, tell_news, tick
from spiders.catalogue import CARDS
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.replica.fault_injection import InjectedFault
from spiders.replica.imagined_year import Timeline, load
from spiders.replica.request_log import RequestLog
from spiders.replica.server import Replica
from tests import builders as b
from tests.fakes import MemoryLedger
from tests.spiders.serving import FORK_SERVER

TIMELINE = Path(__file__).with_name("samples") / "two-days.yaml"
SINCE, FIRST, SECOND = date(2025, 6, 11), date(2025, 6, 16), date(2025, 6, 18)

THINGS = {
    HANSARD: "harbour report",
    WRITTEN_QUESTIONS: "lamp report",
    WRITTEN_STATEMENTS: "buoy report",
    GOV_UK: "tide report",
}
"""What each source tells of as published on the second day."""


@cache
def watched() -> tuple[Subject, ...]:
    return subjects([register()])


def register() -> Register:
    kept = (_kept(source, thing) for source, thing in THINGS.items())
    silent = (_silent(source) for source in THINGS)
    made = b.register(*kept, *silent, _page("tomorrow", "wind report"), named="faults")
    pages = ("/guidance/knots", "/government/news/tides", "/government/publications/wind-report")
    return replace(made, compiled_on=SINCE, pages=pages, terms=("lighthouse",))


def _kept(source: str, thing: str) -> Commitment:
    if source == GOV_UK:
        return _page(source, thing)
    return _promise(f"kept-{source}", thing, b.expectation(things=(thing,)), source)


def _page(named: str, thing: str) -> Commitment:
    expect = Expectation("a page", pages=(PageExpected((GOV_UK,), ("policy_paper",), (thing,)),))
    return _promise(f"kept-{named}", thing, expect, GOV_UK, date(2025, 6, 30))


def _silent(source: str) -> Commitment:
    """Promise what nobody ever tells of, by the day before the second pass: overdue once that pass was sound."""
    return _promise(f"silent-{source}", f"{source} ledger", b.expectation(things=("ledger",)), source)


def _promise(named: str, thing: str, expect: Expectation, source: str, latest: date = date(2025, 6, 17)) -> Commitment:
    due = b.due("by then", latest, said_on=SINCE)
    milestone = b.milestone(promised_on=SINCE, due=due, expect=expect, relies_on=(source,))
    made = b.commitment(named, title=thing.title(), made_on=SINCE, due=due, milestones=(milestone,))
    return replace(made, watch=replace(made.watch, names=(thing,)))


@dataclass
class Life:
    """A ledger and what is recorded in it, pass by pass."""

    ledger: MemoryLedger = field(default_factory=MemoryLedger)

    @property
    def told(self) -> dict[str, Change]:
        return {t.change.id: t.change for t in self.ledger.changes("faults")}

    def texts(self) -> set[tuple[str, str, str]]:
        """The readings held, whole: source, key and fingerprint of every version."""
        versions = (v for name in THINGS for key in self.ledger.keys(name, date.min, date.max)
                    for v in self.ledger.versions(name, key))  # fmt: skip
        return {(v.document.source, v.document.key, v.document.fingerprint) for v in versions}

    def copied(self) -> "Life":
        return Life(self.ledger.copied())

    async def read(self, source: Source, day: date) -> Entry:
        """Make a pass over a source on a day, and return its entry with all that follows."""
        entry = await tick(
            source, self.ledger, watched(), SINCE, clock=lambda: _evening(day), tell=lambda _progress: None
        )
        return replace(entry, changes=(*entry.changes, *tell_news(self.ledger, watched(), _evening(day))))


def crawled(source: str, address: str, day: date, patience: float = 20.0) -> Source:
    """Return a source that is read by a child process of its own; patience is in seconds for one answer."""
    reach = CrawlBounds(address=address, delay=0.0, timeout=patience, grace=0.3)
    return CrawledSource(replace(CARDS[source], fewest=0), lambda: _evening(day), reach, FORK_SERVER)


def _evening(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 20, tzinfo=UTC)


@dataclass
class Kept:
    """A source whose harvest is kept: asked for the same again, it gives the same, as a crawl depends on nothing else.

    Asked for anything else, it is read anew.
    """

    source: Source
    kept: tuple[date, date, Watchlist, Harvest] | None = None

    @property
    def card(self) -> Card:
        return self.source.card

    async def changed(self, watch: Watchlist) -> str | Problem | bool:
        return await self.source.changed(watch)

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        if self.kept is not None and self.kept[:3] == (since, until, watch):
            return self.kept[3]
        harvested = await self.source.harvest(since, until, watch, tell)
        self.kept = self.kept or (since, until, watch, harvested)
        return harvested


@dataclass(frozen=True, slots=True)
class Fate:
    """What came of a fault: the passes under it and after it, and two lives to hold beside one without it."""

    faulty: Entry
    after: Entry
    spoilt: Life
    recovered: Life
    undisturbed: Life
    record: RequestLog


@dataclass
class Calm:
    """The same two days with no fault, by source: how things stand after the first pass, and after the second."""

    timeline: Timeline
    sources: dict[str, Kept]
    first: dict[str, Life]
    second: dict[str, Life]

    async def fate(self, source: str, fault: InjectedFault, patience: float) -> Fate:
        """Return what comes of a fault that begins after a first sound pass over a source, and is gone by the third."""
        spoilt = self.first[source].copied()
        async with Replica(self.timeline, lambda: SECOND, faults=[fault]) as replica:
            faulty = await spoilt.read(crawled(source, replica.addresses[source], SECOND, patience), SECOND)
        recovered = spoilt.copied()
        after = await recovered.read(self.sources[source], SECOND)
        return Fate(faulty, after, spoilt, recovered, self.second[source], replica.record)


@asynccontextmanager
async def calm() -> AsyncIterator[Calm]:
    """Read all sources on both days, and keep the second day served."""
    days, timeline = [FIRST], load(TIMELINE)
    async with Replica(timeline, lambda: days[-1]) as replica:
        first = {source: Life() for source in THINGS}
        await _all(first, _sources(replica, FIRST), FIRST)
        days.append(SECOND)
        second, kept = {source: made.copied() for source, made in first.items()}, _sources(replica, SECOND)
        await _all(second, kept, SECOND)
        yield Calm(timeline, kept, first, second)


def _sources(replica: Replica, day: date) -> dict[str, Kept]:
    return {source: Kept(crawled(source, replica.addresses[source], day)) for source in THINGS}


async def _all(lives: Mapping[str, Life], sources: Mapping[str, Kept], day: date) -> None:
    entries = await asyncio.gather(*(made.read(sources[source], day) for source, made in lives.items()))
    assert all(entry.span for entry in entries), entries

"""Does a reach into the past go on where it was stopped, and say honestly how long it will take?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.model.commitments import Register
from monitor.model.ports import Progress, Watchlist
from monitor.model.sources import Card, Harvest, Problem, Span
from monitor.pipeline.backfill import backfill
from monitor.pipeline.tick import Subject, subjects
from tests import builders as b
from tests.fakes import MemoryLedger

TODAY = date(2031, 6, 20)
CARD = Card(
    name="hansard", publisher="", address="https://lamps.example", site="", licence="", every=timedelta(hours=1),
    delay=1, overlap=timedelta(days=3), fewest=0, most=100,
)  # fmt: skip


class Clock:
    """Stands still but while a span is read."""

    def __init__(self) -> None:
        self.now = datetime(2031, 6, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Slow:
    """A source that takes five minutes for a span, and is down in those named."""

    def __init__(self, clock: Clock, down: tuple[int, ...] = ()) -> None:
        self.card, self.clock, self.down, self.kind = CARD, clock, down, "given-up"
        self.asked: list[tuple[Span, bool]] = []

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: object) -> Harvest:
        assert callable(tell)
        self.asked.append((Span(since, until), bool(watch.pages)))
        tell(Progress("hansard", 2, "reading"))
        started, self.clock.now = self.clock.now, self.clock.now + timedelta(minutes=5)
        bad = (Problem("hansard", self.kind, "nobody answers"),) if len(self.asked) in self.down else ()
        return Harvest("hansard", since, until, started, self.clock.now, (), bad)

    async def changed(self, watch: Watchlist) -> bool:
        return True


class Watching:
    def __init__(self, *registers: Register, interest: str = "") -> None:
        self._registers = registers or (replace(b.register(), pages=("/lamps",)),)
        self.interest = interest or " ".join(r.id for r in self._registers)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        return subjects(self._registers)


async def read(source: Slow, ledger: MemoryLedger, watching: Watching | None = None) -> list[str]:
    said: list[str] = []

    def tell(told: object) -> None:
        if isinstance(told, Progress):
            said.append(told.doing)

    since = date(2031, 3, 1)
    await backfill(source, ledger, watching or Watching(), since, clock=source.clock, tell=tell)
    return said


async def test_each_span_is_recorded_by_itself_and_the_estimate_comes_of_those_done() -> None:
    source, ledger = Slow(Clock()), MemoryLedger()
    said = await read(source, ledger)
    assert said[0] == "span 1 of 5: reading"
    assert said[1] == "span 2 of 5, about 13 minutes left, from 1 of 5 spans: reading"
    assert ledger.coverage().spans["hansard"] == (Span(date(2031, 3, 1), TODAY),)


async def test_what_was_read_is_counted_through_all_spans() -> None:
    source, told = Slow(Clock()), list[object]()
    await backfill(source, MemoryLedger(), Watching(), date(2031, 3, 1), clock=source.clock, tell=told.append)
    assert [t.documents for t in told if isinstance(t, Progress)] == [2, 4, 6, 8, 10]


async def test_what_is_watched_by_name_is_read_once_with_today() -> None:
    source = Slow(Clock())
    await read(source, MemoryLedger())
    assert [watching for _, watching in source.asked] == [False, False, False, False, True]


async def test_a_source_that_goes_down_keeps_what_was_read_and_goes_on_there_the_next_time() -> None:
    source, ledger = Slow(Clock(), down=(3,)), MemoryLedger()
    await read(source, ledger)
    assert len(source.asked) == 3
    await read(source, ledger)
    first = source.asked[3][0].since
    assert source.asked[1][0].until - CARD.overlap <= first <= source.asked[2][0].since
    assert ledger.coverage().spans["hansard"] == (Span(date(2031, 3, 1), TODAY),)


async def again(source: Slow, ledger: MemoryLedger, later: timedelta) -> int:
    """Make a usual pass some time later, and return of how many spans it asked."""
    source.clock.now += later
    before = len(source.asked)
    await backfill(source, ledger, Watching(), None, clock=source.clock, tell=lambda _told: None)
    return len(source.asked) - before


@pytest.mark.parametrize(("later", "asked"), [(timedelta(hours=1), 1), (timedelta(hours=7), 2), (timedelta(days=1), 2)])
async def test_days_that_failed_are_asked_for_again_by_themselves_after_some_hours(
    later: timedelta, asked: int
) -> None:
    source, ledger = Slow(Clock(), down=(2,)), MemoryLedger()
    source.kind = "http-500"
    await read(source, ledger)
    owed = ledger.health()["hansard"]
    assert (owed.failures, [f.span for f in owed.unread]) == (0, [Span(date(2031, 4, 1), date(2031, 5, 1))])
    assert await again(source, ledger, later) == asked
    assert bool(ledger.health()["hansard"].unread) is (asked == 1)


async def test_days_that_failed_the_first_time_are_read_with_the_newest_the_day_after() -> None:
    source, ledger = Slow(Clock(), down=(1,)), MemoryLedger()
    await again(source, ledger, timedelta())
    assert await again(source, ledger, timedelta(days=1)) == 1
    assert source.asked[1][0].since == source.asked[0][0].since
    assert not ledger.health()["hansard"].unread


async def test_what_was_read_for_one_register_is_read_again_for_another_and_judges_it_not_before() -> None:
    source, ledger = Slow(Clock()), MemoryLedger()
    await read(source, ledger)
    both = Watching(b.register(), b.register(b.commitment("buoys"), named="buoys"))
    assert ledger.coverage(("lamps",)).spans
    assert not ledger.coverage(("buoys",)).spans
    await read(source, ledger, both)
    assert len(source.asked) == 2 * 5
    assert ledger.coverage(("buoys",)) == ledger.coverage(("lamps",))


@pytest.mark.parametrize("what", ["terms", "departments", "titles"])
async def test_with_other_words_or_departments_days_are_read_again_where_asked_for_but_count_until_then(
    what: str,
) -> None:
    source, ledger = Slow(Clock()), MemoryLedger()
    await read(source, ledger)
    if what == "departments":
        source.card = replace(CARD, departments=("trinity-house",))
        other = Watching(interest="another configuration")
    else:
        told = b.commitment(milestones=(b.milestone(expect=b.page_expected("The lamp report")),))
        other = Watching(
            replace(b.register(), terms=("beacon",)) if what == "terms" else b.register(told), interest="another text"
        )
    assert ledger.coverage(("lamps",)).reach("hansard") == TODAY
    await read(source, ledger, other)
    assert len(source.asked) == 2 * 5
    await read(source, ledger, other)
    assert len(source.asked) == 2 * 5 + 1

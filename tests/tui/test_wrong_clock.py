"""What does a clock that is wrong do to a scan, to what counts as read, and to what is told?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from monitor.model.documents import Document
from monitor.model.errors import UserError
from monitor.model.ports import Progress, Watchlist
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Card, Harvest, Problem, Span
from monitor.pipeline.coverage.clock_check import AHEAD
from monitor.pipeline.coverage.file_harvests import harvests
from monitor.pipeline.service import Service
from state.ledger import open_ledger
from tests import builders as b
from tests.fakes import MemoryLedger
from tests.tui.conftest import Call

TODAY = date(2031, 6, 20)
NOW = datetime(2031, 6, 20, 20, tzinfo=UTC)
YEAR = timedelta(days=365)
LATE = date(2031, 6, 17)
SPOKEN = b.speech("The lamp report is being written.", date(2031, 6, 9))
SAID_LATER = b.answer("The lamp report was published today.", LATE)


@dataclass
class OneClock:
    """The time on this machine, which may be set."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at


class TimedSource:
    """A source whose server knows what time it is, and brings what lies in the days it is read for."""

    def __init__(self, name: str, ours: OneClock, *held: Document, really: datetime | None = NOW) -> None:
        day = timedelta(days=1)
        self.card = Card(name, name, f"https://{name}.example.org", "", "", day, 0, day, 0, 99)
        self.ours, self.held, self.really, self.read = ours, held, really, list[Span]()

    @property
    def clock_ahead(self) -> timedelta | None:
        return self.ours() - self.really if self.really else None

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.read.append(Span(since, until))
        now = self.ours()
        return Harvest(
            self.card.name, since, until, now, now, tuple(d for d in self.held if since <= d.published_on <= until)
        )

    async def changed(self, watch: Watchlist) -> bool:
        return True


def staffed(ours: OneClock, *sources: TimedSource, ledger: MemoryLedger | None = None) -> Service:
    return Service((b.register(),), ledger or MemoryLedger(), sources, ours, holder="us")


@pytest.mark.parametrize("wrong", [YEAR, -YEAR, timedelta(days=1, minutes=1), timedelta(days=-2)])
async def test_a_clock_that_differs_by_more_than_a_day_stops_the_scan_with_nothing_recorded(wrong: timedelta) -> None:
    ours = OneClock(NOW + wrong)
    sources = TimedSource(HANSARD, ours, SPOKEN), TimedSource(WRITTEN_QUESTIONS, ours, SAID_LATER)
    service, told = staffed(ours, *sources), list[object]()
    with pytest.raises(UserError, match="The clock of this machine says") as refused:
        await service.scan((), None, told.append)
    assert "20 June 2031 at 20:00 UTC" in refused.value.message
    assert [source.read for source in sources] == [[], []]
    assert (service.ledger.counts(), service.ledger.coverage().spans) == ({}, {})
    assert (told, service.scanning()) == ([], False)


async def test_a_clock_found_ahead_is_told_by_whoever_reads_until_it_is_set() -> None:
    ours = OneClock(NOW + YEAR)
    source = TimedSource(HANSARD, ours, SPOKEN)
    service = staffed(ours, source)
    assert service.amiss() == ()
    with pytest.raises(UserError):
        await service.scan((), None, print)
    assert ["found it ahead of the services' own" in line for line in service.amiss()] == [True]
    ours.at += timedelta(days=2)
    assert service.ahead() is not None
    ours.at = NOW
    assert (service.ahead(), service.amiss()) == (None, ())
    await service.scan((), None, print)
    ours.at = NOW + YEAR
    assert service.ahead() is None, "no service has said so since"


def test_nothing_is_published_by_a_clock_found_ahead(bywhen: Call, home: Path) -> None:
    bywhen("publish", "site")
    before = {file.name: file.read_bytes() for file in (home / "site").iterdir()}
    ledger = open_ledger(str(home / "try.sqlite"))
    ledger.remember(AHEAD, "2026-01-01", datetime(2026, 1, 1, tzinfo=UTC))
    ledger.close()
    said = bywhen("publish", "site")
    assert (said.code, said.out) == (2, "")
    assert "ahead of the services' own" in said.asides[0]
    assert {file.name: file.read_bytes() for file in (home / "site").iterdir()} == before
    assert bywhen("status").code == 1


@pytest.mark.parametrize("wrong", [timedelta(0), timedelta(hours=23), timedelta(hours=-23)])
async def test_a_clock_within_a_day_is_right_enough(wrong: timedelta) -> None:
    ours = OneClock(NOW + wrong)
    result = await staffed(ours, TimedSource(HANSARD, ours, SPOKEN)).scan((), None, print)
    assert result.sound


async def test_days_read_by_a_clock_that_was_ahead_are_read_again_and_what_came_then_is_found() -> None:
    ledger, ours = MemoryLedger(), OneClock(NOW - timedelta(days=6))
    source = TimedSource(WRITTEN_QUESTIONS, ours, SAID_LATER, really=None)
    service = staffed(ours, source, ledger=ledger)
    await service.scan((), date(2031, 4, 1), print)
    ours.at += YEAR  # one scan, while the 14th is the real day: what is said on the 17th is not there yet
    source.held = ()
    await service.scan((), None, print)
    assert ledger.coverage().reach(WRITTEN_QUESTIONS) == TODAY - timedelta(days=6) + YEAR
    ours.at, source.held, source.really = NOW, (SAID_LATER,), NOW
    told = list[object]()
    result = await service.scan((), None, told.append)
    assert any(isinstance(one, Problem) and one.kind == "wrong-clock" for one in told)
    assert result.documents == 1
    assert ledger.coverage().reach(WRITTEN_QUESTIONS) == TODAY
    assert [h.reach for h in service.health()] == [TODAY]


async def test_what_was_told_of_days_that_had_not_come_is_taken_back_once_the_clock_is_right() -> None:
    due = b.due("by the end of the year", date(2031, 12, 31))
    register = b.register(b.commitment(due=due, milestones=(b.milestone(due=due),)))
    ours = OneClock(NOW + YEAR)
    sources = TimedSource(HANSARD, ours, really=None), TimedSource(WRITTEN_QUESTIONS, ours, really=None)
    service = Service((register,), MemoryLedger(), sources, ours, holder="us")
    first = await service.scan((), date(2031, 1, 1), print)
    assert [c.after for c in first.changes if c.kind == "status"] == ["overdue"]
    ours.at = NOW
    assert service.amiss() != ()
    assert service.look_again() == ()
    for one in sources:
        one.really = NOW
    (mended,) = [c for c in (await service.scan((), None, print)).changes if c.kind == "correction"]
    assert "as of 1 January 2032, a day that had not come" in " ".join(mended.details)
    assert (mended.before, mended.after) == ("overdue", "pending")
    assert service.amiss() == ()
    assert all(told.told_at <= NOW for told in service.ledger.changes(register.id))


async def test_a_board_is_never_told_for_a_day_before_the_newest_day_told() -> None:
    ours = OneClock()
    service = staffed(ours, TimedSource(HANSARD, ours, SPOKEN, really=None))
    service.ingest(harvests([SPOKEN, SAID_LATER], ours()))
    before = service.changes()
    assert {t.change.after for t in before if t.change.kind == "status"} == {"overdue", "delivered"}
    for wrong in (YEAR, timedelta(days=5), timedelta(days=1)):
        ours.at = NOW - wrong
        assert service.look_again() == ()
        assert (await service.scan((), None, print)).changes == ()
        assert service.ingest(harvests([b.speech("The lamp report waits.", date(2031, 6, 1))], ours())).changes == ()
        assert "none are told before that day" in service.amiss()[0]
    assert service.changes() == before
    ours.at = NOW
    assert service.amiss() == ()
    service.look_again()
    assert [t for t in service.changes() if t.change.kind == "correction"] == []


async def test_a_clock_set_back_within_the_day_tells_nothing_twice() -> None:
    ours = OneClock()
    service = staffed(ours, TimedSource(HANSARD, ours, SPOKEN, really=None))
    await service.scan((), date(2031, 1, 1), print)
    before = service.changes()
    ours.at -= timedelta(hours=3)
    result = await service.scan((), date(2031, 1, 1), print)
    assert (result.changes, service.changes(), service.amiss()) == ((), before, ())

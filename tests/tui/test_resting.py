"""Does the loop leave Hansard alone while no House sits, and read it once a day all the same?"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from monitor.deadlines.parliament_calendar import Calendar
from monitor.model.ports import Progress, Watchlist
from monitor.model.sources import Card, Harvest, Problem
from monitor.pipeline.scan_loop import loop, resting, turns
from monitor.pipeline.service import Service
from spiders.catalogue import CARDS, HANSARD_CARD
from tests import builders as a
from tests.fakes import MemoryLedger
from tui.calendar_refresh import HouseCalendar

AUGUST = datetime(2025, 8, 12, 12, tzinfo=UTC)
JUNE = datetime(2025, 6, 17, 12, tzinfo=UTC)
OFTEN = replace(HANSARD_CARD, every=timedelta(seconds=0.02))


class Read:
    """A source that counts how often it was read."""

    def __init__(self, card: Card, now: datetime) -> None:
        self.card, self.now, self.times = card, now, 0

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.times += 1
        return Harvest(self.card.name, since, until, self.now, self.now, ())

    async def changed(self, watch: Watchlist) -> bool:
        return True


def staffed(tmp_path: Path, now: datetime, *cards: Card) -> tuple[Service, list[Read]]:
    read = [Read(card, now) for card in cards]
    known = HouseCalendar(tmp_path / "calendar.json", "http://127.0.0.1:9", 0.0, None)
    return Service((a.register(),), MemoryLedger(), tuple(read), lambda: now, holder="us", sittings=known), read


def test_only_a_source_that_lives_from_sittings_rests_and_only_while_there_are_none(tmp_path: Path) -> None:
    cards = tuple(CARDS.values())
    assert [c.name for c in cards if resting(staffed(tmp_path, AUGUST, c)[0], c.name)] == ["hansard"]
    assert not any(resting(staffed(tmp_path, JUNE, c)[0], c.name) for c in cards)
    without = Service((a.register(),), MemoryLedger(), (Read(HANSARD_CARD, AUGUST),), lambda: AUGUST, holder="us")
    assert not resting(without, "hansard"), "switched off in the configuration"


def test_read_today_its_next_turn_is_tomorrow(tmp_path: Path) -> None:
    for now, later in ((AUGUST, timedelta(days=1)), (JUNE, HANSARD_CARD.every)):
        service, _ = staffed(tmp_path, now, HANSARD_CARD)
        asyncio.run(service.scan((), None, lambda told: None))
        assert turns(service)["hansard"].first - now == later


async def test_the_loop_reads_it_once_on_such_a_day_and_says_when_the_calendar_is_not_reached(tmp_path: Path) -> None:
    now = datetime.now(UTC)  # the scheduler has a clock of its own
    service, (idle, other) = staffed(tmp_path, now, OFTEN, replace(OFTEN, name="gov-uk", sitting=False))
    assert isinstance(service.sittings, HouseCalendar)
    service.sittings.calendar = silent(now.date())
    told: list[object] = []
    stop = asyncio.Event()
    running = asyncio.create_task(loop(service, told.append, stop))
    async with asyncio.timeout(10):
        while other.times < 5 or not any(isinstance(t, Problem) for t in told):  # noqa: ASYNC110 - it offers no event
            await asyncio.sleep(0.01)
    stop.set()
    await running
    assert idle.times == 1
    assert [(t.source, t.kind) for t in told if isinstance(t, Problem)] == [("whatson", "refused")]


def silent(today: date) -> Calendar:
    """Return a calendar, fetched days ago, in which no House sits for a month around today."""
    month = timedelta(days=30)
    days = (today - month, today + month)
    return Calendar("http://127.0.0.1:9", today - timedelta(days=3), days[0], days[1], days, days, (), ())

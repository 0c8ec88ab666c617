"""Do the sources of one host wait for each other, and only while the host is asked?"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from monitor.model.ports import Progress, Source, Watchlist
from monitor.model.sources import Card, Harvest, Problem
from monitor.pipeline.source_groups import in_turn
from spiders.catalogue import GOV_UK_CARD, HANSARD_CARD, WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD

ON = date(2031, 6, 16)
NOON = datetime(2031, 6, 16, 12, tzinfo=UTC)


@dataclass
class Asking:
    """A source that is asked until it is told to end, and says who is asked meanwhile."""

    card: Card
    now: set[str]
    met: list[frozenset[str]]
    end: asyncio.Event = field(default_factory=asyncio.Event)

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        await self._asked()
        return Harvest(self.card.name, since, until, NOON, NOON, (), ())

    async def changed(self, watch: Watchlist) -> str | Problem | bool:
        await self._asked()
        return True

    async def _asked(self) -> None:
        self.now.add(self.card.name)
        self.met.append(frozenset(self.now))
        await self.end.wait()
        self.now.remove(self.card.name)


async def settled() -> None:
    """Let every task go on until it waits."""
    for _ in range(10):
        await asyncio.sleep(0)


def asking(*cards: Card) -> tuple[Sequence[Asking], tuple[Source, ...], set[str]]:
    now: set[str] = set()
    met: list[frozenset[str]] = []
    every = [Asking(card, now, met) for card in cards]
    return every, in_turn(every), now


def read(source: Source) -> "asyncio.Task[Harvest]":
    return asyncio.create_task(source.harvest(ON, ON, Watchlist(), lambda _said: None))


async def test_two_sources_of_one_host_are_never_asked_at_once_and_others_are() -> None:
    every, sources, now = asking(WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD, HANSARD_CARD, GOV_UK_CARD)
    tasks = [read(source) for source in sources]
    await settled()
    assert now == {"written-questions", "hansard", "gov-uk"}
    for one in every:
        one.end.set()
    await asyncio.gather(*tasks)
    assert not any({"written-questions", "written-statements"} <= met for met in every[0].met)
    assert frozenset({"written-statements"}) <= every[0].met[-1]


async def test_a_look_at_a_source_waits_for_its_host_as_a_crawl_does() -> None:
    every, sources, now = asking(WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD)
    crawl, look = read(sources[0]), asyncio.create_task(_looked(sources[1]))
    await settled()
    assert now == {"written-questions"}
    every[0].end.set()
    await crawl
    await settled()
    assert now == {"written-statements"}
    every[1].end.set()
    assert await look is True


async def test_the_next_source_of_a_host_is_asked_before_what_the_first_brought_is_recorded() -> None:
    every, sources, now = asking(WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD)
    recorded = asyncio.Event()

    async def passed(source: Source) -> None:
        await source.harvest(ON, ON, Watchlist(), lambda _said: None)
        await recorded.wait()

    tasks = [asyncio.create_task(passed(source)) for source in sources]
    every[0].end.set()
    await settled()
    assert now == {"written-statements"}
    every[1].end.set()
    recorded.set()
    await asyncio.gather(*tasks)


async def test_a_crawl_that_is_called_off_lets_the_next_of_its_host_begin() -> None:
    every, sources, now = asking(WRITTEN_QUESTIONS_CARD, WRITTEN_STATEMENTS_CARD)
    first, second = read(sources[0]), read(sources[1])
    await settled()
    first.cancel()
    await settled()
    assert "written-statements" in now
    every[1].end.set()
    assert (await second).source == "written-statements"


async def _looked(source: Source) -> str | Problem | bool:
    return await source.changed(Watchlist())

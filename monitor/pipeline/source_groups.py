"""Which sources wait for each other in a scan, and how do those that are read at the same time end together?"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from monitor.model.ports import Progress, Source, Timed, Watchlist
from monitor.model.sources import Card, Harvest, Problem


class InTurn:
    """A source that asks its host for nothing while another of the same host does (a monitor.model.ports.Source).

    What it brought is weighed and recorded while the next is read already.
    """

    def __init__(self, source: Source, host: asyncio.Lock) -> None:
        self._source = source
        self._host = host

    @property
    def card(self) -> Card:
        return self._source.card

    @property
    def clock_ahead(self) -> timedelta | None:
        return self._source.clock_ahead if isinstance(self._source, Timed) else None

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        async with self._host:
            return await self._source.harvest(since, until, watch, tell)

    async def changed(self, watch: Watchlist) -> str | Problem | bool:
        async with self._host:
            return await self._source.changed(watch)


def in_turn(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources so that they may all be read at once: those of one host then come one after the other."""
    hosts: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
    return tuple(InTurn(source, hosts[urlsplit(source.card.address).netloc]) for source in sources)


async def ended(*tasks: asyncio.Future[Any]) -> None:
    """Wait until tasks are over, cancelled where they still run: a crawl's child ends before its lease does."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

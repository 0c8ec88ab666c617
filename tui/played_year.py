"""How is a past year played again: a replica that knows no more than the day, a clock that goes with it, real scans?"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from monitor.model.changes import Change
from monitor.model.commitments import Register
from monitor.pipeline.process_identity import own_name
from monitor.pipeline.service import Service
from monitor.registers import SHIPPED, load, shipped
from spiders.catalogue import CARDS
from spiders.fork_server import ForkServer
from spiders.replica.imagined_year import PACKAGED
from spiders.replica.imagined_year import load as load_timeline
from spiders.replica.server import Replica
from state.config import Config, SourceSettings
from state.ledger import open_ledger
from tui.tables import board_text, change_lines
from tui.wiring import sources

if TYPE_CHECKING:
    from tui.app import BywhenApp

FIRST, LAST = date(2025, 1, 6), date(2025, 12, 31)
_UNBROKEN = 10_000
"""A width in which no headline is wrapped."""


@dataclass(slots=True)
class PlayedDay:
    """The one thing that moves in a replay: what day it is there."""

    today: date

    def moment(self) -> datetime:
        """Return the end of the working day, in UTC."""
        return datetime.combine(self.today, time(20), tzinfo=UTC)


class Replay:
    """The year 2025 up to a day, a scan every `speed` days, kept in a state of its own.

    The register's ledger is left out: the statuses are found by the rules alone.
    """

    def __init__(self, state: str, speed: int, last: date = LAST) -> None:
        self._state = state
        self._last = last
        self._speed = timedelta(days=speed)
        self._day = PlayedDay(FIRST)

    async def printed(self, say: Callable[[str], None], width: int) -> None:
        """Print one line for each change as it comes, and the board of the last day at the end."""
        async with self._staffed() as service:
            async for changes in self._played(service):
                for change in changes:
                    say(next(change_lines(change, _UNBROKEN)))
            say("")
            say(board_text(service.board(), service.health(), width=width))

    async def on_screen(self) -> None:
        """Play it in the dashboard."""
        from tui.app import BywhenApp  # noqa: PLC0415  # only a terminal needs it

        async with self._staffed() as service:

            async def play(app: "BywhenApp") -> None:
                async for changes in self._played(service):
                    app.refresh_board()
                    app.tell(*(c for c in changes if c.kind == "status"))

            app = BywhenApp(service, scan_every=None, first_scan=False, title="bywhen: 2025 replayed", driver=play)
            await app.run_async()

    @asynccontextmanager
    async def _staffed(self) -> AsyncIterator[Service]:
        register = load(shipped(), SHIPPED)
        async with Replica(load_timeline(PACKAGED), lambda: self._day.today, clock=self._day.moment) as replica:
            settings = {name: SourceSettings(enabled=False) for name in CARDS}  # the replica serves what it serves
            settings |= {n: SourceSettings(address=url, delay=0, fewest=0) for n, url in replica.addresses.items()}
            ledger = open_ledger(self._state)
            try:
                with ForkServer() as fork_server:
                    read = sources(Config(sources=settings), self._day.moment, fork_server)
                    yield Service((unruled(register),), ledger, read, self._day.moment, holder=own_name())
            finally:
                ledger.close()

    async def _played(self, service: Service) -> AsyncIterator[tuple[Change, ...]]:
        while True:
            result = await service.scan((), FIRST if self._day.today == FIRST else None, _quiet)
            yield result.changes
            if self._day.today >= self._last:
                return
            self._day.today = min(self._day.today + self._speed, self._last)


def unruled(register: Register) -> Register:
    """Return a register without its ledger of what happened."""
    commitments = tuple(replace(c, ledger=()) for c in register.commitments)
    return replace(register, commitments=commitments, digest=f"unruled-{register.digest}"[:20])


def _quiet(told: object) -> None:
    """Progress is not worth a word here: the changes are."""

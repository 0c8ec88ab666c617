"""bywhen run: the loop, headless. Ticks on a schedule that follows from the cards and the ledger; an orderly stop."""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from monitor.model.changes import Change
from monitor.model.errors import BusyError
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.scan_loop import loop
from tui.commands.common import aside, common, opened_service, say, width
from tui.tables import change_lines
from tui.wiring import narrator

if TYPE_CHECKING:
    from monitor.pipeline.service import Service, Tell


@click.command("run")
@common
def command() -> None:
    """Read the sources again and again, each at its time, and print what changes.

    Ctrl-C (SIGINT) or SIGTERM ends it as soon as the pass under way is over; a second one ends it at once.
    """
    with opened_service(looping=True) as service:
        if not service.lead():
            raise BusyError(
                "A loop is already at work on this state.", "stop that loop first, or use another state with --state"
            )
        aside(f"watching {', '.join(service.sources)}; stop with Ctrl-C")
        asyncio.run(_until_told(service, _teller()))
        aside("stopped")


async def _until_told(service: "Service", tell: "Tell") -> None:

    stop = asyncio.Event()
    looping = asyncio.ensure_future(loop(service, tell, stop))

    def told() -> None:
        if stop.is_set():
            looping.cancel()
        else:
            aside("stopping when the pass under way is over; Ctrl-C again stops it at once")
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told)
    with suppress(asyncio.CancelledError):
        await looping


def _teller() -> "Tell":
    """Return who prints the changes and has the rest told aside."""
    told_aside = narrator()

    def tell(told: Progress | Problem | Change) -> None:
        if isinstance(told, Change):
            say("\n".join(change_lines(told, width())))
        else:
            told_aside(told)

    return tell

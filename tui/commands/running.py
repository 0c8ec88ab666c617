"""bywhen run: the loop, headless. Ticks on a schedule that follows from the cards and the ledger; an orderly stop."""

import asyncio
import signal

import click

from monitor.errors import UserError
from tui.commands.common import aside, common, desk


@click.command("run")
@common
def command() -> None:
    """Watch the sources without end; SIGINT or SIGTERM ends it in order."""
    from tui.looping import loop  # noqa: PLC0415
    from tui.telling import Narrator  # noqa: PLC0415

    async def until_told() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        if not await loop(staff, Narrator(), stop):
            raise UserError("A loop is already at work on this state.", "stop that one first, or use another --state")

    with desk() as staff:
        aside(f"watching {', '.join(staff.sources)}; stop with Ctrl-C")
        asyncio.run(until_told())
        aside("stopped")

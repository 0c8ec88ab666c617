"""bywhen demo: the year 2025 replayed against a local imitation of the sources."""

import asyncio

import click

from monitor.model.errors import UserError
from spiders.spool_folders import spool_folder
from tui.commands.common import aside, say, screened, width
from tui.played_year import Replay

WATCHED, PRINTED = 14, 20
"""Days between two scans, on a screen and without one. Longer steps save little: a source is then read in parts."""


@click.command("demo")
@click.option(
    "--speed",
    type=click.IntRange(1, 60),
    help=f"How many days of the year pass between two scans: {WATCHED} in the dashboard, {PRINTED} without a terminal.",
)
def command(speed: int | None) -> None:
    """Replay the year 2025 through real scans, in the dashboard. Without a terminal: print each change."""
    watched = screened()
    try:
        with spool_folder("demo") as folder:
            replay = Replay(str(folder / "demo.sqlite"), speed or (WATCHED if watched else PRINTED))
            if watched:
                asyncio.run(replay.on_screen())
            else:
                aside("the year 2025, replayed against a local imitation of the sources and judged by the rules alone")
                asyncio.run(replay.printed(say, width()))
    except OSError as wrong:
        if wrong.filename is None:
            raise
        raise UserError(
            f"{wrong.filename}: {wrong.strerror}", "make room there, or name another folder in the variable TMPDIR"
        ) from None

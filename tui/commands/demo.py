"""bywhen demo: the year 2025 replayed against a local imitation of the sources."""

import asyncio
import sys
import tempfile
from pathlib import Path

import click

from tui.commands.common import aside, say, width


@click.command("demo")
@click.option("--speed", type=click.IntRange(1, 60), default=14, show_default=True, help="Days between two scans.")
def command(speed: int) -> None:
    """Replay the year 2025 through real scans, in the dashboard; without a terminal, a line for each change."""
    from tui.replaying import Replay  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="bywhen-demo-") as folder:
        replay = Replay(str(Path(folder) / "demo.sqlite"), speed)
        if sys.stdin.isatty() and sys.stdout.isatty():
            asyncio.run(replay.on_screen())
        else:
            aside("the year 2025, replayed against a local imitation of the sources; by the rules alone")
            asyncio.run(replay.printed(say, width()))

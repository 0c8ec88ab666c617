"""bywhen alone: the dashboard; without a terminal a scan, then the board."""

import asyncio
import sys
from datetime import timedelta

import click

from tui.commands.common import aside, common, desk, say, width

SCAN_EVERY = timedelta(minutes=30)
TELL_DEMO = "No source could be reached. This is what the register and the state hold; `make demo` needs no network."


@click.command("dashboard", hidden=True)
@common
def command() -> None:
    """Open the dashboard; without a terminal: scan, then print the board."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        _dashboard()
    else:
        _printed()


def _dashboard() -> None:
    from tui.app import BywhenApp  # noqa: PLC0415

    with desk() as staff:
        leads = staff.lead()
        app = BywhenApp(staff, scan_every=SCAN_EVERY if leads else None, first_scan=leads)
        try:
            app.run()
        finally:
            staff.step_down()


def _printed() -> None:
    from tui.tables import board_text  # noqa: PLC0415
    from tui.telling import Narrator  # noqa: PLC0415

    with desk() as staff:
        result = asyncio.run(staff.scan((), None, Narrator()))
        say(board_text(staff.board(), staff.health(), width=width()))
    if result.failed:
        aside(f"could not read soundly: {', '.join(result.failed)}")
    if not result.read:
        aside(TELL_DEMO)

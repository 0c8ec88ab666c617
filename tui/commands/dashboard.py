"""bywhen alone: the dashboard; without a terminal a scan, then the board."""

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from monitor.model.errors import UserError
from monitor.pipeline.scan_loop import lead, turns
from state.visit_file import visit_place
from tui.app import BywhenApp
from tui.commands.common import aside, common, opened_service, say, screened, width
from tui.narration import failures
from tui.tables import board_text
from tui.visit import DashboardVisit
from tui.wiring import narrator

if TYPE_CHECKING:
    from monitor.pipeline.service import Service

SCAN_EVERY = timedelta(minutes=30)
TELL_DEMO = (
    "No source could be read: the board shows only what the register and the state hold. "
    "`make demo` replays a year, and needs no network."
)


@click.command("dashboard", hidden=True)
@common
def command() -> None:
    """Open the dashboard. Without a terminal: make one scan, then print the board."""
    if screened():
        _dashboard()
    else:
        _printed()


def _dashboard() -> None:

    with opened_service(looping=True) as service:
        leads = service.lead()

        async def keep_leading(_app: "BywhenApp") -> None:
            await lead(service, asyncio.Event())

        visit = DashboardVisit(visit_place(), service.ledger.place)
        app = BywhenApp(
            service,
            scan_every=SCAN_EVERY if leads else None,
            first_scan=leads,
            driver=keep_leading if leads else None,
            view=visit.view,
            keep=visit.keep,
            last_visit=visit.last,
            turns=lambda: {name: turn.first for name, turn in turns(service).items()},
        )
        try:
            app.run()
        finally:
            visit.leave(service.now(), app.unseen)
            service.step_down()


def _printed() -> None:

    with opened_service(crawling=True) as service:
        _scanned(service)
        say(board_text(service.board(), service.health(), width=width()))


def _scanned(service: "Service") -> None:
    """Scan and say what failed. That another scan is at work is no reason not to show the board."""
    try:
        result = asyncio.run(service.scan((), None, narrator()))
    except UserError as busy:
        aside(busy.message)
        return
    for line in failures(result):
        aside(line)
    if not result.read:
        aside(TELL_DEMO)

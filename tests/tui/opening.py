"""How tests open the dashboard on a fake desk, and read what stands on its screen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from monitor.model.boards import Move, Proof, Status, Stop
from monitor.model.dossiers import Dossier
from monitor.model.evidence import Relation
from tests import builders as a
from tests.tui.fake_service import FakeService
from tui.app import BywhenApp

HOSTILE = "[/bold] [@click=app.quit]go[/] [$error]red[/] \x1b]0;owned\x07\x9b31m\u202egnp.\u200b"
HARMLESS = "[/bold] [@click=app.quit]go[/] [$error]red[/] ]0;owned31mgnp."


@asynccontextmanager
async def opened(
    service: FakeService, size: tuple[int, int] = (120, 26), **how: Any
) -> AsyncIterator[tuple[BywhenApp, Pilot[None]]]:
    app = BywhenApp(service, **how)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        yield app, pilot


async def settled(app: BywhenApp, pilot: Pilot[None]) -> None:
    """Wait until no question is on its way; a scan may go on."""
    for _ in range(100):
        await pilot.pause()
        if not any(w.group == "ask" for w in app.workers):
            await pilot.pause()
            return
        await asyncio.sleep(0.01)


async def eventually(so: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is so; fail where it is not in time."""
    async with asyncio.timeout(seconds):
        while not so():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


async def typed(app: BywhenApp, pilot: Pilot[None], key: str, words: str) -> None:
    """Press the key that brings a field, put words into it, and send them."""
    await pilot.press(key)
    app.screen.query_one(Input).value = words
    await pilot.press("enter")
    await pilot.pause()


def shown(app: BywhenApp) -> str:
    """Return what stands on the screen, line by line."""
    screen = app.screen
    lines = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)


def toasts(app: BywhenApp) -> list[str]:
    return [toast.message for toast in app._notifications]


def where(app: BywhenApp) -> type:
    return type(app.screen)


def a_rich_dossier() -> Dossier:
    due = a.due("later in May", date(2031, 5, 31))
    moves = (Move(date(2031, 4, 28), due, "It will come later in May.", "https://example.org/moved"),)
    proof = Proof(date(2031, 6, 16), date(2031, 6, 16), False, "It is published.", "https://example.org/proof", "rules")
    late: dict[str, Any] = {"delivered_on": date(2031, 6, 16), "days_late": 61}
    kept = a.milestone_row(status=Status.DELIVERED, moves=moves, proof=proof, **late)
    stop = Stop(date(2031, 6, 17), "superseded", "new-report", "It is overtaken.", "https://example.org/stop", True)
    row = a.row(status=Status.DELIVERED, milestones=(kept,), stop=stop, **late)
    heard = (
        a.weighed(a.evidence(Relation.DELIVERS, quote="First sentence.", url="https://example.org/first"), "accepted"),
        a.weighed(a.evidence(Relation.DELAYS, quote="Second sentence.", reasons=("says later",))),
    )
    return a.dossier(row, evidence=heard, rulings=(a.ruling(why="I read it."),), changes=(a.change(),))

"""The dashboard while something goes on: scans, slow and refusing desks, drivers."""

import asyncio
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.widgets import Input
from textual.widgets._toast import Toast

from monitor.model.boards import Status
from monitor.model.errors import UserError
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.service_port import ScanResult
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, opened, settled, shown, toasts, where
from tui.app import BywhenApp
from tui.screens.day_screen import DayScreen
from tui.screens.health_screen import HealthScreen
from tui.widgets.board_table import BoardTable


async def test_hostile_headlines_are_toasted_as_plain_text() -> None:
    change = a.change(headline=HOSTILE)
    service = FakeService(result=ScanResult((change,), (), ("hansard",), (), 1))
    async with opened(service, first_scan=True) as (app, pilot):
        await settled(app, pilot)
        assert HARMLESS in toasts(app)
        assert not any(toast.markup for toast in app._notifications)


async def test_keys_answer_while_a_scan_is_under_way() -> None:
    said = (Progress("gov-uk", 7, "reading pages"), Problem("gov-uk", "slow", "took long"), a.change())
    service = FakeService(said=said, hold=asyncio.Event())
    async with opened(service, first_scan=True) as (app, pilot):
        text = shown(app)
        assert "Scanning…" in text
        assert "gov-uk 7 documents read, reading pages" in text
        await pilot.press("h")
        await settled(app, pilot)
        assert where(app) is HealthScreen
        assert "Scanning…" in shown(app)
        await pilot.press("s")
        assert service.scans == 1


async def test_keys_answer_while_the_desk_is_slow() -> None:
    service = FakeService(gate=threading.Event())
    async with BywhenApp(service).run_test() as pilot:
        await pilot.press("d")
        answered = isinstance(pilot.app.screen, DayScreen)
        service.gate.set()  # type: ignore[union-attr]  # it was given two lines above
    assert answered


@pytest.mark.parametrize("key", ["slash", "d"])
async def test_no_toast_lies_on_a_field_that_somebody_types_in_nor_on_the_last_two_lines(key: str) -> None:
    long = "A national inquiry into grooming gangs: progress. " + "The draft terms of reference came out. " * 9
    app = BywhenApp(FakeService(rows=a.board(a.row(), as_of=TODAY)))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(app, pilot)
        await pilot.press(key)
        for _ in range(3):
            app.tell(*(a.change(headline=long) for _ in range(85)))
            await settled(app, pilot)
        field = app.screen.query_one(Input)
        assert field.has_focus
        lain_on = [app.screen.get_widget_at(x, y)[0] for x in range(80) for y in (*field.region.line_range, 22, 23)]
        assert "82 more" in shown(app)
        assert not [w for w in lain_on if isinstance(w, Toast)]


async def test_when_a_scan_ends_the_board_is_asked_again_and_the_cursor_stays() -> None:
    rows = [a.row(a.commitment(f"c{n}", title=f"Promise {n}")) for n in range(3)]
    service = FakeService(rows=a.board(*rows, as_of=TODAY), result=ScanResult((a.change(),), (), ("hansard",), (), 4))
    async with opened(service) as (app, pilot):
        await pilot.press("down", "down")
        newcomer = a.row(a.commitment("c9", title="Promise 9"))
        service.rows = a.board(newcomer, *rows, as_of=TODAY)
        await pilot.press("s")
        await settled(app, pilot)
        await settled(app, pilot)
        text = shown(app)
        assert "Promise 9" in text
        assert "Overdue: a report on the lamps" in toasts(app)
        assert "4 documents new or altered" in text
        table = app.screen.query_one(BoardTable)
        assert table.current == 3
        assert table.rows_shown[3].commitment.id == "c2"


async def test_a_source_that_fails_is_told_and_not_taken_for_silence() -> None:
    service = FakeService(result=ScanResult((), (Problem("gov-uk", "http", "503"),), (), ("gov-uk",), 0))
    async with opened(service, first_scan=True) as (app, pilot):
        await settled(app, pilot)
        assert "Could not read gov-uk: press h to see why." in toasts(app)
        assert "could not read gov-uk" in shown(app)


async def test_quitting_waits_for_the_scan_to_clean_up() -> None:
    service = FakeService(hold=asyncio.Event())
    async with opened(service, first_scan=True) as (app, pilot):
        assert "Scanning…" in shown(app)
        await pilot.press("q")
        for _ in range(100):
            if not app.is_running:
                break
            await asyncio.sleep(0.01)
    assert service.cleaned_up
    assert app.return_code == 0


async def test_a_question_the_desk_refuses_is_told_and_the_app_goes_on() -> None:
    service = FakeService(wrong=UserError("the state is from a later version", "update bywhen"))
    async with opened(service) as (app, pilot):
        assert any("the state is from a later version\nupdate bywhen" in toast for toast in toasts(app))
        assert "! the state is from a later version: update bywhen" in shown(app)
        service.wrong = None
        app.refresh_board()
        await settled(app, pilot)
        assert "A report on the lamps" in shown(app)


async def test_a_scan_that_is_refused_is_told_and_may_be_tried_again() -> None:
    service = FakeService(wrong_scan=UserError("a loop scans already", "wait for it"))
    async with opened(service, first_scan=True) as (app, pilot):
        await settled(app, pilot)
        assert "Not scanned: a loop scans already" in shown(app)
        service.wrong_scan = None
        await pilot.press("s")
        await settled(app, pilot)
        assert service.scans == 2


async def test_a_driver_can_replay_changes_into_the_board_from_any_thread() -> None:
    replayed = asyncio.Event()
    service = FakeService()

    async def replay(app: BywhenApp) -> None:
        service.rows = a.board(a.row(status=Status.OVERDUE, days_late=1), as_of=TODAY + timedelta(days=1))
        change = replace(a.change(), headline="One day late")
        await asyncio.to_thread(app.tell, change)
        replayed.set()

    async with opened(service, driver=replay) as (app, pilot):
        await replayed.wait()
        await settled(app, pilot)
        assert "17 June 2031" in shown(app)
        assert "1 overdue" in shown(app)
        assert "One day late" in toasts(app)


async def test_a_board_that_changes_while_it_is_worked_out_is_asked_for_once_more() -> None:
    gate = threading.Event()
    gate.set()
    service = FakeService(gate=gate)
    async with opened(service) as (app, pilot):
        service.asked.clear()
        gate.clear()
        for _ in range(5):
            app.refresh_board()
        await pilot.pause()
        gate.set()
        await settled(app, pilot)
        await settled(app, pilot)
        assert 1 <= service.asked.count("board None") <= 2

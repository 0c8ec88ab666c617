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
from monitor.pipeline.service_port import BrokenScanError, ScanResult
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, eventually, opened, settled, shown, toasts, where
from tui.app import BywhenApp
from tui.screens.day_screen import DayScreen
from tui.screens.health_screen import HealthScreen
from tui.widgets.board_table import BoardTable

LATE = a.board(a.row(status=Status.OVERDUE, days_late=61), as_of=TODAY)


async def test_hostile_headlines_are_toasted_as_plain_text() -> None:
    change = a.change(headline=HOSTILE)
    service = FakeService(rows=LATE, result=ScanResult((change,), (), ("hansard",), (), 1))
    async with opened(service, first_scan=True) as (app, pilot):
        await settled(app, pilot)
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
    app = BywhenApp(FakeService(rows=LATE))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(app, pilot)
        await pilot.press(key)
        for _ in range(3):
            app.tell(*(a.change(headline=long) for _ in range(85)))
            await settled(app, pilot)
        await eventually(lambda: "82 more" in shown(app))
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
        assert "17 Jun 2031" in shown(app)
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


async def test_a_toast_never_says_other_than_the_row() -> None:
    overdue, pending = (
        a.change(headline="It is overdue"),
        replace(a.change(), after="pending", headline="It is pending"),
    )
    service = FakeService(rows=LATE)
    async with opened(service) as (app, pilot):
        app.tell(pending)
        await settled(app, pilot)
        await settled(app, pilot)
        assert not toasts(app)
        app.tell(overdue)
        await settled(app, pilot)
        await settled(app, pilot)
        assert toasts(app) == ["It is overdue"]


async def test_what_another_process_records_is_shown_without_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BywhenApp, "LOOK_EVERY", timedelta(milliseconds=10))
    service = FakeService()
    async with opened(service) as (app, pilot):
        await eventually(lambda: app.stamp is not None)
        service.rows, service.stamped = LATE, "2"
        await eventually(lambda: "61 days late" in shown(app))
        asked = service.asked.count("board None")
        await asyncio.sleep(0.1)
        await settled(app, pilot)
        assert service.asked.count("board None") == asked


async def test_one_source_is_scanned_alone_and_a_scan_can_be_stopped() -> None:
    service = FakeService(sources=(a.health("bills"), a.health("hansard")), hold=asyncio.Event())
    async with opened(service) as (app, pilot):
        await pilot.press("h")
        await settled(app, pilot)
        await pilot.press("down", "S")
        await eventually(lambda: service.scans == 1)
        assert service.scanned == [("hansard",)]
        await pilot.press("x")
        await eventually(lambda: service.cleaned_up)
        await settled(app, pilot)
        assert not app.scan.running
        assert "The scan was stopped: what was read of it is kept." in toasts(app)
        await pilot.press("x")
        assert "No scan is under way." in toasts(app)
        await pilot.press("s")
        await eventually(lambda: service.scans == 2)
        assert service.scanned[-1] == ()


async def test_a_bug_in_one_source_is_told_and_the_dashboard_goes_on() -> None:
    broken = BrokenScanError(ScanResult((), (), (), ("bills",), 0))
    service = FakeService(wrong_scan=broken)
    async with opened(service, first_scan=True) as (app, pilot):
        await settled(app, pilot)
        assert any("A bug in bywhen" in toast for toast in toasts(app))
        assert "could not read bills" in shown(app)
        await pilot.press("h")
        assert where(app) is HealthScreen

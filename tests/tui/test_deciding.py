"""Deciding on a promise's page and on the board: what each key asks, sends, refuses and takes back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from monitor.model.commitments import RulingKind
from monitor.model.errors import UserError
from monitor.model.evidence import Relation
from tests import builders as a
from tests.tui.fake_service import FakeService
from tests.tui.opening import HOSTILE, opened, shown, toasts, where
from tests.tui.pages import OTHER, QUOTE, done, held, kept, staffed
from tui.screens.board_screen import BoardScreen
from tui.screens.decision_screen import DecisionScreen
from tui.view import View

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)])
KNOWN = View(reviewer="Cy")


@SIZES
@pytest.mark.parametrize("before", [(), ("enter",)])
async def test_a_delivery_is_confirmed_by_a_and_enter(size: tuple[int, int], before: tuple[str, ...]) -> None:
    service = held()
    async with opened(service, size, view=KNOWN) as (app, pilot):
        await done(app, pilot, *before, "a")
        assert where(app) is DecisionScreen
        assert "Accept: A report on the lamps" in shown(app)
        assert QUOTE in shown(app)
        await done(app, pilot, "enter")
        assert where(app) is not DecisionScreen
    (said,) = service.decisions
    assert (said.kind, said.by, said.why) == (RulingKind.ACCEPT, "Cy", "read: it delivers report")
    assert said.evidence
    assert (said.evidence.quote, said.blind) == (QUOTE, False)


@SIZES
async def test_x_and_r_act_on_the_evidence_under_the_cursor(size: tuple[int, int]) -> None:
    service = held()
    async with opened(service, size, view=KNOWN) as (app, pilot):
        await done(app, pilot, "enter", "3", "j", "x", "enter", "r")
        app.screen.query_one("#field-relation", Input).value = "prog/report"
        await done(app, pilot, "enter")
    rejected, mended = service.decisions
    assert (rejected.kind, rejected.evidence and rejected.evidence.quote) == (RulingKind.REJECT, OTHER)
    assert (mended.kind, mended.relation, mended.milestone) == (RulingKind.RELATION, Relation.PROGRESS, "report")


@SIZES
async def test_d_records_a_delivery_on_a_day_and_n_a_note(size: tuple[int, int]) -> None:
    service = held()
    async with opened(service, size, view=KNOWN) as (app, pilot):
        await done(app, pilot, "D")
        app.screen.query_one("#field-why", Input).value = "stands at https://example.org/page"
        app.screen.query_one("#field-on", Input).value = "2031-06-32"
        await done(app, pilot, "enter")
        assert "“2031-06-32” is" in shown(app)
        app.screen.query_one("#field-on", Input).value = "2031-06-12"
        await done(app, pilot, "enter", "n")
        app.screen.query_one("#field-why", Input).value = "To be watched."
        await done(app, pilot, "enter")
    done_, note = service.decisions
    assert (done_.kind, done_.on, done_.milestone) == (RulingKind.DELIVERED, date(2031, 6, 12), "report")
    assert done_.source == "https://example.org/page"
    assert (note.kind, note.why, note.by) == (RulingKind.NOTE, "To be watched.", "Cy")


async def test_escape_records_nothing_and_a_refusal_keeps_what_was_typed() -> None:
    service = held(wrong_decision=UserError("The state can't be written.", "hint"))
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "a", "enter")
        assert "The state can't be written." in shown(app)
        assert where(app) is DecisionScreen
        await done(app, pilot, "escape")
        assert where(app) is BoardScreen
        assert service.decisions == []


async def test_who_decided_is_asked_once_and_kept_for_the_next_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYWHEN_BY", "Login")
    kept_views: list[View] = []
    async with opened(held(), (80, 24), keep=kept_views.append) as (app, pilot):
        await done(app, pilot, "x")
        field = app.screen.query_one("#field-by", Input)
        assert field.value == "Login"
        field.value = "Ann"
        await done(app, pilot, "enter", "n")
        assert app.screen.query_one("#field-by", Input).value == "Ann"
    assert kept_views[-1].reviewer == "Ann"


async def test_where_no_document_makes_the_status_a_says_so_in_a_line() -> None:
    late = a.dossier(a.row())
    service = FakeService(rows=a.board(late.row), dossiers={"lamp-report": late})
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "a", "u")
        assert toasts(app) == [
            "There is nothing to check: pending follows from its dates, and no document says otherwise.",
            "Nothing was decided since you came.",
        ]
        assert where(app) is BoardScreen


async def test_what_was_accepted_is_not_accepted_again() -> None:
    found = kept()
    told = replace(found, evidence=(a.weighed(found.evidence[0].evidence, "accepted"),))
    async with opened(held(told), (80, 24), view=KNOWN) as (app, pilot):
        await done(app, pilot, "a")
        assert toasts(app) == ["A person has accepted this already."]


async def test_hostile_text_in_the_window_is_plain() -> None:
    async with opened(held(kept(HOSTILE)), (120, 36), view=View(reviewer=HOSTILE)) as (app, pilot):
        await done(app, pilot, "a")
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(shown(app))


async def test_a_real_state_holds_what_was_decided_and_the_row_and_the_toast_agree(tmp_path: Path) -> None:
    service = staffed(tmp_path / "try.sqlite")
    async with opened(service, (120, 36), view=KNOWN) as (app, pilot):  # type: ignore[arg-type]
        assert "unchecked" in shown(app) or "not checked" in shown(app)
        await done(app, pilot, "a", "enter")
        assert service.board().rows[0].confirmed
        assert (
            toasts(app)[-1]
            == "Accepted. A report on the lamps: ✓ delivered, 61 days late, checked by a person (u: take back)"
        )
        await done(app, pilot, "u")
        assert not service.board().rows[0].confirmed
        assert toasts(app)[-1].startswith("Taken back. A report on the lamps: ✓ delivered, 61 days late, not checked")
    kinds = [r.kind for r in service.dossier("lamp-report").rulings]
    assert sorted(kinds) == ["accept", "taken-back"], "nothing is deleted"


async def test_a_rejected_delivery_is_none_until_that_is_taken_back(tmp_path: Path) -> None:
    service = staffed(tmp_path / "try.sqlite")
    async with opened(service, (120, 36), view=KNOWN) as (app, pilot):  # type: ignore[arg-type]
        await done(app, pilot, "x", "enter")
        assert service.board().rows[0].status != "delivered"
        assert "delivered" not in toasts(app)[-1].split(":")[1]
        await done(app, pilot, "enter", "u")
        assert service.board().rows[0].status == "delivered"
        await done(app, pilot, "3")
        assert "(taken back)" in shown(app)
        assert "ruling taken back" in shown(app)


async def test_no_delivery_is_ruled_of_a_day_to_come(tmp_path: Path) -> None:
    service = staffed(tmp_path / "try.sqlite")
    async with opened(service, (80, 24), view=KNOWN) as (app, pilot):  # type: ignore[arg-type]
        await done(app, pilot, "D")
        app.screen.query_one("#field-why", Input).value = "Seen."
        app.screen.query_one("#field-on", Input).value = "2031-07-01"
        await done(app, pilot, "enter")
        assert "The day “2031-07-01” is yet to come" in shown(app)
        assert service.dossier("lamp-report").rulings == ()

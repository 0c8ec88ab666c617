"""What is kept of the reader's own from one visit to the next, and what is marked as new."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.status.finding import DUE
from state.visit_file import keep_visits, read_visits
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import eventually, opened, settled, shown
from tui.screens import board_screen
from tui.view import LastVisit, View
from tui.visit import DashboardVisit
from tui.widgets.board_table import NEW

LEFT = datetime(2031, 6, 10, 18, tzinfo=UTC)


def test_a_view_and_a_visit_come_back_as_they_were_left(tmp_path: Path) -> None:
    place = tmp_path / "there" / "dashboard.json"
    first = DashboardVisit(place, "a.sqlite")
    assert (first.view, first.last) == (View(), LastVisit())
    first.keep(View("nord", DUE, "post", two_lines=True, panel=False))
    first.leave(LEFT, frozenset({"lamp", "lens"}))
    second = DashboardVisit(place, "a.sqlite")
    assert second.view == View("nord", DUE, "post", two_lines=True, panel=False)
    assert second.last == LastVisit(LEFT, frozenset({"lamp", "lens"}))
    assert DashboardVisit(place, "b.sqlite").last == LastVisit()


@pytest.mark.parametrize(
    "kept",
    [
        "", "{", "[]", "null", "\\x00", '{"visits": []}', '{"visits": {"a": 3}}',
        '{"theme": 3, "order": [], "group": {}}',
        '{"visits": {"a": {"left_at": "yesterday", "unseen": []}}}',
        '{"visits": {"a": {"left_at": "2031-06-10T18:00:00", "unseen": []}}}',
        '{"visits": {"a": {"left_at": 5, "unseen": 5}}}', "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_view_is_as_if_nothing_were_kept(tmp_path: Path, kept: str) -> None:
    place = tmp_path / "dashboard.json"
    place.write_text(kept, encoding="utf-8")
    visit = DashboardVisit(place, "a")
    assert (visit.view, visit.last) == (View(), LastVisit())
    visit.leave(LEFT, frozenset())
    assert DashboardVisit(place, "a").last == LastVisit(LEFT)


def test_a_place_that_can_not_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert keep_visits(tmp_path / "file" / "dashboard.json", {"theme": "nord"}) is False
    DashboardVisit(tmp_path / "file" / "dashboard.json", "a").leave(LEFT, frozenset())


def test_one_visit_takes_nothing_from_another(tmp_path: Path) -> None:
    place = tmp_path / "dashboard.json"
    one, other = DashboardVisit(place, "a"), DashboardVisit(place, "b")
    one.leave(LEFT, frozenset({"x"}))
    other.leave(LEFT + timedelta(hours=1), frozenset())
    assert DashboardVisit(place, "a").last == LastVisit(LEFT, frozenset({"x"}))
    assert set(read_visits(place)["visits"]) == {"a", "b"}
    assert not [name for name in tmp_path.iterdir() if name != place]
    json.loads(place.read_text(encoding="utf-8"))


async def test_what_is_new_since_the_last_visit_is_marked_until_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_screen, "SEEN_AFTER", 0.01)
    rows = [a.row(a.commitment(name, title=f"The {name}")) for name in ("lamp", "lens", "stairs")]
    told: Any = a.told(a.change(commitment="lens"), told_at=LEFT + timedelta(days=1))
    service = FakeService(rows=a.board(*rows, as_of=TODAY), told=(told,))
    last = LastVisit(LEFT, frozenset({"stairs"}))
    async with opened(service, last_visit=last) as (app, pilot):
        marked = [line for line in shown(app).splitlines() if NEW in line]
        assert len(marked) == 2
        assert app.unseen == {"lens", "stairs"}
        await pilot.press("down")
        await eventually(lambda: app.unseen == {"stairs"})
        app.refresh_board()
        await settled(app, pilot)
        assert NEW not in next(line for line in shown(app).splitlines() if "The lens" in line)
        assert NEW in next(line for line in shown(app).splitlines() if "The stairs" in line)


async def test_on_a_first_visit_nothing_is_new() -> None:
    service = FakeService(told=(a.told(),))
    async with opened(service) as (app, _):
        assert NEW not in shown(app)


async def test_what_the_reader_chooses_is_kept_at_once() -> None:
    kept: list[View] = []
    async with opened(FakeService(), keep=kept.append) as (app, pilot):
        await pilot.press("t", "z", "b")
        app.theme = "textual-light"
        await pilot.pause()
    assert kept[-1] == View("textual-light", DUE, "post", two_lines=True)

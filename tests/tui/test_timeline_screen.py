"""The timeline's screen: what it shows at each size, where its keys lead, and how much of a long board it touches."""

import threading
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, overload

import pytest
from textual.pilot import Pilot

from monitor.model.boards import Board, FlagName, Move, Proof, Status, Stop
from monitor.model.errors import UserError
from monitor.reports.promise_bars import Bar, bars, days_of
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, a_rich_dossier, opened, settled, shown, where
from tui.app import BywhenApp
from tui.screens.board_screen import BoardScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.screens.timeline_screen import TimelineScreen
from tui.widgets.timeline_chart import AXIS_LINES, TimelineChart

PICTURES = Path(__file__).parent / "timelines"
SIZES = ((60, 20), (80, 24), (200, 60))
SUMMER = a.due("in the summer", date(2031, 8, 31), earliest=date(2031, 6, 1))
AUTUMN = a.due("by the autumn", date(2031, 9, 1), said_on=date(2031, 4, 20))


def promise(named: str, title: str, status: Status = Status.PENDING, **how: Any) -> Any:
    """A row of one milestone."""
    due = how.pop("due", a.due())
    whole = {name: how.pop(name) for name in ("stop", "flags") if name in how}
    one = a.milestone_row(a.milestone(due=due), status, **how)
    made = a.commitment(named, title=title, due=due, milestones=(one.milestone,))
    more: dict[str, Any] = {"days_late": one.days_late, "delivered_on": one.delivered_on}
    return a.row(made, status, due=one.due, milestones=(one,), **more, **whole)


def plain_board() -> Board:
    moved = Move(date(2031, 4, 20), AUTUMN, None, None)
    return a.board(
        promise("lamps", "A report on the lamps", Status.OVERDUE, days_late=61, moves=(moved,)),
        promise("lens", "A lens", Status.DELIVERED, delivered_on=date(2031, 3, 1), days_late=0, confirmed=True),
        promise("stairs", "Stairs that do not creak", due=SUMMER),
        promise("keeper", "A keeper for each lighthouse", due=a.undated()),
        as_of=TODAY,
    )


def odd_board() -> Board:
    """Titles that steer, wide and combining ones; a clock that was stopped; what nobody can say; steps; far dates."""
    stop = Stop(date(2031, 5, 1), "dropped", None, None, None, confirmed=False)
    unread = (a.flag(FlagName.STALE, said="can't say: not read to this day"),)
    proof = Proof(None, date(2031, 5, 20), True, None, None, "Ada")
    step = a.milestone_row(a.milestone("step", due=AUTUMN, step=True))
    first = a.milestone_row(a.milestone("first"), Status.DELIVERED, delivered_on=date(2031, 2, 20), days_late=0)
    last = a.milestone_row(a.milestone("last", due=a.due("by 2040", date(2040, 12, 31))))
    return a.board(
        promise("odd", HOSTILE, due=SUMMER),
        promise("wide", "灯台の灯りを直す計画を夏までに公表する", Status.OVERDUE, days_late=15, stop=stop),
        promise("zalgo", "a\u0301e\u0308o\u0302 " * 12, stale=("hansard not looked at yet",), flags=unread),
        promise("unknown", "Day not given", Status.DELIVERED, proof=proof),
        a.row(a.commitment("parts", title="In parts"), due=last.due, milestones=(first, step, last)),
        as_of=TODAY,
    )


BOARDS = {"plain": plain_board, "odd": odd_board}


async def on_timeline(app: BywhenApp, pilot: Pilot[None]) -> TimelineChart:
    await pilot.press("T")
    await settled(app, pilot)
    await pilot.pause()
    return app.screen.query_one(TimelineChart)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", BOARDS)
async def test_a_board_is_drawn_to_the_letter(name: str, size: tuple[int, int], monkeypatch: Any) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    async with opened(FakeService(rows=BOARDS[name]()), size) as (app, pilot):
        await on_timeline(app, pilot)
        drawn = [line.rstrip() for line in shown(app).splitlines()]
    assert drawn == (PICTURES / f"{name}-{size[0]}x{size[1]}.txt").read_text(encoding="utf-8").splitlines()


async def test_a_terminal_that_has_only_ascii_gets_only_ascii(monkeypatch: Any) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with opened(FakeService(rows=odd_board()), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        drawn = [chart.render_line(y).text for y in range(chart.room.height)]
        assert "".join(drawn).isascii()
        assert "># stopped" in "".join(drawn)
        assert "Clock stopped" in shown(app)


@pytest.mark.parametrize("width", [20, 30, 60, 79, 80, 119, 120, 200])
@pytest.mark.parametrize("name", BOARDS)
async def test_every_line_is_exactly_as_wide_as_the_chart_and_no_title_moves_a_bar(name: str, width: int) -> None:
    async with opened(FakeService(rows=BOARDS[name]()), (width, 20)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        lines = [chart.render_line(y) for y in range(chart.room.height)]
        assert {line.cell_length for line in lines} == {chart.room.width}
        assert [len(line.text) for line in lines[:AXIS_LINES]] == [chart.room.width] * 2
        bars_only = [line.crop(chart.title_width) for line in lines]
        today = chart.scale.cell(TODAY)
        assert {line.crop(today, today + 1).text for line in bars_only[AXIS_LINES:]} <= set("│●○◆≤")
        assert {line.cell_length for line in bars_only} == {chart.scale.cells}


async def test_titles_are_shown_as_plain_text() -> None:
    async with opened(FakeService(rows=odd_board()), (200, 40)) as (app, pilot):
        await on_timeline(app, pilot)
        await pilot.press("end", "k")
        text = shown(app)
        assert HARMLESS[:40] in text
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)


def many(number: int) -> Board:
    made = (TODAY - timedelta(days=400 - n % 400) for n in range(number))
    return a.board(*(a.row(a.commitment(f"c{n}", title=f"Promise {n}", made_on=on)) for n, on in enumerate(made)))


async def test_keys_move_among_promises() -> None:
    async with opened(FakeService(rows=many(100)), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        page = chart.room.height - AXIS_LINES - 1
        keys = (("down", 1), ("j", 2), ("up", 1), ("k", 0), ("k", 0), ("pagedown", page), ("pagedown", 2 * page))
        more = (("pageup", page), ("end", 99), ("j", 99), ("home", 0), ("G", 99), ("g", 0))
        for key, line in (*keys, *more):
            await pilot.press(key)
            assert chart.cursor == line, key
            assert chart.laid[line].row.commitment.title in shown(app).splitlines()[-5], "the foot tells of it"
        await pilot.press("end")
        await pilot.pause()
        assert f"▸… pending   {chart.laid[-1].row.commitment.title}" in shown(app)


async def test_keys_move_among_days() -> None:
    far = promise("far", "Far", due=a.due("by 2034", date(2034, 12, 31)))
    async with opened(FakeService(rows=a.board(far, a.row(), as_of=TODAY)), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        whole = chart.scale
        assert whole.shows(a.SAID)
        assert whole.shows(date(2034, 12, 31))
        await pilot.press("plus")
        assert chart.scale.days < whole.days
        await pilot.press("equals_sign")
        assert chart.scale == whole
        await pilot.press(*["plus"] * 20)
        assert chart.scale.days == 1
        await pilot.press("minus")
        assert chart.scale.days == 2
        some, screen = chart.scale.cells // 10, chart.scale.cells - 2
        for key, cells in (("right", some), ("left", -some), ("shift+right", screen), ("shift+left", -screen)):
            before = chart.scale.start
            await pilot.press(key)
            assert chart.scale.start - before == 2 * cells, key
        await pilot.press("less_than_sign")
        assert chart.scale.cell(a.SAID) == 0
        await pilot.press("greater_than_sign")
        assert chart.scale.cell(date(2034, 12, 31)) == chart.scale.cells - 1
        await pilot.press("full_stop")
        assert chart.scale.cell(TODAY) == chart.scale.cells // 2
        await pilot.press(*["minus"] * 20)
        assert chart.scale.days == 60
        assert "60 days a cell" in shown(app)
        await pilot.press(*["shift+left"] * 5)
        assert chart.scale.end > a.SAID.toordinal()


async def test_a_bar_out_of_sight_is_pointed_at_from_the_edge() -> None:
    async with opened(FakeService(rows=plain_board()), (80, 24)) as (app, pilot):
        await on_timeline(app, pilot)
        await pilot.press(*["plus"] * 9, "greater_than_sign")
        line = next(line for line in shown(app).splitlines() if "A lens" in line)
        assert line.split("A lens")[1].strip() == "‹"


@pytest.mark.parametrize("number", [3, 300], ids=["without a scrollbar", "with one"])
async def test_the_last_cell_of_a_line_is_to_be_seen(number: int) -> None:
    async with opened(FakeService(rows=many(number)), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        await pilot.press(*["plus"] * 9, "less_than_sign", *["shift+left"] * 4)
        assert "Promise 0" in shown(app)
        line = shown(app).splitlines()[1 + AXIS_LINES]
        assert line[78] == "●"
        assert chart.scale.cell(chart.laid[0].first) == chart.scale.cells - 1


async def test_keys_pressed_before_the_board_has_come_alter_nothing() -> None:
    service = FakeService(rows=plain_board(), gate=threading.Event())
    app = BywhenApp(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T", "right", "plus", "j", "enter", "t", "full_stop")
        service.gate.set() if service.gate else None
        await settled(app, pilot)
        await pilot.pause()
        chart = app.screen.query_one(TimelineChart)
        assert chart.scale.days == 5
        assert chart.scale.shows(a.SAID)
        assert "by the day promised" in shown(app)


async def test_promises_are_sorted_by_due_date_and_the_cursor_stays_on_its_promise() -> None:
    rows = (promise("late", "Late", due=SUMMER), promise("none", "None", due=None), promise("soon", "Soon"))
    async with opened(FakeService(rows=a.board(*rows, as_of=TODAY)), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        assert [bar.row.commitment.id for bar in chart.laid] == ["soon", "late", "none"]
        await pilot.press("j")
        for order, ids in (
            ("by the day promised", ["late", "none", "soon"]),
            ("as in the register", ["late", "none", "soon"]),
            ("by due date", ["soon", "late", "none"]),
        ):
            await pilot.press("t")
            await pilot.pause()
            assert order in shown(app)
            assert [bar.row.commitment.id for bar in chart.laid] == ids
            assert ids[chart.cursor] == "late"


async def test_enter_opens_the_promise_and_escape_comes_back_to_it_and_to_the_board() -> None:
    rows = a.board(promise("first", "First"), a.row(), as_of=TODAY)
    service = FakeService(rows=rows, dossiers={"lamp-report": a_rich_dossier()})
    async with opened(service, (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        await pilot.press("j", "plus", "enter")
        await settled(app, pilot)
        assert where(app) is CommitmentScreen
        assert "dossier lamp-report None" in service.asked
        scale = chart.scale
        await pilot.press("escape")
        await settled(app, pilot)
        assert where(app) is TimelineScreen
        assert (chart.cursor, chart.scale) == (1, scale)
        await pilot.press("T")
        assert len(app.screen_stack) == 3, "it is not opened upon itself"
        await pilot.press("escape")
        assert where(app) is BoardScreen


async def test_a_click_points_and_a_second_one_opens() -> None:
    service = FakeService(rows=plain_board(), dossiers={"stairs": a_rich_dossier()})
    async with opened(service, (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        assert [bar.row.commitment.id for bar in chart.laid] == ["lamps", "lens", "stairs", "keeper"]
        await pilot.click(TimelineChart, offset=(40, AXIS_LINES + 2))
        assert chart.cursor == 2
        await pilot.click(TimelineChart, offset=(40, 0))
        await pilot.click(TimelineChart, offset=(40, AXIS_LINES + 9))
        assert (chart.cursor, where(app)) == (2, TimelineScreen)
        await pilot.click(TimelineChart, offset=(40, AXIS_LINES + 2))
        await settled(app, pilot)
        assert "dossier stairs None" in service.asked


async def test_a_board_that_changes_is_drawn_anew_under_the_same_cursor_and_scale() -> None:
    service = FakeService(rows=plain_board())
    async with opened(service, (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        await pilot.press("j", "plus")
        scale = chart.scale
        service.rows = a.board(promise("new", "New", due=a.due("soon", date(2031, 3, 1))), *service.rows.rows)
        app.refresh_board()
        await settled(app, pilot)
        assert [bar.row.commitment.id for bar in chart.laid][:3] == ["new", "lamps", "lens"]
        assert (chart.laid[chart.cursor].row.commitment.id, chart.scale) == ("lens", scale)


async def test_a_terminal_that_changes_its_size_gets_the_whole_again() -> None:
    async with opened(FakeService(rows=plain_board()), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        for width, height in ((60, 20), (200, 60), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert chart.scale.cells == chart.room.width - chart.title_width
            assert chart.scale.shows(a.SAID)
            assert chart.scale.shows(date(2031, 9, 1))
            assert "61 days late" in shown(app)
            assert ("● promised" in shown(app)) is (height >= 24)


async def test_without_promises_it_stands_empty_and_no_key_breaks_it() -> None:
    async with opened(FakeService(rows=a.board(as_of=TODAY)), (80, 24)) as (app, pilot):
        await on_timeline(app, pilot)
        keys = ("enter", "j", "k", "end", "pagedown", "plus", "minus", "equals_sign", "left", "shift+right")
        await pilot.press(*keys, "less_than_sign", "greater_than_sign", "full_stop", "t")
        assert where(app) is TimelineScreen
        assert "✗0 …0 ✓0" in shown(app)


async def test_a_refusal_is_told_and_leaves_the_screen_standing() -> None:
    service = FakeService(rows=plain_board())
    async with opened(service, (80, 24)) as (app, pilot):
        await on_timeline(app, pilot)
        service.wrong = UserError("the state is locked", "try again")
        app.refresh_board()
        await settled(app, pilot)
        assert where(app) is TimelineScreen
        assert "A lens" in shown(app)


async def test_it_shows_the_day_that_the_app_looks_at() -> None:
    service = FakeService(rows=plain_board(), dossiers={"lamps": a_rich_dossier()})
    async with opened(service, (80, 24)) as (app, pilot):
        app.day = date(2031, 5, 1)  # type: ignore[attr-defined, unused-ignore]
        chart = await on_timeline(app, pilot)
        assert service.asked[-1] == "board 2031-05-01"
        assert chart.day == date(2031, 5, 1)
        assert "as of 1 May 2031 (0: today)" in shown(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "dossier lamps 2031-05-01" in service.asked


class Counted(Sequence[Bar]):
    """Bars that note which of them was asked for."""

    def __init__(self, held: Sequence[Bar]) -> None:
        self.held = held
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return len(self.held)

    @overload
    def __getitem__(self, index: int) -> Bar: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Bar]: ...
    def __getitem__(self, index: int | slice) -> Bar | Sequence[Bar]:
        assert isinstance(index, int)
        self.asked.add(index)
        return self.held[index]

    def __iter__(self) -> Iterator[Bar]:
        raise AssertionError("all of them were gone through")


async def test_of_five_thousand_promises_drawing_a_page_touches_that_pages_only() -> None:
    drawn = bars(many(5000))
    async with opened(FakeService(rows=a.board(as_of=TODAY)), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        room = chart.room.height - AXIS_LINES
        laid = Counted(drawn)
        chart.lay(laid, days_of(drawn, TODAY), TODAY, "as in the register")
        await pilot.pause()
        assert laid.asked == set(range(room))
        laid.asked.clear()
        await pilot.press("end")
        await pilot.pause()
        assert laid.asked <= {0, *range(5000 - room, 5000)}
        for key in ("plus", "left", "t", "pageup"):
            laid.asked.clear()
            await pilot.press(key)
            await pilot.pause()
            assert len(laid.asked) <= 2 * room, key
        assert len(laid) == 5000


async def test_the_cursor_moving_by_one_draws_two_lines() -> None:
    drawn = bars(many(5000))
    async with opened(FakeService(rows=a.board(as_of=TODAY)), (80, 24)) as (app, pilot):
        chart = await on_timeline(app, pilot)
        laid = Counted(drawn)
        chart.lay(laid, days_of(drawn, TODAY), TODAY, "as in the register")
        await pilot.pause()
        laid.asked.clear()
        await pilot.press("j")
        await pilot.pause()
        assert laid.asked == {0, 1}

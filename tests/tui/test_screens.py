"""The board screen: what it shows, where its keys lead, and what it survives."""

from datetime import date

import pytest
from textual.widgets import Input

from monitor.model.boards import FlagName, Status
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, a_rich_dossier, opened, settled, shown, typed, where
from tui.screens.board_screen import BoardScreen
from tui.widgets.board_table import BoardTable


async def test_the_board_shows_what_the_desk_says() -> None:
    late = a.row(status=Status.OVERDUE, days_late=61, flags=(a.flag(FlagName.SLIPPED, said="date moved twice"),))
    kept = a.row(a.commitment("lens", title="A lens"), Status.DELIVERED, delivered_on=date(2031, 6, 1))
    async with opened(FakeService(rows=a.board(late, kept, as_of=TODAY)), size=(140, 50)) as (app, _):
        text = shown(app)
    for words in ("16 Jun 2031", "1 delivered", "1 overdue", "0 pending", "A report on the lamps", "61 days late"):
        assert words in text
    for words in ("“within three months”", "by 16 April 2031", "date moved twice", "1 Jun 2031", "A lens"):
        assert words in text


@pytest.mark.parametrize("size", [(80, 24), (140, 50)])
async def test_every_screen_opens_at_every_size(size: tuple[int, int]) -> None:
    service = FakeService(dossiers={"lamp-report": a_rich_dossier()}, told=(a.told(),))
    async with opened(service, size) as (app, pilot):
        assert "pending" in shown(app)
        for keys, words in ((["enter"], "Promise"), (["escape", "c"], "All changes"), (["escape", "h"], "Sources")):
            await pilot.press(*keys)
            await settled(app, pilot)
            assert words in shown(app)


async def test_hostile_titles_and_flags_are_shown_as_plain_text() -> None:
    row = a.row(a.commitment(title=HOSTILE), flags=(a.flag(FlagName.WEAKENED, HOSTILE, said=HOSTILE),))
    async with opened(FakeService(rows=a.board(row, as_of=TODAY)), size=(400, 20)) as (app, _):
        text = shown(app)
    assert HARMLESS in text
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(text)


async def test_an_empty_state_says_what_to_do_next() -> None:
    service = FakeService(sources=(a.health("hansard", reach=None, tried_at=None),), held={})
    async with opened(service) as (app, _):
        text = shown(app)
    assert "Nothing read yet" in text
    assert "bywhen demo" in text


async def test_an_empty_register_says_what_to_do_next() -> None:
    async with opened(FakeService(rows=a.board(as_of=TODAY))) as (app, pilot):
        assert "No register holds a commitment" in shown(app)
        await pilot.press("enter", "j", "t")
        assert where(app) is BoardScreen


async def test_the_filter_keeps_the_rows_that_hold_every_word() -> None:
    rows = [a.row(a.commitment(n, title=f"The {n} of the tower")) for n in ("lamp", "lens", "stairs")]
    async with opened(FakeService(rows=a.board(*rows, as_of=TODAY))) as (app, pilot):
        await typed(app, pilot, "slash", "TOWER le")
        table = app.screen.query_one(BoardTable)
        assert [row.commitment.id for row in table.rows_shown] == ["lens"]
        await pilot.press("escape")
        assert len(table.rows_shown) == 3
        assert not app.screen.query_one("#filter", Input).display


async def test_the_overdue_stand_first_and_a_new_order_begins_at_the_top() -> None:
    rows = (a.row(a.commitment("x", title="Xylophone")), a.row(a.commitment("y"), Status.OVERDUE, days_late=3))
    async with opened(FakeService(rows=a.board(*rows, as_of=TODAY))) as (app, pilot):
        table = app.screen.query_one(BoardTable)
        assert [r.commitment.id for r in table.rows_shown] == ["y", "x"]
        await pilot.press("end")
        assert table.key == "x"
        await pilot.press("t", "t", "t", "t")
        assert [r.commitment.id for r in table.rows_shown] == ["x", "y"]
        assert table.cursor == 0


async def test_a_past_day_can_be_picked_and_its_commitments_opened_as_of_it() -> None:
    service = FakeService(dossiers={"lamp-report": a_rich_dossier()})
    async with opened(service) as (app, pilot):
        await typed(app, pilot, "d", "2031-02-01")
        await settled(app, pilot)
        assert "as of 1 Feb 2031 (0: today)" in shown(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "dossier lamp-report 2031-02-01" in service.asked
        await pilot.press("escape")
        await typed(app, pilot, "d", "")
        await settled(app, pilot)
        assert service.asked[-1] == "board None"


async def test_what_is_no_day_is_not_taken_for_one() -> None:
    async with opened(FakeService()) as (app, pilot):
        await typed(app, pilot, "d", "2031-02-30")
        assert "“2031-02-30” is in no calendar" in shown(app)
        assert "February 2031 has 28 days" in shown(app)
        await pilot.press("escape")
        assert isinstance(app.screen, BoardScreen)
        assert app.day is None


async def test_help_says_what_keys_and_words_mean() -> None:
    async with opened(FakeService(), size=(120, 120)) as (app, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        assert "not checked by a person" in shown(app)
        await pilot.press("escape")
        assert where(app) is BoardScreen


async def test_a_board_of_a_thousand_rows_opens_and_can_be_paged() -> None:
    rows = [a.row(a.commitment(f"c{n}", title=f"Promise {n}")) for n in range(1000)]
    async with opened(FakeService(rows=a.board(*rows, as_of=TODAY))) as (app, pilot):
        table = app.screen.query_one(BoardTable)
        assert len(table.rows_shown) == 1000
        await pilot.press("end")
        await pilot.pause()
        assert "Promise 999" in shown(app)


async def test_two_commitments_of_one_id_do_not_stop_the_board() -> None:
    async with opened(FakeService(rows=a.board(a.row(), a.row(), as_of=TODAY))) as (app, _):
        assert app.screen.query_one(BoardTable).rows_shown.__len__() == 2

"""Days on the screens: the day that is asked for in words, the changes of a range of days, two days compared."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from monitor.model.boards import Board, Status
from monitor.model.ports import Told
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tests.tui.opening import HARMLESS, HOSTILE, a_rich_dossier, eventually, opened, settled, shown, toasts, where
from tui.app import BywhenApp
from tui.screens.board_screen import BoardScreen
from tui.screens.changes_screen import ChangesScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.screens.compare_screen import CompareScreen
from tui.screens.day_screen import DayScreen
from tui.screens.health_screen import HealthScreen
from tui.view import LastVisit

SIZES = [(80, 24), (120, 36)]
VISIT = a.at(TODAY - timedelta(days=1), 7)
JULY = date(2031, 6, 1)


def told(name: str, ago: int, **more: Any) -> Told:
    change = a.change(named=name, at=a.at(TODAY - timedelta(days=ago), 0), headline=f"News {name}", **more)
    return a.told(change, change.at + timedelta(hours=9))


EVERY = (
    told("ancient", 40),
    told("older", 5),
    told("yesterday", 1, because=a.because("It was lit yesterday."), kind="progress"),
    told("today", 0, because=a.because("It is lit today."), kind="progress"),
)


class TwoDays(FakeService):
    """A service whose board of today has another status and one more promise than that of any day before."""

    def board(self, as_of: date | None = None, *, rulings: bool = True) -> Board:
        self._ask(f"board {as_of}")
        if as_of in (None, TODAY):
            return a.board(a.row(status=Status.OVERDUE, days_late=61), a.row(a.commitment("lens", title="A lens")))
        return Board(as_of or TODAY, (a.row(),))


@asynccontextmanager
async def changes(
    size: tuple[int, int] = (120, 36), visit: datetime | None = None, day: date | None = None, **service: Any
) -> AsyncIterator[tuple[BywhenApp, Pilot[None]]]:
    """Open the changes, with what an app knows of the day looked at and the last visit."""
    held = FakeService(**({"told": EVERY, "dossiers": {"lamp-report": a_rich_dossier()}} | service))
    async with opened(held, size) as (app, pilot):
        app.last_visit, app.day = LastVisit(visit), day
        await pressed(app, pilot, "c")
        yield app, pilot


@asynccontextmanager
async def comparing(
    size: tuple[int, int] = (120, 36), day: date | None = None, **service: Any
) -> AsyncIterator[tuple[BywhenApp, Pilot[None], TwoDays]]:
    held = TwoDays(**({"told": EVERY, "dossiers": {"lamp-report": a_rich_dossier()}} | service))
    async with opened(held, size) as (app, pilot):
        app.day = day
        await pressed(app, pilot, "v")
        yield app, pilot, held


async def pressed(app: BywhenApp, pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    await settled(app, pilot)
    return shown(app)


async def written(app: BywhenApp, pilot: Pilot[None], words: str) -> str:
    """Write words into the field, without sending them."""
    app.screen.query_one(Input).value = words
    await pilot.pause()
    return shown(app)


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
async def test_the_day_that_is_understood_is_said_back_while_it_is_written(size: tuple[int, int]) -> None:
    async with opened(FakeService(), size) as (app, pilot):
        assert "Monday 16 June 2031" in await pressed(app, pilot, "d")
        for words, meant in (
            ("yest", "is not a day"),
            ("yesterday", "Sunday 15 June 2031"),
            ("1 june", "Sunday 1 June"),
        ):
            assert meant in await written(app, pilot, words)
        assert "is yet to come" in await written(app, pilot, "1 July 2031")
        assert "is yet to come" in await pressed(app, pilot, "enter")
        assert where(app) is DayScreen
        await pressed(app, pilot, "escape")
        assert where(app) is BoardScreen


async def test_a_day_in_words_is_shown_and_nothing_written_is_today() -> None:
    service = FakeService()
    async with opened(service) as (app, pilot):
        await pressed(app, pilot, "d")
        await written(app, pilot, "last Friday")
        assert "13 Jun 2031" in await pressed(app, pilot, "enter")
        assert service.asked[-1] == "board 2031-06-13"
        assert "13 June 2031" in await pressed(app, pilot, "d")
        await written(app, pilot, "today")
        await pressed(app, pilot, "enter")
        assert service.asked[-1] == "board None"


async def test_a_day_before_the_first_promise_is_refused_with_the_day_of_that() -> None:
    async with opened(FakeService(registers=(a.register(),))) as (app, pilot):
        await pressed(app, pilot, "d")
        text = await written(app, pilot, "15 January 2031")
        assert "The first promise of this register was made on 16 January 2031" in text
        assert "give that day or a later one" in text
        await pressed(app, pilot, "enter")
        assert where(app) is DayScreen
        assert "Thursday 16 January 2031" in await written(app, pilot, "16 January")


@pytest.mark.parametrize("size", SIZES)
async def test_each_range_of_changes_has_its_key(size: tuple[int, int]) -> None:
    async with changes(size, visit=VISIT) as (app, pilot):
        assert "Since your last visit, 15 June 2031" in shown(app)
        for key, there, not_there in (
            ("1", ("News today", "News yesterday"), ("News older",)),
            ("2", ("Changes since 15 June 2031", "News yesterday"), ("News older",)),
            ("3", ("of the week since 9 June 2031", "News older"), ("News ancient",)),
            ("5", ("All changes", "News ancient", "4 changes"), ()),
        ):
            text = await pressed(app, pilot, key)
            assert [words for words in there if words not in text] == []
            assert [words for words in not_there if words in text] == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_changes_of_one_day_are_asked_for_in_words(size: tuple[int, int]) -> None:
    async with changes(size) as (app, pilot):
        assert "Changes of which day?" in await pressed(app, pilot, "4")
        await written(app, pilot, "5 days ago")
        text = await pressed(app, pilot, "enter")
        assert "Changes of 11 June 2031" in text
        assert "News older" in text
        assert "News today" not in text
        await pressed(app, pilot, "4", "escape")
        assert "Changes of 11 June 2031" in shown(app)


async def test_the_first_visit_shows_all_changes_and_marks_none() -> None:
    async with changes() as (app, pilot):
        assert "All changes" in shown(app)
        assert "●" not in shown(app)
        await pressed(app, pilot, "1")
        assert any("when you last looked" in toast for toast in toasts(app))
        assert "All changes" in shown(app)


async def test_changes_stand_newest_first_and_a_past_day_has_none_of_later() -> None:
    day = TODAY - timedelta(days=1)
    async with changes() as (app, _):
        text = shown(app)
        assert text.index("News today") < text.index("News yesterday") < text.index("News older")
    async with changes(day=day) as (app, _):
        assert "All changes, up to 15 June 2031" in shown(app)
        assert "News yesterday" in shown(app)
        assert "News today" not in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_told_after_the_last_visit_is_marked_until_it_was_seen(size: tuple[int, int]) -> None:
    async with changes(size, visit=VISIT) as (app, pilot):
        assert "● 2 unread" in shown(app)
        assert marked(app) == ["News today", "News yesterday"]
        assert "● 1 unread" in await pressed(app, pilot, "j")
        assert marked(app) == ["News yesterday"], "it is being looked at"
        await pressed(app, pilot, "5")
        assert marked(app) == []
        await pressed(app, pilot, "escape", "c")
        assert marked(app) == []


def marked(app: BywhenApp) -> list[str]:
    """Return the news that bear the mark of what is unread."""
    rows = (line for line in shown(app).splitlines() if "News" in line and "●" in line)
    return [row[row.index("News") :].strip() for row in rows]


async def test_where_nothing_is_in_a_range_it_says_which_key_shows_more() -> None:
    async with changes(told=(told("ancient", 40),)) as (app, pilot):
        assert "Press 3 for the week, 5 for all changes" in await pressed(app, pilot, "2")
        await pressed(app, pilot, "o", "y", "Y", "enter")
        assert where(app) is ChangesScreen


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_that_went_and_came_are_marked_by_signs_too(size: tuple[int, int]) -> None:
    was, so = "The plan will be lit in spring.", "The plan may be lit in [autumn]."
    async with changes(size, told=(told("edit", 0, kind="amended", before=was, after=so),)) as (app, _):
        text = " ".join(shown(app).split())
        assert "The plan [-will-] {+may+} be lit in [-spring.-] {+[autumn].+}" in text
        assert "[-so-] went, {+so+} came" in text


async def test_where_only_the_link_of_a_proof_is_known_no_empty_quote_is_shown() -> None:
    async with changes(told=(told("linked", 0, because=a.because("")),)) as (app, _):
        assert a.LINK[:60] in shown(app)
        assert "“”" not in shown(app)


async def test_hostile_words_that_came_are_shown_as_plain_text() -> None:
    edit = told("edit", 0, kind="amended", before="It was here.", after=f"It was {HOSTILE} here.")
    async with changes((200, 40), told=(edit,)) as (app, _):
        assert HARMLESS in shown(app)
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"} & set(shown(app))


@pytest.mark.parametrize("size", SIZES)
async def test_o_opens_the_link_and_y_copies_the_quote_with_its_source(size: tuple[int, int]) -> None:
    went: list[str] = []

    def opener(url: str) -> bool:
        went.append(url)
        return True

    async with opened(FakeService(told=EVERY), size, opener=opener) as (app, pilot):
        await pressed(app, pilot, "c", "o")
        await eventually(lambda: went == [a.LINK])
        await pressed(app, pilot, "y")
        assert app.clipboard == f"“It is lit today.”\n16 June 2031\n{a.LINK}"
        await pressed(app, pilot, "Y")
        assert app.clipboard == a.LINK
        await pressed(app, pilot, "end", "o", "y")
        assert app.clipboard == "News ancient (7 May 2031)"
        assert "There is no http or https link here." in toasts(app)


async def test_screens_that_lie_under_others_already_are_come_back_to() -> None:
    async with changes() as (app, pilot):
        await pressed(app, pilot, "enter")
        assert where(app) is CommitmentScreen
        await pressed(app, pilot, "c", "enter", "c", "c", "enter")
        assert [type(screen) for screen in app.screen_stack[1:]] == [BoardScreen, ChangesScreen, CommitmentScreen]
        await pressed(app, pilot, "escape")
        assert where(app) is ChangesScreen
        await pressed(app, pilot, "h", "c")
        assert where(app) is ChangesScreen
        await pressed(app, pilot, "escape")
        assert where(app) is BoardScreen
        await pressed(app, pilot, "h", "h")
        assert [type(screen) for screen in app.screen_stack[1:]] == [BoardScreen, HealthScreen]


async def test_a_change_of_a_past_day_opens_its_promise_as_of_that_day() -> None:
    day = TODAY - timedelta(days=1)
    async with changes(day=day) as (app, pilot):
        await pressed(app, pilot, "enter")
        assert f"dossier lamp-report {day}" in app.service.asked  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES)
async def test_two_days_are_compared_with_what_turned_what_is_new_and_what_was_told(size: tuple[int, int]) -> None:
    async with comparing(size) as (app, pilot, service):
        assert "Compare today with which day?" in shown(app)
        assert "Sunday 15 June 2031" in shown(app), "yesterday, where nothing is written"
        await written(app, pilot, "1 June")
        text = await pressed(app, pilot, "enter")
        assert where(app) is CompareScreen
        assert "From 1 June 2031 to 16 June 2031" in text
        assert "1 new, 1 turned, 0 as before; 3 changes tol" in " ".join(text.split())
        for words in ("turned", "pending → overdue", "new", "A lens", "News today", "News older"):
            assert words in text
        assert "News ancient" not in text
        assert {"board 2031-06-01", "board 2031-06-16"} <= set(service.asked)
        await pressed(app, pilot, "enter")
        assert where(app) is CommitmentScreen
        await pressed(app, pilot, "escape")
        assert where(app) is CompareScreen
        await pressed(app, pilot, "escape")
        assert where(app) is BoardScreen


async def test_a_past_day_is_compared_with_today_by_v_and_enter() -> None:
    async with comparing(day=JULY) as (app, pilot, service):
        assert "Compare 1 June 2031 with which day?" in shown(app)
        assert "From 1 June 2031 to 16 June 2031" in await pressed(app, pilot, "enter")
        await pressed(app, pilot, "enter")
        assert "dossier lamp-report 2031-06-01" in service.asked
        await pressed(app, pilot, "escape", "j", "enter")
        assert service.asked[-1] == "dossier lens 2031-06-01", "every screen shows the day that is looked at"


async def test_the_other_day_can_be_picked_again_and_is_kept_where_it_is_not() -> None:
    async with comparing() as (app, pilot, _):
        await pressed(app, pilot, "enter", "v")
        assert "15 June 2031" in shown(app)
        await written(app, pilot, "a week ago")
        assert "From 9 June 2031 to 16 June 2031" in await pressed(app, pilot, "enter")
        await pressed(app, pilot, "v", "escape")
        assert where(app) is CompareScreen
        assert "From 9 June 2031 to 16 June 2031" in shown(app)


async def test_escape_at_the_question_leads_back_to_where_it_was_asked() -> None:
    async with comparing() as (app, pilot, _):
        await pressed(app, pilot, "escape")
        assert where(app) is BoardScreen


async def test_a_day_compared_with_itself_is_refused_where_the_reader_looks() -> None:
    async with comparing() as (app, pilot, _):
        await written(app, pilot, "today")
        assert "Both days are 16 June 2031: give another day" in await pressed(app, pilot, "enter")
        await pressed(app, pilot, "v")
        await written(app, pilot, "yesterday")
        assert "pending → overdue" in await pressed(app, pilot, "enter")


async def test_in_a_comparison_links_open_and_quotes_are_copied() -> None:
    async with comparing(told=(told("today", 0, because=a.because()),)) as (app, pilot, _):
        await pressed(app, pilot, "enter", "end", "Y")
        assert app.clipboard == a.LINK
        await pressed(app, pilot, "y")
        assert app.clipboard.startswith("“The lamp report was published today.”")
        await pressed(app, pilot, "home", "y")
        assert app.clipboard.startswith("A report on the lamps\npending → overdue")

"""A list that draws only the lines to be seen: its cursor, its headings, and that no text moves a column."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.text import Text
from textual.app import App, ComposeResult

from tests.tui.opening import HOSTILE
from tui.widgets.cell_strips import TableColumn, fitted
from tui.widgets.row_list import RowList
from tui.widgets.texts import line

AWKWARD = (
    "plain",
    HOSTILE,
    "灯台の灯りを直す計画",
    "a\u0301e\u0308o\u0302 " * 9,
    "שלום עולם",
    "👩‍👩‍👧 family",
    "x" * 500,
    "",
)


class Lines(RowList):
    """A list of words in two columns; those that begin with # are headings."""

    def __init__(self, words: Sequence[str], height: int = 1) -> None:
        super().__init__()
        self.words, self.row_height = tuple(words), height
        self.asked: list[int] = []

    def on_mount(self) -> None:
        headings = {n: line(words) for n, words in enumerate(self.words) if words.startswith("#")}
        self.lay([str(n) for n in range(len(self.words))], headings)

    def columns_for(self, width: int) -> tuple[TableColumn, ...]:
        more = (TableColumn("No", 4),) if width >= 30 else ()
        return (TableColumn("Words"), *more)

    def cells(self, index: int, columns: Sequence[TableColumn]) -> Sequence[Text]:
        self.asked.append(index)
        return [line(self.words[index]), Text(str(index), justify="right")][: len(columns)]


class Holder(App[None]):
    """Holds a list, and hears it."""

    def __init__(self, held: Lines) -> None:
        super().__init__()
        self.held = held
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.held

    def on_row_list_opened(self, opened: RowList.Opened) -> None:
        self.heard.append(f"opened {opened.key}")

    def on_row_list_heading_chosen(self, chosen: RowList.HeadingChosen) -> None:
        self.heard.append(f"heading {chosen.title}")


@asynccontextmanager
async def holding(words: Sequence[str], size: tuple[int, int] = (40, 8), height: int = 1) -> AsyncIterator[Any]:
    held = Lines(words, height)
    app = Holder(held)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield held, app, pilot


def drawn(held: Lines) -> list[str]:
    return [held.render_line(y).text.rstrip() for y in range(held.size.height)]


async def test_lines_stand_under_their_headings_in_their_columns() -> None:
    async with holding(["one", "two"], size=(30, 4)) as (held, _, _pilot):
        assert [line.split() for line in drawn(held)[:3]] == [["Words", "No"], ["one", "0"], ["two", "1"]]
        assert len({line.rindex(line.split()[1][-1]) for line in drawn(held)[1:3]}) == 1
        assert drawn(held)[0].index("No") == drawn(held)[1].index("0") - 3


async def test_only_what_is_seen_is_made() -> None:
    async with holding([f"line {n}" for n in range(10_000)]) as (held, _, pilot):
        assert max(held.asked) < 8
        held.asked.clear()
        await pilot.press("end")
        await pilot.pause()
        assert drawn(held)[-1].split() == ["line", "9999", "9999"]
        assert len(held.asked) < 30


async def test_keys_move_the_cursor_and_stop_at_the_ends() -> None:
    async with holding([str(n) for n in range(50)]) as (held, app, pilot):
        for keys, place in (("j", 1), ("down", 2), ("k", 1), ("up", 0), ("k", 0), ("G", 49), ("j", 49), ("g", 0)):
            await pilot.press(keys)
            assert held.cursor == place, keys
        await pilot.press("pagedown", "space", "pageup", "end", "home", "enter")
        assert held.cursor == 0
        await pilot.pause()
        assert app.heard == ["opened 0"]


async def test_the_cursor_steps_over_headings_and_shows_the_one_above_it() -> None:
    words = ["#first", "a", "b", "#second", "c", "#third", "d"]
    async with holding(words, size=(40, 4)) as (held, _, pilot):
        assert held.key == "1"
        await pilot.press("j", "j")
        assert held.key == "4"
        await pilot.press("j")
        await pilot.pause()
        assert held.key == "6"
        assert "#third" in "\n".join(drawn(held))
        await pilot.press("home")
        await pilot.pause()
        assert held.key == "1"
        assert "#first" in "\n".join(drawn(held))


async def test_the_cursor_stays_with_its_key_when_others_come_before_it() -> None:
    async with holding(["a", "b", "c"]) as (held, _, pilot):
        await pilot.press("j")
        held.words = ("new", "a", "b", "c")
        held.lay(["new", "0", "1", "2"])
        assert (held.cursor, held.key) == (2, "1")
        held.lay(["new", "0", "1", "2"], top=True)
        assert held.cursor == 0


async def test_an_empty_list_has_no_cursor_and_takes_every_key() -> None:
    async with holding([]) as (held, app, pilot):
        await pilot.press("j", "k", "pagedown", "end", "home", "enter", "space")
        await pilot.pause()
        assert (held.current, held.key, app.heard) == (None, None, [])


async def test_a_list_that_becomes_shorter_or_empty_under_its_cursor_goes_on() -> None:
    async with holding([str(n) for n in range(20)]) as (held, _, pilot):
        await pilot.press("end")
        for words in (("#a", "b"), (), ("c",), ("#only",)):
            held.words = words
            held.lay([*words], {n: line(w) for n, w in enumerate(words) if w.startswith("#")})
            await pilot.press("j", "k", "enter")
        assert held.key is None


async def test_a_click_picks_a_line_two_open_it_and_one_on_a_heading_chooses_the_column() -> None:
    async with holding([str(n) for n in range(5)]) as (held, app, pilot):
        await pilot.click(Lines, offset=(3, 3))
        assert held.cursor == 2
        await pilot.click(Lines, offset=(3, 3), times=2)
        await pilot.click(Lines, offset=(3, 0))
        await pilot.click(Lines, offset=(37, 0))
        await pilot.pause()
        assert app.heard == ["opened 2", "heading Words", "heading No"]


async def test_a_column_gives_way_and_comes_back_with_the_width_and_the_key_stays() -> None:
    async with holding([str(n) for n in range(50)], size=(40, 8)) as (held, _, pilot):
        await pilot.press("end")
        await pilot.resize_terminal(20, 8)
        await pilot.pause()
        assert "No" not in drawn(held)[0]
        assert held.key == "49"
        assert drawn(held)[-1].strip() == "49"
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert "No" in drawn(held)[0]


@pytest.mark.parametrize("height", [1, 2])
@pytest.mark.parametrize("width", [12, 29, 30, 80])
async def test_awkward_words_move_no_column(width: int, height: int) -> None:
    async with holding(AWKWARD, size=(width, 30), height=height) as (held, _, _pilot):
        strips = [held.render_line(y) for y in range(held.size.height)]
        assert {strip.cell_length for strip in strips} == {held.size.width}
        assert not any(ord(c) < 32 or c in "\u202e\x9b" for strip in strips for c in strip.text)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(max_size=60), max_size=12), width=st.integers(8, 120))
async def test_whatever_the_words_each_line_is_exactly_as_wide_as_the_list(words: list[str], width: int) -> None:
    async with holding(words, size=(width, 10)) as (held, _, _pilot):
        assert {held.render_line(y).cell_length for y in range(held.size.height)} == {held.size.width}


def test_the_column_without_a_width_takes_what_is_left() -> None:
    columns = fitted((TableColumn("a", 5), TableColumn("b"), TableColumn("c", 3)), 40)
    assert [column.width for column in columns] == [5, 26, 3]

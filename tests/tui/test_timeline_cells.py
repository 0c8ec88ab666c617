"""The timeline's cells: which day stands where, which sign is drawn, and that no title moves a bar."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from monitor.model.boards import Standing
from monitor.reports.promise_bars import Bar, Mark, MarkKind, Stretch, StretchKind, promise_bar
from tests import builders as a
from tui.widgets.bar_cells import bar_cells
from tui.widgets.day_scale import ZOOMS, DayScale, axis
from tui.widgets.timeline_chart import head
from tui.widgets.timeline_foot import foot_text, legend
from tui.widgets.timeline_signs import ASCII_SIGNS, SIGNS, Signs, meanings, signs_for

NEW_YEAR = date(2031, 1, 1)
DAY = date(2031, 6, 16)


def scale(days: int, cells: int, start: date = NEW_YEAR) -> DayScale:
    return DayScale(start.toordinal(), days, cells)


def painted(bar: Bar, on: DayScale, signs: Signs = SIGNS) -> str:
    return "".join(sign for sign, _ in bar_cells(bar, on, signs, on.new_years()))


def bar(*marks: tuple[MarkKind, int], stretches: tuple[tuple[StretchKind, int, int], ...] = (), day: int = 300) -> Bar:
    """A bar of marks and stretches on days counted from the new year."""

    def on(number: int) -> date:
        return NEW_YEAR + timedelta(days=number)

    spans = tuple(Stretch(kind, on(first), on(last)) for kind, first, last in stretches)
    return Bar(a.row(), on(day), spans, tuple(Mark(kind, on(number)) for kind, number in marks))


@pytest.mark.parametrize(
    ("days", "years", "months"),
    [
        (1, "╷2031                                   ", "╷Jan   ╷8     ╷15    ╷22       ╷Feb   ╷8"),
        (2, "╷2031                                   ", "╷Jan           ╷Feb          ╷Mar       "),
        (5, "╷2031                                   ", "╷Jan  ╷Feb ╷Mar   ╷Apr  ╷May  ╷Jun  ╷Jul"),
        (7, "╷2031                                   ", "Jan Feb Mar Apr  May Jun Jul  Aug Sep   "),
        (10, "╷2031                                   ", "J  F M   A  M  J  J  A  S  O  N  D  J  F"),
        (30, "╷2031       ╷2032       ╷2033           ", "╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷"),
        (60, "╷2031 ╷2032 ╷2033 ╷2034 ╷2035 ╷2036     ", "╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷  ╷"),
    ],
)
def test_years_stand_above_months_as_closely_as_there_is_room(days: int, years: str, months: str) -> None:
    assert axis(scale(days, 40), "╷") == (years, months)


@given(
    st.integers(-5_000, date.max.toordinal() + 5_000),
    st.sampled_from(ZOOMS),
    st.integers(1, 220),
    st.sampled_from("╷'"),
)
def test_the_axis_is_as_wide_as_the_scale_wherever_it_lies(start: int, days: int, cells: int, tick: str) -> None:
    assert [len(line) for line in axis(DayScale(start, days, cells), tick)] == [cells, cells]


def test_where_the_first_month_has_begun_before_it_is_named_all_the_same() -> None:
    assert axis(scale(2, 30, date(2031, 3, 20)), "╷")[1].startswith(" Mar  ╷Apr")


@given(
    st.dates(), st.dates(), st.integers(1, 220), st.dates(date(2029, 1, 1), date(2033, 1, 1)),
    st.lists(st.tuples(st.sampled_from(("zoom", "pan")), st.integers(-300, 300)), max_size=8),
)  # fmt: skip
def test_no_way_of_moving_leads_past_what_there_is_or_beyond_the_calendar(
    one: date, two: date, cells: int, about: date, moves: list[tuple[str, int]]
) -> None:
    first, last = min(one, two), max(one, two)
    view = DayScale.fitted(first, last, cells, about).within(first, last)
    for how, much in moves:
        view = (view.zoomed(much, about) if how == "zoom" else view.panned(much)).within(first, last)
        assert view.days in ZOOMS
        assert view.start <= last.toordinal()
        assert view.end > first.toordinal()
        assert [len(line) for line in axis(view, "╷")] == [cells, cells]


def test_all_is_shown_as_finely_as_it_can_be() -> None:
    assert DayScale.fitted(NEW_YEAR, NEW_YEAR + timedelta(days=99), 50, DAY) == scale(2, 50)
    assert DayScale.fitted(NEW_YEAR, NEW_YEAR + timedelta(days=100), 50, DAY) == scale(3, 50)


def test_of_a_century_the_part_about_the_day_looked_at_is_shown() -> None:
    view = DayScale.fitted(date(1990, 1, 1), date(2099, 1, 1), 40, DAY)
    assert (view.days, view.cell(DAY)) == (60, 20)
    assert DayScale.fitted(NEW_YEAR, date(2099, 1, 1), 40, DAY) == scale(60, 40)


@pytest.mark.parametrize("about", [DAY, date(2050, 1, 1)])
def test_zooming_keeps_a_day_that_is_shown_in_its_cell_and_else_the_middle(about: date) -> None:
    view = scale(7, 41)
    closer = view.zoomed(1, about)
    kept = about if view.shows(about) else date.fromordinal(view.start + 20 * 7)
    assert closer.days == 5
    assert closer.cell(kept) == view.cell(kept)
    assert view.zoomed(99, about).days == 1
    assert view.zoomed(-99, about).days == 60


P, DUE, MOVED, BY, DELIVERED, STOPPED, MISSED = MarkKind
SEVERAL, SEVERAL_PLAIN = "● ✚       │ ┊           ┊     ", "* +       | :           :     "
SIGHTS = {
    "late and moved": (
        bar((P, 0), (MISSED, 10), (MOVED, 25), stretches=(
            (StretchKind.RUNNING, 0, 10), (StretchKind.LATE, 11, 18), (StretchKind.LEFT, 19, 25)), day=18),
        1, "●─────────✗═══════│······◆    ", "*---------X=======|......M    ",
    ),
    "a window": (
        bar((P, 0), (DUE, 20), stretches=((StretchKind.RUNNING, 0, 9), (StretchKind.WINDOW, 10, 20)), day=12),
        1, "●─────────▒▒│▒▒▒▒▒▒▒○         ", "*---------~~|~~~~~~~O         ",
    ),
    "nobody can say": (
        bar((P, 0), (DUE, 4), stretches=((StretchKind.RUNNING, 0, 4), (StretchKind.UNKNOWN, 5, 8)), day=9),
        1, "●───○????│                    ", "*---O????|                    ",
    ),
    "a delivery at the day of the promise": (bar((P, 0), (DELIVERED, 0)), 1, "✓" + " " * 29, "V" + " " * 29),
    "missed and delivered in one cell": (
        bar((P, 0), (MISSED, 60), (DELIVERED, 75)), 30, SEVERAL, SEVERAL_PLAIN),
    "missed and moved in one cell": (
        bar((P, 0), (MISSED, 60), (MOVED, 75)), 30, SEVERAL, SEVERAL_PLAIN),
    "due and delivered in one cell": (
        bar((P, 0), (DUE, 75), (DELIVERED, 60)), 30, SEVERAL.replace("✚", "✓"), SEVERAL_PLAIN.replace("+", "V")),
    "a mark on the day looked at": (bar((DELIVERED, 3), day=3), 1, "┊  ✓" + " " * 26, ":  V" + " " * 26),
    "all of it later": (bar((P, 90), day=0), 1, "│" + " " * 28 + "›", "|" + " " * 28 + ">"),
}  # fmt: skip


@pytest.mark.parametrize("name", SIGHTS)
def test_a_bar_is_drawn_in_signs(name: str) -> None:
    one, days, drawn, plain = SIGHTS[name]
    assert painted(one, scale(days, 30)) == drawn
    assert painted(one, scale(days, 30), ASCII_SIGNS) == plain


def test_a_bar_that_lies_before_what_is_shown_says_so_at_the_edge() -> None:
    assert painted(bar((P, 0)), scale(1, 5, date(2032, 6, 1))) == "‹    "


def test_each_thing_has_a_sign_of_its_own() -> None:
    for signs in (SIGNS, ASCII_SIGNS):
        whole = [*signs.stretches.values(), *signs.marks.values(), signs.several, signs.today, signs.year]
        assert len(set(whole)) == len(whole)
        assert len(set(signs.standings.values())) == len(Standing)
        everything = [*whole, *signs.parts.values(), *signs.standings.values(), signs.before, signs.after, signs.cursor]
        assert {cell_len(sign) for sign in everything} == {1}
        told = (DELIVERED, MISSED, DUE, MOVED)
        assert {signs.parts[kind] for kind in told}.isdisjoint(signs.marks.values())
    assert "".join((*whole, ASCII_SIGNS.tick, ASCII_SIGNS.cursor)).isascii()


@pytest.mark.parametrize(
    ("environ", "signs"),
    [
        ({}, SIGNS),
        ({"LANG": "en_GB.UTF-8"}, SIGNS),
        ({"LANG": "C.utf8"}, SIGNS),
        ({"LANG": "C"}, ASCII_SIGNS),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, ASCII_SIGNS),
        ({"LC_CTYPE": "C.UTF-8"}, SIGNS),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8"}, SIGNS),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, ASCII_SIGNS),
        ({"LANG": "en_GB.ISO-8859-1"}, ASCII_SIGNS),
        ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, SIGNS),
    ],
)
def test_signs_are_those_of_the_locale(environ: dict[str, str], signs: Signs) -> None:
    assert signs_for(environ) is signs


titles = st.text(st.characters(), max_size=60) | st.text(
    "a日本\u0301\u0308🏠❤\ufe0f\u200d\u202e\x1b[]שלום\n ", max_size=60
)


@given(titles, st.integers(3, 60), st.booleans(), st.sampled_from((SIGNS, ASCII_SIGNS)))
def test_whatever_a_title_holds_the_bar_begins_in_its_column(
    title: str, width: int, worded: bool, signs: Signs
) -> None:
    one = promise_bar(a.row(a.commitment(title=title)), DAY)
    status, shown = head(one, signs, width, worded=worded)
    assert 1 + cell_len(status) + cell_len(shown) == width
    assert not [sign for sign in shown if unicodedata.category(sign) == "Cc" or sign in "\u202e\u200d"]
    assert not signs.ascii or shown.isascii()


@given(titles, st.integers(1, 100), st.integers(1, 6))
def test_the_foot_keeps_its_measure(title: str, width: int, height: int) -> None:
    row = a.row(a.commitment(title=title, made_by=title or "Ada Marsh"))
    lines = foot_text(promise_bar(row, DAY), SIGNS, width, height).plain.split("\n")
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)


def test_every_sign_of_a_bar_is_explained() -> None:
    for signs in (SIGNS, ASCII_SIGNS):
        told = " ".join(sign for sign, _ in meanings(signs)).split()
        drawn = (*signs.marks.values(), *signs.parts.values(), *signs.stretches.values(), signs.several, signs.today)
        assert set(told) == {*drawn, signs.year, signs.before, signs.after}


def test_what_the_signs_mean_is_told_as_far_as_there_is_room() -> None:
    assert legend(SIGNS, 40) == "● promised  ▒ window  ○ last day"
    assert legend(SIGNS, 300).endswith("√ part delivered")
    assert legend(ASCII_SIGNS, 300).isascii()
    assert legend(SIGNS, 3) == ""

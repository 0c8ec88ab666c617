"""Which changes stand in the range that a reader chose, and in which order?"""

from datetime import date, timedelta

import pytest

from monitor.model.ports import Told
from monitor.status.change_ranges import (
    ChangeRange,
    between,
    last_week,
    newest_first,
    of_day,
    since_visit,
    since_yesterday,
)
from tests import builders as a

TODAY = date(2031, 6, 16)


def told(name: str, happened: int, told_after: int = 0, hour: int = 9) -> Told:
    """Return a change that happened so many days before today and was told so many days after it happened."""
    day = TODAY - timedelta(days=happened)
    return a.told(a.change(named=name, at=a.at(day, 0)), a.at(day + timedelta(days=told_after), hour))


TODAYS, YESTERDAYS, LAST_WEEKS, OLD, FOUND = (
    told("today", 0),
    told("yesterday", 1),
    told("last week", 7),
    told("old", 30),
    told("found", 60, 59),
)
EVERY = (OLD, FOUND, LAST_WEEKS, TODAYS, YESTERDAYS)


def names(wanted: ChangeRange) -> list[str]:
    return [one.change.id for one in newest_first(EVERY, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (since_yesterday(TODAY), ["today", "yesterday", "found"]),
        (last_week(TODAY), ["today", "yesterday", "last week", "found"]),
        (of_day(TODAY), ["today"]),
        (of_day(TODAY - timedelta(days=1)), ["yesterday", "found"]),
        (ChangeRange(TODAY), ["today", "yesterday", "last week", "old", "found"]),
        (ChangeRange(TODAY - timedelta(days=7)), ["last week", "old", "found"]),
        (since_visit(TODAY, a.at(TODAY - timedelta(days=1), 9)), ["today"]),
        (since_visit(TODAY, a.at(TODAY - timedelta(days=1), 8)), ["today", "yesterday", "found"]),
        (since_visit(TODAY - timedelta(days=1), a.at(TODAY - timedelta(days=3))), ["yesterday", "found"]),
    ],
)
def test_a_range_holds_what_happened_or_was_told_in_it_newest_first(wanted: ChangeRange, found: list[str]) -> None:
    assert names(wanted) == found


def test_what_happened_after_a_day_is_not_of_it_however_it_was_told() -> None:
    assert not between(TODAYS, date(2031, 1, 1), TODAY - timedelta(days=1))


def test_what_was_told_later_of_a_past_day_is_of_that_day_and_of_no_other_past_one() -> None:
    late = told("late", 30, 30)
    of, before = TODAY - timedelta(days=30), TODAY - timedelta(days=20)
    assert between(late, of, of)
    assert not between(late, before, before)


def test_of_one_day_the_last_told_stands_first() -> None:
    early, late = told("early", 0, hour=8), told("late", 0, hour=18)
    assert [one.change.id for one in newest_first((early, late), of_day(TODAY))] == ["late", "early"]

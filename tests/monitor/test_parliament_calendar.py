"""On which days does a House sit, by a fetched calendar and without one, and which windows follow from it?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor import deadlines
from monitor.deadlines.parliament_calendar import COMMONS, LORDS, Calendar, DaysOff, Session, almanac, rests, sits
from monitor.deadlines.sitting_calendar import RECESSES, SESSIONS, SHIPPED
from monitor.pipeline.schedule import next_turn, passed_over

CALENDAR = Calendar(
    address="https://calendar.example",
    fetched_on=date(2026, 10, 1),
    since=date(2026, 9, 1),
    until=date(2027, 9, 30),
    commons=(
        date(2026, 9, 8), date(2026, 9, 10), date(2026, 9, 15), date(2026, 10, 12), date(2026, 12, 17),
        date(2027, 1, 5),
    ),
    lords=(date(2026, 9, 11), date(2026, 10, 14)),
    off=(
        DaysOff(COMMONS, "Christmas Recess", "REC", date(2026, 12, 18), date(2027, 1, 4)),
        DaysOff(COMMONS, "Conference recess", "REC", date(2026, 9, 16), date(2026, 10, 11)),
        DaysOff(LORDS, "Christmas recess", "REC", date(2026, 12, 20), date(2027, 1, 10)),
        DaysOff(COMMONS, "Non-sitting Friday", "NSD", date(2026, 9, 11), date(2026, 9, 11)),
    ),
    sessions=(Session("2026-27", date(2026, 5, 13), date(2027, 11, 1)), Session("2027-28", date(2027, 11, 9), None)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "sitting"),
    [
        (date(2026, 9, 8), True),
        (date(2026, 9, 11), True),  # the Lords, on a Friday
        (date(2026, 9, 9), False),  # a Wednesday in no recess: the calendar knows better
        (date(2027, 8, 3), True),  # further ahead than it tells
        (date(2026, 7, 13), True),  # before it begins: a Monday
        (date(2026, 7, 11), False),
        (date(2026, 8, 5), False),  # in the summer recess that ships with the product
    ],
)
def test_a_house_sits_as_the_calendar_tells_and_beyond_it_as_is_usual(day: date, sitting: bool) -> None:
    assert sits(CALENDAR, day) is sitting


def test_without_a_calendar_the_shipped_recesses_hold() -> None:
    assert not sits(None, date(2025, 8, 12))
    assert sits(None, date(2025, 6, 17))
    assert not sits(None, date(2025, 6, 14))


def test_a_source_does_not_rest_on_the_day_after_a_sitting() -> None:
    assert [rests(None, date(2025, 6, 13) + timedelta(n)) for n in range(4)] == [False, False, True, False]


def test_recesses_to_come_are_learnt_and_those_that_ship_are_never_altered() -> None:
    known = almanac(CALENDAR)
    assert known.recesses[: len(RECESSES)] == RECESSES
    assert [(r.name, r.rose, r.back) for r in known.recesses[len(RECESSES) :]] == [
        ("conference", date(2026, 9, 15), date(2026, 10, 12)),
        ("christmas", date(2026, 12, 17), date(2027, 1, 5)),
    ]
    past = DaysOff(COMMONS, "Summer recess", "REC", date(2025, 7, 1), date(2025, 7, 2))
    assert almanac(replace(CALENDAR, off=(past,))).recesses == RECESSES
    assert almanac(None) is SHIPPED


def test_the_end_of_a_session_counts_only_when_it_has_come() -> None:
    assert almanac(CALENDAR).sessions == (*SESSIONS, (date(2027, 11, 9), None))
    over = almanac(replace(CALENDAR, fetched_on=date(2027, 11, 2))).sessions
    assert over[-2] == (date(2026, 5, 13), date(2027, 11, 1))


def test_before_a_recess_runs_to_the_day_that_was_fetched() -> None:
    said_on, known = date(2026, 9, 20), almanac(CALENDAR)
    due = deadlines.resolve_words("before the Christmas recess", said_on, known)
    assert (due.latest, "usual" in (due.rule or "")) == (date(2026, 12, 17), False)
    guessed = deadlines.resolve_words("before the Christmas recess", said_on)
    assert (guessed.latest, "usual" in (guessed.rule or "")) == (date(2026, 12, 18), True)


NOON = datetime(2025, 8, 12, 12, tzinfo=UTC)
HOURS = timedelta(hours=2)


def test_while_no_house_sits_the_next_turn_is_a_day_later() -> None:
    assert next_turn("hansard", HOURS, NOON, 0, NOON).first - NOON == HOURS
    assert next_turn("hansard", HOURS, NOON, 0, NOON, resting=True).first - NOON == timedelta(days=1)
    assert next_turn("hansard", HOURS, None, 0, NOON, resting=True).first == NOON


@pytest.mark.parametrize(
    ("tried", "failures", "resting", "left_out"),
    [
        (NOON - HOURS, 0, True, True),
        (NOON - HOURS, 0, False, False),
        (NOON - HOURS, 1, True, False),
        (NOON - timedelta(days=1), 0, True, False),
        (None, 0, True, False),
    ],
)
def test_a_tick_is_left_out_only_where_the_day_was_read_already(
    tried: datetime | None, failures: int, resting: bool, left_out: bool
) -> None:
    assert passed_over(tried, failures, NOON, resting=resting) is left_out

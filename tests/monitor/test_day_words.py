"""Is a day read as a person writes it, and is everything else refused with what to write?"""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.day_words import HINT, day_in_words
from monitor.model.errors import UserError
from monitor.model.spool_fields import FIRST_DAY, LAST_DAY
from monitor.model.wording import day, full_day, short_day

TODAY = date(2025, 8, 12)
"""A Tuesday."""

WORDS = {
    "today": "2025-08-12",
    "Yesterday": "2025-08-11",
    "  YESTERDAY\t": "2025-08-11",
    "the day before  yesterday": "2025-08-10",
    "day before yesterday": "2025-08-10",
    "2025-07-01": "2025-07-01",
    "20250701": "2025-07-01",
    "2025-08-12": "2025-08-12",
    "1 July": "2025-07-01",
    "12 August": "2025-08-12",
    "13 August": "2024-08-13",
    "31 december": "2024-12-31",
    "29 February": "2024-02-29",
    "1 July 2025": "2025-07-01",
    "1 July, 2025": "2025-07-01",
    "1 JUL 2025": "2025-07-01",
    "1 Jul. 2025": "2025-07-01",
    "01 July 2025": "2025-07-01",
    "1st July": "2025-07-01",
    "22nd June 2025": "2025-06-22",
    "the 3rd of June": "2025-06-03",
    "4th of sept 2024": "2024-09-04",
    "July 1, 2025": "2025-07-01",
    "July 1st": "2025-07-01",
    "June 20": "2025-06-20",
    "on 1 July": "2025-07-01",
    "Tuesday 1 July 2025": "2025-07-01",
    "Tue, 1 Jul 2025": "2025-07-01",
    "Tuesday, July 1, 2025": "2025-07-01",
    "1/7/2025": "2025-07-01",
    "01/07/2025": "2025-07-01",
    "1.7.2025": "2025-07-01",
    "1-7-2025": "2025-07-01",
    "13/7/2025": "2025-07-13",
    "Monday": "2025-08-11",
    "on monday": "2025-08-11",
    "this Monday": "2025-08-11",
    "Wednesday": "2025-08-06",
    "Tuesday": "2025-08-12",
    "last Tuesday": "2025-08-05",
    "last Friday": "2025-08-08",
    "last Fri": "2025-08-08",
    "a day ago": "2025-08-11",
    "a week ago": "2025-08-05",
    "1 week ago": "2025-08-05",
    "3 weeks ago": "2025-07-22",
    "three weeks ago": "2025-07-22",
    "a fortnight ago": "2025-07-29",
    "0 days ago": "2025-08-12",
    "twelve months ago": "2024-08-12",
    "6 months ago": "2025-02-12",
    "10 years ago": "2015-08-12",
    "last week": "2025-08-10",
    "this week": "2025-08-12",
    "last month": "2025-07-31",
    "this month": "2025-08-12",
    "end of last month": "2025-07-31",
    "last year": "2024-12-31",
    "June": "2025-06-30",
    "in June": "2025-06-30",
    "May": "2025-05-31",
    "August": "2025-08-12",
    "September": "2024-09-30",
    "last June": "2025-06-30",
    "last August": "2024-08-31",
    "June 2025": "2025-06-30",
    "end of June 2025": "2025-06-30",
    "the end of June": "2025-06-30",
    "June of 2024": "2024-06-30",
    "February 2024": "2024-02-29",
    "2025-06": "2025-06-30",
    "6/2025": "2025-06-30",
    "06/2025": "2025-06-30",
    "August 2025": "2025-08-12",
    "2025": "2025-08-12",
    "in 2024": "2024-12-31",
    "1900-01-01": "1900-01-01",
}

NO_DAYS = (
    "",
    " ",
    "x",
    "x 5",
    "5",
    "5 x",
    "lamp report",
    "yesterday yesterday",
    "yesterday evening",
    "1 1 2025",
    "1/7/25",
    "1/7",
    "1/7-2025",
    "2025-7-1",
    "2025-0701",
    "2025-W03-4",
    "2025/07/01",
    "2025-07-01T10:00",
    "1stJuly",
    "July July",
    "1 Juli 2025",
    "last June 2024",
    "last 1 July",
    "a week before",
    "weeks ago",
    "-3 weeks ago",
    "3.5 weeks ago",
    "12345678 days ago",
    "a moon ago",
    "12025",
    "\uff12\uff10\uff12\uff15-07-01",
    "\u0661 July",
    "\u0662\u0660\u0662\u0665",
    "today\x00",
    "1 July 2025; drop",
    "1" * 500,
)

IN_NO_CALENDAR = {
    "2025-02-30": "February 2025 has 28 days",
    "31 June": "June has 30 days",
    "31 June 2025": "June 2025 has 30 days",
    "30 February": "February has 29 days",
    "29 February 2025": "February 2025 has 28 days",
    "0 July": "July has 31 days",
    "7/13/2025": "write the day, then the month",
    "13/2025": HINT,
    "2025-13": HINT,
    "2025-13-01": HINT,
    "0000": HINT,
    "1 July 0000": HINT,
    "9999 years ago": HINT,
    "Monday 1 July 2025": "1 July 2025 was a Tuesday",
    "Friday 1 July": "1 July 2025 was a Tuesday",
}

TO_COME = (
    "tomorrow",
    "the day after tomorrow",
    "next Friday",
    "next month",
    "in 3 weeks",
    "a week from now",
    "2025-08-13",
    "13 August 2025",
    "September 2025",
    "2026",
    "9999-12-31",
    "1/1/2026",
)


def refused(words: str, today: date = TODAY) -> UserError:
    with pytest.raises(UserError) as told:
        day_in_words(words, today)
    return told.value


@pytest.mark.parametrize(("words", "meant"), WORDS.items())
def test_a_day_is_read_as_a_person_writes_it(words: str, meant: str) -> None:
    assert day_in_words(words, TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize("words", NO_DAYS)
def test_what_is_no_day_is_not_taken_for_one_and_the_hint_says_what_to_write(words: str) -> None:
    wrong = refused(words)
    assert wrong.message.endswith("is not a day")
    assert wrong.hint == HINT


@pytest.mark.parametrize(("words", "mend"), IN_NO_CALENDAR.items())
def test_a_day_that_no_calendar_has_is_refused_with_what_is_wrong_in_it(words: str, mend: str) -> None:
    wrong = refused(words)
    assert wrong.message == f"“{words}” is in no calendar"
    assert mend in wrong.hint


@pytest.mark.parametrize("words", TO_COME)
def test_a_day_to_come_is_refused_by_its_words(words: str) -> None:
    wrong = refused(words)
    assert "is yet to come" in wrong.message
    assert words in wrong.message
    assert wrong.hint == "give a day no later than today, 12 August 2025"


@pytest.mark.parametrize("words", ["1899-12-31", "1 July 1850", "1850", "June 1899", "200 years ago"])
def test_a_day_before_anything_is_read_of_is_refused(words: str) -> None:
    assert "before 1900" in refused(words).message


def test_each_example_that_a_refusal_gives_can_be_written() -> None:
    examples = HINT.removeprefix("write it as ").replace(" or ", ", ").split(", ")
    assert len(examples) == 6
    assert all(day_in_words(example, TODAY) for example in examples)


@pytest.mark.parametrize("words", ["\x1b]0;owned\x07", "\u202e2025", "x" * 10_000, "a\nb"])
def test_a_refusal_is_one_short_line_without_control_characters(words: str) -> None:
    wrong = refused(words)
    assert len(wrong.message) < 80
    assert wrong.message.isprintable()


DAYS = st.dates(FIRST_DAY, LAST_DAY)


@given(st.tuples(DAYS, DAYS).map(sorted))
def test_every_day_comes_back_from_each_way_in_which_the_program_writes_it(days: list[date]) -> None:
    one, today = days
    for written in (one.isoformat(), f"{one:%d/%m/%Y}", day(one), short_day(one), full_day(one), full_day(one).upper()):
        assert day_in_words(written, today) == one


def found_or_none(words: str, today: date) -> date | None:
    with suppress(UserError):
        return day_in_words(words, today)
    return None


@given(st.sampled_from(sorted(WORDS)) | st.text(max_size=20), st.dates(date(2000, 1, 1), LAST_DAY))
def test_no_words_ever_name_a_day_to_come_or_raise_anything_else(words: str, today: date) -> None:
    found = found_or_none(words, today)
    assert found is None or FIRST_DAY <= found <= today


@given(st.dates(date(FIRST_DAY.year + 9, 1, 1), LAST_DAY))
def test_a_day_without_a_year_is_the_last_of_that_name(today: date) -> None:
    for words, years in (("1 March", 1), ("29 February", 8), ("31 December", 1), ("June", 1)):
        found = day_in_words(words, today)
        assert found <= today < date(found.year + years, found.month, 28) + timedelta(days=4)

"""Are slips in due words seen, and are natural due words left in peace?"""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import deadlines
from monitor.deadlines.unread_words import unread

ON = date(2025, 1, 16)
GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "deadlines.csv"


@pytest.mark.parametrize(
    ("due", "words", "near"),
    [
        ("in Sprnig 2025", "Sprnig", "spring"),
        ("by the end of Sprnig 2025", "Sprnig", "spring"),
        ("by 12 Febuary 2025", "12 Febuary", "February"),
        ("by Mondy 3 March 2025", "Mondy", "Monday"),
        ("before the sumer recess", "sumer", "summer"),
        ("by March next yaer", "next yaer", "year"),
        ("no later than July 20O5", "20O5", None),
        ("in the third week of March 2025", "third week", None),
        ("in the Blorp 2025", "Blorp", None),
        ("shortly after Eastre", "Eastre", "Easter"),
        ("in Novmber", "in Novmber", "November"),
        ("within 3 mnths", "within 3 mnths", "months"),
        ("when pigs fly", "when pigs fly", None),
    ],
)
def test_words_that_a_date_was_expected_in_and_that_gave_none_are_told(due: str, words: str, near: str | None) -> None:
    left = unread(due, ON)
    assert left is not None
    assert (left.words, left.near, left.impossible) == (words, near, False)


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("by 31 February 2025", "31 February 2025"),
        ("by 29 February 2025", "29 February 2025"),
        ("by 31 April", "31 April"),
        ("by February 30, 2025", "February 30, 2025"),
        ("week ending 31 June 2025", "31 June 2025"),
        ("by 2025-02-30", "2025-02-30"),
        ("by 45/13/2025", "45/13/2025"),
    ],
)
def test_a_day_that_is_in_no_calendar_is_told(due: str, day: str) -> None:
    left = unread(due, ON)
    assert left is not None
    assert (left.words, left.impossible) == (day, True)


@pytest.mark.parametrize(
    "due",
    [
        "by Easter 2025, as the minister told the House",
        "by 29 February 2028",
        "in due course",
        "as soon as parliamentary time allows",
        "within three months of publication",
        "in the week commencing 3 March",
        "week ending 3 March 2025",
        "by a target date of March 2026",
        "by 5pm on 3 March 2025",
        "by 5pm 3 March 2025",
        "to be published in spring 2025",
        "in the eastern region by 2026",
        "when it is laid in Parliament next year",
        "before the House rises for the summer recess",
        "in time for the start of the school year in September 2025",
        "by the start of the autumn term 2025",
        "by summer 2025 at the latest",
        "by the end of 2025 in line with the manifesto",
        "between March and June 2025",
    ],
)
def test_natural_due_words_raise_no_alarm(due: str) -> None:
    assert unread(due, ON) is None


def test_no_due_phrase_of_one_date_that_people_labelled_with_a_window_raises_an_alarm() -> None:
    """A phrase with two dates is read in a sentence, and refused as due words: nobody knows which is meant."""
    if not GOLD.is_file():
        pytest.skip("../shared is not here")
    with GOLD.open(encoding="utf-8", newline="") as rows:
        labelled = [(r["sentence"], date.fromisoformat(r["said_on"])) for r in csv.DictReader(rows) if r["latest"]]
    phrases = [(found.phrase, on) for said, on in labelled if (found := deadlines.resolve(said, on)).phrase]
    phrases = [(phrase, on) for phrase, on in phrases if len(deadlines.windows(phrase, on)) == 1]
    assert len(phrases) > 80
    assert [(phrase, left) for phrase, on in phrases if phrase and (left := unread(phrase, on))] == []


_WORDS = st.sampled_from(["by", "in", "the", "Sprnig", "2025", "March", "31", "of", "next", ",", "soon", "99", "week"])


@settings(max_examples=100, deadline=None, database=None)
@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=12).map(" ".join)))
def test_no_due_words_make_it_raise_and_what_is_told_stands_in_them(due: str) -> None:
    left = unread(due, ON)
    assert left is None or left.words in due

"""Does the reading of deadlines hold on any text, on any day, and on the labelled sentences?"""

import csv
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.deadlines import resolve, resolve_words

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "deadlines.csv"

_PIECES = [
    *("by ", "the end of ", "in ", "31 ", "May ", "2026 ", "2025/26 ", "next ", "this ", "early ", "within "),
    *("three ", "months ", "of ", "recess ", "session ", "Parliament ", "before ", "Easter ", "will ", "was "),
    *("and ", "the ", ", ", "spring ", "winter ", "new year ", "9999 ", "2099-12-31 ", "0 ", "99/99/2099 "),
    *("Q4 ", "the House rises ", "decade ", "after ", "working days "),
]


@given(st.text(max_size=200), st.dates())
def test_no_text_and_no_day_raises(text: str, said: date) -> None:
    assert resolve(text, said).sentence == text
    assert resolve_words(text, said).kind != "none"


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.dates())
def test_no_words_of_time_in_any_order_raise_and_no_window_is_upside_down(pieces: list[str], said: date) -> None:
    sentence = "We will publish it " + "".join(pieces)
    for found in (resolve(sentence, said), resolve_words("".join(pieces), said)):
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest or said > found.latest


@pytest.mark.parametrize("piece", ["the next ", "by may ", "first ", ", and ", "spring, and ", "1 ", "in a "])
def test_a_long_repetition_is_read_to_its_limit_without_blowing_up(piece: str) -> None:
    assert resolve(piece * (20_000 // len(piece)), date(2025, 1, 1)).kind in (
        "none",
        "relative",
        "season",
        "indefinite",
    )


def test_the_same_sentence_and_day_always_give_the_same() -> None:
    sentence = "We will publish it in spring 2026, with guidance to follow later that year."
    assert resolve(sentence, date(2025, 6, 1)) == resolve(sentence, date(2025, 6, 1))


def test_reading_deadlines_needs_no_holiday_library() -> None:
    assert resolve_words("within 10 working days", date(2025, 4, 14)).latest == date(2025, 4, 30)
    assert "holidays" not in sys.modules


def _same(got: date | None, wanted: str, *, soft: bool) -> bool:
    if got is None or not wanted:
        return got is None and not wanted
    return abs((got - date.fromisoformat(wanted)).days) <= (31 if soft else 0)


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled sentences are not beside this checkout")
def test_the_labelled_sentences_are_read_as_a_person_read_them() -> None:
    with GOLD.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    told = latest = both = dated = 0
    for row in rows:
        got = resolve(row["sentence"], date.fromisoformat(row["said_on"]))
        wanted, found = (k if k in ("none", "indefinite") else "dated" for k in (row["kind"], got.kind))
        told += wanted == found
        if wanted == "dated":
            dated += 1
            end = found == "dated" and _same(got.latest, row["latest"], soft=row["soft"] == "1")
            latest += end
            both += end and _same(got.earliest, row["earliest"], soft=row["soft"] == "1")
    assert told / len(rows) >= 0.97
    assert latest / dated >= 0.96
    assert both / dated >= 0.95

"""Does a sentence give every window of time it names, in its very words, and tell which are of a promise?"""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.deadlines import resolve, windows

FIELD = Path(__file__).resolve().parents[3] / "shared" / "field" / "deadlines.jsonl"
SAID = date(2026, 3, 5)

_PIECES = [
    *("after ", "before ", "the local elections ", "on 7 May ", "31 February ", "w/c ", "w/e ", "a week "),
    *("on Tuesday ", "Royal Assent ", "once ", "the review ", "has concluded ", "not ", "until "),
    *("cannot commit ", "no earlier than ", "within ", "two months ", "of ", "the first 100 days ", "2030s "),
    *("early ", "in a decade ", "after next ", "this session ", "probably ", "in due course ", ", and "),
    *("we will ", "İ", "ﬁ", "\u202e"),
]  # fmt: skip


def test_all_windows_are_given_in_order_with_their_places() -> None:
    sentence = (
        "We published a draft in May 2025; the final plan will follow by Easter 2027, and guidance in due course."
    )
    found = windows(sentence, SAID)
    assert [(w.phrase, w.kind, w.promised) for w in found] == [
        ("in May 2025", "fixed", False),
        ("by Easter 2027", "parliamentary", True),
        ("in due course", "indefinite", True),
    ]
    assert [sentence[w.start : w.end] for w in found] == [w.phrase for w in found]
    assert (found[0].earliest, found[0].latest) == (date(2025, 5, 1), date(2025, 5, 31))
    assert all(w.rule for w in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The forthcoming 10 Year Lighthouse Plan will set out more.",
        "Waits for a berth will fall to seven weeks.",
        "Pilots will receive training over two years.",
        "Further training courses are planned later in the year.",
        "The next lifeboat workshop is planned for later in the year.",
        "The charter will run for five years from April 2027.",
        "With the local elections on 7 May, ministers will not visit the docks.",
        "With more safety sessions scheduled in the autumn, crews are better prepared.",
        "The Harbour Strategy 2030 will guide investment.",
        "In 2024-25, 71% of claims were settled within three months.",
        "At the Autumn Budget, the Chancellor announced a relief for ports.",
        "Following the review, we have published a chart.",
        "Since the election on 4 July 2024 we have dredged four channels.",
        "Crews must report a fault within 24 hours.",
    ],
)
def test_what_is_past_usual_named_or_takes_a_time_is_no_promise(sentence: str) -> None:
    assert not any(w.promised for w in windows(sentence, SAID))


def test_a_question_promises_nothing_and_its_windows_are_named_all_the_same() -> None:
    (found,) = windows("Will the Minister publish the chart by the summer?", SAID)
    assert (found.phrase, found.promised) == ("by the summer", False)


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("Charts were printed on 12 November.", "2025-11-12", "2025-11-12"),
        ("The lock was closed in December.", "2025-12-01", "2025-12-31"),
        ("The trial ended on 31 January.", "2026-01-31", "2026-01-31"),
    ],
)
def test_a_date_of_the_past_without_a_year_is_the_last_there_was(sentence: str, earliest: str, latest: str) -> None:
    (found,) = windows(sentence, SAID)
    assert (found.promised, found.earliest, found.latest) == (False, _day(earliest), _day(latest))


def test_what_resolves_is_the_first_window_that_is_promised() -> None:
    sentence = "The consultation closes on 7 May 2026, and we will publish the outcome in the autumn."
    found = resolve(sentence, SAID)
    (first,) = (w for w in windows(sentence, SAID) if w.promised)
    assert (found.phrase, found.earliest, found.latest) == (first.phrase, first.earliest, first.latest)


@given(st.text(max_size=200), st.dates())
def test_no_text_and_no_day_makes_it_raise(text: str, said: date) -> None:
    assert all(text[w.start : w.end] == w.phrase for w in windows(text, said))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.dates())
def test_no_words_of_time_in_any_order_make_it_raise_or_give_a_window_upside_down(
    pieces: list[str], said: date
) -> None:
    sentence = "We will publish it " + "".join(pieces)
    found = windows(sentence, said)
    assert [w.start for w in found] == sorted(w.start for w in found)
    for w in found:
        assert sentence[w.start : w.end] == w.phrase
        assert w.earliest is None or w.latest is None or w.earliest <= w.latest
        assert w.anchor is None or w.anchor in sentence


@pytest.mark.parametrize(
    "piece", ["after the ", "the review of the ", "within two weeks of the ", "w/c 9 ", "will not ", "on or before "]
)
def test_a_long_repetition_is_read_to_its_limit(piece: str) -> None:
    assert len(windows(piece * (200_000 // len(piece)), SAID)) <= 200


@pytest.mark.skipif(not FIELD.exists(), reason="the field's sentences are not beside this checkout")
def test_the_sentences_that_failed_in_the_field_are_read_right() -> None:
    for line in FIELD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = resolve(row["sentence"], date.fromisoformat(row["said_on"]))
        assert (found.earliest, found.latest) == tuple(_day(row[end]) for end in ("earliest", "latest")), row[
            "sentence"
        ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

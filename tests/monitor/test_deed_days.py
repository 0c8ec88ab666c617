"""Is the day that a sentence gives the deed's own, or that of another clause; and when was a stretch of time over?"""

from datetime import date

import pytest

from monitor.judging.english.delivery_door import Door, told_done
from monitor.model.boards import Status
from tests import builders as b
from tests.builders import Newsroom

SAID, PROMISED = date(2031, 5, 9), date(2031, 1, 16)
"""A Friday; Easter was on 13 April."""
DEEDS = ("published", "laid", "paid", "opened", "appointed", "in force", "launched")


def told(sentence: str) -> Door:
    start, end = sentence.index("{"), sentence.index("}") - 1
    plain = sentence.replace("{", "").replace("}", "")
    return told_done(plain, [(start, end)], DEEDS, SAID, PROMISED)


@pytest.mark.parametrize(
    "sentence",
    [
        "The {lamp order} was laid before both Houses of Parliament on 2 April 2031.",
        "The {lamp grant} has been paid to all eligible harbours on 2 April.",
        "The {lamp grant} was paid to all harbours in the north on Wednesday 2 April 2031, and no complaint was heard.",
        "The {lamp fund} opened for applications on 2 April 2031 and has had forty bids.",
        "Ada Marsh was appointed as {Lamp Commissioner} with effect from 2 April 2031.",
        "The {lamp plan} was published by the Secretary of State for Lighthouses on 2 April.",
        "The {lamp plan} was published in full on GOV.UK on 2 April.",
        "The {lamp duty} came into force across England on 2 April 2031.",
        "We published the {lamp plan}, as promised, on 2 April.",
        "The {lamp plan} was launched at the national conference of 2 April.",
    ],
)
def test_complements_of_the_deed_may_stand_between_it_and_its_day(sentence: str) -> None:
    assert told(sentence).on == date(2031, 4, 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "The {lamp order} was laid before Parliament to be debated on 2 April.",
        "The {lamp grant} was paid to harbours that applied on 2 April.",
        "The {lamp order} was laid following the statement of 2 April.",
        "The {lamp plan} was published in response to the report of 2 April.",
        "The {lamp plan} was published ahead of the summit on 2 April.",
        "The {lamp plan} was published in time for the summit on 2 April.",
        "The {lamp grant} was paid to all harbours open on 2 April.",
        "The {lamp plan} was published to help harbours on 2 April.",
        "The {lamp plan} was published and the House met on 2 April.",
        "The {lamp fund} opened with a deadline of 2 April.",
        "Ahead of the meeting on 2 April, the {lamp plan} was published.",
    ],
)
def test_a_day_of_another_clause_or_of_another_event_is_not_the_deeds(sentence: str) -> None:
    door = told(sentence)
    assert (door.on, door.by) == (None, None)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("in March", date(2031, 3, 31)),
        ("in early April", date(2031, 4, 30)),
        ("at the end of February 2031", date(2031, 2, 28)),
        ("last month", date(2031, 4, 30)),
        ("last week", date(2031, 5, 4)),
        ("last Tuesday", date(2031, 5, 6)),
        ("on Thursday", date(2031, 5, 8)),
        ("yesterday", date(2031, 5, 8)),
        ("a fortnight ago", date(2031, 4, 29)),
        ("just over three weeks ago", date(2031, 4, 21)),
        ("before Easter", date(2031, 4, 13)),
        ("before the Easter recess", date(2031, 4, 15)),
        ("by the end of March", date(2031, 3, 31)),
        ("before 1 April", date(2031, 3, 31)),
        ("by 31 March 2031", date(2031, 3, 31)),
        ("in the week beginning 14 April", date(2031, 4, 20)),
        ("in the first quarter of 2031", date(2031, 3, 31)),
        ("on GOV.UK in March", date(2031, 3, 31)),
    ],
)
def test_a_stretch_of_time_is_known_by_its_last_day(words: str, last: date) -> None:
    for sentence in (
        f"The {{lamp plan}} was published {words}.",
        f"The {{lamp plan}}, which was published {words}, is long.",
    ):
        door = told(sentence)
        assert (door.on, door.by) == (None, last), sentence


@pytest.mark.parametrize(
    "words",
    [
        "this week", "this month", "in May", "after Easter", "earlier this year", "following last month's statement",
        "after the March meeting",
    ],
)  # fmt: skip
def test_a_stretch_that_is_not_over_or_not_the_deeds_bounds_nothing(words: str) -> None:
    door = told(f"The {{lamp plan}} was published {words}.")
    assert door
    assert (door.on, door.by) == (None, None)


@pytest.mark.parametrize("when", ["three years ago", "six months ago", "a year ago"])
def test_what_was_done_so_long_ago_was_done_before_the_promise(when: str) -> None:
    assert told(f"The {{lamp plan}} was published {when}.").rule == "out-of-time"


READ, KNOWN = date(2031, 4, 20), date(2031, 5, 2)


@pytest.mark.parametrize(
    "when", ["in March", "before Easter", "six weeks ago", "by the end of March", "on GOV.UK in March"]
)
def test_a_whole_stretch_within_the_window_takes_an_overdue_back(when: str) -> None:
    room = Newsroom()
    room.read(on=READ)
    news = room.read(b.answer(f"The lamp report was published {when}.", KNOWN), on=KNOWN)
    assert [c.kind for c in news if c.kind in {"status", "correction"}] == ["status", "correction"]
    assert "it was done by " in news[-1].details[0]
    row = room.row(KNOWN)
    assert (row.status, row.days_late, row.delivered_on) == (Status.DELIVERED, 0, None)


@pytest.mark.parametrize("when", ["last month", "in April", "last week", "this year"])
def test_a_stretch_that_ends_after_the_window_refutes_nothing(when: str) -> None:
    room = Newsroom()
    news = room.read(b.answer(f"The lamp report was published {when}.", KNOWN), on=KNOWN)
    assert [c.at.date() for c in news if c.after == Status.OVERDUE] == [date(2031, 4, 17)]
    assert "correction" not in [c.kind for c in news]
    assert room.row(KNOWN).days_late is None

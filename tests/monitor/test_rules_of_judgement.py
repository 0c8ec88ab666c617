"""Do the rules of judgement on delivered and overdue hold from what was published to what the board says?"""

from datetime import date, timedelta
from typing import Any

import pytest

from monitor.model.boards import FlagName, Status
from monitor.model.documents import Document, Passage
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Problem
from tests import builders as b
from tests.builders import Newsroom

DUE = date(2031, 4, 16)
OUT = date(2031, 6, 16)
SUMMER = date(2031, 7, 1)
PUBLISHED = "The lamp report was published on 16 June 2031."


def newsroom(*documents: Document, on: date = SUMMER, **promised: Any) -> Newsroom:
    """A newsroom that has read every source to a day, and these documents among what it read."""
    room = Newsroom(b.register(b.commitment(**promised)))
    room.read(*documents, on=on)
    return room


# ------------------------------------------------------------------ 1. delivered


def test_what_was_expected_beforehand_delivers_and_stays_unconfirmed_until_a_person_rules() -> None:
    row = newsroom(b.answer(PUBLISHED, OUT)).row(SUMMER)
    assert (row.status, row.delivered_on, row.days_late) == (Status.DELIVERED, OUT, 61)
    assert not row.confirmed
    assert row.flag(FlagName.UNCONFIRMED)


def test_the_proof_of_a_delivery_is_the_exact_sentence_and_its_link() -> None:
    paper = b.answer(f"I thank her. {PUBLISHED} We will say more.", OUT)
    proof = newsroom(paper).row(SUMMER).milestones[0].proof
    assert proof is not None
    assert (proof.quote, proof.url, proof.by) == (PUBLISHED, paper.url, "the rules")


def test_a_deed_that_nobody_expected_beforehand_keeps_no_promise() -> None:
    expect = b.expectation("it is laid before Parliament", deeds=("laid before Parliament",))
    room = newsroom(b.answer(PUBLISHED, OUT), milestones=(b.milestone(expect=expect),))
    assert room.row(SUMMER).status is Status.OVERDUE


def test_a_ruling_delivers_with_no_evidence_at_all_and_needs_no_confirming() -> None:
    room = newsroom()
    room.rule(b.ruling(on=OUT, source=b.LINK))
    row = room.row(SUMMER)
    assert (row.status, row.delivered_on, row.confirmed) == (Status.DELIVERED, OUT, True)
    assert not row.flag(FlagName.UNCONFIRMED)


def test_a_promise_of_two_things_is_not_kept_by_one_of_them() -> None:
    second = b.milestone("map", title="The map is published", expect=b.expectation(things=("lamp map",)))
    room = newsroom(b.answer(PUBLISHED, OUT), milestones=(b.milestone(), second))
    row = room.row(SUMMER)
    assert row.status is Status.OVERDUE
    assert [m.status for m in row.milestones] == [Status.DELIVERED, Status.OVERDUE]


def test_steps_on_the_way_do_not_keep_the_promise() -> None:
    step = b.milestone("terms", due=None, step=True, expect=b.expectation(deeds=("outlined",)))
    whole = b.milestone("report", due=None)
    room = newsroom(b.answer("The lamp report was outlined today.", OUT), milestones=(step, whole), due=None)
    row = room.row(SUMMER)
    assert row.status is Status.PENDING
    assert [m.status for m in row.milestones] == [Status.DELIVERED, Status.PENDING]


# ------------------------------------------------------------------ 2. overdue and stale


@pytest.mark.parametrize(
    ("day", "status", "late"),
    [
        (DUE - timedelta(days=1), Status.PENDING, None),
        (DUE, Status.PENDING, None),
        (DUE + timedelta(days=1), Status.OVERDUE, 1),
        (DUE + timedelta(days=30), Status.OVERDUE, 30),
    ],
)
def test_a_promise_is_overdue_from_the_first_day_after_its_window(day: date, status: Status, late: int | None) -> None:
    row = newsroom().row(day)
    assert (row.status, row.days_late) == (status, late)
    assert not row.flag(FlagName.STALE)


def test_a_source_that_was_not_read_to_the_day_makes_it_stale_and_never_overdue() -> None:
    room = Newsroom()
    room.read(on=SUMMER, sources=(HANSARD,))
    room.read(on=date(2031, 4, 20), sources=(WRITTEN_QUESTIONS,))
    row = room.row(SUMMER)
    assert (row.status, row.days_late) == (Status.PENDING, None)
    stale = row.flag(FlagName.STALE)
    assert stale is not None
    assert stale.detail == "written-questions read only to 2031-04-20"


def test_a_gap_since_the_promise_makes_it_stale_and_never_overdue() -> None:
    room = Newsroom()
    room.read(on=SUMMER, sources=(HANSARD,))
    room.read(on=date(2031, 2, 1), sources=(WRITTEN_QUESTIONS,))
    room.read(on=SUMMER, since=date(2031, 2, 10), sources=(WRITTEN_QUESTIONS,))
    row = room.row(SUMMER)
    assert row.status is Status.PENDING
    stale = row.flag(FlagName.STALE)
    assert stale is not None
    assert "not read without a gap" in (stale.detail or "")


@pytest.mark.parametrize("kind", ["timeout", "http-status", "changed-shape", "missing-day"])
def test_a_harvest_with_trouble_never_lets_a_promise_become_overdue(kind: str) -> None:
    room = Newsroom()
    room.read(on=SUMMER, sources=(HANSARD,))
    trouble = (Problem(WRITTEN_QUESTIONS, kind, "it misbehaved"),)
    entry = room.settle(b.harvest(until=SUMMER, problems=trouble))
    assert entry.span is None
    row = room.row(SUMMER)
    assert row.status is Status.PENDING
    assert row.flag(FlagName.STALE)


def test_a_harvest_that_was_stopped_never_lets_a_promise_become_overdue() -> None:
    room = Newsroom()
    room.read(on=SUMMER, sources=(HANSARD,))
    room.settle(b.harvest(until=SUMMER, stopped=True))
    assert room.row(SUMMER).status is Status.PENDING


def test_a_promise_found_kept_needs_no_fresh_source() -> None:
    room = Newsroom()
    room.read(b.answer(PUBLISHED, OUT), on=OUT, since=date(2031, 6, 10), sources=(WRITTEN_QUESTIONS,))
    row = room.row(SUMMER)
    assert row.status is Status.DELIVERED
    assert not row.flag(FlagName.STALE)


# ------------------------------------------------------------------ 3. what is no delivery


QUESTION = Passage("question", PUBLISHED, "Lou Hope")


@pytest.mark.parametrize(
    "paper",
    [
        b.document(passages=(QUESTION,), published_on=OUT),
        b.document(
            passages=(QUESTION, Passage("answer", "I thank her for the question.", "Ada Marsh")), published_on=OUT
        ),
        b.answer(PUBLISHED, OUT, holding=True),
        b.answer("The lamp report will be published shortly.", OUT),
        b.answer("We remain committed to the lamp report being published.", OUT),
        b.answer("It will not be possible to answer on the lamp report within the usual time period.", OUT),
        b.answer("I refer the hon. Member to the answer of 3 June, when the lamp report was published.", OUT),
        b.answer("The lamp report was due to be published today.", OUT),
        b.answer("The lamp report has not been published.", OUT),
        b.answer("Once the lamp report has been published, we will respond.", OUT),
        b.answer("The lamp report on gas lamps was published in 2029.", OUT),
        b.answer("The lamp report was publ...", OUT),
        b.speech(PUBLISHED, OUT, post=None),
        b.speech(PUBLISHED, OUT, post="Shadow Minister for Lighthouses"),
    ],
    ids=lambda paper: paper.passages[-1].text[:50],
)
def test_questions_holding_answers_and_repeated_promises_keep_nothing(paper: Document) -> None:
    assert newsroom(paper).row(SUMMER).status is Status.OVERDUE


def test_looking_back_at_a_delivery_is_not_a_second_delivery() -> None:
    room = newsroom(b.answer("I am today publishing the lamp report.", OUT), on=OUT)
    before = room.row(OUT)
    later = b.answer("The lamp report was published in June.", date(2031, 6, 25), "q2")
    told = room.read(later, on=SUMMER)
    assert room.row(SUMMER).delivered_on == before.delivered_on == OUT
    assert [c.kind for c in told if c.kind == "status"] == []


def test_a_minister_who_looks_back_proves_the_delivery_but_not_its_day() -> None:
    room = newsroom(b.answer("The lamp report was published in the spring.", OUT))
    row = room.row(SUMMER)
    assert (row.status, row.delivered_on, row.days_late) == (Status.DELIVERED, None, None)

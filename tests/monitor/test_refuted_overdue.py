"""Is an overdue taken back where its own proof gives a day in time, and never told where both are known?"""

from datetime import date, timedelta

import pytest

from monitor.model.boards import Status
from monitor.model.changes import Change
from monitor.model.commitments import RulingKind, Watch
from monitor.model.documents import Document
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS
from tests import builders as b
from tests.builders import Newsroom

DUE, MISSED, READ, KNOWN = date(2031, 4, 16), date(2031, 4, 17), date(2031, 4, 20), date(2031, 5, 2)
IN_TIME = (
    b.answer("The lamp report was published on 14 April 2031.", KNOWN),
    b.answer("The lamp report was published on 16 April 2031.", KNOWN),
    b.speech("The lamp report was published on 2 April.", KNOWN),
    b.answer("As the House knows, the lamp report was published on 7 April 2031 and laid here.", KNOWN),
)


def overdue(told: tuple[Change, ...]) -> list[Change]:
    return [c for c in told if c.after == Status.OVERDUE]


@pytest.mark.parametrize("proof", IN_TIME)
def test_known_first_it_is_told_and_then_taken_back_after_the_delivery(proof: Document) -> None:
    room = Newsroom()
    (wrong,) = overdue(room.read(on=READ))
    told = room.read(proof, on=KNOWN)
    assert [c.kind for c in told if c.kind in {"status", "correction"}] == ["status", "correction"]
    assert (told[-1].before, told[-1].after) == ("overdue", "delivered")
    assert told[-1].headline.startswith("Correction: “overdue” of 17 April 2031 taken back. It is now delivered")
    assert ", in time" in told[-1].details[0]
    assert told[-1].because is not None
    assert "published on" in told[-1].because.quote
    assert wrong in room.told()
    assert room.wait(KNOWN + timedelta(days=1)) == ()


@pytest.mark.parametrize("proof", IN_TIME)
def test_where_both_are_known_no_overdue_is_told(proof: Document) -> None:
    room = Newsroom()
    told = room.read(proof, on=KNOWN)
    assert overdue(told) == []
    assert [(c.before, c.after) for c in told if c.kind == "status"] == [("pending", "delivered")]
    assert ", in time" in next(c.headline for c in told if c.kind == "status")


@pytest.mark.parametrize(
    "proof",
    [
        b.answer("The lamp report was published on 17 April 2031.", KNOWN),
        b.speech("The lamp report was published on 28 April.", KNOWN),
        b.answer("The lamp report has been published.", KNOWN),
    ],
)
def test_a_deed_after_the_date_or_of_no_day_refutes_nothing(proof: Document) -> None:
    room = Newsroom()
    told = room.read(proof, on=KNOWN)
    assert [c.at.date() for c in overdue(told)] == [MISSED]
    assert "correction" not in [c.kind for c in room.told()]


def test_a_board_of_a_past_day_shows_what_could_be_known_on_it() -> None:
    room = Newsroom()
    room.read(IN_TIME[0], on=KNOWN)
    assert [room.row(day).status for day in (MISSED, KNOWN)] == [Status.OVERDUE, Status.DELIVERED]


def test_a_page_of_an_earlier_day_that_is_found_late_takes_it_back() -> None:
    room = Newsroom(b.register(b.commitment(milestones=(b.milestone(expect=b.page_expected()),))))
    room.read(on=READ)
    page = b.document(
        "/lamps", source=GOV_UK, kind="independent_report", title="The lamp report", url="https://www.gov.uk/lamps",
        published_on=date(2031, 4, 9),
    )  # fmt: skip
    told = room.read(page, on=KNOWN)
    assert [c.kind for c in told if c.kind != "announces"] == ["status", "correction"]


def test_a_date_of_a_part_is_taken_back_by_the_day_of_that_part_only() -> None:
    rock = b.milestone(
        "rock",
        title="The rock plan",
        due=b.due("by 1 April", date(2031, 4, 1)),
        expect=b.expectation(things=("rock plan",)),
    )
    register = b.register(
        b.commitment(milestones=(rock, b.milestone()), watch=Watch(names=("lamp report", "rock plan")))
    )
    room = Newsroom(register)
    first = overdue(room.read(on=READ))
    assert [(c.kind, c.at.date()) for c in first] == [("status", date(2031, 4, 2)), ("milestone", MISSED)]
    told = room.read(IN_TIME[0], on=KNOWN)
    (taken_back,) = [c for c in told if c.kind == "correction"]
    assert taken_back.headline.startswith("Correction: “Missed, not done by 16 April 2031: The report")
    assert "it was done on 14 April 2031, in time" in taken_back.details[0]
    assert room.row(KNOWN).status is Status.OVERDUE


def test_a_deed_that_is_taken_back_tells_no_overdue_of_the_past_but_of_its_own_day() -> None:
    room = Newsroom()
    room.read(IN_TIME[0], on=KNOWN)
    day = KNOWN + timedelta(days=9)
    wrong = b.answer("The lamp report was not published.", KNOWN, corrected_on=day)
    assert [c.at.date() for c in overdue(room.read(wrong, on=day))] == [day]


def test_a_deed_that_a_person_rejects_refutes_no_more() -> None:
    room = Newsroom()
    room.read(on=READ)
    room.read(IN_TIME[0], on=KNOWN)
    no = b.ruling(
        kind=RulingKind.REJECT, document=(WRITTEN_QUESTIONS, "q1"), milestone=None, decided_at=b.at(KNOWN, 23)
    )
    room.rule(no)
    day = KNOWN + timedelta(days=1)
    told = room.read(on=day, sources=(HANSARD, WRITTEN_QUESTIONS))
    assert any("stands after all" in c.headline and c.after == "overdue" for c in told)


def test_a_ruling_of_a_day_in_time_takes_it_back_too() -> None:
    room = Newsroom()
    room.read(on=READ)
    room.rule(b.ruling(on=date(2031, 4, 11), decided_at=b.at(KNOWN)))
    told = room.read(on=KNOWN)
    assert [c.kind for c in told] == ["status", "correction"]
    assert "it was done on 11 April 2031, in time" in told[1].details[0]

"""By when is a promise due that gave no date, once a person rules that it was given one?"""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from monitor.model.boards import FlagName, Row, Status
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.due import Due
from monitor.model.evidence import Evidence, Relation
from monitor.reports.icalendar_file import datebook
from monitor.status.judgement import board_of_day
from monitor.status.timeline import untold_changes
from tests import builders as b

SAID, MAY, JUNE, TODAY = date(2031, 3, 3), date(2031, 5, 31), date(2031, 6, 30), date(2031, 7, 1)


def by(last: date, said_on: date = SAID) -> Due:
    return b.due(f"by the end of {last:%B}", last, said_on=said_on)


def moved(due: Due, nth: int = 1, milestone: str | None = "report") -> Ruling:
    return b.ruling(f"r{nth}", kind=RulingKind.MOVED, milestone=milestone, on=due.said_on, due=due)


def stands(*rulings: Ruling, day: date = TODAY, first: Due | None = None, evidence: tuple[Evidence, ...] = ()) -> Row:
    undated = b.commitment(due=first, milestones=(b.milestone(due=first),))
    return board_of_day(b.facts(undated, rulings=rulings, evidence=evidence), day).rows[0]


@pytest.mark.parametrize("first", [None, b.undated()])
@pytest.mark.parametrize("named", [None, "report"])
def test_a_promise_without_a_date_is_due_by_the_first_that_a_person_rules_it_was_given(
    first: Due | None, named: str | None
) -> None:
    ruling = moved(by(MAY), milestone=named)
    row = stands(ruling, first=first, day=date(2031, 4, 1))
    assert (row.due, row.status) == (by(MAY), Status.PENDING)
    assert (row.flag(FlagName.NO_DATE), row.flag(FlagName.SLIPPED)) == (None, None)
    assert stands(ruling, first=first, day=SAID - timedelta(days=1)).due == first
    missed = stands(ruling, first=first)
    assert (missed.status, missed.days_late) == (Status.OVERDUE, 31)
    assert [m.due for m in missed.milestones[0].moves] == [by(MAY)], "who gave it where is not lost"


def test_what_puts_off_a_date_given_later_is_a_slip_as_any_other() -> None:
    row = stands(moved(by(MAY)), moved(by(JUNE, MAY), 2))
    slipped = row.flag(FlagName.SLIPPED)
    assert slipped is not None
    assert (row.due, slipped.word) == (by(MAY), "slipped (moved 1 time)")


def test_a_date_that_only_the_rules_found_makes_nothing_due_until_a_person_accepts_it() -> None:
    found = b.evidence(Relation.DELAYS, document=b.citation(b.document(published_on=SAID)), moved_to=by(MAY))
    assert (stands(evidence=(found,)).due, stands(evidence=(found,)).status) == (None, Status.PENDING)
    yes = b.ruling(kind=RulingKind.ACCEPT, milestone=None, document=(found.document.source, found.document.key))
    assert stands(yes, evidence=(found,)).due == by(MAY)


def test_a_move_to_words_without_a_date_gives_none() -> None:
    ruling = b.ruling(kind=RulingKind.MOVED, on=SAID, due=b.undated("shortly", SAID))
    assert stands(ruling).due is None


def test_a_first_date_is_told_as_one_and_not_as_a_delay_and_its_passing_is_told() -> None:
    undated = b.commitment(due=None, milestones=(b.milestone(due=None),))
    facts = b.facts(undated, rulings=[moved(by(MAY)), moved(by(JUNE, MAY), 2)])
    told = untold_changes(facts, (), b.at(TODAY), TODAY)
    assert [(c.kind, c.after) for c in told[1:]] == [
        ("announces", "2031-05-31"),
        ("delays", "2031-06-30"),
        ("status", "overdue"),
        ("milestone", "overdue"),
    ]
    assert [c.at.date() for c in told[-2:]] == [MAY + timedelta(days=1), JUNE + timedelta(days=1)]
    assert "“by the end of May”, said on" in told[-2].details[0]
    assert "not done by 31 May 2031" in told[-2].headline


def test_the_calendar_has_the_date_given_later_once_with_the_day_and_the_link() -> None:
    undated = b.commitment(due=None, milestones=(b.milestone(due=None),))
    given = b.ruling(kind=RulingKind.MOVED, on=SAID, due=by(MAY), source="https://hansard.example.org/9")
    facts = b.facts(undated, rulings=[given])
    events = Calendar.from_ical(datebook(board_of_day(facts, TODAY), [facts.register], (), "Dates")).walk("VEVENT")
    assert [e.decoded("DTSTART") for e in events] == [MAY]
    assert "No date promised, given on 3 March 2031: “by the end of May”" in str(events[0]["DESCRIPTION"])
    assert "https://hansard.example.org/9" in str(events[0]["DESCRIPTION"])

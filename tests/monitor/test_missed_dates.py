"""Is every missed date told, once, under an id of its own, with the milestone's name, and shown as due soon before?"""

import re
from datetime import date, timedelta

import pytest

from monitor.model.boards import FlagName, Row, Status
from monitor.model.changes import Change
from monitor.model.commitments import Commitment, Ruling, RulingKind
from monitor.model.due import Due
from monitor.model.sources import HANSARD
from monitor.reports.findings import find
from monitor.reports.formats import report
from monitor.status.facts import Facts
from monitor.status.judgement import board_of_day
from monitor.status.timeline import untold_changes
from tests import builders as b

DAY = timedelta(days=1)
FIRST, SECOND, THIRD, TODAY = date(2031, 4, 16), date(2031, 6, 30), date(2031, 9, 30), date(2031, 12, 1)


def by(last: date, said: str = "by then", said_on: date = b.SAID) -> Due:
    return b.due(said, last, said_on=said_on)


def moved(to: date, on: date, name: str = "m1", milestone: str = "report") -> Ruling:
    return b.ruling(
        name, kind=RulingKind.MOVED, milestone=milestone, on=on, due=by(to, f"by {to:%B}", on), source=b.LINK
    )


def three() -> Commitment:
    """A promise of three parts, due one after the other."""
    parts = (("report", "The report", FIRST), ("plan", "The plan", SECOND), ("law", "The law", THIRD))
    return b.commitment(milestones=tuple(b.milestone(id_, title=title, due=by(last)) for id_, title, last in parts))


def told(facts: Facts, today: date = TODAY, before: tuple[Change, ...] = ()) -> tuple[Change, ...]:
    return untold_changes(facts, before, b.at(today), today)


def missed(changes: tuple[Change, ...]) -> list[tuple[str, date, str]]:
    late = [c for c in changes if c.after == Status.OVERDUE]
    return [(c.kind, c.at.date(), re.sub(r", not done by [^:]*| – .*", "", c.headline)) for c in late]


def row(facts: Facts, day: date) -> Row:
    return board_of_day(facts, day).rows[0]


def test_each_part_that_is_missed_after_the_first_is_told_with_its_name() -> None:
    changes = told(b.facts(three()))
    assert missed(changes) == [
        ("status", FIRST + DAY, "Overdue: The report"),
        ("milestone", SECOND + DAY, "Missed: The plan"),
        ("milestone", THIRD + DAY, "Missed: The law"),
    ]
    assert len({c.id for c in changes}) == len(changes)


def test_parts_missed_with_the_whole_are_told_with_it() -> None:
    parts = tuple(b.milestone(id_, title=f"Part {id_}") for id_ in ("one", "two", "three"))
    (only,) = [c for c in told(b.facts(b.commitment(milestones=parts))) if c.after == Status.OVERDUE]
    assert "Part one, and 2 more" in only.headline


def test_a_step_that_is_missed_is_told_though_it_makes_nothing_overdue() -> None:
    step = b.milestone("terms", title="The terms", step=True, due=by(date(2031, 2, 28)))
    facts = b.facts(b.commitment(milestones=(step, b.milestone(due=by(THIRD)))))
    assert missed(told(facts, date(2031, 4, 1))) == [("milestone", date(2031, 3, 1), "Missed: The terms")]
    assert row(facts, date(2031, 4, 1)).status is Status.PENDING


@pytest.mark.parametrize(
    ("moves", "days"),
    [
        ([moved(SECOND, date(2031, 4, 1))], [FIRST, SECOND]),
        ([moved(SECOND, date(2031, 5, 1)), moved(THIRD, date(2031, 8, 1), "m2")], [FIRST, SECOND, THIRD]),
        ([moved(SECOND, date(2031, 5, 1)), moved(THIRD, date(2031, 6, 1), "m2")], [FIRST, THIRD]),
    ],
)
def test_a_date_that_was_moved_and_is_missed_again_is_told_again(moves: list[Ruling], days: list[date]) -> None:
    facts = b.facts(rulings=moves)
    changes = told(facts)
    late = [c for c in changes if c.after == Status.OVERDUE]
    assert [c.at.date() for c in late] == [day + DAY for day in days]
    assert all("The report on lamps is published" in c.headline for c in late)
    assert all(c.headline.startswith("Missed again, not done by ") for c in late[1:])
    assert told(facts, TODAY, changes) == ()


def test_what_was_told_up_to_a_day_is_not_told_again_when_the_next_date_passes() -> None:
    facts = b.facts(three(), rulings=[moved(THIRD, date(2031, 5, 1))])
    said: tuple[Change, ...] = ()
    days = [FIRST + DAY, SECOND + DAY, THIRD + DAY]
    numbers = []
    for day in days:
        fresh = told(facts, day, said)
        numbers.append(len([c for c in fresh if c.after == Status.OVERDUE]))
        said += fresh
    assert numbers == [1, 1, 2]


@pytest.mark.parametrize("end", [RulingKind.DROPPED, RulingKind.SUPERSEDED])
def test_no_date_is_missed_once_the_clock_was_stopped_or_the_whole_was_kept(end: RulingKind) -> None:
    stop = b.ruling("stop", kind=end, milestone=None, on=date(2031, 5, 1))
    assert [c[1] for c in missed(told(b.facts(three(), rulings=[stop])))] == [FIRST + DAY]
    kept = b.ruling("kept", milestone=None, on=date(2031, 5, 1))
    assert [c[1] for c in missed(told(b.facts(three(), rulings=[kept])))] == [FIRST + DAY]


def test_a_part_that_came_in_time_is_not_missed() -> None:
    plan = b.ruling("plan", milestone="plan", on=date(2031, 6, 1))
    assert [c[2] for c in missed(told(b.facts(three(), rulings=[plan])))] == ["Overdue: The report", "Missed: The law"]


def test_nothing_is_missed_where_its_sources_were_not_read_to_the_day() -> None:
    facts = b.facts(three(), coverage=b.coverage(SECOND - DAY, sources=(HANSARD,)))
    assert missed(told(facts)) == []


@pytest.mark.parametrize(
    ("rulings", "day", "named"),
    [
        ((), SECOND - timedelta(days=10), "The plan"),
        ((), THIRD - timedelta(days=14), "The law"),
        ((moved(date(2031, 8, 15), date(2031, 5, 1)),), date(2031, 8, 9), "The report"),
    ],
)
def test_what_is_overdue_shows_the_next_date_as_due_soon(rulings: tuple[Ruling, ...], day: date, named: str) -> None:
    facts = b.facts(three(), rulings=rulings)
    found = row(facts, day)
    flag = found.flag(FlagName.DUE_SOON)
    assert found.status is Status.OVERDUE
    assert flag is not None
    assert named in (flag.detail or "")
    board = board_of_day(facts, day)
    (soon,) = find(board, (), ()).soon
    assert soon.milestone is not None
    assert soon.milestone.milestone.title == named
    assert f"A report on the lamps: {named}" in report(board, (), (), since=day)


def test_what_is_due_later_or_delivered_is_not_due_soon() -> None:
    assert row(b.facts(three()), SECOND - timedelta(days=15)).flag(FlagName.DUE_SOON) is None
    plan = b.ruling("plan", milestone="plan", on=date(2031, 6, 1))
    assert row(b.facts(three(), rulings=[plan]), SECOND - timedelta(days=3)).flag(FlagName.DUE_SOON) is None


def test_the_next_date_is_proved_by_the_words_that_gave_it() -> None:
    changes = told(b.facts(rulings=[moved(SECOND, date(2031, 5, 1))]))
    again = changes[-1]
    assert again.because is not None
    assert again.because.url == b.LINK
    assert "“by June”, said on 1 May 2031; its last day was 30 June 2031." in again.details

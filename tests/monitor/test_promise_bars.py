"""A promise's bar: which stretches of days and which marks a row on a day comes to, and what it says in words."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.board_words import DAY_UNKNOWN, UNCHECKED, UNREAD
from monitor.model.boards import FlagName, Move, Proof, Row, Status, Stop
from monitor.model.due import Due
from monitor.reports.bar_words import bar_words
from monitor.reports.promise_bars import Bar, StretchKind, bars, days_of, promise_bar
from tests import builders as a

DAY = date(2031, 6, 16)
EASTER = a.due("by Easter", date(2031, 4, 13))
SUMMER = a.due("in the summer", date(2031, 8, 31), earliest=date(2031, 6, 1))
SPRING = a.due("in the spring", date(2031, 5, 31), earliest=date(2031, 3, 1))
APPOINTED = a.due("on 1 July", date(2031, 7, 1), earliest=date(2031, 7, 1))
ROYAL_ASSENT = Due("after Royal Assent", date(2031, 5, 2), None, None, a.SAID)
MOVED = Move(date(2031, 4, 28), a.due("by Christmas", date(2031, 12, 24), said_on=date(2031, 4, 28)), None, None)
TO_AUTUMN = Move(
    date(2031, 4, 28),
    a.due("in the autumn", date(2031, 11, 30), earliest=date(2031, 9, 1), said_on=date(2031, 4, 28)),
    None,
    None,
)
STOP = Stop(date(2031, 5, 1), "superseded", "lens", None, None, confirmed=True)


def proof(on: date | None, known: date) -> Proof:
    return Proof(on, known, True, None, None, "Ada")


def promised(first: Due | None, status: Status = Status.PENDING, *, stop: Stop | None = None, **how: Any) -> Row:
    """A promise of one milestone that stands so, with its first date."""
    one = a.milestone_row(a.milestone(due=first), status, **how)
    return a.row(a.commitment(due=first), status, stop=stop, due=one.due, milestones=(one,))


def drawn(bar: Bar) -> tuple[str, str]:
    """Return stretches and marks in short: “running 16 Jan-13 Apr”, “promised 16 Jan”."""
    stretches = ", ".join(f"{s.kind.name.lower()} {short(s.first)}-{short(s.last)}" for s in bar.stretches)
    return stretches, ", ".join(f"{'part ' * m.part}{m.kind.name.lower()} {short(m.day)}" for m in bar.marks)


def short(day: date) -> str:
    year = "" if day.year == DAY.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"


OVERDUE, DELIVERED = Status.OVERDUE, Status.DELIVERED
CASES = {
    "no date at all": (promised(None), "running 16 Jan-16 Jun", "promised 16 Jan"),
    "words that give no date": (promised(a.undated()), "running 16 Jan-16 Jun", "promised 16 Jan"),
    "a start and no last day": (
        promised(ROYAL_ASSENT),
        "running 16 Jan-1 May, window 2 May-16 Jun",
        "promised 16 Jan",
    ),
    "a window that is open": (
        promised(SUMMER),
        "running 16 Jan-31 May, window 1 Jun-31 Aug",
        "promised 16 Jan, due 31 Aug",
    ),
    "one day, to come": (
        promised(APPOINTED),
        "running 16 Jan-16 Jun, left 17 Jun-30 Jun, window 1 Jul-1 Jul",
        "promised 16 Jan, due 1 Jul",
    ),
    "overdue": (
        promised(EASTER, OVERDUE, days_late=64),
        "running 16 Jan-13 Apr, late 14 Apr-16 Jun",
        "promised 16 Jan, missed 13 Apr",
    ),
    "its last day is the day looked at": (
        promised(a.due("by 16 June", DAY)),
        "running 16 Jan-16 Jun",
        "promised 16 Jan, due 16 Jun",
    ),
    "past its last day, and nobody can say": (
        promised(EASTER, stale=("hansard not looked at yet",)),
        "running 16 Jan-13 Apr, unknown 14 Apr-16 Jun",
        "promised 16 Jan, due 13 Apr",
    ),
    "overdue, and moved": (
        promised(EASTER, OVERDUE, days_late=64, moves=(MOVED,)),
        "running 16 Jan-13 Apr, late 14 Apr-16 Jun, left 17 Jun-24 Dec",
        "promised 16 Jan, missed 13 Apr, moved 24 Dec",
    ),
    "moved twice, the second time to a window": (
        promised(EASTER, OVERDUE, days_late=64, moves=(TO_AUTUMN, MOVED)),
        "running 16 Jan-13 Apr, late 14 Apr-16 Jun, left 17 Jun-31 Aug, window 1 Sep-30 Nov, left 1 Dec-24 Dec",
        "promised 16 Jan, missed 13 Apr, moved 30 Nov, moved 24 Dec",
    ),
    "a first date that was given later is no move": (
        promised(a.undated(), due=MOVED.due, moves=(MOVED,)),
        "running 16 Jan-16 Jun, left 17 Jun-24 Dec",
        "promised 16 Jan, due 24 Dec",
    ),
    "delivered early": (
        promised(EASTER, DELIVERED, delivered_on=date(2031, 3, 1), days_late=0, proof=proof(date(2031, 3, 1), DAY)),
        "running 16 Jan-1 Mar",
        "promised 16 Jan, delivered 1 Mar, due 13 Apr",
    ),
    "delivered in its window": (
        promised(SPRING, DELIVERED, delivered_on=date(2031, 5, 6), days_late=0, proof=proof(date(2031, 5, 6), DAY)),
        "running 16 Jan-28 Feb, window 1 Mar-31 May",
        "promised 16 Jan, delivered 6 May, due 31 May",
    ),
    "delivered late": (
        promised(EASTER, DELIVERED, delivered_on=date(2031, 5, 6), days_late=23, proof=proof(date(2031, 5, 6), DAY)),
        "running 16 Jan-13 Apr, late 14 Apr-6 May",
        "promised 16 Jan, missed 13 Apr, delivered 6 May",
    ),
    "delivered by a day, in time": (
        promised(EASTER, DELIVERED, days_late=0, proof=proof(None, date(2031, 3, 1))),
        "running 16 Jan-1 Mar",
        "promised 16 Jan, delivered_by 1 Mar, due 13 Apr",
    ),
    "delivered by a day, and nobody can say whether in time": (
        promised(EASTER, DELIVERED, proof=proof(None, date(2031, 5, 6))),
        "running 16 Jan-13 Apr, unknown 14 Apr-6 May",
        "promised 16 Jan, due 13 Apr, delivered_by 6 May",
    ),
    "delivered before it was promised": (
        promised(EASTER, DELIVERED, delivered_on=date(2030, 12, 1), days_late=0),
        "",
        "delivered 1 Dec 2030, promised 16 Jan, due 13 Apr",
    ),
    "replaced before its date": (
        promised(SUMMER, stop=STOP),
        "running 16 Jan-1 May, window 1 Jun-31 Aug",
        "promised 16 Jan, stopped 1 May, due 31 Aug",
    ),
    "late when it was replaced": (
        promised(EASTER, OVERDUE, days_late=18, stop=STOP),
        "running 16 Jan-13 Apr, late 14 Apr-1 May",
        "promised 16 Jan, missed 13 Apr, stopped 1 May",
    ),
    "a last day before the promise": (
        promised(a.due("by the new year", date(2031, 1, 1)), OVERDUE, days_late=166),
        "late 2 Jan-16 Jun",
        "missed 1 Jan, promised 16 Jan",
    ),
    "decades ahead": (
        promised(a.due("by 2060", date(2060, 12, 31))),
        "running 16 Jan-16 Jun, left 17 Jun-31 Dec 2060",
        "promised 16 Jan, due 31 Dec 2060",
    ),
    "the last day there is": (
        promised(a.due("some day", date.max)),
        "running 16 Jan-16 Jun, left 17 Jun-31 Dec 9999",
        "promised 16 Jan, due 31 Dec 9999",
    ),
    "nothing to reach, with a date that has passed": (
        a.row(a.commitment(milestones=(), due=EASTER), milestones=None),
        "running 16 Jan-13 Apr, unknown 14 Apr-16 Jun",
        "promised 16 Jan, due 13 Apr",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_promise_is_drawn_as_it_stands(name: str) -> None:
    row, stretches, marks = CASES[name]
    assert drawn(promise_bar(row, DAY)) == (stretches, marks)


def staged(plan: Status, chair: Status, step: Status) -> Row:
    """A promise of a plan by Easter, a chair in the summer (promised later), and a step in the spring on the way."""
    late = {"days_late": 64} if plan is OVERDUE else kept(date(2031, 3, 3), plan)
    milestones = (
        a.milestone_row(a.milestone("plan", due=EASTER), plan, **late),
        a.milestone_row(
            a.milestone("chair", due=SUMMER, promised_on=date(2031, 2, 1)), chair, **kept(date(2031, 6, 2), chair)
        ),
        a.milestone_row(a.milestone("step", due=SPRING, step=True), step, **kept(date(2031, 6, 9), step, days_late=9)),
    )
    whole = next((s for s in (OVERDUE, Status.PENDING) if s in (plan, chair)), DELIVERED)
    return a.row(a.commitment(), whole, milestones=milestones)


def kept(on: date, status: Status, days_late: int = 0) -> dict[str, Any]:
    return {"delivered_on": on, "days_late": days_late, "confirmed": True} if status is DELIVERED else {}


ALL_DELIVERED = (
    "promised 16 Jan, part promised 1 Feb, part delivered 3 Mar, due 13 Apr, part missed 31 May, delivered 2 Jun, "
    "part delivered 9 Jun, due 31 Aug"
)
STAGES = {
    "one is delivered, one pending, the step missed": (
        staged(DELIVERED, Status.PENDING, OVERDUE),
        "running 16 Jan-31 May, window 1 Jun-31 Aug",
        "promised 16 Jan, part promised 1 Feb, part delivered 3 Mar, part due 13 Apr, part missed 31 May, due 31 Aug",
    ),
    "one is missed, and the whole is late": (
        staged(OVERDUE, Status.PENDING, Status.PENDING),
        "running 16 Jan-13 Apr, late 14 Apr-16 Jun, window 17 Jun-31 Aug",
        "promised 16 Jan, part promised 1 Feb, missed 13 Apr, part due 31 May, due 31 Aug",
    ),
    "all is delivered, the last makes it so, and the step comes late": (
        staged(DELIVERED, DELIVERED, DELIVERED),
        "running 16 Jan-31 May, window 1 Jun-31 Aug",
        ALL_DELIVERED,
    ),
}


@pytest.mark.parametrize("name", STAGES)
def test_of_several_milestones_each_has_its_marks_and_no_part_reads_as_the_whole(name: str) -> None:
    row, stretches, marks = STAGES[name]
    assert drawn(promise_bar(row, DAY)) == (stretches, marks)


def test_a_promise_with_steps_only_has_its_own_date_which_nobody_judges() -> None:
    step = a.milestone_row(a.milestone(due=SPRING, step=True), OVERDUE, days_late=16)
    bar = promise_bar(a.row(a.commitment(due=EASTER), milestones=(step,)), DAY)
    assert drawn(bar) == (
        "running 16 Jan-13 Apr, unknown 14 Apr-16 Jun",
        "promised 16 Jan, due 13 Apr, part missed 31 May",
    )


def test_the_days_of_a_board_reach_from_the_first_promise_to_the_last_date_and_hold_the_day_looked_at() -> None:
    board = a.board(promised(EASTER, OVERDUE, days_late=64), promised(SUMMER), as_of=DAY)
    assert days_of(bars(board), DAY) == (a.SAID, date(2031, 8, 31))
    kept_long_ago = promised(EASTER, DELIVERED, **kept(date(2031, 3, 1), DELIVERED))
    assert days_of(bars(a.board(kept_long_ago, as_of=DAY)), DAY) == (a.SAID, DAY)
    assert days_of((), DAY) == (DAY, DAY)


days = st.dates(date(2029, 1, 1), date(2033, 1, 1))


@given(st.lists(st.tuples(days, days, st.sampled_from(Status), st.booleans()), max_size=4), days)
def test_stretches_never_overlap_and_nothing_is_called_late_unless_a_milestone_is(
    given_: list[tuple[date, date, Status, bool]], day: date
) -> None:
    milestones = tuple(
        a.milestone_row(
            a.milestone(f"m{n}", due=a.due("then", last, earliest=first, said_on=a.SAID), step=step),
            status,
            delivered_on=last if status is DELIVERED else None,
            days_late=0 if status is DELIVERED else None,
        )
        for n, (first, last, status, step) in enumerate(given_)
    )
    overdue = any(m.status is OVERDUE and not m.milestone.step for m in milestones)
    bar = promise_bar(a.row(status=OVERDUE if overdue else Status.PENDING, milestones=milestones), day)
    assert all(s.first <= s.last for s in bar.stretches)
    assert all(one.last < two.first for one, two in zip(bar.stretches, bar.stretches[1:], strict=False))
    assert overdue or not any(s.kind is StretchKind.LATE for s in bar.stretches)
    assert all(bar.first <= mark.day <= bar.last for mark in bar.marks)


BY_EASTER = "Promised on 16 January 2031 by Ada Marsh; due “by Easter”, by 13 April 2031"
SAYINGS = {
    "overdue and moved": (
        CASES["overdue, and moved"][0],
        f"{BY_EASTER}; on 28 April 2031 moved to 24 December 2031; 64 days late.",
    ),
    "no date": (CASES["no date at all"][0], "Promised on 16 January 2031 by Ada Marsh; no date given."),
    "words without a date": (
        CASES["words that give no date"][0],
        "Promised on 16 January 2031 by Ada Marsh; “in due course”: no date given.",
    ),
    "pending": (
        CASES["a window that is open"][0],
        "Promised on 16 January 2031 by Ada Marsh; due “in the summer”, 1 June to 31 August 2031; 76 days left.",
    ),
    "delivered, not checked": (
        CASES["delivered early"][0],
        f"{BY_EASTER}; delivered on 1 March 2031; on time; {UNCHECKED}.",
    ),
    "delivered by a day": (
        promised(EASTER, DELIVERED, proof=proof(None, date(2031, 5, 6)), confirmed=True),
        f"{BY_EASTER}; delivered by 6 May 2031, day not given; {DAY_UNKNOWN}.",
    ),
    "unread": (
        CASES["past its last day, and nobody can say"][0],
        f"{BY_EASTER}; {UNREAD}.",
    ),
    "stopped late": (
        CASES["late when it was replaced"][0],
        f"{BY_EASTER}; 18 days late when its clock stopped. Clock stopped on 1 May 2031: replaced by lens.",
    ),
    "in doubt": (
        promised(EASTER, OVERDUE, days_late=64, caution="it may be done unseen"),
        f"{BY_EASTER}; 64 days late; Doubt: it may be done unseen.",
    ),
    "no milestone": (
        CASES["nothing to reach, with a date that has passed"][0],
        f"{BY_EASTER}.",
    ),
}


@pytest.mark.parametrize("name", SAYINGS)
def test_a_bar_is_told_in_words(name: str) -> None:
    row, said = SAYINGS[name]
    assert bar_words(row, DAY) == said


def test_the_milestones_that_make_the_status_are_told_first_each_by_its_name() -> None:
    said = bar_words(staged(OVERDUE, DELIVERED, Status.PENDING), DAY)
    assert said.startswith(
        "Promised on 16 January 2031 by Ada Marsh. The report on lamps is published: due “by Easter”"
    )
    assert said.index("64 days late") < said.index("delivered on 2 June 2031")


def test_what_is_said_of_a_source_that_was_not_read_is_the_boards_own_flag() -> None:
    row = promised(EASTER, stale=("hansard not looked at yet",))
    flagged = a.row(
        row.commitment, due=row.due, milestones=row.milestones, flags=(a.flag(FlagName.STALE, said=DAY_UNKNOWN),)
    )
    assert DAY_UNKNOWN in bar_words(flagged, DAY)


def test_words_of_others_come_out_on_one_line_and_harmless() -> None:
    due = a.due("by\x1b]0;owned\x07 Easter\nor so", DAY + timedelta(days=1))
    said = bar_words(a.row(a.commitment(made_by="A\u202eda", due=due, milestones=(a.milestone(due=due),))), DAY)
    assert said.isprintable()
    assert "by Ada" in said

"""Do a row's due words, window, days and moves all come of one milestone, the one that makes its status?"""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.boards import FlagName, MilestoneRow, Row, Status
from monitor.model.commitments import Milestone, Ruling, RulingKind
from monitor.model.sources import SOURCES
from monitor.registers import SHIPPED, load, shipped
from monitor.reports.csv_board import spreadsheet
from monitor.reports.shapes import row_shape
from monitor.status.facts import gather
from monitor.status.judgement import board_of_day
from tests import builders as b

TODAY = date(2031, 7, 1)
EARLY, LATE, COMING = date(2031, 3, 31), date(2031, 5, 31), date(2031, 9, 30)


def part(named: str, latest: date | None, *, step: bool = False) -> Milestone:
    due = b.due(f"by {named}", latest) if latest else b.undated(f"{named} in due course")
    return b.milestone(named, due=due, step=step)


def stands(parts: Iterable[Milestone], *rulings: Ruling, day: date = TODAY) -> Row:
    promise = b.commitment(due=None, milestones=tuple(parts))
    return board_of_day(b.facts(promise, rulings=rulings), day).rows[0]


def kept(named: str, on: date) -> Ruling:
    return b.ruling(f"kept {named}", milestone=named, on=on)


def moved(named: str, latest: date) -> Ruling:
    due = b.due("later", latest, said_on=date(2031, 2, 1))
    return b.ruling(f"moved {named}", kind=RulingKind.MOVED, milestone=named, on=date(2031, 2, 1), due=due)


def dated_by(row: Row) -> tuple[str | None, int | None]:
    return (row.due.said if row.due else None, row.days_late)


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_overdue_is_dated_by_what_was_missed_first(order: int) -> None:
    parts = [part("one", COMING), part("two", EARLY), part("three", LATE)][::order]
    assert dated_by(stands(parts)) == ("by two", (TODAY - EARLY).days)


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_pending_is_dated_by_what_is_to_come_first(order: int) -> None:
    parts = [part("one", None), part("two", COMING), part("three", COMING + timedelta(days=9))][::order]
    row = stands(parts)
    assert (row.status, dated_by(row)) == (Status.PENDING, ("by two", None))


def test_what_is_pending_without_any_date_has_the_words_that_were_said() -> None:
    row = stands([part("one", EARLY), part("two", None)], kept("one", EARLY))
    assert dated_by(row) == ("two in due course", None)
    assert [f.name for f in row.flags] == [FlagName.NO_DATE]


@pytest.mark.parametrize("order", [1, -1])
def test_what_is_delivered_is_dated_by_the_part_that_was_latest_by_its_own_date(order: int) -> None:
    parts = [part("one", EARLY), part("two", LATE), part("three", COMING)][::order]
    days = {"one": EARLY + timedelta(days=40), "two": LATE + timedelta(days=3), "three": TODAY}
    row = stands(parts, *(kept(named, on) for named, on in days.items()))
    assert (row.status, row.delivered_on) == (Status.DELIVERED, TODAY)
    assert dated_by(row) == ("by one", 40)


def test_a_date_that_was_moved_is_told_only_beside_the_milestone_that_a_row_is_dated_by() -> None:
    parts = (part("one", EARLY), part("two", LATE))
    assert stands(parts, moved("two", COMING)).flag(FlagName.SLIPPED) is None
    slipped = stands(parts, moved("one", COMING)).flag(FlagName.SLIPPED)
    assert slipped is not None
    assert (slipped.word, slipped.detail) == ("slipped (moved 1 time)", "last to “later”")


def test_a_step_that_is_missed_is_overdue_itself_and_makes_nothing_else_so() -> None:
    row = stands([part("step", EARLY, step=True), part("whole", COMING)])
    assert [m.status for m in row.milestones] == [Status.OVERDUE, Status.PENDING]
    assert (row.status, dated_by(row)) == (Status.PENDING, ("by whole", None))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([None, EARLY, LATE, COMING]), st.booleans(), st.booleans()), min_size=1, max_size=4
    ),
    st.integers(-200, 200),
)
def test_on_any_day_everything_about_a_rows_date_is_that_of_one_milestone(
    said: list[tuple[date | None, bool, bool]], wait: int
) -> None:
    parts = [part(f"m{n}", latest) for n, (latest, *_) in enumerate(said)]
    done = [kept(f"m{n}", LATE + timedelta(days=n)) for n, (_, delivered, _) in enumerate(said) if delivered]
    late = [moved(f"m{n}", COMING + timedelta(days=1)) for n, (_, _, slips) in enumerate(said) if slips]
    row = stands(parts, *done, *late, day=max(b.SAID, TODAY + timedelta(days=wait)))
    assert any(_dates(one, row) for one in row.milestones)


def _dates(one: MilestoneRow, row: Row) -> bool:
    slipped = row.flag(FlagName.SLIPPED) is not None
    return (one.status, one.due, one.days_late, bool(one.slips)) == (row.status, row.due, row.days_late, slipped)


def test_the_days_late_stand_beside_the_window_they_are_counted_from_in_every_output() -> None:
    register, today = load(shipped(), SHIPPED), date(2026, 11, 23)
    read = b.coverage(today, since=date(2025, 1, 1), sources=SOURCES)
    found = board_of_day(gather(register, (), (), read, {}), today)
    row = found.row("iicsa-recommendations")
    assert row is not None
    assert row.due is not None
    assert (row.due.latest, row.days_late) == (date(2026, 3, 31), 237)
    slipped = row.flag(FlagName.SLIPPED)
    assert slipped is not None
    assert slipped.detail == "last to “autumn 2026”", "the move is that of the same milestone"
    cells = next(line for line in spreadsheet(found).splitlines() if line.startswith("iicsa-recommendations"))
    assert ",2026-03-31,,237," in cells
    shape = row_shape(row)
    assert (shape["due"]["latest"], shape["days_late"]) == ("2026-03-31", 237)

"""Which day does a delivery have, where a person's ruling and what was published give different ones?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from monitor.model.boards import FlagName, Row, Status
from monitor.model.changes import Change
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.evidence import Evidence
from monitor.reports.icalendar_file import datebook
from monitor.reports.shapes import row_shape
from monitor.status.judgement import board_of_day
from monitor.status.timeline import untold_changes
from tests import builders as b

ASSENT, DUE, TODAY = date(2031, 4, 29), date(2031, 4, 16), date(2031, 7, 20)
DAY = timedelta(days=1)


def told(on: date, key: str = "q1", happened_on: date | None = None, milestone: str = "report") -> Evidence:
    """What was published on a day and tells of the delivery; without a day of the deed where none is given."""
    cited = b.citation(b.document(key, published_on=on))
    return b.evidence(document=cited, happened_on=happened_on, milestone=milestone)


def span(first: date, last: date, nth: int = 1, milestone: str = "report") -> Ruling:
    """A ruling of a delivery on one of some days."""
    return b.ruling(f"r{nth}", milestone=milestone, on=last, earliest=first, decided_at=b.at(TODAY, nth))


def exactly(on: date, nth: int = 1, milestone: str = "report") -> Ruling:
    return b.ruling(f"r{nth}", milestone=milestone, on=on, decided_at=b.at(TODAY, nth))


def stands(*rulings: Ruling, evidence: tuple[Evidence, ...] = (), day: date = TODAY) -> Row:
    return board_of_day(b.facts(evidence=evidence, rulings=rulings), day).rows[0]


def day_of(row: Row) -> tuple[date | None, int | None, bool]:
    assert row.status is Status.DELIVERED
    return row.delivered_on, row.days_late, row.confirmed


ROUGHLY = span(date(2031, 4, 1), date(2031, 6, 30))
EXACT = told(ASSENT, happened_on=ASSENT)


# ------------------------------------------------------------------ the rule


def test_a_day_that_a_document_gives_within_a_ruled_span_is_the_day_and_is_confirmed() -> None:
    assert day_of(stands(ROUGHLY, evidence=(EXACT,))) == (ASSENT, 13, True)


def test_the_last_day_of_a_ruled_span_is_never_told_as_the_day() -> None:
    row = stands(ROUGHLY)
    assert day_of(row) == (None, None, True)
    assert row.milestones[0].proof is not None
    assert row.milestones[0].proof.known_on == date(2031, 6, 30)


def test_a_span_that_ended_in_time_is_in_time_though_its_day_is_not_known() -> None:
    assert day_of(stands(span(date(2031, 3, 1), date(2031, 3, 31)))) == (None, 0, True)


def test_what_told_of_it_as_done_within_the_span_says_by_when_it_was_so() -> None:
    row = stands(ROUGHLY, evidence=(told(ASSENT),))
    assert day_of(row) == (None, None, True)
    proof = row.milestones[0].proof
    assert proof is not None
    assert (proof.known_on, proof.url) == (ASSENT, told(ASSENT).url)


@pytest.mark.parametrize("given", [date(2031, 3, 31), date(2031, 7, 1)])
def test_a_day_outside_the_span_that_a_person_ruled_is_not_taken(given: date) -> None:
    assert day_of(stands(ROUGHLY, evidence=(told(date(2031, 7, 10), happened_on=given),)))[0] is None


def test_a_day_that_a_later_document_gives_is_taken_from_when_it_was_published() -> None:
    late = told(date(2031, 7, 10), happened_on=ASSENT)
    assert day_of(stands(ROUGHLY, evidence=(late,), day=date(2031, 7, 9)))[0] is None
    assert day_of(stands(ROUGHLY, evidence=(late,), day=date(2031, 7, 10)))[0] == ASSENT


@pytest.mark.parametrize("ruled", [ASSENT + 5 * DAY, ASSENT - 5 * DAY])
def test_a_day_that_a_person_ruled_wins_over_one_that_a_document_gives(ruled: date) -> None:
    assert day_of(stands(exactly(ruled), evidence=(EXACT,)))[0] == ruled
    assert stands(exactly(ruled), evidence=(EXACT,), day=ruled - DAY).status is not Status.DELIVERED


def test_it_had_not_been_delivered_before_the_span_that_a_person_ruled() -> None:
    early = told(date(2031, 3, 3), happened_on=date(2031, 3, 3))
    assert stands(ROUGHLY, evidence=(early,), day=date(2031, 3, 31)).status is Status.PENDING
    assert day_of(stands(ROUGHLY, evidence=(early,)))[0] is None


def test_on_the_days_within_a_span_what_was_published_holds_and_is_confirmed() -> None:
    assert day_of(stands(ROUGHLY, evidence=(EXACT,), day=ASSENT)) == (ASSENT, 13, True)


def test_what_may_have_come_in_time_is_never_overdue_but_in_doubt_on_the_days_it_may_have_come() -> None:
    for day in (DUE + DAY, date(2031, 6, 29)):
        row = stands(ROUGHLY, day=day)
        stale = row.flag(FlagName.STALE)
        assert stale is not None
        assert (row.status, row.days_late) == (Status.PENDING, None)
        assert stale.detail == "delivered between 1 April and 30 June 2031, on which day is not known"
    assert stands(ROUGHLY, day=DUE).flag(FlagName.STALE) is None
    assert "overdue" not in [c.after for c in newsy((ROUGHLY,), (), ())]


def test_what_surely_came_late_is_overdue_on_the_days_it_may_have_come() -> None:
    row = stands(span(DUE + DAY, date(2031, 6, 30)), day=ASSENT)
    assert (row.status, row.flag(FlagName.STALE)) == (Status.OVERDUE, None)


def test_a_denial_of_some_days_takes_back_what_was_published_in_them_from_the_first_of_them_on() -> None:
    again = told(ASSENT + 9 * DAY, "q2")
    denied = b.ruling("no", kind=RulingKind.NOT_DELIVERED, on=TODAY, earliest=ASSENT, decided_at=b.at(TODAY, 9))
    for day in (ASSENT, TODAY):
        assert stands(denied, evidence=(EXACT, again), day=day).status is Status.OVERDUE
    first = newsy((), (EXACT, again), ())
    then = newsy((denied,), (EXACT, again), first)
    assert [(c.kind, c.before, c.after) for c in then] == [("correction", "delivered", "overdue")]
    later = told(TODAY + DAY, "q3")
    facts = b.facts(evidence=[EXACT, again, later], rulings=[denied], coverage=b.coverage(TODAY + DAY))
    assert board_of_day(facts, TODAY + DAY).rows[0].status is Status.DELIVERED


def test_evidence_that_a_person_rejected_gives_no_day() -> None:
    no = b.ruling("no", kind=RulingKind.REJECT, milestone=None, document=(EXACT.document.source, EXACT.document.key))
    assert day_of(stands(ROUGHLY, no, evidence=(EXACT,)))[0] is None


def test_the_delivery_ruled_last_replaces_the_one_before_on_every_day() -> None:
    first, mended = date(2031, 6, 10), date(2031, 6, 16)
    for one, other in ((first, mended), (mended, first)):
        rulings = exactly(one, 1), exactly(other, 2)
        assert day_of(stands(*rulings))[0] == other
        assert stands(*rulings, day=other - DAY).status is Status.OVERDUE
        assert stands(*rulings, day=other).status is Status.DELIVERED


def test_a_denial_typed_in_later_holds_from_its_day_and_takes_back_a_delivery_that_is_not_before_it() -> None:
    denied = b.ruling("no", kind=RulingKind.NOT_DELIVERED, on=date(2031, 6, 20), decided_at=b.at(TODAY, 9))
    assert stands(exactly(date(2031, 6, 16)), denied, day=date(2031, 6, 17)).status is Status.DELIVERED
    assert stands(exactly(date(2031, 6, 16)), denied).status is Status.OVERDUE
    assert stands(exactly(date(2031, 6, 20)), denied, evidence=(EXACT,), day=ASSENT).status is Status.DELIVERED


def test_in_a_registers_ledger_the_entry_that_stands_lower_holds() -> None:
    ledger = (b.ruling("lamp-report/1", on=date(2031, 6, 16)), b.ruling("lamp-report/2", on=date(2031, 6, 10)))
    row = board_of_day(b.facts(b.commitment(ledger=ledger)), TODAY).rows[0]
    assert row.delivered_on == date(2031, 6, 10)


# ------------------------------------------------------------------ told alike everywhere


def newsy(rulings: tuple[Ruling, ...], evidence: tuple[Evidence, ...], told_: tuple[Change, ...]) -> tuple[Change, ...]:
    return untold_changes(b.facts(evidence=evidence, rulings=rulings), told_, b.at(TODAY), TODAY)


def test_board_feed_and_calendar_have_the_day_that_the_document_gave() -> None:
    facts = b.facts(evidence=[EXACT], rulings=[ROUGHLY])
    held = board_of_day(facts, TODAY)
    turns = [c for c in untold_changes(facts, (), b.at(TODAY), TODAY) if c.after == "delivered"]
    events = Calendar.from_ical(datebook(held, [facts.register], (), "Dates"))
    shown = str(next(iter(events.walk("VEVENT")))["DESCRIPTION"])
    assert row_shape(held.rows[0])["delivered_on"] == ASSENT.isoformat()
    assert [(c.at.date(), "not checked" in c.headline) for c in turns] == [(ASSENT, False)]
    assert "delivered on 29 April 2031, 13 days late, checked by a person" in shown


def test_no_correction_is_told_to_a_day_that_the_board_denies() -> None:
    for ruling in (ROUGHLY, exactly(date(2031, 6, 16))):
        first = newsy((ruling,), (), ())
        then = newsy((ruling,), (EXACT,), first)
        row = stands(ruling, evidence=(EXACT,))
        days = [c.at.date() for c in then if (c.kind, c.after) == ("status", "delivered")]
        assert days == ([ASSENT] if ruling is ROUGHLY else [])
        assert all(stands(ruling, evidence=(EXACT,), day=day).delivered_on == row.delivered_on for day in days)
        assert not [c.headline for c in then if "not checked" in c.headline]
        assert newsy((ruling,), (EXACT,), first + then) == ()


def test_overdue_is_in_doubt_where_a_delivery_was_told_that_no_person_has_checked() -> None:
    unsure = replace(told(date(2031, 4, 2)), strength=0.5)
    row = stands(evidence=(unsure,))
    assert (row.status, row.cautions) == (
        Status.OVERDUE,
        ("a document of 2 April 2031 may show that it was done; no person has checked that yet",),
    )
    (overdue,) = (
        c for c in untold_changes(b.facts(evidence=(unsure,)), (), b.at(DUE + DAY), DUE + DAY) if c.after == "overdue"
    )
    assert any(line.startswith("Doubt: a document of 2 April 2031 may show") for line in overdue.details)


@pytest.mark.parametrize("milestone", ["report", "money"])
def test_it_is_in_no_doubt_by_what_was_rejected_denied_or_told_of_another(milestone: str) -> None:
    unsure = replace(told(date(2031, 4, 2), milestone=milestone), strength=0.5)
    denied = b.ruling("r1", kind=RulingKind.NOT_DELIVERED, milestone="report", on=date(2031, 4, 3))
    assert stands(denied, evidence=(unsure,)).cautions == ()
    if milestone != "report":
        assert stands(evidence=(unsure,)).cautions == ()

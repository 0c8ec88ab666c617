"""Does what a person ruled outrank what the rules found, and can a person take it back?"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.boards import FlagName, Row, Status
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.evidence import Evidence, Relation
from monitor.status.judgement import board_of_day
from tests import builders as b

DUE, OUT, TODAY = date(2031, 4, 16), date(2031, 6, 16), date(2031, 7, 1)
FOUND = b.evidence(happened_on=OUT)
CITED = (FOUND.document.source, FOUND.document.key)


def typed(kind: RulingKind, nth: int = 1, on: date = OUT, **more: Any) -> Ruling:
    """A ruling that was typed in as the nth."""
    return b.ruling(f"r{nth}", kind=kind, on=on, decided_at=b.at(date(2031, 6, 20), nth), **more)


def about(kind: RulingKind, nth: int = 1) -> Ruling:
    return typed(kind, nth, document=CITED, milestone=None)


def stands(*rulings: Ruling, evidence: tuple[Evidence, ...] = (FOUND,), day: date = TODAY) -> Row:
    return board_of_day(b.facts(evidence=evidence, rulings=rulings), day).rows[0]


def test_evidence_that_a_person_accepts_is_confirmed() -> None:
    row = stands(about(RulingKind.ACCEPT))
    assert (row.status, row.confirmed, row.flag(FlagName.UNCONFIRMED)) == (Status.DELIVERED, True, None)


def test_evidence_that_a_person_rejects_does_not_count() -> None:
    row = stands(about(RulingKind.REJECT))
    assert (row.status, row.evidence) == (Status.OVERDUE, 0)


@pytest.mark.parametrize(
    ("kinds", "status", "confirmed"),
    [
        ((RulingKind.ACCEPT, RulingKind.REJECT), Status.OVERDUE, True),
        ((RulingKind.REJECT, RulingKind.ACCEPT), Status.DELIVERED, True),
        ((RulingKind.REJECT, RulingKind.ACCEPT, RulingKind.REJECT), Status.OVERDUE, True),
    ],
)
def test_the_last_word_on_a_piece_of_evidence_holds(
    kinds: tuple[RulingKind, ...], status: Status, confirmed: bool
) -> None:
    rulings = [about(kind, nth) for nth, kind in enumerate(kinds)]
    for order in (rulings, rulings[::-1]):
        row = stands(*order)
        assert (row.status, row.confirmed) == (status, confirmed)


def test_weak_evidence_counts_for_nothing_until_a_person_accepts_it() -> None:
    weak = b.evidence(strength=0.5, happened_on=OUT)
    assert stands(evidence=(weak,)).status is Status.OVERDUE
    assert stands(about(RulingKind.ACCEPT), evidence=(weak,)).status is Status.DELIVERED


@pytest.mark.parametrize("relation", [Relation.DELAYS, Relation.SUPERSEDES])
def test_a_weak_move_or_stop_counts_for_nothing_until_a_person_accepts_it(relation: Relation) -> None:
    moved = b.due("by May", date(2031, 5, 31))
    early = b.citation(b.document(published_on=date(2031, 3, 1)))
    weak = b.evidence(relation, document=early, strength=0.5, milestone=None, moved_to=moved)

    def counts(row: Row) -> bool:
        return bool(row.milestones[0].moves) if relation is Relation.DELAYS else row.stop is not None

    assert not counts(stands(evidence=(weak,)))
    assert counts(stands(about(RulingKind.ACCEPT), evidence=(weak,)))


def test_a_ruling_on_one_document_says_nothing_of_another() -> None:
    other = b.evidence(document=b.citation(b.document("q2")), happened_on=OUT)
    assert stands(about(RulingKind.REJECT), evidence=(FOUND, other)).status is Status.DELIVERED


def test_a_day_that_a_person_ruled_outranks_the_day_that_was_found() -> None:
    row = stands(typed(RulingKind.DELIVERED, on=date(2031, 4, 10)))
    assert (row.delivered_on, row.days_late, row.confirmed) == (date(2031, 4, 10), 0, True)


def test_not_delivered_outranks_what_was_found_before_it_but_not_what_is_found_after() -> None:
    no = typed(RulingKind.NOT_DELIVERED, on=date(2031, 6, 20))
    assert stands(no).status is Status.OVERDUE
    later = b.evidence(document=b.citation(b.document("q2", published_on=date(2031, 6, 25))))
    row = stands(no, evidence=(FOUND, later))
    assert (row.status, row.confirmed) == (Status.DELIVERED, False)


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ((RulingKind.DELIVERED, RulingKind.NOT_DELIVERED), Status.OVERDUE),
        ((RulingKind.NOT_DELIVERED, RulingKind.DELIVERED), Status.DELIVERED),
        ((RulingKind.DELIVERED, RulingKind.NOT_DELIVERED, RulingKind.DELIVERED), Status.DELIVERED),
    ],
)
def test_the_ruling_typed_in_last_holds_whichever_day_it_speaks_of(
    kinds: tuple[RulingKind, ...], status: Status
) -> None:
    for step in (timedelta(days=1), -timedelta(days=1)):
        rulings = [typed(kind, nth, on=OUT + nth * step) for nth, kind in enumerate(kinds)]
        assert stands(*rulings, evidence=()).status is status


def test_what_is_typed_in_outranks_the_registers_own_ledger() -> None:
    written = b.ruling("lamp-report/1", on=OUT)
    facts = b.facts(b.commitment(ledger=(written,)), rulings=[typed(RulingKind.NOT_DELIVERED, on=OUT)])
    assert board_of_day(facts, TODAY).rows[0].status is Status.OVERDUE


def test_a_ruling_that_speaks_of_a_later_day_does_not_hold_yet() -> None:
    kept = typed(RulingKind.DELIVERED, on=OUT)
    assert stands(kept, evidence=(), day=OUT - timedelta(days=1)).status is Status.OVERDUE
    assert stands(kept, evidence=(), day=OUT).status is Status.DELIVERED


def test_a_ruling_on_the_whole_keeps_every_part_but_steps() -> None:
    parts = (b.milestone("one"), b.milestone("two"), b.milestone("step", step=True, due=None))
    facts = b.facts(b.commitment(milestones=parts), rulings=[typed(RulingKind.DELIVERED, milestone=None)])
    row = board_of_day(facts, TODAY).rows[0]
    assert [m.status for m in row.milestones] == [Status.DELIVERED, Status.DELIVERED, Status.PENDING]
    assert row.status is Status.DELIVERED


def test_a_delivery_that_was_ruled_is_confirmed_even_where_a_step_was_only_found() -> None:
    parts = (b.milestone("terms", step=True, due=None), b.milestone())
    found = b.evidence(milestone="terms")
    facts = b.facts(b.commitment(milestones=parts), evidence=[found], rulings=[typed(RulingKind.DELIVERED)])
    row = board_of_day(facts, TODAY).rows[0]
    assert (row.status, row.confirmed) == (Status.DELIVERED, True)


def test_nothing_is_overdue_on_a_day_that_was_not_read_though_a_person_ruled_that_it_came_later() -> None:
    facts = b.facts(rulings=[typed(RulingKind.DELIVERED, on=OUT)], coverage=b.coverage(DUE - timedelta(days=9)))
    missed = board_of_day(facts, DUE + timedelta(days=1)).rows[0]
    assert (missed.status, missed.flag(FlagName.STALE) is not None) == (Status.PENDING, True)
    kept = board_of_day(facts, OUT).rows[0]
    assert (kept.status, kept.days_late) == (Status.DELIVERED, 61)


@pytest.mark.parametrize("kind", [RulingKind.NOTE, RulingKind.PROGRESS, RulingKind.ANNOUNCED, RulingKind.WEAKENED])
def test_a_note_on_the_way_keeps_no_promise(kind: RulingKind) -> None:
    assert stands(typed(kind), evidence=()).status is Status.OVERDUE


def test_a_promise_that_a_person_ruled_weakened_says_why() -> None:
    flag = stands(typed(RulingKind.WEAKENED, milestone=None), evidence=()).flag(FlagName.WEAKENED)
    assert flag is not None
    assert flag.detail == "The report stands on the department's page."


@pytest.mark.parametrize("kind", [RulingKind.DROPPED, RulingKind.SUPERSEDED])
def test_a_promise_that_was_stopped_runs_again_from_the_day_a_person_says(kind: RulingKind) -> None:
    stopped, taken_up = (
        typed(kind, 1, milestone=None),
        typed(RulingKind.RESUMED, 2, OUT + timedelta(days=5), milestone=None),
    )
    for order in ((stopped, taken_up), (taken_up, stopped)):
        assert stands(*order, evidence=(), day=OUT + timedelta(days=4)).stop is not None
        assert stands(*order, evidence=(), day=OUT + timedelta(days=5)).stop is None
    again = typed(kind, 3, OUT + timedelta(days=7), milestone=None)
    assert stands(stopped, taken_up, again, evidence=()).stop is not None


def test_a_stop_that_was_found_is_taken_back_by_the_same_ruling() -> None:
    found = b.evidence(Relation.SUPERSEDES, milestone=None)
    assert stands(evidence=(found,)).stop is not None
    assert stands(typed(RulingKind.RESUMED, milestone=None, on=found.document.since), evidence=(found,)).stop is None


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([k for k in RulingKind if k is not RulingKind.MOVED]), st.integers(-90, 20)),
        max_size=6,
    ),
)
def test_rulings_give_the_same_board_in_whatever_order_they_are_held(ruled: list[tuple[RulingKind, int]]) -> None:
    rulings = [
        typed(kind, nth, on=OUT + timedelta(days=days), document=CITED) for nth, (kind, days) in enumerate(ruled)
    ]
    turned = list(reversed(rulings))
    for day in (DUE, OUT, TODAY):
        assert stands(*rulings, day=day) == stands(*turned, day=day)

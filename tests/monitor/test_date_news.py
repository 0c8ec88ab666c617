"""Is each new date told once, with the one before it, and is one that was mistyped put right?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.boards import FlagName, Row
from monitor.model.changes import Change
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.due import Due
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence, Relation
from monitor.status.judgement import board_of_day
from monitor.status.ruling_checks import refuse_pointless
from monitor.status.timeline import untold_changes
from tests import builders as b

DUE, TODAY = date(2031, 4, 16), date(2031, 7, 20)
EARLY, LATER = date(2031, 3, 3), date(2031, 3, 9)
MAY, JUNE, YEAR_ON = date(2031, 5, 31), date(2031, 6, 30), date(2032, 6, 30)
FIRST = b.due()
DAY = timedelta(days=1)


def by(last: date, said_on: date = EARLY) -> Due:
    return b.due(f"by {last:%B %Y}", last, said_on=said_on)


def said(last: date | None, on: date = EARLY, key: str = "q1") -> Evidence:
    """A document that tells of a delay, to a date or to none."""
    cited = b.citation(b.document(key, published_on=on))
    return b.evidence(Relation.DELAYS, document=cited, moved_to=by(last, on) if last else None, quote=key)


def moved(last: date, on: date = EARLY, nth: int = 1, why: str = "Said so.") -> Ruling:
    due = by(last, on)
    return b.ruling(f"r{9 - nth}", kind=RulingKind.MOVED, on=on, due=due, why=why, decided_at=b.at(TODAY, nth))


def tell(
    *rulings: Ruling, evidence: tuple[Evidence, ...] = (), told: tuple[Change, ...] = (), first: Due | None = FIRST
) -> tuple[Change, ...]:
    promise = b.commitment(due=first, milestones=(b.milestone(due=first),))
    facts = b.facts(promise, rulings=rulings, evidence=evidence, coverage=b.coverage(DUE))
    return untold_changes(facts, told, b.at(DUE), DUE)


def delays(told: tuple[Change, ...]) -> list[tuple[str | None, str | None]]:
    return [(c.before, c.after) for c in told if c.kind == "delays"]


def stands(*rulings: Ruling, first: Due | None = FIRST, evidence: tuple[Evidence, ...] = ()) -> Row:
    promise = b.commitment(due=first, milestones=(b.milestone(due=first),))
    return board_of_day(b.facts(promise, rulings=rulings, evidence=evidence), TODAY).rows[0]


# ------------------------------------------------------------------ told once, with the date before


def test_a_delay_says_which_date_held_before() -> None:
    told = tell(moved(YEAR_ON, LATER), evidence=(said(MAY), said(JUNE, EARLY + DAY, "q2")))
    assert delays(told) == [("2031-04-16", "2031-05-31"), ("2031-05-31", "2031-06-30"), ("2031-06-30", "2032-06-30")]


def test_a_delay_of_what_had_no_date_is_from_none() -> None:
    assert delays(tell(evidence=(said(MAY), said(None, LATER, "q2")), first=None)) == [
        (None, "2031-05-31"),
        (None, None),
    ]


def test_the_same_date_is_told_once_whoever_repeats_it_and_whenever() -> None:
    papers = said(MAY), said(MAY, key="q2"), said(MAY, LATER, "q3"), said(DUE, LATER, "q4")
    assert delays(tell(evidence=papers)) == [("2031-04-16", "2031-05-31")]
    assert delays(tell(moved(MAY), evidence=papers)) == [("2031-04-16", "2031-05-31")]


def test_the_words_that_gave_a_part_its_date_are_told() -> None:
    assert delays(tell(evidence=(said(MAY),), first=by(MAY))) == [(None, "2031-05-31")]


def test_two_papers_of_a_day_are_one_delay_though_they_are_read_one_after_the_other() -> None:
    one, other = said(MAY, key="q2"), said(MAY)
    first = tell(evidence=(one,))
    assert tell(evidence=(one, other), told=first) == ()


def test_a_repetition_told_first_is_neither_corrected_nor_called_wrong_once_the_first_is_found() -> None:
    one, other = said(MAY, LATER, "q2"), said(MAY)
    first = tell(evidence=(one,))
    then = tell(evidence=(one, other), told=first)
    assert [c.kind for c in then] == ["delays"]
    assert tell(evidence=(one, other), told=first + then) == ()


def test_a_date_that_is_given_by_another_still_is_not_corrected_where_one_paper_is_rejected() -> None:
    papers = said(MAY), said(MAY, key="q2")
    no = b.ruling(kind=RulingKind.REJECT, milestone=None, document=("written-questions", "q1"))
    first = tell(evidence=papers)
    assert tell(no, evidence=papers, told=first) == ()
    wrong = tell(no, evidence=papers[:1], told=first)
    assert [c.kind for c in wrong] == ["correction"]
    assert " ".join(wrong[0].details).endswith("the evidence for it does not count. The promise is now pending.")


# ------------------------------------------------------------------ mistyped


@pytest.mark.parametrize("first", [None, b.due()])
@pytest.mark.parametrize(("one", "other"), [(JUNE, YEAR_ON), (YEAR_ON, JUNE)])
def test_of_two_moves_ruled_of_one_day_the_one_typed_in_last_counts(one: date, other: date, first: Due | None) -> None:
    row = stands(moved(one), moved(other, nth=2), first=first)
    assert [m.due.latest for m in row.milestones[0].moves] == [other]
    slipped = row.flag(FlagName.SLIPPED)
    assert (slipped.word if slipped else None) == ("slipped (moved 1 time)" if first else None)


def test_in_a_registers_ledger_the_move_that_stands_lower_counts() -> None:
    ledger = (
        b.ruling("lamp-report/9", kind=RulingKind.MOVED, on=EARLY, due=by(YEAR_ON)),
        b.ruling("lamp-report/10", kind=RulingKind.MOVED, on=EARLY, due=by(JUNE)),
    )
    row = board_of_day(b.facts(b.commitment(ledger=ledger)), TODAY).rows[0]
    assert [m.due.latest for m in row.milestones[0].moves] == [JUNE]


@pytest.mark.parametrize(("first", "kind"), [(None, "announces"), (b.due(), "delays")])
def test_what_was_told_of_a_mistyped_move_is_corrected_once_and_the_right_date_told(
    first: Due | None, kind: str
) -> None:
    both = moved(JUNE), moved(YEAR_ON, nth=2)
    said_first = tell(both[0], first=first)
    then = tell(*both, told=said_first, first=first)
    before = DUE.isoformat() if first else None
    assert [(c.kind, c.before, c.after) for c in then] == [(kind, before, "2032-06-30"), ("correction", None, None)]
    assert "a person has since ruled that the words were “by June 2032”, not “by June 2031”" in then[1].details[0]
    assert tell(*both, told=said_first + then, first=first) == ()


def test_a_move_ruled_back_to_the_date_that_held_takes_it_back() -> None:
    both = moved(JUNE), moved(DUE, nth=2)
    first = tell(both[0])
    then = tell(*both, told=first)
    assert [c.kind for c in then] == ["correction"]
    assert stands(*both).milestones[0].moves == ()


def test_two_moves_for_the_same_reason_on_the_same_day_are_both_told() -> None:
    kept = moved(MAY), moved(JUNE, EARLY + DAY, 2)
    assert len(delays(tell(*kept))) == 2
    undated = [
        b.ruling(f"r{n}", kind=RulingKind.MOVED, on=EARLY, due=b.undated(words, EARLY), decided_at=b.at(TODAY, n))
        for n, words in enumerate(("shortly", "in due course"))
    ]
    first = tell(undated[0])
    assert [c.kind for c in tell(*undated, told=first)] == ["delays", "correction"]


# ------------------------------------------------------------------ refused


def refuse(ruling: Ruling, *before: Ruling, evidence: tuple[Evidence, ...] = ()) -> None:
    (case,) = b.facts(rulings=before, evidence=evidence).cases()
    refuse_pointless(case, ruling)


@pytest.mark.parametrize("last", [DUE, DUE - DAY])
def test_a_move_to_a_date_no_later_than_the_one_that_holds_is_refused(last: date) -> None:
    with pytest.raises(UserError, match=r"is no later than “within three months” .*which held on 3 March 2031"):
        refuse(moved(last))
    with pytest.raises(UserError, match="is no later than “by June 2031”"):
        refuse(moved(MAY, LATER, 2), moved(JUNE))
    with pytest.raises(UserError, match="is no later"):
        refuse(moved(MAY, LATER), evidence=(said(MAY),))


def test_a_move_that_puts_right_one_of_the_same_day_may_be_to_any_date() -> None:
    refuse(moved(MAY, nth=2), moved(JUNE))
    refuse(moved(DUE, nth=2), moved(JUNE))


def test_a_move_to_words_without_a_date_is_not_refused() -> None:
    refuse(b.ruling(kind=RulingKind.MOVED, on=EARLY, due=b.undated("shortly", EARLY)))


def test_a_date_that_is_not_sure_enough_for_the_board_is_not_told_as_moved_and_holds_before_no_other() -> None:
    unsure = replace(said(MAY), strength=0.5)
    first, second = (c for c in tell(evidence=(unsure, said(JUNE, LATER, "q2"))) if c.kind == "delays")
    assert first.headline.startswith("Date may have moved: “by May 2031”")
    assert second.headline.startswith("Date moved: “by June 2031”")
    assert (first.before, second.before) == (str(DUE), str(DUE))
    assert [str(move.due.latest) for move in stands(evidence=(unsure,)).milestones[0].moves] == []

"""Does the same knowledge always give the same board and the same story, whatever the order it was learnt in?"""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.boards import Board
from monitor.model.changes import Change, change_id
from monitor.model.commitments import RulingKind
from monitor.model.documents import Document
from monitor.model.evidence import Evidence, Relation
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Coverage
from monitor.pipeline.tick import facts_of
from monitor.status.judgement import board_of_day
from monitor.status.timeline import untold_changes
from tests import builders as b
from tests.builders import Newsroom

TODAY = date(2031, 9, 30)
FIRST = date(2031, 1, 20)
SENTENCES = (
    "The lamp report was published today.",
    "The lamp report was published in full.",
    "The lamp report is delayed; it will now be published by 30 June 2031.",
    "The lamp report is delayed; it will now be published by 20 May 2031.",
    "The lamp report will not now proceed.",
    "The lamp report has been superseded.",
    "We have now begun the lamp report.",
    "We will publish the lamp report in due course.",
    "The lamp report could be used more flexibly.",
    "Nothing to see here.",
)
EACH = settings(max_examples=40, deadline=None)

days = st.integers(0, (TODAY - FIRST).days).map(lambda n: FIRST + timedelta(days=n))


@st.composite
def papers(draw: st.DrawFn) -> tuple[Document, ...]:
    said = draw(st.lists(st.tuples(st.sampled_from(SENTENCES), days, st.booleans()), min_size=1, max_size=6))
    return tuple(
        b.speech(text, day, f"s{n}") if spoken else b.answer(text, day, f"q{n}")
        for n, (text, day, spoken) in enumerate(said)
    )


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[tuple[Document, ...], list[tuple[Document, ...]]]:
    """Some papers, and the same ones in another order, in batches."""
    known = draw(papers())
    order = draw(st.permutations(known))
    cuts = sorted({0, len(order), *draw(st.sets(st.integers(0, len(order)), max_size=3))})
    return known, [tuple(order[i:j]) for i, j in pairwise(cuts)]


def read(*batches: tuple[Document, ...]) -> Newsroom:
    room = Newsroom()
    for batch in batches:
        room.read(*batch, on=TODAY)
    return room


@EACH
@given(shuffled())
def test_the_order_in_which_papers_come_changes_no_board_of_any_day(
    case: tuple[tuple[Document, ...], list[tuple[Document, ...]]],
) -> None:
    known, batches = case
    at_once, one_by_one = read(known), read(*batches)
    for day in (date(2031, 3, 1), date(2031, 4, 17), date(2031, 6, 30), TODAY):
        assert at_once.board(day) == one_by_one.board(day)


@EACH
@given(papers(), st.randoms(use_true_random=False))
def test_the_order_in_which_evidence_is_held_changes_no_board(known: tuple[Document, ...], chance: Random) -> None:
    room = read(known)
    found = list(room.ledger.evidence(room.register.digest))
    shuffled = list(found)
    chance.shuffle(shuffled)
    cover = room.ledger.coverage()
    assert _board(found, cover) == _board(shuffled, cover)


def _board(evidence: list[Evidence], cover: Coverage) -> Board:
    return board_of_day(b.facts(b.commitment(), evidence=evidence, coverage=cover), TODAY)


@EACH
@given(papers(), days)
def test_what_is_published_later_never_changes_the_board_of_an_earlier_day(
    known: tuple[Document, ...], day: date
) -> None:
    by_then = read(tuple(paper for paper in known if paper.published_on <= day))
    later_too = read(known)
    assert by_then.board(day) == later_too.board(day)


@EACH
@given(shuffled())
def test_the_story_told_ends_where_the_board_stands_once_its_corrections_are_heard(
    case: tuple[tuple[Document, ...], list[tuple[Document, ...]]],
) -> None:
    room = read(*case[1])
    assert _last_word(room.told()) == room.row(TODAY).status


def _last_word(told: tuple[Change, ...]) -> str:
    """The last turn that was not corrected, or whose correction was corrected in its turn."""
    ids = {c.id for c in told}
    stands = [c.after for c in told if c.kind == "status" and _corrections(c, ids) % 2 == 0]
    return stands[-1] or "" if stands else "pending"


def _corrections(turn: Change, told: set[str]) -> int:
    parts = (turn.register, turn.commitment, "correction", turn.id)
    return next(n for n in range(len(told) + 1) if change_id(*parts, str(n)) not in told)


@EACH
@given(shuffled())
def test_what_was_told_in_pieces_holds_all_that_is_told_at_once_and_nothing_twice(
    case: tuple[tuple[Document, ...], list[tuple[Document, ...]]],
) -> None:
    room = read(*case[1])
    pieces = room.told()
    facts = facts_of(room.ledger, room.subject)
    assert {c.id for c in untold_changes(facts, (), b.at(TODAY, 21), TODAY)} <= {c.id for c in pieces}
    assert len({c.id for c in pieces}) == len(pieces)


@EACH
@given(shuffled())
def test_no_change_once_told_is_ever_altered(
    case: tuple[tuple[Document, ...], list[tuple[Document, ...]]],
) -> None:
    room = Newsroom()
    before: dict[str, Change] = {}
    for batch in case[1]:
        room.read(*batch, on=TODAY)
        now = {c.id: c for c in room.told()}
        assert before.items() <= now.items()
        before = now


@EACH
@given(papers())
def test_a_second_look_at_the_same_facts_tells_nothing(known: tuple[Document, ...]) -> None:
    room = read(known)
    facts = b.facts(evidence=room.ledger.evidence(room.register.digest), coverage=room.ledger.coverage())
    first = untold_changes(facts, (), b.at(TODAY, 21), TODAY)
    assert untold_changes(facts, first, b.at(TODAY, 22), TODAY) == ()
    assert untold_changes(facts, (), b.at(TODAY, 21), TODAY) == first


@EACH
@given(papers(), st.integers(0, 40))
def test_days_that_pass_in_silence_turn_nothing_but_windows(known: tuple[Document, ...], wait: int) -> None:
    """The daily review comes before any source was read that day: it must not unsay what it said."""
    room = read(known)
    assert room.wait(TODAY + timedelta(days=wait)) == ()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_moves_told_on_one_day_count_the_same_in_either_order(order: tuple[int, int]) -> None:
    said = [
        b.evidence(Relation.DELAYS, document=b.citation(b.document(key)), moved_to=b.due(said, latest))
        for key, said, latest in (("a", "May", date(2031, 5, 31)), ("b", "June", date(2031, 6, 30)))
    ]
    row = board_of_day(b.facts(evidence=[said[n] for n in order]), TODAY).rows[0]
    assert [m.due.said for m in row.milestones[0].moves] == ["May", "June"]


def test_a_board_without_rulings_shows_what_the_rules_alone_say() -> None:
    kept = b.ruling(kind=RulingKind.DELIVERED, on=date(2031, 4, 1))
    facts = b.facts(rulings=[kept])
    assert board_of_day(facts, TODAY).rows[0].status == "delivered"
    assert board_of_day(facts.without_rulings(), TODAY).rows[0].status == "overdue"


def test_a_commitment_is_on_no_board_before_the_day_it_was_made() -> None:
    assert board_of_day(b.facts(), b.SAID - timedelta(days=1)).rows == ()
    assert len(board_of_day(b.facts(), b.SAID).rows) == 1


def test_both_sources_of_these_tests_are_relied_on() -> None:
    assert b.milestone().relies_on == (HANSARD, WRITTEN_QUESTIONS)

"""What waits for a person, what does their answer do, and can two judge without sight of each other?"""

from datetime import date
from typing import Any

import pytest

from monitor.model.boards import FlagName, Row, Status
from monitor.model.commitments import EvidencePiece, Ruling, RulingKind
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence, Relation
from monitor.status.judgement import board_of_day
from monitor.status.review_queue import Suggestion, disclosed, queue, ruling
from tests import builders as b

TODAY, OUT = date(2031, 7, 1), date(2031, 6, 16)
FOUND = b.evidence(happened_on=OUT)
OTHER = b.evidence(Relation.PROGRESS, milestone=None, quote="Work is under way.")


def of(relation: Relation, key: str, **more: Any) -> Evidence:
    return b.evidence(relation, document=b.citation(b.document(key)), **({"milestone": None} | more))


def waiting(*evidence: Evidence, rulings: tuple[Ruling, ...] = (), who: str | None = None) -> tuple[Suggestion, ...]:
    return queue(b.facts(evidence=evidence, rulings=rulings), TODAY, who)


def answered(answer: str, evidence: Evidence = FOUND, nth: int = 1, by: str = "Ann", *, blind: bool = False) -> Ruling:
    one = Suggestion("s", b.commitment(), evidence)
    return ruling(one, answer, by=by, now=b.at(TODAY, nth), id_=f"r{nth}", blind=blind)


def stands(*rulings: Ruling, evidence: tuple[Evidence, ...] = (FOUND,)) -> Row:
    return board_of_day(b.facts(evidence=evidence, rulings=rulings), TODAY).rows[0]


def test_what_alters_a_status_waits_before_what_only_bears() -> None:
    order = [Relation.PROGRESS, Relation.WEAKENS, Relation.DELAYS, Relation.SUPERSEDES]
    pieces = [of(r, f"q{n}") for n, r in enumerate(order)]
    found = [s.evidence.relation for s in waiting(*pieces, FOUND)]
    assert found == [Relation.DELIVERS, Relation.SUPERSEDES, Relation.DELAYS, Relation.WEAKENS, Relation.PROGRESS]


@pytest.mark.parametrize("relation", [Relation.ASKS_ABOUT, Relation.MENTIONS_ONLY])
def test_what_only_speaks_of_a_promise_waits_for_nobody(relation: Relation) -> None:
    assert waiting(of(relation, "q1")) == ()


@pytest.mark.parametrize("answer", ["accept", "reject", "progress", "delivers/report"])
def test_what_a_person_has_answered_waits_no_more_and_the_rest_of_its_document_does(answer: str) -> None:
    assert [s.evidence for s in waiting(FOUND, OTHER, rulings=(answered(answer),))] == [OTHER]


def test_a_delivery_that_was_confirmed_another_way_waits_last() -> None:
    ruled = b.ruling(on=OUT)
    assert [s.evidence for s in waiting(FOUND, OTHER, rulings=(ruled,))] == [OTHER, FOUND]


def test_a_sentence_that_its_document_no_longer_says_waits_for_nobody() -> None:
    facts = b.facts(evidence=[FOUND], replaced={("written-questions", "q1", 1): OUT})
    assert queue(facts, TODAY) == ()


def test_a_rejection_of_one_sentence_leaves_the_others_of_its_document() -> None:
    row = stands(answered("reject", OTHER), evidence=(FOUND, OTHER))
    assert (row.status, row.evidence) == (Status.DELIVERED, 1)


def test_a_relation_put_right_takes_a_delivery_back_and_its_answer_can_be_reversed() -> None:
    wrong = answered("progress", nth=1)
    row = stands(wrong)
    assert (row.status, row.evidence) == (Status.OVERDUE, 1)
    again = stands(wrong, answered("accept", nth=2))
    assert (again.status, again.confirmed) == (Status.DELIVERED, True)


def test_a_milestone_put_right_delivers_that_one_and_is_confirmed() -> None:
    parts = (b.milestone("one"), b.milestone("two"))
    found = b.evidence(milestone="one")
    one = Suggestion("s", b.commitment(milestones=parts), found)
    right = ruling(one, "delivers/two", by="Ann", now=b.at(TODAY), id_="r", blind=False)
    facts = b.facts(b.commitment(milestones=parts), evidence=[found], rulings=[right])
    rows = {m.milestone.id: (m.status, m.confirmed) for m in board_of_day(facts, TODAY).rows[0].milestones}
    assert rows == {"one": (Status.OVERDUE, True), "two": (Status.DELIVERED, True)}


def test_a_delay_that_a_person_saw_moves_the_date_to_the_one_in_the_sentence() -> None:
    early = b.citation(b.document(published_on=date(2031, 3, 1)))
    said = b.evidence(
        Relation.PROGRESS, document=early, milestone=None, quote="The report will be published by the end of May."
    )
    row = stands(answered("delays", said), evidence=(said,))
    assert [m.due.latest for m in row.milestones[0].moves] == [date(2031, 5, 31)]
    assert row.flag(FlagName.SLIPPED) is not None


def test_a_ruling_on_a_sentence_holds_on_when_the_rules_find_another_milestone_in_it() -> None:
    ruled = b.ruling(
        kind=RulingKind.REJECT,
        document=("written-questions", "q1"),
        piece=EvidencePiece(FOUND.quote, "an-older-name"),
        decided_at=b.at(TODAY),
    )
    assert stands(ruled).status is Status.OVERDUE


@pytest.mark.parametrize(
    ("answer", "hint"), [("perhaps", "accept, reject"), ("delivers/nowhere", "report"), ("", "accept")]
)
def test_an_answer_that_is_none_is_refused(answer: str, hint: str) -> None:
    with pytest.raises(UserError) as refused:
        answered(answer)
    assert hint in refused.value.hint


def test_what_delivers_must_deliver_a_milestone() -> None:
    parts = (b.milestone("one"), b.milestone("two"))
    one = Suggestion("s", b.commitment(milestones=parts), OTHER)
    with pytest.raises(UserError, match="the milestone that was delivered"):
        ruling(one, "delivers", by="Ann", now=b.at(TODAY), id_="r", blind=False)


def test_a_blind_answer_alters_no_board_until_a_second_person_agrees() -> None:
    first, second = answered("reject", blind=True), answered("reject", nth=2, by="Bo", blind=True)
    assert stands(first).status is Status.DELIVERED
    assert stands(first, second).status is Status.OVERDUE
    assert stands(first, answered("accept", nth=2, by="Bo", blind=True)).confirmed is False


def test_one_person_who_answers_twice_agrees_with_nobody() -> None:
    assert stands(answered("reject", blind=True), answered("reject", nth=2, blind=True)).status is Status.DELIVERED


def test_two_who_agreed_agree_no_longer_when_one_thinks_again() -> None:
    agreed = (answered("reject", blind=True), answered("reject", nth=2, by="Bo", blind=True))
    assert stands(*agreed, answered("accept", nth=3, by="Bo", blind=True)).status is Status.DELIVERED


def test_an_open_ruling_settles_what_two_blind_answers_left_open_and_outranks_them_until_they_come_later() -> None:
    apart = (answered("reject", blind=True), answered("accept", nth=2, by="Bo", blind=True))
    assert stands(*apart, answered("accept", nth=3, by="Cy")).confirmed
    alike = (answered("reject", nth=2, blind=True), answered("reject", nth=3, by="Bo", blind=True))
    assert stands(answered("accept", nth=1), *alike).status is Status.OVERDUE
    assert stands(*alike, answered("accept", nth=4)).status is Status.DELIVERED


def test_a_blind_reviewer_is_asked_what_others_answered_blind_and_not_what_they_answered_themselves() -> None:
    ruled = (answered("accept", blind=True),)
    assert waiting(FOUND, rulings=ruled, who="Ann") == ()
    (asked,) = waiting(FOUND, rulings=ruled, who="Bo")
    assert asked.evidence == FOUND, "as the rules found it, with nobody's answer in it"
    assert waiting(FOUND, rulings=ruled) != (), "one blind answer settles nothing"


def test_a_blind_answer_is_shown_to_nobody_before_the_second_one_is_in() -> None:
    first, second = answered("accept", blind=True), answered("reject", nth=2, by="Bo", blind=True)
    kept = b.ruling("open")
    assert disclosed((first, kept)) == (kept,)
    assert disclosed((first, kept, second)) == (first, kept, second)


def test_the_rules_alone_still_see_what_they_saw() -> None:
    facts = b.facts(evidence=[FOUND], rulings=[answered("progress")])
    assert board_of_day(facts.without_rulings(), TODAY).rows[0].status is Status.DELIVERED

"""Is a promise that is said less firmly than before seen to be weakened, with both sentences, and nothing else?"""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from monitor.commitments import RulingKind
from monitor.documents import Document
from monitor.evidence import Evidence, Relation
from monitor.judging.judge import judge
from monitor.matching.matcher import Matcher
from monitor.standing.facts import Facts
from monitor.standing.stand import board
from tests import builders as b

ON = date(2031, 3, 3)
LAMPS = b.commitment()
MATCHER = Matcher([LAMPS])

WILL = "We will publish the lamp report."
BY_MAY = "We will publish the lamp report by the end of May 2031."
INTEND = "We intend to publish the lamp report."
AIM = "The Government aims to publish the lamp report."
HOPE = "I hope to publish the lamp report."
IN_DUE_COURSE = "The lamp report will be published in due course."


def read(papers: Sequence[Document]) -> Facts:
    return b.facts(LAMPS, evidence=[e for paper in papers for e in judge(MATCHER, b.version(paper))])


def answers(*texts: str) -> list[Document]:
    return [b.answer(text, ON + timedelta(days=30 * n), f"q{n}") for n, text in enumerate(texts)]


def found(papers: Sequence[Document]) -> list[Evidence]:
    return [w.evidence for w in read(papers).cases()[0].weighed]


def relations(*texts: str) -> list[Relation]:
    return [e.relation for e in found(answers(*texts))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WILL, INTEND),
        (WILL, AIM),
        (WILL, HOPE),
        (INTEND, AIM),
        (INTEND, IN_DUE_COURSE),
        (AIM, IN_DUE_COURSE),
        (BY_MAY, IN_DUE_COURSE),
        (BY_MAY, "The lamp report will be published as soon as possible."),
        ("The lamp report will be published.", "It is hoped to do much. We would like to publish the lamp report."),
    ],
)
def test_a_promise_said_less_firmly_than_before_is_weakened(before: str, after: str) -> None:
    first, second = found(answers(before, after))
    assert first.relation is not Relation.WEAKENS
    assert second.relation is Relation.WEAKENS


def test_both_sentences_are_shown_with_their_days_and_the_link() -> None:
    first, second = found(answers(WILL, INTEND))
    told = "; ".join(second.reasons)
    assert f"on 3 March 2031: “{WILL}” ({first.url})" in told
    assert f"on 2 April 2031: “{INTEND}”" in told


def test_the_board_shows_both_sentences_beside_the_flag() -> None:
    row = board(read(answers(WILL, INTEND)), date(2031, 12, 1)).rows[0]
    detail = next(flag.detail for flag in row.flags if flag.name.value == "weakened")
    assert detail is not None
    assert WILL in detail
    assert INTEND in detail


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (INTEND, WILL),
        (WILL, WILL),
        (AIM, HOPE),
        (WILL, BY_MAY),
        (WILL, "We intend to discuss the lamp report with councils."),
        (WILL, "She asked: “do we intend to publish the lamp report?”"),
        (WILL, "Does she intend to publish the lamp report?"),
        (WILL, "If we hope to publish the lamp report we must begin."),
        (WILL, "The lamp report is a fine thing."),
        ("The committee said that we will publish the lamp report.", INTEND),
        ("We will not publish the lamp report.", INTEND),
    ],
)
def test_what_is_no_softer_word_for_the_same_deed_weakens_nothing(before: str, after: str) -> None:
    assert Relation.WEAKENS not in relations(before, after)


def test_a_softer_word_that_is_repeated_weakens_only_once() -> None:
    assert relations(WILL, AIM, AIM)[1:].count(Relation.WEAKENS) == 1


def test_each_step_down_is_told() -> None:
    assert relations(WILL, INTEND, IN_DUE_COURSE)[1:] == [Relation.WEAKENS, Relation.WEAKENS]


def test_the_order_in_which_answers_are_read_does_not_matter() -> None:
    papers = answers(WILL, INTEND, AIM, IN_DUE_COURSE)
    assert found(papers) == found(papers[::-1])


def test_what_is_published_later_does_not_weaken_what_was_said_before() -> None:
    assert relations(INTEND, WILL, HOPE)[0] is not Relation.WEAKENS


def test_a_question_is_neither_firm_nor_soft() -> None:
    asked = b.answer("I will write to her.", ON, "q0", question="To ask if she will publish the lamp report.")
    assert Relation.WEAKENS not in [e.relation for e in found([asked, *answers("", INTEND)[1:]])]


def test_a_sentence_that_a_person_rejected_is_compared_with_nothing() -> None:
    papers = answers(WILL, INTEND)
    evidence = [e for paper in papers for e in judge(MATCHER, b.version(paper))]
    rejected = b.ruling(kind=RulingKind.REJECT, milestone=None, document=(papers[0].source, papers[0].key))
    case = b.facts(LAMPS, evidence=evidence, rulings=[rejected]).cases()[0]
    assert Relation.WEAKENS not in [w.evidence.relation for w in case.weighed]


def test_one_department_does_not_weaken_what_another_said() -> None:
    watch = b.commitment().watch
    ours = b.commitment(watch=type(watch)(names=watch.names, bodies=("Department for Lighthouses", "Sea Office")))
    papers = [b.answer(WILL, ON, "q0"), b.answer(HOPE, ON + timedelta(days=30), "q1", body="Sea Office")]
    evidence = [e for paper in papers for e in judge(Matcher([ours]), b.version(paper))]
    case = b.facts(ours, evidence=evidence).cases()[0]
    assert Relation.WEAKENS not in [w.evidence.relation for w in case.weighed]


def test_what_was_delivered_can_no_longer_be_weakened() -> None:
    told = relations(WILL, "The lamp report was published today.", INTEND)
    assert Relation.DELIVERS in told
    assert Relation.WEAKENS not in told


def test_a_milestone_that_was_reached_leaves_the_others_open_to_softer_words() -> None:
    things = b.expectation(things=("lamp bill",), deeds=("introduced",))
    both = b.commitment(milestones=(b.milestone(), b.milestone("bill", step=True, expect=things)))
    texts = (WILL, "The lamp bill, of the lamp report, was introduced today.", INTEND)
    found = [e for paper in answers(*texts) for e in judge(Matcher([both]), b.version(paper))]
    weighed = b.facts(both, evidence=found).cases()[0].weighed
    assert [w.evidence.relation for w in weighed if w.evidence.relation.bears] == [Relation.DELIVERS, Relation.WEAKENS]


@pytest.mark.parametrize(
    "after",
    [
        "We intend to ensure that the lamp report is read.",
        "The harbour plan, as set out in the lamp report, is one that we intend to publish.",
        "We hope to publish the keepers' map in due course, in line with the lamp report.",
    ],
)
def test_what_is_said_of_another_thing_or_another_deed_weakens_nothing(after: str) -> None:
    assert Relation.WEAKENS not in relations(WILL, after)

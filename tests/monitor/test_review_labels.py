"""What do answers given in review say as labels, and what is put to a person first?"""

from datetime import date
from typing import Any

import pytest

from monitor.model.commitments import EvidencePiece, Ruling, RulingKind
from monitor.model.evidence import Evidence, Relation
from monitor.status.review_confidence import agreement
from monitor.status.review_labels import Labels, answered, labels
from monitor.status.review_queue import queue
from tests import builders as b

TODAY, OUT = date(2031, 7, 1), date(2031, 6, 16)
SAYS = "The lamp report was published today."
WORKS = "Work on it is under way."
DOCUMENT = b.answer(f"{SAYS} {WORKS}", OUT)
DONE = b.evidence(document=b.citation(DOCUMENT), quote=SAYS, says="done", when="today")
WORK = b.evidence(
    Relation.PROGRESS, document=b.citation(DOCUMENT), milestone=None, quote=WORKS, says="under-way", strength=0.5
)


def ruled(piece: Evidence, kind: RulingKind, n: int = 1, **more: Any) -> Ruling:
    return b.ruling(
        f"r{n}",
        milestone=more.pop("milestone", piece.milestone),
        kind=kind,
        document=(piece.document.source, piece.document.key),
        piece=EvidencePiece(piece.quote, piece.milestone),
        decided_at=b.at(TODAY, n),
        **more,
    )


def exported(*rulings: Ruling, evidence: tuple[Evidence, ...] = (DONE, WORK)) -> Labels:
    pairs = answered(b.facts(evidence=evidence, rulings=rulings))
    return labels(pairs, {(DOCUMENT.source, DOCUMENT.key): (b.version(DOCUMENT),)})


def test_an_accepted_piece_gives_its_relation_and_what_its_sentence_says() -> None:
    found = exported(ruled(DONE, RulingKind.ACCEPT))
    assert found.agreed == (("q1", "lamp-report", "report", "delivers", "", SAYS),)
    assert found.claims == (("q1", "lamp-report", "done", "today", "", "report", SAYS),)
    (label,) = found.labels
    assert label[:6] == ("written-questions", "q1", "2031-06-16", "lamp-report", "report", "delivers")
    assert [d.key for d in found.documents] == ["q1"]


def test_of_several_answers_the_guides_first_is_the_main_one_and_the_others_hold_too() -> None:
    found = exported(ruled(WORK, RulingKind.ACCEPT), ruled(DONE, RulingKind.ACCEPT, 2))
    assert [row[3:5] for row in found.agreed] == [("delivers", "progress")]
    assert [row[2] for row in found.claims] == ["done", "under-way"]


@pytest.mark.parametrize(
    ("relation", "says"), [("delivers", ["done"]), ("supersedes", ["replaced"]), ("delays", []), ("announces", [])]
)
def test_a_corrected_relation_gives_the_relation_and_a_claim_only_where_one_alone_shows_it(
    relation: str, says: list[str]
) -> None:
    found = exported(ruled(WORK, RulingKind.RELATION, relation=relation, milestone="report"))
    assert [row[2:4] for row in found.agreed] == [("report", relation)]
    assert [row[2] for row in found.claims] == says


def test_an_accepted_piece_whose_sentence_says_something_else_gives_the_relation_alone() -> None:
    odd = b.evidence(Relation.PROGRESS, document=b.citation(DOCUMENT), milestone=None, quote=WORKS, says="named")
    found = exported(ruled(odd, RulingKind.ACCEPT), evidence=(odd,))
    assert [row[3] for row in found.agreed] == ["progress"]
    assert found.claims == ()


def test_what_was_rejected_bears_on_nothing_once_all_of_its_document_is_answered() -> None:
    some = exported(ruled(DONE, RulingKind.REJECT))
    assert (some.documents, some.agreed) == ((), ()), "what else the document does nobody said"
    every = exported(ruled(DONE, RulingKind.REJECT), ruled(WORK, RulingKind.REJECT, 2))
    assert [row[3:5] for row in every.agreed] == [("mentions-only", "asks-about none")]
    assert every.claims == ()


def test_the_version_that_has_most_of_the_sentences_is_written_with_the_day_it_counts_from() -> None:
    older = b.version(b.answer(WORKS, OUT), number=1)
    newer = b.version(DOCUMENT, number=2, since=date(2031, 6, 20))
    pairs = answered(b.facts(evidence=(DONE, WORK), rulings=(ruled(DONE, RulingKind.ACCEPT),)))
    (document,) = labels(pairs, {("written-questions", "q1"): (older, newer)}).documents
    assert (document.passages, document.published_on) == (DOCUMENT.passages, date(2031, 6, 20))


def test_a_blind_answer_is_no_label_before_a_second_person_agrees() -> None:
    first = ruled(DONE, RulingKind.ACCEPT, blind=True)
    assert exported(first).agreed == ()
    assert exported(first, ruled(DONE, RulingKind.ACCEPT, 2, by="Bo", blind=True)).agreed != ()


def test_a_key_that_two_sources_have_is_told_apart() -> None:
    other = b.document("q1", source="hansard", published_on=OUT)
    said = b.evidence(document=b.citation(other), quote=SAYS, says="done")
    rulings = (ruled(DONE, RulingKind.ACCEPT), ruled(said, RulingKind.ACCEPT, 2))
    held = {("written-questions", "q1"): (b.version(DOCUMENT),), ("hansard", "q1"): (b.version(other),)}
    found = labels(answered(b.facts(evidence=(DONE, said), rulings=rulings)), held)
    assert {d.key for d in found.documents} == {"written-questions/q1", "hansard/q1"}
    assert {row[0] for row in found.agreed} == {"written-questions/q1", "hansard/q1"}


def of(says: str | None, strength: float, key: str, relation: Relation = Relation.DELIVERS) -> Evidence:
    return b.evidence(relation, document=b.citation(b.document(key)), says=says, strength=strength)


def test_of_what_weighs_alike_comes_first_what_claim_and_relation_agree_least_on() -> None:
    surest, weaker, apart = of("done", 0.9, "q1"), of("done", 0.6, "q2"), of("named", 0.9, "q3")
    lighter = of("named", 0.1, "q4", Relation.PROGRESS)
    waiting = queue(b.facts(evidence=(surest, weaker, apart, lighter)), TODAY)
    assert [one.evidence for one in waiting] == [apart, weaker, surest, lighter]


def test_what_says_nothing_disagrees_with_nothing() -> None:
    assert agreement(of(None, 0.9, "q1")) == (True, 0.9)
    assert agreement(of("will", 0.9, "q1")) == (False, 0.9)

"""Is agreement between two people what Cohen's formula gives by hand?"""

from datetime import date
from typing import Any

import pytest

from monitor.model.commitments import EvidencePiece, Ruling, RulingKind
from monitor.status.agreement import agreements, kappa
from tests import builders as b


def answered(**times: int) -> list[tuple[str, str]]:
    return [(said[0], said[1]) for said, number in times.items() for _ in range(number)]


@pytest.mark.parametrize(
    ("pairs", "by_hand"),
    [
        (answered(yy=20, yn=5, ny=10, nn=15), (0.7 - 0.5) / (1 - 0.5)),
        (answered(yy=45, yn=15, ny=25, nn=15), (0.60 - 0.54) / (1 - 0.54)),
        (answered(yy=25, yn=35, ny=5, nn=35), (0.60 - 0.46) / (1 - 0.46)),
        (answered(aa=4, ab=1, bb=3, bc=1, cc=1), (0.80 - 0.38) / (1 - 0.38)),
        (answered(yy=3, nn=2), 1.0),
        (answered(yn=1, ny=1), -1.0),
        (answered(yy=1, yn=1, ny=1, nn=1), 0.0),
    ],
)
def test_kappa_is_what_the_formula_gives_by_hand(pairs: list[tuple[str, str]], by_hand: float) -> None:
    assert kappa(pairs) == pytest.approx(by_hand)


@pytest.mark.parametrize("pairs", [[], answered(yy=1), answered(yy=7)])
def test_kappa_is_not_defined_where_chance_alone_would_agree(pairs: list[tuple[str, str]]) -> None:
    assert kappa(pairs) is None


def said(nth: int, by: str, kind: RulingKind, quote: str, **more: Any) -> Ruling:
    document = ("written-questions", "q1")
    blind: dict[str, Any] = {"blind": True, "piece": EvidencePiece(quote, "report"), "document": document} | more
    return b.ruling(f"r{nth}", kind=kind, by=by, decided_at=b.at(date(2031, 6, 20), nth), **blind)


def test_two_people_are_compared_on_what_both_judged_and_only_by_their_last_word() -> None:
    pieces = [b.evidence(quote=f"Sentence {n}.") for n in range(3)]
    yes, no = RulingKind.ACCEPT, RulingKind.REJECT
    ruled = [
        said(1, "Ann", no, "Sentence 0."),
        said(2, "Ann", yes, "Sentence 0."),
        said(3, "Bo", yes, "Sentence 0."),
        said(4, "Ann", yes, "Sentence 1."),
        said(5, "Bo", no, "Sentence 1."),
        said(6, "Ann", yes, "Sentence 2."),
        said(7, "Bo", no, "Sentence 2.", blind=False),
    ]
    (found,) = agreements(pieces, ruled)
    assert (found.first, found.second, found.judged, found.alike) == ("Ann", "Bo", 2, 1)
    assert [(d.evidence.quote, d.first, d.second) for d in found.differ] == [("Sentence 1.", "accept", "reject")]
    assert found.kappa == pytest.approx(0.0)


def test_an_answer_on_one_commitment_is_none_on_another_that_the_same_sentence_bears_on() -> None:
    pieces = [b.evidence(quote="Both."), b.evidence(quote="Both.", commitment="other")]
    ruled = [said(1, "Ann", RulingKind.ACCEPT, "Both."), said(2, "Bo", RulingKind.ACCEPT, "Both.")]
    assert [a.judged for a in agreements(pieces, ruled)] == [1]


def test_one_person_alone_agrees_with_nobody() -> None:
    assert agreements([b.evidence(quote="One.")], [said(1, "Ann", RulingKind.ACCEPT, "One.")]) == ()

"""Is a claim of a will that is said less firmly than before seen to be weakened, with both sentences?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.dossiers import Weighed
from monitor.model.evidence import Citation, Evidence, Relation
from monitor.status.softening import firmer_before, soften
from tests import builders as b

ON = date(2031, 3, 3)
LAMPS = b.commitment()
FIRM = ("will", "firm", None)
DATED = ("will", "firm", "by the end of May 2031")
AIM = ("will", "aim", None)
VAGUE = ("will", "vague", None)
IN_DUE_COURSE = ("will", "firm", "in due course")
Said = tuple[str, str, str | None]


def claim(said: Said, day: int, relation: Relation = Relation.ANNOUNCES, body: str | None = None) -> Evidence:
    """A claim of the given number of months after the first."""
    says, firm, when = said
    on = ON + timedelta(days=30 * day)
    cited = Citation("written-questions", f"q{day}", 1, f"https://www.gov.uk/q{day}", "Lamps", on, on)
    reasons = ("named: “lamp report”", f"from {body}") if body else ("named: “lamp report”",)
    return b.evidence(
        relation, document=cited, milestone=None, quote=f"said {firm} {when} {day}", reasons=reasons, says=says,
        firm=firm, when=when,
    )  # fmt: skip


def softened(*pieces: Evidence) -> list[Relation]:
    return [w.evidence.relation for w in soften([Weighed(p, None) for p in pieces], LAMPS)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRM, AIM),
        (FIRM, VAGUE),
        (FIRM, IN_DUE_COURSE),
        (DATED, IN_DUE_COURSE),
        (DATED, AIM),
        (AIM, VAGUE),
        (AIM, IN_DUE_COURSE),
    ],
)
def test_a_will_said_less_firmly_than_before_weakens(before: Said, after: Said) -> None:
    assert softened(claim(before, 0), claim(after, 1)) == [Relation.ANNOUNCES, Relation.WEAKENS]


@pytest.mark.parametrize(
    ("before", "after"), [(AIM, FIRM), (FIRM, FIRM), (DATED, FIRM), (IN_DUE_COURSE, AIM), (VAGUE, VAGUE)]
)
def test_a_will_said_as_firmly_or_only_without_its_date_weakens_nothing(before: Said, after: Said) -> None:
    assert softened(claim(before, 0), claim(after, 1)) == [Relation.ANNOUNCES, Relation.ANNOUNCES]


def test_both_sentences_are_shown_with_their_days_and_the_link() -> None:
    second = soften([Weighed(claim(FIRM, 0), None), Weighed(claim(AIM, 1), None)], LAMPS)[1].evidence
    told = firmer_before(second)
    assert told is not None
    assert "3 March 2031" in told
    assert "said firm None 0" in told
    assert "https://www.gov.uk/q0" in told
    assert any("2 April 2031" in reason for reason in second.reasons)


def test_a_softer_word_that_is_repeated_weakens_only_once() -> None:
    assert softened(claim(FIRM, 0), claim(AIM, 1), claim(AIM, 2))[1:] == [Relation.WEAKENS, Relation.ANNOUNCES]


def test_the_order_in_which_claims_come_does_not_matter() -> None:
    assert softened(claim(AIM, 1), claim(FIRM, 0)) == [Relation.WEAKENS, Relation.ANNOUNCES]


def test_what_a_person_rejected_is_compared_with_nothing() -> None:
    weighed = [Weighed(claim(FIRM, 0), "rejected"), Weighed(claim(AIM, 1), None)]
    assert soften(weighed, LAMPS)[1].evidence.relation is Relation.ANNOUNCES


def test_one_department_does_not_weaken_what_another_said() -> None:
    first, second = claim(FIRM, 0, body="Home Office"), claim(AIM, 1, body="Treasury")
    assert softened(first, second) == [Relation.ANNOUNCES, Relation.ANNOUNCES]


def test_what_was_delivered_can_no_longer_be_weakened() -> None:
    kept = claim(("done", "", None), 1, Relation.DELIVERS)
    assert softened(claim(FIRM, 0), replace(kept, milestone="report"), claim(AIM, 2))[2] is Relation.ANNOUNCES

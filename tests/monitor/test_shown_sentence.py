"""Is a relation shown by the sentence that weighs most by what was learned, the first of equals?"""

from datetime import date

import pytest

from monitor.judging.claims.promised_thing import thing
from monitor.judging.claims.relevant_sentences import Mentions
from monitor.judging.claims.sentence_claims import Claim
from monitor.judging.claims.weights import BIAS, CLAIM, CLAIMS, WHOLE, Table, shipped
from monitor.judging.comparison import ComparedClaim, compare_with_record
from monitor.judging.matching.matcher import Matcher
from monitor.judging.shown_sentence import amounts_of_each, shown_by
from monitor.model.evidence import Relation
from tests import builders as b

LAMPS = b.commitment()
SAID = date(2031, 3, 3)
TEXT = "Sailors like light. The lamp report is being drafted. Talks on it go on. The lamp report matters."


def compared(**told: tuple[int, ...]) -> tuple[ComparedClaim, ...]:
    """Return the claims of four sentences, each with its chance of what is told; of all else none has any."""
    matches = Matcher([LAMPS]).match(b.version(b.speech(TEXT, SAID)))
    return tuple(
        compare_with_record(
            Claim(m, thing(LAMPS), dict.fromkeys(CLAIMS, 0) | {s: each[n] for s, each in told.items()}, (), {}),
            LAMPS,
            SAID,
        )
        for n, m in enumerate(list(Mentions(matches).of(matches[0]))[-4:])
    )


def table(**weights: int) -> Table:
    return Table(("progress",), {BIAS: (0,), **{name: (weight,) for name, weight in weights.items()}})


MOVING = compared(moving=(0, 700, 900, 0), claim=(0, 900, 900, 600))


@pytest.mark.parametrize(
    ("weights", "number"),
    [
        ({"does progress": 1000}, 2),
        ({"does progress": 1000, "by named": 300}, 1),
        ({"first that names it": 1000}, 1),
        ({"last of its passage": 1000}, 3),
        ({"only one that names it": 1000}, 0),
        ({}, 0),
    ],
)
def test_the_weightiest_sentence_is_shown_and_the_first_of_equals(weights: dict[str, int], number: int) -> None:
    assert shown_by(MOVING, Relation.PROGRESS, LAMPS, table(**weights)) is MOVING[number]


def test_what_was_not_learned_is_shown_by_the_sentence_that_does_it_most() -> None:
    assert shown_by(MOVING, Relation.PROGRESS, LAMPS, Table((), {})) is MOVING[2]
    named = compared(claim=(100, 600, 900, 300))
    assert shown_by(named, Relation.MENTIONS_ONLY, LAMPS, shipped().quotes) is named[2]


def test_facts_of_a_sentence_are_told_among_those_of_its_document() -> None:
    first, second, third, last = amounts_of_each(MOVING, LAMPS)
    assert [one["first that speaks"] for one in (first, second, third, last)] == [0, WHOLE, 0, 0]
    assert [one["first that bears"] for one in (first, second, third, last)] == [0, WHOLE, 0, 0]
    assert [one["first that names it"] for one in (first, second, third, last)] == [0, WHOLE, 0, 0]
    assert not any(one["only one that names it"] for one in (first, second, third, last))
    assert [one["how far back in its passage"] for one in (first, second, third, last)] == [0, 333, 666, WHOLE]
    assert (third[CLAIM], third["does progress"], third["does most"]) == (900, 900, 900)
    assert all(0 <= amount <= WHOLE for one in (first, second, third, last) for amount in one.values())


def test_a_document_of_one_sentence_is_first_and_last() -> None:
    (one,) = amounts_of_each(MOVING[:1], LAMPS)
    assert one["first that speaks"] == one["first that bears"] == one["first that names it"] == 0
    assert amounts_of_each((), LAMPS) == ()


def test_what_is_shipped_knows_each_relation_that_bears() -> None:
    assert set(shipped().quotes.columns) == {relation.value for relation in Relation if relation.bears}

"""By which of a document's sentences is a relation shown? A choice among them, by facts of each and learned weights."""

from collections.abc import Iterator, Mapping, Sequence

from monitor.judging.claims.weights import CLAIM, WHOLE, Table
from monitor.judging.comparison import ComparedClaim, milestone_of, showing
from monitor.model.commitments import Commitment
from monitor.model.evidence import Relation

_HALF, _BEARING = 500, 300
"""Thousandths from which a sentence counts as one that speaks of the thing, and as one that bears on the promise."""
_LONG = 60
"""Words from which a sentence is as long as can be."""


def shown_by(
    compared: Sequence[ComparedClaim], relation: Relation, commitment: Commitment, weights: Table
) -> ComparedClaim:
    """Return the claim that shows a relation best: the weightiest by what was learned, the first of equals.

    `weights`: a row for each fact of a sentence, a column for each relation; of one without a column the claim that
    does it most.
    """
    if relation.value not in weights.columns:
        return showing(compared, relation)
    column = weights.columns.index(relation.value)
    weighed = [weights.weighed(held)[column] for held in amounts_of_each(compared, commitment)]
    return compared[weighed.index(max(weighed))]


def amounts_of_each(compared: Sequence[ComparedClaim], commitment: Commitment) -> tuple[dict[str, int], ...]:
    """Return for each sentence its facts, each with how far it holds in thousandths."""
    speaking = next((n for n, c in enumerate(compared) if c.claim.chances[CLAIM] >= _HALF), None)
    bearing = next((n for n, c in enumerate(compared) if _most(c) >= _BEARING), None)
    named = [n for n, c in enumerate(compared) if c.claim.mention.named]
    return tuple(
        {
            **_said(one),
            **dict.fromkeys(one.facts, WHOLE),
            **dict(_placed(one)),
            f"milestone {_milestone(one, commitment)}": WHOLE,
            "first that speaks": WHOLE * (number == speaking),
            "first that bears": WHOLE * (number == bearing),
            "first that names it": WHOLE * (named[:1] == [number]),
            "only one that names it": WHOLE * (named == [number]),
        }
        for number, one in enumerate(compared)
    )


def _said(one: ComparedClaim) -> Mapping[str, int]:
    """Return what a sentence says, and how far it does what each relation is."""
    does = {f"does {relation.value}": far for relation, far in one.does.items()}
    return {**one.claim.chances, **does, "does most": _most(one)}


def _most(one: ComparedClaim) -> int:
    return max(one.does.values())


def _placed(one: ComparedClaim) -> Iterator[tuple[str, int]]:
    """Yield where a sentence stands in its passage, how long it is, and whether it has another promise beside."""
    mention = one.claim.mention
    yield "first of its passage", WHOLE * (mention.place == 0)
    yield "last of its passage", WHOLE * (mention.place == mention.of - 1)
    yield "how far back in its passage", WHOLE * mention.place // max(1, mention.of - 1)
    yield "how long", min(WHOLE, WHOLE * len(mention.tokens) // _LONG)
    yield "beside others", WHOLE * bool(mention.others)


def _milestone(one: ComparedClaim, commitment: Commitment) -> str:
    fitting = milestone_of(one.claim, commitment)
    return "none" if fitting is None else "step" if fitting.step else "whole"

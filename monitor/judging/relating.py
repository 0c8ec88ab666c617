"""Which relations hold between a document and a promise, given how likely each is? The main one comes first."""

from collections.abc import Mapping

from monitor.claims.weights import WHOLE
from monitor.evidence import Relation
from monitor.judging.record import BEARS

ORDER = (
    Relation.DELIVERS,
    Relation.SUPERSEDES,
    Relation.WEAKENS,
    Relation.DELAYS,
    Relation.ANNOUNCES,
    Relation.PROGRESS,
    Relation.MENTIONS_ONLY,
    Relation.ASKS_ABOUT,
)
"""The guide's order: of those that hold, the first is the main one."""
_FAVOUR = {Relation.SUPERSEDES: 12, Relation.WEAKENS: 13, Relation.DELAYS: 13, Relation.ANNOUNCES: 11}
"""Tenths by which a relation counts in the choice of the main one: the rare are told from few examples."""
_ALSO = {
    Relation.SUPERSEDES: 400,
    Relation.WEAKENS: 300,
    Relation.DELAYS: 300,
    Relation.ANNOUNCES: 400,
    Relation.PROGRESS: 400,
}
"""Thousandths from which a relation is told beside the main one."""


def relations(likely: Mapping[str, int], *, delivered: bool) -> list[tuple[Relation, int]]:
    """Return the relations that hold, each with its chance in thousandths, in the guide's order.

    `delivered`: the door let a delivery through, which then is the main one. Where it did not, none is told.
    """
    bears = likely[BEARS]
    weight: dict[Relation, int] = {
        relation: likely[relation.value] * _FAVOUR.get(relation, 10) * (bears if relation.bears else WHOLE - bears)
        for relation in ORDER
        if relation is not Relation.DELIVERS
    }
    main = Relation.DELIVERS if delivered else max(ORDER[1:], key=lambda relation: weight[relation])
    if not main.bears:
        return [(main, likely[main.value])]
    also = [r for r in ORDER[ORDER.index(main) + 1 :] if r in _ALSO and likely[r.value] >= _ALSO[r]]
    return [(r, likely[r.value]) for r in (main, *also)]

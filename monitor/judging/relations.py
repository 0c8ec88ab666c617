"""Which relations hold between a document and a promise, given how likely each is? The main one comes first."""

from collections.abc import Mapping

from monitor.judging.claims.weights import WHOLE
from monitor.judging.comparison import BEARS
from monitor.model.evidence import Relation

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
_FAVOUR = {Relation.SUPERSEDES: 14, Relation.WEAKENS: 16, Relation.DELAYS: 15, Relation.ANNOUNCES: 13}
"""Tenths by which a relation counts in the choice of the main one: the rare are told from few examples."""
_LEAST = {Relation.SUPERSEDES: 250, Relation.WEAKENS: 250, Relation.DELAYS: 350, Relation.ANNOUNCES: 250}
"""Thousandths of a chance below which none of these is told, however much it is favoured."""
_DONE_IN_PART = 3
"""Tenths of the chance of a delivery, where the door let none through, that count for progress."""
_ALSO, _BEFORE = 300, 600
"""Thousandths from which a relation is told beside the main one; and one that stands before it in the guide's order."""


def relations(likely: Mapping[str, int], *, delivered: bool) -> list[tuple[Relation, int]]:
    """Return the relations that hold, each with its chance in thousandths: the main one, then the others.

    `delivered`: the door let a delivery through, which then is the main one. Where it did not, none is told.
    """
    bears = likely[BEARS]
    sure = {relation: likely[relation.value] for relation in ORDER}
    if not delivered:
        sure[Relation.PROGRESS] = min(WHOLE, sure[Relation.PROGRESS] + sure[Relation.DELIVERS] * _DONE_IN_PART // 10)
    main = Relation.DELIVERS if delivered else max(reversed(ORDER[1:]), key=lambda r: _weight(r, sure[r], bears))
    if not main.bears:
        return [(main, sure[main])]
    also = [r for r in ORDER[1:] if r.bears and r is not main and sure[r] >= _from(r, main)]
    return [(r, sure[r]) for r in (main, *also)]


def _from(relation: Relation, main: Relation) -> int:
    """Return from what chance a relation is told beside the main one."""
    if ORDER.index(relation) < ORDER.index(main):
        return _BEFORE
    return max(_ALSO, _LEAST.get(relation, 0))


def _weight(relation: Relation, sure: int, bears: int) -> int:
    """Return how much speaks for a relation as the main one."""
    if sure < _LEAST.get(relation, 0):
        return 0
    return sure * _FAVOUR.get(relation, 10) * (bears if relation.bears else WHOLE - bears)

"""Do the two steps of judging agree on a piece of evidence: what its sentence says, and the relation that follows?

The relation follows from the record, the dates and (of a delivery) the rules of the door; what the sentence says was
learned from labels. Where both lead to the same, they are seldom wrong together.
"""

from types import MappingProxyType

from monitor.model.evidence import Evidence, Relation

SHOWN_BY = MappingProxyType({
    Relation.DELIVERS: ("done",),
    Relation.SUPERSEDES: ("replaced",),
    Relation.WEAKENS: ("refused", "will"),
    Relation.DELAYS: ("late", "will"),
    Relation.ANNOUNCES: ("will",),
    Relation.PROGRESS: ("part-done", "under-way"),
    Relation.MENTIONS_ONLY: ("named", "will"),
})  # fmt: skip
"""For each relation, the claims that show it, as in the guide to labelling."""


def fits(says: str | None, relation: Relation) -> bool:
    """Return whether a sentence that says something shows a relation."""
    return says in SHOWN_BY.get(relation, ())


def agreement(piece: Evidence) -> tuple[bool, float]:
    """Return how far the two steps agree on a piece: whether its claim shows its relation, then its strength.

    A page that is itself what was promised, and evidence of before claims were kept, says nothing that could disagree.
    """
    return piece.says is None or fits(piece.says, piece.relation), piece.strength

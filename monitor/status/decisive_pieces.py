"""By which piece of evidence does a promise stand as it does, so that a person who confirms one knows which?"""

from monitor.model.boards import MilestoneRow, Row, Standing
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.evidence import Relation


def decisive(dossier: Dossier) -> Weighed | None:
    """Return the piece that makes a promise's status, or waits to alter it; None where it follows from dates alone.

    Of what is delivered: what proves it, first of the milestone that no person has checked. Of what was stopped: what
    stopped it. Of what is open: what may show that it was done, and is not answered; else what moved its date last.
    """
    row = dossier.row
    if row.standing is Standing.STOPPED and row.stop:
        return _piece(dossier, Relation.SUPERSEDES, None, row.stop.quote)
    found = deciding(row)
    if found is None:
        return None
    if found.proof:
        return _piece(dossier, Relation.DELIVERS, found.milestone.id, found.proof.quote)
    waiting = [w for w in _of(dossier, Relation.DELIVERS, found.milestone.id) if w.ruling is None]
    moved = found.moves[-1].quote if found.moves else None
    best = max(waiting, key=lambda w: w.evidence.strength, default=None)
    return best or (_piece(dossier, Relation.DELAYS, None, moved) if moved else None)


def deciding(row: Row) -> MilestoneRow | None:
    """Return the milestone that makes a promise's status: of what was delivered first one that nobody has checked."""
    if row.standing is Standing.DELIVERED:
        return next((m for m in row.making if not m.confirmed), next(iter(row.making), None))
    return next(iter(row.making), None)


def _of(dossier: Dossier, relation: Relation, milestone: str | None) -> list[Weighed]:
    pieces = (w for w in dossier.evidence if w.evidence.relation is relation)
    return [w for w in pieces if milestone in (None, w.evidence.milestone)]


def _piece(dossier: Dossier, relation: Relation, milestone: str | None, quote: str | None) -> Weighed | None:
    """Return the oldest piece of a relation that has a quote: the first to say it is what was taken for the proof."""
    return next((w for w in reversed(_of(dossier, relation, milestone)) if w.evidence.quote == quote), None)

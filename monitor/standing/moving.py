"""By when is a milestone due, and how often was that put off? A date given is never rewritten: the next is added."""

from collections.abc import Iterator
from datetime import date

from monitor.boards import Move, Weighed
from monitor.commitments import Commitment, Due, Milestone, Ruling, RulingKind
from monitor.evidence import Evidence, Relation
from monitor.standing.facts import Case
from monitor.standing.proofs import believed


def dates(case: Case, milestone: Milestone, day: date) -> tuple[Due | None, tuple[Move, ...]]:
    """Return the first date promised, and every other that was given by a day, oldest first.

    A promise that gave none has the first that a person rules it was given since; that one is among the others too,
    with who said it where. Repeating a date already given is no move.
    """
    due = milestone.due if milestone.due and milestone.due.dated else None
    last = due.latest if due else None
    kept: list[Move] = []
    for move, ruled in sorted(_given(case, milestone, day), key=lambda g: (g[0].on, g[0].due.latest or date.max)):
        if move.due.latest is None or (last is not None and move.due.latest <= last) or (due is None and not ruled):
            continue
        due, last = due or move.due, move.due.latest
        kept.append(move)
    return due or milestone.due, tuple(kept)


def meant(commitment: Commitment, named: str | None) -> Milestone | None:
    """Return the milestone whose date a move speaks of, None where that can't be told.

    A move that names none speaks of the only dated one; where none is dated, of the only one that is no step.
    """
    if named is not None:
        return commitment.milestone(named)
    dated = [m for m in commitment.milestones if m.due and m.due.dated]
    of = dated or [m for m in commitment.milestones if not m.step]
    return of[0] if len(of) == 1 else None


def gives_first(case: Case, ruling: Ruling) -> bool:
    """Return whether a ruling of a move gives its milestone the first date it has: nothing is put off by it."""
    milestone = meant(case.commitment, ruling.milestone)
    return milestone is not None and dates(case, milestone, ruling.on)[0] == ruling.due


def _given(case: Case, milestone: Milestone, day: date) -> Iterator[tuple[Move, bool]]:
    """Yield each date given by a day, and whether a person ruled so."""
    for ruling in case.ruled(day, RulingKind.MOVED):
        if ruling.due and meant(case.commitment, ruling.milestone) == milestone:
            yield Move(ruling.on, ruling.due, ruling.quote, ruling.source), True
    for weighed in case.visible(day):
        found = weighed.evidence
        if found.moved_to and _moves(weighed, found) and meant(case.commitment, found.milestone) == milestone:
            yield Move(found.document.since, found.moved_to, found.quote, found.url), weighed.ruling == "accepted"


def _moves(weighed: Weighed, found: Evidence) -> bool:
    return found.relation is Relation.DELAYS and believed(weighed)

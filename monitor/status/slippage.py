"""By when is a milestone due, and how often was that put off? A date given is never rewritten: the next is added."""

from collections.abc import Iterator
from datetime import date

from monitor.model.boards import Move
from monitor.model.commitments import Commitment, Milestone, Ruling, RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.due import Due
from monitor.model.evidence import Evidence, Relation
from monitor.status.accepted_evidence import is_accepted
from monitor.status.facts import Case


def due_dates(case: Case, milestone: Milestone, day: date) -> tuple[Due | None, tuple[Move, ...]]:
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


def moved_milestone(commitment: Commitment, named: str | None) -> Milestone | None:
    """Return the milestone whose date a move speaks of, None where that can't be told.

    A move that names none speaks of the only dated one; where none is dated, of the only one that is no step.
    """
    if named is not None:
        return commitment.milestone(named)
    dated = [m for m in commitment.milestones if m.due and m.due.dated]
    of = dated or [m for m in commitment.milestones if not m.step]
    return of[0] if len(of) == 1 else None


def ruled_moves(case: Case, day: date) -> tuple[Ruling, ...]:
    """Return the moves ruled by a day, oldest first; of those of one milestone and day the one typed in last."""
    last: dict[tuple[str, date], Ruling] = {}
    for ruling in _by_typing(case, day):
        last[_moved(case, ruling), ruling.on] = ruling
    return tuple(sorted(last.values(), key=lambda r: (r.on, r.id)))


def replaced_by(case: Case, ruling: Ruling) -> Ruling | None:
    """Return the ruling of a move that was typed in after one of the same milestone and day, None where none was."""
    same = (r for r in ruled_moves(case, ruling.on) if r.on == ruling.on and _moved(case, r) == _moved(case, ruling))
    return next((r for r in same if r is not ruling), None)


def replaces(case: Case, ruling: Ruling) -> bool:
    """Return whether a move of the same milestone and day has been ruled before a ruling that is new."""
    named = _moved(case, ruling)
    return any(r.on == ruling.on and _moved(case, r) == named for r in _by_typing(case, ruling.on))


def date_in_force(case: Case, milestone: Milestone, day: date) -> Due | None:
    """Return the date given last by a day, None where none was given."""
    due, moves = due_dates(case, milestone, day)
    last = moves[-1].due if moves else due
    return last if last and last.dated else None


def _given(case: Case, milestone: Milestone, day: date) -> Iterator[tuple[Move, bool]]:
    """Yield each date given by a day, and whether a person ruled so."""
    for ruling in ruled_moves(case, day):
        if ruling.due and moved_milestone(case.commitment, ruling.milestone) == milestone:
            yield Move(ruling.on, ruling.due, ruling.quote, ruling.source), True
    for weighed in case.visible(day):
        found = weighed.evidence
        if found.moved_to and _moves(weighed, found) and moved_milestone(case.commitment, found.milestone) == milestone:
            yield Move(found.document.since, found.moved_to, found.quote, found.url), weighed.ruling == "accepted"


def _by_typing(case: Case, day: date) -> list[Ruling]:
    """Return the moves ruled by a day in the order they were typed in, after a register's ledger in its own order."""
    ruled = (r for r in case.rulings if r.kind is RulingKind.MOVED and r.on <= day)
    return sorted(ruled, key=lambda r: r.typed_at)


def _moved(case: Case, ruling: Ruling) -> str:
    milestone = moved_milestone(case.commitment, ruling.milestone)
    return milestone.id if milestone else ruling.id


def _moves(weighed: Weighed, found: Evidence) -> bool:
    return found.relation is Relation.DELAYS and is_accepted(weighed)

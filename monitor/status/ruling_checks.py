"""Is a ruling about something that is there, and could be? One that is not would stand recorded and mislead."""

from collections.abc import Iterable

from monitor.model.commitments import Ruling, RulingKind
from monitor.model.errors import UserError, offered
from monitor.model.wording import day, window
from monitor.status.accepted_evidence import resumes
from monitor.status.facts import Case
from monitor.status.ruling_effects import taken_back
from monitor.status.slippage import date_in_force, moved_milestone, replaces


def refuse_pointless(case: Case, ruling: Ruling) -> None:
    """Raise UserError where a ruling is about evidence that is not there, or about what can't have been by its day."""
    named = case.commitment.id
    if ruling.kind is RulingKind.TAKEN_BACK:
        _refuse_nothing_to_take_back(case, ruling)
        return
    _refuse_too_early(case, ruling)
    _refuse_no_later(case, ruling)
    there = {(w.evidence.document.source, w.evidence.document.key) for w in case.weighed}
    if ruling.document and ruling.document not in there:
        raise UserError(
            f"There is no evidence about {named} in {'/'.join(ruling.document)}.",
            f"bywhen evidence --commitment {named} lists the evidence that there is, each document as SOURCE/KEY.",
        )
    if ruling.kind is RulingKind.RESUMED and not resumes(case, ruling):
        raise UserError(
            f"{named} had not been stopped by {ruling.on}.",
            "Only what was superseded or dropped can be resumed; bywhen show says on which day that was.",
        )


def _refuse_nothing_to_take_back(case: Case, ruling: Ruling) -> None:
    """What stands in a register's file is taken out of the file: there it has been typed in by nobody."""
    gone = taken_back(case.every_ruling)
    holding = {r.id for r in case.every_ruling if r.decided_at is not None and r.id not in gone}
    if ruling.takes_back not in holding:
        raise UserError(
            f"No ruling on {case.commitment.id} that holds and was typed in has the id {ruling.takes_back}.",
            "bywhen show --json lists the rulings with their ids; what stands in a register is altered in its file.",
        )


def refuse_no_successor(known: Iterable[str], ruling: Ruling) -> None:
    """Raise UserError where what is said to take a promise's place is none of the register's own, or is itself."""
    others = [id_ for id_ in known if id_ != ruling.commitment]
    if ruling.successor is None or ruling.successor in others:
        return
    if ruling.successor == ruling.commitment:
        raise UserError(
            f"{ruling.commitment} can't take its own place.",
            "Name another commitment with --successor, or leave the option out.",
        )
    raise UserError(
        f"There is no commitment {ruling.successor} to take its place.",
        f"--successor has to name another commitment of the same register: {offered(ruling.successor, others)}",
    )


def _refuse_no_later(case: Case, ruling: Ruling) -> None:
    """Raise UserError for a date no later than the one that holds, unless it mends a ruling of the same day."""
    milestone = moved_milestone(case.commitment, ruling.milestone) if ruling.kind is RulingKind.MOVED else None
    held = date_in_force(case, milestone, ruling.on) if milestone else None
    if not (ruling.due and ruling.due.latest and held and held.latest) or replaces(case, ruling):
        return
    if ruling.due.latest <= held.latest:
        raise UserError(
            f"“{ruling.due.said}” is no later than “{held.said}” ({window(held)}), which held on {day(ruling.on)}.",
            "A ruling of moved gives a later date. To correct one that was mistyped, give its day with --on.",
        )


def _refuse_too_early(case: Case, ruling: Ruling) -> None:
    """Nothing happens to a promise before it is made, and nobody puts it off to a day that is past."""
    milestone = case.commitment.milestone(ruling.milestone)
    promised = milestone.promised_on if milestone else case.commitment.made_on
    if ruling.first < promised:
        raise UserError(
            f"{case.commitment.id} was promised on {day(promised)}, and the ruling is dated {day(ruling.first)}.",
            f"Give a day with --on, {promised} or later: what was done before a promise does not keep it.",
        )
    if ruling.kind is RulingKind.MOVED and moved_milestone(case.commitment, ruling.milestone) is None:
        raise UserError(
            f"{case.commitment.id} has several milestones whose date could move, or none.",
            f"bywhen show {case.commitment.id} lists its milestones: name one of them.",
        )
    if ruling.kind is RulingKind.MOVED and ruling.due and ruling.due.latest and ruling.due.latest < ruling.on:
        raise UserError(
            f"“{ruling.due.said}” means {day(ruling.due.latest)} at the latest, which had passed when it was said.",
            "Give with --on the day on which the new date was said, and write the year in the words of --due.",
        )

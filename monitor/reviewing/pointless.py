"""Is a ruling about something that is there, and could be? One that is not would stand recorded and mislead."""

from monitor.commitments import Ruling, RulingKind
from monitor.errors import UserError
from monitor.standing.facts import Case
from monitor.standing.moving import meant
from monitor.standing.proofs import takes_up
from monitor.wording import day


def refuse_pointless(case: Case, ruling: Ruling) -> None:
    """Raise UserError where a ruling is about evidence that is not there, or about what can't have been by its day."""
    named = case.commitment.id
    _refuse_too_early(case, ruling)
    there = {(w.evidence.document.source, w.evidence.document.key) for w in case.weighed}
    if ruling.document and ruling.document not in there:
        raise UserError(
            f"There is no evidence about {named} in {'/'.join(ruling.document)}.",
            f"bywhen evidence --commitment {named} lists what there is, each as SOURCE/KEY.",
        )
    if ruling.kind is RulingKind.RESUMED and not takes_up(case, ruling):
        raise UserError(
            f"{named} had not been stopped by {ruling.on}.",
            "Only what was superseded or dropped can be resumed: bywhen show says since when it is.",
        )


def _refuse_too_early(case: Case, ruling: Ruling) -> None:
    """Nothing befalls a promise before it is made, and nobody puts it off to a day that is past."""
    milestone = case.commitment.milestone(ruling.milestone)
    promised = milestone.promised_on if milestone else case.commitment.made_on
    first = ruling.earliest or ruling.on
    if first < promised:
        raise UserError(
            f"{case.commitment.id} was promised on {day(promised)}, after {day(first)}.",
            f"Give the day with --on, {promised} or later: what had been done before is not what was promised.",
        )
    if ruling.kind is RulingKind.MOVED and meant(case.commitment, ruling.milestone) is None:
        raise UserError(
            f"{case.commitment.id} has no one milestone whose date could move.",
            f"bywhen show {case.commitment.id} lists its milestones: name one.",
        )
    if ruling.kind is RulingKind.MOVED and ruling.due and ruling.due.latest and ruling.due.latest < ruling.on:
        raise UserError(
            f"“{ruling.due.said}” had passed when it was said: it is read as {day(ruling.due.latest)} at the latest.",
            "Give the day on which the new date was said with --on, and its words with the year.",
        )

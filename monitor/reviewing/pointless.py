"""Is a ruling about something that is there? One that is not would stand recorded and never do anything."""

from monitor.commitments import Ruling, RulingKind
from monitor.errors import UserError
from monitor.standing.facts import Case
from monitor.standing.proofs import takes_up


def refuse_pointless(case: Case, ruling: Ruling) -> None:
    """Raise UserError where a ruling is about evidence that is not there, or resumes what had not been stopped."""
    named = case.commitment.id
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

"""In which words is a turn of a status told, with which doubt, and what proves it?"""

from collections.abc import Iterable
from datetime import date

from monitor.judging.english.figures import figure
from monitor.model import wording
from monitor.model.boards import MilestoneRow, Row, Status
from monitor.model.changes import Because
from monitor.model.commitments import Commitment, Link
from monitor.model.evidence import Evidence

_CAUTION = ". Caution: "


def headline(row: Row, day: date) -> str:
    """Return what a commitment's status turned to on a day, as a sentence; what is in doubt stands in it."""
    title = row.commitment.title
    if row.status is Status.PENDING:
        return f"{title}: pending again since {wording.day(day)}"
    told = _delivered(row) if row.status is Status.DELIVERED else _overdue(row)
    return f"{title}: {told}{cautiously(row.cautions)}"


def cautiously(cautions: Iterable[str]) -> str:
    """Return what is in doubt, to stand after what is told; nothing where nothing is."""
    return "".join(f"{_CAUTION}{caution.rstrip('.')}" for caution in cautions)


def incautiously(headline: str) -> str:
    """Return a headline without what is in doubt, to be quoted where another doubt is told."""
    return headline.partition(_CAUTION)[0]


def counted(commitment: Commitment, evidence: Evidence) -> str | None:
    """Return the figure that evidence gives for what a milestone counts, beside what was promised; else None.

    Of a sentence that is told of the whole, the first that is counted in it: it is one piece of news.
    """
    of = [m.measure for m in commitment.milestones if m.measure and evidence.milestone in (m.id, None)]
    told = ((number, measure) for measure in of if (number := figure(evidence.quote, measure)) is not None)
    return next((wording.so_many(number, measure) for number, measure in told), None)


def why(row: Row) -> Because | None:
    """Return what proves a status: of what is delivered the deed, of what is overdue the promise that was missed."""
    proofs = [m.proof for m in row.milestones if m.proof and not m.milestone.step]
    if row.status is Status.DELIVERED and proofs:
        proof = max(proofs, key=lambda p: p.known_on)
        return Because(proof.quote or "", proof.url) if proof.url else None
    return missed(row.making[0]) if row.status is Status.OVERDUE else None


def missed(row: MilestoneRow) -> Because | None:
    """Return where the date of a milestone was said: with the promise, or where it was given its first; else None."""
    given = next((move for move in row.moves if move not in row.slips), None)
    if given is None:
        return promised(row.milestone.promise)
    return Because(given.quote or "", given.url) if given.url else None


def promised(link: Link | None) -> Because | None:
    """Return a promise as a proof: its words, "" where they are not known, and the link; None without a link."""
    return Because(link.quote or "", link.url) if link else None


def _delivered(row: Row) -> str:
    late = f", {wording.late(row.days_late)}" if row.days_late else ""
    return f"delivered{late}" + ("" if row.confirmed else " (unconfirmed)")


def _overdue(row: Row) -> str:
    due = row.due
    return "overdue" + (f", “{due.said}” ended on {wording.day(due.latest)}" if due and due.latest else "")

"""In which words is a change of status reported, with which doubt, and what proves it?"""

from collections.abc import Iterable
from datetime import date

from monitor.judging.english.figures import figure
from monitor.model import board_words, wording
from monitor.model.boards import MilestoneRow, Row, Status
from monitor.model.changes import Because
from monitor.model.commitments import Commitment, Link
from monitor.model.evidence import Evidence

_DOUBT = f". {board_words.NOTE_OF_DOUBT}: "
_TOLD_BEFORE = ". Caution: "
"""How earlier versions introduced a doubt: the headlines that they reported are still in the state."""


def headline(row: Row, day: date) -> str:
    """Return, as a sentence, what a commitment's status became on a day; what is in doubt about it is included."""
    title = row.commitment.title
    if row.status is Status.PENDING:
        return f"{title}: pending again since {wording.day(day)}"
    told = _delivered(row) if row.status is Status.DELIVERED else _overdue(row)
    return f"{title}: {told}{cautiously(row.cautions)}"


def cautiously(cautions: Iterable[str]) -> str:
    """Return what is in doubt, to follow a headline; nothing if there is no doubt."""
    return "".join(f"{_DOUBT}{caution.rstrip('.')}" for caution in cautions)


def incautiously(headline: str) -> str:
    """Return a headline without its note of doubt, to be quoted where another doubt is mentioned."""
    return headline.partition(_DOUBT)[0].partition(_TOLD_BEFORE)[0]


def counted(commitment: Commitment, evidence: Evidence) -> str | None:
    """Return the figure that evidence gives for what its milestone counts, beside what was promised; else None."""
    milestone = commitment.milestone(evidence.milestone)
    if milestone is None or milestone.measure is None:
        return None
    number = figure(evidence.quote, milestone.measure)
    return None if number is None else wording.so_many(number, milestone.measure)


def why(row: Row) -> Because | None:
    """Return what proves a status: for delivered, the delivery; for overdue, the promise that was missed."""
    proofs = [m.proof for m in row.milestones if m.proof and not m.milestone.step]
    if row.status is Status.DELIVERED and proofs:
        proof = max(proofs, key=lambda p: p.known_on)
        return Because(proof.quote or "", proof.url) if proof.url else None
    return missed(row.making[0]) if row.status is Status.OVERDUE else None


def missed(row: MilestoneRow) -> Because | None:
    """Return where the date of a milestone was said: with the promise, or later if it had none at first; else None."""
    given = next((move for move in row.moves if move not in row.slips), None)
    if given is None:
        return promised(row.milestone.promise)
    return Because(given.quote or "", given.url) if given.url else None


def promised(link: Link | None) -> Because | None:
    """Return a promise as a proof: its words, "" where they are not known, and the link; None without a link."""
    return Because(link.quote or "", link.url) if link else None


def _delivered(row: Row) -> str:
    late = f", {wording.late(row.days_late)}" if row.days_late else ""
    return f"delivered{late}" + ("" if row.confirmed else f" ({board_words.UNCHECKED})")


def _overdue(row: Row) -> str:
    due = row.due
    return "overdue" + (f", “{due.said}” ended on {wording.day(due.latest)}" if due and due.latest else "")

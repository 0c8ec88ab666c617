"""Which sentence of a document gives the figure for what a milestone counts, as a piece of evidence?"""

from collections.abc import Iterator
from dataclasses import replace

from monitor.judging.comparison import ComparedClaim
from monitor.judging.english.figures import figure
from monitor.judging.evidence_pieces import link, piece
from monitor.judging.matching.matcher import Match
from monitor.model.commitments import Milestone
from monitor.model.documents import Version
from monitor.model.evidence import Evidence, Relation

_SURE = 800
"""Thousandths that a figure is believed to, where it is told as a fact of what is counted."""


def counted(match: Match, compared: tuple[ComparedClaim, ...], version: Version) -> Iterator[Evidence]:
    """Yield for each milestone that counts something the sentence of a version that gives the greatest figure."""
    for milestone in match.commitment.milestones:
        told = [(number, one) for one in compared if (number := _figure(one, milestone)) is not None]
        if told:
            number, one = max(told, key=lambda found: found[0])
            found = piece(
                match, version, Relation.PROGRESS, _SURE, claim_=one.claim, quote=one.claim.mention.text,
                url=link(match, one.claim.mention, version.document), reason=so_many(number, milestone),
            )  # fmt: skip
            yield replace(found, milestone=milestone.id)


def so_many(number: int, milestone: Milestone) -> str:
    """Return a figure beside what was promised: “2,391 of 3,000 officers”."""
    measure = milestone.measure
    return f"{number:,} of {measure.number:,} {measure.of[0].rstrip('*')}" if measure else f"{number:,}"


def _figure(one: ComparedClaim, milestone: Milestone) -> int | None:
    return figure(one.claim.mention.text, milestone.measure) if milestone.measure else None

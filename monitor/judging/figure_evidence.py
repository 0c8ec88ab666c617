"""Which sentence of a document gives the figure for what a milestone counts, as a piece of evidence?"""

from collections.abc import Iterator
from dataclasses import replace

from monitor.judging.comparison import ComparedClaim
from monitor.judging.english.figures import figure
from monitor.judging.evidence_pieces import link, piece
from monitor.judging.matching.matcher import Match
from monitor.model.documents import Version
from monitor.model.evidence import Evidence, Relation
from monitor.model.wording import so_many

_SURE = 800
"""Thousandths that a figure is believed to, where it is told as a fact of what is counted."""


def counted(match: Match, compared: tuple[ComparedClaim, ...], version: Version) -> Iterator[Evidence]:
    """Yield for each milestone that counts something the sentence of a version that gives the greatest figure."""
    for milestone in match.commitment.milestones:
        measure = milestone.measure
        told = [
            (number, one) for one in compared
            if measure and (number := figure(one.claim.mention.text, measure)) is not None
        ]  # fmt: skip
        if measure and told:
            number, one = max(told, key=lambda found: found[0])
            found = piece(
                match, version, Relation.PROGRESS, _SURE, claim_=one.claim, quote=one.claim.mention.text,
                url=link(match, one.claim.mention, version.document), reason=so_many(number, measure),
            )  # fmt: skip
            yield replace(found, milestone=milestone.id)

"""In which words was a thing promised at first, and in which has it been promised since?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from monitor.model.commitments import Commitment
from monitor.model.dossiers import Dossier
from monitor.model.evidence import Evidence, Relation

_AGAIN = (Relation.ANNOUNCES, Relation.DELAYS, Relation.WEAKENS, Relation.SUPERSEDES)
_CLAIMS = ("will", "late", "refused", "replaced")
"""What a sentence says (monitor.judging.claims) in which the thing is promised again, or no more."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a promise on a day: whose they are, or where they stand, and the link."""

    on: date
    words: str
    where: str
    url: str


def wordings(dossier: Dossier) -> tuple[Wording, ...]:
    """Return the words of a promise, oldest first: as it was made, and each time it was said anew since."""
    promise = dossier.row.commitment
    first = promise.promise
    made = Wording(promise.made_on, first.quote or promise.words, promise.made_by, first.url)
    later = [*_milestones(promise), *(_worded(w.evidence) for w in dossier.evidence if _says_anew(w.evidence))]
    since = sorted((w for w in later if w.on >= made.on and w.words != made.words), key=lambda w: w.on)
    return (made, *since)


def _milestones(promise: Commitment) -> Iterator[Wording]:
    for milestone in promise.milestones:
        link = milestone.promise
        if link and link.quote:
            yield Wording(milestone.promised_on, link.quote, milestone.title, link.url)


def _says_anew(piece: Evidence) -> bool:
    return piece.relation in _AGAIN or piece.says in _CLAIMS


def _worded(piece: Evidence) -> Wording:
    return Wording(piece.document.since, piece.quote, piece.citation or piece.document.title, piece.url)

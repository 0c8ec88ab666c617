"""What does a passage do to a promise? The words for it; judging finds which applies."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.model.due import Due


class Relation(StrEnum):
    ANNOUNCES = "announces"
    PROGRESS = "progress"
    DELIVERS = "delivers"
    DELAYS = "delays"
    WEAKENS = "weakens"
    SUPERSEDES = "supersedes"
    ASKS_ABOUT = "asks-about"
    MENTIONS_ONLY = "mentions-only"

    @property
    def bears(self) -> bool:
        """True of the six that move a commitment, false of the two that only speak of it."""
        return self not in (Relation.ASKS_ABOUT, Relation.MENTIONS_ONLY)


@dataclass(frozen=True, slots=True)
class Citation:
    """The version of a document that evidence rests on. `since`: from which day anyone could read it."""

    source: str
    key: str
    version: int
    url: str
    title: str
    published_on: date
    since: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears on a commitment, or only speaks of it: `strength` 0 to 1, the exact sentence, the reasons.

    `moved_to`: the new date a delay gives. `happened_on`: the day of the deed, where it is known to the day;
    `happened_by`: where only a stretch of time is given (“last month”), its last day.
    `citation`: where the sentence stands, in the usual form, where its publisher has one. `says`: what the
    sentence says of the promised thing (monitor.judging.claims); `firm`: how firmly a will is said; `when`: its words
    of time; `points`: by which words it speaks of the thing.
    """

    document: Citation
    commitment: str
    milestone: str | None
    relation: Relation
    strength: float
    quote: str
    reasons: tuple[str, ...]
    url: str
    moved_to: Due | None = None
    happened_on: date | None = None
    citation: str | None = None
    says: str | None = None
    firm: str | None = None
    when: str | None = None
    points: str | None = None
    happened_by: date | None = None

    def __hash__(self) -> int:
        """Of what parts nearly all pieces: dictionaries of a hundred thousand pieces ask often."""
        return hash((self.document.key, self.quote, self.milestone))

    @property
    def itself(self) -> bool:
        """Whether the document is itself what was promised, and not words about it: no edit undoes a publication."""
        return self.relation is Relation.DELIVERS and self.quote == self.document.title

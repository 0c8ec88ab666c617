"""What was promised, by which post, by when, and what would count as keeping it?

These are the words of a register once read (monitor.registers.register_files makes them from YAML).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from monitor.model.due import Due
from monitor.model.measures import Measure


@dataclass(frozen=True, slots=True)
class Link:
    """Where something can be read; `quote`: its very words there, where they are known."""

    title: str
    url: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in a post; `until` is the day somebody else took it, None while they hold it."""

    name: str
    since: date
    until: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """A ministerial post and who held it, oldest first. Commitments belong to posts, not to people."""

    id: str
    title: str
    tenures: tuple[Tenure, ...]
    page: str | None = None
    """Its page on GOV.UK, which tells who holds it today."""

    def holder(self, day: date) -> str | None:
        """Return who held the post on a day, None when the register does not say."""
        held = [t for t in self.tenures if t.since <= day and (t.until is None or day < t.until)]
        return held[-1].name if held else None


@dataclass(frozen=True, slots=True)
class Watch:
    """The words that tell that a passage speaks of a commitment.

    `names`: any one names it outright. `together`: groups of words; one word of every group of a set must stand in the
    passage. `context`: where given, one of these must stand somewhere in the document. `namesakes`: what is like it and
    is not it; words inside one do not count. `parts`: only a part of it, so that to end this is not to end the whole.
    """

    names: tuple[str, ...]
    together: tuple[tuple[tuple[str, ...], ...], ...] = ()
    context: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageExpected:
    """A published item that would keep a milestone: its source, its kinds, and words its title holds."""

    sources: tuple[str, ...]
    kinds: tuple[str, ...]
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsExpected:
    """What a minister would say when it is done: one of the things, with one of the deeds, as a fact."""

    things: tuple[str, ...]
    deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What would count, said before the evidence. `what` is for people; either of the others is for rules."""

    what: str
    pages: tuple[PageExpected, ...] = ()
    words: tuple[WordsExpected, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated, observable thing. A `step` is on the way: it need not be reached for the whole to be kept.

    `said_in`: where its date was said, if noted. `caution`: why it may be done unseen. `measure`: what it counts.
    """

    id: str
    title: str
    promised_on: date
    due: Due | None
    expect: Expectation
    relies_on: tuple[str, ...]
    step: bool = False
    said_in: tuple[Link, ...] = ()
    caution: str | None = None
    measure: Measure | None = None

    @property
    def promise(self) -> Link | None:
        """Return where its date was said: of several places the one whose words are known."""
        return max(self.said_in, key=lambda link: bool(link.quote), default=None)


class RulingKind(StrEnum):
    """What a person can decide: the first three about evidence, the last about a ruling, the rest about a promise."""

    ACCEPT = "accept"
    REJECT = "reject"
    RELATION = "relation"
    ANNOUNCED = "announced"
    DELIVERED = "delivered"
    NOT_DELIVERED = "not-delivered"
    PROGRESS = "progress"
    MOVED = "moved"
    WEAKENED = "weakened"
    SUPERSEDED = "superseded"
    DROPPED = "dropped"
    RESUMED = "resumed"
    NOTE = "note"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class EvidencePiece:
    """Which piece of the evidence in a document: its sentence, and the milestone that the rules found for it."""

    quote: str
    milestone: str | None


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision. It holds from `on`; `decided_at` is when it was typed in, None in a register's file.

    Of a delivery `on` is its day; where that is not known, `earliest` and `on` are the first and the last it may be.
    A denial of one holds from `earliest`, where that is given, and denies what was published up to `on`.

    About evidence: all of a `document`, or one `piece` of it. `relation` (a monitor.model.evidence.Relation) with
    `milestone` is what it does, where the rules saw that wrong. `blind`: given without sight of other people's answers.
    `figure`: how many there were of what the milestone counts. `takes_back`: the id of the ruling that no longer holds.
    """

    id: str
    commitment: str
    milestone: str | None
    kind: RulingKind
    on: date
    by: str
    why: str
    source: str | None = None
    quote: str | None = None
    document: tuple[str, str] | None = None
    due: Due | None = None
    successor: str | None = None
    caution: str | None = None
    decided_at: datetime | None = None
    piece: EvidencePiece | None = None
    relation: str | None = None
    blind: bool = False
    earliest: date | None = None
    figure: int | None = None
    takes_back: str | None = None

    @property
    def first(self) -> date:
        """The first day that it speaks of."""
        return self.earliest or self.on

    @property
    def typed_at(self) -> datetime:
        """When it was typed in: what stands in a register's file was there before all of that."""
        return self.decided_at or _LONG_AGO


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, by a post, on a day, with where it was said (at least one place) and what would keep it."""

    id: str
    title: str
    words: str
    made_on: date
    made_by: str
    post: Post
    said_in: tuple[Link, ...]
    due: Due | None
    watch: Watch
    milestones: tuple[Milestone, ...]
    ledger: tuple[Ruling, ...] = ()
    position: bool = False
    caution: str | None = None

    @property
    def promise(self) -> Link:
        """Return where it was said: of several places the one whose words are known."""
        return max(self.said_in, key=lambda link: bool(link.quote))

    @property
    def promised(self) -> frozenset[date]:
        """The days on which it, or a milestone of it, was promised."""
        return frozenset((self.made_on, *(m.promised_on for m in self.milestones)))

    def milestone(self, wanted: str | None) -> Milestone | None:
        """Return the milestone of that id, None where there is none."""
        return next((m for m in self.milestones if m.id == wanted), None)


@dataclass(frozen=True, slots=True)
class Register:
    """A file of commitments, written by people. `digest` changes when anything in it or in our rules does."""

    id: str
    title: str
    about: str
    compiled_on: date
    commitments: tuple[Commitment, ...]
    pages: tuple[str, ...]
    terms: tuple[str, ...]
    digest: str

    def commitment(self, wanted: str) -> Commitment | None:
        """Return the commitment of that id, None where there is none."""
        return next((c for c in self.commitments if c.id == wanted), None)

    @property
    def begins(self) -> date | None:
        """The day of its first promise; None where it has none."""
        return min((c.made_on for c in self.commitments), default=None)

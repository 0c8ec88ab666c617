"""Why was a document judged as it was: its sentences, the record, the door of delivery, and what follows?

It looks at what the judge itself read (judge.readings), and decides nothing anew.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from monitor.deadlines import Dated
from monitor.judging import comparison
from monitor.judging.claims.mentions import Mention
from monitor.judging.claims.promised_thing import thing
from monitor.judging.claims.sentence_claims import TakenBack, weightiest
from monitor.judging.claims.weights import CLAIM, SAYS, Weights, shipped
from monitor.judging.comparison import ComparedClaim
from monitor.judging.explaining.door_answers import DoorOfMilestone, doors_of, unheard
from monitor.judging.explaining.fact_wording import in_order
from monitor.judging.judge import Read, judge, readings
from monitor.judging.matching.matcher import Match, Matcher
from monitor.model.commitments import Commitment
from monitor.model.documents import Version
from monitor.model.evidence import Evidence
from monitor.model.sentences import sentences

WEIGHTIEST = 4
"""Features of a sentence that are told: those that weighed most."""


@dataclass(frozen=True, slots=True)
class Says:
    """What a sentence says of a thing, with chances in thousandths, and how that stands to the record.

    `says` is None where it more likely says nothing. `weighed`: the features that weighed most for `weighed_for`, which
    is what it says, or that it says anything at all. `milestone`: the one whose words it fits best. `facts`: what holds
    of it beside the record. `taken_back`: what it would say, but for a rule of English.
    """

    says: str | None
    firm: str | None
    when: Dated | None
    chances: Mapping[str, int]
    weighed_for: str
    weighed: tuple[tuple[str, int], ...]
    milestone: str | None
    facts: tuple[str, ...]
    taken_back: Mapping[str, TakenBack]


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence of a part of a document, by its number there: how it speaks of the thing, and what it says of it.

    `claim` is None where it does not speak for the government, as a question does not.
    """

    number: int
    mention: Mention
    claim: Says | None


@dataclass(frozen=True, slots=True)
class PartRead:
    """What of a document is read as one (a question with its answer, a page, a speech), beside a commitment.

    `left_out`: sentences too far from the thing, or too long, to be looked at. `unheard`: why nothing in it counts,
    where nothing does. `likely`: how likely it bears, and does what each relation is, in thousandths.
    """

    match: Match
    sentences: tuple[SentenceRead, ...]
    left_out: int
    unheard: str | None
    doors: tuple[DoorOfMilestone, ...]
    likely: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a document does to a commitment what it does: what was read, part by part, and the evidence that follows."""

    commitment: Commitment
    parts: tuple[PartRead, ...]
    evidence: tuple[Evidence, ...]


def explain(
    matcher: Matcher, version: Version, wanted: Collection[str] | None = None, weights: Weights | None = None
) -> tuple[Explained, ...]:
    """Return what was made of a version for each commitment that it speaks of, those wanted only where any are named.

    `weights`: by which claims and relations are told, those that come with the product where none are given.
    """
    learned = weights or shipped()
    read: dict[str, list[Read]] = defaultdict(list)
    for one in readings(matcher, version, learned):
        if wanted is None or one.match.commitment.id in wanted:
            read[one.match.commitment.id].append(one)
    found = judge(matcher, version, learned) if read else ()
    return tuple(
        Explained(
            parts[0].match.commitment,
            tuple(_part(part, version, learned) for part in parts),
            tuple(piece for piece in found if piece.commitment == id_),
        )
        for id_, parts in read.items()
    )


def _part(read: Read, version: Version, weights: Weights) -> PartRead:
    passages = read.match.unit.passages
    many = [len(sentences(passage.text)) for passage in passages]
    before = (0, *accumulate(many))
    looked_at = sorted(_looked_at(read, version, weights, before), key=lambda one: one.number)
    return PartRead(
        match=read.match,
        sentences=tuple(looked_at),
        left_out=sum(many) - len(looked_at),
        unheard=unheard(read, version.document),
        doors=doors_of(read, version, lambda mention: _number(mention, before)),
        likely=read.likely,
    )


def _looked_at(read: Read, version: Version, weights: Weights, before: tuple[int, ...]) -> Iterator[SentenceRead]:
    for mention in read.others:
        yield SentenceRead(_number(mention, before), mention, None)
    for one in read.compared:
        said = _says(one, read.match.commitment, read.match.said_on(version), weights)
        yield SentenceRead(_number(one.claim.mention, before), one.claim.mention, said)


def _number(mention: Mention, before: tuple[int, ...]) -> int:
    """Return a sentence's number in its part, from 1. `before`: the sentences before each passage."""
    return before[mention.passage] + mention.place + 1


def _says(one: ComparedClaim, commitment: Commitment, said_on: date, weights: Weights) -> Says:
    claim = one.claim
    of = claim.says or CLAIM
    fitting = comparison.milestone_of(claim, commitment)
    weighed = weightiest(claim.mention, thing(commitment), said_on, of, weights)
    return Says(
        says=claim.says,
        firm=claim.firm,
        when=claim.when,
        chances=claim.chances,
        weighed_for=of,
        weighed=tuple(pair for pair, _ in zip(weighed, range(WEIGHTIEST), strict=False)),
        milestone=fitting.id if fitting else None,
        facts=in_order(one.facts),
        taken_back={says: back for says, back in claim.taken_back.items() if says in SAYS},
    )

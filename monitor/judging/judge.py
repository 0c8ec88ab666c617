"""What does a document do to the promises it speaks of, by which exact sentence, and why do we think so?

    document, commitment -> claims      what each sentence says of the thing (monitor.judging.claims)
    claims, record       -> relations   what that does to the promise (monitor.judging.comparison)

Delivered is said only of what a milestone expected beforehand (expecting); a question is never more than a question.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.judging import comparison, delivery, reasons
from monitor.judging.claims.mentions import Mention
from monitor.judging.claims.promised_thing import thing
from monitor.judging.claims.relevant_sentences import Mentions
from monitor.judging.claims.sentence_claims import claim, first_read
from monitor.judging.claims.weights import WHOLE, Table, Weights, shipped
from monitor.judging.comparison import ComparedClaim
from monitor.judging.days_said import first_said_on
from monitor.judging.english.delivery_door import LONGEST, Door
from monitor.judging.english.speakers import HOLDING, answers
from monitor.judging.evidence_pieces import link, moved, piece
from monitor.judging.figure_evidence import counted
from monitor.judging.matching.matcher import Match, Matcher
from monitor.judging.relations import relations
from monitor.judging.shown_sentence import shown_by
from monitor.model.bill_names import BillBy, promised_kind
from monitor.model.commitments import Milestone
from monitor.model.documents import Version
from monitor.model.evidence import Evidence, Relation
from monitor.model.sentences import sentences
from monitor.model.sources import BILLS

ASKED = "asked, not answered"
ANOTHERS = "said by one who does not speak for the government"
_SHORT, _FEW, _REACH = 30, 8, 8
"""Sentences of a passage, and passages, up to which all are looked at; else, sentences after a name in which it may be
meant."""


@dataclass(frozen=True, slots=True)
class Read:
    """A match as it was read: its claims beside the record, how likely each relation is, and who only asks.

    `quotes`: the weights by which the sentence that shows a relation is chosen.
    """

    match: Match
    compared: tuple[ComparedClaim, ...]
    likely: dict[str, int]
    others: tuple[Mention, ...]
    quotes: Table


def judge(matcher: Matcher, version: Version, weights: Weights | None = None) -> tuple[Evidence, ...]:
    """Return the evidence in a version, in a fixed order: a piece for each relation to each commitment or milestone.

    `weights`: by which claims and relations are told, those that come with the product where none are given.
    """
    found: dict[tuple[str, str | None, Relation], Evidence] = {}
    for read in readings(matcher, version, weights):
        for one in evidence(read, version):
            about = (one.commitment, one.milestone, one.relation)
            if about not in found or one.strength > found[about].strength:
                found[about] = one
    return tuple(_telling(found.values()))


def readings(matcher: Matcher, version: Version, weights: Weights | None = None) -> Iterator[Read]:
    """Yield each match of a version with its claims held against the record."""
    matches = matcher.match(version)
    beside = Mentions(matches)
    for match in matches:
        yield _read(match, beside, version, weights or shipped())


def _read(match: Match, beside: Mentions, version: Version, weights: Weights) -> Read:
    commitment, day = match.commitment, match.said_on(version)
    compared, others, of = [], [], thing(commitment)
    for mention in beside.of(match):
        spoken = answers(match.unit.passages[mention.passage], version.document)
        if mention.asks or not spoken or len(mention.text) > LONGEST:
            others.append(mention)
        elif _within_reach(mention, match):
            said = first_read(claim(mention, of, day, weights), first_said_on(version, match.unit.passages[0]), day)
            compared.append(comparison.compare_with_record(said, commitment, day))
    held = comparison.amounts(compared, commitment, day)
    return Read(match, tuple(compared), comparison.likely(held, weights), tuple(others), weights.quotes)


def _within_reach(mention: Mention, match: Match) -> bool:
    """Return whether a sentence is looked at: in a short document each is, in a long one those near to a name."""
    short = mention.of <= _SHORT and len(match.unit.passages) <= _FEW
    return short or mention.kind != "nothing" or (mention.since or _REACH + 1) <= _REACH


def evidence(read: Read, version: Version) -> Iterator[Evidence]:
    """Yield the pieces of evidence in a match.

    The record of a Bill's stage delivers by what it is, never by its words; what has no word of the promise is only
    looked at as the page that was promised.
    """
    match, document = read.match, version.document
    pages = [kept for m in match.commitment.milestones if (kept := delivery.by_page(m, version))]
    unsure = document.source == BILLS and BillBy.UNKNOWN in (promised_kind(document.kind) or ())
    for kept in pages:
        doubt = _NOT_KNOWN if unsure else kept.doubt
        sure, reason = (_UNSURE, doubt) if doubt else (WHOLE, None)
        yield piece(
            match, version, Relation.DELIVERS, sure, kept=kept, quote=kept.quote, url=document.url, reason=reason
        )
    if unsure or not (match.hits or match.things):
        return
    spoken = any(answers(match.unit.passages[n], document) for n in range(len(match.unit.passages)))
    if document.holding or not spoken or any(HOLDING.search(c.claim.mention.text) for c in read.compared):
        yield from _asked(read, version)
        return
    delivered = [] if document.source == BILLS else list(_delivered(read, version))
    yield from delivered
    yield from counted(match, read.compared, version)
    whole = any(not kept.doubt for kept in pages) or any(
        not _milestone(match, told.milestone).step for told in delivered
    )
    told = relations(read.likely, delivered=bool(whole))
    for relation, sure in told:
        if relation is Relation.ASKS_ABOUT:
            yield from _asked(read, version, heard=True)
        elif relation is not Relation.DELIVERS:
            yield _of_claim(read, version, relation, sure, delivered=bool(whole))


_UNSURE = 600
"""Thousandths that a stage is believed of a Bill that may not be the Government's: to be shown, and no delivery."""
_NOT_KNOWN = "it is not known whether the Bill is the Government's"


def _milestone(match: Match, wanted: str | None) -> Milestone:
    return next(m for m in match.commitment.milestones if m.id == wanted)


def _delivered(read: Read, version: Version) -> Iterator[Evidence]:
    """Yield what is told as done of a milestone, and let through by the door: the surest sentence of each."""
    day = read.match.said_on(version)
    likeliest = sorted(read.compared, key=lambda c: -c.claim.chances["done"])[:_TRIED]
    tried = [one for one in likeliest if one.claim.mention.may_point]
    for milestone in read.match.commitment.milestones:
        for one in tried:
            door = next((d for d in doors(read, milestone, one, day) if d), None)
            if door is not None:
                told = delivery.met_expectations(milestone, one.claim.mention.text, day, door)
                yield piece(
                    read.match, version, Relation.DELIVERS, max(one.claim.chances["done"], _TOLD_OUTRIGHT), kept=told,
                    claim_=one.claim, quote=told.quote, url=link(read.match, one.claim.mention, version.document),
                )  # fmt: skip
                break


_TRIED = 100
"""Sentences that the door is asked of at most, those first that are most likely told as done."""
_TOLD_OUTRIGHT = 850
"""Thousandths that a delivery is believed to at least when the door's own rules let it through."""
_PROPOSED = 150
"""Thousandths from which what was learned proposes a sentence that only shows that the thing is there."""


def doors(read: Read, milestone: Milestone, one: ComparedClaim, said_on: date) -> tuple[Door, ...]:
    """Return what the door of delivery says of a sentence, for each wording that a milestone expects."""
    mention = one.claim.mention
    if mention.text.endswith(("...", "…")):
        return ()
    meant = mention.pronoun and _meant(read, milestone, mention)
    pointed = mention.pointing(delivery.heads(milestone), one.claim.thing.words, meant=meant)
    proposed = one.claim.chances["done"] >= _PROPOSED
    return tuple(delivery.doors(milestone, mention.text, said_on, pointed, mention.named, proposed=proposed))


def _meant(read: Read, milestone: Milestone, mention: Mention) -> bool:
    """Return whether a milestone's thing was named in the sentence before, or before the first in the question."""
    passage = read.match.unit.passages[mention.passage]
    near = [s.text for s in sentences(passage.text)[max(0, mention.place - _BACK) : mention.place]]
    if mention.place < _BACK:
        asking = next((p.text for p in read.match.unit.passages[: mention.passage] if p.role == "question"), "")
        near.append(asking)
    return any(delivery.named(milestone, text) for text in near)


_BACK = 1
"""Sentences back in which a thing is named that a pronoun stands for."""


def _asked(read: Read, version: Version, *, heard: bool = False) -> Iterator[Evidence]:
    """Yield the piece that only asks: of what others say, the first sentence that speaks of the thing.

    `heard`: the government answers in it, so that a sentence of its own which names the thing mentions it.
    """
    every = (*read.others, *(c.claim.mention for c in read.compared))
    speaking = [m for m in every if m.named] or [m for m in every if m.parts or m.heads] or list(every)
    if speaking:
        first = speaking[0]
        answered = answers(read.match.unit.passages[first.passage], version.document)
        why = "gives no news" if answered else ASKED if first.role == "question" else ANOTHERS
        relation = Relation.MENTIONS_ONLY if heard and answered and first.named else Relation.ASKS_ABOUT
        yield piece(
            read.match, version, relation, WHOLE, quote=first.text, points=first.points,
            url=link(read.match, first, version.document), reason=why,
        )  # fmt: skip


def _of_claim(read: Read, version: Version, relation: Relation, sure: int, *, delivered: bool) -> Evidence:
    """Return the piece for a relation that follows from claims, with the sentence that shows it, or its date, best."""
    by, due = shown_by(read.compared, relation, read.match.commitment, read.quotes), None
    if relation is Relation.DELAYS and not delivered:
        likeliest = sorted(read.compared, key=lambda c: -c.does[relation])
        dues = ((c, moved(c, read.match.commitment, read.match.said_on(version), sure)) for c in likeliest)
        by, due = next(((c, moves) for c, moves in dues if moves), (by, None))
    return piece(
        read.match, version, relation, sure, claim_=by.claim, quote=by.claim.mention.text,
        url=link(read.match, by.claim.mention, version.document), reason=reasons.why(by, relation), moved_to=due,
    )  # fmt: skip


def _telling(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield what is no noise beside the rest: mere mentions where something bears, a sentence told by a milestone."""
    every = sorted(found, key=lambda e: (_ORDER_TOLD.index(e.relation), e.milestone or ""))
    bearing = {e.commitment for e in every if e.relation.bears}
    mentioned = {e.commitment for e in every if e.relation is Relation.MENTIONS_ONLY}
    for e in every:
        quiet = e.relation is Relation.ASKS_ABOUT and e.commitment in mentioned
        if e.relation.bears or (e.commitment not in bearing and not quiet):
            yield e


_ORDER_TOLD = (
    Relation.DELIVERS,
    Relation.SUPERSEDES,
    Relation.WEAKENS,
    Relation.DELAYS,
    Relation.ANNOUNCES,
    Relation.PROGRESS,
    Relation.MENTIONS_ONLY,
    Relation.ASKS_ABOUT,
)

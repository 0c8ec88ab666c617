"""What is new in a claim, held against the record: the register's words and dates?

The whole second step of judging: claims and the record in, facts out, and a relation for the document.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from monitor.deadlines import Dated
from monitor.judging.claims.promised_thing import FIGURE, thing
from monitor.judging.claims.sentence_claims import Claim
from monitor.judging.claims.weights import CLAIM, CLAIMS, MOVING, WHOLE, Weights, chance
from monitor.model.commitments import Commitment, Milestone
from monitor.model.due import Due
from monitor.model.evidence import Relation

_SHORT = 2
"""Digits of a figure that may be of anything: a day, a number of things."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOON = re.compile(r"\b(?:shortly|soon|earliest opportunity|imminent)", re.IGNORECASE)
_SAME_TIME = timedelta(days=2)
"""Days around the promise on which a document may be the one that makes it."""
ITS_DEED = "its deed"
_HOW_IT_STANDS = frozenset(("later", "may be later", "nearer", "same time", "first time", "after an event"))
_BOTH = ("will", "aim", "vague", "done", MOVING, "named", CLAIM)
"""Claims that are looked at together with each fact."""


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim beside the record: the facts that hold of it, and how far it does what each relation is, in thousandths.

    `time`: the time that it gives for the thing, where that is later than what was promised, nearer, or the first.
    """

    claim: Claim
    facts: frozenset[str]
    does: Mapping[Relation, int]
    time: Dated | None


def compare_with_record(claim: Claim, commitment: Commitment, said_on: date) -> ComparedClaim:
    """Return a claim held against what the register says of its commitment."""
    due = _due(claim, commitment)
    time = _coming(claim, said_on)
    facts = {*_of_time(claim, due, time, said_on), *_of_words(claim)}
    if _own_deed(claim):
        facts |= {ITS_DEED, *(f"{fact}, {ITS_DEED}" for fact in facts & _HOW_IT_STANDS)}
    facts |= {f"by {claim.mention.kind}", "asked" if claim.mention.asked else "unasked"}
    if abs(said_on - commitment.made_on) <= _SAME_TIME:
        facts.add("day of the promise")
    return ComparedClaim(claim, frozenset(facts), _does(claim, facts), time)


def _own_deed(claim: Claim) -> bool:
    """Return whether a sentence has a deed of a milestone that is no step, so that its time may be of that."""
    return any(claim.mention.stems & stage.deeds for stage in claim.thing.stages if not stage.step)


def _due(claim: Claim, commitment: Commitment) -> Due | None:
    """Return the due that a claim's time is held against: of the milestone it fits best, else the last there is."""
    fitting = milestone_of(claim, commitment)
    if fitting is not None and (own := fitting.due or commitment.due) and own.latest:
        return own
    dues = [due for m in commitment.milestones if (due := m.due or commitment.due) and due.latest]
    dues += [commitment.due] if commitment.due and commitment.due.latest else []
    return max(dues, key=lambda due: due.latest or date.min, default=None)


_FITS, _DEED = 300, 300
"""Thousandths of a milestone's words, a deed of it counted as some, from which a sentence speaks of it."""


def milestone_of(claim: Claim, commitment: Commitment) -> Milestone | None:
    """Return the milestone whose words a sentence has most of; None where it has hardly any of one."""
    said, best, found = claim.mention.stems, _FITS, None
    for milestone, stage in zip(commitment.milestones, claim.thing.stages, strict=True):
        fit = WHOLE * len(said & stage.words) // max(1, len(stage.words)) + (_DEED if said & stage.deeds else 0)
        if fit > best:
            best, found = fit, milestone
    return found


def _coming(claim: Claim, said_on: date) -> Dated | None:
    """Return the first promised time that is not over; of what is late, the time to which it is put off."""
    late = claim.chances["late"] >= _PUT_OFF
    return next(
        (
            t
            for t in claim.times
            if (t.promised or late) and t.kind != "indefinite" and (t.latest is None or t.latest >= said_on)
        ),
        None,
    )


_PUT_OFF = 600
"""Thousandths of lateness from which any time still to come is that to which the thing is put off."""


def _of_time(claim: Claim, due: Due | None, time: Dated | None, said_on: date) -> Iterable[str]:
    yield "dated" if due else "undated"
    if due and due.latest:
        yield "after the due" if said_on > due.latest else "before the due"
    if time is not None:
        yield "a time"
        yield _held(time, due)
        return
    vague = [t for t in claim.times if t.kind == "indefinite"]
    if vague:
        yield "soon" if any(_SOON.search(t.phrase) for t in vague) else "in due course"
    else:
        yield "no time"


def _held(time: Dated, due: Due | None) -> str:
    """Return how a time stands to the due that holds."""
    if time.latest is None and time.earliest is None:
        return "after an event"
    if due is None or due.latest is None:
        return "first time"
    if time.earliest and time.earliest > due.latest:
        return "later"
    if time.latest is None or time.latest > due.latest:
        return "may be later"
    return "nearer" if time.latest and time.latest < due.latest else "same time"


def _of_words(claim: Claim) -> Iterable[str]:
    """Yield what a sentence has that the register's words do not: figures, and how much of its other words."""
    said = {figure.strip("£") for figure in FIGURE.findall(claim.mention.text) if not _YEAR.fullmatch(figure)}
    if any(len(figure) > _SHORT for figure in said - claim.thing.figures):
        yield "new figure"
    if "£" in claim.mention.text:
        yield "money"
    new = len(claim.mention.stems - claim.thing.words)
    yield f"{5 * new // (len(claim.mention.stems) + 1)} fifths new"


def _does(claim: Claim, facts: Iterable[str]) -> dict[Relation, int]:
    """Return how far a claim does what each relation is: the guide's table of relations, line by line."""
    facts, said = frozenset(facts), claim.chances
    will, aim, vague = said["will"], said["aim"], said["vague"]
    puts_off = will if facts & {"later", "may be later"} or {"soon", "after the due"} <= facts else 0
    softens = (
        will if facts & {"in due course", "soon"} and "dated" in facts else aim if {"no time", "dated"} <= facts else 0
    )
    news = facts & {"first time", "nearer", "after an event", "same time", "new figure", "money", "day of the promise"}
    return {
        Relation.DELIVERS: said["done"],
        Relation.SUPERSEDES: said["replaced"],
        Relation.WEAKENS: max(said["refused"], vague, softens),
        Relation.DELAYS: max(said["late"], puts_off),
        Relation.ANNOUNCES: will if news else will * 6 // 10,
        Relation.PROGRESS: said[MOVING],
    }


BEARS = "bears"
RELATIONS = (*Relation,)


def amounts(compared: Sequence[ComparedClaim], commitment: Commitment, said_on: date) -> dict[str, int]:
    """Return the facts of a document, each with how far it holds in thousandths: the greatest of its sentences."""
    held: dict[str, int] = dict(_of_document(compared, commitment, said_on))
    for says in CLAIMS:
        first, second = (*sorted((c.claim.chances[says] for c in compared), reverse=True), 0, 0)[:2]
        held[says] = first
        held[f"{says} twice"] = second
        for step in (100, 250, 500, 750):
            held[f"{says} over {step}"] = WHOLE if first >= step else 0
    for one in compared:
        for fact in one.facts:
            for says, name in _beside(fact):
                held[name] = max(held.get(name, 0), one.claim.chances[says])
        for relation, far in one.does.items():
            held[relation.value] = max(held.get(relation.value, 0), far)
    return held


@cache
def _beside(fact: str) -> tuple[tuple[str, str], ...]:
    """Return each claim that is looked at together with a fact, and what the two are called; facts are few."""
    return tuple((says, f"{says}, {fact}") for says in _BOTH)


def _of_document(compared: Sequence[ComparedClaim], commitment: Commitment, said_on: date) -> Iterable[tuple[str, int]]:
    last = thing(commitment).last_day
    yield "sentences that speak", min(6, sum(c.claim.chances[CLAIM] >= WHOLE // 2 for c in compared)) * WHOLE // 3
    yield "question names it", WHOLE * any(c.claim.mention.asked for c in compared)
    yield "one or two sentences", WHOLE * (len(compared) <= 2)
    yield "many sentences", WHOLE * (len(compared) > 6)
    yield "no sentence", WHOLE * (not compared)
    yield "register dated", WHOLE * (last is not None)
    yield "register overdue", WHOLE * (last is not None and said_on > last)
    yield "years since", min(2 * WHOLE, max(0, (said_on - commitment.made_on).days) * WHOLE // 365)


_OUTRIGHT = ((Relation.SUPERSEDES, "replaced"), (Relation.WEAKENS, "refused"), (Relation.DELAYS, "late"))
"""Relations that one sentence may tell outright, whatever else the document says."""
_HEARD = 300
"""Thousandths from which an outright claim is heard."""


def likely(held: Mapping[str, int], weights: Weights) -> dict[str, int]:
    """Return how likely a document does what each relation is, and that it bears at all, in thousandths."""
    odds = weights.relations.weighed(held)
    sure = dict(zip(weights.relations.columns, map(chance, odds), strict=True))
    for relation, says in _OUTRIGHT:
        told = held[says] if held[says] >= _HEARD else 0
        sure[relation.value] = max(sure[relation.value], told)
        sure[BEARS] = max(sure[BEARS], told)
    return sure


def showing(compared: Sequence[ComparedClaim], relation: Relation) -> ComparedClaim:
    """Return the claim that shows a relation best; of a mere mention the one that most likely speaks of the thing."""
    return max(compared, key=lambda c: c.does.get(relation, c.claim.chances[CLAIM]))

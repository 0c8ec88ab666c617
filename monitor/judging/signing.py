"""What does a minister's sentence do to a promise it speaks of, short of keeping it?

Three things are looked at: the signs of English that it shows of the promise (relations), the date that it gives for
the promise's own deed (promising), and where it stands: in a list of what is being done, or on the day of the promise.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from monitor import deadlines
from monitor.commitments import Commitment, Due
from monitor.documents import Version
from monitor.english import days
from monitor.evidence import Relation
from monitor.judging import moods, promising
from monitor.judging.asserting import asserted, background, past
from monitor.judging.expecting import Kept
from monitor.judging.relations import SIGNS, VERBED, Sign, clauses, not_aside, told_of
from monitor.matching.near import Near
from monitor.matching.passing import SHORT_FOR
from monitor.matching.places import Spot
from monitor.matching.watchwords import Phrase, Run
from monitor.sources import WRITTEN_QUESTIONS

_BACK = re.compile(
    rf"\b(?:it|its|them|they|their|this|that|these|those|which|such|how|when|the (?:operation|new|duty)|{SHORT_FOR})\b",
    re.IGNORECASE,
)
"""What in a clause points back to what was named in another."""
_SHORT_FOR = re.compile(rf"\b{SHORT_FOR}\b", re.IGNORECASE)
_TOLD_BACK = frozenset({Relation.PROGRESS, Relation.DELAYS})
"""Relations that are none where all that is told lies before the promise."""
_ABOUT_IT = frozenset({Relation.SUPERSEDES, Relation.DELAYS, Relation.WEAKENS})
"""Relations that are only believed where the commitment is what the words are said of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one sentence does, as its quote, its weight (0 to 1), the reason, and the link to where it stands.

    `fit`: how fully the sentence itself names what it speaks of (near), which decides between two that tell the same.
    """

    relation: Relation
    sentence: str
    weight: float
    reason: str
    url: str
    kept: Kept | None = None
    moved_to: Due | None = None
    fit: float = 1.0


def signed(commitment: Commitment, sentence: Near, url: str, version: Version, *, listed: bool) -> Finding:
    """Return what a sentence does. `listed`: it is an item in a list of what the government says it is doing."""
    said_on, text = version.since, sentence.text
    if not moods.asks(text):
        sign = next((s for s in SIGNS if _shows(s, sentence, commitment, said_on)), None)
        dated = _dated(commitment, sentence, url, said_on)
        if sign and sign.of_a_part and not dated and len(commitment.milestones) < 2:
            sign = None
        if dated and _outweighs(dated, sign):
            return dated
        if sign and not (sign.in_hand and moods.INDEFINITE.search(text)):
            return _of_sign(sign, commitment, sentence, url, said_on)
    relation, weight, reason = _placed(commitment, sentence, version, listed=listed)
    return Finding(relation, text, weight, reason, url, fit=sentence.fit)


def _placed(commitment: Commitment, sentence: Near, version: Version, *, listed: bool) -> tuple[Relation, float, str]:
    """Return what a sentence without a sign of its own does by where it stands."""
    if listed:
        return Relation.PROGRESS, 0.75, "stands in a list of what the government is doing"
    if _announced(commitment, sentence, version):
        return Relation.ANNOUNCES, 0.75, "says what will be done, on a day when it was promised"
    if moods.INDEFINITE.search(sentence.text):
        return Relation.ASKS_ABOUT, 0.8, "gives no date and no news"
    if sentence.leaning and version.document.source == WRITTEN_QUESTIONS:
        return Relation.ASKS_ABOUT, 0.8, "answers what was asked of it without news"
    return Relation.MENTIONS_ONLY, 0.8 if sentence.leaning else 1.0, "names it without news"


def _outweighs(dated: Finding, sign: Sign | None) -> bool:
    """Return whether the date that a sentence gives says more than the sign it shows: work goes on for a delay too."""
    if sign is None or sign.relation is Relation.ANNOUNCES:
        return True
    return sign.relation is Relation.PROGRESS and dated.relation is Relation.DELAYS


def _dated(commitment: Commitment, sentence: Near, url: str, said_on: date) -> Finding | None:
    """Return what a date does that a sentence gives for the promise itself: put it off, repeat it or give a first."""
    given = promising.promised(sentence, said_on)
    if given is None:
        return None
    held = promising.dues(commitment, sentence.text)
    late = bool(held) and promising.later(given, held)
    if late:
        told = Relation.DELAYS, "gives a later date for it than was promised"
    elif held and said_on not in commitment.promised:
        told = Relation.MENTIONS_ONLY, "gives no later date for it than was promised"
    else:
        told = Relation.ANNOUNCES, "promises it by a date"
    relation, reason = told
    return Finding(relation, sentence.text, 0.9, reason, url, None, given if late else None, sentence.fit)


def _announced(commitment: Commitment, sentence: Near, version: Version) -> bool:
    """Return whether a sentence says what will be done, on a day of the promise, and in no answer to a question."""
    proclaimed = version.since in commitment.promised and version.document.source != WRITTEN_QUESTIONS
    return proclaimed and bool(sentence.hits) and bool(moods.FUTURE.search(sentence.text))


def _shows(sign: Sign, sentence: Near, commitment: Commitment, said_on: date) -> bool:
    """Return whether a sentence asserts what a sign says, and of the commitment."""
    said = moods.unquoted(sentence.text)
    found = _asserting(sign.shape, said)
    if found is None or (sign.dated and _moved(sentence.text, said_on) is None):
        return False
    if sign.in_hand and sentence.general:
        return False
    if sign.relation in _TOLD_BACK and past(found) and days.told_of_old(said, commitment.made_on):
        return False
    if sign.relation in _ABOUT_IT:
        return _of_it(sign, sentence, found)
    return sentence.leaning or _among(sentence.own, _in_play(sentence.text, found))


@lru_cache(maxsize=1024)
def _asserting(shape: re.Pattern[str], said: str) -> re.Match[str] | None:
    """Return where a sentence asserts what a shape shows. It is asked of the same sentence for each commitment."""
    return next((m for m in shape.finditer(said) if asserted(said, m)), None)


def _of_it(sign: Sign, sentence: Near, found: re.Match[str]) -> bool:
    """A commitment that only stands in the same sentence is not what was delayed, dropped or weakened."""
    if sentence.leaning:
        stretches = told_of(sentence.text, found, active=sign.relation is Relation.SUPERSEDES)
        if not any(_SHORT_FOR.search(sentence.text, start, end) for start, end in stretches):
            return False
        return sentence.lead is None or _among(sentence.lead.hits, not_aside(sentence.lead.text))
    spots = [spot for spot in sentence.hits if spot.naming] or sentence.hits
    return _among(spots, told_of(sentence.text, found, active=sign.relation is Relation.SUPERSEDES))


def _in_play(sentence: str, found: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Return the clauses of a sentence that are more than the ground on which the one with the sign stands."""
    own = next((sentence[start:end] for start, end in clauses(sentence) if start <= found.start() < end), "")
    loose = bool(_BACK.search(own))
    return tuple(
        (start, end)
        for start, end in clauses(sentence)
        if start <= found.start() < end
        or ((loose or not VERBED.search(sentence, start, end)) and not background(sentence, start))
    )


def _among(spots: Iterable[Spot], stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= spot.start < end for start, end in stretches for spot in spots)


def _of_sign(sign: Sign, commitment: Commitment, sentence: Near, url: str, said_on: date) -> Finding:
    relation, reason, moved = sign.relation, sign.reason, None
    if relation is Relation.SUPERSEDES and _names_a_part(sentence, commitment):
        relation, reason = Relation.WEAKENS, "says a part of it has been ended"
    if relation is Relation.DELAYS:
        moved = _moved(sentence.text, said_on)
    return Finding(relation, sentence.text, sign.weight, reason, url, None, moved, sentence.fit)


def _names_a_part(sentence: Near, commitment: Commitment) -> bool:
    texts = [(n, s.text) for n, s in enumerate((sentence, sentence.lead)) if s]
    return bool(Run(texts).find(map(Phrase.of, commitment.watch.parts)))


def _moved(sentence: str, said_on: date) -> Due | None:
    found = deadlines.resolve(sentence, said_on)
    if found.phrase is None or found.latest is None:
        return None
    return Due(found.phrase, found.earliest, found.latest, found.rule, said_on)

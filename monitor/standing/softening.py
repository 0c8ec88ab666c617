"""Does the government now say less firmly what it said before of a promise? “Will”, “intend to”, “in due course”.

Each sentence is compared with the one last said before it, of the same deed and the same milestone, by the same post.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from monitor import deadlines
from monitor.boards import Weighed
from monitor.commitments import Commitment
from monitor.evidence import Evidence, Relation
from monitor.judging import moods
from monitor.judging.asserting import asserted
from monitor.sentences import phrase_words, words
from monitor.wording import day as say


class Firmness(IntEnum):
    """How firmly something is promised, the least firm first."""

    IN_DUE_COURSE = 0
    HOPED = 1
    INTENDED = 2
    WILLED = 3
    DATED = 4


@dataclass(frozen=True, slots=True)
class Promised:
    """What a sentence promises: the stem of its verb, the milestones it names, how firmly."""

    deed: str
    of: frozenset[str]
    firmness: Firmness


_ADVERBS = r"(?:(?:also|now|then|therefore|both|still|\w+ly) )*"
_MODAL = re.compile(
    rf"\b(?:(?P<firm>will|shall|(?:is|are|am) (?:committed|going) to)"
    r"|(?P<meant>(?:intend|plan|expect|propose)s? to|(?:is|are|am) "
    r"(?:intending|planning|expecting|expected|due|planned) to)"
    r"|(?P<hoped>(?:aim|hope|seek|want|wish)s? to|would like to|(?:is|are|am) (?:aiming|hoping|seeking|looking) to)) "
    rf"{_ADVERBS}(?:be {_ADVERBS})?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_IRREGULAR = {
    "laid": "lay", "brought": "bring", "written": "write", "made": "mak", "begun": "begin", "held": "hold",
    "begin": "begin", "set": "set", "setting": "set", "given": "giv", "taken": "tak",
}  # fmt: skip
_NO_PROMISE = frozenset({"continue", "remain", "have", "be", "not", "need", "help"})
_OPEN = (Relation.ANNOUNCES, Relation.MENTIONS_ONLY, Relation.ASKS_ABOUT)
_NOT_ANSWERED = ("asked, not answered", "said by one who does not speak for the government")
_FROM = "from "
_LESS = "said less firmly than on"


def soften(weighed: Iterable[Weighed], commitment: Commitment) -> tuple[Weighed, ...]:
    """Return evidence, one for one; what says less than was said before weakens, and shows both sentences.

    What a person ruled on stays as it is; what a person rejected is compared with nothing.
    """
    every = tuple(weighed)
    said = sorted(_said(every, commitment), key=lambda s: (s[0].document.since, s[0].document.key, s[0].quote))
    now = {
        later: _weakened(later, earlier)
        for n, (later, promised) in enumerate(said)
        if (earlier := _before(said[:n], later, promised))
    }
    return tuple(replace(w, evidence=now[w.evidence]) if w.evidence in now and w.ruling is None else w for w in every)


def firmer_before(evidence: Evidence) -> str | None:
    """Return what evidence says was said before it and more firmly, the sentence in it; None where it says no such."""
    return next((reason for reason in evidence.reasons if reason.startswith(_LESS)), None)


def promised(sentence: str, said_on: date, commitment: Commitment) -> tuple[Promised, ...]:
    """Return what a sentence promises of a commitment: nothing where it asks, denies, supposes or quotes."""
    if moods.asks(sentence):
        return ()
    said, of = moods.unquoted(sentence), _milestones(sentence, commitment)
    found = (m for m in _MODAL.finditer(said) if m["verb"].lower() not in _NO_PROMISE and asserted(said, m))
    return tuple(Promised(_stem(m["verb"].lower()), of, _firmness(m, said, said_on)) for m in found) if of else ()


def _said(weighed: Iterable[Weighed], commitment: Commitment) -> Iterator[tuple[Evidence, tuple[Promised, ...]]]:
    for one in weighed:
        piece = one.evidence
        open_ = piece.relation in _OPEN and not set(_NOT_ANSWERED) & set(piece.reasons)
        if one.ruling != "rejected" and open_:
            found = promised(piece.quote, piece.document.since, commitment)
            if found:
                yield piece, found


def _before(
    said: list[tuple[Evidence, tuple[Promised, ...]]], piece: Evidence, now: tuple[Promised, ...]
) -> Evidence | None:
    """Return what was last said before of the same thing, where that was firmer; None where it was not."""
    for earlier, then in reversed(said):
        if earlier.document.since >= piece.document.since or not _same_post(earlier, piece):
            continue
        pairs = [(a, b) for a in then for b in now if a.deed == b.deed and a.of & b.of]
        if pairs:
            return earlier if all(b.firmness < a.firmness for a, b in pairs) else None
    return None


def _weakened(piece: Evidence, earlier: Evidence) -> Evidence:
    reasons = (
        f"{_LESS} {say(earlier.document.since)}: “{earlier.quote}” ({earlier.url})",
        f"and on {say(piece.document.since)}: “{piece.quote}”",
    )
    return replace(piece, relation=Relation.WEAKENS, reasons=(*piece.reasons, *reasons))


def _same_post(one: Evidence, other: Evidence) -> bool:
    """Two departments that both answer are two; a speech in the House is of the government as such."""
    bodies = [{r for r in piece.reasons if r.startswith(_FROM)} for piece in (one, other)]
    return not all(bodies) or bodies[0] == bodies[1]


def _milestones(sentence: str, commitment: Commitment) -> frozenset[str]:
    """Return which milestones' things a sentence names; the only one where there is just one and none is named."""
    run = [w.text for w in words(sentence)]
    named = {
        m.id
        for m in commitment.milestones
        if any(moods.where(run, phrase_words(thing)) for w in m.expect.words for thing in w.things)
    }
    if named or len(commitment.milestones) != 1:
        return frozenset(named)
    return frozenset({commitment.milestones[0].id})


def _firmness(said: re.Match[str], sentence: str, said_on: date) -> Firmness:
    dated = deadlines.resolve(sentence, said_on).latest is not None
    if moods.INDEFINITE.search(sentence) and not dated:
        return Firmness.IN_DUE_COURSE
    if said["firm"]:
        return Firmness.DATED if dated else Firmness.WILLED
    return Firmness.INTENDED if said["meant"] else Firmness.HOPED


def _stem(verb: str) -> str:
    """Return what the forms of a verb have in common."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    for ending in ("ing", "ed"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            verb = verb.removesuffix(ending)
            break
    return verb.rstrip("e")

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
from monitor.matching.passing import SHORT_FOR, in_passing
from monitor.sentences import phrase_words, plain_words, words
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
_KEEPS = frozenset(
    {
        *(
            "publish",
            "report",
            "releas",
            "issu",
            "introduc",
            "lay",
            "bring",
            "launch",
            "legislat",
            "consult",
            "establish",
        ),
        *(
            "appoint",
            "commenc",
            "implement",
            "deliver",
            "complet",
            "conclud",
            "abolish",
            "begin",
            "start",
            "open",
            "writ",
        ),
        *("mak", "creat", "appoint", "recruit", "fund", "giv", "respond", "reduc", "end", "ban", "repeal", "widen"),
    }
)
"""Stems of deeds that keep promises; a plan that “will ensure” or “will set out” is only described."""
_OPEN = (Relation.ANNOUNCES, Relation.MENTIONS_ONLY, Relation.ASKS_ABOUT)
"""What a sentence may be told as and still be found to say less than before. One that puts off says so itself."""
_NOT_ANSWERED = ("asked, not answered", "said by one who does not speak for the government")
_SHORT_FOR = re.compile(
    rf"^\W*{SHORT_FOR}\b|\b(?:publish|introduce|launch|bring forward|lay) {SHORT_FOR}\b", re.IGNORECASE
)
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
        if later.relation in _OPEN and (earlier := _before(said[:n], later, promised))
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
    found = [(m, _stem(m["verb"].lower())) for m in _MODAL.finditer(said) if asserted(said, m)] if of else []
    return tuple(Promised(stem, of, _firmness(m, said, said_on)) for m, stem in found if stem in _KEEPS)


def _said(weighed: tuple[Weighed, ...], commitment: Commitment) -> Iterator[tuple[Evidence, tuple[Promised, ...]]]:
    """Yield what was promised by which evidence, of milestones that were not reached by then."""
    reached = _reached(weighed)
    for one in weighed:
        piece = one.evidence
        open_ = piece.relation in (*_OPEN, Relation.DELAYS) and not set(_NOT_ANSWERED) & set(piece.reasons)
        if one.ruling != "rejected" and open_:
            since = piece.document.since
            kept = {milestone for milestone, day in reached.items() if day <= since}
            found = tuple(p for p in promised(piece.quote, since, commitment) if p.of - kept)
            if found:
                yield piece, found


def _reached(weighed: Iterable[Weighed]) -> dict[str | None, date]:
    """Return since when each milestone is delivered, as evidence has it that no person rejected."""
    every = (w.evidence for w in weighed if w.ruling != "rejected" and w.evidence.relation is Relation.DELIVERS)
    latest_first = sorted(every, key=lambda piece: piece.document.since, reverse=True)
    return {piece.milestone: piece.document.since for piece in latest_first}


def _before(
    said: list[tuple[Evidence, tuple[Promised, ...]]], piece: Evidence, now: tuple[Promised, ...]
) -> Evidence | None:
    """Return what was last said before of the same thing, where that was firmer; None where it was not."""
    for earlier, then in reversed(said):
        if earlier.document.since >= piece.document.since or not _same_post(earlier, piece):
            continue
        pairs = [(a, b) for a in then for b in now if a.deed == b.deed and a.of & b.of]
        if pairs:
            return earlier if all(_softer(a, b) for a, b in pairs) else None
    return None


def _softer(then: Promised, now: Promised) -> bool:
    """Return whether a promise is said less firmly. Who only leaves out the date has not taken it back."""
    return now.firmness < min(then.firmness, Firmness.WILLED)


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
    """Return which milestones' things a sentence names in their own right.

    Where there is just one milestone, the commitment's names are its things, and “it” and “the plan” call it for short.
    """
    named = {m.id for m in commitment.milestones if _names(sentence, (t for w in m.expect.words for t in w.things))}
    if named or len(commitment.milestones) != 1:
        return frozenset(named)
    only = _SHORT_FOR.search(sentence) or _names(sentence, commitment.watch.names)
    return frozenset({commitment.milestones[0].id} if only else ())


def _names(sentence: str, things: Iterable[str]) -> bool:
    run, plain = words(sentence), plain_words(sentence)
    found = ((n, phrase_words(thing)) for thing in things for n in moods.where(plain, phrase_words(thing)))
    return any(not in_passing(sentence, run[n].start, run[n + len(parts) - 1].end) for n, parts in found)


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

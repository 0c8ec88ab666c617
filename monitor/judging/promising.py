"""For when does a sentence promise a thing itself: “the plan, which will be published in the new year”?

A date belongs to the deed it stands beside, and that deed to the thing that is its subject or its object. What is
said of a part of it, or of a report on it, is not said of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from monitor.commitments import Commitment, Due
from monitor.deadlines.bounds import Window
from monitor.deadlines.resolving import windows
from monitor.deadlines.text import plain
from monitor.judging.asserting import asserted
from monitor.judging.moods import unquoted
from monitor.judging.whole import partial
from monitor.matching.near import Near
from monitor.matching.passing import SHORT_FOR, compound
from monitor.matching.places import Spot
from monitor.sentences import phrase_words, plain_words

_DONE = (
    r"(?:publi(?:sh(?:ed|ing)?|cation)|releas(?:ed?|ing)|report(?:ed|ing)?|launch(?:ed|ing)?|introduc(?:ed?|ing|tion)|"
    r"lay|laid|br(?:ing|ought|inging) forward|com(?:e|ing)(?: forward| into force)?|complet(?:ed?|ing|ion)|"
    r"conclud(?:ed?|ing)|finish(?:ed|ing)?|commenc(?:ed?|ing|ement)|beg[iu]n|start(?:ed)?|open(?:ed)?|establish(?:ed)?|"
    r"set (?:up|out)|abolish(?:ed)?|end(?:ed)?|reduc(?:ed?|ing)|issued?|unveil(?:led)?|finalised?|"
    r"(?:in|into) (?:place|force)|take effect|achieved?|reach(?:ed)?|available|ready|follow)"
)
_ABLE = r"(?: (?:now|also|then|both|all|soon|formally|fully|first|\w+ly|be|have|been|next))*"
_TO_COME = (
    rf"(?:(?:will|shall|to|we'll|it'll){_ABLE} {_DONE}"
    rf"|(?:due|ready|planned|expected|scheduled|set|on track|slated|intended) for {_DONE}"
    rf"|(?:due|expected|planned|scheduled|forthcoming)(?: out)?"
    rf"|(?:forthcoming|upcoming|planned|future|the) publication(?! of the (?:consultation|response))"
    rf"|(?:when|once|until)(?: it is| it's| they are)? {_DONE}|coming|publishing|launching|reporting)"
)
_DEED = re.compile(rf"\b{_TO_COME}\b")
_FIRST = re.compile(rf"\b(?:will|shall|(?:aim|plan|intend|expect|hope|commit)\w*(?: \w+)? to){_ABLE} {_DONE}\b")
_WHENEVER = re.compile(r"(?:when|once|until)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|would|could|should|can|may|must|do|does|did|announced|published|"
    r"includes?|said|sets?|ensures?|supports?)\b"
)
_SUBJECT = re.compile(rf"(?:^|[,;] |\band ){SHORT_FOR}\W*$")
_OBJECT = re.compile(rf"^\W*{SHORT_FOR}\W*$")
_ON = re.compile(r"(?:in|on|by|at|during|before|within|over|for|from|later|early|late|this|next|the|and|to|be|\W)*$")
_ASIDE = re.compile(r" - [^-]{5,200} - |\([^()]{1,80}\)")
_BY = re.compile(r"(?:by|before|no later than|until|up to|within)\b", re.IGNORECASE)
_THROUGHOUT = ("over", "throughout", "during", "since", "after", "across", "through", "for")
"""What makes of a window the time that something takes, and not the day by which it is done."""
_BESIDE = 90
"""Characters within which a date stands beside its deed."""


def promised(sentence: Near, said_on: date) -> Due | None:
    """Return the window for which a sentence promises what it speaks of; None where it promises it for none."""
    text, given = _given(sentence.text, said_on)
    for when, parts in given:
        if any(_speaks(sentence, text, part) for part in parts):
            return Due(sentence.text[when.start : when.end], when.earliest, when.latest, when.rule or "", said_on)
    return None


def later(given: Due, held: Iterable[Due]) -> bool:
    """Return whether a window lies after all that were promised. One that is only vaguer does not: “this year”."""
    last = max(due.latest for due in held if due.latest)
    bound = _BY.match(given.said) and given.latest
    return bool(bound and bound > last) or (given.earliest is not None and given.earliest > last)


def dues(commitment: Commitment, sentence: str) -> tuple[Due, ...]:
    """Return the windows a date in a sentence is held against: of the milestones it names, or of the only one.

    None where it can't be told which milestone it speaks of.
    """
    whole = [m for m in commitment.milestones if not m.step]
    named = [m for m in whole if len(whole) > 1 and _names(sentence, (t for w in m.expect.words for t in w.things))]
    about = named or whole[:1] if len(whole) < 2 or named else []
    found = (m.due or commitment.due for m in about)
    return tuple(due for due in found if due is not None and due.latest is not None)


@dataclass(frozen=True, slots=True)
class _Part:
    """The stretch of a sentence in which the thing stands whose deed a date tells: as its subject or its object."""

    start: int
    end: int
    subject: bool


@lru_cache(maxsize=256)
def _given(sentence: str, said_on: date) -> tuple[str, tuple[tuple[Window, tuple[_Part, ...]], ...]]:
    """Return a sentence without its asides, and its windows to come with the stretches that each may be told of.

    It is asked of the same sentence for each commitment.
    """
    text = _ASIDE.sub(lambda m: " " * len(m.group()), plain(unquoted(sentence)))
    coming = (w for w in windows(text, said_on) if w.latest and w.latest >= said_on and w.said not in _THROUGHOUT)
    return text, tuple((when, tuple(_of(text, when))) for when in coming)


def _of(text: str, when: Window) -> Iterator[_Part]:
    before = [m for m in _DEED.finditer(text, 0, when.start) if _beside(text[m.end() : when.start])]
    if before:
        if asserted(text, before[-1]):
            yield _part(text, before[-1], when)
    elif _ON.match(text[: when.start].rpartition(". ")[2]):
        first = _FIRST.search(text, when.end)
        if first and asserted(text, first):
            verb = _VERB.search(text, first.end())
            yield _Part(first.end(), verb.start() if verb else len(text), subject=False)


def _beside(between: str) -> bool:
    return len(between) <= _BESIDE and not re.search(r"[;:]|, ", between)


def _part(text: str, deed: re.Match[str], when: Window) -> _Part:
    if not _ON.fullmatch(text[deed.end() : when.start]):
        return _Part(deed.end(), when.start, subject=False)
    if _WHENEVER.match(deed.group()):
        return _Part(0, deed.start(), subject=True)
    verbs = [m.end() for m in _VERB.finditer(text, 0, deed.start())]
    return _Part(verbs[-1] if verbs else 0, deed.start(), subject=True)


def _speaks(sentence: Near, text: str, part: _Part) -> bool:
    """Return whether the commitment's thing stands in a part; “it” and “the plan” do after a sentence that named it."""
    if sentence.leaning:
        shape = _SUBJECT if part.subject else _OBJECT
        return bool(shape.search(text[part.start : part.end].rstrip()))
    spots = (s for s in sentence.hits if s.naming or sentence.fit >= 1)
    return any(part.start <= s.start < part.end and not _partial(text, s) for s in spots)


def _partial(text: str, spot: Spot) -> bool:
    return partial(text[: spot.start]) or compound(text, spot.end)


def _names(sentence: str, things: Iterable[str]) -> bool:
    run = " ".join(plain_words(sentence))
    return any(" ".join(phrase_words(thing)).rstrip("*") in run for thing in things)

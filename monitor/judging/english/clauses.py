"""A thing and a deed in one sentence: what stands before them, between them and after them, and where clauses end?

A rule that refuses is a row over such stretches; the rows stand in moods, others and wholes, by what they ask.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from monitor.judging.english.deeds import Deed

T = "\ue000"
"""Stands for each letter of a thing: its own words deny nothing and will nothing (“a duty to report”)."""
THE = r"(?:the|an?|our|its|their|his|her|my|this|that|these|those|some|every|each|any|no|your)"
JOINING = (
    r"(?:of|on|to|for|in|at|about|with|without|by|under|from|into|against|over|through|towards|and|or|nor|but|that|"
    r"which|who|whose|when|where|while|if|as|after|before|since|than|then|is|are|was|were|has|have|had|will|would|"
    r"not|alongside|besides?|unlike|like|via|within|during|upon|behind|whether|because|until|once|how|why|what)"
)
OUR = rf"(?: (?:all|both|half|such))?(?: {THE}\b)?(?: (?!(?:{JOINING}|{THE})\b)[\w'’&£%+.-]+){{0,7}}"
"""The articles, adjectives and owners before a noun: words of which none is a preposition, a conjunction or a verb."""
_QUOTED = re.compile(
    r"[“\"][^”\"]{0,400}[”\"]|‘[^’]{0,200}’(?!\w)|(?<!\w)'(?=\w)(?:[^']|(?<=\w)'(?=\w)){1,200}'(?!\w)"
    r"|^[^“]*”|“[^”]*$"  # a quotation may run over more than one sentence
)
_REACH = 600
"""Characters before or after a word in which something can bear on it."""
_CUT = re.compile(
    r"[,;:–—(]\s*|\s-\s|\b(?:but|which|however|although|though|whilst|while)\b"
    r"|\band (?=(?:has|have|is|are|was|were|will|we|i|it|the|this|that|they|then)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:–—]\s|\s-\s|,? (?:but|and (?=(?:we|i|it|this|they|he|she|there|ministers)\b))", re.IGNORECASE)


@lru_cache(maxsize=256)
def unquoted(sentence: str) -> str:
    """Return a sentence with blanks for what stands in quotation marks: a quotation asserts nothing."""
    return _QUOTED.sub(lambda m: " " * len(m.group()), sentence)


def masked(sentence: str, things: tuple[tuple[int, int], ...], *, quoted: bool = False) -> str:
    """Return a sentence without quotations (but where `quoted`), each thing in it blotted out where it stands."""
    text = sentence if quoted else unquoted(sentence)
    for start, end in things:
        text = text[:start] + T * (end - start) + text[end:]
    return text


def clause_before(text: str, at: int) -> str:
    """Return the words of a clause that stand before a place in it."""
    behind = text[max(0, at - _REACH) : at]
    cuts = [m.end() for m in _CUT.finditer(behind)]
    return behind[cuts[-1] :] if cuts else behind


def _clause_after(text: str, at: int) -> str:
    """Return the words after a place up to where the next main clause begins."""
    ahead = text[at : at + _REACH]
    stop = _STOP.search(ahead)
    return ahead[: stop.start()] if stop else ahead


def _closed(text: str) -> str:
    """Return a text without the wide blanks that a quotation left."""
    return re.sub(r"  +", " ", text)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, the day it was said, and the day of the promise it may speak of."""

    sentence: str
    on: date
    promised_on: date


@dataclass(frozen=True)
class Telling:
    """A deed as it may be told of a thing; `text` is the sentence without its things, `form` the row that fits."""

    said: Said
    text: str
    thing: tuple[int, int]
    deed: Deed
    form: str = ""

    @cached_property
    def ahead(self) -> bool:
        """Whether the thing stands before the deed."""
        return self.thing[0] < self.deed.start

    @cached_property
    def gap(self) -> str:
        """What stands between the thing and the deed."""
        if self.ahead:
            return _closed(self.text[self.thing[1] : max(self.deed.group.start, self.thing[1])])
        return _closed(self.text[self.deed.end : self.thing[0]])

    @cached_property
    def first(self) -> int:
        return min(self.thing[0], self.deed.group.start)

    @cached_property
    def last(self) -> int:
        return max(self.thing[1], self.deed.end)

    def stretch(self, name: str) -> str:
        """Return a stretch of the sentence by its name, one of those below."""
        return _STRETCHES[name](self)


_STRETCHES: dict[str, Callable[[Telling], str]] = {
    "whole": lambda t: t.text,
    "before": lambda t: t.text[max(0, t.first - _REACH) : t.first],
    "up to": lambda t: t.text[max(0, t.deed.start - _REACH) : t.deed.start],
    "thing's clause": lambda t: clause_before(t.text, t.thing[0]),
    "verb's clause": lambda t: clause_before(t.text, t.deed.group.start),
    "deed's clause": lambda t: clause_before(t.text, t.deed.start),
    "verb": lambda t: t.text[t.deed.group.start : t.deed.start],
    "gap": lambda t: t.gap,
    "tail": lambda t: _closed(t.text[t.thing[1] :]),
    "after": lambda t: _clause_after(t.text, t.last),
    "deed's after": lambda t: _clause_after(t.text, t.deed.end),
    "rest": lambda t: t.text[min(t.thing[1], t.deed.end) :],
}
"""“Up to” runs to the deed, “before” to whichever comes first; “rest” is all that follows it, “after” the clause."""

Test = Callable[[Telling], bool]


@dataclass(frozen=True)
class Refusal:
    """A rule that takes a deed back: what it says to people, what it refuses and what it leaves alone.

    In its example, which it refuses, the thing stands between braces; so it does in what it must leave alone.
    """

    id: str
    why: str
    test: Test
    example: str
    counter: str


def within(stretches: str, shape: str, *, but: Test | None = None) -> Test:
    """Return the test whether words of a shape stand in one of some stretches (parted by commas)."""
    names, wanted = stretches.split(", "), re.compile(shape, re.IGNORECASE)
    return lambda told: any(wanted.search(told.stretch(name)) for name in names) and not (but and but(told))


def either(*tests: Test) -> Test:
    """Return the test whether one of some tests holds."""
    return lambda told: any(test(told) for test in tests)

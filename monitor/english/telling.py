"""A thing and a deed in one sentence: what stands before them, between them and after them?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from monitor.english import clauses
from monitor.english.deeds import Deed
from monitor.english.quoting import unquoted

T = "\ue000"
"""Stands for each letter of a thing: its own words deny nothing and will nothing (“a duty to report”)."""
_THE = r"(?:the|an?|our|its|their|his|her|my|this|that|these|those|some|every|each|any|no|your)"
_JOINING = (
    r"(?:of|on|to|for|in|at|about|with|without|by|under|from|into|against|over|through|towards|and|or|nor|but|that|"
    r"which|who|"
    r"whose|when|where|while|if|as|after|before|since|than|then|is|are|was|were|has|have|had|will|would|not|"
    r"alongside|beside|"
    r"besides|unlike|like|via|within|during|upon|behind|whether|because|until|once)"
)
OUR = rf"(?: (?:all|both|half|such))?(?: {_THE}\b)?(?: (?!(?:{_JOINING}|{_THE})\b)[\w'’&£%+.-]+){{0,7}}"
"""The articles, adjectives and owners before a noun: words of which none is a preposition, a conjunction or a verb."""


def masked(sentence: str, things: tuple[tuple[int, int], ...], *, quoted: bool = False) -> str:
    """Return a sentence without quotations (but where `quoted`), each thing in it blotted out where it stands."""
    text = sentence if quoted else unquoted(sentence)
    for start, end in things:
        text = text[:start] + T * (end - start) + text[end:]
    return text


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


def _closed(text: str) -> str:
    """Return a text without the wide blanks that a quotation left."""
    return re.sub(r"  +", " ", text)


_STRETCHES: dict[str, Callable[[Telling], str]] = {
    "whole": lambda t: t.text,
    "before": lambda t: t.text[max(0, t.first - clauses.REACH) : t.first],
    "up to": lambda t: t.text[max(0, t.deed.start - clauses.REACH) : t.deed.start],
    "thing's clause": lambda t: clauses.before(t.text, t.thing[0]),
    "verb's clause": lambda t: clauses.before(t.text, t.deed.group.start),
    "deed's clause": lambda t: clauses.before(t.text, t.deed.start),
    "verb": lambda t: t.text[t.deed.group.start : t.deed.start],
    "gap": lambda t: t.gap,
    "tail": lambda t: _closed(t.text[t.thing[1] :]),
    "after": lambda t: clauses.after(t.text, t.last),
    "deed's after": lambda t: clauses.after(t.text, t.deed.end),
    "rest": lambda t: t.text[min(t.thing[1], t.deed.end) :],
}
"""“Up to” runs to the deed, “before” to whichever comes first; “rest” is all that follows it, “after”
the clause only."""

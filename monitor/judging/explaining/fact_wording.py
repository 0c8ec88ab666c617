"""In which words, and in which order, are the facts of a claim beside the record told to people?"""

from collections.abc import Iterable
from types import MappingProxyType

_FACTS = MappingProxyType({
    "day of the promise": "it was said on the day of the promise, or within two days of it",
    "dated": "the register gives a date for it",
    "undated": "the register gives no date for it",
    "before the due": "that date had not passed when it was said",
    "after the due": "that date had passed when it was said",
    "a time": "it gives a time still to come",
    "no time": "it gives no time",
    "first time": "the time is the first that is given",
    "nearer": "the time is nearer than what was promised",
    "same time": "the time is what was promised",
    "later": "the time is later than what was promised",
    "may be later": "the time may end later than what was promised",
    "after an event": "the time hangs on an event, and gives no day",
    "in due course": "it gives only words such as “in due course”",
    "soon": "it says soon, and no day",
    "its deed": "it has a deed that a milestone of the promise expects",
    "new figure": "it has a figure that the register does not have",
    "money": "it has a sum of money",
    "0 fifths new": "hardly a word of it is new beside the register",
    "1 fifths new": "a fifth of its words is new beside the register",
    "2 fifths new": "two fifths of its words are new beside the register",
    "3 fifths new": "three fifths of its words are new beside the register",
    "4 fifths new": "most of its words are new beside the register",
})  # fmt: skip


def in_order(facts: Iterable[str]) -> tuple[str, ...]:
    """Return the facts of a claim that compare it with the record, in the order in which they are told."""
    held = frozenset(facts)
    return tuple(fact for fact in _FACTS if fact in held)


def fact_in_words(fact: str) -> str:
    """Return a fact of a claim beside the record in words. Raises KeyError for one that is not told."""
    return _FACTS[fact]

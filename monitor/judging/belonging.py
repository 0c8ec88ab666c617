"""Does a deed in a sentence belong to a thing that it names, as told of it or done to it, and is it the government's?

Told by where both stand: what was done to something, and what it did by itself, stands after it; what somebody did to
it stands before it. In neither case does another clause stand between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.judging.asserting import OTHERS, anothers, clause_before, hearsay, supposed
from monitor.judging.whole import elsewhere, in_part

_BEEN = frozenset({"was", "were", "been", "being", "is", "are"})
_ITS_OWN = frozenset({"came", "come", "became", "improved", "force", "can", "able"})
"""What is told of its subject alone, and is done to nothing."""
_ANOTHER = re.compile(
    r",\s+(?:the|an?|our|its|their|this|my|his|her)\s+\w|;(?! (?:it|this|both|they)\b)"
    r"|\b(?:and|but) (?:the|an?|our|its|their|this)\b[^,;]{1,80}?\b(?:has|was|is)\b",
    re.IGNORECASE,
)
"""Where a clause begins that has a subject of its own."""
_APART = re.compile(
    r"^\s+to\b|[;:]|,\s+(?!following|including)\w+ing\b|\b(?:before|after|when|while|whereas|because|once|until|although|which|whose|whether|"
    r"is|are|was|were|has|have|had|will|shall)\b",
    re.IGNORECASE,
)
"""What does not stand between a deed and what it was done to."""
_AND = re.compile(r"(?:,|\band)\s", re.IGNORECASE)
_DOES = re.compile(r"\s+(?:is|are|was|were|has|have|had|will|shall|would|can|could|should|may|must)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:the|an?|our|its|their|his|her|some|this|these)\s+[^\W\d]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A deed where it stands in a text: its characters, and whether it is told of what stands before it."""

    start: int
    end: int
    passive: bool
    own: bool

    @classmethod
    def at(cls, start: int, end: int, before: Sequence[str], parts: Sequence[str]) -> "Told":
        """Return a deed of these `parts` between two characters; `before`: the words up to it."""
        passive = bool(_BEEN & {*before[-1:], *parts[:-1]})
        return cls(start, end, passive, bool(_ITS_OWN & set(parts)))


def told_of(text: str, things: Sequence[tuple[int, int]], deed: Told) -> bool:
    """Return whether a deed is one of the things', told by the government itself, of itself, and as wholly done.

    A thing stands between two characters. One that is named in quotation marks only stands nowhere, and any deed may be
    told of it.
    """
    if things and not _belongs(text, things, deed):
        return False
    before, after = text[: deed.start], text[deed.end :]
    clause = clause_before(before, deed.start)
    if hearsay(before) or supposed(before, after) or OTHERS.search(clause):
        return False
    return not ((anothers(clause) and not deed.passive) or in_part(after) or elsewhere(clause, after))


def _belongs(text: str, things: Sequence[tuple[int, int]], deed: Told) -> bool:
    return any(
        _object(text, start, end, deed) if start > deed.start else _subject(text, end, deed) for start, end in things
    )


def _subject(text: str, end: int, deed: Told) -> bool:
    """“Building on it, the map was published”, “it is not ready, but they published a map” are told of the map."""
    if not deed.passive and not deed.own and _OBJECT.match(text, deed.end):
        return False
    return not _ANOTHER.search(text, end, deed.end)


def _object(text: str, start: int, end: int, deed: Told) -> bool:
    """“The map was published beside it”, “we published the map, and it will follow” are told of the map."""
    if deed.passive or deed.own or _APART.search(text[deed.end : start]):
        return False
    return not (_AND.search(text, deed.end, start) and _DOES.match(text, end))

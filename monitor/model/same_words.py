"""Do two texts say the same, word for word? Marks, quotation marks, notes, references and ends of paragraphs aside."""

import re
from collections import Counter
from functools import lru_cache

from monitor.model.sentences import sentences

_NOTE = re.compile(
    r"\[\s*(?:(?:foot)?note\s*|fn\.?\s*)?\d{1,3}\s*\]"
    r"|(?<=[.,;:!?)\"\u201d\u2019])\[(?:[a-z]|[ivx]{2,5})\]"
    r"|(?:(?<=[.,;:!?)\"\u201d\u2019])|(?<=[^\W\d_]{3}))[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
    r"|(?<=[^\W\d_][.,;:!?])\d{1,3}(?!\S)",
    re.IGNORECASE,
)
"""The mark of a note: “[footnote 1]”, “[1]”, “.[a]”, or digits right after a mark, as a raised number is read."""
_PLACE = (
    r"(?:official\s+report|hansard|(?:hc|hl)(?:\s?deb)?|vol(?:ume)?|(?:cc?|col(?:umn)?s?)(?:\d+[a-z]{0,3})?|hcws\s?\d+|hlws\s?\d+|uin|pq"
    r"|written\s+(?:answers?|questions?|statements?))\b"
)
_BESIDE = (
    r"(?:house\s+of|commons|lords|westminster\s+hall|grand\s+committee|debates?|session|questions?|no|nos|pp?|and|to|see"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:hl|w|q)?\d+[a-z]{0,3}|ws|wa|wh|gc)\b"
)
_REFERENCE = re.compile(
    rf"\[(?=[^\[\]]*\b{_PLACE})(?=[^\[\]]*\d)(?:{_PLACE}|{_BESIDE}|[\s,;:./()\u2013\u2014-])+\]"
    r"|^[ \t]*(?:\d{1,2} \w{3,9} \d{4} ?: ?)?col(?:umn|\.)? ?\d+[a-z]{0,3}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where something stands in print, nothing but that in brackets: “[Official Report, 2 April 2026, Vol. 700, c. 12]”.

Or the number of a column, alone on its line.
"""
_WORD = re.compile(r"(?:(?<!\S)[-\u2212])?[\u00a3$\u20ac]?\w+(?:[.,:/]\w+|'\w+)*%?")
_LINES = re.compile(r"\n+")


@lru_cache(maxsize=4096)
def said(text: str) -> str:
    """Return the words of a text in small letters, parted by single spaces: equal where no word differs."""
    return " ".join(_WORD.findall(_without(text).replace("\u2019", "'").casefold()))


def says(text: str, words: str) -> bool:
    """Return whether some words stand in a text one after the other."""
    return f" {said(words)} " in f" {said(text)} "


def same_words(before: str, after: str) -> bool:
    """Return whether no word differs between two texts; paragraphs may be swapped, split or put together."""
    if said(before) == said(after):
        return True
    before, after = _without(before), _without(after)
    return any(_apart(cut(before), cut(after)) for cut in (_LINES.split, _sentences))


def _without(text: str) -> str:
    """Return a text without the marks of its notes and without references to places in print."""
    return _NOTE.sub("", _REFERENCE.sub(" ", text))


def _apart(before: list[str], after: list[str]) -> bool:
    """Return whether what only one of two lists has reads the same, word after word."""
    old, new = Counter(map(said, before)), Counter(map(said, after))
    return _rest(before, old - new) == _rest(after, new - old)


def _rest(parts: list[str], wanted: Counter[str]) -> str:
    left, kept = wanted.copy(), []
    for words in map(said, parts):
        if left[words] > 0:
            left[words] -= 1
            kept.append(words)
    return " ".join(kept)


def _sentences(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]

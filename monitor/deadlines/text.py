"""How is a sentence read: which characters count as the same, and which words are numbers, months, seasons?"""

import re
from collections.abc import Iterable
from typing import NamedTuple

MAX_SENTENCE = 5_000
"""Characters that are read; what follows is not looked at."""

_SAME = str.maketrans("‘’‛ʼ`´“”„‐‑‒–—−\xa0\u2007\u2009\u202f\t\n\r", "''''''\"\"\"------       ")
_WORD = re.compile(r"[a-z][a-z']*(?:-[a-z']+)*|[£$€]?\d+(?:[.,/]\d+)*%?|[;:,()\"?!]|\.(?=\s|$)|-(?=\s)")

MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
BEGINNINGS = tuple(name[:3] for name in MONTHS)
"""What stands in each name of a month, whole or cut short."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
FULL_MONTH = f"(?:{'|'.join(MONTHS)})"
WRITTEN_MONTH = "|".join(name.capitalize() for name in MONTHS)
"""As a month is written: “may” is none."""

_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
ONES = {word: number for number, word in enumerate(re.findall(r"\w+", _ONES), 1)}
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
TENS = {word: 10 * number for number, word in enumerate(_TENS, 2)}
_BOTH = {f"{tens}-{one}": n + ONES[one] for tens, n in TENS.items() for one in list(ONES)[:9]}
_NUMBERS = {"a": 1, "an": 1, "hundred": 100, "couple of": 2, **ONES, **TENS, **_BOTH}
NUMBER = r"(?:\d{1,4}|" + "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True)) + ")"


class TextWord(NamedTuple):
    """One word or mark of a sentence, with where it stands."""

    text: str
    start: int
    end: int


def plain(sentence: str) -> str:
    """Return the sentence in small letters with one kind of quote, dash and blank; each character keeps its place."""
    text = sentence[:MAX_SENTENCE].translate(_SAME)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Return whether any of some pieces stands in a text: soon seen, so that no rule is tried where it can't fit."""
    return any(part in text for part in parts)


def words(text: str) -> tuple[TextWord, ...]:
    """Return the words and marks of plain text, in order."""
    return tuple(TextWord(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def number(word: str) -> int | None:
    """Return the number that a word or figures name, None where they name none."""
    return int(word) if word.isascii() and word.isdigit() else _NUMBERS.get(word)


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name, whole or cut short."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))

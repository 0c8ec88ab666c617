"""Which stretch is named by “this” or “next” alone, its word left out: “this month or next”, “this or next year”?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from monitor.deadlines.intervals import FoundInterval
from monitor.deadlines.text import FULL_MONTH

Reader = Callable[[str, date], Iterator[FoundInterval]]
_STRETCH = (
    r"(?:(?:calendar|financial|fiscal|academic|school|tax) )?(?:week|weekend|month|quarter|year|spring|summer|autumn"
    rf"|winter|{FULL_MONTH})"
)
_NEXT = re.compile(
    rf"\b(?:this|the|current) (?P<what>{_STRETCH}),? (?:or|and|to|into|until) (?:[a-z-]+ ){{0,5}}?(?P<bare>next)\b"
    r"(?! ?[a-z])"
)
_THIS = re.compile(rf"\b(?P<bare>this) (?:or|and) (?:(?:early|late) )?next (?P<what>{_STRETCH})\b")


def find_left_out(text: str, said_on: date, readers: tuple[Reader, ...]) -> Iterator[FoundInterval]:
    """Yield what “next” or “this” alone names in plain text, as the readers read it with its word."""
    for pattern in (_NEXT, _THIS) if " next" in text else ():
        for m in pattern.finditer(text):
            whole = f"{m['bare']} {m['what']}"
            read = (found for reader in readers for found in reader(whole, said_on) if found.end == len(whole))
            longest = max(read, key=lambda found: found.end - found.start, default=None)
            if longest is not None:
                yield FoundInterval(m.start("bare"), m.end("bare"), replace(longest.stretch, sure=False, ahead=False))

"""Is a deed told as done, or only willed, wished, asked, doubted or denied? Rules of English, not of these promises."""

import calendar
import re
from collections.abc import Iterable
from datetime import date

from monitor.sentences import phrase_words, words

_BLOCKERS = frozenset(
    {
        *("will", "shall", "would", "could", "should", "may", "might", "must", "can", "cannot", "won't", "wouldn't"),
        *("to", "if", "whether", "once", "until", "unless", "before", "after", "when", "whenever", "without"),
        *("not", "never", "neither", "nor", "no", "hasn't", "haven't", "wasn't", "isn't", "aren't", "weren't", "yet"),
        *("being", "be", "awaiting", "pending", "expect", "expects", "hope", "hopes", "aim", "aims", "intend"),
        *("intends", "plan", "plans", "propose", "proposes", "promised", "committed", "ask", "asks", "asked", "call"),
        *("calls", "due", "expected", "planned", "scheduled", "soon", "shortly", "ready"),
    }
)
_REALISING = frozenset({"was", "were", "had", "has", "have"})
_CLAUSE = frozenset({"which", "who", "where", "because"})
_THING = ""
_REACH = 7
"""Words before a deed in which something can take it back."""

_QUOTED = re.compile(r"[“\"][^”\"]{0,400}[”\"]|‘[^’]{0,200}’(?!\w)")
_MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})(?:\s+(\d{{4}}))?")
_AFTER = re.compile(r"\b(?:after|since|from|before|of the|act)\s+(?:19|20)\d{2}\b", re.IGNORECASE)
_SPAN = re.compile(rf"\b(?:({_MONTH})\s+)?((?:19|20)\d{{2}})\b")

FUTURE = re.compile(
    r"\b(?:will|shall|intends?|plans?|aims?|expects?|going to|due to|to be|would like to|committed to|hopes?)\b",
    re.IGNORECASE,
)
INDEFINITE = re.compile(
    r"\b(?:in due course|shortly|soon|as soon as possible|when parliamentary time allows|at the earliest opportunity"
    r"|in the near future|at the appropriate time)\b",
    re.IGNORECASE,
)
HYPOTHETICAL = re.compile(r"\b(?:if|would|could|might|were to)\b", re.IGNORECASE)
REFERRAL = re.compile(
    r"\bI refer (?:the|my)\b|\bto the answer (?:I|she|he|they|given)\b|\bset out in my answer\b", re.IGNORECASE
)


def done(sentence: str, things: Iterable[str], deeds: Iterable[str]) -> str | None:
    """Return the deed that a sentence tells as a fact of one of the things; None when it tells no such fact.

    What stands in quotation marks may name a thing, but asserts no deed. A thing's own words deny nothing:
    the "to" of a duty to report says nothing of whether the duty came.
    """
    named = [phrase_words(thing) for thing in things]
    said = [w.text for w in words(sentence)]
    if sentence.rstrip().endswith("?") or not any(_places(said, parts) for parts in named):
        return None
    asserted = [w.text for w in words(_QUOTED.sub(" ", sentence))]
    for parts in named:
        for n in _places(asserted, parts):
            asserted[n : n + len(parts)] = [_THING] * len(parts)
    for deed in deeds:
        parts = phrase_words(deed)
        if any(_real(asserted, n) for n in _places(asserted, parts)) or _today(asserted, parts):
            return deed
    return None


def told_day(sentence: str, said_on: date) -> date | None:
    """Return the day a sentence gives for what it tells, not later than it was said; None unless just one is given."""
    days = {_full(int(d), m, y, said_on) for d, m, y in _DAY.findall(sentence)} - {None}
    past = [day for day in days if day is not None and day <= said_on]
    if re.search(r"\btoday\b", sentence, re.IGNORECASE) and not past:
        return said_on
    return past[0] if len(past) == 1 else None


def told_of_old(sentence: str, promised_on: date) -> bool:
    """Return whether every date a sentence gives with a year lies before the promise: it tells of something else."""
    ends = [_end_of(month, int(year)) for month, year in _SPAN.findall(_AFTER.sub("", sentence))]
    return bool(ends) and all(end < promised_on for end in ends)


def places(text: str, phrase: str) -> list[int]:
    """Return where in a text a watched phrase begins."""
    run = words(text)
    return [run[n].start for n in _places([w.text for w in run], phrase_words(phrase))]


def names_any(text: str, phrases: Iterable[str]) -> bool:
    """Return whether any of some watched phrases stands in a text."""
    return any(places(text, phrase) for phrase in phrases)


def _places(run: list[str], parts: tuple[str, ...]) -> list[int]:
    return [
        n
        for n in range(len(run) - len(parts) + 1)
        if all(w.startswith(p[:-1]) if p.endswith("*") else w == p for p, w in zip(parts, run[n:], strict=False))
    ]


def _real(run: list[str], deed: int) -> bool:
    """Look back from the deed: a will, a condition or a denial close before it takes it back."""
    before = run[max(0, deed - _REACH) : deed]
    for n in range(len(before) - 1, -1, -1):
        if before[n] in _CLAUSE:
            return True
        if before[n] in _REALISING:
            return not _BLOCKERS & set(_clause(before[:n])[-4:] + before[n:])
        if before[n] != "been" and before[n] in _BLOCKERS:
            return False
    return True


def _clause(before: list[str]) -> list[str]:
    starts = [n + 1 for n, word in enumerate(before) if word in _CLAUSE]
    return before[starts[-1] :] if starts else before


def _today(run: list[str], parts: tuple[str, ...]) -> bool:
    """“I am today publishing” is done as it is said."""
    if len(parts) != 1 or "today" not in run:
        return False
    stem = parts[0].rstrip("*")
    going = stem.removesuffix("ed") + "ing"
    return any(run[n] == going and {"am", "are", "is"} & set(run[max(0, n - 3) : n]) for n in range(len(run)))


def _full(day: int, month: str, year: str, said_on: date) -> date | None:
    number = _MONTHS.index(month) + 1
    try:
        if year:
            return date(int(year), number, day)
        found = date(said_on.year, number, day)
        return found if found <= said_on else date(said_on.year - 1, number, day)
    except ValueError:
        return None


def _end_of(month: str, year: int) -> date:
    if not month:
        return date(year, 12, 31)
    number = _MONTHS.index(month) + 1
    return date(year + number // 12, number % 12 + 1, 1)

"""Is a deed told as done, or only willed, wished, asked, doubted or denied? Rules of English, not of these promises."""

import calendar
import re
from collections.abc import Iterable
from datetime import date

from monitor.sentences import Word, phrase_words, words

_BLOCKERS = frozenset(
    {
        *("will", "shall", "would", "could", "should", "may", "might", "must", "can", "cannot"),
        *("to", "if", "whether", "once", "until", "unless", "before", "after", "when", "whenever", "without"),
        *("not", "never", "neither", "nor", "no", "none", "nothing", "nobody", "hardly", "barely", "yet"),
        *("being", "be", "awaiting", "pending", "expect", "expects", "hope", "hopes", "aim", "aims", "intend"),
        *("intends", "plan", "plans", "propose", "proposes", "promised", "committed", "ask", "asks", "asked", "call"),
        *("calls", "due", "expected", "planned", "scheduled", "soon", "shortly", "ready"),
    }
)
_REALISING = frozenset({"was", "were", "had", "has", "have"})
_CLAUSE = frozenset({"which", "who", "where", "because"})
_UNMET = frozenset({"once", "until", "unless", "if", "whether", "when", "whenever", "before"})
_DENIALS = frozenset({"not", "no", "never", "cannot", "none", "nothing", "nobody", "neither", "nor"})
_CLAIM = re.compile(r"(?:claim|alleg|suggest|assert|insinuat|pretend|den(?:y|ie)|doubt|rumou?r)")
_OPENING = frozenset(
    ("that", "the", "this", "these", "it", "its", "our", "we", "she", "he", "they", "his", "her", "their", "all")
)
_HEARSAY = frozenset({"allegedly", "supposedly", "reportedly", "purportedly", "rumoured", "nearly", "almost"})
_THING = ""
"""Stands for the words of a thing, which are no will and no denial."""
_REACH = 7
"""Words before a deed in which something can take it back."""

_QUOTED = re.compile(
    r"[“\"][^”\"]{0,400}[”\"]|‘[^’]{0,200}’(?!\w)|(?<!\w)'(?=\w)(?:[^']|(?<=\w)'(?=\w)){1,200}'(?!\w)"
    r"|^[^“]*”|“[^”]*$"  # a quotation may run over more than one sentence
)
_ASKS = re.compile(r"\?[\s\"”’')\]]*$")
_PAUSE = re.compile(r"[,;:–—(]")
_MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})(?:\s+(\d{{4}}))?")
_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)
_PARTING = frozenset(
    ("and", "but", "we", "i", "it", "which", "who", "after", "before", "since", "announced", "promised", "because")
)
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
    asserted = _QUOTED.sub(" ", sentence)
    if _ASKS.search(sentence) or not any(_places(said, parts) for parts in named):
        return None
    run = words(asserted)
    plain = [w.text for w in run]
    blanked = list(plain)
    for parts in named:
        for n in _places(plain, parts):
            blanked[n : n + len(parts)] = [_THING] * len(parts)
    for deed in deeds:
        parts = phrase_words(deed)
        if any(_real(blanked, n, _stretch(asserted, run, n)) for n in _places(plain, parts)) or _today(plain, parts):
            return deed
    return None


def told_day(sentence: str, said_on: date, deed: str) -> date | None:
    """Return the day a sentence gives for a deed, not later than it was said; None unless it gives just one.

    Only a day that stands with the deed is the deed's: “announced on 16 January, it was published” gives none.
    """
    days = {day for at, day in _days(sentence, said_on) if _stands_with(sentence, at, deed)}
    if not days and any(_stands_with(sentence, m.start(), deed) for m in _TODAY.finditer(sentence)):
        return said_on
    return days.pop() if len(days) == 1 else None


def days_told(sentence: str, said_on: date) -> tuple[date, ...]:
    """Return the days, with or without a year, that a sentence gives, as far as they are not later than it was said."""
    return tuple(day for _, day in _days(sentence, said_on))


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


def _blocks(word: str) -> bool:
    return word in _BLOCKERS or word.endswith("n't")


def _real(run: list[str], deed: int, stretch: int) -> bool:
    """Look back from the deed: a will, a condition, a doubt or a denial before it takes it back."""
    if _doubted(run[max(0, deed - 2 * _REACH) : deed]) or _unmet(run, deed, stretch):
        return False
    before = run[max(0, deed - _REACH) : deed]
    for n in range(len(before) - 1, -1, -1):
        if before[n] in _CLAUSE:
            return True
        if before[n] in ("is", "are"):
            return not any(map(_blocks, _clause(run[:deed])))
        if before[n] in _REALISING:
            asked = n + 1 < len(before) and before[n + 1] in _OPENING
            return not asked and not any(map(_blocks, _clause(before[:n])[-4:] + before[n:]))
        if before[n] != "been" and _blocks(before[n]):
            return False
    return True


def _doubted(before: list[str]) -> bool:
    """“They claim that it was”, “I cannot confirm that it has been”: somebody else's word, or nobody's."""
    if _HEARSAY & set(before):
        return True
    for n, word in enumerate(before):
        follows = before[n + 1] if n + 1 < len(before) else ""
        if (_CLAIM.match(word) and follows in _OPENING) or word == "untrue":
            return True
        if word == "that" and any(w in _DENIALS or w.endswith("n't") for w in before[max(0, n - 6) : n]):
            return True
    return False


def _unmet(run: list[str], deed: int, stretch: int) -> bool:
    """“Once the audit led by her has been published …”: a condition, in the deed's own stretch or before a will."""
    clause = _clause(run[:deed])
    if len(clause) < deed:
        return bool(_UNMET & set(clause))
    return bool(_UNMET & set(run[stretch:deed])) or bool(_UNMET & set(clause) and {"will", "shall"} & set(run[deed:]))


def _stretch(text: str, run: tuple[Word, ...], deed: int) -> int:
    """Return the number of the first word after the last pause before a word."""
    pauses = [m.end() for m in _PAUSE.finditer(text, 0, run[deed].start)]
    return next(n for n, word in enumerate(run) if not pauses or word.start >= pauses[-1])


def _clause(before: list[str]) -> list[str]:
    starts = [n + 1 for n, word in enumerate(before) if word in _CLAUSE]
    return before[starts[-1] :] if starts else before


def _today(run: list[str], parts: tuple[str, ...]) -> bool:
    """“I am today publishing” is done as it is said."""
    if len(parts) != 1 or "today" not in run:
        return False
    going = parts[0].rstrip("*").removesuffix("ed") + "ing"
    return any(_under_way(run[:n]) for n, word in enumerate(run) if word == going)


def _under_way(before: list[str]) -> bool:
    while before and (before[-1] in ("today", "now", "also", "therefore") or before[-1].endswith("ly")):
        before = before[:-1]
    return bool(before) and before[-1] in ("am", "are", "is")


def _days(sentence: str, said_on: date) -> list[tuple[int, date]]:
    found = [(m.start(), _full(int(m[1]), m[2], m[3] or "", said_on)) for m in _DAY.finditer(sentence)]
    return [(at, day) for at, day in found if day is not None and day <= said_on]


def _stands_with(sentence: str, at: int, deed: str) -> bool:
    """Return whether a day is the deed's: it opens the sentence, or few words and no new subject part the two."""
    opening = sentence[:at].lower().split()
    if opening in ([], ["on"]):
        return True
    run = words(sentence)
    parts = phrase_words(deed)
    day = next(n for n, word in enumerate(run) if word.end > at)
    ends = [n + len(parts) for n in _places([w.text for w in run], parts)] or [
        n for n, word in enumerate(run) if word.text.endswith("ing")
    ]
    gaps = [run[min(n, day) : max(n, day)] for n in ends]
    return any(len(gap) <= 6 and not _PARTING & {w.text for w in gap} for gap in gaps)


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

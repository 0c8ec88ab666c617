"""Is a deed told as done, or only willed, wished, asked, doubted or denied? Rules of English, not of these promises."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from monitor.judging.belonging import Told, told_of
from monitor.judging.whole import absent, partial
from monitor.matching.passing import compound
from monitor.sentences import Word, phrase_words, plain_words, words

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
_BORNE_OUT = frozenset({"promised", "planned", "expected", "scheduled", "committed"})
_THING = ""
"""Stands for the words of a thing, which are no will and no denial."""
_REACH = 7
"""Words before a deed in which something can take it back."""

LONGEST = 4_000
"""Characters past which no sentence is believed: it is a list, or an attack."""

_QUOTED = re.compile(
    r"[“\"][^”\"]{0,400}[”\"]|‘[^’]{0,200}’(?!\w)|(?<!\w)'(?=\w)(?:[^']|(?<=\w)'(?=\w)){1,200}'(?!\w)"
    r"|^[^“]*”|“[^”]*$"  # a quotation may run over more than one sentence
)
_ASKS = re.compile(r"\?[\s\"”’')\]]*$")
_IN_MAY = re.compile(r"(?:(?<=\b[Ii]n )|(?<=\d )|(?<=\b[Ll]ast )|(?<=\b[Tt]his )|(?<=\b[Oo]n ))May\b")
"""The month, which is no “may”."""
_PAUSE = re.compile(r"[,;:–—(]")

FUTURE = re.compile(
    r"\b(?:will|shall|intends?|plans?|aims?|expects?|going to|due to|to be|would like to|committed to|hopes?)\b",
    re.IGNORECASE,
)
INDEFINITE = re.compile(
    r"\b(?:in due course|shortly|soon|as soon as possible|when parliamentary time allows|at the earliest opportunity"
    r"|in the near future|at the appropriate time)\b",
    re.IGNORECASE,
)
HOLDING = re.compile(
    r"\bnot (?:be|been|proved) possible to (?:answer|respond)\b.{0,80}\btime\b|\ban answer is being prepared\b"
    r"|\b(?:I|we|my \w+|the department) will (?:write|respond|reply) to (?:the|my|him|her|them)\b.{0,40}"
    r"\b(?:member|friend|lady|noble|shortly|soon|as soon as)\b",
    re.IGNORECASE,
)
"""The fixed words of an answer that answers nothing yet, whatever the source marks it as."""
REFERRAL = re.compile(
    r"\bI refer (?:the|my|her|him|them|members)\b|\bto the answer (?:I|she|he|they|given|of)\b"
    r"|\bset out in my answer\b",
    re.IGNORECASE,
)


def done(sentence: str, things: Iterable[str], deeds: Iterable[str]) -> str | None:
    """Return the deed that a sentence tells as a fact of one of the things; None when it tells no such fact.

    What stands in quotation marks may name a thing, but asserts no deed. A thing's own words deny nothing:
    the "to" of a duty to report says nothing of whether the duty came.
    """
    if len(sentence) > LONGEST:
        return None
    named = tuple(phrase_words(thing) for thing in things)
    if asks(sentence) or not _wholes(sentence, named):
        return None
    asserted = _asserted(sentence)
    run, plain = words(asserted), plain_words(asserted)
    blanked = list(plain)
    for parts in named:
        for n in where(plain, parts):
            blanked[n : n + len(parts)] = [_THING] * len(parts)
    blanked = _unsaid(blanked)
    spots = _wholes(asserted, named)
    for deed in deeds:
        parts = phrase_words(deed)
        told = [n for n in where(plain, parts) if told_of(asserted, spots, _told(run, plain, n, parts))]
        today = (Told(run[n].start, run[n].end, passive=False, own=False) for n in _doing_today(plain, parts))
        if any(_real(blanked, n, _stretch(asserted, run, n)) for n in told) or any(
            told_of(asserted, spots, doing) for doing in today
        ):
            return deed
    return None


def _told(run: Sequence[Word], plain: Sequence[str], n: int, parts: Sequence[str]) -> Told:
    return Told.at(run[n].start, run[n + len(parts) - 1].end, plain[max(0, n - 1) : n], parts)


@lru_cache(maxsize=256)
def _asserted(sentence: str) -> str:
    """Return what a sentence asserts by itself: what stands in quotation marks is left out."""
    return _IN_MAY.sub(" ", _QUOTED.sub(" ", sentence))


@lru_cache(maxsize=256)
def _wholes(text: str, named: tuple[tuple[str, ...], ...]) -> tuple[tuple[int, int], ...]:
    """Return where a thing is named other than as that of which a draft, a part, the cost or a board is spoken of."""
    run, plain = words(text), plain_words(text)
    spots = [(run[n].start, run[n + len(parts) - 1].end) for parts in named for n in where(plain, parts)]
    return tuple(
        (start, end)
        for start, end in spots
        if not partial(text[:start]) and not absent(text[:start]) and not compound(text, end)
    )


def asks(sentence: str) -> bool:
    """Return whether a sentence is a question."""
    return bool(_ASKS.search(sentence))


@lru_cache(maxsize=256)
def unquoted(sentence: str) -> str:
    """Return a sentence with blanks for what stands in quotation marks: a quotation asserts nothing."""
    return _QUOTED.sub(lambda m: " " * len(m.group()), sentence)


def where(run: Sequence[str], parts: tuple[str, ...]) -> list[int]:
    """Return at which words of a run a phrase begins."""
    many, begun = len(parts), _standing(run, parts[0]) if parts else []
    return [n for n in begun if n + many <= len(run) and all(map(_fits, parts[1:], run[n + 1 : n + many]))]


def _standing(run: Sequence[str], part: str) -> list[int]:
    """Return which words of a run a part of a phrase stands for. Of most there is none, which is soon seen."""
    if part.endswith("*"):
        start = part[:-1]
        return [n for n, word in enumerate(run) if word.startswith(start)]
    return [n for n, word in enumerate(run) if word == part] if part in run else []


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _unsaid(run: list[str]) -> list[str]:
    """“As promised” takes nothing back."""
    return [_THING if n and run[n - 1] == "as" and word in _BORNE_OUT else word for n, word in enumerate(run)]


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
            return not asked and not any(
                map(_blocks, [w for w in _clause(before[:n]) if w != _THING][-4:] + before[n:])
            )
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


def doing_today(run: Sequence[str], parts: tuple[str, ...]) -> bool:
    """“I am today publishing” is done as it is said."""
    return bool(_doing_today(run, parts))


def _doing_today(run: Sequence[str], parts: tuple[str, ...]) -> list[int]:
    if len(parts) != 1 or "today" not in run:
        return []
    going = parts[0].rstrip("*").removesuffix("ed") + "ing"
    return [n for n, word in enumerate(run) if word == going and _under_way(run[:n])]


def _under_way(before: Sequence[str]) -> bool:
    while before and (before[-1] in ("today", "now", "also", "therefore") or before[-1].endswith("ly")):
        before = before[:-1]
    return bool(before) and before[-1] in ("am", "are", "is")

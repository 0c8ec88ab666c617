"""Which one window of dates does a sentence promise, if any, and which do due words alone give?"""

from dataclasses import dataclass
from datetime import date

from monitor.deadlines.bounds import Window
from monitor.deadlines.choosing import chosen
from monitor.deadlines.combining import together
from monitor.deadlines.conventions import RULE
from monitor.deadlines.names import is_programme, is_question
from monitor.deadlines.readers import read
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.deadlines.text import plain
from monitor.deadlines.vague import vague_words

windows = read
"""Windows of plain text, for judging/promising until it asks `monitor.deadlines.windows`; nothing else may use it."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A sentence, the day it was said, and the window it promises; an end is None where the words do not give it.

    `kind`: fixed, relative, season, parliamentary, indefinite or none. `phrase`: the words that date it.
    `rule`: the conventions that were used, for people to read.
    """

    sentence: str
    said_on: date
    phrase: str | None
    kind: str
    earliest: date | None
    latest: date | None
    rule: str | None


def resolve(sentence: str, said_on: date, known: Almanac = SHIPPED) -> Deadline:
    """Return the one promise date of a sentence; kind none when there is none. `known`: recesses and sessions."""
    text = plain(sentence)
    kept, vague = chosen(text, read(text, said_on, known), said_on)
    dated = [there for there in kept if there.stretch.size != "occasion"]
    if dated:
        return _deadline(sentence, said_on, together(text, dated))
    if kept and not (vague and vague[0][0] < kept[0].start):
        return _deadline(sentence, said_on, kept[0])
    if vague:
        return _indefinite(sentence, said_on, *vague[0])
    if is_programme(text) and not is_question(text):
        return _indefinite(sentence, said_on, 0, 0)
    return Deadline(sentence, said_on, None, "none", None, None, None)


def resolve_words(due: str, said_on: date, known: Almanac = SHIPPED) -> Deadline:
    """Return the window that due words alone give, taken as a promise: indefinite where they name no date."""
    text = plain(due)
    named = [there for there in read(text, said_on, known) if not _denied_bound(there)]
    dated = [there for there in named if there.stretch.size != "occasion"]
    if named:
        return _deadline(due, said_on, together(text, dated or named))
    start, end = vague_words(text) or (0, len(text))
    return _indefinite(due, said_on, start, end)


def _denied_bound(there: Window) -> bool:
    return bool(there.denied) and there.latest is not None


def _deadline(sentence: str, said_on: date, there: Window) -> Deadline:
    phrase = sentence[there.start : there.end].strip()
    return Deadline(sentence, said_on, phrase, there.stretch.kind, there.earliest, there.latest, there.rule)


def _indefinite(sentence: str, said_on: date, start: int, end: int) -> Deadline:
    return Deadline(sentence, said_on, sentence[start:end].strip() or None, "indefinite", None, None, RULE["not given"])

"""Which window of dates does a sentence promise, if any? The one answer of this package."""

from dataclasses import dataclass
from datetime import date

from monitor.deadlines.bounds import Window, window
from monitor.deadlines.combining import together
from monitor.deadlines.conventions import RULE
from monitor.deadlines.days import find_days
from monitor.deadlines.months import find_months
from monitor.deadlines.moods import Mood, mood
from monitor.deadlines.names import is_programme, is_question
from monitor.deadlines.parliament import SHIPPED, Almanac
from monitor.deadlines.parts import part_of
from monitor.deadlines.promises import chief, is_habit, promised
from monitor.deadlines.seasons import find_seasons
from monitor.deadlines.sittings import find_sittings
from monitor.deadlines.spells import find_spells
from monitor.deadlines.stretches import Found
from monitor.deadlines.text import plain, words
from monitor.deadlines.vague import all_vague, says_later, vague_words, without_vague
from monitor.deadlines.years import find_years

_MOST = 40
"""Windows read in one sentence; text with more of them is a table, not a promise."""
_READERS = (find_days, find_months, find_years, find_seasons)
_CALENDAR_READERS = (find_sittings, find_spells)


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
    if is_question(text):
        return _none(sentence, said_on)
    spoken = words(without_vague(text))
    kept = [there for there in windows(text, said_on, known) if promised(text, there, said_on, spoken)]
    if kept:
        return _dated(sentence, said_on, together(text, chief(text, kept, spoken)))
    for start, end in all_vague(text):
        said = mood(spoken, start, end, near=1)
        if said is Mood.PROMISED or (said is not Mood.PAST and says_later(text[start:end]) and not is_habit(text)):
            return _indefinite(sentence, said_on, start, end)
    if is_programme(text):
        return _indefinite(sentence, said_on, 0, 0)
    return _none(sentence, said_on)


def resolve_words(due: str, said_on: date, known: Almanac = SHIPPED) -> Deadline:
    """Return the window that due words alone give, taken as a promise: indefinite where they name no date."""
    text = plain(due)
    named = windows(text, said_on, known)
    if named:
        return _dated(due, said_on, together(text, list(named)))
    start, end = vague_words(text) or (0, len(text))
    return _indefinite(due, said_on, start, end)


def windows(text: str, said_on: date, known: Almanac = SHIPPED) -> tuple[Window, ...]:
    """Return every window that plain text names, in order; where two overlap, the longer one."""
    found = [f for reader in _READERS for f in reader(text, said_on)]
    found += [f for reader in _CALENDAR_READERS for f in reader(text, said_on, known)]
    found = [part_of(text, f, said_on) for f in found]
    return tuple(window(text, f, said_on) for f in _apart(found)[:_MOST])


def _apart(found: list[Found]) -> list[Found]:
    """Return what does not overlap, in order: the longer before the shorter, the earlier before the later."""
    kept: list[Found] = []
    taken: set[int] = set()
    for f in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if taken.isdisjoint(range(f.start, f.end)):
            taken.update(range(f.start, f.end))
            kept.append(f)
    return sorted(kept, key=lambda f: f.start)


def _dated(sentence: str, said_on: date, there: Window) -> Deadline:
    phrase = sentence[there.start : there.end].strip()
    return Deadline(sentence, said_on, phrase, there.stretch.kind, there.earliest, there.latest, there.rule)


def _indefinite(sentence: str, said_on: date, start: int, end: int) -> Deadline:
    return Deadline(sentence, said_on, sentence[start:end].strip() or None, "indefinite", None, None, RULE["not given"])


def _none(sentence: str, said_on: date) -> Deadline:
    return Deadline(sentence, said_on, None, "none", None, None, None)

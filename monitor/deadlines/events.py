"""Which events do words name that a time hangs on: Royal Assent, the next Spending Review, once the review ends?"""

import re
from collections.abc import Iterator

from monitor.deadlines.conventions import RULE
from monitor.deadlines.event_names import (
    CLAUSE,
    ENDS,
    ENDS_ALONE,
    GENERIC,
    HAPPENS,
    NAMED,
    OCCASION,
    OCCASIONS,
    OF,
    POLL,
    POLLS,
    SUBJECT,
    THE,
    WORD,
)
from monitor.deadlines.intervals import FoundInterval, Interval

_ROUND = (
    r"(?:(?:immediately |shortly |soon |straight )?after|following|before|ahead of|prior to|in advance of|pending|upon"
    r"|until|in time for|subject to the outcome of)"
)
_WITH = (
    r"(?:at|in|on|by|alongside|through|as part of|at the same time as|to coincide with|together with|in parallel with"
    r"|upon|no later than|(?:by|at|around) the time of)"
)
_ENDING = (
    rf"(?:(?!the (?:findings|outcome|result)s?\b)the (?:{WORD} )?{ENDS}(?: date|{OF})|(?:its|their) {ENDS}"
    rf"|{ENDS_ALONE})"
)
_EVENT = re.compile(
    rf"\b(?:(?:once|when|as soon as|after|before|until) (?P<clause>{CLAUSE})|{_WITH} (?P<occasion>{OCCASION})"
    rf"|{_ROUND} (?P<named>{NAMED})|(?:at|on|upon|by) (?P<ending>{_ENDING}))\b"
)
_PLACES = r"(?:house|commons|lords|committee|court|council|cabinet|board|tribunal|parliament|days?)\b"
_OTHER = rf"(?:the|its|our|their|this|his|her) (?:{WORD} ){{0,3}}?(?!{_PLACES}){WORD}"
"""Anything at all: an event when it follows "after" and a day follows it, but not what a Bill is laid before."""
_HELD = (
    r"(?:,? (?:which|due|to be|expected|scheduled|planned|held|taking place)"
    r"| (?:that|will be|is|are|being|takes place))*"
    r",? (?:(?:on|in|of|for|at|to) (?:the )?|(?<=scheduled )|(?<=planned )|(?<=due )|(?<=expected ))"
)
_OF_A_DAY = re.compile(
    rf"\b(?:(?P<said>{_ROUND}|once|when|since) (?:{SUBJECT}{HAPPENS}|{NAMED})|(?P<by>by) (?:{OCCASION}|{POLL})"
    rf"|(?P<around>after|before|following|ahead of) {_OTHER}(?= (?:on|in) )){_HELD}$"
)
_AN_EVENT = re.compile(rf" ?(?:{SUBJECT}{HAPPENS}|{NAMED}|{_OTHER}){_HELD}")
_SPOKEN_OF = re.compile(
    r"\b(?:with|given|for|because of|due to|owing to|in view of|during|around) "
    rf"(?:{OCCASION}|{POLL})(?: which (?:is|are))? (?:on|in) $"
    rf"|{POLL} (?:is|are|(?:is|are) (?:due|scheduled)|takes? place|(?:will|to) (?:be|take place)(?: held)?) (?:on|in) $"
)
_ANYTHING = re.compile(rf"{CLAUSE}|{NAMED}|(?:(?:{THE}|they|we|it) )?{WORD}(?: {WORD}){{0,5}}")
_PARLIAMENTARY = re.compile(rf"\b(?:{OCCASIONS}|{POLLS})\b")
_FAR = 110
"""Characters before a day in which the event that it is the day of is sought."""


def find_events(text: str) -> Iterator[FoundInterval]:
    """Yield the events that something is said to happen at, before or after, as stretches without ends."""
    for m in _EVENT.finditer(text):
        group = m.lastgroup or ""
        if group != "clause" or not GENERIC.match(m.group()):
            yield FoundInterval(m.start(), m.end(), happening(text, m.start(group), m.end(group), "occasion"))


def happening(text: str, start: int, end: int, size: str) -> Interval:
    """Return the stretch without ends of what hangs on an event, whose words stand between two characters."""
    kind = "parliamentary" if _PARLIAMENTARY.search(text, start, end) else "relative"
    return Interval(None, None, kind, size, RULE["event"], sure=False, anchor=(start, end))


def event_of_a_day(text: str, start: int) -> tuple[int, str] | None:
    """Return where the words begin for an event whose day starts at a character, and what binds it: after, before."""
    base = max(0, start - _FAR)
    m = _OF_A_DAY.search(text[base:start])
    return (base + m.start(), _bare(m["said"] or m["by"] or m["around"])) if m else None


def _bare(said: str) -> str:
    return said.rpartition(" ")[2] if said.endswith("after") else said


def of_another_event(text: str, start: int) -> bool:
    """Return whether a day is that of an event only spoken of, as in "with the elections on 7 May"."""
    return _SPOKEN_OF.search(text[max(0, start - _FAR) : start]) is not None


def is_event(text: str, start: int, end: int) -> bool:
    """Return whether what stands between two characters is an event, held or due on the day that follows."""
    return _AN_EVENT.fullmatch(text, start, end) is not None


def event_at(text: str, at: int) -> tuple[int, int] | None:
    """Return where the words stand for an event, whatever it be, from which a length of time is counted."""
    m = _ANYTHING.match(text, at)
    return m.span() if m else None

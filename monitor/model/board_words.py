"""In which words is the board read by people, in a feed, a report and on a terminal alike?

Each word stands here once. JSON, and the names of columns in CSV, have names of their own, which never change.
"""

from collections.abc import Iterable

from monitor.model.boards import Flag, FlagName, Row, Stop
from monitor.model.cleaning import clean_line
from monitor.model.dossiers import Weighed
from monitor.model.wording import counted_so_far, day

UNCHECKED = "not checked by a person"
CHECKED = "checked by a person"
SOFTENED, SOFTENED_SHORT = "wording softened", "softened"
REPLACED = "replaced"
DROPPED = "dropped"
CANT_SAY = "can't say"
UNREAD = f"{CANT_SAY}: not read to this day"
DAY_UNKNOWN = f"{CANT_SAY}: day of delivery not known"
DOUBT, DOUBT_SHORT = "doubt, see note", "doubt"
NOTE_OF_DOUBT = "Doubt"
"""The word before the note to which “doubt, see note” sends the reader."""
WHAT_COUNTS = "What would count as kept"
KEPT = "Can't say whether it was kept"
NO_NEWS = "mentions it, no news"

_FLAGS = {
    FlagName.SLIPPED: ("date moved", "moved"),
    FlagName.WEAKENED: (SOFTENED, SOFTENED_SHORT),
    FlagName.SUPERSEDED: (REPLACED, REPLACED),
    FlagName.UNCONFIRMED: (UNCHECKED, "unchecked"),
    FlagName.STALE: (UNREAD, CANT_SAY),
}
"""Each flag whose word for people is not the one that programs know: in full, and where there is little room."""

_DEEDS = {
    "weakens": ("softens the wording", "softens it"),
    "supersedes": ("replaces it", "replaces it"),
    "asks-about": ("asks about it", "asks about it"),
    "mentions-only": (NO_NEWS, "mentions it"),
}
"""What a document does to a promise, where the name that programs know is not the word for people."""

_EVENTS = {
    "weakens": (SOFTENED, SOFTENED_SHORT),
    "weakened": (SOFTENED, SOFTENED_SHORT),
    "supersedes": (REPLACED, REPLACED),
    "superseded": (REPLACED, REPLACED),
    "taken-back": ("ruling taken back", "taken back"),
}
"""The same of kinds of change and of rulings."""

WORDS = (
    ("delivered", "", "a person ruled so, or something was published that the register had named as what would count"),
    (
        "overdue",
        "",
        "the last day promised has passed; every source that could show a delivery was read to this day, and none does",
    ),
    (
        "pending",
        "",
        "neither delivered nor overdue: its last day is still to come, or it has no date, or nobody can say yet",
    ),
    ("… days late", "", "how many days after the last day of the date that was promised first"),
    ("window open", "", "the first day it is promised for has come, and the last has not passed"),
    ("due soon", "", "the last day it is promised for is at most 14 days away"),
    ("no date given", "", "words such as “in due course” name no day, so it can never become overdue"),
    (UNCHECKED, "unchecked", "the rules found that it was delivered or replaced; no person has ruled on that yet"),
    (
        UNREAD,
        CANT_SAY,
        "it may have been kept or not: a source that could show it was not read to this day, or was read with a gap",
    ),
    (
        DAY_UNKNOWN,
        CANT_SAY,
        "it was delivered within a span of days of which the first was in time and the last was too late",
    ),
    (
        DOUBT,
        DOUBT_SHORT,
        f"something speaks against this status, or might; its page says what, after the word “{NOTE_OF_DOUBT}:”",
    ),
    (
        "date moved once, twice, …",
        "moved once, …",
        "how often a later date was given; lateness still counts from the date that was promised first",
    ),
    (SOFTENED, SOFTENED_SHORT, "it was promised again in words that promise less, as “intend to” after “will”"),
    (
        f"{REPLACED} by …",
        REPLACED,
        "something else took its place: its clock stopped on that day, and its status stays what it was",
    ),
    (DROPPED, "", "it was given up: its clock stopped on that day, and its status stays what it was"),
    (NO_NEWS, "mentions it", "of a document: it names the promise, and says nothing new about it"),
)
"""The words that people read beside a promise: in full, where there is little room (empty: the same), what it means."""


def moved(times: int) -> tuple[str, str]:
    """Return that a date was moved so many times, in full and where there is little room."""
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return f"date moved {often}", f"moved {often}"


def stopped(how: str, by: str | None) -> str:
    """Return what stopped a clock: "replaced by …", "replaced" where nobody said by what, or "dropped"."""
    word = happened(how)
    return f"{word} by {by}" if by else word


def clock_stopped(stop: Stop) -> str:
    """Return that and when a clock stopped, what stopped it, and whether a person has checked that."""
    sure = "" if stop.confirmed else f" ({UNCHECKED})"
    return f"Clock stopped on {day(stop.on)}: {stopped(stop.how, stop.by)}{sure}"


def relation(name: str, *, short: bool = False) -> str:
    """Return what a document does to a promise, by the name that programs know."""
    return _DEEDS[name][short] if name in _DEEDS else name


def happened(kind: str, *, short: bool = False) -> str:
    """Return what a change or a ruling was, by the kind that programs know."""
    return _EVENTS[kind][short] if kind in _EVENTS else kind


def checked(*, confirmed: bool) -> str:
    return CHECKED if confirmed else UNCHECKED


def judged(weighed: Weighed) -> str:
    """Return what a person said of a piece of evidence, and that nobody has where nobody has."""
    if weighed.ruling:
        return f"{clean_line(weighed.ruling)} by a person"
    return UNCHECKED if weighed.evidence.relation.bears else "nothing in it to check"


def doubt(note: str) -> str:
    """Return a note of what is in doubt, with the word that the board's flag sends the reader to."""
    return f"{NOTE_OF_DOUBT}: {note}"


def doubts(row: Row, *, short: bool = False) -> tuple[str, ...]:
    """Return the word that stands beside a status about which something is in doubt; nothing where nothing is."""
    return ((DOUBT_SHORT if short else DOUBT),) if row.cautions else ()


def flag(flag: Flag, *, short: bool = False) -> str:
    """Return a flag in words for people."""
    said, shortly = _FLAGS.get(flag.name, (flag.word, flag.word))
    return (flag.short or flag.said or shortly) if short else (flag.said or said)


def flags(flags: Iterable[Flag], *, details: bool = False) -> str:
    """Return the flags' words in one line, with their details in brackets when asked."""
    return "; ".join(f"{flag(f)} ({detail(f)})" if details and detail(f) else flag(f) for f in flags)


def flags_but_late(row: Row, *, short: bool = False) -> str:
    """Return the flags' words in one line, lateness aside, which has a column of its own; with figures and doubt."""
    told = [flag(f, short=short) for f in row.flags if f.name is not FlagName.LATE]
    return "; ".join((*counted_so_far(row), *told, *doubts(row, short=short)))


def detail(flag: Flag) -> str:
    """Return what people may want to know more of a flag, empty where there is nothing."""
    return flag.more or flag.detail or ""

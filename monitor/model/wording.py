"""How are statuses, flags, dates and lateness said to people, in a feed, a report and on a terminal alike?

Each word of the board stands here once. JSON and CSV have names of their own, which never change.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from monitor.model.boards import Flag, FlagName, MilestoneRow, Proof, Row, Status, Stop, Weighed
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Due, Ruling
from monitor.model.london import london_day

# strftime would follow the reader's locale, and the same board must read the same everywhere
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


UNLOOKED = "not looked at yet"
NOTHING = "nothing found"
UNDATED = "no date given"
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


def day(day: date) -> str:
    """Return a day as GOV.UK writes it: 16 June 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return a day for a narrow column: 16 Jun 2025."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def moment(at: datetime) -> str:
    """Return a moment in UTC: 16 June 2025 at 09:30 UTC."""
    at = at.astimezone(UTC)
    return f"{day(at.date())} at {at:%H:%M} UTC"


def day_of(at: datetime) -> date:
    """Return the day a moment falls on in London, where all of this is published."""
    return london_day(at)


def count(number: int, thing: str, things: str | None = None) -> str:
    """Return a number with its noun: 1 day, 2 days."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def window(due: Due | None) -> str:
    """Return the window of a due: "by …", "on …", "… to …", or that no date was given."""
    if due is None or (due.latest is None and due.earliest is None):
        return UNDATED
    if due.latest is None:
        return f"from {day(due.earliest or due.said_on)}, no last day given"
    if due.earliest == due.latest:
        return f"on {day(due.latest)}"
    if due.earliest is None or due.earliest <= due.said_on:
        return f"by {day(due.latest)}"
    return f"{_start(due.earliest, due.latest)} to {day(due.latest)}"


def between(first: date, last: date) -> str:
    """Return days of which one is meant: between 20 March and 5 April 2026."""
    said = day(first).removesuffix(f" {last.year}") if first.year == last.year else day(first)
    return f"between {said} and {day(last)}"


def late(days: int) -> str:
    return f"{count(days, 'day')} late"


def left(due: date, as_of: date) -> str:
    """Return how long is left until the last day of a window, that day included."""
    days = (due - as_of).days
    return "last day today" if days == 0 else f"{count(days, 'day')} left"


def timing(row: Row | MilestoneRow, as_of: date) -> str:
    """Return how a row stands against its date: days late, on time, days left; empty where nothing can be said."""
    if row.days_late is not None and row.days_late > 0:
        return late(row.days_late)
    if row.due is None or row.due.latest is None or (isinstance(row, Row) and row.stop):
        return ""
    if row.status is Status.DELIVERED:
        return "on time" if row.days_late == 0 else ""
    return left(row.due.latest, as_of) if as_of <= row.due.latest else "date has passed"


def deed(proof: Proof) -> str:
    """Return when something was done: the day, or the day by which it was so where nobody gave one."""
    return f"on {day(proof.on)}" if proof.on else f"by {day(proof.known_on)}, day not given"


def ruling_days(ruling: Ruling) -> str:
    """Return the day a ruling speaks of, or the days between which a delivery was."""
    return f"{day(ruling.earliest)} to {day(ruling.on)}" if ruling.earliest else day(ruling.on)


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


def slipped(first: Due, moved: Due) -> str:
    """Return by how much a move put off the first promise, empty where either has no last day."""
    if first.latest is None or moved.latest is None:
        return ""
    days = (moved.latest - first.latest).days
    if days < 0:
        return f"{count(-days, 'day')} earlier than first promised"
    return f"{count(days, 'day')} after the day first promised" if days else "the day first promised"


def flags_but_late(row: Row, *, short: bool = False) -> str:
    """Return the flags' words in one line, lateness aside, where a column of its own tells it; doubt is one of them."""
    told = [flag(f, short=short) for f in row.flags if f.name is not FlagName.LATE]
    return "; ".join((*told, *doubts(row, short=short)))


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


def detail(flag: Flag) -> str:
    """Return what people may want to know more of a flag, empty where there is nothing."""
    return flag.more or flag.detail or ""


def percentage(share: float) -> str:
    """Return a share of 0 to 1 as a whole percentage; only full marks read as 100%."""
    return f"{min(round(share * 100), 99) if share < 1 else 100}%"


def _start(earliest: date, latest: date) -> str:
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return str(earliest.day)
    return day(earliest).removesuffix(f" {latest.year}")

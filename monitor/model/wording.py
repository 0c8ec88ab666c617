"""How are dates, windows and lateness said to people, in a feed, a report and on a terminal alike?"""

import re
from datetime import UTC, date, datetime

from monitor.model.boards import Board, MilestoneRow, Proof, Row, Status
from monitor.model.commitments import Ruling
from monitor.model.due import Due
from monitor.model.london import LONDON, london_day
from monitor.model.measures import Measure

_A_START = re.compile(
    r"\W*(?:from|starting|beginning|commencing|with effect from|effective|as of|onwards from)\b"
    r"(?!.*\b(?:to|until|till|by)\b)",
    re.IGNORECASE,
)
# strftime would follow the reader's locale, and the same board must read the same everywhere
MONTHS = (
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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


UNLOOKED = "not looked at yet"
NOTHING = "nothing found"
UNDATED = "no date given"
NEWLY_FOUND = "Of earlier days, and newly found"
"""Above changes that happened long before they were found."""


def day(day: date) -> str:
    """Return a day as GOV.UK writes it: 16 June 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return a day for a narrow column: 16 Jun 2025."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def full_day(day_: date) -> str:
    """Return a day with its weekday: Monday 16 June 2025."""
    return f"{WEEKDAYS[day_.weekday()]} {day(day_)}"


def moment(at: datetime) -> str:
    """Return a moment in UTC: 16 June 2025 at 09:30 UTC."""
    at = at.astimezone(UTC)
    return f"{day(at.date())} at {at:%H:%M} UTC"


def london_time(at: datetime) -> str:
    """Return the time of a moment in London: 09:30."""
    return f"{at.astimezone(LONDON):%H:%M}"


def day_of(at: datetime) -> date:
    """Return the day a moment falls on in London, where all of this is published."""
    return london_day(at)


def count(number: int, thing: str, things: str | None = None) -> str:
    """Return a number with its noun: 1 day, 2 days."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def counts(board: Board) -> str:
    """Return how many commitments stand how; what was late when it was stopped is told apart from the overdue."""
    numbers = ", ".join(f"{number} {status.value}" for status, number in board.counts)
    late = f"; {len(board.stopped_late)} late when replaced or dropped" if board.stopped_late else ""
    return f"{count(len(board.rows), 'commitment')}: {numbers}{late}."


def window(due: Due | None) -> str:
    """Return the window of a due: "by …", "on …", "… to …", "to start …", or that there is no date."""
    if due is None or (due.latest is None and due.earliest is None):
        return UNDATED
    if due.latest is None:
        return f"from {day(due.earliest or due.said_on)}, no last day given"
    return f"to start {_days(due, due.latest)}" if starts(due) else _days(due, due.latest)


def starts(due: Due) -> bool:
    """Return whether due words name a start and no end: “from April 2026” is to have begun by 30 April."""
    return due.latest is not None and bool(_A_START.match(due.said))


def _days(due: Due, latest: date) -> str:
    if due.earliest == latest:
        return f"on {day(latest)}"
    if due.earliest is None or due.earliest <= due.said_on:
        return f"by {day(latest)}"
    return f"{_start(due.earliest, latest)} to {day(latest)}"


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
    return f"on {day(proof.on)}" if proof.on else f"by {day(proof.done_by)}, day not given"


def ruling_days(ruling: Ruling) -> str:
    """Return the day a ruling speaks of, or the days between which a delivery was."""
    return f"{day(ruling.earliest)} to {day(ruling.on)}" if ruling.earliest else day(ruling.on)


def slipped(first: Due, moved: Due) -> str:
    """Return by how much a move put off the first promise, empty where either has no last day."""
    if first.latest is None or moved.latest is None:
        return ""
    days = (moved.latest - first.latest).days
    if days < 0:
        return f"{count(-days, 'day')} earlier than first promised"
    return f"{count(days, 'day')} after the day first promised" if days else "the day first promised"


def counted_so_far(row: Row) -> tuple[str, ...]:
    """Return how many there are so far of what the milestones that make a row's status count."""
    told = ((m.figures[-1].number, m.milestone.measure) for m in row.making if m.figures)
    return tuple(so_many(number, measure) for number, measure in told if measure)


def so_many(number: int, measure: Measure) -> str:
    """Return a figure beside what was promised: 2,391 of 3,000 officers."""
    return f"{number:,} of {measure.number:,} {measure.of[0].rstrip('*')}"


def so_far(row: MilestoneRow) -> str:
    """Return the figure told last of what a milestone counts, and when it was; empty where it counts nothing."""
    measure = row.milestone.measure
    if measure is None:
        return ""
    if not row.figures:
        return f"So far: no figure told of the {measure.number:,} {measure.of[0].rstrip('*')}"
    last = row.figures[-1]
    who = "" if last.confirmed else ", not confirmed by a person"
    return f"So far: {so_many(last.number, measure)}, as told on {day(last.on)}{who}"


def earlier_figures(row: MilestoneRow) -> str:
    """Return the figures told before the last, newest first, with their days; empty where there are none."""
    before = row.figures[-2::-1]
    return f"Before that: {'; '.join(f'{one.number:,} ({day(one.on)})' for one in before)}" if before else ""


def percentage(share: float) -> str:
    """Return a share of 0 to 1 as a whole percentage; only full marks read as 100%."""
    return f"{min(round(share * 100), 99) if share < 1 else 100}%"


def _start(earliest: date, latest: date) -> str:
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return str(earliest.day)
    return day(earliest).removesuffix(f" {latest.year}")

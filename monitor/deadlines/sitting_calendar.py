"""When did the Commons sit, and when do they? Recesses, sessions and Parliaments, as the House published them.

Recesses: the last day of sitting before it, and the day of return. Sessions: the day of the King's
Speech, and of prorogation or dissolution (None: not known when this was written).
"""

from dataclasses import dataclass
from datetime import date

from monitor.deadlines.intervals import day, plus_days


@dataclass(frozen=True, slots=True)
class Recess:
    """A recess: `rose` is the last sitting day before it, `back` the first after it."""

    name: str
    rose: date
    back: date
    known: bool = True
    until: date | None = None
    """The last day on which these were the dates announced, where they were changed later."""


def _recess(name: str, rose: str, back: str, until: str | None = None) -> Recess:
    changed = date.fromisoformat(until) if until else None
    return Recess(name, date.fromisoformat(rose), date.fromisoformat(back), until=changed)


RECESSES = (
    _recess("february", "2023-02-09", "2023-02-20"),
    _recess("easter", "2023-03-30", "2023-04-17"),
    _recess("whitsun", "2023-05-25", "2023-06-05"),
    _recess("summer", "2023-07-20", "2023-09-04"),
    _recess("conference", "2023-09-19", "2023-10-16"),
    _recess("christmas", "2023-12-19", "2024-01-08"),
    _recess("february", "2024-02-08", "2024-02-19"),
    _recess("easter", "2024-03-26", "2024-04-15"),
    _recess("whitsun", "2024-05-23", "2024-06-03"),
    _recess("summer", "2024-07-23", "2024-09-02", until="2024-05-30"),
    _recess("summer", "2024-07-30", "2024-09-02"),
    _recess("conference", "2024-09-12", "2024-10-07"),
    _recess("november", "2024-11-06", "2024-11-11"),
    _recess("christmas", "2024-12-19", "2025-01-06"),
    _recess("february", "2025-02-13", "2025-02-24"),
    _recess("easter", "2025-04-08", "2025-04-22"),
    _recess("whitsun", "2025-05-22", "2025-06-02"),
    _recess("summer", "2025-07-22", "2025-09-01"),
    _recess("conference", "2025-09-16", "2025-10-13"),
    _recess("november", "2025-11-05", "2025-11-10"),
    _recess("christmas", "2025-12-18", "2026-01-05"),
    _recess("february", "2026-02-12", "2026-02-23"),
    _recess("easter", "2026-03-26", "2026-04-13"),
    _recess("whitsun", "2026-05-21", "2026-06-01"),
    _recess("summer", "2026-07-16", "2026-09-01"),
)
_USUAL = {
    "february": ((2, 12), (2, 23)),
    "easter": ((3, 31), (4, 15)),
    "whitsun": ((5, 22), (6, 2)),
    "summer": ((7, 21), (9, 1)),
    "conference": ((9, 16), (10, 13)),
    "november": ((11, 5), (11, 10)),
    "christmas": ((12, 18), (1, 5)),
}

SESSIONS: tuple[tuple[date, date | None], ...] = (
    (date(2022, 5, 10), date(2023, 10, 26)),
    (date(2023, 11, 7), date(2024, 5, 24)),
    (date(2024, 7, 17), date(2026, 4, 29)),
    (date(2026, 5, 13), None),
)
FISCAL_EVENTS = (
    (date(2023, 11, 22), "budget", date(2023, 9, 5)),
    (date(2024, 3, 6), "spring", date(2023, 12, 27)),
    (date(2024, 10, 30), "budget", date(2024, 7, 29)),
    (date(2025, 3, 26), "spring", date(2024, 12, 16)),
    (date(2025, 6, 11), "review", date(2025, 3, 26)),
    (date(2025, 11, 26), "budget", date(2025, 9, 3)),
    (date(2026, 3, 3), "spring", date(2025, 12, 16)),
)
"""Autumn Statements and Budgets, Spring Budgets, Statements and Forecasts, and Spending Reviews: the day of each, its
sort, and about when that day was announced: what was said before did not mean a known day."""
PARLIAMENTS = (
    (date(2019, 12, 17), date(2024, 5, 30)),
    (date(2024, 7, 9), date(2029, 7, 9)),
)


@dataclass(frozen=True, slots=True)
class Almanac:
    """The recesses and sessions that are known, oldest first: those above, and what was learnt since (calendars)."""

    recesses: tuple[Recess, ...] = RECESSES
    sessions: tuple[tuple[date, date | None], ...] = SESSIONS


SHIPPED = Almanac()


def recess(name: str, said_on: date, year: int | None = None, known: Almanac = SHIPPED) -> Recess:
    """Return the recess of that name that is on or comes next, or that of a year; usual dates where none is known."""
    told = [r for r in known.recesses if r.name == name and (r.until is None or said_on <= r.until)]
    wanted = [r for r in told if (r.rose.year == year if year else r.back >= said_on)]
    if wanted and said_on >= known.recesses[0].rose:
        return wanted[0]
    this = said_on.year - (name == "christmas" and said_on.month == 1)
    there = _usual(name, year or this)
    return there if year or there.back >= said_on else _usual(name, this + 1)


def _usual(name: str, year: int) -> Recess:
    (rose_month, rose_day), (back_month, back_day) = _USUAL[name]
    back = day(year + (back_month < rose_month), back_month, back_day)
    return Recess(name, day(year, rose_month, rose_day), back, known=False)


def next_recess(said_on: date, known: Almanac = SHIPPED) -> Recess:
    """Return the recess that is on or comes next, whatever its name."""
    return min((recess(name, said_on, known=known) for name in _USUAL), key=lambda r: r.rose)


def session(said_on: date, later: int = 0, known: Almanac = SHIPPED) -> tuple[date | None, date | None]:
    """Return the first and last day of the session of a day, or of one so many sessions later; None where unknown.

    Between two sessions it is the one to come.
    """
    running = next(
        (n for n, (_, end) in enumerate(known.sessions) if end is None or said_on <= end), len(known.sessions)
    )
    if said_on < known.sessions[0][0] or running + later >= len(known.sessions):
        return None, None
    return known.sessions[running + later]


def parliament(said_on: date, later: int = 0) -> tuple[date, date]:
    """Return the day a Parliament first meets, and the day on which it ends at the latest."""
    running = next((n for n, (_, end) in enumerate(PARLIAMENTS) if said_on <= end), len(PARLIAMENTS))
    if running + later < len(PARLIAMENTS):
        return PARLIAMENTS[running + later]
    last = PARLIAMENTS[-1][1]
    first = day(last.year + 5 * (running + later - len(PARLIAMENTS)), last.month, last.day)
    return first, day(first.year + 5, first.month, first.day)


def in_recess(there: date, known: Almanac = SHIPPED) -> bool:
    """Return whether a day lies in a recess of the Commons, as far as is known."""
    return any(r.rose < there < r.back for r in known.recesses)


def sits(there: date, known: Almanac = SHIPPED) -> bool:
    """Return whether the Commons sit on a day, as far as is known: Mondays to Thursdays outside recesses."""
    return there.weekday() < 4 and not in_recess(there, known)


def after_sitting_days(said_on: date, count: int, known: Almanac = SHIPPED) -> date:
    """Return the day that is so many sitting days later; counting stops after a thousand days."""
    there = said_on
    for _ in range(1000):
        if count <= 0:
            break
        there = plus_days(there, 1)
        count -= sits(there, known)
    return there

"""Which day stands in which cell of a timeline, and what stands above it?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

ZOOMS = (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60)
"""Days that a cell can hold."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS_OF_A_MONTH = 30
_WEEKS = (8, 15, 22)
"""Days of a month that are named where each has a cell."""


@dataclass(frozen=True, slots=True)
class DayScale:
    """Cells of `days` days each, of which the first begins on `start`: a day's ordinal, beyond date's own if panned."""

    start: int
    days: int
    cells: int

    @classmethod
    def fitted(cls, first: date, last: date, cells: int, about: date) -> Self:
        """Return the finest scale that shows all from first to last; where none does, the coarsest, about a day.

        The day lies between the two: nothing is shown of what is before the first.
        """
        wide = last.toordinal() - first.toordinal() + 1
        days = next((zoom for zoom in ZOOMS if wide <= zoom * cells), None)
        if days is not None:
            return cls(first.toordinal(), days, cells)
        coarsest = cls(0, ZOOMS[-1], cells).centred(about)
        return max(coarsest, coarsest.beginning(first), key=lambda scale: scale.start)

    @property
    def end(self) -> int:
        """The ordinal of the first day that is not shown any more."""
        return self.start + self.days * self.cells

    def cell(self, day: date) -> int:
        """Return the cell of a day; below 0 or past the last where it is not shown."""
        return (day.toordinal() - self.start) // self.days

    def between(self, first: date, last: date) -> range:
        """Return the cells that are shown of those from one day to another."""
        return range(max(self.cell(first), 0), min(self.cell(last), self.cells - 1) + 1)

    def shows(self, day: date) -> bool:
        return self.start <= day.toordinal() < self.end

    def resized(self, cells: int) -> Self:
        return replace(self, cells=cells)

    def panned(self, cells: int) -> Self:
        return replace(self, start=self.start + cells * self.days)

    def beginning(self, day: date) -> Self:
        """Return the scale moved so that a day stands in the first cell."""
        return replace(self, start=day.toordinal())

    def ending(self, day: date) -> Self:
        """Return the scale moved so that a day stands in the last cell."""
        return replace(self, start=day.toordinal() - (self.cells - 1) * self.days)

    def centred(self, day: date) -> Self:
        """Return the scale moved so that a day stands in its middle."""
        return replace(self, start=day.toordinal() - self.cells // 2 * self.days)

    def zoomed(self, steps: int, about: date) -> Self:
        """Return the scale so many steps finer (or coarser, below 0); a day that is shown keeps its cell."""
        at = ZOOMS.index(self.days) - steps
        days = ZOOMS[min(max(at, 0), len(ZOOMS) - 1)]
        kept = self.cell(about) if self.shows(about) else self.cells // 2
        middle = about.toordinal() if self.shows(about) else self.start + kept * self.days
        return replace(self, start=middle - kept * days, days=days)

    def within(self, first: date, last: date) -> Self:
        """Return the scale moved no further than that a day from first to last is still shown."""
        least, most = first.toordinal() - (self.cells - 1) * self.days, last.toordinal()
        return replace(self, start=min(max(self.start, least), most))

    def months(self) -> Iterator[date]:
        """Yield the first day of each month that is shown, or that was running where the first cell begins."""
        first = date.fromordinal(min(max(self.start, 1), date.max.toordinal()))
        year, month = first.year, first.month
        while year <= date.max.year and (day := date(year, month, 1)).toordinal() < self.end:
            yield day
            year, month = (year, month + 1) if month < len(_MONTHS) else (year + 1, 1)

    def new_years(self) -> frozenset[int]:
        """Return the cells in which a year begins."""
        return frozenset(self.cell(day) for day in self.months() if day.month == 1 and self.shows(day))


def axis(scale: DayScale, tick: str) -> tuple[str, str]:
    """Return the two lines above a timeline, each as wide as it: years, and months as closely as there is room."""
    return _years(scale, tick), _months(scale, tick)


def _years(scale: DayScale, tick: str) -> str:
    cells, starts = [" "] * scale.cells, list(scale.months())
    for day in starts:
        if day.month == 1 and scale.shows(day):
            _put(cells, scale.cell(day), f"{tick}{day.year}")
    if starts:
        _put(cells, 0, f" {starts[0].year}")
    return "".join(cells)


def _months(scale: DayScale, tick: str) -> str:
    cells, starts = [" "] * scale.cells, list(scale.months())
    for day in starts:
        if scale.shows(day):
            _put(cells, scale.cell(day), _label(scale.days, day, tick))
    if starts and not scale.shows(starts[0]) and scale.days <= _DAYS_OF_A_MONTH // 4:
        _put(cells, 0, f" {_MONTHS[starts[0].month - 1]}")
    for day in (start.replace(day=number) for start in starts for number in _WEEKS if scale.days == 1):
        if scale.shows(day):
            _put(cells, scale.cell(day), f"{tick}{day.day}")
    return "".join(cells)


def _label(days: int, day: date, tick: str) -> str:
    """Return what is written at the first of a month: its name, its letter, a tick at quarters; empty for none."""
    room = _DAYS_OF_A_MONTH // days
    name = _MONTHS[day.month - 1]
    if room >= 5:
        return f"{tick}{name}"
    if room == 4:
        return name
    if room >= 2:
        return name[0]
    return tick if day.month in ((1, 4, 7, 10) if days < ZOOMS[-1] else (1, 7)) else ""


def _put(cells: list[str], at: int, label: str) -> None:
    """Write a label at a cell, where it fits and touches no other."""
    end = at + len(label)
    if end <= len(cells) and not "".join(cells[max(at - 1, 0) : end + 1]).strip():
        cells[at:end] = label

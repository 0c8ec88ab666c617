"""Which sign stands in which cell of a promise's bar, and in which style?"""

from collections.abc import Iterator
from datetime import date

from monitor.reports.promise_bars import Bar, Mark, MarkKind, StretchKind
from tui.widgets.day_scale import DayScale
from tui.widgets.timeline_signs import Signs

BLANK, PROMISED, AXIS, TODAY = "", "", "muted", "link"
DELIVERED, LATE, PENDING, UNKNOWN, STOPPED = "delivered", "overdue", "pending", "cant-say", "stopped"
"""The names of styles (tui.widgets.palette); each stands beside a sign that says the same."""

_STRETCHES = {
    StretchKind.LEFT: AXIS,
    StretchKind.RUNNING: PROMISED,
    StretchKind.WINDOW: PENDING,
    StretchKind.UNKNOWN: UNKNOWN,
    StretchKind.LATE: LATE,
}
_MARKS = {
    MarkKind.PROMISED: PROMISED,
    MarkKind.DUE: PENDING,
    MarkKind.MOVED: PENDING,
    MarkKind.DELIVERED_BY: DELIVERED,
    MarkKind.DELIVERED: DELIVERED,
    MarkKind.STOPPED: STOPPED,
    MarkKind.MISSED: LATE,
}
_TOLD = (MarkKind.MOVED, MarkKind.DELIVERED_BY, MarkKind.DELIVERED, MarkKind.STOPPED, MarkKind.MISSED)
"""What may not be hidden behind another mark in one cell."""

_ORDER = tuple(MarkKind)

Cell = tuple[str, str]
"""A sign and the name of its style."""


def bar_cells(bar: Bar, scale: DayScale, signs: Signs, new_years: frozenset[int]) -> list[Cell]:
    """Return a bar in as many cells as the scale has: lines of years, stretches, the day looked at, marks."""
    cells = empty_cells(bar.day, scale, signs, new_years)
    for kind in StretchKind:
        for one in bar.stretches:
            if one.kind is kind:
                for cell in scale.between(one.first, one.last):
                    cells[cell] = (signs.stretches[kind], _STRETCHES[kind])
    if scale.shows(bar.day):
        cells[scale.cell(bar.day)] = (signs.today, TODAY)
    for cell, sign in _marked(bar, scale, signs):
        cells[cell] = sign
    return _edged(cells, bar, scale, signs)


def empty_cells(day: date, scale: DayScale, signs: Signs, new_years: frozenset[int]) -> list[Cell]:
    """Return what stands in a line without a bar."""
    cells: list[Cell] = [(" ", BLANK)] * scale.cells
    for year in new_years:
        cells[year] = (signs.year, AXIS)
    if scale.shows(day):
        cells[scale.cell(day)] = (signs.today, TODAY)
    return cells


def _marked(bar: Bar, scale: DayScale, signs: Signs) -> Iterator[tuple[int, Cell]]:
    """Yield each cell in which something fell, with its sign: a sign of its own where several things did."""
    fell: dict[int, list[Mark]] = {}
    for mark in bar.marks:
        if scale.shows(mark.day):
            fell.setdefault(scale.cell(mark.day), []).append(mark)
    for cell, marks in fell.items():
        told = {mark for mark in marks if mark.kind in _TOLD}
        if len({(mark.kind, mark.part) for mark in told}) > 1:
            style = LATE if any(mark.kind is MarkKind.MISSED for mark in told) else PENDING
            yield cell, (signs.several, style)
            continue
        top = max(told or marks, key=lambda mark: (not mark.part, _ORDER.index(mark.kind)))
        yield cell, (signs.of(top.kind, part=top.part), _MARKS[top.kind])


def _edged(cells: list[Cell], bar: Bar, scale: DayScale, signs: Signs) -> list[Cell]:
    """Return the cells with an arrow at the edge beyond which the whole of a bar lies."""
    if cells and bar.last.toordinal() < scale.start:
        cells[0] = (signs.before, AXIS)
    if cells and bar.first.toordinal() >= scale.end:
        cells[-1] = (signs.after, AXIS)
    return cells

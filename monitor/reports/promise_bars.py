"""How does a promise lie over the days: promised when, with time until when, and what came of it?

The dashboard's timeline and the published pages draw the same bars. Both ends of a stretch of days belong to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

from monitor.model.boards import Board, MilestoneRow, Move, Row, Status
from monitor.model.due import Due

_A_DAY = timedelta(days=1)


class StretchKind(Enum):
    """What a stretch of days was for a promise. Where several are true of a day, the one that stands last is drawn."""

    LEFT = "time that is left until its last day"
    RUNNING = "promised, and no last day has passed"
    WINDOW = "the days for which it is promised, where the words give a first and a last one"
    UNKNOWN = "its last day has passed, and nobody can say whether it was kept"
    LATE = "late: the last day promised first has passed"


class MarkKind(Enum):
    """What fell on a day. Where several did, the one that stands last is drawn."""

    PROMISED = "the day it was promised"
    DUE = "the last day promised"
    MOVED = "the last day of the date to which it was moved"
    DELIVERED_BY = "delivered by this day; on which day is not known"
    DELIVERED = "delivered on this day"
    STOPPED = "replaced or dropped on this day, which stopped its clock"
    MISSED = "the last day promised, missed"


_STRETCHES, _MARKS = tuple(StretchKind), tuple(MarkKind)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the days from `first` to `last` were."""

    kind: StretchKind
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Mark:
    """What fell on a day. `part`: it settles a step or one milestone of several, and not the promise."""

    kind: MarkKind
    day: date
    part: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A promise as it lay on a day: stretches one after the other, and marks, at least one; both by day."""

    row: Row
    day: date
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]

    @property
    def first(self) -> date:
        return min((*(s.first for s in self.stretches), *(m.day for m in self.marks)))

    @property
    def last(self) -> date:
        return max((*(s.last for s in self.stretches), *(m.day for m in self.marks)))


def bars(board: Board) -> tuple[Bar, ...]:
    """Return the bar of every promise of a board, in the board's order."""
    return tuple(promise_bar(row, board.as_of) for row in board.rows)


def days_of(drawn: Sequence[Bar], day: date) -> tuple[date, date]:
    """Return the first and the last day on which anything is drawn, the day looked at among them."""
    return min((b.first for b in drawn), default=day), max(*(b.last for b in drawn), day) if drawn else day


def promise_bar(row: Row, day: date) -> Bar:
    """Return a promise as it lies on the day of its board.

    Steps have marks and no stretches: that one is missed makes no promise late.
    """
    needed = [m for m in row.milestones if not m.milestone.step]
    open_until = _clock(row, day)
    until = max((_deed(m, day) for m in needed), default=day) if row.status is Status.DELIVERED else open_until
    found = [Stretch(StretchKind.RUNNING, row.commitment.made_on, until)]
    for one in needed:
        found += _stretches(row, one, day)
    if not needed and row.due:
        found += _without_milestones(row, row.due, open_until)
    marks = [Mark(MarkKind.PROMISED, row.commitment.made_on)]
    marks += [mark for one in row.milestones for mark in _marks(row, one, day, until)]
    if not needed and row.due and row.due.latest:
        marks.append(Mark(MarkKind.DUE, row.due.latest))
    if row.stop:
        marks.append(Mark(MarkKind.STOPPED, row.stop.on))
    return Bar(row, day, _merged(found), tuple(sorted(set(marks), key=lambda m: (m.day, _MARKS.index(m.kind), m.part))))


def missed(row: MilestoneRow) -> bool:
    """Return whether the last day that was promised first is known to have passed without a delivery."""
    return row.status is Status.OVERDUE or (row.status is Status.DELIVERED and bool(row.days_late))


def _clock(row: Row, day: date) -> date:
    return min(day, row.stop.on) if row.stop else day


def _deed(row: MilestoneRow, day: date) -> date:
    """Return the day of a delivery, or one by which it was so."""
    return row.delivered_on or (row.proof.done_by if row.proof else day)


def _stretches(row: Row, one: MilestoneRow, day: date) -> Iterator[Stretch]:
    """Yield the windows of a milestone, the days past its last day, and those that are left."""
    delivered = one.status is Status.DELIVERED
    end = _deed(one, day) if delivered else _clock(row, day)
    yield from _running(one.milestone.promised_on, one.due, end)
    for due in (one.due, *(move.due for move in one.slips)):
        yield from _window(due, end)
    last = one.due.latest if one.due else None
    if last and last < end:
        yield Stretch(StretchKind.LATE if missed(one) else StretchKind.UNKNOWN, last + _A_DAY, end)
    if not delivered and not row.stop:
        yield from _left(last, one.slips, end)


def _without_milestones(row: Row, due: Due, end: date) -> Iterator[Stretch]:
    """Yield the same of a promise of which no milestone is needed: nobody judges whether its date was kept."""
    yield from _window(due, end)
    if due.latest and due.latest < end:
        yield Stretch(StretchKind.UNKNOWN, due.latest + _A_DAY, end)
    if not row.stop:
        yield from _left(due.latest, (), end)


def _running(since: date, due: Due | None, end: date) -> Iterator[Stretch]:
    until = min(end, due.latest) if due and due.latest else end
    if since <= until:
        yield Stretch(StretchKind.RUNNING, since, until)


def _window(due: Due | None, end: date) -> Iterator[Stretch]:
    """Yield the days for which something was promised, where these are not all from the day it was said."""
    if due is None or due.earliest is None or due.earliest <= due.said_on:
        return
    last = due.latest or end
    if due.earliest <= last:
        yield Stretch(StretchKind.WINDOW, due.earliest, last)


def _left(last: date | None, slips: Sequence[Move], end: date) -> Iterator[Stretch]:
    until = max((d for d in (last, *(move.due.latest for move in slips)) if d), default=end)
    if end < until:
        yield Stretch(StretchKind.LEFT, end + _A_DAY, until)


def _marks(row: Row, one: MilestoneRow, day: date, until: date) -> Iterator[Mark]:
    step = one.milestone.step
    if one.milestone.promised_on != row.commitment.made_on:
        yield Mark(MarkKind.PROMISED, one.milestone.promised_on, part=True)
    if one.due and one.due.latest:
        settled = one.status is Status.DELIVERED and row.status is not Status.DELIVERED
        yield Mark(MarkKind.MISSED if missed(one) else MarkKind.DUE, one.due.latest, step or settled)
    for move in one.slips:
        if move.due.latest:
            yield Mark(MarkKind.MOVED, move.due.latest, step)
    if one.status is Status.DELIVERED:
        deed = _deed(one, day)
        whole = row.status is Status.DELIVERED and deed == until and not step
        yield Mark(MarkKind.DELIVERED if one.delivered_on else MarkKind.DELIVERED_BY, deed, not whole)


def _merged(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches that do not overlap: of each day that kind which stands last among StretchKind."""
    held = [(_STRETCHES.index(s.kind), s.first.toordinal(), s.last.toordinal()) for s in found if s.first <= s.last]
    merged: list[tuple[int, int, int]] = []
    for start, end in pairwise(sorted({edge for _, first, last in held for edge in (first, last + 1)})):
        kind = max((k for k, first, last in held if first <= start <= last), default=None)
        if kind is None:
            continue
        if merged and merged[-1][0] == kind and merged[-1][2] == start - 1:
            merged[-1] = (kind, merged[-1][1], end - 1)
        else:
            merged.append((kind, start, end - 1))
    return tuple(Stretch(_STRETCHES[k], date.fromordinal(a), date.fromordinal(b)) for k, a, b in merged)

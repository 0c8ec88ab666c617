"""Which promises stand otherwise on one day than on another, from what to what, and by which sentence?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.model import board_words, wording
from monitor.model.boards import Board, Flag, FlagName, MilestoneRow, Row, Status
from monitor.model.changes import Because
from monitor.model.due import Due
from monitor.model.evidence import Relation
from monitor.model.ports import Told
from monitor.status import headlines
from monitor.status.change_ranges import between

_TOLD_OTHERWISE = frozenset({FlagName.LATE, FlagName.SLIPPED, FlagName.NO_DATE})
"""Flags that follow from the status, or from the dates, of which it is told in full."""

_RANK = ("status", "milestone", "date", "flag")
"""What turned, the weightiest first."""


@dataclass(frozen=True, slots=True)
class RowTurn:
    """One thing of a promise that is otherwise: how it was and how it is, None where it was not or is no more.

    `what` is status, milestone, date or flag; `milestone` is the id of that of which it is told. `before` and `after`
    are the words that programs know (of a date its last day), `was` and `now` those for people; `brief` says it where
    there is little room.
    """

    what: str
    milestone: str | None
    before: str | None
    after: str | None
    was: str
    now: str
    brief: str
    because: Because | None


@dataclass(frozen=True, slots=True)
class TurnedRow:
    """A promise that stood there on both days, and what of it is otherwise."""

    before: Row
    after: Row
    turns: tuple[RowTurn, ...]


@dataclass(frozen=True, slots=True)
class DayComparison:
    """Two days side by side; of what turned, new statuses stand first.

    `told`: what happened after the earlier day, or was told then, up to the later one.
    """

    earlier: date
    later: date
    new: tuple[Row, ...]
    turned: tuple[TurnedRow, ...]
    unchanged: int
    told: tuple[Told, ...]


def compare(earlier: Board, later: Board, told: Iterable[Told]) -> DayComparison:
    """Return what is otherwise on the later board; `told` may hold more than what lies between the two."""
    first = earlier.as_of + timedelta(days=1)
    since = tuple(one for one in told if between(one, first, later.as_of))
    held = {row.commitment.id: row for row in earlier.rows}
    new = tuple(row for row in later.rows if row.commitment.id not in held)
    both = [(held[row.commitment.id], row) for row in later.rows if row.commitment.id in held]
    compared = [TurnedRow(was, now, tuple(_turns(was, now, since))) for was, now in both]
    turned = tuple(sorted((one for one in compared if one.turns), key=lambda one: _RANK.index(one.turns[0].what)))
    return DayComparison(earlier.as_of, later.as_of, new, turned, len(compared) - len(turned), since)


def _turns(was: Row, now: Row, told: Sequence[Told]) -> Iterator[RowTurn]:
    if was.status is not now.status:
        yield _of_status("status", None, was.status, now.status, headlines.why(now))
    held = {m.milestone.id: m for m in was.milestones}
    for m in now.milestones:
        if before := held.get(m.milestone.id):
            yield from _of_milestone(before, m, whole=(was.status, now.status))
    yield from _of_flags(was, now, told)


def _of_milestone(was: MilestoneRow, now: MilestoneRow, whole: tuple[Status, Status]) -> Iterator[RowTurn]:
    """Yield how a milestone's status turned, unless the whole turned alike, and how its date was moved."""
    named = now.milestone.id
    if was.status is not now.status and (now.milestone.step or (was.status, now.status) != whole):
        yield _of_status("milestone", named, was.status, now.status, _proof(now))
    before, after = _date(was), _date(now)
    if before != after:
        last = now.moves[-1] if now.moves else None
        because = Because(last.quote or "", last.url) if last and last.url else None
        said = wording.window(before), wording.window(after)
        yield RowTurn("date", named, _last_day(before), _last_day(after), *said, f"now {said[1]}", because)


def _of_status(what: str, named: str | None, was: Status, now: Status, because: Because | None) -> RowTurn:
    return RowTurn(what, named, was.value, now.value, was.value, now.value, f"{was.value} → {now.value}", because)


def _proof(row: MilestoneRow) -> Because | None:
    """Return what proves how a milestone stands: its delivery, or where the date that was missed was said."""
    if row.status is Status.OVERDUE:
        return headlines.missed(row)
    return Because(row.proof.quote or "", row.proof.url) if row.proof and row.proof.url else None


def _date(row: MilestoneRow) -> Due | None:
    """Return the date that holds for a milestone: that to which it was moved last, else the first."""
    return row.moves[-1].due if row.moves else row.due


def _last_day(due: Due | None) -> str | None:
    return due.latest.isoformat() if due and due.latest else None


def _of_flags(was: Row, now: Row, told: Sequence[Told]) -> Iterator[RowTurn]:
    """Yield the flags that went and those that came; one that says something else now did both."""
    before, after = _flags(was), _flags(now)
    for name in FlagName:
        gone, come = before.get(name), after.get(name)
        if _word(gone) != _word(come):
            said = board_words.flag(gone) if gone else "", board_words.flag(come) if come else ""
            because = _flagged(name, now, told) if come else None
            yield RowTurn("flag", None, _word(gone), _word(come), *said, _briefly(gone, come), because)


def _flags(row: Row) -> dict[FlagName, Flag]:
    return {flag.name: flag for flag in row.flags if flag.name not in _TOLD_OTHERWISE}


def _word(flag: Flag | None) -> str | None:
    return flag.word if flag else None


def _briefly(gone: Flag | None, come: Flag | None) -> str:
    if come:
        return board_words.flag(come, short=True)
    return f"no longer {board_words.flag(gone, short=True)}" if gone else ""


def _flagged(name: FlagName, row: Row, told: Sequence[Told]) -> Because | None:
    """Return the sentence that a flag rests on: what stopped the clock, or the softer words told last."""
    if name is FlagName.SUPERSEDED and row.stop and row.stop.url:
        return Because(row.stop.quote or "", row.stop.url)
    if name is not FlagName.WEAKENED:
        return None
    of = [t.change for t in told if t.change.commitment == row.commitment.id and t.change.kind == Relation.WEAKENS]
    return max(of, key=lambda change: change.at).because if of else None

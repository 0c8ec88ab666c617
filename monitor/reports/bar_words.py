"""What does a promise's bar say in words: promised when, due when, moved to when, and what came of it?"""

from collections.abc import Iterator
from datetime import date

from monitor.model import board_words, wording
from monitor.model.boards import FlagName, MilestoneRow, Row, Status
from monitor.model.cleaning import clean_line
from monitor.model.due import Due


def bar_words(row: Row, day: date) -> str:
    """Return a bar in words, on one line: the promise, then each milestone, those that make its status first."""
    made = row.commitment
    head = f"promised on {wording.day(made.made_on)} by {clean_line(made.made_by)}"
    milestones = sorted(row.milestones, key=lambda m: (m not in row.making, m.milestone.step))
    parts = ["; ".join(_milestone(row, one, day)) for one in milestones]
    if len(parts) > 1:
        parts = [f"{clean_line(one.milestone.title)}: {part}" for one, part in zip(milestones, parts, strict=True)]
    said = ". ".join((head, *parts)) if len(parts) > 1 else "; ".join((head, *(parts or [_due(row.due)])))
    stop = f". {board_words.clock_stopped(row.stop)}" if row.stop else ""
    return clean_line(f"{said[:1].upper()}{said[1:]}{stop}.")


def _milestone(row: Row, one: MilestoneRow, day: date) -> Iterator[str]:
    if one.milestone.promised_on != row.commitment.made_on:
        yield f"promised on {wording.day(one.milestone.promised_on)}"
    yield _due(one.due)
    for move in one.slips:
        yield f"on {wording.day(move.on)} moved to {_plain(move.due)}"
    yield from _outcome(row, one, day)
    if one.caution:
        yield board_words.doubt(one.caution)


def _due(due: Due | None) -> str:
    if due is None:
        return wording.UNDATED
    said = f"\u201c{clean_line(due.said)}\u201d"
    return f"due {said}, {wording.window(due)}" if due.latest or due.earliest else f"{said}: {wording.UNDATED}"


def _plain(due: Due) -> str:
    return wording.window(due).removeprefix("by ").removeprefix("on ")


def _outcome(row: Row, one: MilestoneRow, day: date) -> Iterator[str]:
    """Yield what came of a milestone, and what of that is not sure."""
    if one.status is Status.DELIVERED:
        deed = wording.deed(one.proof) if one.proof else f"on {wording.day(one.delivered_on or day)}"
        yield f"delivered {deed}"
        if one.due and one.due.dated:
            yield wording.timing(one, day) or board_words.DAY_UNKNOWN
        if not one.confirmed:
            yield board_words.UNCHECKED
    elif one.status is Status.OVERDUE:
        yield wording.late(one.days_late or 0) + (" when its clock stopped" if row.stop else "")
    elif one.stale:
        stale = row.flag(FlagName.STALE)
        yield board_words.flag(stale) if stale else board_words.UNREAD
    elif not row.stop and (left := wording.timing(one, day)):
        yield left

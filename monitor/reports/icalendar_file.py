"""What does a calendar program see of the due windows? An iCalendar file (RFC 5545): the same board, the same bytes.

Not to be taken for monitor.deadlines.parliament_calendar, which knows on which days the Houses sit.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

from icalendar import Calendar, Event, vDuration, vUri

from monitor.model import board_words, wording
from monitor.model.boards import Board, MilestoneRow, Move, Row, Status
from monitor.model.changes import change_id, start_of
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Register
from monitor.model.due import Due
from monitor.model.ports import Told

_WORDS = {Status.DELIVERED: "Delivered", Status.OVERDUE: "Overdue", Status.PENDING: "Due"}
_ABOUT = "By when things were promised: each date with the words that gave it, and the link to them."
_URI = "%/:=&?~#+!$,;'@()*[]"
"""What stands in an address as it is; an iCalendar address is ASCII."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """A dated milestone, the commitment it belongs to, and how often and when last anything was told of that."""

    register: str
    row: Row
    milestone: MilestoneRow
    told: int
    told_at: datetime

    def uid(self, *more: str) -> str:
        """Return its name for ever. No date is part of it, so an event whose day is put right stays the same event."""
        return f"{change_id(self.register, self.row.commitment.id, self.milestone.milestone.id, *more)}@bywhen"


def datebook(board: Board, registers: Sequence[Register], told: Sequence[Told], title: str) -> bytes:
    """Return an iCalendar file: all-day events without alarms, on the last day of each window.

    An event stays on the day first promised. Each move of it is told in its text, and has an event of its own.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//bywhen//due dates//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):  # RFC 7986's own, and the one that was read before it
        calendar.add(name, _line(title))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, _ABOUT)
    calendar.add("refresh-interval", vDuration(timedelta(hours=12)), {"value": "DURATION"})
    for promise in _promises(board, registers, told):
        for event in _events(promise):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _promises(board: Board, registers: Sequence[Register], told: Sequence[Told]) -> Iterator[_Promise]:
    heard: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for one in told:
        heard[one.change.register, one.change.commitment].append(one.told_at)
    for row in board.rows:
        made = row.commitment
        register = next((r.id for r in registers if r.commitment(made.id) == made), "")
        times = heard[register, made.id] or [start_of(made.made_on)]
        for milestone in row.milestones:
            if milestone.due and milestone.due.dated:
                yield _Promise(register, row, milestone, len(heard[register, made.id]), max(times))


def _events(promise: _Promise) -> Iterator[Event]:
    first, name = promise.milestone.due, promise.milestone.milestone.title
    if first and first.latest:
        head = f"{_word(promise)}: {name}"
        yield _event(promise, promise.uid(), first.latest, head, _told(promise, first))
    for number, move in enumerate(promise.milestone.slips, 1):
        if first and move.due.latest:
            # A move is counted, not dated: its date may itself be put right by what is read later.
            told = _moved(promise.milestone, first, move)
            yield _event(promise, promise.uid("moved", str(number)), move.due.latest, f"Moved to: {name}", told)


def _word(promise: _Promise) -> str:
    """Return how it stands: what was late when it was replaced or dropped is not called overdue."""
    status = promise.milestone.status
    return "Was due" if promise.row.stop and status is Status.OVERDUE else _WORDS[status]


def _event(promise: _Promise, uid: str, day: date, head: str, told: Iterator[str]) -> Event:
    """Return an all-day event: a start that is a day, and no end (RFC 5545, 3.6.1).

    It was altered when something was last told of the commitment, whatever the clock says. DTSTAMP is that moment as
    well: without a METHOD the two mean the same (3.8.7.2).
    """
    event = Event()
    event.add("uid", uid)
    for name in ("dtstamp", "last-modified"):
        event.add(name, promise.told_at.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", promise.told)
    event.add("dtstart", day)
    event.add("summary", _line(head))
    lines = (_line(line) for line in (*told, *_whole(promise)))
    event.add("description", "\n".join(line for line in lines if line))
    event.add("categories", [promise.milestone.status.value])
    if link := next((_safe(said.url) for said in promise.row.commitment.said_in if _safe(said.url)), None):
        event.add("url", vUri(quote(link, safe=_URI)))
    if promise.row.stop and promise.milestone.status is not Status.DELIVERED:
        event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")  # nobody is busy on that day
    return event


def _told(promise: _Promise, first: Due) -> Iterator[str]:
    """Yield the window promised first, and how it stands, but no count of days, which would alter every night."""
    row = promise.milestone
    yield _first(row, first)
    late = f", {wording.late(row.days_late)}" if row.proof and row.days_late else ""
    if row.proof:
        sure = board_words.checked(confirmed=row.proof.confirmed)
        yield f"Status: {row.status.value} {wording.deed(row.proof)}{late}, {sure}"
        yield from _proof(row.proof.quote, row.proof.url)
    else:
        yield f"Status: {row.status.value}"
    if row.caution:
        yield board_words.doubt(row.caution)
    if row.stale:
        yield f"{board_words.KEPT}: a source that could show it was not read, or the day of its delivery is not known"
    for move in row.moves:
        if move in row.slips:
            yield _move(first, move)
        yield from _proof(move.quote, move.url)


def _moved(row: MilestoneRow, first: Due, move: Move) -> Iterator[str]:
    yield _move(first, move)
    yield from _proof(move.quote, move.url)
    yield _first(row, first)


def _first(row: MilestoneRow, due: Due) -> str:
    later = f"No date promised, given on {wording.day(due.said_on)}"
    return f"{'First promised' if due == row.milestone.due else later}: {_window(due)}"


def _whole(promise: _Promise) -> Iterator[str]:
    """Yield what each event says about the commitment as a whole."""
    made, stop = promise.row.commitment, promise.row.stop
    if stop:
        yield board_words.clock_stopped(stop)
        yield from _proof(stop.quote, stop.url)
    yield f"Promise: {made.title}"
    yield f"{made.made_by}, {made.post.title}, {wording.day(made.made_on)}: {made.words}"
    yield from (link for said in made.said_in if (link := _safe(said.url)))


def _move(first: Due, move: Move) -> str:
    slipped = wording.slipped(first, move.due)
    return f"Moved on {wording.day(move.on)} to {_window(move.due)}{'; ' + slipped if slipped else ''}"


def _window(due: Due) -> str:
    """Return the words as they were said, with the first and last day that they were read as, and the rule."""
    rule = f" ({due.rule})" if due.rule else ""
    start = f"{wording.day(due.earliest)} to " if due.earliest and due.earliest != due.latest else ""
    last = wording.day(due.latest) if due.latest else wording.UNDATED
    return f"\u201c{due.said}\u201d, {start}{last}{rule}"


def _proof(words: str | None, url: str | None) -> Iterator[str]:
    if words:
        yield f"\u201c{words}\u201d"
    if url and (link := _safe(url)):
        yield link


def _safe(url: str) -> str | None:
    return safe_link(clean_line(url))


def _line(text: str) -> str:
    """Return text on one line. icalendar takes a backslash with an N for the end of a line, whoever wrote it."""
    return clean_line(text).replace("\\N", "\\n")

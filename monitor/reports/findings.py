"""What does a report say, whatever its format?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.model import board_words, wording
from monitor.model.boards import Board, FlagName, MilestoneRow, Row, Status
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.due import Due
from monitor.model.ports import Told
from monitor.model.sources import SourceHealth
from monitor.reports import source_freshness
from monitor.status import headlines
from monitor.status.judgement import due_soon

LICENCES = (
    "Contains Parliamentary information licensed under the Open Parliament Licence v3.0.",
    "Contains public sector information licensed under the Open Government Licence v3.0.",
)
UNCERTAIN = "Not all sources were read to this day, so something may have happened that is not shown here."


@dataclass(frozen=True, slots=True)
class Quoted:
    """The sentence that proves something, and where it stands; `url` is a safe link or None."""

    quote: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Overdue:
    """An overdue commitment: who holds the post now, the promise that was missed, and each later date."""

    row: Row
    late: str
    holder: str | None
    said: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Soon:
    """A date that passes within a fortnight: of a milestone, or of a commitment that has none (None)."""

    row: Row
    milestone: MilestoneRow | None
    due: Due


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something the rules read as done or stopped, and no person has checked.

    `what` is how programs know it, `said` how people read it.
    """

    row: Row
    what: str
    said: str
    when: str
    proof: Quoted
    caution: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a report says, in the order in which it says it."""

    as_of: date
    since: date | None
    board: Board
    counts: tuple[tuple[Status, int], ...]
    changes: tuple[Told, ...]
    newly_found: tuple[Told, ...]
    overdue: tuple[Overdue, ...]
    stopped_late: tuple[Row, ...]
    soon: tuple[Soon, ...]
    waiting: tuple[Waiting, ...]
    stale: tuple[Row, ...]
    behind: tuple[SourceHealth, ...]
    failing: tuple[SourceHealth, ...]
    health: tuple[SourceHealth, ...]
    windows: tuple[Due, ...]

    @property
    def certain(self) -> bool:
        """Whether everything was read to the day, so that what is not reported did not happen."""
        return bool(self.health) and not (self.behind or self.stale or any(h.unread for h in self.health))

    @property
    def no_change(self) -> str:
        """What to say if nothing happened and nothing was reported since."""
        since = f" since {wording.day(self.since)}" if self.since else ""
        if self.certain:
            return f"Nothing changed{since}."
        return f"No change was found{since}. {UNCERTAIN}"


def find(board: Board, told: Sequence[Told], health: Sequence[SourceHealth], since: date | None = None) -> Findings:
    """Return what there is to report of a board; `told` are the changes since a day, oldest first."""
    return Findings(
        as_of=board.as_of,
        since=since,
        board=board,
        counts=board.counts,
        changes=tuple(t for t in told if since is None or not t.newly_found(since)),
        newly_found=tuple(t for t in told if since is not None and t.newly_found(since)),
        overdue=tuple(_overdue(r, board.as_of) for r in board.rows if r.overdue),
        stopped_late=board.stopped_late,
        soon=tuple(s for r in board.rows if r.flag(FlagName.DUE_SOON) for s in _soon(r, board.as_of)),
        waiting=tuple(w for r in board.rows for w in _waiting(r)),
        stale=tuple(r for r in board.rows if r.flag(FlagName.STALE)),
        behind=source_freshness.behind(health, board.as_of),
        failing=source_freshness.failing(health),
        health=tuple(health),
        windows=_windows(board.rows),
    )


def _soon(row: Row, as_of: date) -> Iterator[Soon]:
    found = due_soon(row, as_of)
    if row.due and not found:
        yield Soon(row, None, row.due)
    yield from (Soon(row, m, due) for m, due in found)


def _overdue(row: Row, as_of: date) -> Overdue:
    missed = dict.fromkeys(because for m in row.making if (because := headlines.missed(m)))
    said = (Quoted(_cleaned(p.quote), _linked(p.url)) for p in (missed or row.commitment.said_in))
    moves = (Quoted(_cleaned(v.quote), _linked(v.url)) for m in row.milestones for v in m.moves)
    holder = row.commitment.post.holder(as_of)
    return Overdue(row, wording.timing(row, as_of), holder, (*said, *moves))


def _waiting(row: Row) -> Iterator[Waiting]:
    for m in row.milestones:
        if m.status is Status.DELIVERED and not m.confirmed and m.proof:
            quoted = Quoted(_cleaned(m.proof.quote), _linked(m.proof.url))
            what = f"delivered: {clean_line(m.milestone.title)}"
            yield Waiting(row, what, what, wording.deed(m.proof), quoted, _cleaned(m.proof.caution))
    if row.stop and not row.stop.confirmed:
        quoted = Quoted(_cleaned(row.stop.quote), _linked(row.stop.url))
        said = clean_line(board_words.stopped(row.stop.how, row.stop.by))
        yield Waiting(row, clean_line(row.stop.how), said, wording.day(row.stop.on), quoted, None)


def _windows(rows: Iterable[Row]) -> tuple[Due, ...]:
    """Return each window on the board once, those of moved dates included, in the board's order."""
    dues = (d for r in rows for d in (r.commitment.due, *_milestone_dues(r)) if d is not None)
    return tuple({(d.said, d.said_on, d.latest): d for d in dues}.values())


def _milestone_dues(row: Row) -> Iterator[Due | None]:
    for m in row.milestones:
        yield m.milestone.due
        yield from (move.due for move in m.moves)


def _cleaned(text: str | None) -> str | None:
    return clean_line(text) if text else None


def _linked(url: str | None) -> str | None:
    return safe_link(url) if url else None

"""Boards and their rows: factories."""

from datetime import date, timedelta
from typing import Any

from monitor.model.boards import Board, Flag, FlagName, MilestoneRow, Row, Status
from monitor.model.changes import Change
from monitor.model.commitments import Commitment, Milestone, Ruling
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.due import Due
from monitor.model.ports import Told
from tests.builders import promises
from tests.builders.promises import DEFAULT


def flag(name: FlagName, word: str | None = None, detail: str | None = None, *, said: str = "") -> Flag:
    """Return a flag; `said` is its word for people, where it is not that of its name alone."""
    return Flag(name, word or name.value, detail, said, said)


def milestone_row(
    milestone: Milestone | None = None,
    status: Status = Status.PENDING,
    *,
    due: Due | None = DEFAULT,
    delivered_on: date | None = None,
    days_late: int | None = None,
    confirmed: bool = False,
    **more: Any,
) -> MilestoneRow:
    of = milestone or promises.milestone()
    rest: dict[str, Any] = {"moves": (), "proof": None, "stale": ()} | more
    rest.setdefault("caution", rest["proof"].caution if rest["proof"] else None)
    return MilestoneRow(
        milestone=of,
        status=status,
        due=of.due if due is DEFAULT else due,
        delivered_on=delivered_on,
        days_late=days_late,
        confirmed=confirmed,
        **rest,
    )


def row(
    commitment: Commitment | None = None,
    status: Status = Status.PENDING,
    *,
    flags: tuple[Flag, ...] = (),
    due: Due | None = DEFAULT,
    delivered_on: date | None = None,
    days_late: int | None = None,
    confirmed: bool = False,
    milestones: tuple[MilestoneRow, ...] | None = None,
    **more: Any,
) -> Row:
    """Return a row; unless they are given, its milestones stand as the whole does."""
    of = commitment or promises.commitment()
    same: dict[str, Any] = {"delivered_on": delivered_on, "days_late": days_late, "confirmed": confirmed}
    rest: dict[str, Any] = {"stop": None, "evidence": 0, "last_heard": None} | more
    return Row(
        commitment=of,
        status=status,
        flags=flags,
        due=of.due if due is DEFAULT else due,
        delivered_on=delivered_on,
        days_late=days_late,
        confirmed=confirmed,
        milestones=milestones or tuple(milestone_row(m, status, **same) for m in of.milestones),
        **rest,
    )


def board(*rows: Row, as_of: date = date(2031, 6, 16)) -> Board:
    return Board(as_of, rows)


def dossier(
    row: Row | None = None,
    *,
    evidence: tuple[Weighed, ...] = (),
    rulings: tuple[Ruling, ...] = (),
    changes: tuple[Change, ...] = (),
) -> Dossier:
    told = tuple(Told(change, change.at + timedelta(minutes=5)) for change in changes)
    return Dossier(row or _row(), evidence, rulings, told)


# The same factory under a name that no argument above takes.
_row = row

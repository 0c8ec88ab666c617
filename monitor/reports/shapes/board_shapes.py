"""What JSON do others rely on? Every key and type that `--json` promises is written here."""

from collections.abc import Iterable

from monitor.model.boards import Board, Flag, FlagName, MilestoneRow, Row
from monitor.model.changes import Change
from monitor.model.dossiers import Weighed
from monitor.model.ports import Told
from monitor.reports.shapes.json_values import Shape, because, day, due, moment


def status_shape(board: Board) -> Shape:
    """Return what `status --json` prints."""
    return {"as_of": board.as_of.isoformat(), "commitments": [row_shape(r) for r in board.rows]}


def evidence_shape(weighed: Iterable[Weighed]) -> list[Shape]:
    """Return what `evidence --json` prints."""
    return [weighed_shape(w) for w in weighed]


def changes_shape(told: Iterable[Told]) -> list[Shape]:
    """Return what `changes --json` prints."""
    return [told_shape(t) for t in told]


def told_shape(told: Told) -> Shape:
    """Return one change with the moment at which it was told, in UTC like `at`, the day on which it happened."""
    return change_shape(told.change) | {"told_at": moment(told.told_at)}


def change_shape(change: Change) -> Shape:
    """Return one change; `at` is an ISO moment in UTC that ends in Z."""
    return {
        "id": change.id,
        "at": moment(change.at),
        "commitment": change.commitment,
        "kind": change.kind,
        "from": change.before,
        "to": change.after,
        "because": because(change.because),
        "headline": change.headline,
        "details": list(change.details),
    }


def row_shape(row: Row) -> Shape:
    """Return one commitment as `status --json` tells it."""
    return {
        "id": row.commitment.id,
        "title": row.commitment.title,
        "status": row.status.value,
        "flags": [_flag(f) for f in row.flags],
        "made_on": row.commitment.made_on.isoformat(),
        "made_by": {"name": row.commitment.made_by, "post": row.commitment.post.title},
        "due": due(row.due),
        "delivered_on": day(row.delivered_on),
        "days_late": row.days_late,
        "confirmed": row.confirmed,
        "milestones": [milestone_shape(m) for m in row.milestones],
        "evidence": row.evidence,
        "last_heard": day(row.last_heard),
    }


def _flag(flag: Flag) -> str:
    """Return a flag's word; that a clock was stopped has one word for programs, however it was stopped."""
    return flag.name.value if flag.name is FlagName.SUPERSEDED else flag.word


def weighed_shape(weighed: Weighed) -> Shape:
    found, document = weighed.evidence, weighed.evidence.document
    return {
        "document": {
            "source": document.source,
            "key": document.key,
            "version": document.version,
            "url": document.url,
            "title": document.title,
            "published_on": document.published_on.isoformat(),
        },
        "commitment": found.commitment,
        "milestone": found.milestone,
        "relation": found.relation.value,
        "strength": min(max(round(found.strength, 3), 0.0), 1.0),
        "quote": found.quote,
        "reasons": list(found.reasons),
        "ruling": weighed.ruling,
        "says": found.says,
        "when": found.when,
        "moved_to": due(found.moved_to),
        "points": found.points,
    }


def milestone_shape(row: MilestoneRow) -> Shape:
    return {
        "id": row.milestone.id,
        "title": row.milestone.title,
        "status": row.status.value,
        "due": due(row.due),
        "delivered_on": day(row.delivered_on),
        "confirmed": row.confirmed,
    }

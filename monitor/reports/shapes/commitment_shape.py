"""How does all there is on one commitment stand in JSON? The row as `status` tells it, with everything behind it."""

from datetime import date

from monitor.model.boards import Figure, MilestoneRow, Move, Proof, Row, Stop
from monitor.model.commitments import Link, Post, Ruling
from monitor.model.dossiers import Dossier
from monitor.model.measures import Measure
from monitor.reports.shapes.board_shapes import milestone_shape, row_shape, told_shape, weighed_shape
from monitor.reports.shapes.json_values import Shape, day, due_in_full, moment
from monitor.status.silence import silence


def dossier_shape(dossier: Dossier, as_of: date | None = None) -> Shape:
    """Return what `show --json` prints: the row, with everything behind it; how long it was silent by a day."""
    row, commitment = dossier.row, dossier.row.commitment
    return row_shape(row) | {
        "words": commitment.words,
        "caution": commitment.caution,
        "position": commitment.position,
        "said_in": _links(commitment.said_in),
        "post": _post(commitment.post),
        "flags_in_full": [{"name": f.name.value, "word": f.word, "detail": f.detail} for f in row.flags],
        "due": due_in_full(row.due),
        "stop": _stop(row.stop),
        "silence": _silence(row, as_of) if as_of else None,
        "milestones": [_milestone_in_full(m) for m in row.milestones],
        "rulings": [_ruling(r) for r in dossier.rulings],
        "evidence_in_full": [
            weighed_shape(w) | {"url": w.evidence.url, "citation": w.evidence.citation} for w in dossier.evidence
        ],
        "changes": [told_shape(t) for t in dossier.changes],
    }


def _milestone_in_full(row: MilestoneRow) -> Shape:
    return milestone_shape(row) | {
        "due": due_in_full(row.due),
        "promised": due_in_full(row.milestone.due),
        "promised_on": row.milestone.promised_on.isoformat(),
        "expected": row.milestone.expect.what,
        "step": row.milestone.step,
        "days_late": row.days_late,
        "moves": [_move(m) for m in row.moves],
        "proof": _proof(row.proof),
        "stale": list(row.stale),
        "said_in": _links(row.milestone.said_in),
        "caution": row.caution,
        "measure": _measure(row.milestone.measure),
        "figures": [_figure(f) for f in row.figures],
    }


def _measure(measure: Measure | None) -> Shape | None:
    return {"number": measure.number, "of": list(measure.of), "deeds": list(measure.deeds)} if measure else None


def _figure(figure: Figure) -> Shape:
    return {
        "on": figure.on.isoformat(),
        "number": figure.number,
        "quote": figure.quote,
        "url": figure.url,
        "confirmed": figure.confirmed,
    }


def _links(links: tuple[Link, ...]) -> list[Shape]:
    return [{"title": link.title, "url": link.url, "quote": link.quote} for link in links]


def _move(move: Move) -> Shape:
    return {
        "on": move.on.isoformat(),
        "due": due_in_full(move.due),
        "quote": move.quote,
        "url": move.url,
    }


def _proof(proof: Proof | None) -> Shape | None:
    if proof is None:
        return None
    return {
        "on": day(proof.on),
        "known_on": proof.known_on.isoformat(),
        "confirmed": proof.confirmed,
        "quote": proof.quote,
        "url": proof.url,
        "by": proof.by,
        "caution": proof.caution,
    }


def _silence(row: Row, as_of: date) -> Shape:
    quiet = silence(row, as_of)
    return {
        "since": quiet.since.isoformat(),
        "heard": quiet.heard,
        "days": quiet.days,
        "sitting_days": quiet.sitting_days,
    }


def _stop(stop: Stop | None) -> Shape | None:
    if stop is None:
        return None
    return {
        "on": stop.on.isoformat(),
        "how": stop.how,
        "by": stop.by,
        "quote": stop.quote,
        "url": stop.url,
        "confirmed": stop.confirmed,
    }


def _ruling(ruling: Ruling) -> Shape:
    return {
        "id": ruling.id,
        "milestone": ruling.milestone,
        "kind": ruling.kind.value,
        "on": ruling.on.isoformat(),
        "earliest": day(ruling.earliest),
        "by": ruling.by,
        "why": ruling.why,
        "source": ruling.source,
        "quote": ruling.quote,
        "document": list(ruling.document) if ruling.document else None,
        "due": due_in_full(ruling.due),
        "figure": ruling.figure,
        "successor": ruling.successor,
        "caution": ruling.caution,
        "piece": {"quote": ruling.piece.quote, "milestone": ruling.piece.milestone} if ruling.piece else None,
        "relation": ruling.relation,
        "blind": ruling.blind,
        "takes_back": ruling.takes_back,
        "decided_at": moment(ruling.decided_at) if ruling.decided_at else None,
    }


def _post(post: Post) -> Shape:
    held = [
        {"name": t.name, "since": t.since.isoformat(), "until": day(t.until), "source": t.source} for t in post.tenures
    ]
    return {"id": post.id, "title": post.title, "held": held}

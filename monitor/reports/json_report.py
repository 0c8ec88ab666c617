"""What does a report hold for a program? The promised shapes, put together."""

from datetime import date

from monitor.reports.findings import LICENCES, Findings
from monitor.reports.shapes import Shape, as_json, change_shape, health_shape, row_shape
from monitor.reports.shapes.json_values import due_in_full


def data(findings: Findings) -> str:
    """Return the report as JSON."""
    return as_json(_shape(findings)) + "\n"


def _shape(found: Findings) -> Shape:
    return {
        "as_of": found.as_of.isoformat(),
        "since": _day(found.since),
        "certain": found.certain,
        "counts": {status.value: number for status, number in found.counts},
        "changes": [change_shape(c) for c in found.changes],
        "overdue": [o.row.commitment.id for o in found.overdue],
        "cautions": [{"commitment": r.commitment.id, "caution": c} for r in found.board.rows for c in r.cautions],
        "due_soon": [r.commitment.id for r in found.soon],
        "stale": [r.commitment.id for r in found.stale],
        "unconfirmed": [
            {
                "commitment": w.row.commitment.id,
                "what": w.what,
                "when": w.when,
                "quote": w.proof.quote,
                "url": w.proof.url,
                "caution": w.caution,
            }
            for w in found.waiting
        ],
        "commitments": [row_shape(r) for r in found.board.rows],
        "sources": health_shape(found.health),
        "conventions": [due_in_full(d) for d in found.windows],
        "licences": list(LICENCES),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

"""How is a report written as JSON? From the shapes that others rely on."""

from datetime import date

from monitor.reports.findings import LICENCES, Findings
from monitor.reports.shapes import Shape, as_json, health_shape, row_shape
from monitor.reports.shapes.board_shapes import told_shape
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
        "changes": [told_shape(t) for t in found.changes],
        "newly_found": [told_shape(t) for t in found.newly_found],
        "overdue": [o.row.commitment.id for o in found.overdue],
        "stopped_late": [r.commitment.id for r in found.stopped_late],
        "cautions": [{"commitment": r.commitment.id, "caution": c} for r in found.board.rows for c in r.cautions],
        "due_soon": list(dict.fromkeys(s.row.commitment.id for s in found.soon)),
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

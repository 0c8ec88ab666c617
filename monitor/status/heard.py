"""When was a commitment last heard of by a day, and how much was heard of it in each month before?"""

from collections import Counter
from datetime import date

from monitor.model.commitments import RulingKind
from monitor.model.evidence import Relation
from monitor.status.facts import Case

MONTHS = 12
_SILENT = (RulingKind.ACCEPT, RulingKind.REJECT, RulingKind.RELATION, RulingKind.NOTE, RulingKind.NOT_DELIVERED)


def last_heard(case: Case, as_of: date) -> date | None:
    """Return the last day on which the government, or a person who rules on it, said something; None where none did."""
    heard = [w.evidence.document.since for w in case.visible(as_of) if w.evidence.relation is not Relation.ASKS_ABOUT]
    ruled = [r.on for r in case.ruled(as_of, *(k for k in RulingKind if k not in _SILENT))]
    return max(heard + ruled, default=None)


def by_month(case: Case, as_of: date) -> tuple[int, ...]:
    """Return how many pieces of evidence became readable in each of twelve months, oldest first.

    The last is the month of the day itself, up to that day. What a person rejected, and what was replaced by then, does
    not count.
    """
    last = _month(as_of)
    found = Counter(_month(w.evidence.document.since) for w in case.visible(as_of))
    return tuple(found[month] for month in range(last - MONTHS + 1, last + 1))


def _month(day: date) -> int:
    return day.year * 12 + day.month

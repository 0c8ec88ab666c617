"""Has the date of a milestone passed by a day, and was every source read that could show that it was delivered?"""

from datetime import date

from monitor.model.boards import Proof, Status
from monitor.model.commitments import Milestone
from monitor.model.due import Due
from monitor.status.facts import Case


def missed(due: Due | None, day: date) -> bool:
    """Return whether the last day of the first date promised has passed."""
    return due is not None and due.latest is not None and due.latest < day


def unread(case: Case, milestone: Milestone, due: Due | None, day: date) -> tuple[str, ...]:
    """Return, for the sources that a milestone relies on, why they do not tell enough on a day; nothing if they all do.

    A source must have been read to that day; once the window has closed, without a gap since the promise.
    """
    reasons = []
    for source in milestone.relies_on:
        reach = case.coverage.reach(source)
        if reach is None:
            reasons.append(f"{source} not looked at yet")
        elif reach < day:
            reasons.append(f"{source} read only to {reach.isoformat()}")
        elif missed(due, day) and not case.coverage.unbroken(source, milestone.promised_on, day):
            reasons.append(f"{source} not read without a gap since {milestone.promised_on.isoformat()}")
    return tuple(reasons)


def days_late(due: Due | None, proof: Proof | None, day: date, status: Status) -> int | None:
    """Return days past the window's last day, 0 when in time, None when there is no date or it can't be known."""
    if due is None or due.latest is None or status is Status.PENDING:
        return None
    if proof is None:
        return (day - due.latest).days
    if proof.on is not None:
        return max(0, (proof.on - due.latest).days)
    return 0 if proof.done_by <= due.latest else None

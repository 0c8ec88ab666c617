"""Which dates of its milestones has a commitment missed by a day? The first of each, and each to which it was moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from monitor.model.boards import MilestoneRow, Row, Status
from monitor.model.changes import Because
from monitor.model.due import Due
from monitor.status import headlines


@dataclass(frozen=True, slots=True)
class MissedDate:
    """A date of a milestone that passed with nothing done, the sources read; `again`: it had been moved to it."""

    row: MilestoneRow
    due: Due
    again: bool

    @property
    def because(self) -> Because | None:
        """Where the date was said."""
        move = next((move for move in self.row.slips if move.due == self.due), None) if self.again else None
        if move is None:
            return headlines.missed(self.row)
        return Because(move.quote or "", move.url) if move.url else None


def missed_dates(row: Row, day: date, done: Mapping[str, date]) -> Iterator[MissedDate]:
    """Yield the dates missed by a day, those of a whole that is kept aside; `done`: the days of deeds known now."""
    for m in row.milestones if row.status is not Status.DELIVERED else ():
        if m.status is Status.OVERDUE and m.due:
            yield MissedDate(m, m.due, again=False)
            last = m.slips[-1].due if m.slips else None
            clock = min(day, row.stop.on) if row.stop else day
            if last and last.latest and last.latest < clock and done.get(m.milestone.id, date.max) > last.latest:
                yield MissedDate(m, last, again=True)

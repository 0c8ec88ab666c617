"""What does the board say of each commitment on a day? The words for it; judging works them out."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.model.commitments import Commitment, Milestone
from monitor.model.due import Due


class Status(StrEnum):
    DELIVERED = "delivered"
    OVERDUE = "overdue"
    PENDING = "pending"


class Standing(StrEnum):
    """What is to be seen of a promise at a glance: its status, unless nobody can say, or its clock was stopped."""

    OVERDUE = "overdue"
    CANT_SAY = "can't say"
    PENDING = "pending"
    DELIVERED = "delivered"
    STOPPED = "stopped"


class FlagName(StrEnum):
    LATE = "late"
    WINDOW_OPEN = "window open"
    DUE_SOON = "due soon"
    NO_DATE = "no date given"
    SLIPPED = "slipped"
    WEAKENED = "weakened"
    SUPERSEDED = "superseded"
    UNCONFIRMED = "unconfirmed"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Flag:
    """A word beside a status, with a detail for those who want to know more.

    `word` and `detail` are those that programs know, as JSON has them. People read `said`, and `short` where there is
    little room, with `more` as the detail; where these are empty, what monitor.model.board_words has for the name.
    """

    name: FlagName
    word: str
    detail: str | None = None
    said: str = ""
    short: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A date that was moved: from when the move was said, to what, and where it was said."""

    on: date
    due: Due
    quote: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Stop:
    """The clock stopped: what it was replaced by, or that it was dropped, since when, and where that was said.

    `how` is the word that programs know: superseded or dropped.
    """

    on: date
    how: str
    by: str | None
    quote: str | None
    url: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """Why something is called delivered: the sentence, the link, and whether a person ruled so.

    `on` is the day of the deed, None where nobody gave it to the day; `known_on` the day by which it was so;
    `over_by` the last day of the stretch of time in which it was said to have been done.
    """

    on: date | None
    known_on: date
    confirmed: bool
    quote: str | None
    url: str | None
    by: str
    caution: str | None = None
    over_by: date | None = None

    @property
    def done_by(self) -> date:
        """The last day on which it can have been done."""
        return self.on or min(self.known_on, self.over_by or self.known_on)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of what a milestone counts there were said to be: the day it was said, the sentence and the link.

    `confirmed`: a person noted it.
    """

    on: date
    number: int
    quote: str | None
    url: str | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone on a day. `days_late` counts from the first promise's last day; None where it can't be counted.

    `caution`: what is in doubt about its delivery, or, where its date has passed without one, about that.
    `figures`: what was told of the number that it counts, oldest first.
    """

    milestone: Milestone
    status: Status
    due: Due | None
    delivered_on: date | None
    days_late: int | None
    confirmed: bool
    moves: tuple[Move, ...]
    proof: Proof | None
    stale: tuple[str, ...]
    caution: str | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def slips(self) -> tuple[Move, ...]:
        """The moves that put off a date given before: not the one that gave a promise without a date its first."""
        return tuple(move for move in self.moves if move.due != self.due)

    @property
    def held(self) -> tuple[Due, ...]:
        """The dates that are to be kept: the first, and that to which it was moved last."""
        return tuple(due for due in (self.due, *(move.due for move in self.moves[-1:])) if due)

    def coming(self, day: date) -> Due | None:
        """Return the next date of it that has not passed by a day, the first or that to which it was moved last."""
        if self.status is Status.DELIVERED:
            return None
        open_ = [due for due in self.held if due.latest and day <= due.latest]
        return min(open_, key=lambda due: due.latest or date.max, default=None)


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment on a day. `due` and `days_late` are those of the milestone that makes its status.

    `by_month`: how many pieces of evidence became readable in each of the last twelve months, oldest first, the last
    being the month of the board's day.
    """

    commitment: Commitment
    status: Status
    flags: tuple[Flag, ...]
    due: Due | None
    delivered_on: date | None
    days_late: int | None
    confirmed: bool
    milestones: tuple[MilestoneRow, ...]
    stop: Stop | None
    evidence: int
    last_heard: date | None
    by_month: tuple[int, ...] = ()

    @property
    def overdue(self) -> bool:
        """Whether it is late and still wanted: what was superseded or dropped was late when that came."""
        return self.status is Status.OVERDUE and self.stop is None

    @property
    def standing(self) -> Standing:
        """Its status at a glance; what was replaced or dropped has stopped, unless it was delivered before."""
        if self.status is Status.DELIVERED:
            return Standing.DELIVERED
        if self.stop:
            return Standing.STOPPED
        if self.status is Status.OVERDUE:
            return Standing.OVERDUE
        return Standing.CANT_SAY if self.flag(FlagName.STALE) else Standing.PENDING

    def flag(self, name: FlagName) -> Flag | None:
        return next((f for f in self.flags if f.name is name), None)

    @property
    def making(self) -> tuple[MilestoneRow, ...]:
        """The milestones that make its status, that by which it is dated first."""
        same = (m for m in self.milestones if m.status is self.status and not m.milestone.step)
        return tuple(sorted(same, key=lambda m: m.due != self.due))

    @property
    def cautions(self) -> tuple[str, ...]:
        """What is in doubt about the milestones that make its status; never to be left out where that is told."""
        return tuple(dict.fromkeys(m.caution for m in self.making if m.caution))


@dataclass(frozen=True, slots=True)
class Board:
    """Every commitment on one day."""

    as_of: date
    rows: tuple[Row, ...]

    @property
    def counts(self) -> tuple[tuple[Status, int], ...]:
        """How many commitments have each status; what was late when its clock was stopped is not among the overdue."""
        late = len(self.stopped_late)
        return tuple((s, sum(r.status is s for r in self.rows) - late * (s is Status.OVERDUE)) for s in Status)

    @property
    def standings(self) -> dict[Standing, int]:
        """How many commitments stand how, noughts as well."""
        found = Counter(row.standing for row in self.rows)
        return {one: found[one] for one in Standing}

    @property
    def stopped_late(self) -> tuple[Row, ...]:
        """What was late when it was superseded or dropped."""
        return tuple(r for r in self.rows if r.status is Status.OVERDUE and not r.overdue)

    def row(self, commitment: str) -> Row | None:
        return next((r for r in self.rows if r.commitment.id == commitment), None)

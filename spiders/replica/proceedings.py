"""What do committees publish, how far have Bills come, and when do the Houses not sit, in the imagined year?"""

from dataclasses import dataclass
from datetime import date

from spiders.replica.row_fields import RowFields, wrong

TYPES = {
    "Report": (1, True, False),
    "Special Report": (2, True, True),
    "Correspondence": (3, False, True),
    "Estimate memoranda": (10, False, False),
    "Government response": (12, False, True),
}
"""For each type of publication: its number, whether the government can respond to it, and whether it can be a response.
The numbers 1, 3 and 10 are the service's own; the others are made up."""
RECESS, DISSOLUTION = "REC", "DIS"


@dataclass(frozen=True, slots=True)
class Published:
    """A committee's publication. `due`: by when the government is to respond; `answers`: the one it responds to."""

    id: int
    on: date
    committee: str
    type: str
    title: str
    paper: str | None
    inquiry: str | None
    due: date | None
    department: str | None
    answers: int | None


@dataclass(frozen=True, slots=True)
class BillStep:
    """A stage of a Bill, and the days on which it was taken."""

    id: int
    name: str
    short: str
    house: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class ImaginedBill:
    """A Bill; `act` is what it is called once it has Royal Assent. `type`: the service's number of whose Bill it is.

    `former`: what it was called before it was `renamed`.
    """

    id: int
    title: str
    act: str | None
    house: str
    withdrawn: date | None
    defeated: bool
    steps: tuple[BillStep, ...]
    type: int = 1
    former: str | None = None
    renamed: date | None = None


@dataclass(frozen=True, slots=True)
class DaysAway:
    """Days on which a House does not sit, both ends included, and how the calendar calls them."""

    name: str
    since: date
    until: date
    houses: tuple[str, ...]


def published(row: RowFields) -> Published:
    """Return a committee's publication."""
    kind = row.text("type", "Report")
    if kind not in TYPES:
        raise wrong(row.where, f"type is none of {', '.join(TYPES)}")
    return Published(
        id=row.number("id"),
        on=row.day("on"),
        committee=row.text("committee", "Home Affairs Committee"),
        type=kind,
        title=row.text("title"),
        paper=row.maybe("hc"),
        inquiry=row.maybe("inquiry"),
        due=_maybe_day(row, "response-due"),
        department=row.maybe("department"),
        answers=row.number("answers", 0) or None,
    )


def bill(row: RowFields) -> ImaginedBill:
    """Return a Bill with its stages, in the order of their first days."""
    made = ImaginedBill(
        id=row.number("id"),
        title=row.text("title"),
        act=row.maybe("act"),
        house=row.text("house", "Commons"),
        withdrawn=_maybe_day(row, "withdrawn"),
        defeated=row.flag("defeated"),
        steps=row.rows("stages", _step),
        type=row.number("type", 1),
        former=row.maybe("former"),
        renamed=_maybe_day(row, "renamed"),
    )
    if any(list(step.days) != sorted(step.days) or not step.days for step in made.steps):
        raise wrong(row.where, "a stage has no days, or they are not in order")
    return made


def away(row: RowFields) -> DaysAway:
    """Return days on which both Houses, or one, do not sit."""
    return DaysAway(row.text("name"), row.day("since"), row.day("until"), row.texts("houses") or ("Commons", "Lords"))


def _step(row: RowFields) -> BillStep:
    days = tuple(date.fromisoformat(day) for day in row.texts("on"))
    return BillStep(row.number("id"), row.text("name"), row.text("short"), row.text("house", "Commons"), days)


def _maybe_day(row: RowFields, name: str) -> date | None:
    return row.day(name) if row.left.get(name) is not None else None

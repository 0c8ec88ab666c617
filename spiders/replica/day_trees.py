"""Which days did each House sit, and how is a day's record laid out?"""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from spiders.replica.happenings import LOCATIONS, Debate
from spiders.replica.imagined_year import Timeline
from spiders.replica.replies import naive

ROLLING, DAILY = 1, 2
"""`Source` is described as names but comes as numbers."""
Value = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SittingDay:
    """What was in Hansard at the end of a day."""

    timeline: Timeline
    today: date
    debates: tuple[Debate, ...]

    @classmethod
    def by(cls, timeline: Timeline, today: date) -> "SittingDay":
        """Return all debates held up to a day, in the order of the record."""
        held = sorted((d for d in timeline.debates if d.on <= today), key=lambda d: (d.on, bool(d.under) is False))
        return cls(timeline, today, tuple(held))

    def days(self, house: str) -> list[date]:
        """Return the days on which a House sat, oldest first; the Lords only those on which something is said."""
        held = {d.on for d in self.debates if d.house == house}
        ordinary = {d for d in self.timeline.days if d <= self.today} if house == "Commons" else set()
        return sorted(held | ordinary)

    def on(self, day: date, house: str, section: str | None = None) -> list[Debate]:
        """Return the debates of a House's day, or of one section of it."""
        return [d for d in self.debates if d.on == day and d.house == house and section in (None, d.section)]


def sections(sat: SittingDay, day: date, house: str) -> tuple[str, ...]:
    """Return the names of a day's sections; none where the House did not sit."""
    return tuple(name for of, name in LOCATIONS if of == house and sat.on(day, house, name))


def external(*names: object) -> str:
    """Return the upper-case GUID of something that has no id of its own."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "hansard:" + ":".join(map(str, names)))).upper()


def number(external_id: str) -> int:
    """Return the whole number that goes with an external id."""
    return 5_000_000 + uuid.uuid5(uuid.NAMESPACE_URL, external_id.lower()).int % 400_000_000


def tree(sat: SittingDay, day: date, house: str, section: str) -> Value | None:
    """Return the section tree of a day's section, its items flat; None where there is none."""
    name = next((known for of, known in LOCATIONS if of == house and known.lower() == section.lower()), None)
    if name is None or not sat.on(day, house, name):
        return None
    return {
        "House": house,
        "ItemDate": naive(day),
        "Metadata": None,
        "Title": LOCATIONS[house, name],
        "Description": None,
        "SectionType": 1,
        "SortOrder": 1,
        "LastUpdated": stamped(sat, day),
        "VolumeNo": volume(day, house),
        "SectionTreeItems": [node.row(n) for n, node in enumerate(nodes(sat, day, house, name), 1)],
        "Source": source(sat, day),
    }


def source(sat: SittingDay, day: date) -> int:
    """Return whether a day's text is the rolling one, or by the next day the daily part."""
    return ROLLING if sat.today <= day else DAILY


def stamped(sat: SittingDay, day: date) -> str:
    """Return when a day was last published again: that night, then the next morning, then some weeks later."""
    if sat.today <= day:
        return f"{day.isoformat()}T19:46:28.973"
    again = day + timedelta(days=16)
    return f"{again.isoformat()}T11:20:04.7" if again <= sat.today else f"{day + timedelta(days=1)}T06:12:30.687"


def volume(day: date, house: str = "Commons") -> int:
    """Return the volume a day falls in, roughly as they ran: one for each three weeks."""
    first = 760 if house == "Commons" else 842
    return first + (day - date(2025, 1, 6)).days // 19


@dataclass(frozen=True, slots=True)
class TreeRow:
    title: str
    id: str
    parent: str | None
    tag: str | None
    debate: Debate | None

    def row(self, order: int) -> Value:
        return {
            "Id": number(self.id),
            "Title": self.title,
            "ParentId": number(self.parent) if self.parent else None,
            "SortOrder": order,
            "ExternalId": self.id,
            "HRSTag": self.tag,
            "HansardSection": None if self.parent is None else "AA-AD",
            "Timecode": None,
        }


def nodes(sat: SittingDay, day: date, house: str, section: str) -> list[TreeRow]:
    """Return the root, the headings and the debates of a section, each after the heading that it stands under."""
    of = (day, section) if house == "Commons" else (day, house, section)
    root = external(*of).lower()  # root containers have lower-case ids
    nodes = {root: TreeRow(LOCATIONS[house, section], root, None, None, None)}
    for held in sat.on(day, house, section):
        above = root
        for depth, title in enumerate(held.under):
            key = external(*of, *held.under[: depth + 1])
            nodes.setdefault(key, TreeRow(title, key, above, "hs_6bDepartment" if depth else "hs_3OralAnswers", None))
            above = key
        nodes[held.id] = TreeRow(held.title, held.id, above, held.tag, held)
    return list(nodes.values())

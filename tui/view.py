"""How does the reader want to see the board, and what have they not seen yet? Kept from one visit to the next."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.model.ports import Told
from monitor.status.finding import GROUPS, ORDERS, URGENT

_MOST_UNSEEN, _LONGEST_NAME = 1000, 100


@dataclass(frozen=True, slots=True)
class View:
    """The theme, the order, the groups, whether a promise takes two lines, whether the panel is wanted.

    `reviewer`: under which name the reader decided last.
    """

    theme: str = "textual-dark"
    order: str = URGENT
    group: str = ""
    two_lines: bool = False
    panel: bool = True
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class LastVisit:
    """When a reader left the dashboard of a state last, and what was marked as new then and not looked at."""

    left_at: datetime | None = None
    unseen: frozenset[str] = frozenset()

    def fresh(self, changes: Callable[[date], Iterable[Told]]) -> frozenset[str]:
        """Return the commitments of which something was reported since, or then not seen; `changes`: since a day."""
        if self.left_at is None:
            return frozenset()
        told = (told for told in changes(self.left_at.date()) if told.told_at > self.left_at)
        return frozenset(one.change.commitment for one in told) | self.unseen


Keep = Callable[[View], None]
"""Keeps a view for the next visit."""


def view_of(kept: Mapping[str, Any]) -> View:
    """Return the view that is kept; what is not there, or is nothing that can be chosen, is as at first."""
    first = View()
    theme, order, group, reviewer = (kept.get(name) for name in ("theme", "order", "group", "reviewer"))
    return View(
        theme=theme if isinstance(theme, str) else first.theme,
        order=order if isinstance(order, str) and order in ORDERS else first.order,
        group=group if isinstance(group, str) and group in GROUPS else first.group,
        two_lines=kept.get("two_lines", first.two_lines) is True,
        panel=kept.get("panel", first.panel) is True,
        reviewer=reviewer[:_LONGEST_NAME] if isinstance(reviewer, str) else first.reviewer,
    )


def kept_view(view: View) -> dict[str, Any]:
    """Return a view as it is kept."""
    names = ("theme", "order", "group", "two_lines", "panel", "reviewer")
    return {name: getattr(view, name) for name in names}


def last_visit_of(kept: Mapping[str, Any], state: str) -> LastVisit:
    """Return the last visit to a state; a first visit where nothing sound is kept of one."""
    visits = kept.get("visits")
    found: Any = visits.get(state) if isinstance(visits, Mapping) else None
    try:
        left_at = datetime.fromisoformat(found["left_at"])
        unseen = frozenset(str(one) for one in found["unseen"])
    except (TypeError, ValueError, KeyError):
        return LastVisit()
    return LastVisit(left_at, unseen) if left_at.tzinfo else LastVisit()


def kept_visits(kept: Mapping[str, Any], state: str, visit: LastVisit) -> dict[str, Any]:
    """Return the visits as they are kept, with the last one to a state in place of the one before."""
    visits = kept.get("visits")
    others = dict(visits) if isinstance(visits, Mapping) else {}
    if visit.left_at is None:
        return others
    others[state] = {"left_at": visit.left_at.isoformat(), "unseen": sorted(visit.unseen)[:_MOST_UNSEEN]}
    return others

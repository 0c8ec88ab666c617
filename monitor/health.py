"""Is a harvest to be trusted: wholly, only for the documents it has, or not at all?"""

from dataclasses import dataclass
from datetime import timedelta

from monitor.sources import Card, Harvest, Problem

WARNINGS = frozenset({"new-field", "missing-page", "too-many"})
"""Kinds of problem that are told, but take nothing from what was read."""

MISREAD = frozenset({"changed-shape", "not-json", "truncated", "unfit", "crashed"})
"""Kinds of problem that say something was not as we read it. One odd page among many is only itself odd; more than
one to every ten documents, and we may have misread them all."""

_TOLERATED = 10

_COUNTED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`usable`: its documents may be recorded. `whole`: its days count as read."""

    usable: bool
    whole: bool
    problems: tuple[Problem, ...]


def examine(harvest: Harvest, card: Card | None) -> Verdict:
    """Return what a harvest is worth, with its problems and those that its size shows; a file has no card."""
    problems = (*harvest.problems, *(_counted(harvest, card) if card else ()))
    kinds = {problem.kind for problem in problems}
    misread = sum(problem.kind in MISREAD for problem in problems)
    usable = misread * _TOLERATED <= len(harvest.documents)
    return Verdict(usable, usable and not harvest.stopped and kinds <= WARNINGS, problems)


def _counted(harvest: Harvest, card: Card) -> tuple[Problem, ...]:
    days = harvest.until - harvest.since + timedelta(days=1)
    number = len(harvest.documents)
    if days >= _COUNTED and number < card.fewest and not harvest.problems:
        return (
            Problem(card.name, "too-few", f"{number} documents in {days.days} days, {card.fewest} at least are usual"),
        )
    if number > card.most * max(1.0, days / _COUNTED):
        return (
            Problem(card.name, "too-many", f"{number} documents in {days.days} days, {card.most} at most are usual"),
        )
    return ()

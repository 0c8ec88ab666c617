"""Is a harvest to be trusted: wholly, only for the documents it has, or not at all?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.deadlines.sitting_calendar import after_sitting_days
from monitor.model.documents import Document
from monitor.model.sources import Card, Harvest, Problem
from monitor.model.wording import count

WARNINGS = frozenset(
    {"new-field", "missing-page", "missing-document", "not-read-again", "unread-file", "too-many", "left-out"}
)
"""Kinds of problem that are reported, but do not keep the days from counting as read."""

HEEDED = frozenset({"new-field", "missing-document", "not-read-again"})
"""Kinds of warning that make a scan end with exit code 1: a source answers in a new form, or withholds a document."""

MISREAD = frozenset({"changed-shape", "not-json", "wrong-encoding", "truncated", "unfit", "crashed"})
"""Kinds of problem that say something was not as we read it. One odd page among many is only itself odd; more than
one to every ten documents, and we may have misread them all."""

SILENT = "silent-department"
"""The kind of problem of a department that brought nothing, where so long a silence is not usual."""

_TOLERATED = 10

_COUNTED = timedelta(days=14)

_MISSED = 3
"""If this many documents of some days are held, and their list now names none of them, the list is broken."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`usable`: its `documents`, what is left of those brought, may be recorded. `whole`: its days count as read."""

    usable: bool
    whole: bool
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...]


def examine(harvest: Harvest, card: Card | None, today: date | None = None, missed: Collection[str] = ()) -> Verdict:
    """Return what a harvest is worth, with its problems and those that its size and its dates show.

    A file has no card: who hands it in vouches for it. `missed`: keys held of its days, of which none came, nor
    anything else that only a list brings.
    """
    late, fit = _held_back(harvest, today) if card and today else ((), harvest.documents)
    shown = (*(_counted(harvest, card) if card else ()), *_emptied(harvest, missed), *late)
    problems = (*_believable(harvest.problems, card), *shown)
    kinds = {problem.kind for problem in problems}
    misread = sum(problem.kind in MISREAD for problem in problems)
    usable = misread * _TOLERATED <= max(len(harvest.documents), len(harvest.visits))
    return Verdict(usable, usable and not harvest.stopped and kinds <= WARNINGS, problems, fit)


def _believable(problems: tuple[Problem, ...], card: Card | None) -> tuple[Problem, ...]:
    """Return the problems without those of silence, where the configuration lets any silence pass."""
    lets_pass = card is not None and not (card.fewest or card.quiet)
    return tuple(p for p in problems if not (lets_pass and p.kind == SILENT))


def _held_back(harvest: Harvest, today: date) -> tuple[tuple[Problem, ...], tuple[Document, ...]]:
    """Return a problem for each document of a day that has not come, and the other documents.

    Either the server's clock is wrong or ours. What it says of tomorrow is taken tomorrow, if it still says so.
    """
    ahead = [d for d in harvest.documents if _newest(d) > today]
    problems = tuple(
        Problem(d.source, "future-dated", f"{d.key[:200]} is dated {_newest(d)}, which is after today, {today}", d.url)
        for d in ahead
    )
    return problems, tuple(d for d in harvest.documents if d not in ahead)


def _failed(harvest: Harvest) -> bool:
    """Return whether a harvest has a problem that explains why few documents came."""
    return any(problem.kind not in WARNINGS for problem in harvest.problems)


def _newest(document: Document) -> date:
    days = (document.published_on, document.corrected_on, *(day for day, _ in document.notes))
    return max(day for day in days if day)


def _emptied(harvest: Harvest, missed: Collection[str]) -> tuple[Problem, ...]:
    if len(missed) < _MISSED or _failed(harvest):
        return ()
    seen = f"no document came for {harvest.since} to {harvest.until}, though {len(missed)} of those days are held"
    return (Problem(harvest.source, "empty-days", seen),)


def _sat(harvest: Harvest, days: int) -> bool:
    """Return whether the Commons sat on at least that many of a harvest's days; False where no days are asked for."""
    return days > 0 and after_sitting_days(harvest.since - timedelta(days=1), days) <= harvest.until


def _counted(harvest: Harvest, card: Card) -> tuple[Problem, ...]:
    days = harvest.until - harvest.since + timedelta(days=1)
    number = max(len(harvest.documents), len(harvest.visits) + harvest.listed)
    came = f"{count(number, 'document')} came"
    if days >= _COUNTED and number < card.fewest and not _failed(harvest):
        return (Problem(card.name, "too-few", f"{came} in {days.days} days; at least {card.fewest:,} are usual"),)
    if not number and not _failed(harvest) and _sat(harvest, card.quiet):
        return (
            Problem(
                card.name,
                "too-few",
                f"not one document came from {harvest.since} to {harvest.until}, and that was no recess",
            ),
        )
    if number > card.most * max(1.0, days / _COUNTED):
        return (
            Problem(card.name, "too-many", f"{came} in {count(days.days, 'day')}; at most {card.most:,} are usual"),
        )
    return ()

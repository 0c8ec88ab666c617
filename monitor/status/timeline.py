"""What is there to tell of a commitment, from the day it was made to this one? Every turn of its status, all its news.

The story follows from the facts alone, whatever order they were learnt in. What was told before and no longer
follows is never unsaid: a correction is told after it (correcting).
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from monitor.model.boards import FlagName, Row, Status
from monitor.model.changes import Change
from monitor.model.commitments import RulingKind
from monitor.status import accepted_evidence, change_items
from monitor.status.corrections import corrections, named_by_day
from monitor.status.date_news import as_given, given, is_news
from monitor.status.facts import Case, Facts
from monitor.status.judgement import deed_days, deeds_seen, row_of_day
from monitor.status.missed_dates import missed_dates
from monitor.status.slippage import due_dates, ruled_moves


def untold_changes(facts: Facts, told: Collection[Change], now: datetime, today: date) -> tuple[Change, ...]:
    """Return what has not been told yet, oldest first: the story's new turns, and corrections of wrong ones."""
    cases = facts.cases()
    first = tuple(change for case in cases for change in _story(case, today))
    known = {change.id for change in told}
    every = *named_by_day(first, told), *corrections(cases, told, first, now, today)
    said = {words for change in told if (words := _words(change))}
    fresh = {c.id: c for c in reversed(every) if c.id not in known and _words(c) not in said}.values()
    return tuple(sorted(fresh, key=lambda c: (c.at, c.commitment, c.id)))


def _words(change: Change) -> tuple[str | None, ...] | None:
    """Return by which words which date was given; None of all else.

    The same date in the same words at the same place is one piece of news, also where it was told of the day on which
    we read them first: a debate's words count from its sitting.
    """
    dated = change.kind in change_items.NEWS and change.after
    if not dated or change.because is None or not change.because.quote:
        return None
    return (change.commitment, change.kind, change.after, change.because.quote, change.because.url)


def whole_timeline(facts: Facts, today: date) -> frozenset[str]:
    """Return the ids of delays that repeat a date given before: no news, and not wrong where they were told first."""
    return frozenset(i for case in facts.cases() for i in change_items.repeated(case, today))


def _story(case: Case, today: date) -> Iterator[Change]:
    if case.commitment.made_on > today:
        return
    yield change_items.made(case)
    before, seen = Status.PENDING, deeds_seen(case, today)
    reached: set[str] = set()
    missed: set[tuple[str, date | None]] = set()
    for day in _days(case, today):
        done = deed_days(seen, day)
        row = row_of_day(case, day, done)
        yield from _reached(case, row, reached, day)
        turns = row.status is not before and not _unseen(row, before)
        for one in missed_dates(row, day, done):
            date_, whole = (one.row.milestone.id, one.due.latest), turns and row.status is Status.OVERDUE
            if date_ not in missed and (one.again or one.row.milestone.step or not whole):
                yield change_items.missed(case, one, day)
            missed.add(date_)
        if turns:
            yield change_items.turned(case, row, before, day)
            before = row.status
    yield from _bearing(case, today)


def _unseen(row: Row, before: Status) -> bool:
    """What was overdue does not turn because a source has not been read to this day yet."""
    return before is Status.OVERDUE and row.status is Status.PENDING and row.flag(FlagName.STALE) is not None


def _days(case: Case, today: date) -> list[date]:
    """Return the days on which a commitment can turn: when something was published or ruled, or a window closed."""
    days = {case.commitment.made_on, today}
    days |= {w.evidence.document.since for w in case.weighed} | set(case.replaced.values())
    days |= {r.on for r in case.rulings} | {r.first for r in case.rulings}
    dues = (due_dates(case, milestone, today)[0] for milestone in case.commitment.milestones)
    moved = (*(w.evidence.moved_to for w in case.weighed), *(r.due for r in case.rulings))
    days |= {due.latest + timedelta(days=1) for due in (*dues, *moved) if due and due.latest}
    return sorted(day for day in days if case.commitment.made_on <= day <= today)


def _reached(case: Case, row: Row, reached: set[str], day: date) -> Iterator[Change]:
    """Yield milestones reached on the way; the milestone that completes the commitment is reported as its status."""
    for m in row.milestones:
        if m.proof is None or m.milestone.id in reached:
            continue
        reached.add(m.milestone.id)
        if row.status is not Status.DELIVERED or m.milestone.step:
            yield change_items.reached(case, m, day)


def _bearing(case: Case, today: date) -> Iterator[Change]:
    yield from (change_items.dated(case, one) for one in given(case, today) if not one.repeats)
    for weighed in case.weighed:
        evidence = weighed.evidence
        if (
            evidence.relation in change_items.NEWS
            and is_news(weighed, today)
            and not as_given(case.commitment, evidence)
        ):
            yield change_items.shown(case, evidence)
    for ruling in ruled_moves(case, today):
        if not as_given(case.commitment, ruling):
            yield change_items.ruled(case, ruling)
    for ruling in case.ruled(today, *(kind for kind in change_items.RULED if kind is not RulingKind.MOVED)):
        if ruling.kind is not RulingKind.RESUMED or accepted_evidence.resumes(case, ruling):
            yield change_items.ruled(case, ruling)

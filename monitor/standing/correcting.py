"""Which turns that were told no longer stand, by what is known now, and how is that said?

What a document was told to do is corrected where a person rejects it; that rules read it otherwise now is no news.
Where a correction is taken back in its turn (a ruling, say, that rejects the late find), it is corrected as well.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from monitor.boards import FlagName, Row, Status
from monitor.changes import Change, change_id
from monitor.standing import items, reasons
from monitor.standing.facts import Case
from monitor.standing.stand import stand
from monitor.wording import day as say

_TURNS = ("status", "milestone")


def named_by_day(story: Collection[Change], told: Iterable[Change]) -> tuple[Change, ...]:
    """Return a story in which a milestone that was told of another day has an id of its own, made of this day."""
    other = _of_another_day(story, told)
    return tuple(replace(c, id=items.on_its_day(c.id, c.at.date())) if c.id in other else c for c in story)


def corrections(
    cases: Collection[Case], told: Collection[Change], story: Collection[Change], now: datetime, today: date
) -> Iterator[Change]:
    """Yield a correction for each turn told of a day on which, as is known now, there was none."""
    of, known = {case.commitment.id: case for case in cases}, {c.id for c in told}
    stands, rejected = _standing(cases, told, story, today), _rejected(cases)
    last = {c.commitment: c.after for c in story if c.kind == "status"}
    for one in told:
        if one.commitment not in of or one.kind not in (*_TURNS, *items.NEWS):
            continue
        case, nth = of[one.commitment], 0
        while (id_ := change_id(case.register, one.commitment, "correction", one.id, str(nth))) in known:
            nth += 1
        wrong = one.id not in stands and (one.kind in _TURNS or one.id in rejected or nth > 0)
        if wrong == (nth % 2 == 1):
            continue
        after = last.get(one.commitment, Status.PENDING.value)
        headline = f"{case.commitment.title}: correction. {_corrected(case, one, nth)}. It is now {after}"
        because, before = reasons.why(stand(case, today)), one.after if one.kind == "status" else None
        yield Change(id_, now, case.register, one.commitment, "correction", before, after, because, headline)


def _standing(cases: Iterable[Case], told: Collection[Change], story: Collection[Change], today: date) -> set[str]:
    """Return the ids of all that holds: the story's, and those of milestones reached by today."""
    reached = {items.reaching(case, m.milestone.id) for case in cases for m in stand(case, today).milestones if m.proof}
    return {c.id for c in named_by_day(story, told)} | (reached - _of_another_day(story, told))


def _rejected(cases: Iterable[Case]) -> set[str]:
    """Return the ids of the news that rests on evidence which a person rejected."""
    every = ((case, w.evidence) for case in cases for w in case.weighed if w.ruling == "rejected")
    return {items.shown(case, evidence).id for case, evidence in every if evidence.relation in items.NEWS}


def _of_another_day(story: Iterable[Change], told: Iterable[Change]) -> set[str]:
    """Return the ids of the milestones that were told of another day than the story has them on."""
    at = {change.id: change.at for change in told if change.kind == "milestone"}
    return {change.id for change in story if at.get(change.id, change.at) != change.at}


def _corrected(case: Case, wrong: Change, nth: int) -> str:
    day, said = wrong.at.date(), f"“{wrong.after}”" if wrong.kind == "status" else f"“{_without_title(case, wrong)}”"
    if nth % 2:
        return f"What we first said, {said} as of {say(day)}, stands after all"
    if wrong.kind in items.NEWS:
        return f"We said {said} as of {say(day)}; a person has ruled that the evidence for it does not count"
    return f"We said {said} as of {say(day)}; by what is known now {_found(case, wrong, stand(case, day))}"


def _found(case: Case, wrong: Change, row: Row) -> str:
    """Return how it really was on the day of which a turn was told that there was not."""
    reached = {items.reaching(case, m.milestone.id) for m in row.milestones if m.proof}
    reached |= {items.on_its_day(id_, wrong.at.date()) for id_ in reached}
    if (row.status.value == wrong.after) if wrong.kind == "status" else wrong.id in reached:
        return "it was so before then"
    unread = wrong.after == Status.OVERDUE and row.status is Status.PENDING and row.flag(FlagName.STALE)
    return "not every source had been read that could show otherwise" if unread else "it was not so"


def _without_title(case: Case, change: Change) -> str:
    """Return a headline without its commitment's title, which stands before it."""
    return change.headline.removeprefix(f"{case.commitment.title}: ")

"""Which turns that were told no longer stand, by what is known now, and how is that said?

What a document was told to do is corrected where a person rejects it; that rules read it otherwise now is no news.
Where a correction is taken back in its turn (a ruling, say, that rejects the late find), it is corrected as well.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from monitor.model.boards import FlagName, Row, Status
from monitor.model.changes import Change, change_id
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.wording import day as say
from monitor.status import change_items, headlines
from monitor.status.deliveries import in_doubt
from monitor.status.facts import Case
from monitor.status.judgement import row_of_day
from monitor.status.slippage import replaced_by

_TURNS = ("status", "milestone")
_REJECTED = "a person has ruled that the evidence for it does not count"


def named_by_day(story: Collection[Change], told: Iterable[Change]) -> tuple[Change, ...]:
    """Return a story in which a milestone that was told of another day has an id of its own, made of this day."""
    other = _of_another_day(story, told)
    return tuple(replace(c, id=change_items.on_its_day(c.id, c.at.date())) if c.id in other else c for c in story)


def corrections(
    cases: Collection[Case], told: Collection[Change], story: Collection[Change], now: datetime, today: date
) -> Iterator[Change]:
    """Yield a correction for each turn told of a day on which, as is known now, there was none."""
    of, known = {case.commitment.id: case for case in cases}, {c.id for c in told}
    stands, withdrawn = _standing(cases, told, story, today), _withdrawn(cases)
    last = {c.commitment: c.after for c in story if c.kind == "status"}
    for one in told:
        if one.commitment not in of or one.kind not in (*_TURNS, *change_items.NEWS):
            continue
        case, nth = of[one.commitment], 0
        while (id_ := change_id(case.register, one.commitment, "correction", one.id, str(nth))) in known:
            nth += 1
        wrong = one.id not in stands and (one.kind in _TURNS or one.id in withdrawn or nth > 0)
        if wrong == (nth % 2 == 1):
            continue
        now_is = last.get(one.commitment) or Status.PENDING.value
        of_status = one.kind == "status"
        before, after = (one.after, now_is) if of_status else (None, None)
        corrected = _corrected(case, one, nth, withdrawn)
        headline = f"{case.commitment.title}: correction. {corrected}. {_standing_now(one, now_is)}"
        because = headlines.why(row_of_day(case, today))
        yield Change(id_, now, case.register, one.commitment, "correction", before, after, because, headline)


def _standing_now(one: Change, status: str) -> str:
    """Return where the promise stands, which is not to be read as where a part of it does."""
    if one.kind != "status":
        return f"The whole is now {status}" if one.kind == "milestone" else f"The promise is now {status}"
    return f"It is still {status}" if one.after == status else f"It is now {status}"


def _standing(cases: Iterable[Case], told: Collection[Change], story: Collection[Change], today: date) -> set[str]:
    """Return the ids of all that holds: the story's, and those of milestones reached by today."""
    reached = {
        change_items.reaching(case, m.milestone.id)
        for case in cases
        for m in row_of_day(case, today).milestones
        if m.proof
    }
    repeats = {id_ for case in cases for id_ in change_items.repeated(case, today)}
    return {c.id for c in named_by_day(story, told)} | repeats | (reached - _of_another_day(story, told))


def _withdrawn(cases: Iterable[Case]) -> dict[str, str]:
    """Return why the news does not stand that rests on what a person rejected, or on a move ruled otherwise, by id."""
    found: dict[str, str] = {}
    for case in cases:
        rejected = (
            w.evidence for w in case.weighed if w.ruling == "rejected" and w.evidence.relation in change_items.NEWS
        )
        found |= {change_items.showing(case, evidence): _REJECTED for evidence in rejected}
        for ruling in (r for r in case.rulings if r.kind is RulingKind.MOVED):
            found |= dict.fromkeys(change_items.moving(case, ruling), _ruled_otherwise(case, ruling))
    return found


def _ruled_otherwise(case: Case, ruling: Ruling) -> str:
    other = replaced_by(case, ruling)
    if other is None or other.due is None or ruling.due is None:
        return "by what is known now it was not so"
    return f"a person has since ruled that the words were “{other.due.said}”, not “{ruling.due.said}”"


def _of_another_day(story: Iterable[Change], told: Iterable[Change]) -> set[str]:
    """Return the ids of the milestones that were told of another day than the story has them on."""
    at = {change.id: change.at for change in told if change.kind == "milestone"}
    return {change.id for change in story if at.get(change.id, change.at) != change.at}


def _corrected(case: Case, wrong: Change, nth: int, withdrawn: Mapping[str, str]) -> str:
    day, said = wrong.at.date(), _quoted(case, wrong)
    if nth % 2:
        return f"What we first said, {said} as of {say(day)}, stands after all"
    if wrong.kind in change_items.NEWS:
        return f"We said {said} as of {say(day)}; {withdrawn.get(wrong.id, _REJECTED)}"
    return f"We said {said} as of {say(day)}; by what is known now {_found(case, wrong, row_of_day(case, day))}"


def _found(case: Case, wrong: Change, row: Row) -> str:
    """Return how it really was on the day of which a turn was told that there was not."""
    reached = {change_items.reaching(case, m.milestone.id) for m in row.milestones if m.proof}
    reached |= {change_items.on_its_day(id_, wrong.at.date()) for id_ in reached}
    if (row.status.value == wrong.after) if wrong.kind == "status" else wrong.id in reached:
        return "it was so before then"
    if wrong.after != Status.OVERDUE or row.status is not Status.PENDING:
        return "it was not so"
    doubts = (doubt for m in row.milestones for doubt in in_doubt(case, m.milestone, m.due, wrong.at.date()))
    if doubt := next(doubts, None):
        return f"it was {doubt}, so it may have come in time"
    unread = row.flag(FlagName.STALE)
    return "not every source had been read that could show otherwise" if unread else "it was not so"


def _quoted(case: Case, change: Change) -> str:
    """Return what was told as a quotation: a status, or a headline without its commitment's title and its caution."""
    if change.kind == "status":
        return "“pending again”" if change.after == Status.PENDING else f"“{change.after}”"
    return f"“{headlines.incautiously(change.headline.removeprefix(f'{case.commitment.title}: '))}”"

"""Which changes that were reported are wrong by what is known now, and how is that said?

If a person rejects what was reported of a document, that is corrected; that the rules read it otherwise today is not.
If a correction turns out wrong in its turn (a ruling, say, rejects the late find), it is corrected as well.
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
from monitor.status.judgement import deed_days, deeds_seen, row_of_day
from monitor.status.slippage import replaced_by

_TURNS = ("status", "milestone")
_WITHIN = str.maketrans("“”", "‘’")
"""Quotation marks within a quotation."""
_SHORT = 50
"""Characters of what was told that stand in the headline of its correction; the whole stands beneath."""
_REJECTED = "a person has ruled that the evidence for it does not count"


def named_by_day(story: Collection[Change], told: Iterable[Change]) -> tuple[Change, ...]:
    """Return a story in which a milestone that was reported with another day gets a new id, made of its day now."""
    other = _of_another_day(story, told)
    return tuple(replace(c, id=change_items.on_its_day(c.id, c.at.date())) if c.id in other else c for c in story)


def corrections(
    cases: Collection[Case], told: Collection[Change], story: Collection[Change], now: datetime, today: date
) -> Iterator[Change]:
    """Yield a correction for each change that was reported of a day on which, as is known now, it did not happen."""
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
        before, after = (one.after, now_is) if one.kind == "status" else (None, None)
        whole = _corrected(case, one, nth, withdrawn, today), _standing_now(one, now_is)
        headline, said = _headed(case, one, nth, whole[1]), tuple(f"{sentence}." for sentence in whole)
        because = headlines.why(row_of_day(case, today))
        yield Change(id_, now, case.register, one.commitment, "correction", before, after, because, headline, said)


def _headed(case: Case, one: Change, nth: int, stands: str) -> str:
    """Return the headline of a correction: what was told, that it stands or does not, and where the promise stands."""
    said = _quoted(case, one, _SHORT)
    after_all = f"{say(one.at.date())} {'stands after all' if nth % 2 else 'taken back'}"
    short = f"Correction: {said} of {after_all}"
    return headlines.headline(case.commitment.title, f"{short}. {stands}", short)


def _standing_now(one: Change, status: str) -> str:
    """Return where the whole promise stands, said so that nobody takes it for where a part of it stands."""
    if one.kind != "status":
        return f"The whole is now {status}" if one.kind == "milestone" else f"The promise is now {status}"
    return f"It is still {status}" if one.after == status else f"It is now {status}"


def _standing(cases: Iterable[Case], told: Collection[Change], story: Collection[Change], today: date) -> set[str]:
    """Return the ids of all changes that are right: those of the story, and of milestones delivered by today."""
    reached = {
        change_items.reaching(case, m.milestone.id)
        for case in cases
        for m in row_of_day(case, today).milestones
        if m.proof
    }
    repeats = {id_ for case in cases for id_ in change_items.repeated(case, today)}
    return {c.id for c in named_by_day(story, told)} | repeats | (reached - _of_another_day(story, told))


def _withdrawn(cases: Iterable[Case]) -> dict[str, str]:
    """Return, by id, why news is wrong: a person rejected its evidence, or has ruled otherwise on a moved date."""
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
    """Return the ids of milestones that were reported as reached on another day than the story gives them."""
    at = {change.id: change.at for change in told if change.kind == "milestone" and change.after != Status.OVERDUE}
    return {change.id for change in story if at.get(change.id, change.at) != change.at}


def _corrected(case: Case, wrong: Change, nth: int, withdrawn: Mapping[str, str], today: date) -> str:
    day, said = wrong.at.date(), _quoted(case, wrong)
    if nth % 2:
        return f"What we first said, {said} as of {say(day)}, stands after all"
    if wrong.kind in change_items.NEWS:
        return f"We said {said} as of {say(day)}; {withdrawn.get(wrong.id, _REJECTED)}"
    if day > today:
        return f"We said {said} as of {say(day)}, a day that had not come: a clock was wrong"
    refuted = _refuted(case, wrong, today)
    found = f"it was done {refuted}, in time" if refuted else _found(case, wrong, row_of_day(case, day))
    return f"We said {said} as of {say(day)}; by what is known now {found}"


def _refuted(case: Case, wrong: Change, today: date) -> str | None:
    """Return on or by which day what was reported as overdue was done in time; None where none is known."""
    day, seen = wrong.at.date(), deeds_seen(case, today)
    done, row = deed_days(seen, day), row_of_day(case, day)
    dates = ((m, due) for m in row.milestones for due in (m.due, *(move.due for move in m.slips)))
    for m, due in dates if wrong.after == Status.OVERDUE else ():
        on, last = done.get(m.milestone.id), due.latest if due else None
        told = due and (wrong.kind == "status" or change_items.missing(case, m.milestone.id, due) == wrong.id)
        if told and on and last and on <= last < day:
            exact = any(one.done_on == on and not one.by for one in seen if one.milestone == m.milestone.id)
            return f"{'on' if exact else 'by'} {say(on)}"
    return None


def _found(case: Case, wrong: Change, row: Row) -> str:
    """Return how things really stood on a day for which a change was wrongly reported."""
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


def _quoted(case: Case, change: Change, most: int = headlines.LEAD) -> str:
    """Return what was reported as a quotation: a status, or the news of a headline, cut to so many characters."""
    if change.kind == "status":
        return "“pending again”" if change.after == Status.PENDING else f"“{change.after}”"
    news = headlines.news_of(change.headline, case.commitment.title).translate(_WITHIN)
    return f"“{headlines.shortened(news, most)}”"

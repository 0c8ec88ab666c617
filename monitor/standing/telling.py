"""What is there to tell of a commitment, from the day it was made to this one? Every turn of its status, all its news.

The story follows from the facts alone, whatever order they were learnt in. What was told before and no longer
follows is never unsaid: a correction is told after it.
"""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta

from monitor import wording
from monitor.boards import FlagName, Row, Status
from monitor.changes import Because, Change, change_id
from monitor.commitments import Ruling, RulingKind
from monitor.evidence import Evidence, Relation
from monitor.standing import proofs
from monitor.standing.facts import Case, Facts
from monitor.standing.stand import stand
from monitor.wording import day as say

_NEWS = (Relation.ANNOUNCES, Relation.PROGRESS, Relation.DELAYS, Relation.WEAKENS, Relation.SUPERSEDES)
_RULED: dict[RulingKind, str] = {
    RulingKind.ANNOUNCED: Relation.ANNOUNCES,
    RulingKind.PROGRESS: Relation.PROGRESS,
    RulingKind.MOVED: Relation.DELAYS,
    RulingKind.WEAKENED: Relation.WEAKENS,
    RulingKind.SUPERSEDED: Relation.SUPERSEDES,
    RulingKind.DROPPED: "dropped",
    RulingKind.RESUMED: "resumed",
}
_TURNS = ("status", "milestone")
_HEADS: dict[str, str] = {
    Relation.ANNOUNCES: "promise made or detailed",
    Relation.PROGRESS: "progress",
    Relation.DELAYS: "delay",
    Relation.WEAKENS: "weakened",
    Relation.SUPERSEDES: "superseded",
    "dropped": "dropped",
    "resumed": "taken up again, its date as it was first promised",
}


def news(facts: Facts, told: Collection[Change], now: datetime, today: date) -> tuple[Change, ...]:
    """Return what has not been told yet, oldest first: the story's new turns, and corrections of wrong ones."""
    story = tuple(change for case in facts.cases() for change in _story(case, facts.register.id, today))
    known = {change.id for change in told}
    corrections = _corrections(facts, told, story, now, today)
    fresh = {c.id: c for c in reversed((*story, *corrections)) if c.id not in known}.values()
    return tuple(sorted(fresh, key=lambda c: (c.at, c.commitment, c.id)))


def _story(case: Case, register: str, today: date) -> Iterator[Change]:
    made_on = case.commitment.made_on
    if made_on > today:
        return
    yield _made(case, register)
    before = Status.PENDING
    reached: set[str] = set()
    for day in _days(case, today):
        row = stand(case, day)
        yield from _reached(row, reached, register, day)
        if row.status is not before and not _unseen(row, before):
            yield _turned(row, before, register, day)
            before = row.status
    yield from _bearing(case, register, today)


def _unseen(row: Row, before: Status) -> bool:
    """What was overdue does not turn because a source has not been read to this day yet."""
    return before is Status.OVERDUE and row.status is Status.PENDING and row.flag(FlagName.STALE) is not None


def _days(case: Case, today: date) -> list[date]:
    """Return the days on which a commitment can turn: when something was published or ruled, or a window closed."""
    days = {case.commitment.made_on, today}
    days |= (
        {w.evidence.document.since for w in case.weighed} | set(case.replaced.values()) | {r.on for r in case.rulings}
    )
    days |= {m.due.latest + timedelta(days=1) for m in case.commitment.milestones if m.due and m.due.latest}
    return sorted(day for day in days if case.commitment.made_on <= day <= today)


def _made(case: Case, register: str) -> Change:
    commitment = case.commitment
    because = Because("", commitment.said_in[0].url)
    headline = f"{commitment.title}: promised by {commitment.made_by}, {commitment.post.title}"
    id_ = change_id(register, commitment.id, "made")
    return Change(id_, _at(commitment.made_on), register, commitment.id, "made", None, "pending", because, headline)


def _turned(row: Row, before: Status, register: str, day: date) -> Change:
    id_ = change_id(register, row.commitment.id, "status", row.status, day.isoformat())
    return Change(
        id_,
        _at(day),
        register,
        row.commitment.id,
        "status",
        before.value,
        row.status.value,
        _why(row),
        _headline(row, day),
    )


def _headline(row: Row, day: date) -> str:
    title = row.commitment.title
    if row.status is Status.DELIVERED:
        late = f", {wording.late(row.days_late)}" if row.days_late else ""
        return f"{title}: delivered{late}" + ("" if row.confirmed else " (unconfirmed)")
    if row.status is Status.OVERDUE:
        due = row.due
        return f"{title}: overdue" + (f", “{due.said}” ended on {say(due.latest)}" if due and due.latest else "")
    return f"{title}: pending again since {say(day)}"


def _why(row: Row) -> Because | None:
    proofs_ = [m.proof for m in row.milestones if m.proof and not m.milestone.step]
    if row.status is Status.DELIVERED and proofs_:
        proof = max(proofs_, key=lambda p: p.known_on)
        return Because(proof.quote or "", proof.url) if proof.url else None
    if row.status is Status.OVERDUE:
        return Because("", row.commitment.said_in[0].url)
    return None


def _reached(row: Row, reached: set[str], register: str, day: date) -> Iterator[Change]:
    """Yield milestones reached on the way; the one that completes the whole is told as its status."""
    for m in row.milestones:
        if m.proof is None or m.milestone.id in reached:
            continue
        reached.add(m.milestone.id)
        if row.status is Status.DELIVERED and not m.milestone.step:
            continue
        id_ = _reaching(register, row, m.milestone.id)
        because = Because(m.proof.quote or "", m.proof.url) if m.proof.url else None
        headline = f"{row.commitment.title}: {m.milestone.title}" + ("" if m.confirmed else " (unconfirmed)")
        yield Change(id_, _at(day), register, row.commitment.id, "milestone", "pending", "delivered", because, headline)


def _reaching(register: str, of: Row | Case, milestone: str) -> str:
    return change_id(register, of.commitment.id, "milestone", milestone)


def _bearing(case: Case, register: str, today: date) -> Iterator[Change]:
    for weighed in case.weighed:
        evidence = weighed.evidence
        if weighed.ruling == "rejected" or evidence.relation not in _NEWS or evidence.document.since > today:
            continue
        if evidence.strength >= proofs.SURE:
            yield _shown(case, register, evidence)
    for ruling in case.ruled(today, *_RULED):
        if ruling.kind is not RulingKind.RESUMED or proofs.takes_up(case, ruling):
            yield _ruled(case, register, ruling)


def _shown(case: Case, register: str, evidence: Evidence) -> Change:
    """The same words published twice on a day are one piece of news: an answer given to several questions at once."""
    cited = evidence.document
    day = cited.published_on.isoformat()
    parts = (register, evidence.commitment, evidence.relation, cited.source, day, evidence.quote)
    after = evidence.moved_to.latest.isoformat() if evidence.moved_to and evidence.moved_to.latest else None
    headline = f"{case.commitment.title}: {_HEADS[evidence.relation]} ({cited.title or cited.source})"
    because = Because(evidence.quote, evidence.url)
    return Change(
        change_id(*parts),
        _at(cited.since),
        register,
        evidence.commitment,
        evidence.relation,
        None,
        after,
        because,
        headline,
    )


def _ruled(case: Case, register: str, ruling: Ruling) -> Change:
    relation = _RULED[ruling.kind]
    id_ = change_id(register, ruling.commitment, "ruling", ruling.kind, ruling.on.isoformat(), ruling.why)
    after = ruling.due.latest.isoformat() if ruling.due and ruling.due.latest else ruling.successor
    because = Because(ruling.quote or "", ruling.source) if ruling.source else None
    headline = f"{case.commitment.title}: {_HEADS[relation]}. {ruling.why}"
    return Change(id_, _at(ruling.on), register, ruling.commitment, relation, None, after, because, headline)


def _corrections(
    facts: Facts, told: Collection[Change], story: Collection[Change], now: datetime, today: date
) -> Iterator[Change]:
    """Yield a correction for each turn told of a day on which, as is known now, there was none.

    What a document was told to do is corrected where a person rejects it; that rules read it otherwise now is no news.
    Where a correction is taken back in its turn (a ruling, say, that rejects the late find), it is corrected as well.
    """
    register, cases = facts.register.id, {case.commitment.id: case for case in facts.cases()}
    known, stands = {c.id for c in told}, {c.id for c in story}
    for case in cases.values():
        stands |= {_reaching(register, case, m.milestone.id) for m in stand(case, today).milestones if m.proof}
    last = {c.commitment: c.after for c in story if c.kind == "status"}
    rejected = {
        _shown(case, register, w.evidence).id
        for case in cases.values()
        for w in case.weighed
        if w.ruling == "rejected" and w.evidence.relation in _NEWS
    }
    for one in told:
        if one.commitment not in cases or one.kind not in (*_TURNS, *_NEWS):
            continue
        case, nth = cases[one.commitment], 0
        while (id_ := change_id(register, one.commitment, "correction", one.id, str(nth))) in known:
            nth += 1
        wrong = one.id not in stands and (one.kind in _TURNS or one.id in rejected or nth > 0)
        if wrong == (nth % 2 == 1):
            continue
        after = last.get(one.commitment, Status.PENDING.value)
        headline = f"{case.commitment.title}: correction. {_corrected(case, one, nth)}. It is now {after}"
        because, before = _why(stand(case, today)), one.after if one.kind == "status" else None
        yield Change(id_, now, register, one.commitment, "correction", before, after, because, headline)


def _corrected(case: Case, wrong: Change, nth: int) -> str:
    day, said = wrong.at.date(), f"“{wrong.after}”" if wrong.kind == "status" else f"“{_said(case, wrong)}”"
    if nth % 2:
        return f"What we first said, {said} as of {say(day)}, stands after all"
    if wrong.kind in _NEWS:
        return f"We said {said} as of {say(day)}; a person has ruled that the evidence for it does not count"
    so = wrong.kind == "status" and stand(case, day).status.value == wrong.after
    found = "by what is known now it was so before then" if so else "by what is known now it was not so"
    return f"We said {said} as of {say(day)}; {found}"


def _said(case: Case, change: Change) -> str:
    """Return a headline without its commitment's title, which stands before it."""
    return change.headline.removeprefix(f"{case.commitment.title}: ")


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)

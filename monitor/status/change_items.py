"""How is one turn of a commitment's status, or one piece of its news, written as a change with an id of its own?"""

from dataclasses import replace
from datetime import date

from monitor.model.boards import MilestoneRow, Row, Status
from monitor.model.changes import Because, Change, change_id, start_of
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.evidence import Evidence, Relation
from monitor.status import headlines
from monitor.status.date_news import GivenDate, as_given, given
from monitor.status.facts import Case

NEWS = (Relation.ANNOUNCES, Relation.PROGRESS, Relation.DELAYS, Relation.WEAKENS, Relation.SUPERSEDES)
RULED: dict[RulingKind, str] = {
    RulingKind.ANNOUNCED: Relation.ANNOUNCES,
    RulingKind.PROGRESS: Relation.PROGRESS,
    RulingKind.MOVED: Relation.DELAYS,
    RulingKind.WEAKENED: Relation.WEAKENS,
    RulingKind.SUPERSEDED: Relation.SUPERSEDES,
    RulingKind.DROPPED: "dropped",
    RulingKind.RESUMED: "resumed",
}
_HEADS: dict[str, str] = {
    Relation.ANNOUNCES: "promise made or detailed",
    Relation.PROGRESS: "progress",
    Relation.DELAYS: "delay",
    Relation.WEAKENS: "weakened",
    Relation.SUPERSEDES: "superseded",
    "dropped": "dropped",
    "resumed": "taken up again, its date as it was first promised",
}


def made(case: Case) -> Change:
    """Return that a commitment was made."""
    commitment = case.commitment
    because = headlines.promised(commitment.promise)
    headline = f"{commitment.title}: promised by {commitment.made_by}, {commitment.post.title}"
    id_, at = change_id(case.register, commitment.id, "made"), start_of(commitment.made_on)
    return Change(id_, at, case.register, commitment.id, "made", None, "pending", because, headline)


def turned(case: Case, row: Row, before: Status, day: date) -> Change:
    """Return that its status turned on a day to what the row has."""
    register, commitment, after = case.register, row.commitment.id, row.status.value
    id_ = change_id(register, commitment, "status", after, day.isoformat())
    why, headline = headlines.why(row), headlines.headline(row, day)
    return Change(id_, start_of(day), register, commitment, "status", before.value, after, why, headline)


def reached(case: Case, m: MilestoneRow, day: date) -> Change:
    """Return that a milestone, which has a proof, was reached on a day."""
    commitment = case.commitment
    because = Because(m.proof.quote or "", m.proof.url) if m.proof and m.proof.url else None
    told = f"{m.milestone.title}" + ("" if m.confirmed else " (unconfirmed)")
    headline = f"{commitment.title}: {told}{headlines.cautiously((m.caution,) if m.caution else ())}"
    id_, at = reaching(case, m.milestone.id), start_of(day)
    return Change(id_, at, case.register, commitment.id, "milestone", "pending", "delivered", because, headline)


def reaching(case: Case, milestone: str) -> str:
    """Return the id of the change that tells that a milestone was reached, when it is told first."""
    return change_id(case.register, case.commitment.id, "milestone", milestone)


def on_its_day(milestone: str, day: date) -> str:
    """Return the id of the same change, told anew of another day."""
    return change_id(milestone, day.isoformat())


def shown(case: Case, evidence: Evidence) -> Change:
    """Return what evidence shows. The same words published twice on a day are one piece of news.

    That is so where an answer is given to several questions at once.
    """
    cited, relation, id_ = evidence.document, evidence.relation, showing(case, evidence)
    after = evidence.moved_to.latest.isoformat() if evidence.moved_to and evidence.moved_to.latest else None
    headline = f"{case.commitment.title}: {_HEADS[relation]} ({cited.title or cited.source})"
    because, at = Because(evidence.quote, evidence.url), start_of(cited.since)
    return Change(id_, at, case.register, evidence.commitment, relation, None, after, because, headline)


def showing(case: Case, evidence: Evidence) -> str:
    """Return the id of the change that tells what evidence shows."""
    if one := as_given(case.commitment, evidence):
        return giving(case, one, Relation.DELAYS)
    cited = evidence.document
    day = cited.published_on.isoformat()
    return change_id(case.register, evidence.commitment, evidence.relation, cited.source, day, evidence.quote)


def dated(case: Case, one: GivenDate) -> Change:
    """Return that a date was given, with the one before it. The same date given twice on a day is one piece of news."""
    told = ruled(case, one.by, one.relation) if isinstance(one.by, Ruling) else shown(case, one.by)
    before = one.before.isoformat() if one.before else None
    return replace(told, id=giving(case, one, one.relation), before=before)


def repeated(case: Case, today: date) -> frozenset[str]:
    """Return the ids of the dates that had been given before: told only where that was not known yet."""
    again = (one for one in given(case, today) if one.repeats and (one.latest == one.before or not one.ruled))
    return frozenset(giving(case, one, one.relation) for one in again)


def giving(case: Case, one: GivenDate, relation: Relation) -> str:
    """Return the id of the change that tells of a date, as its first or as a delay."""
    days = one.on.isoformat(), one.latest.isoformat()
    return change_id(case.register, case.commitment.id, "given", relation, one.milestone or "", *days)


def moving(case: Case, ruling: Ruling) -> tuple[str, ...]:
    """Return the ids under which a ruling of a move may have been told."""
    if one := as_given(case.commitment, ruling):
        return tuple(giving(case, one, relation) for relation in (Relation.ANNOUNCES, Relation.DELAYS))
    return (ruled(case, ruling).id,)


def ruled(case: Case, ruling: Ruling, told_as: str | None = None) -> Change:
    """Return what a person ruled, of one of the kinds that are news."""
    relation = told_as or RULED[ruling.kind]
    words = (ruling.due.said,) if ruling.due and ruling.kind is RulingKind.MOVED else ()
    id_ = change_id(case.register, ruling.commitment, "ruling", ruling.kind, ruling.on.isoformat(), ruling.why, *words)
    after = ruling.due.latest.isoformat() if ruling.due and ruling.due.latest else ruling.successor
    because = Because(ruling.quote or "", ruling.source) if ruling.source else None
    headline = f"{case.commitment.title}: {_HEADS[relation]}. {ruling.why}"
    return Change(id_, start_of(ruling.on), case.register, ruling.commitment, relation, None, after, because, headline)

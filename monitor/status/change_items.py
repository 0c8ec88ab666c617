"""How is one change of a commitment's status, or one piece of news about it, written as a Change with its own id?"""

from dataclasses import replace
from datetime import date

from monitor.model import board_words, wording
from monitor.model.boards import MilestoneRow, Row, Status
from monitor.model.changes import Because, Change, change_id, start_of
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.due import Due
from monitor.model.evidence import Evidence, Relation
from monitor.status import headlines
from monitor.status.date_news import GivenDate, as_given, given
from monitor.status.facts import Case
from monitor.status.missed_dates import MissedDate

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
_LEADS: dict[str, str] = {
    Relation.ANNOUNCES: "",
    Relation.PROGRESS: "",
    Relation.DELAYS: "Delayed. ",
    Relation.WEAKENS: f"{board_words.SOFTENED.capitalize()}. ",
    Relation.SUPERSEDES: f"{board_words.REPLACED.capitalize()}. ",
}
"""What a piece of evidence does, said before who says what; the rest of the news is in the words themselves."""
_RULED: dict[str, str] = {
    Relation.ANNOUNCES: "Promise made or detailed",
    Relation.PROGRESS: "Progress",
    Relation.DELAYS: "Delayed",
    Relation.WEAKENS: board_words.SOFTENED.capitalize(),
    Relation.SUPERSEDES: board_words.REPLACED.capitalize(),
    "dropped": board_words.DROPPED.capitalize(),
    "resumed": "Taken up again, with the date that was promised first",
}


def made(case: Case) -> Change:
    """Return the change that says that a commitment was made."""
    commitment = case.commitment
    by, dues = f"Promised by {commitment.made_by}", [m.due for m in commitment.milestones if m.due]
    due = commitment.due or next(iter(dues), None)
    until = f", {wording.window(due)}" if due and due.dated else ""
    leads = (f"{by}, {commitment.post.title}{until}", f"{by}{until}", by)
    at, id_ = start_of(commitment.made_on), change_id(case.register, commitment.id, "made")
    headline, because = headlines.headline(commitment.title, *leads), headlines.promised(commitment.promise)
    said = (f"{commitment.made_by}, {commitment.post.title}, on {wording.day(commitment.made_on)}.",)
    return Change(id_, at, case.register, commitment.id, "made", None, "pending", because, headline, said)


def turned(case: Case, row: Row, before: Status, day: date) -> Change:
    """Return the change that says that the status became, on a day, what the row has."""
    register, commitment, after = case.register, row.commitment.id, row.status.value
    id_ = change_id(register, commitment, "status", after, day.isoformat())
    told = headlines.why(row), headlines.turned(row, day), headlines.details(row)
    return Change(id_, start_of(day), register, commitment, "status", before.value, after, *told)


def reached(case: Case, m: MilestoneRow, day: date) -> Change:
    """Return the change that says that a milestone, which has a proof, was delivered on a day."""
    commitment = case.commitment
    because = Because(m.proof.quote or "", m.proof.url) if m.proof and m.proof.url else None
    verb = "Step done" if m.milestone.step else "Part done"
    headline = headlines.headline(commitment.title, *headlines.done(verb, (m,), m.days_late, confirmed=m.confirmed))
    id_, at, doubt = reaching(case, m.milestone.id), start_of(day), _doubt(m)
    return Change(id_, at, case.register, commitment.id, "milestone", "pending", "delivered", because, headline, doubt)


def missed(case: Case, one: MissedDate, day: date) -> Change:
    """Return that a date of a milestone was missed on a day."""
    commitment, before = case.commitment, Status.OVERDUE if one.again else Status.PENDING
    id_, at, sides = missing(case, one.row.milestone.id, one.due), start_of(day), (before.value, Status.OVERDUE.value)
    headline = headlines.headline(commitment.title, headlines.missed_date(one.row, one.due, again=one.again))
    said = (headlines.dated(one.due), *_doubt(one.row))
    return Change(id_, at, case.register, commitment.id, "milestone", *sides, one.because, headline, said)


def missing(case: Case, milestone: str, due: Due) -> str:
    """Return the id of the change that tells that a date was missed: of each date one, whenever it is known."""
    day = due.latest.isoformat() if due.latest else ""
    return change_id(case.register, case.commitment.id, "missed", milestone, day)


def _doubt(m: MilestoneRow) -> tuple[str, ...]:
    return headlines.cautiously((m.caution,) if m.caution else ())


def reaching(case: Case, milestone: str) -> str:
    """Return the id of the change that first says that a milestone was delivered."""
    return change_id(case.register, case.commitment.id, "milestone", milestone)


def on_its_day(milestone: str, day: date) -> str:
    """Return the id of the same change when it is reported again, with another day."""
    return change_id(milestone, day.isoformat())


def shown(case: Case, evidence: Evidence) -> Change:
    """Return the change that says what evidence shows. The same words published twice on a day are one piece of news.

    That is so where an answer is given to several questions at once.
    """
    cited, relation, id_ = evidence.document, evidence.relation, showing(case, evidence)
    after = evidence.moved_to.latest.isoformat() if evidence.moved_to and evidence.moved_to.latest else None
    counted = headlines.counted(case.commitment, evidence)
    lead = f"{counted}. " if counted else _LEADS[relation]
    headline = headlines.headline(case.commitment.title, headlines.saying(lead, evidence))
    because, at, said = Because(evidence.quote, evidence.url), start_of(cited.since), (headlines.standing_in(evidence),)
    return Change(id_, at, case.register, evidence.commitment, relation, None, after, because, headline, said)


def showing(case: Case, evidence: Evidence) -> str:
    """Return the id of the change that says what evidence shows."""
    if one := as_given(case.commitment, evidence):
        return giving(case, one, Relation.DELAYS)
    cited = evidence.document
    day = cited.published_on.isoformat()
    return change_id(case.register, evidence.commitment, evidence.relation, cited.source, day, evidence.quote)


def dated(case: Case, one: GivenDate) -> Change:
    """Return the change that says that a date was given, with the date before it; the same date twice a day is one."""
    told = ruled(case, one.by, one.relation) if isinstance(one.by, Ruling) else shown(case, one.by)
    before, due = one.before.isoformat() if one.before else None, one.due
    first = one.relation is Relation.ANNOUNCES
    news = "Date given" if first else "Date moved" if one.counts else "Date may have moved"
    lead = f"{news}: \u201c{due.said}\u201d"
    day = f", {wording.window(due)}"
    was = f" (was {wording.day(one.before)})" if one.before and not first else ""
    headline = headlines.headline(case.commitment.title, f"{lead}{day}{was}", f"{lead}{day}", lead)
    return replace(told, id=giving(case, one, one.relation), before=before, headline=headline)


def repeated(case: Case, today: date) -> frozenset[str]:
    """Return the ids of dates that had been given before; they were reported only if that was not known yet."""
    again = (one for one in given(case, today) if one.repeats and (one.latest == one.before or not one.ruled))
    return frozenset(giving(case, one, one.relation) for one in again)


def giving(case: Case, one: GivenDate, relation: Relation) -> str:
    """Return the id of the change that says that a date was given: the first one, or a later one (a delay)."""
    days = one.on.isoformat(), one.latest.isoformat()
    return change_id(case.register, case.commitment.id, "given", relation, one.milestone or "", *days)


def moving(case: Case, ruling: Ruling) -> tuple[str, ...]:
    """Return the ids under which a ruling of a moved date may have been reported."""
    if one := as_given(case.commitment, ruling):
        return tuple(giving(case, one, relation) for relation in (Relation.ANNOUNCES, Relation.DELAYS))
    return (ruled(case, ruling).id,)


def ruled(case: Case, ruling: Ruling, told_as: str | None = None) -> Change:
    """Return the change that says what a person ruled, for the kinds of ruling that are news."""
    relation = told_as or RULED[ruling.kind]
    words = (ruling.due.said,) if ruling.due and ruling.kind is RulingKind.MOVED else ()
    id_ = change_id(case.register, ruling.commitment, "ruling", ruling.kind, ruling.on.isoformat(), ruling.why, *words)
    after = ruling.due.latest.isoformat() if ruling.due and ruling.due.latest else ruling.successor
    because = Because(ruling.quote or "", ruling.source) if ruling.source else None
    headline = headlines.headline(case.commitment.title, _lead(case, ruling, relation))
    at, said = start_of(ruling.on), (f"Ruled by {ruling.by}: {ruling.why}",)
    return Change(id_, at, case.register, ruling.commitment, relation, None, after, because, headline, said)


def _lead(case: Case, ruling: Ruling, relation: str) -> str:
    """Return the news of a ruling: what took a promise's place by its title, else the ruling's reason."""
    successor = case.titles.get(ruling.successor or "")
    if relation == Relation.SUPERSEDES and successor:
        return f"{_RULED[relation]} by {successor}"
    return headlines.reasoned(_RULED[relation], ruling.why)

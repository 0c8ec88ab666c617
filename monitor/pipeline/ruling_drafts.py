"""Which ruling does it make if a person decides something? What a command takes down and what a screen does is one."""

from dataclasses import dataclass
from datetime import date, datetime

from monitor.deadlines.unread_words import unread
from monitor.model.changes import Change
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Commitment, Ruling, RulingKind
from monitor.model.due import Due
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence, Relation
from monitor.model.london import london_day
from monitor.registers.building import resolve_due
from monitor.registers.unread_dates import asked_again, told
from monitor.status.facts import Case
from monitor.status.judgement import row_of_day
from monitor.status.review_queue import Suggestion, named, ruling
from monitor.status.ruling_effects import ABOUT_EVIDENCE
from monitor.status.slippage import moved_milestone


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says when they decide. `on`: the day that is meant, None for today.

    About one piece of evidence: `evidence`, as the rules found it; about all of a document: `document` (source, key).
    `due_words`: the words of a new date. The rest is as in a Ruling.
    """

    kind: RulingKind
    commitment: str
    by: str
    why: str
    milestone: str | None = None
    on: date | None = None
    earliest: date | None = None
    source: str | None = None
    quote: str | None = None
    due_words: str | None = None
    successor: str | None = None
    relation: str | None = None
    document: tuple[str, str] | None = None
    evidence: Evidence | None = None
    blind: bool = False
    takes_back: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A ruling as it was recorded, and what changed by it; `waiting`: a scan runs, and tells that when it ends.

    `denied`: the day of the delivery that it denies, where it names no day of its own.
    """

    ruling: Ruling
    changes: tuple[Change, ...]
    waiting: bool = False
    denied: date | None = None


def drafted(said: Decision, case: Case, now: datetime, id_: str) -> Ruling:
    """Return the ruling that a decision makes on a commitment; raise UserError where it can't be right."""
    if not clean_line(said.by):
        raise UserError("Nobody is named who decides.", "give a name: it is shown beside the ruling")
    if said.kind is RulingKind.TAKEN_BACK:
        return _taking_back(said, case, now, id_)
    if said.evidence:
        return _on_piece(said, said.evidence, case.commitment, now, id_)
    return _on_commitment(said, case, now, id_)


def denied_day(said: Decision, case: Case, today: date) -> date | None:
    """Return the day by which a milestone was delivered, as it stands today, where that is what a decision denies."""
    if said.kind is not RulingKind.NOT_DELIVERED or said.on:
        return None
    milestone, rows = _milestone(said, case.commitment), row_of_day(case, today).milestones
    return next((row.proof.known_on for row in rows if row.milestone.id == milestone and row.proof), None)


def _on_piece(said: Decision, piece: Evidence, promise: Commitment, now: datetime, id_: str) -> Ruling:
    answer = said.kind.value
    if said.kind is RulingKind.RELATION:
        answer = f"{said.relation or ''}/{said.milestone}" if said.milestone else said.relation or ""
    one = Suggestion(named(piece), promise, piece)
    return ruling(one, answer, by=said.by, now=now, id_=id_, why=said.why, blind=said.blind)


def _taking_back(said: Decision, case: Case, now: datetime, id_: str) -> Ruling:
    """Return the ruling by which another no longer holds. It is of the same piece: so a blind one stays unseen."""
    first = next((r for r in case.every_ruling if r.id == said.takes_back), None)
    return Ruling(
        id=id_,
        commitment=said.commitment,
        milestone=first.milestone if first else None,
        kind=said.kind,
        on=london_day(now),
        by=clean_line(said.by),
        why=clean_line(said.why) or "taken back",
        document=first.document if first else None,
        piece=first.piece if first else None,
        blind=said.blind,
        decided_at=now,
        takes_back=said.takes_back,
    )


def _on_commitment(said: Decision, case: Case, now: datetime, id_: str) -> Ruling:
    kind, today = said.kind, london_day(now)
    milestone = _milestone(said, case.commitment)
    denied = denied_day(said, case, today)
    if said.source and not safe_link(said.source):
        raise UserError(f"{said.source} is not an address.", "give one that begins with http:// or https://")
    on = _day(said, today)
    if not clean_line(said.why):
        raise UserError("The reason is empty.", "give the reason with --why: it is shown beside the ruling")
    return Ruling(
        id=id_,
        commitment=said.commitment,
        document=said.document,
        milestone=milestone,
        kind=kind,
        on=on,
        by=clean_line(said.by),
        why=clean_line(said.why),
        source=said.source,
        quote=clean_line(said.quote) if said.quote else None,
        due=_due(kind, said.due_words, on),
        earliest=_earliest(kind, said.earliest, on) or (denied if denied != on else None),
        successor=said.successor,
        relation=said.relation if kind is RulingKind.RELATION else None,
        decided_at=now,
    )


def _day(said: Decision, today: date) -> date:
    """Return the day that a ruling speaks of; no day to come, and of a moved date the day it was said."""
    on = said.on or today
    if on > today:
        raise UserError(
            f"The day {on} is yet to come.", "a ruling is about what has happened: give a day no later than today"
        )
    if said.kind is RulingKind.MOVED and said.on is None:
        raise UserError(
            "moved needs the day on which the new date was said.",
            "give it with --on: the new due words count from that day",
        )
    return on


def _milestone(said: Decision, promise: Commitment) -> str | None:
    """Return the milestone that a ruling is about; None where it is about the whole, or about a document."""
    if said.milestone is not None and promise.milestone(said.milestone) is None:
        known = ", ".join(m.id for m in promise.milestones)
        raise UserError(
            f"{promise.id} has no milestone called {said.milestone}.", f"Its milestones are called: {known}."
        )
    if said.kind is RulingKind.RELATION and said.relation is None:
        raise UserError("relation needs the right relation.", "give it with --relation, such as --relation progress")
    if said.milestone is not None:
        return said.milestone
    if said.kind in ABOUT_EVIDENCE:
        return _only(promise) if said.relation == Relation.DELIVERS else None
    return _unnamed(said.kind, promise)


def _unnamed(kind: RulingKind, promise: Commitment) -> str | None:
    """Return the milestone that a ruling speaks of which names none; None where it speaks of the whole."""
    if kind is RulingKind.MOVED and (moved := moved_milestone(promise, None)):
        return moved.id
    of_one = (RulingKind.DELIVERED, RulingKind.NOT_DELIVERED, RulingKind.MOVED)
    return _only(promise) if kind in of_one else None


def _only(promise: Commitment) -> str | None:
    whole = [m.id for m in promise.milestones if not m.step]
    if len(whole) > 1:
        raise UserError(
            f"{promise.id} has several milestones, and the ruling is about one.", f"Name one of: {', '.join(whole)}."
        )
    return whole[0] if whole else None


def _earliest(kind: RulingKind, first: date | None, last: date) -> date | None:
    """Return the first day that a delivery may have been; None where its day is known."""
    if first is None or first == last:
        return None
    if kind is not RulingKind.DELIVERED:
        raise UserError(f"A ruling of {kind} has no earliest day.", "leave out --earliest: it is for delivered alone")
    if first > last:
        raise UserError(
            f"The first day, {first}, is after the last, {last}.",
            "give the first of the days with --earliest, the last with --on",
        )
    return first


def _due(kind: RulingKind, words: str | None, on: date) -> Due | None:
    """Return the window of new due words; raise UserError where no date, or only a part, is read from them."""
    words = clean_line(words or "")
    if kind is RulingKind.MOVED and not words:
        raise UserError("moved needs the words of the new date.", "give them with --due, such as --due 'later in May'")
    if words and (left := unread(words, on)):
        raise UserError(f"{told(words, left)[0]}.", asked_again(left))
    return resolve_due(words, on) if words else None

"""What shows that a milestone was delivered, moved or stopped by a day? Rulings first, then what was published."""

from dataclasses import replace
from datetime import UTC, date, datetime

from monitor.boards import Move, Proof, Stop, Weighed
from monitor.commitments import Milestone, Ruling, RulingKind
from monitor.evidence import Relation
from monitor.standing.facts import Case

_NEVER = datetime.min.replace(tzinfo=UTC)
SURE = 0.6
"""Strength below which evidence may be shown, but stops no clock and keeps no promise."""


def delivered(case: Case, milestone: Milestone, clock: date, as_of: date) -> Proof | None:
    """Return why a milestone counts as delivered. Rulings hold to `as_of`; what was published counts to `clock`."""
    ruling = _last_ruling(case, milestone, as_of)
    if ruling and ruling.kind is RulingKind.DELIVERED:
        return Proof(
            on=ruling.on,
            known_on=ruling.on,
            confirmed=True,
            quote=ruling.quote,
            url=ruling.source,
            by=ruling.by,
            caution=ruling.caution,
        )
    denied = ruling.on if ruling else None
    shown = [
        w
        for w in case.visible(clock)
        if w.evidence.relation is Relation.DELIVERS
        and w.evidence.milestone == milestone.id
        and _believed(w)
        and (denied is None or w.evidence.document.since > denied)
    ]
    return _shown(shown) if shown else None


def _believed(weighed: Weighed) -> bool:
    return weighed.evidence.strength >= SURE or weighed.ruling == "accepted"


def _shown(shown: list[Weighed]) -> Proof:
    """The first to tell it is the proof; the day of the deed is the earliest day that any of them gives."""
    first = min(shown, key=lambda w: (w.evidence.document.since, -w.evidence.strength)).evidence
    days = [w.evidence.happened_on for w in shown if w.evidence.happened_on]
    confirmed = any(w.ruling == "accepted" for w in shown)
    on = min(days) if days else None
    return Proof(on, first.document.since, confirmed, first.quote, first.url, "the rules")


def _last_ruling(case: Case, milestone: Milestone, day: date) -> Ruling | None:
    """The ruling typed in last outranks those before it, whichever day each speaks of."""
    ruled = [
        r
        for r in case.ruled(day, RulingKind.DELIVERED, RulingKind.NOT_DELIVERED)
        if r.milestone == milestone.id or (r.milestone is None and not milestone.step)
    ]
    return max(ruled, key=lambda r: (r.decided_at or _NEVER, r.on), default=None)


def known_late(case: Case, milestone: Milestone, day: date) -> bool:
    """Return whether a person, knowing what came later, ruled that it was delivered only after this day."""
    later = [r for r in case.rulings if r.kind is RulingKind.DELIVERED and r.milestone == milestone.id]
    return bool(later) and all(r.on > day for r in later)


def moves(case: Case, milestone: Milestone, day: date) -> tuple[Move, ...]:
    """Return every time the date was moved by a day, oldest first; repeating a date already given is no move."""
    ruled = [
        Move(r.on, r.due, r.quote, r.source)
        for r in case.ruled(day, RulingKind.MOVED)
        if r.due and _of(r.milestone, case, milestone)
    ]
    shown = [
        Move(e.document.since, e.moved_to, e.quote, e.url)
        for w, e in ((w, w.evidence) for w in case.visible(day))
        if e.relation is Relation.DELAYS and e.moved_to and _believed(w) and _of(e.milestone, case, milestone)
    ]
    latest = milestone.due.latest if milestone.due else None
    kept: list[Move] = []
    for move in sorted([*ruled, *shown], key=lambda m: (m.on, m.due.latest or date.max)):
        if move.due.latest and (latest is None or move.due.latest > latest):
            kept.append(move)
            latest = move.due.latest
    return tuple(kept) if milestone.due and milestone.due.dated else ()


def _of(named: str | None, case: Case, milestone: Milestone) -> bool:
    """A move that names no milestone speaks of the only dated one, where there is just one."""
    if named is not None:
        return named == milestone.id
    dated = [m.id for m in case.commitment.milestones if m.due and m.due.dated]
    return dated == [milestone.id]


def stopped(case: Case, day: date) -> Stop | None:
    """Return what stopped the clock by a day, the earliest; None while it runs, or runs again."""
    resumed = max((_said(r) for r in case.ruled(day, RulingKind.RESUMED)), default=None)
    stops = [
        Stop(
            on=r.on,
            how="dropped" if r.kind is RulingKind.DROPPED else "superseded",
            by=r.successor,
            quote=r.quote,
            url=r.source,
            confirmed=True,
        )
        for r in case.ruled(day, RulingKind.SUPERSEDED, RulingKind.DROPPED)
        if resumed is None or _said(r) > resumed
    ]
    stops += [
        Stop(e.document.since, "superseded", None, e.quote, e.url, w.ruling == "accepted")
        for w, e in ((w, w.evidence) for w in case.visible(day))
        if e.relation is Relation.SUPERSEDES and _believed(w)
        if resumed is None or e.document.since > resumed[0]
    ]
    return min(stops, key=lambda s: (not s.confirmed, s.on), default=None)


def takes_up(case: Case, ruling: Ruling) -> bool:
    """Return whether a ruling takes up again what had been stopped by its day."""
    before = tuple(r for r in case.rulings if r is not ruling and _said(r) <= _said(ruling))
    return stopped(replace(case, rulings=before), ruling.on) is not None


def _said(ruling: Ruling) -> tuple[date, datetime]:
    """The day it holds from, then when it was typed in: what stops a clock and what starts it again take turns so."""
    return ruling.on, ruling.decided_at or _NEVER

"""Which evidence counts, and by what was a clock stopped by a day? Rulings go before what was published."""

from dataclasses import replace
from datetime import date, datetime

from monitor.judging.english.assertion import taken_up_again
from monitor.model.boards import Stop
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.evidence import Evidence, Relation
from monitor.status.facts import Case

SURE = 0.6
"""Strength below which evidence is shown, but can neither stop a clock nor make a promise delivered."""
NEWS = 0.45
"""Strength from which what a document does to a promise is reported as news, if it stops no clock."""


def is_accepted(weighed: Weighed) -> bool:
    """Return whether a piece of evidence counts: it is sure enough, or a person accepted it."""
    return weighed.evidence.strength >= SURE or weighed.ruling == "accepted"


def stopped(case: Case, day: date) -> Stop | None:
    """Return what stopped the clock by a day, the earliest; None while it runs, or runs again.

    A ruling starts it again whatever stopped it; a document that says so, only what documents stopped.
    """
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
    heard = [w for w in case.visible(day) if is_accepted(w)]
    replaced = [w for w in heard if w.evidence.relation is Relation.SUPERSEDES]
    again = max((w.evidence.document.since for w in heard if replaced and _takes_up(w.evidence)), default=date.min)
    stops += [
        Stop(e.document.since, "superseded", None, e.quote, e.url, w.ruling == "accepted")
        for w, e in ((w, w.evidence) for w in replaced)
        if e.document.since > again and (resumed is None or e.document.since > resumed[0])
    ]
    return min(stops, key=lambda s: (not s.confirmed, s.on), default=None)


def _takes_up(piece: Evidence) -> bool:
    """Return whether a document says that the promise is taken up again: “will go ahead after all”."""
    told = piece.relation not in (Relation.SUPERSEDES, Relation.ASKS_ABOUT)
    return told and taken_up_again(piece.quote, piece.document.since)


def resumes(case: Case, ruling: Ruling) -> bool:
    """Return whether a ruling says that a promise is pursued again which had been stopped by the ruling's day."""
    before = tuple(r for r in case.rulings if r is not ruling and _said(r) <= _said(ruling))
    return stopped(replace(case, rulings=before), ruling.on) is not None


def _said(ruling: Ruling) -> tuple[date, datetime]:
    """Sort by the day from which it holds, then by when it was typed in: so stops and resumptions alternate."""
    return ruling.on, ruling.typed_at

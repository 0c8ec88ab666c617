"""Was a milestone delivered by a day, and on which day? Boards, feeds, JSON and calendar all take the answer from here.

1. A person's ruling says that it was, whatever was published: the one typed in last, unless one of not-delivered,
   typed in after it, speaks of its day or one before. A denial of some days holds from the first of them, and denies
   what was published up to the last.
2. Where that ruling gives a day, this is the day: before it, it had not been delivered, whatever was published.
3. Where it gives a span of days, the day is the first that a document gives within it, and never the span's last.
   Where none gives one the day is not known: it was so by the day on which a document within the span told of it as
   done, at the latest by the span's last. It had not been delivered before the span.
4. Without a ruling it is what was published: the first day that any of it gives, known from the first to tell it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from monitor.model import wording
from monitor.model.boards import Proof
from monitor.model.commitments import Milestone, Ruling, RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.due import Due
from monitor.model.evidence import Relation
from monitor.model.wording import between
from monitor.status.accepted_evidence import is_accepted
from monitor.status.facts import Case


def delivered(case: Case, milestone: Milestone, clock: date, as_of: date) -> Proof | None:
    """Return why a milestone counts as delivered. Rulings hold to `as_of`; what was published counts to `clock`."""
    told = [
        w
        for w in case.visible(clock)
        if w.evidence.relation is Relation.DELIVERS and w.evidence.milestone == milestone.id and is_accepted(w)
    ]
    ruling = _last_word(case, milestone, as_of)
    if ruling is None:
        return _published(told)
    if ruling.kind is RulingKind.NOT_DELIVERED:
        return _published([w for w in told if w.evidence.document.since > ruling.on])
    if ruling.earliest is not None:
        return _within(ruling, ruling.earliest, told, as_of)
    return _ruled(ruling, ruling.on) if ruling.on <= as_of else None


def in_doubt(case: Case, milestone: Milestone, due: Due | None, day: date) -> tuple[str, ...]:
    """Return why nobody can say on a day, though a date has passed with no delivery known, that the date was missed.

    That is so within the days of a delivery that may have come in time: a person ruled which days these are.
    """
    ruling = _last_word(case, milestone, day)
    if ruling is None or ruling.kind is RulingKind.NOT_DELIVERED or ruling.earliest is None:
        return ()
    if due is None or due.latest is None or not ruling.earliest <= due.latest < day:
        return ()
    return (f"delivered {between(ruling.earliest, ruling.on)}, on which day is not known",)


def unanswered(case: Case, milestone: Milestone, day: date) -> str | None:
    """Return what is in doubt where something told of a delivery, too unsure to count, and no person has answered."""
    told = [
        w.evidence.document.since
        for w in case.visible(day)
        if w.evidence.relation is Relation.DELIVERS and w.evidence.milestone == milestone.id and w.ruling is None
    ]
    if not told or _last_word(case, milestone, day):
        return None
    return f"a document of {wording.day(min(told))} may show that it was done; no person has checked that yet"


def _last_word(case: Case, milestone: Milestone, day: date) -> Ruling | None:
    """Return the ruling that decides for a day: delivered decides for every day, not-delivered from its own day on."""
    said = [r for r in case.rulings if r.kind in (RulingKind.DELIVERED, RulingKind.NOT_DELIVERED)]
    of_it = [r for r in said if r.milestone == milestone.id or (r.milestone is None and not milestone.step)]
    given: Ruling | None = None
    denials: list[Ruling] = []
    for ruling in sorted(of_it, key=lambda r: r.typed_at):  # a register's ledger in its own order
        if ruling.kind is RulingKind.NOT_DELIVERED:
            denials.append(ruling)
            given = given if given and given.on < ruling.first else None
        else:
            given, denials = ruling, []
    return next((r for r in reversed(denials) if r.first <= day), given)


def _published(told: Sequence[Weighed], first: date = date.min, last: date = date.max) -> Proof | None:
    """Return the proof that was published first, with the first day of delivery, within some days, that any gives."""
    if not told:
        return None
    one = min(told, key=lambda w: (w.evidence.document.since, -w.evidence.strength)).evidence
    given = [on for w in told if (on := w.evidence.happened_on) and first <= on <= last]
    confirmed = any(w.ruling == "accepted" for w in told)
    over = [by for w in told if (by := w.evidence.happened_by) and first <= by <= last]
    on, by = min(given, default=None), min(over, default=None)
    return Proof(on, one.document.since, confirmed, one.quote, one.url, "the rules", over_by=by)


def _within(ruling: Ruling, first: date, told: Sequence[Weighed], as_of: date) -> Proof | None:
    """Return the proof of a delivery that was ruled to lie in a span of days; documents may give the exact day."""
    shown = _published([w for w in told if w.evidence.document.since >= first], first, ruling.on)
    if shown is None:
        return _ruled(ruling, None) if ruling.on <= as_of else None
    known_on = min(shown.known_on, ruling.on)
    return replace(shown, known_on=known_on, confirmed=True, by=ruling.by, caution=ruling.caution)


def _ruled(ruling: Ruling, on: date | None) -> Proof:
    return Proof(on, ruling.on, True, ruling.quote, ruling.source, ruling.by, ruling.caution)  # noqa: FBT003 a field

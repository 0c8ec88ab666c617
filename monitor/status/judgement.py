"""Where does each commitment stand on a day? The rules of judgement, over what was published and ruled by then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from monitor.model import board_words, wording
from monitor.model.boards import Board, Flag, FlagName, MilestoneRow, Move, Row, Status, Stop
from monitor.model.commitments import Milestone, RulingKind
from monitor.model.due import Due
from monitor.model.evidence import Relation
from monitor.model.wording import window
from monitor.status import overdue
from monitor.status.accepted_evidence import stopped
from monitor.status.deliveries import delivered as delivery
from monitor.status.deliveries import in_doubt, unanswered
from monitor.status.facts import Case, Facts
from monitor.status.figures_told import figures
from monitor.status.heard import by_month, last_heard
from monitor.status.slippage import due_dates
from monitor.status.softening import firmer_before

SOON = timedelta(days=14)
_NOTHING: Mapping[str, date] = MappingProxyType({})


def board_of_day(facts: Facts, as_of: date) -> Board:
    """Return the board of a day: commitments made by then, in the register's order."""
    return Board(as_of, tuple(row_of_day(case, as_of) for case in facts.cases() if case.commitment.made_on <= as_of))


@dataclass(frozen=True, slots=True)
class DeedSeen:
    """On a day it was known of a milestone that it had been done on another; `by`: on that other day at the latest."""

    day: date
    milestone: str
    done_on: date
    by: bool = False


def deeds_seen(case: Case, today: date) -> tuple[DeedSeen, ...]:
    """Return what was known by today of the days of deeds, whether or not it was corrected since."""
    told = {w.evidence.document.since for w in case.weighed if w.evidence.happened_on or w.evidence.happened_by}
    rows = ((day, row_of_day(case, day)) for day in {today, *(day for day in told if day <= today)})
    proofs = ((day, m.milestone.id, m.proof) for day, row in rows for m in row.milestones if m.proof)
    return tuple(
        DeedSeen(day, id_, proof.done_by, by=proof.on is None)
        for day, id_, proof in proofs
        if proof.on or proof.over_by
    )


def deed_days(seen: Iterable[DeedSeen], day: date) -> dict[str, date]:
    """Return the days of deeds that were known on a day or after it, by milestone: one in time refutes an overdue."""
    found: dict[str, date] = {}
    for one in seen:
        if one.day >= day:
            found[one.milestone] = min(one.done_on, found.get(one.milestone, date.max))
    return found


def row_of_day(case: Case, as_of: date, done: Mapping[str, date] = _NOTHING) -> Row:
    """Return where one commitment stands on a day, by what could be known on it.

    `done`: days of deeds that are known since (deed_days). Kept in time, it was never overdue.
    """
    stop = stopped(case, as_of)
    clock = min(as_of, stop.on) if stop else as_of
    promised = (m for m in case.commitment.milestones if m.promised_on <= as_of)
    milestones = tuple(_milestone(case, milestone, clock, as_of, done) for milestone in promised)
    needed = [m for m in milestones if not m.milestone.step]
    status = _status(needed)
    leading = _leading(needed, status)
    delivered = status is Status.DELIVERED
    stop = None if delivered else stop
    counted = needed if delivered else milestones
    confirmed = all(m.confirmed for m in counted if m.status is Status.DELIVERED) and (stop is None or stop.confirmed)
    row = Row(
        commitment=case.commitment,
        status=status,
        flags=(),
        due=leading.due if leading else case.commitment.due,
        delivered_on=_last([m.delivered_on for m in needed]) if delivered else None,
        days_late=leading.days_late if leading else None,
        confirmed=confirmed,
        milestones=milestones,
        stop=stop,
        evidence=len(case.visible(as_of)),
        last_heard=last_heard(case, as_of),
        by_month=by_month(case, as_of),
    )
    return _flagged(row, leading.slips if leading else (), case, as_of)


def _milestone(case: Case, milestone: Milestone, clock: date, as_of: date, done: Mapping[str, date]) -> MilestoneRow:
    proof = delivery(case, milestone, clock, as_of)
    due, moves = due_dates(case, milestone, clock)
    stale = () if proof else (*overdue.unread(case, milestone, due, clock), *in_doubt(case, milestone, due, clock))
    status, passed = Status.DELIVERED if proof else Status.PENDING, proof is None and overdue.missed(due, clock)
    if passed and due and due.latest and done.get(milestone.id, date.max) <= due.latest:
        passed = False
    if passed and not stale:
        status = Status.OVERDUE
    return MilestoneRow(
        milestone=milestone,
        status=status,
        due=due,
        delivered_on=proof.on if proof else None,
        days_late=overdue.days_late(due, proof, clock, status),
        confirmed=proof is None or proof.confirmed,
        moves=moves,
        proof=proof,
        stale=stale,
        caution=proof.caution if proof else _caution(case, milestone, clock) if passed else None,
        figures=figures(case, milestone, as_of),
    )


def _caution(case: Case, milestone: Milestone, day: date) -> str | None:
    """Return what is in doubt about a date that passed without a delivery: by the register, or by what waits."""
    return milestone.caution or unanswered(case, milestone, day)


def _status(needed: list[MilestoneRow]) -> Status:
    if needed and all(m.status is Status.DELIVERED for m in needed):
        return Status.DELIVERED
    return Status.OVERDUE if any(m.status is Status.OVERDUE for m in needed) else Status.PENDING


def _leading(needed: list[MilestoneRow], status: Status) -> MilestoneRow | None:
    """Return the milestone that gives a row its date: the row's due words, lateness and moved dates are taken from it.

    It is one of those that make the status: of what is open or missed the first to be due, of what is delivered the
    one that was latest (a lateness that can't be known goes before none).
    """
    making = [m for m in needed if m.status is status]
    dated = [m for m in making if m.due and m.due.dated]
    if not dated:
        return next((m for m in making if m.due), None)
    if status is Status.DELIVERED:
        return max(dated, key=lambda m: (m.days_late or 0, m.days_late is None, _last_day(m)))
    return min(dated, key=_last_day)


def _last_day(row: MilestoneRow) -> date:
    return row.due.latest if row.due and row.due.latest else date.max


def _last(days: list[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _flagged(row: Row, slips: tuple[Move, ...], case: Case, as_of: date) -> Row:
    flags = [*_late(row), *_window(row, as_of), *_slipped(slips), *_weakened(case, row, as_of), *_stopped(row.stop)]
    if not row.confirmed:
        flags.append(
            Flag(
                FlagName.UNCONFIRMED,
                "unconfirmed",
                "found by rules, not yet ruled on by a person",
                more="found by the rules",
            )
        )
    stale = tuple(dict.fromkeys(reason for m in row.milestones for reason in m.stale))
    if stale and row.status is not Status.DELIVERED:
        said = board_words.UNREAD if _unread(row, case, as_of) else board_words.DAY_UNKNOWN
        flags.append(Flag(FlagName.STALE, "stale", "; ".join(stale), said, board_words.CANT_SAY))
    return Row(**{name: getattr(row, name) for name in Row.__slots__} | {"flags": tuple(flags)})


def _unread(row: Row, case: Case, as_of: date) -> bool:
    """Return whether any of the reasons why a row can't be judged is that a source was not read."""
    clock = min(as_of, row.stop.on) if row.stop else as_of
    return any(m.stale and overdue.unread(case, m.milestone, m.due, clock) for m in row.milestones)


def _late(row: Row) -> list[Flag]:
    if not row.days_late:
        return []
    word = f"late by {row.days_late} day{'s' * (row.days_late != 1)}"
    return [Flag(FlagName.LATE, word, said=wording.late(row.days_late))]


def _window(row: Row, as_of: date) -> list[Flag]:
    if row.status is Status.DELIVERED or row.stop or row.commitment.position:
        return []
    due, flags, pending = row.due, [], row.status is Status.PENDING
    if pending and (due is None or due.latest is None):
        flags.append(Flag(FlagName.NO_DATE, "no date given"))
    if pending and due and due.latest and due.earliest and due.said_on < due.earliest <= as_of <= due.latest:
        flags.append(Flag(FlagName.WINDOW_OPEN, "window open"))
    soon = due_soon(row, as_of)
    if soon or (not row.milestones and due and due.latest and as_of <= due.latest <= as_of + SOON):
        flags.append(Flag(FlagName.DUE_SOON, "due soon", _which(row, soon)))
    return flags


def due_soon(row: Row, as_of: date) -> tuple[tuple[MilestoneRow, Due], ...]:
    """Return the milestones with a date, the first or a moved one, that passes within a fortnight, and that date."""
    coming = ((m, m.coming(as_of)) for m in row.milestones)
    return tuple((m, due) for m, due in coming if due and due.latest and due.latest <= as_of + SOON)


def _which(row: Row, soon: Sequence[tuple[MilestoneRow, Due]]) -> str | None:
    """Return the dates that are due soon, where they differ from the date that the row shows."""
    if all(due == row.due for _, due in soon) and row.status is Status.PENDING:
        return None
    return "; ".join(f"{m.milestone.title}: {window(due)}" for m, due in soon)


def _slipped(slips: tuple[Move, ...]) -> list[Flag]:
    if not slips:
        return []
    word = f"slipped (moved {len(slips)} time{'s' * (len(slips) != 1)})"
    said, short = board_words.moved(len(slips))
    return [Flag(FlagName.SLIPPED, word, f"last to “{slips[-1].due.said}”", said, short)]


def _weakened(case: Case, row: Row, as_of: date) -> list[Flag]:
    ruled = case.ruled(as_of, RulingKind.WEAKENED)
    if ruled:
        return [Flag(FlagName.WEAKENED, "weakened", ruled[-1].why)]
    shown = [w.evidence for w in case.visible(as_of) if w.evidence.relation is Relation.WEAKENS]
    if not shown or row.status is Status.DELIVERED:
        return []
    firmer = firmer_before(shown[-1])
    return [Flag(FlagName.WEAKENED, "weakened", f"“{shown[-1].quote}”" + (f"; {firmer}" if firmer else ""))]


def _stopped(stop: Stop | None) -> list[Flag]:
    if stop is None:
        return []
    by = f"by {stop.by} " if stop.by else ""
    detail, more = f"{by}since {stop.on.isoformat()}", f"since {wording.day(stop.on)}"
    said, short = board_words.stopped(stop.how, stop.by), board_words.stopped(stop.how, None)
    return [Flag(FlagName.SUPERSEDED, stop.how, detail, said, short, more)]

"""Which new dates are news, and which date held before each? To repeat a date that was given already is not news."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from monitor.model.commitments import Commitment, Ruling, RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.due import Due
from monitor.model.evidence import Evidence, Relation
from monitor.status.accepted_evidence import NEWS, is_accepted
from monitor.status.facts import Case
from monitor.status.slippage import moved_milestone, ruled_moves


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A date that a document or a ruling gave on a day, for a milestone (None where that can't be told).

    `before`: the date given last until then, the first due where none was; None where there was none.
    `counts`: whether the board takes it: it is sure enough, or a person ruled or accepted it.
    """

    by: Evidence | Ruling
    milestone: str | None
    on: date
    latest: date
    before: date | None = None
    repeats: bool = False
    counts: bool = True

    @property
    def due(self) -> Due:
        """The words that gave it, with their window."""
        found = self.by.due if isinstance(self.by, Ruling) else self.by.moved_to
        return found or Due(self.latest.isoformat(), None, self.latest, None, self.on)

    @property
    def ruled(self) -> bool:
        return isinstance(self.by, Ruling)

    @property
    def relation(self) -> Relation:
        """What it does to the promise: if a person rules that it was given its first date, that is not a delay."""
        first = self.ruled and self.milestone is not None and self.before is None
        return Relation.ANNOUNCES if first else Relation.DELAYS


def given(case: Case, today: date) -> Iterator[GivenDate]:
    """Yield the dates given up to a day, milestone by milestone; of those given on one day, the nearest first."""
    said: dict[str | None, list[tuple[GivenDate, bool]]] = defaultdict(list)
    for ruling in ruled_moves(case, today):
        if one := as_given(case.commitment, ruling):
            said[one.milestone].append((one, True))
    for weighed in case.weighed:
        one = as_given(case.commitment, weighed.evidence)
        if one and is_news(weighed, today):
            said[one.milestone].append((replace(one, counts=is_accepted(weighed)), weighed.ruling == "accepted"))
    for milestone, dates in said.items():
        yield from _in_turn(case.commitment, milestone, dates)


def as_given(commitment: Commitment, by: Evidence | Ruling) -> GivenDate | None:
    """Return the date that a document or a ruling of a move gives, None where it gives none."""
    if isinstance(by, Ruling):
        moves, due, on = by.kind is RulingKind.MOVED, by.due, by.on
    else:
        moves, due, on = by.relation is Relation.DELAYS, by.moved_to, by.document.since
    if not moves or due is None or due.latest is None:
        return None
    milestone = moved_milestone(commitment, by.milestone)
    return GivenDate(by, milestone.id if milestone else None, on, due.latest)


def is_news(weighed: Weighed, today: date) -> bool:
    """Return whether a piece of evidence is sure enough to be reported by a day, whatever it shows."""
    found = weighed.evidence
    return weighed.ruling != "rejected" and found.strength >= NEWS and found.document.since <= today


def _in_turn(commitment: Commitment, milestone: str | None, said: list[tuple[GivenDate, bool]]) -> Iterator[GivenDate]:
    """Yield what was said of one milestone, each with the date before it; what a person ruled goes first on its day.

    A promise that gave no date has none until a person rules that it was given one: a ruling, or accepted evidence.
    """
    due = m.due if (m := commitment.milestone(milestone)) else None
    last = due.latest if due else None
    known = {last}
    for one, by_person in sorted(said, key=lambda s: (s[0].on, s[0].latest, not s[0].ruled)):
        later = last is None or one.latest > last
        if due and not one.ruled and one.on == due.said_on and one.latest == due.latest:
            yield one  # the words that gave a part its date
            continue
        yield replace(one, before=last, repeats=not later if one.ruled else one.latest in known)
        known.add(one.latest)
        if later and one.counts and (last is not None or by_person):
            last = one.latest

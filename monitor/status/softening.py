"""Does the government now say less firmly what it said before of a promise: “in due course”, “we aim to”?

Each claim that something will be is compared with the one last made before it, by the same post.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import IntEnum

from monitor import deadlines
from monitor.model.commitments import Commitment
from monitor.model.dossiers import Weighed
from monitor.model.evidence import Evidence, Relation
from monitor.model.wording import day as say


class Firmness(IntEnum):
    """How firmly something is promised, the least firm first."""

    IN_DUE_COURSE = 0
    CONSIDERED = 1
    INTENDED = 2
    WILLED = 3
    DATED = 4


_FIRM = {"vague": Firmness.CONSIDERED, "aim": Firmness.INTENDED, "firm": Firmness.WILLED}
_OPEN = (Relation.ANNOUNCES, Relation.MENTIONS_ONLY)
"""What a sentence may be told as and still be found to say less than before. One that puts off says so itself."""
_FROM = "from "
_LESS = "said less firmly than on"


def soften(weighed: Iterable[Weighed], commitment: Commitment) -> tuple[Weighed, ...]:
    """Return evidence, one for one; what says less than was said before weakens, and shows both sentences.

    What a person ruled on stays as it is; what a person rejected is compared with nothing.
    """
    every = tuple(weighed)
    said = sorted(_willed(every, commitment), key=lambda s: (s[0].document.since, s[0].document.key, s[0].quote))
    now = {
        later: _weakened(later, earlier)
        for n, (later, firmness) in enumerate(said)
        if later.relation in _OPEN and (earlier := _before(said[:n], later, firmness))
    }
    return tuple(replace(w, evidence=now[w.evidence]) if w.evidence in now and w.ruling is None else w for w in every)


def firmer_before(evidence: Evidence) -> str | None:
    """Return what evidence says was said before it and more firmly, the sentence in it; None where it says no such."""
    return next((reason for reason in evidence.reasons if reason.startswith(_LESS)), None)


def _willed(weighed: tuple[Weighed, ...], commitment: Commitment) -> Iterator[tuple[Evidence, Firmness]]:
    """Yield each claim of a will with its firmness, until all of the commitment's milestones are reached."""
    kept = _kept_since(weighed, commitment)
    for one in weighed:
        piece = one.evidence
        open_ = piece.relation in (*_OPEN, Relation.DELAYS) and piece.says == "will"
        if one.ruling != "rejected" and open_ and (kept is None or piece.document.since < kept):
            yield piece, _firmness(piece)


def _kept_since(weighed: Iterable[Weighed], commitment: Commitment) -> date | None:
    """Return since when every milestone is delivered, by evidence that no person rejected; None while one is not."""
    every = [w.evidence for w in weighed if w.ruling != "rejected" and w.evidence.relation is Relation.DELIVERS]
    first = {
        m.id: min((e.document.since for e in every if e.milestone == m.id), default=None) for m in commitment.milestones
    }
    days = [day for day in first.values() if day is not None]
    return max(days) if days and len(days) == len(first) else None


def _before(said: list[tuple[Evidence, Firmness]], piece: Evidence, now: Firmness) -> Evidence | None:
    """Return what was last said before of the same commitment, where that was firmer; None where it was not."""
    for earlier, then in reversed(said):
        if earlier.document.since < piece.document.since and _same_post(earlier, piece):
            # Who only leaves out the date has not taken it back.
            return earlier if now < min(then, Firmness.WILLED) else None
    return None


def _weakened(piece: Evidence, earlier: Evidence) -> Evidence:
    reasons = (
        f"{_LESS} {say(earlier.document.since)}: “{earlier.quote}” ({earlier.url})",
        f"and on {say(piece.document.since)}: “{piece.quote}”",
    )
    return replace(piece, relation=Relation.WEAKENS, reasons=(*piece.reasons, *reasons))


def _same_post(one: Evidence, other: Evidence) -> bool:
    """Two departments that both answer are two; a speech in the House is of the government as such."""
    bodies = [{r for r in piece.reasons if r.startswith(_FROM)} for piece in (one, other)]
    return not all(bodies) or bodies[0] == bodies[1]


def _firmness(piece: Evidence) -> Firmness:
    when = deadlines.resolve_words(piece.when, piece.document.since) if piece.when else None
    if when and when.kind == "indefinite":
        return Firmness.IN_DUE_COURSE
    firm = _FIRM[piece.firm or "firm"]
    return Firmness.DATED if when and firm is Firmness.WILLED else firm

"""Which of the rules' suggestions wait for a person, in which order, and what ruling does an answer make?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from monitor import deadlines
from monitor.model.boards import Status
from monitor.model.changes import change_id
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Commitment, EvidencePiece, Ruling, RulingKind
from monitor.model.due import Due
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence, Relation
from monitor.model.london import london_day
from monitor.status.facts import Case, Facts
from monitor.status.judgement import row_of_day
from monitor.status.review_confidence import agreement
from monitor.status.ruling_effects import blind_answers, last_word, of_piece, places, rulings_by_document

_FIRST = (Relation.DELIVERS, Relation.SUPERSEDES, Relation.DELAYS, Relation.WEAKENS)
"""What alters a status or a date comes first."""
_WHY = {
    RulingKind.ACCEPT: "read and accepted in review",
    RulingKind.REJECT: "read and rejected in review",
    RulingKind.RELATION: "read and put right in review",
}
ANSWERS = ("accept", "reject", *(r.value for r in Relation))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A piece of evidence as the rules found it, that waits for a person. `id` names it as long as they find it."""

    id: str
    commitment: Commitment
    evidence: Evidence


def queue(facts: Facts, today: date, reviewer: str | None = None) -> tuple[Suggestion, ...]:
    """Return what waits for a person: current evidence with news of the promise and no ruling yet, weightiest first.

    Of what weighs alike comes first what two ways agree least on (fitting.agreement), for there an answer helps most.

    For a `reviewer` who judges blind: what they have not judged blind yet, whatever others said without being seen.
    What a person has confirmed by another way comes last.
    """
    cases = zip(facts.without_rulings().cases(), facts.cases(), strict=True)
    waiting = (found for bare, ruled in cases for found in _of_case(bare, ruled, today, reviewer))
    return tuple(one for _, one in sorted(waiting, key=lambda found: found[0]))


def _of_case(
    bare: Case, ruled: Case, today: date, reviewer: str | None
) -> Iterator[tuple[tuple[object, ...], Suggestion]]:
    if bare.commitment.made_on > today:
        return
    pieces = tuple(w.evidence for w in bare.weighed)
    said, there = rulings_by_document(ruled.rulings), places(pieces)
    settled = _settled(ruled, today)
    for piece in pieces:
        stands = piece.document.since <= today and not bare.replaced_by(piece, today)
        if stands and piece.relation.bears and _waits(of_piece(piece, said, there), reviewer):
            yield _rank(piece, settled), Suggestion(named(piece), bare.commitment, piece)


def _waits(rulings: tuple[Ruling, ...], reviewer: str | None) -> bool:
    if reviewer is None:
        return last_word(rulings) is None
    return all(r.blind for r in rulings) and reviewer not in blind_answers(rulings)


def _settled(case: Case, today: date) -> frozenset[str]:
    """Return the milestones whose delivery a person has confirmed."""
    rows = row_of_day(case, today).milestones
    return frozenset(m.milestone.id for m in rows if m.status is Status.DELIVERED and m.confirmed)


def _rank(piece: Evidence, settled: frozenset[str]) -> tuple[object, ...]:
    weight = _FIRST.index(piece.relation) if piece.relation in _FIRST else len(_FIRST)
    over = piece.relation is Relation.DELIVERS and piece.milestone in settled
    cited = piece.document
    where = (cited.since, cited.source, cited.key, piece.commitment, piece.milestone or "", piece.quote)
    return (over, weight, agreement(piece), where)


def named(piece: Evidence) -> str:
    """Return a short name for a piece of evidence: of its commitment, document, sentence and milestone."""
    cited = piece.document
    return change_id("suggestion", piece.commitment, cited.source, cited.key, piece.quote, piece.milestone or "")[:10]


def ruling(one: Suggestion, answer: str, *, by: str, now: datetime, id_: str, why: str = "", blind: bool) -> Ruling:
    """Return the ruling that an answer makes: accept, reject, or a relation, with /milestone where it has one.

    Raises UserError where the answer is none of these.
    """
    word, _, milestone = answer.strip().partition("/")
    kind = _kind(word)
    found = one.evidence
    relation, part = None, found.milestone
    if kind is RulingKind.RELATION:
        relation = Relation(word)
        part = _part(relation, milestone or None, one)
    return Ruling(
        id=id_,
        commitment=one.commitment.id,
        milestone=part,
        kind=kind,
        on=london_day(now),
        by=clean_line(by),
        why=clean_line(why) or _WHY[kind],
        source=found.url,
        quote=found.quote,
        document=(found.document.source, found.document.key),
        due=_due(found) if relation is Relation.DELAYS else None,
        decided_at=now,
        piece=EvidencePiece(found.quote, found.milestone),
        relation=relation.value if relation else None,
        blind=blind,
    )


def _kind(word: str) -> RulingKind:
    if word not in ANSWERS:
        raise UserError(f"“{clean_line(word)}” is not an answer.", f"Answer one of: {', '.join(ANSWERS)}.")
    return RulingKind(word) if word in ("accept", "reject") else RulingKind.RELATION


def _part(relation: Relation, milestone: str | None, one: Suggestion) -> str | None:
    """Return the milestone an answer means; what delivers must deliver one, the only one where there is just one."""
    known = [m.id for m in one.commitment.milestones]
    if milestone is not None and milestone not in known:
        called = ", ".join(known) or "none"
        raise UserError(
            f"{one.commitment.id} has no milestone called {clean_line(milestone)}.",
            f"Its milestones are called: {called}.",
        )
    if milestone is None and relation is Relation.DELIVERS:
        milestone = one.evidence.milestone or (known[0] if len(known) == 1 else None)
        if milestone is None:
            raise UserError(
                "delivers needs the milestone that was delivered.",
                f"Answer delivers/MILESTONE, with one of: {', '.join(known)}.",
            )
    return milestone


def _due(piece: Evidence) -> Due | None:
    """Return the date that a sentence gives which a person says delays the promise."""
    found = deadlines.resolve(piece.quote, piece.document.since)
    if piece.moved_to or found.latest is None or found.phrase is None:
        return piece.moved_to
    return Due(found.phrase, found.earliest, found.latest, found.rule, piece.document.since)


def disclosed(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that anyone may see: blind answers are among them only once two people have answered."""
    every = tuple(rulings)
    answered: dict[object, set[str]] = defaultdict(set)
    for one in every:
        if one.blind:
            answered[one.document, one.piece].add(one.by)
    return tuple(r for r in every if not r.blind or len(answered[r.document, r.piece]) > 1)

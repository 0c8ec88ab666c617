"""What did people say of each piece of evidence, and what does it do once they have?

The last open word holds. Blind answers, given without sight of each other, count only once those of two people agree:
until then the board would give the first one away to the second.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitor.model import same_words
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.evidence import Evidence, Relation

ABOUT_EVIDENCE = (RulingKind.ACCEPT, RulingKind.REJECT, RulingKind.RELATION)
_WORDS = {RulingKind.ACCEPT: "accepted", RulingKind.REJECT: "rejected", RulingKind.RELATION: "accepted"}
Where = tuple[str, str, str, str | None]


def apply_rulings(evidence: Iterable[Evidence], rulings: Iterable[Ruling]) -> tuple[Weighed, ...]:
    """Return evidence, one for one, with what people last said of it; where they set its relation, with that one."""
    pieces = tuple(evidence)
    said = rulings_by_document(rulings)
    there = frozenset(map(_where, pieces)) if said else frozenset()
    return tuple(_weighed(piece, last_word(of_piece(piece, said, there))) for piece in pieces)


def rulings_by_document(rulings: Iterable[Ruling]) -> dict[tuple[str, str], list[Ruling]]:
    """Return the rulings on evidence by the document they speak of, each list in the order they were typed in."""
    said: dict[tuple[str, str], list[Ruling]] = defaultdict(list)
    for ruling in sorted(rulings, key=lambda r: (r.typed_at, r.id)):
        if ruling.document and ruling.kind in ABOUT_EVIDENCE:
            said[ruling.document].append(ruling)
    return said


def of_piece(piece: Evidence, said: dict[tuple[str, str], list[Ruling]], there: frozenset[Where]) -> tuple[Ruling, ...]:
    """Return those of the rulings that speak of a piece, in their order; `there`: where every piece stands."""
    rulings = said.get((piece.document.source, piece.document.key), ())
    return tuple(r for r in rulings if _speaks_of(r, piece, there))


def places(pieces: Iterable[Evidence]) -> frozenset[Where]:
    """Return where some pieces stand, as `of_piece` asks for it."""
    return frozenset(map(_where, pieces))


def last_word(rulings: Sequence[Ruling]) -> Ruling | None:
    """Return the ruling that holds of those on one piece, in the order they were typed in; None where none does."""
    opened = [n for n, r in enumerate(rulings) if not r.blind]
    agreed = _agreed(rulings)
    if agreed is not None and (not opened or agreed > opened[-1]):
        return rulings[agreed]
    return rulings[opened[-1]] if opened else None


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return, in their order, the rulings that hold: none that was taken back, and none that only takes one back."""
    every = tuple(rulings)
    gone = taken_back(every)
    return tuple(r for r in every if r.kind is not RulingKind.TAKEN_BACK and r.id not in gone)


def taken_back(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Return the ids of the rulings that were taken back. If what takes one back is taken back, it holds again."""
    gone: set[str] = set()
    for ruling in reversed(sorted(rulings, key=lambda r: r.typed_at)):  # noqa: C413 - what came later goes first
        if ruling.kind is RulingKind.TAKEN_BACK and ruling.takes_back and ruling.id not in gone:
            gone.add(ruling.takes_back)
    return frozenset(gone)


def verdict(ruling: Ruling) -> str:
    """Return what a ruling on evidence says, in a word or three: accept, reject, or the relation and the milestone."""
    if ruling.kind is not RulingKind.RELATION or ruling.relation is None:
        return ruling.kind.value
    return f"{ruling.relation}/{ruling.milestone}" if ruling.milestone else ruling.relation


def blind_answers(rulings: Sequence[Ruling]) -> dict[str, Ruling]:
    """Return the last blind answer of each person, by name, in the order they first answered."""
    return {r.by: r for r in rulings if r.blind}


def _agreed(rulings: Sequence[Ruling]) -> int | None:
    """Return which blind answer made those of two people or more agree; None where they differ or one is alone."""
    answers = blind_answers(rulings)
    if len(answers) < 2 or len({verdict(r) for r in answers.values()}) > 1:
        return None
    return max(n for n, r in enumerate(rulings) if r.blind)


def _where(piece: Evidence) -> Where:
    return (piece.document.source, piece.document.key, same_words.said(piece.quote), piece.milestone)


def _speaks_of(ruling: Ruling, piece: Evidence, there: frozenset[Where]) -> bool:
    """A ruling on a sentence holds on when later rules find another milestone in it."""
    if ruling.commitment != piece.commitment:
        return False
    meant = ruling.piece
    if meant is None or (meant.quote, meant.milestone) == (piece.quote, piece.milestone):
        return True
    source, key, words, milestone = _where(piece)
    same = same_words.said(meant.quote) == words
    return same and (meant.milestone == milestone or (source, key, words, meant.milestone) not in there)


def _weighed(piece: Evidence, ruling: Ruling | None) -> Weighed:
    if ruling is None:
        return Weighed(piece, None)
    word = _WORDS[ruling.kind]
    if ruling.kind is not RulingKind.RELATION or ruling.relation is None:
        return Weighed(piece, word)
    reason = f"{ruling.by} set the relation; the rules saw “{piece.relation.value}”"
    relation = Relation(ruling.relation)
    put = replace(
        piece,
        relation=relation,
        milestone=ruling.milestone,
        strength=1.0,
        reasons=(*piece.reasons, reason),
        moved_to=(ruling.due or piece.moved_to) if relation is Relation.DELAYS else None,
    )
    return Weighed(put, word, piece)

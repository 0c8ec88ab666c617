"""What do a person's answers about evidence say as labels, in the form of the guide that training reads?

Only what an answer carries is written: an accepted piece gives its relation, and what its sentence says where that
shows the relation; a corrected one gives the relation, and what the sentence says where only one thing shows it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from monitor.judging.relations import ORDER
from monitor.model.commitments import Ruling, RulingKind
from monitor.model.documents import Document, Version
from monitor.model.evidence import Evidence, Relation
from monitor.status.facts import Case, Facts
from monitor.status.review_confidence import fits
from monitor.status.ruling_effects import last_word, of_piece, places, rulings_by_document

Key = tuple[str, str]
Row = tuple[str, ...]
LABELS = ("source", "key", "published_on", "commitment", "milestone", "relation", "quote", "confidence", "reason")
AGREED = ("key", "commitment", "milestone", "relation", "also", "quote")
CLAIMS = ("key", "commitment", "says", "when", "firm", "milestone", "sentence")
_ONLY = MappingProxyType({Relation.DELIVERS: "done", Relation.SUPERSEDES: "replaced"})
"""Relations that only one thing shows that a sentence may say."""
_REJECTED = ("mentions-only", "asks-about none")
"""What a document does to a promise of which all that seemed to bear was rejected: main relation, and what else."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A piece of evidence as the rules found it, and the ruling that holds of it."""

    piece: Evidence
    ruling: Ruling

    @property
    def relation(self) -> Relation | None:
        """What it does by the answer; None where it was rejected."""
        if self.ruling.kind is RulingKind.REJECT:
            return None
        return Relation(self.ruling.relation) if self.ruling.relation else self.piece.relation

    @property
    def corrected(self) -> bool:
        return self.ruling.kind is RulingKind.RELATION

    @property
    def milestone(self) -> str:
        return (self.ruling.milestone if self.corrected else self.piece.milestone) or ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A document and a commitment with the answers about it. `whole`: no piece that bears is left without one."""

    document: Key
    commitment: str
    answers: tuple[Answered, ...]
    whole: bool

    @property
    def held(self) -> list[Answered]:
        """The answers by which something bears or speaks of it, in the guide's order: the main relation first."""
        there = [one for one in self.answers if one.relation]
        return sorted(there, key=lambda one: ORDER.index(one.relation or Relation.MENTIONS_ONLY))


@dataclass(frozen=True, slots=True)
class Labels:
    """A set of labels: its documents as they were read, and the rows of its three tables, without their heads."""

    documents: tuple[Document, ...]
    labels: tuple[Row, ...]
    agreed: tuple[Row, ...]
    claims: tuple[Row, ...]


def answered(facts: Facts) -> tuple[Pair, ...]:
    """Return the documents and commitments of a register that people have answered about, by document."""
    cases = zip(facts.without_rulings().cases(), facts.cases(), strict=True)
    pairs = (pair for bare, ruled in cases for pair in _of_case(bare, ruled))
    return tuple(sorted(pairs, key=lambda pair: (pair.document, pair.commitment)))


def _of_case(bare: Case, ruled: Case) -> Iterator[Pair]:
    pieces = tuple(w.evidence for w in bare.weighed)
    said, there = rulings_by_document(ruled.rulings), places(pieces)
    by_document: dict[Key, list[tuple[Evidence, Ruling | None]]] = defaultdict(list)
    for piece in pieces:
        ruling = last_word(of_piece(piece, said, there))
        by_document[piece.document.source, piece.document.key].append((piece, ruling))
    for document, found in by_document.items():
        given = tuple(Answered(piece, ruling) for piece, ruling in found if ruling)
        whole = all(ruling for piece, ruling in found if piece.relation.bears)
        pair = Pair(document, bare.commitment.id, given, whole)
        if pair.held or (given and whole):
            yield pair


def labels(pairs: Sequence[Pair], versions: Mapping[Key, Sequence[Version]]) -> Labels:
    """Return answers as a set of labels. `versions`: those held of each document, oldest first.

    Of several versions the first is taken that has most of the sentences answered about; its day is the one from which
    it could be read, for due words are counted from that. A key that two sources have gets its source before it.
    """
    quotes: dict[Key, set[str]] = defaultdict(set)
    for pair in pairs:
        quotes[pair.document] |= {one.piece.quote for one in pair.answers}
    taken = {where: _read(versions[where], quotes[where]) for where in quotes if versions.get(where)}
    names = _names(taken)
    there = [pair for pair in pairs if pair.document in taken]
    return Labels(
        documents=tuple(replace(v.document, key=names[w], published_on=v.since) for w, v in taken.items()),
        labels=tuple(_label(pair, names[pair.document], taken[pair.document].since) for pair in there),
        agreed=tuple(_agreed(pair, names[pair.document]) for pair in there),
        claims=tuple(dict.fromkeys(row for pair in there for row in _claims(pair, names[pair.document]))),
    )


def _read(versions: Sequence[Version], quotes: Iterable[str]) -> Version:
    wanted = tuple(quotes)

    def said(version: Version) -> int:
        return sum(any(quote in p.text for p in version.document.passages) for quote in wanted)

    return max(versions, key=said)


def _names(documents: Iterable[Key]) -> dict[Key, str]:
    every = tuple(documents)
    keys = [key for _, key in every]
    return {(source, key): key if keys.count(key) == 1 else f"{source}/{key}" for source, key in every}


def _label(pair: Pair, key: str, on: date) -> Row:
    main = (pair.held or list(pair.answers))[0]
    relation = main.relation.value if main.relation else _REJECTED[0]
    why = main.ruling.why
    document = (pair.document[0], key, on.isoformat())
    return (*document, pair.commitment, main.milestone, relation, main.piece.quote, "high", why)


def _agreed(pair: Pair, key: str) -> Row:
    held = pair.held
    if not held:
        return (key, pair.commitment, "", *_REJECTED, pair.answers[0].piece.quote)
    relations = list(dict.fromkeys(one.relation.value for one in held if one.relation))
    return (key, pair.commitment, held[0].milestone, relations[0], " ".join(relations[1:]), held[0].piece.quote)


def _claims(pair: Pair, key: str) -> Iterator[Row]:
    for one in pair.held:
        piece, says = one.piece, _says(one)
        if says and not piece.itself:
            firm = (piece.firm or "") if says == "will" else ""
            yield (key, pair.commitment, says, piece.when or "", firm, one.milestone, piece.quote)


def _says(one: Answered) -> str | None:
    """Return what a sentence says by the answer to it; None where the answer does not carry that."""
    relation, says = one.relation, one.piece.says
    if relation is None or relation in _ONLY:
        return _ONLY[relation] if relation else None
    return says if fits(says, relation) and not one.corrected else None

"""What is known of a register when it is judged: all that was found, ruled and read, whatever the day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from monitor.model.commitments import Commitment, Register, Ruling, RulingKind
from monitor.model.dossiers import Weighed
from monitor.model.evidence import Evidence
from monitor.model.sources import Coverage
from monitor.status.lasting_sentences import Standing, lasting
from monitor.status.ruling_effects import apply_rulings, standing
from monitor.status.softening import soften

Replaced = dict[tuple[str, str, int], date]
"""For (source, key, version): the day from which a later version replaces it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that statuses follow from: the same facts and the same day always give the same board."""

    register: Register
    evidence: tuple[Evidence, ...]
    rulings: tuple[Ruling, ...]
    coverage: Coverage
    replaced: Replaced

    def without_rulings(self) -> "Facts":
        """Return the facts as the rules alone see them: the ledger in the register's file is left out too."""
        return Facts(self.register, self.evidence, (), self.coverage, self.replaced)

    def cases(self) -> tuple["Case", ...]:
        """Return what is known of each commitment, in the register's order."""
        evidence: dict[str, list[Evidence]] = defaultdict(list)
        rulings: dict[str, list[Ruling]] = defaultdict(list)
        for piece in sorted(self.evidence, key=_order):
            evidence[piece.commitment].append(piece)
        for ruling in self.rulings:
            rulings[ruling.commitment].append(ruling)
        promises = self.register.commitments
        titles = {c.id: c.title for c in promises}
        return tuple(self._case(c, evidence[c.id], tuple(rulings[c.id]), titles) for c in promises)

    def case(self, commitment: Commitment) -> "Case":
        """Return what is known of one commitment of the register."""
        evidence = sorted((piece for piece in self.evidence if piece.commitment == commitment.id), key=_order)
        rulings = tuple(ruling for ruling in self.rulings if ruling.commitment == commitment.id)
        return self._case(commitment, evidence, rulings, {c.id: c.title for c in self.register.commitments})

    def _case(
        self, commitment: Commitment, evidence: list[Evidence], rulings: tuple[Ruling, ...], titles: Mapping[str, str]
    ) -> "Case":
        last = lasting(evidence, self.replaced)
        kept, holding = tuple(piece for piece in evidence if piece in last), standing(rulings)
        weighed = soften(apply_rulings(kept, holding), commitment)
        last |= {w.evidence: last[piece] for piece, w in zip(kept, weighed, strict=True)}
        read = (self.coverage, self.replaced, last, titles)
        return Case(self.register.id, commitment, weighed, holding, *read, every_ruling=rulings)


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one commitment of a register, which is named by its id."""

    register: str
    commitment: Commitment
    weighed: tuple[Weighed, ...]
    rulings: tuple[Ruling, ...]
    coverage: Coverage
    replaced: Replaced
    standing: Standing
    """For each piece of evidence, the last version of its document that still says it."""
    titles: Mapping[str, str]
    """What each commitment of the register is called, by its id."""
    every_ruling: tuple[Ruling, ...] = ()
    """The rulings that hold, with those that were taken back and those by which they were."""
    _seen: dict[date, tuple[Weighed, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def visible(self, day: date) -> tuple[Weighed, ...]:
        """Return the evidence that anyone could read on a day: not yet replaced, and not rejected by a person."""
        if day not in self._seen:  # a row asks a dozen times
            self._seen[day] = tuple(
                w
                for w in self.weighed
                if w.evidence.document.since <= day and w.ruling != "rejected" and not self.replaced_by(w.evidence, day)
            )
        return self._seen[day]

    def ruled(self, day: date, *kinds: RulingKind) -> tuple[Ruling, ...]:
        """Return the rulings of some kinds that hold on a day, in the order they hold from."""
        return tuple(sorted((r for r in self.rulings if r.kind in kinds and r.on <= day), key=lambda r: (r.on, r.id)))

    def replaced_by(self, evidence: Evidence, day: date) -> bool:
        """Return whether by a day its document has been replaced by a version that no longer says it."""
        if not self.replaced or evidence.itself:
            return False
        cited = evidence.document
        last = self.standing.get(evidence, cited.version)
        replaced = self.replaced.get((cited.source, cited.key, last))
        return replaced is not None and replaced <= day


def gather(
    register: Register, evidence: Iterable[Evidence], typed: Iterable[Ruling], coverage: Coverage, replaced: Replaced
) -> Facts:
    """Return the facts of a register, with the ledger in its file and the rulings typed in since put together."""
    ledger = (ruling for commitment in register.commitments for ruling in commitment.ledger)
    return Facts(register, tuple(evidence), (*ledger, *typed), coverage, replaced)


def _order(piece: Evidence) -> tuple[object, ...]:
    """The order in which evidence is looked at, whatever the order in which it arrived."""
    cited = piece.document
    where = (cited.since, cited.source, cited.key, cited.version)
    return (*where, piece.milestone or "", piece.relation, piece.quote, piece.url)

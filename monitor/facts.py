"""What is known of a register when it is judged: all that was found, ruled and read, whatever the day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from monitor.boards import Weighed
from monitor.commitments import Commitment, Register, Ruling, RulingKind
from monitor.evidence import Evidence
from monitor.sources import Coverage

Replaced = dict[tuple[str, str, int], date]
"""For (source, key, version): the day from which a later version stands in its place."""


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
        for piece in self.evidence:
            evidence[piece.commitment].append(piece)
        for ruling in self.rulings:
            rulings[ruling.commitment].append(ruling)
        return tuple(
            Case(c, weigh(evidence[c.id], rulings[c.id]), tuple(rulings[c.id]), self.coverage, self.replaced)
            for c in self.register.commitments
        )


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one commitment."""

    commitment: Commitment
    weighed: tuple[Weighed, ...]
    rulings: tuple[Ruling, ...]
    coverage: Coverage
    replaced: Replaced

    def visible(self, day: date) -> tuple[Weighed, ...]:
        """Return the evidence that anyone could read on a day: not yet replaced, and not rejected by a person."""
        return tuple(
            w
            for w in self.weighed
            if w.evidence.document.since <= day and w.ruling != "rejected" and not self.replaced_by(w.evidence, day)
        )

    def ruled(self, day: date, *kinds: RulingKind) -> tuple[Ruling, ...]:
        """Return the rulings of some kinds that hold on a day, in the order they hold from."""
        return tuple(sorted((r for r in self.rulings if r.kind in kinds and r.on <= day), key=lambda r: (r.on, r.id)))

    def replaced_by(self, evidence: Evidence, day: date) -> bool:
        """Return whether a later version of its document stands in its place by a day."""
        cited = evidence.document
        replaced = self.replaced.get((cited.source, cited.key, cited.version))
        return replaced is not None and replaced <= day


def gather(
    register: Register, evidence: Iterable[Evidence], typed: Iterable[Ruling], coverage: Coverage, replaced: Replaced
) -> Facts:
    """Return the facts of a register, with the ledger in its file and the rulings typed in since put together."""
    ledger = (ruling for commitment in register.commitments for ruling in commitment.ledger)
    return Facts(register, tuple(evidence), (*ledger, *typed), coverage, replaced)


def weigh(evidence: Iterable[Evidence], rulings: Iterable[Ruling]) -> tuple[Weighed, ...]:
    """Return evidence with what a person last said of each document it stands in."""
    said: dict[tuple[str, str], str] = {}
    for ruling in rulings:
        if ruling.document and ruling.kind in (RulingKind.ACCEPT, RulingKind.REJECT):
            said[ruling.document] = "accepted" if ruling.kind is RulingKind.ACCEPT else "rejected"
    return tuple(Weighed(e, said.get((e.document.source, e.document.key))) for e in evidence)

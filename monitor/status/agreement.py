"""How far do two people agree who answered the same suggestions without seeing each other's answers?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from monitor.model.commitments import Ruling
from monitor.model.evidence import Evidence
from monitor.status.ruling_effects import blind_answers, of_piece, places, rulings_by_document, verdict


@dataclass(frozen=True, slots=True)
class Differ:
    """A piece of evidence about which two people gave different answers."""

    evidence: Evidence
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two people answered what both answered blind. `kappa` is Cohen's kappa, None where it is not defined."""

    first: str
    second: str
    judged: int
    alike: int
    kappa: float | None
    differ: tuple[Differ, ...]


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two people's answers to the same questions: 1 agreed throughout, 0 as by chance.

    None where nothing was asked, or where chance alone would have them agree throughout (one answer to everything).
    """
    asked = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    alike = sum(a == b for a, b in pairs)
    chance = sum(first[word] * second[word] for word in first)  # times asked squared: whole numbers are exact
    if asked == 0 or chance == asked * asked:
        return None
    return (alike * asked - chance) / (asked * asked - chance)


def agreements(evidence: Iterable[Evidence], rulings: Iterable[Ruling]) -> tuple[Agreement, ...]:
    """Return how each two people agree who judged the same evidence blind, by name; none where fewer than two did."""
    pieces = tuple(evidence)
    said, there = rulings_by_document(rulings), places(pieces)
    answered = [(p, {by: verdict(r) for by, r in blind_answers(of_piece(p, said, there)).items()}) for p in pieces]
    people = sorted({by for _, answers in answered for by in answers})
    pairs = (_agreement(one, other, answered) for one, other in combinations(people, 2))
    return tuple(pair for pair in pairs if pair.judged)


def _agreement(first: str, second: str, answered: Sequence[tuple[Evidence, dict[str, str]]]) -> Agreement:
    both = [(piece, said[first], said[second]) for piece, said in answered if first in said and second in said]
    pairs = [(a, b) for _, a, b in both]
    differ = tuple(Differ(piece, a, b) for piece, a, b in both if a != b)
    return Agreement(first, second, len(both), len(both) - len(differ), kappa(pairs), differ)

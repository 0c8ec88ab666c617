"""Which weights tell claims and relations best? Logistic regressions over the labelled sets, as whole numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from monitor.judging.claims.features import features
from monitor.judging.claims.sentence_claims import Claim, claimed
from monitor.judging.claims.weights import AIM, BIAS, CLAIM, CLAIMS, MOVING, VAGUE, WHOLE, Table, Weights
from monitor.judging.comparison import BEARS, ComparedClaim, amounts, compare_with_record
from monitor.judging.shown_sentence import amounts_of_each
from monitor.model.evidence import Relation
from training.labels import Label, Pair
from training.ranking import Choice, ranked

FEWEST, SETS = 20, 6
"""Sentences and sets that a feature must stand in, so that none belongs to one subject."""
LOOSE_CLAIM, LOOSE_SAYS, LOOSE_RELATION = 0.03, 0.05, 0.1
"""How freely weights may grow (the inverse strength of regularisation)."""
_ALSO, _EITHER = 0.5, 0.3
"""What a pair counts for a relation that only may hold, and where it may bear or not."""
RARE = ("late", "refused", "replaced")
_RARELY_TOLD = 4.0
"""What an example of what is rarely told counts beside others."""
_FREELY = 4.0
"""How much more freely the weight of a family of words may grow, which stands for many words."""
_FOLDS = 3
_LEAST = 8
"""Thousandths below which a row of weights is left out, where none of it reaches them. More rows would be left out from
50 on, and fewer delays found (DESIGN, what was tried)."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Every sentence of some pairs: its features as a row, what it says, and its set."""

    pairs: tuple[Pair, ...]
    names: np.ndarray
    rows: sparse.csr_matrix
    says: Mapping[str, np.ndarray]
    sets: np.ndarray


def sentences(pairs: Sequence[Pair], classes: Mapping[str, str]) -> Sentences:
    """Return the sentences of pairs, made ready once for any number of fits."""
    number: dict[str, int] = {}
    places, ends = [], [0]
    for pair in pairs:
        for mention in pair.mentions:
            found = sorted(features(mention, pair.thing, pair.version.since, classes))
            places += [number.setdefault(name, len(number)) for name in found]
            ends.append(len(places))
    rows = sparse.csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(ends) - 1, len(number)))
    common = np.flatnonzero(np.asarray(rows.sum(0)).ravel() >= FEWEST)
    said = [(pair, labels) for pair in pairs for labels in pair.labels]
    return Sentences(
        tuple(pairs), np.array(list(number), dtype=object)[common], rows[:, common],
        {says: np.array([_says(says, pair, labels) for pair, labels in said]) for says in CLAIMS},
        np.array([pair.set for pair, _ in said]),
    )  # fmt: skip


def _says(says: str, pair: Pair, labels: Sequence[Label]) -> bool:
    """Return whether labels say something; a step that is done is a part done."""
    steps = {m.id for m in pair.commitment.milestones if m.step}
    parts = [
        label for label in labels if label.says == "part-done" or (label.says == "done" and label.milestone in steps)
    ]
    return {
        CLAIM: bool(labels),
        "done": any(label.says == "done" and label.milestone not in steps for label in labels),
        "part-done": bool(parts),
        MOVING: bool(parts) or any(label.says == "under-way" for label in labels),
        AIM: any(label.says == "will" and label.firm in ("aim", "vague") for label in labels),
        VAGUE: any(label.says == "will" and label.firm == "vague" for label in labels),
    }.get(says, any(label.says == says for label in labels))


def claims_table(of: Sentences, sets: Sequence[str]) -> Table:
    """Return the weights for claims that the sentences of some sets teach."""
    taken = np.flatnonzero(np.isin(of.sets, sets))
    rows = of.rows[taken]
    many = np.asarray(rows.sum(0)).ravel() >= FEWEST
    spread = sum((np.asarray(of.rows[of.sets == name].sum(0)).ravel() > 0).astype(int) for name in sets)
    columns = np.flatnonzero(many & (spread >= min(SETS, len(sets))))
    freely = np.array([_FREELY if name.startswith("family ") else 1.0 for name in of.names[columns]])
    rows = rows[:, columns] @ sparse.diags_array(freely)
    speaking = np.flatnonzero(of.says[CLAIM][taken])
    weights = np.zeros((len(columns) + 1, len(CLAIMS)))
    for n, says in enumerate(CLAIMS):
        told = of.says[says][taken]
        if says == CLAIM:
            weights[:, n] = _fitted(rows, told, LOOSE_CLAIM)
        else:
            counts = np.where(told[speaking], _RARELY_TOLD if says in RARE else 1.0, 1.0)
            weights[:, n] = _fitted(rows[speaking], told[speaking], LOOSE_SAYS, counts)
    weights[1:] *= freely[:, None]
    return _table(CLAIMS, [BIAS, *of.names[columns]], weights)


def _fitted(rows: sparse.csr_matrix, told: np.ndarray, loose: float, counts: np.ndarray | None = None) -> np.ndarray:
    """Return the weight that is always added, and that of each column; far below nought where nothing is told."""
    if told.sum() < 3 or told.all():
        return np.array([-7.0, *np.zeros(rows.shape[1])])
    fitted = LogisticRegression(C=loose, solver="liblinear", random_state=0).fit(rows, told, sample_weight=counts)
    return np.array([fitted.intercept_[0], *fitted.coef_[0]])


def _table(columns: Sequence[str], names: Sequence[str], weights: np.ndarray) -> Table:
    whole = np.rint(weights * WHOLE).astype(int)
    kept = (name for name in zip(names, whole, strict=True) if name[0] == BIAS or abs(name[1]).max() >= _LEAST)
    return Table(tuple(columns), {name: tuple(map(int, row)) for name, row in kept})


def told(of: Sentences, sets: Sequence[str], table: Table) -> dict[int, list[Claim]]:
    """Return the claims that a table finds in the pairs of some sets, by the pair's number."""
    index = {name: n for n, name in enumerate(of.names)}
    named = [name for name in table.rows if name in index]
    matrix = np.array([table.rows[name] for name in named], dtype=np.int64)
    odds = of.rows[:, [index[name] for name in named]].astype(np.int64) @ matrix + np.array(table.rows[BIAS])
    found, row = {}, 0
    for number, pair in enumerate(of.pairs):
        if pair.set in sets:
            found[number] = [_claim(pair, n, odds[row + n]) for n in range(len(pair.mentions))]
        row += len(pair.mentions)
    return found


def _claim(pair: Pair, number: int, odds: np.ndarray) -> Claim:
    said = dict(zip(CLAIMS, map(int, odds), strict=True))
    return claimed(pair.mentions[number], pair.thing, pair.version.since, said)


def learn(of: Sentences, sets: Sequence[str], classes: Mapping[str, str]) -> Weights:
    """Return the weights that some sets teach: for claims; over claims held out in turn for relations, quotes."""
    held: dict[int, list[Claim]] = {}
    for n in range(min(_FOLDS, len(sets))):
        out = list(sets[n::_FOLDS])
        held |= told(of, out, claims_table(of, [name for name in sets if name not in out]))
    every = [
        (pair, [compare_with_record(c, pair.commitment, pair.version.since) for c in claims])
        for pair, claims in ((of.pairs[n], claims) for n, claims in held.items())
        if pair.relation is not None
    ]
    return Weights(classes, claims_table(of, sets), relations_table(every), quotes_table(every))


Compared = Sequence[tuple[Pair, Sequence[ComparedClaim]]]
"""Pairs that readers gave a relation, each with its claims beside the record."""


def quotes_table(every: Compared) -> Table:
    """Return the weights for the sentence that shows a relation, as the pairs that bear and have a quote teach them."""
    bearing = sorted(_BEARING)
    choices = [
        choice
        for pair, compared in every
        if pair.relation in _BEARING and any((choice := _choice(pair, compared)).quoted) and not all(choice.quoted)
    ]
    if not choices:
        return Table((), {})
    names, weights = ranked(choices, bearing)
    return _table(bearing, [BIAS, *names], np.vstack([np.zeros(len(bearing)), weights]))


def _choice(pair: Pair, compared: Sequence[ComparedClaim]) -> Choice:
    """Return the sentences of a pair, but those that ask, as one of them was quoted for its relation."""
    among = [(c, told) for c, told in zip(compared, pair.quoted, strict=True) if not c.claim.mention.asks]
    held = amounts_of_each([c for c, _ in among], pair.commitment)
    sentences = tuple({name: amount / WHOLE for name, amount in facts.items() if amount} for facts in held)
    return Choice(sentences, tuple(told for _, told in among), pair.relation or "none")


def relations_table(every: Compared) -> Table:
    """Return the weights for relations that pairs teach, given the claims of each beside the record."""
    facts = [amounts(compared, pair.commitment, pair.version.since) for pair, compared in every]
    names = sorted({name for held in facts for name in held})
    rows = sparse.csr_matrix(np.array([[held.get(name, 0) / WHOLE for name in names] for held in facts]))
    columns = (*(r.value for r in Relation), BEARS)
    weights = np.zeros((len(names) + 1, len(columns)))
    for n, column in enumerate(columns):
        answers = [_relation(pair, column) for pair, _ in every]
        counts = np.array([count for _, count in answers])
        fitted = LogisticRegression(C=LOOSE_RELATION, max_iter=1000).fit(
            rows, [a for a, _ in answers], sample_weight=counts
        )
        weights[:, n] = [fitted.intercept_[0], *fitted.coef_[0]]
    return _table(columns, [BIAS, *names], weights)


_BEARING = frozenset(r.value for r in Relation if r.bears)


def _relation(pair: Pair, column: str) -> tuple[bool, float]:
    """Return whether a pair has a relation, or bears, and what it counts as an example of that."""
    bears = pair.relation in _BEARING
    if column == BEARS:
        return bears, _EITHER if pair.also and bool(pair.also & _BEARING) != bears else 1.0
    return (
        pair.relation == column or column in pair.also,
        _ALSO if pair.relation != column and column in pair.also else 1.0,
    )

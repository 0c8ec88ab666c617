"""Which words stand in the same places? Words are put in classes by their neighbours in a corpus."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from scipy import sparse
from sklearn.cluster import KMeans
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd

from monitor.judging.claims.mentions import tokens

FEWEST, CLASSES, NEIGHBOURS, DEPTH = 8, 200, 3000, 100
"""Times that a word must stand in the corpus; classes; neighbours that are counted; dimensions of a word's place."""
_AROUND = (-2, -1, 1, 2)
_SMOOTHING = 0.75


def classes(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return the words of each class, the commonest first; a class is called by its commonest word."""
    run = [[t.word if not t.word[:1].isdigit() else "0" for t in tokens(text) if t.word] for text in texts]
    counts = Counter(word for words in run for word in words)
    common = [word for word, many in counts.most_common() if many >= FEWEST]
    labels = KMeans(CLASSES, n_init=2, random_state=0).fit(_places(run, common)).labels_
    found: dict[int, list[str]] = {}
    for word, label in zip(common, labels, strict=True):
        found.setdefault(int(label), []).append(word)
    return {words[0]: words for words in found.values()}


def _places(run: Iterable[list[str]], common: list[str]) -> np.ndarray:
    """Return where words stand: a row for each, worked out from which words stand beside it, and on which side."""
    number = {word: n for n, word in enumerate(common)}
    beside: Counter[tuple[int, int]] = Counter()
    for words in run:
        numbers = [number.get(word, -1) for word in words]
        for n, word in enumerate(numbers):
            if word < 0:
                continue
            for side, step in enumerate(_AROUND):
                if 0 <= n + step < len(numbers) and 0 <= (other := numbers[n + step]) < NEIGHBOURS:
                    beside[word, other + NEIGHBOURS * side] += 1
    places, counts = np.array(list(beside)), np.array(list(beside.values()), dtype=float)
    matrix = sparse.csr_matrix((counts, places.T), shape=(len(common), NEIGHBOURS * len(_AROUND)))
    weights, axes, _ = randomized_svd(_mutual(matrix), DEPTH, random_state=0)
    return np.asarray(normalize(weights * np.sqrt(axes)))


def _mutual(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return the positive pointwise mutual information of counts, frequent neighbours smoothed."""
    rows, columns, total = np.asarray(matrix.sum(1)).ravel(), np.asarray(matrix.sum(0)).ravel(), matrix.sum()
    table = matrix.tocoo()
    chance = rows[table.row] * columns[table.col] ** _SMOOTHING * total ** (1 - _SMOOTHING)
    values = np.log(table.data * total / chance)
    kept = values > 0
    return sparse.csr_matrix((values[kept], (table.row[kept], table.col[kept])), shape=matrix.shape)

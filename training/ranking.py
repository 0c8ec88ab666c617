"""Which weights find the decisive sentence among those of a document, as readers quoted it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

KEPT_CLOSE = 3.0
"""How strongly weights are held to nought (half of it times their squares is added to the loss)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The sentences of a document with the amount of each fact, in units; which of them readers quoted; for what."""

    sentences: tuple[Mapping[str, float], ...]
    quoted: tuple[bool, ...]
    relation: str


def ranked(choices: Sequence[Choice], relations: Sequence[str]) -> tuple[list[str], np.ndarray]:
    """Return the facts, and a weight for each fact (row) and relation (column).

    A weight is a part that all relations share, and one of the relation's own: the rare are told from few examples.
    """
    names = sorted({name for choice in choices for sentence in choice.sentences for name in sentence})
    rows = _rows(choices, {name: n for n, name in enumerate(names)})
    of = np.array([choice.relation for choice in choices for _ in choice.sentences])
    own = [sparse.diags_array((of == relation).astype(float)) @ rows for relation in relations]
    weights = _fitted(sparse.hstack([rows, *own]).tocsr(), choices).reshape(-1, len(names))
    return names, (weights[0] + weights[1:]).T


def _rows(choices: Sequence[Choice], number: Mapping[str, int]) -> sparse.csr_matrix:
    """Return a row for each sentence of each choice."""
    held = [sorted(sentence.items()) for choice in choices for sentence in choice.sentences]
    places = [number[name] for row in held for name, _ in row]
    ends = np.cumsum([0, *map(len, held)])
    amounts = [amount for row in held for _, amount in row]
    return sparse.csr_matrix((amounts, places, ends), shape=(len(held), len(number)))


def _fitted(rows: sparse.csr_matrix, choices: Sequence[Choice]) -> np.ndarray:
    """Return the weights by which the quoted sentences of each choice are likeliest, taken together."""
    sizes = np.array([len(choice.sentences) for choice in choices])
    starts = np.cumsum([0, *sizes[:-1]])
    quoted = np.array([q for choice in choices for q in choice.quoted], dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = rows @ weights
        odds = np.exp(odds - np.repeat(np.maximum.reduceat(odds, starts), sizes))
        every = np.add.reduceat(odds, starts)
        right = np.add.reduceat(odds * quoted, starts) + _TINY
        slope = odds / np.repeat(every, sizes) - odds * quoted / np.repeat(right, sizes)
        held = KEPT_CLOSE / 2 * float(weights @ weights)
        return held - float(np.log(right / every).sum()), rows.T @ slope + KEPT_CLOSE * weights

    start = np.zeros(rows.shape[1])
    found: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return found


_TINY = 1e-12
"""Keeps the logarithm of nothing away."""

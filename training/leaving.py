"""What is learned where one set of labels is left out, so that it can be measured on text that was not seen?"""

from dataclasses import replace

import numpy as np

from monitor.judging.claims.weights import Weights
from training.fitting import Sentences, learn


def without(of: Sentences, name: str) -> Sentences:
    """Return sentences without a set, and without what other sets have of that set's documents."""
    unseen = {pair.version.document.key for pair in of.pairs if pair.set == name}
    kept = [pair.set != name and pair.version.document.key not in unseen for pair in of.pairs]
    rows = np.repeat(kept, [len(pair.mentions) for pair in of.pairs])
    return replace(
        of,
        pairs=tuple(pair for pair, stays in zip(of.pairs, kept, strict=True) if stays),
        rows=of.rows[np.flatnonzero(rows)],
        says={says: told[rows] for says, told in of.says.items()},
        sets=of.sets[rows],
    )


def learned_without(of: Sentences, name: str, weights: Weights) -> Weights:
    """Return the weights that all other sets teach, over the word classes that some weights have."""
    rest = without(of, name)
    return learn(rest, tuple(dict.fromkeys(pair.set for pair in rest.pairs)), weights.classes)

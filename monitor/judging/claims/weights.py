"""How surely does a sentence say something? The learned weights, kept and added up as whole numbers.

Four tables stand beside this file, made by training/train.py: `words.tsv` (the class of each common word),
`claims.tsv` (a row for each feature of a sentence, a column for each thing that a sentence may say), `relations.tsv`
(a row for each fact of a document beside the record, a column for each relation) and `quotes.tsv` (a row for each fact
of a sentence among those of its document, a column for each relation that it may show). Weights are thousandths of a
natural logarithm of odds. All sums are of whole numbers, and chances are thousandths that a table
gives, so that the same text is judged alike on every machine.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from math import log

SAYS = ("done", "part-done", "under-way", "will", "late", "refused", "replaced", "named")
"""What a sentence may say of a thing, as the guide of labels has it."""
CLAIM, MOVING, AIM, VAGUE = "claim", "moving", "aim", "vague"
"""Further columns: that it says anything at all; that there is work or a part done; that a will is no firm one."""
CLAIMS = (CLAIM, *SAYS, MOVING, AIM, VAGUE)
BIAS = "always"
"""The row that is added whatever stands there."""
WHOLE = 1000
_LIMITS = tuple(round(1000 * log((2 * n + 1) / (2 * WHOLE - 2 * n - 1))) for n in range(WHOLE))
"""The log odds, in thousandths, from which a chance is rounded to the next thousandth."""


def chance(odds: int) -> int:
    """Return log odds, in thousandths, as a chance in thousandths."""
    return bisect_right(_LIMITS, odds)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of whole weights by the name of a feature, one weight for each column."""

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[int, ...]]

    def sums(self, features: Iterable[str]) -> tuple[int, ...]:
        """Return the sum of each column over some features and the row that is always added."""
        found = (self.rows[BIAS], *filter(None, map(self.rows.get, features)))
        return tuple(map(sum, zip(*found, strict=True)))

    def weighed(self, amounts: Mapping[str, int]) -> tuple[int, ...]:
        """Return the sum of each column over features that hold to some thousandths."""
        totals = list(self.rows[BIAS])
        for name, amount in amounts.items():
            for n, weight in enumerate(self.rows.get(name, ()) if amount else ()):
                totals[n] += weight * amount // WHOLE
        return tuple(totals)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned: the classes of words, and the tables for claims, relations and quotes."""

    classes: Mapping[str, str]
    claims: Table
    relations: Table
    quotes: Table = Table((), {})


@cache
def shipped() -> Weights:
    """Return the weights that come with the product; they are read once, when something is first judged."""
    return read(resources.files("monitor.judging.claims"))


def read(folder: Traversable) -> Weights:
    """Return the weights in a folder. Raises OSError and ValueError where the tables are not whole."""
    classes: dict[str, str] = {}
    for line in _lines(folder / "words.tsv"):
        name, *words = line.split(" ")
        classes.update(dict.fromkeys(words, name))
    tables = (_table(folder / f"{name}.tsv") for name in ("claims", "relations", "quotes"))
    return Weights(classes, *tables)


def _table(file: Traversable) -> Table:
    lines = _lines(file)
    _, *columns = lines[0].split("\t")
    rows = (line.split("\t") for line in lines[1:])
    whole = cache(int)  # many thousand weights are a few hundred numbers, each of which is kept once
    return Table(tuple(columns), {name: tuple(map(whole, weights)) for name, *weights in rows})


def _lines(file: Traversable) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

"""Which claims does a document make of a commitment's thing? One for each sentence that speaks for the government."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from monitor import deadlines
from monitor.claims.features import dated, features
from monitor.claims.mentions import Mention
from monitor.claims.thing import Thing
from monitor.claims.weights import AIM, CLAIM, CLAIMS, SAYS, VAGUE, WHOLE, Weights, chance

HALF = WHOLE // 2


@dataclass(frozen=True)
class Claim:
    """What a sentence says of a thing: for each thing that it may say how surely, in thousandths.

    `times`: the windows of time that it names.
    """

    mention: Mention
    chances: Mapping[str, int]
    times: tuple[deadlines.Dated, ...]

    @cached_property
    def says(self) -> str | None:
        """The likeliest of SAYS; None where it more likely says nothing of the thing."""
        return max(SAYS, key=lambda says: self.chances[says]) if self.chances[CLAIM] >= HALF else None

    @property
    def firm(self) -> str | None:
        """How firmly a will is said: firm, aim or vague; None of all else."""
        if self.says != "will":
            return None
        will = self.chances["will"]
        if 2 * self.chances[VAGUE] >= will:
            return "vague"
        return "aim" if 2 * self.chances[AIM] >= will else "firm"

    @property
    def when(self) -> deadlines.Dated | None:
        """The time that it gives for the thing: of a will the first that is promised, else the first there is."""
        promised = [time for time in self.times if time.promised]
        return next(iter(promised or (self.times if self.says != "will" else ())), None)


def claim(mention: Mention, of: Thing, said_on: date, weights: Weights) -> Claim:
    """Return what a sentence says of a thing on a day, by some weights."""
    odds = weights.claims.sums(features(mention, of, said_on, weights.classes))
    sure = dict(zip(weights.claims.columns, map(chance, odds), strict=True))
    any_ = sure[CLAIM]
    return Claim(
        mention,
        {says: any_ if says == CLAIM else any_ * sure[says] // WHOLE for says in CLAIMS},
        dated(mention.text, said_on),
    )


def weightiest(mention: Mention, of: Thing, said_on: date, says: str, weights: Weights) -> Iterator[tuple[str, int]]:
    """Yield the features of a sentence that weigh most for what it says, with their weights, the weightiest first."""
    column = weights.claims.columns.index(says)
    found = features(mention, of, said_on, weights.classes) & weights.claims.rows.keys()
    weighed = sorted(((weights.claims.rows[name][column], name) for name in found), key=lambda w: (-abs(w[0]), w[1]))
    return ((name, weight) for weight, name in weighed if weight)

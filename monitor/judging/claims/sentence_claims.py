"""Which claims does a document make of a commitment's thing? One for each sentence that speaks for the government."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from monitor import deadlines
from monitor.judging.claims.features import dated, features
from monitor.judging.claims.mentions import Mention, Span
from monitor.judging.claims.promised_thing import Thing
from monitor.judging.claims.weights import AIM, CLAIM, CLAIMS, MOVING, SAYS, VAGUE, WHOLE, Weights, chance
from monitor.judging.english.assertion import SETBACKS, outright, taken_back

_HALF = WHOLE // 2
_TOLD = (
    ("work", ("done",)),
    ("work", ("part-done", "under-way", MOVING)),
    ("late", ("late",)),
    ("refused", ("refused",)),
    ("replaced", ("replaced",)),
)
"""As what it must be asserted to count, with the chances that are nought where it is not."""
_HEARD = 100
"""Thousandths from which it is asked whether something is asserted."""
_OUTRIGHT = 800
"""Thousandths that a setback is believed to at least where a verb tells it of the thing itself."""


class TakenBack(NamedTuple):
    """By which rule, and why, a sentence does not say what it would."""

    rule: str
    why: str


_OF_ANOTHER = TakenBack("of-another-promise", "it names another promise, and not this one")


@dataclass(frozen=True)
class Claim:
    """What a sentence says of a thing: for each thing that it may say how surely, in thousandths.

    `times`: the windows of time that it names. `taken_back`: what it would say, but for a rule of English.
    """

    mention: Mention
    thing: Thing
    chances: Mapping[str, int]
    times: tuple[deadlines.Dated, ...]
    taken_back: Mapping[str, TakenBack]

    @cached_property
    def says(self) -> str | None:
        """The likeliest of SAYS; None where it more likely says nothing of the thing."""
        return max(SAYS, key=lambda says: self.chances[says]) if self.chances[CLAIM] >= _HALF else None

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
    return claimed(mention, of, said_on, dict(zip(weights.claims.columns, odds, strict=True)))


def claimed(mention: Mention, of: Thing, said_on: date, odds: Mapping[str, int]) -> Claim:
    """Return a claim by the log odds, in thousandths, of each thing that it may say."""
    sure = {says: chance(odd) for says, odd in odds.items()}
    chances = {says: sure[CLAIM] if says == CLAIM else sure[CLAIM] * sure[says] // WHOLE for says in CLAIMS}
    back: dict[str, TakenBack] = {}
    things = mention.spans(of.words)
    by_rule = cache(lambda told: _by_rule(told, mention, things, said_on, of.made_on))
    for told, every in _TOLD:
        if max(chances[says] for says in every) >= _HEARD:
            apart = mention.others and not things and told in SETBACKS
            rule = _OF_ANOTHER if apart else by_rule(told)
            back |= {says: rule for says in every if rule}
    chances |= dict.fromkeys(back, 0)
    for says in outright(mention.text, things, said_on, of.made_on) if things else ():
        chances |= {told: max(chances[told], _OUTRIGHT) for told in (says, CLAIM)}
    return Claim(mention, of, chances, dated(mention.text, said_on), back)


def _by_rule(told: str, mention: Mention, things: Sequence[Span], said_on: date, made_on: date) -> TakenBack | None:
    rule = taken_back(told, mention.text, things, said_on, made_on)
    return TakenBack(rule.id, rule.why) if rule else None


def weightiest(mention: Mention, of: Thing, said_on: date, says: str, weights: Weights) -> Iterator[tuple[str, int]]:
    """Yield the features of a sentence that weigh most for what it says, with their weights, the weightiest first."""
    column = weights.claims.columns.index(says)
    found = features(mention, of, said_on, weights.classes) & weights.claims.rows.keys()
    weighed = sorted(((weights.claims.rows[name][column], name) for name in found), key=lambda w: (-abs(w[0]), w[1]))
    return ((name, weight) for weight, name in weighed if weight)


def first_read(claim: Claim, first: date, said_on: date) -> Claim:
    """Return a claim whose times are those of the first day on which it may have been said.

    “By the end of March”, on a page of February that was edited in December, need not be of another March.
    """
    if first >= said_on:
        return claim
    before = {time.phrase: time for time in dated(claim.mention.text, first)}
    return replace(claim, times=tuple(before.get(time.phrase, time) for time in claim.times))

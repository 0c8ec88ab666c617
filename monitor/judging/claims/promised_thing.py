"""What is a promised thing called for short, and which words belong to it and to each of its milestones?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from monitor.judging.claims.word_stems import FUNCTION_WORDS, singular, stem, stems
from monitor.model.commitments import Commitment, Milestone
from monitor.model.sentences import plain

_IN_BRACKETS = re.compile(r"\(.*?\)")
FIGURE = re.compile(r"£?\d[\d,.]*\d|\d")
_NAME_WORD = re.compile(r"[\w*'’]+")
_AFTER_THE_HEAD = frozenset(
    ("to", "of", "on", "for", "in", "against", "into", "with", "from", "about", "at", "by", "and")
)
"""Prepositions: of “strategy to tackle fraud” the head noun is the word before them."""


@dataclass(frozen=True, slots=True)
class MilestoneThing:
    """A milestone as its words are looked for: stems of its things and title, and of the deeds that would keep it."""

    step: bool
    words: frozenset[str]
    deeds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Thing:
    """A commitment's thing. All words are stems (claims.stems).

    `heads`: the nouns that it may be called for short (“the strategy”). `core`: words of its title and names; `words`:
    these with the words of the promise, `figures` those in either. `last_day`: the last day that any due of it gives.
    """

    heads: frozenset[str]
    core: frozenset[str]
    words: frozenset[str]
    deeds: frozenset[str]
    stages: tuple[MilestoneThing, ...]
    figures: frozenset[str]
    made_on: date
    last_day: date | None


@lru_cache(maxsize=4096)
def thing(commitment: Commitment) -> Thing:
    """Return what a commitment's thing is called and told by; its register alone decides that."""
    watch, stages = commitment.watch, commitment.milestones
    named = (*watch.names, *_things(stages))
    groups = (word for groups in watch.together for group in groups for word in group)
    core = stems(" ".join((commitment.title, *named, *groups)))
    days = [due.latest for m in stages if (due := m.due or commitment.due) and due.latest]
    return Thing(
        heads=frozenset(head for name in named if " " in name and (head := head_noun(name))),
        core=core,
        words=core | stems(_told(commitment)),
        deeds=frozenset().union(*map(_deeds, stages)),
        stages=tuple(
            MilestoneThing(m.step, stems(" ".join((m.title, *_things((m,))))), _deeds(m)) for m in stages
        ),
        figures=frozenset(said.strip("£") for said in FIGURE.findall(_told(commitment))),
        made_on=commitment.made_on,
        last_day=max(days, default=None),
    )  # fmt: skip


def _told(commitment: Commitment) -> str:
    return " ".join((commitment.title, commitment.words, *(m.title for m in commitment.milestones)))


def head_noun(name: str) -> str:
    """Return the head noun of a name in the singular: “strategy” of “strategies to tackle fraud”."""
    words = [plain(word) for word in _NAME_WORD.findall(_IN_BRACKETS.sub(" ", name))]
    last = next((n for n, word in enumerate(words) if n and word in _AFTER_THE_HEAD), len(words))
    return singular(words[last - 1].rstrip("*")) if words else ""


def _things(stages: Iterable[Milestone]) -> Iterator[str]:
    return (said for m in stages for expected in m.expect.words for said in expected.things)


def _deeds(milestone: Milestone) -> frozenset[str]:
    said = (word for expected in milestone.expect.words for deed in expected.deeds for word in deed.split())
    return frozenset(stem(plain(word)) for word in said) - FUNCTION_WORDS

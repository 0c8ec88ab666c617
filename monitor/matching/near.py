"""Which sentences of a passage speak of a commitment that the passage speaks of?

Those with its words in them; those that name a thing its milestones expect; and those that lean on the one before
("It will …", "Both have …"), unless they turn to another commitment.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from typing import NamedTuple

from monitor.matching.matcher import TITLE, Hit, Match
from monitor.matching.passing import in_passing
from monitor.sentences import Sentence, phrase_words, plain_words, sentences

SHORT = 6
"""Sentences up to which an answer that does not repeat the question's words is still all about it."""
BEGINNING = 12
"""Characters within which a sentence's subject begins."""
_LEANING = frozenset(
    {
        *("it", "this", "these", "they", "that", "its", "their", "both", "further", "as", "however", "he", "she"),
        *("guidance", "details", "more"),
    }
)


_OBJECT = re.compile(
    r"\b(?:publish|introduce|launch|bring forward|lay|issue|complete|finish|consult on) (?:it|this|them)\b",
    re.IGNORECASE,
)
"""A deed done to what was named before."""


class Spot(NamedTuple):
    """Where a word of a commitment stands: characters in the text of a sentence. `naming`: it names it by itself."""

    start: int
    end: int
    naming: bool


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence near a commitment. `hits` are where its words stand; `lead` is the near sentence before it, if any.

    `own`: those of its hits that name it in its own right, and not in passing (passing).
    `leaning`: it has none of these, and speaks of it because the one before does, or the question.
    `general`: it opens an answer whose question has only such words of it as much else has (“duty”).
    `fit`: which share of the words that tell the commitment it has itself, 1 where it names it.
    """

    text: str
    hits: tuple[Spot, ...]
    lead: "Near | None"
    fit: float = 0.0
    own: tuple[Spot, ...] = ()
    leaning: bool = False
    general: bool = False

    @property
    def cut(self) -> bool:
        """Whether the source gave only its beginning."""
        return self.text.endswith(("...", "…"))


class Nearness:
    """Which sentences of a document speak of which of its matches: they are asked for side by side."""

    def __init__(self, matches: tuple[Match, ...]) -> None:
        self._matches = matches
        self._held: dict[tuple[int, int], _Places] = {}

    def near(self, match: Match, number: int) -> Iterator[Near]:
        """Yield the sentences of a passage of the match's unit that speak of its commitment."""
        passage = match.unit.passages[number]
        cut = sentences(passage.text)
        own = self._places(match, number)
        others = [self._places(m, number) for m in self._matches if m.unit is match.unit and m is not match]
        asked = any(h.passage < number and not _passing(match, h) for h in match.hits)
        few = passage.role == "answer" and len(cut) <= SHORT
        short = asked and few and not own.hits
        lead: Near | None = None
        before: Sentence | None = None
        for sentence in cut:
            hits = own.spots(sentence, others, led=asked or lead is not None)
            elsewhere = not hits and any(other.telling(sentence, led=False) for other in others)
            opens = asked and few and sentence is cut[0]
            leans = short or (not elsewhere and (opens or (lead is not None and _leans(sentence, own, others, before))))
            plain = tuple(spot for spot in hits if not in_passing(sentence.text, spot.start, spot.end))
            leaning = leans and not plain
            general = leaning and opens and lead is None and not self._asks(match, number)
            held = Near(sentence.text, tuple(hits), _alone(lead), own.fit(sentence), plain, leaning, general)
            lead, before = (held if hits or leans else None), sentence
            if lead:
                yield lead

    def _asks(self, match: Match, number: int) -> bool:
        """Return whether what stands before a passage asks of it: with more than a word of it that much else has."""
        for n in range(TITLE, number):
            hits = [h for h in self._places(match, n).hits if not _passing(match, h)]
            if any(h.naming for h in hits) or self._places(match, n).joined(hits):
                return True
        return False

    def _places(self, match: Match, number: int) -> "_Places":
        which = id(match), number  # they are held here, so no other can have the same
        if which not in self._held:
            self._held[which] = _Places(match, number)
        return self._held[which]


class _Places:
    """Where a commitment's words stand in a passage, ready to be asked sentence by sentence."""

    def __init__(self, match: Match, number: int) -> None:
        self.hits = sorted((h for h in match.hits if h.passage == number), key=lambda h: h.start)
        self._starts = [h.start for h in self.hits]
        self._things = sorted((thing.start, thing.end) for thing in match.things if thing.number == number)
        sets = match.commitment.watch.together
        self._sizes = [len(groups) for groups in sets]
        self._groups = {
            phrase: {at: n for at, groups in enumerate(sets) for n, group in enumerate(groups) if phrase in group}
            for phrase in {h.phrase for h in self.hits}
        }

    def spots(self, sentence: Sentence, others: Iterable["_Places"], *, led: bool) -> list[Spot]:
        """Return by what a sentence speaks of the commitment: its words, or things that its milestones expect."""
        if any(self.within(other, sentence) for other in others):
            return []
        return self.telling(sentence, led=led) or self._expected(sentence)

    def _expected(self, sentence: Sentence) -> list[Spot]:
        things = self._things
        inside = things[bisect_left(things, (sentence.start, 0)) : bisect_left(things, (sentence.end, 0))]
        return [Spot(start - sentence.start, end - sentence.start, naming=True) for start, end in inside]

    def telling(self, sentence: Sentence, *, led: bool) -> list[Spot]:
        """Return where its words stand in a sentence: one that names it, or two of different groups of one set.

        Once it has been named ("the three-month audit"), a sentence that begins with one of its words
        ("The audit …") speaks of it too.
        """
        inside = self.inside(sentence)
        begins = led and any(h.start - sentence.start <= BEGINNING for h in inside)
        if not begins and not any(h.naming for h in inside) and not self.joined(inside):
            return []
        return [Spot(h.start - sentence.start, h.end - sentence.start, h.naming) for h in inside]

    def fit(self, sentence: Sentence) -> float:
        """Return 1 where a sentence names the commitment, else the greatest share of a set's groups that it has."""
        inside = self.inside(sentence)
        if any(h.naming for h in inside):
            return 1.0
        had = {(n, group) for h in inside for n, group in self._groups[h.phrase].items()}
        return max((sum(s == n for s, _ in had) / size for n, size in enumerate(self._sizes)), default=0.0)

    def within(self, other: "_Places", sentence: Sentence) -> bool:
        """Return whether its words in a sentence are no more than parts of names of another commitment."""
        inside = self.inside(sentence)
        names = [h for h in other.inside(sentence) if h.naming] if inside else []
        return bool(names) and all(
            any(n.start <= h.start and h.end <= n.end and n.phrase != h.phrase for n in names) for h in inside
        )

    def inside(self, sentence: Sentence) -> list[Hit]:
        """Return its words in a sentence."""
        return self.hits[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]

    def joined(self, inside: list[Hit]) -> bool:
        """Return whether two words stand apart, and are of different groups of one set: “child sexual abuse” is one.

        Of each phrase its first and its last place are enough: a text may hold one of them thousands of times.
        """
        last = {h.phrase: h.start for h in inside}
        first = {h.phrase: h.end for h in reversed(inside)}
        return any(first[one] <= last[other] and self._differ(one, other) for one, other in permutations(first, 2))

    def _differ(self, phrase: str, other: str) -> bool:
        sets, others = self._groups[phrase], self._groups[other]
        return any(sets[n] != others[n] for n in sets.keys() & others.keys())

    def heads(self, sentence: Sentence) -> frozenset[str]:
        """Return what the things that a sentence names are called for short: the last word of a name of several."""
        inside = self.inside(sentence)
        named = (phrase_words(h.phrase) for h in inside if h.naming)
        return frozenset(name[-1] for name in named if len(name) > 1)


def _passing(match: Match, hit: Hit) -> bool:
    return hit.passage != TITLE and in_passing(match.unit.passages[hit.passage].text, hit.start, hit.end)


def _alone(lead: Near | None) -> Near | None:
    """Return a sentence without what it leans on itself: one step back is far enough."""
    return replace(lead, lead=None) if lead else None


def _leans(sentence: Sentence, own: _Places, others: Iterable[_Places], before: Sentence | None) -> bool:
    """“It will …”, “We will publish this”; of an Authority named before, “In June we consulted on the authority”."""
    run = plain_words(sentence.text)
    if (run and run[0] in _LEANING) or _OBJECT.search(sentence.text):
        return True
    heads = own.heads(before).difference(*(other.heads(before) for other in others)) if before else ()
    after = zip(run, run[1:], (*run[2:], ""), strict=False)
    return bool(heads) and any(
        word in heads and article in ("the", "this") and then not in ("of", "into", "for")
        for article, word, then in after
    )

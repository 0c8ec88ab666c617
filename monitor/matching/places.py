"""Where do the words of a commitment stand in what is read as one: in which passage, and in which of its sentences?"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from monitor.commitments import Commitment
from monitor.matching.matcher import TITLE, Hit, Match
from monitor.matching.passing import in_passing
from monitor.matching.watchwords import Place
from monitor.sentences import Sentence, phrase_words

BEGINNING = 12
"""Characters within which a sentence's subject begins."""


class Spot(NamedTuple):
    """Where a word of a commitment stands: characters in the text of a sentence. `naming`: it names it by itself."""

    start: int
    end: int
    naming: bool


class Said:
    """Where the words of a match stand, passage by passage, the title first."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self._places: dict[int, Places] = {}

    def places(self, number: int) -> "Places":
        """Return where they stand in a passage."""
        if number not in self._places:
            hits, things = self._hits.get(number, ()), self._things.get(number, ())
            self._places[number] = Places(self.match.commitment, hits, things)
        return self._places[number]

    @cached_property
    def first_named(self) -> int:
        """The first passage that has a word of it, and not in passing; past the last where none has."""
        return next((n for n in sorted(self._hits) if any(self._plain(n))), self._end)

    @cached_property
    def first_asking(self) -> int:
        """The first passage that speaks of it, with more than a word that much else has; past the last for none."""
        for n in sorted(self._hits):
            hits = list(self._plain(n))
            if any(h.naming for h in hits) or self.places(n).joined(hits):
                return n
        return self._end

    def _plain(self, number: int) -> Iterator[Hit]:
        return (h for h in self.places(number).hits if not _passing(self.match, h))

    @property
    def _end(self) -> int:
        return len(self.match.unit.passages)

    @cached_property
    def _hits(self) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for hit in self.match.hits:
            found.setdefault(hit.passage, []).append(hit)
        return found

    @cached_property
    def _things(self) -> dict[int, list[Place]]:
        found: dict[int, list[Place]] = {}
        for thing in self.match.things:
            found.setdefault(thing.number, []).append(thing)
        return found


class Places:
    """Where a commitment's words stand in a passage, ready to be asked sentence by sentence."""

    def __init__(self, commitment: Commitment, hits: Iterable[Hit], things: Iterable[Place]) -> None:
        self.hits = sorted(hits, key=lambda h: h.start)
        self._starts = [h.start for h in self.hits]
        self._things = sorted((thing.start, thing.end) for thing in things)
        sets = commitment.watch.together
        self._sizes = [len(groups) for groups in sets]
        self._groups = {
            phrase: {at: n for at, groups in enumerate(sets) for n, group in enumerate(groups) if phrase in group}
            for phrase in {h.phrase for h in self.hits}
        }

    def spots(self, sentence: Sentence, others: Iterable["Places"], *, led: bool) -> list[Spot]:
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

    def within(self, other: "Places", sentence: Sentence) -> bool:
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

"""Which commitments could a document speak of at all?

Phrases are looked up from the document's side: its different words lead to the few commitments whose words could be
there, and only these are looked for. So the cost grows with the document, and hardly with the number of commitments.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from monitor.judging.matching.watch_words import Group, Phrase
from monitor.model.commitments import Commitment


@dataclass(frozen=True, slots=True)
class WatchedWords:
    """A commitment with its watched phrases made ready, once."""

    commitment: Commitment
    order: int
    names: Group
    together: tuple[tuple[Group, ...], ...]
    context: Group
    namesakes: Group

    def possible(self, held: "Vocabulary") -> bool:
        """Return whether a document with these words could speak of the commitment."""
        if self.context and not any(map(held.has, self.context)):
            return False
        if any(map(held.has, self.names)):
            return True
        return any(all(any(map(held.has, group)) for group in groups) for groups in self.together)


class _Lead(NamedTuple):
    """A commitment that a word leads to, and the words that must then be there: all of `needs`, its rarest `second`.

    `enough`: with these there, nothing else need be asked for the commitment to be possible.
    """

    second: str
    needs: frozenset[str]
    wanted: WatchedWords
    enough: bool


class Vocabulary:
    """The different words of a document, ready to be asked for whole words and for beginnings."""

    def __init__(self, words: set[str]) -> None:
        self.words = words

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    def has(self, phrase: Phrase) -> bool:
        """Return whether every word of a phrase is there, wherever it stands."""
        words = self.words
        return bool(phrase.parts) and all(p in words or (p[-1] == "*" and self._begins(p[:-1])) for p in phrase.parts)

    def _begins(self, start: str) -> bool:
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)


class Index:
    """Leads from a document's words to the commitments that it could speak of."""

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        self._by_pair: dict[tuple[str, str], list[_Lead]] = defaultdict(list)
        self._by_word: dict[str, list[_Lead]] = defaultdict(list)
        self._by_start: dict[str, list[_Lead]] = defaultdict(list)
        every = [_wanted(commitment, order) for order, commitment in enumerate(commitments)]
        shared = Counter(word for wanted in every for phrase in _finding(wanted) for word in phrase.parts)
        self._costs = {word: _cost(word, many) for word, many in shared.items()}
        for wanted in every:
            for phrase in wanted.names:
                self._add(phrase, wanted, phrase.whole, enough=not wanted.context and phrase.plain)
            for groups in wanted.together:
                self._add_set(groups, wanted)
        self._lengths = sorted({len(start) for start in self._by_start})
        self._firsts = {start[: self._lengths[0]] for start in self._by_start}
        self._paired = {self._rarest(pair) for pair in self._by_pair}

    def candidates(self, words: Sequence[str]) -> tuple[WatchedWords, ...]:
        """Return the commitments whose words could be found in a document of these words, in their order."""
        held = Vocabulary(set(words))
        led: dict[int, WatchedWords] = {}
        for _, needs, wanted, enough in self._leads(words, held.words):
            if wanted.order not in led and needs <= held.words and (enough or wanted.possible(held)):
                led[wanted.order] = wanted
        return tuple(led[order] for order in sorted(led))

    def _leads(self, words: Sequence[str], held: set[str]) -> list[_Lead]:
        # By far the most leads are turned away by their second word: this line is where the time goes.
        leads = [lead for word in held & self._by_word.keys() for lead in self._by_word[word] if lead[0] in held]
        if not self._paired.isdisjoint(held):
            pairs = self._by_pair.keys() & pairwise(words)
            leads += [lead for pair in pairs for lead in self._by_pair[pair]]
        if self._lengths:
            least = self._lengths[0]
            begun = [word for word in held if word[:least] in self._firsts]
            starts = {word[:length] for word in begun for length in self._lengths}
            leads += [lead for start in starts & self._by_start.keys() for lead in self._by_start[start]]
        return leads

    def _add_set(self, groups: tuple[Group, ...], wanted: WatchedWords) -> None:
        """Of a set, the group of the rarest words leads; what groups with no choice hold must be there as well."""
        sure = frozenset(word for group in groups if len(group) == 1 for word in group[0].whole)
        enough = not wanted.context and all(len(group) == 1 and group[0].plain for group in groups)
        for phrase in min(groups, key=self._cost_of):
            self._add(phrase, wanted, phrase.whole | sure, enough=enough)

    def _add(self, phrase: Phrase, wanted: WatchedWords, needs: frozenset[str], *, enough: bool) -> None:
        """Let a phrase lead: by two of its words that stand side by side, else by a word, else by a beginning."""
        pairs = [(a, b) for a, b in pairwise(phrase.parts) if a[-1] != "*" != b[-1]]
        first = self._rarest(phrase.parts)
        lead = _Lead(self._rarest(needs - {first}) or first, needs, wanted, enough)
        if pairs:
            self._by_pair[min(pairs, key=lambda pair: sorted(map(self._costs.__getitem__, pair)))].append(lead)
        elif first.endswith("*"):
            self._by_start[first[:-1]].append(lead)
        elif first:
            self._by_word[first].append(lead)

    def _rarest(self, parts: Iterable[str]) -> str:
        """Return the part that leads in vain the least, "" of none."""
        return min(parts, key=self._costs.__getitem__, default="")

    def _cost_of(self, group: Group) -> tuple[bool, float]:
        """Return how dear it is to look for any of a group: whether by beginnings, and how often in vain."""
        costs = [self._costs[self._rarest(phrase.parts)] for phrase in group if phrase.parts]
        return any(start for start, *_ in costs), sum(vain for _, vain, _ in costs)


def _wanted(commitment: Commitment, order: int) -> WatchedWords:
    watch = commitment.watch
    return WatchedWords(
        commitment=commitment,
        order=order,
        names=tuple(map(Phrase.of, watch.names)),
        together=tuple(tuple(tuple(map(Phrase.of, group)) for group in groups) for groups in watch.together),
        context=tuple(map(Phrase.of, watch.context)),
        namesakes=tuple(map(Phrase.of, watch.namesakes)),
    )


def _finding(wanted: WatchedWords) -> Iterator[Phrase]:
    """Yield the phrases by which a commitment is found."""
    yield from wanted.names
    yield from (phrase for groups in wanted.together for group in groups for phrase in group)


def _cost(part: str, many: int) -> tuple[bool, float, str]:
    """Return what sorts words by how often they lead in vain: short ones do, and those that many phrases share."""
    return part.endswith("*"), many / len(part) ** 3, part

"""Where do watched words stand in a text, and which commitments could a document speak of at all?

Phrases are looked up from the document's side: its different words lead to the few commitments whose words could be
there, and only these are looked for. So the cost grows with the document, and hardly with the number of commitments.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from monitor.commitments import Commitment
from monitor.sentences import phrase_words, spans


@dataclass(frozen=True, slots=True)
class Phrase:
    """A watched phrase cut into words, one ending in * standing for any ending. `lead` is its likely rarest word."""

    said: str
    parts: tuple[str, ...]
    lead: int

    @classmethod
    def of(cls, said: str) -> "Phrase":
        """Return a phrase ready to be looked for. The longest word given whole is taken for the rarest."""
        parts = phrase_words(said)
        lead = max(range(len(parts)), key=lambda n: (not parts[n].endswith("*"), len(parts[n])), default=0)
        return cls(said, parts, lead)

    @property
    def whole(self) -> frozenset[str]:
        """Its words that are given whole."""
        return frozenset(part for part in self.parts if not part.endswith("*"))


Group = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
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


@dataclass(frozen=True, slots=True)
class _Lead:
    """A commitment that a word leads to, and the words that must then be there as well."""

    needs: frozenset[str]
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a run of words: the numbers of its first and its last word."""

    phrase: str
    first: int
    last: int


class Place(NamedTuple):
    """Where something stands: the number of the text, and characters in it."""

    number: int
    start: int
    end: int


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
        self._by_word: dict[str, list[_Lead]] = defaultdict(list)
        self._by_start: dict[str, list[_Lead]] = defaultdict(list)
        for order, commitment in enumerate(commitments):
            for lead, found in _leads(_wanted(commitment, order)):
                (self._by_start if lead.endswith("*") else self._by_word)[lead.rstrip("*")].append(found)
        self._lengths = sorted({len(start) for start in self._by_start})

    def candidates(self, held: Vocabulary) -> tuple[Wanted, ...]:
        """Return the commitments whose words could be found in a document with these words, in their order."""
        words = held.words
        leads = [lead for word in words & self._by_word.keys() for lead in self._by_word[word] if lead.needs <= words]
        if self._lengths:
            starts = {word[:length] for word in words for length in self._lengths} & self._by_start.keys()
            leads += [lead for start in starts for lead in self._by_start[start] if lead.needs <= words]
        led = {lead.wanted.order: lead.wanted for lead in leads}
        return tuple(led[order] for order in sorted(led) if led[order].possible(held))


class Run:
    """The words of some texts one after another; a phrase never crosses from one text into the next."""

    def __init__(self, texts: Sequence[tuple[int, str]]) -> None:
        """`texts`: each with the number by which places in it are told."""
        self._words: list[str] = []
        self._places: list[tuple[int, int, int]] = []
        for number, text in texts:
            for word, start, end in spans(text):
                self._words.append(word)
                self._places.append((number, start, end))

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = defaultdict(list)
        for n, word in enumerate(self._words):
            where[word].append(n)
        return where

    def find(self, phrases: Iterable[Phrase]) -> list[Found]:
        """Return every place where one of some phrases stands, phrase by phrase, each in the order of the text."""
        return [found for phrase in phrases if phrase.parts for found in self._find(phrase)]

    def place(self, found: Found) -> Place:
        """Return the number of the text in which a phrase was found, and where in it it starts and ends."""
        number, start, _ = self._places[found.first]
        return Place(number, start, self._places[found.last][2])

    def _find(self, phrase: Phrase) -> Iterator[Found]:
        parts, last = phrase.parts, len(phrase.parts) - 1
        for n in self._at(parts[phrase.lead]):
            first = n - phrase.lead
            if self._within(first, first + last) and all(_same(p, self._words[first + k]) for k, p in enumerate(parts)):
                yield Found(phrase.said, first, first + last)

    def _at(self, part: str) -> Sequence[int]:
        if not part.endswith("*"):
            return self._where.get(part, ())
        return sorted(n for word, places in self._where.items() if word.startswith(part[:-1]) for n in places)

    def _within(self, first: int, last: int) -> bool:
        return first >= 0 and last < len(self._words) and self._places[first][0] == self._places[last][0]


def _wanted(commitment: Commitment, order: int) -> Wanted:
    watch = commitment.watch
    return Wanted(
        commitment=commitment,
        order=order,
        names=tuple(map(Phrase.of, watch.names)),
        together=tuple(tuple(tuple(map(Phrase.of, group)) for group in groups) for groups in watch.together),
        context=tuple(map(Phrase.of, watch.context)),
        namesakes=tuple(map(Phrase.of, watch.namesakes)),
    )


def _leads(wanted: Wanted) -> Iterator[tuple[str, _Lead]]:
    """Yield words one of which is there whenever the commitment is: of its names, and of one group of each set.

    Of a set, the group of the longest words leads; what the groups with no choice hold must be there as well.
    """
    for phrase in wanted.names:
        if phrase.parts:
            yield phrase.parts[phrase.lead], _Lead(phrase.whole, wanted)
    for groups in wanted.together:
        sure = frozenset(word for group in groups if len(group) == 1 for word in group[0].whole)
        for phrase in max(groups, key=lambda g: min((len(p.parts[p.lead]) for p in g if p.parts), default=0)):
            if phrase.parts:
                yield phrase.parts[phrase.lead], _Lead(phrase.whole | sure, wanted)


def _same(part: str, word: str) -> bool:
    return word == part or (part[-1] == "*" and word.startswith(part[:-1]))

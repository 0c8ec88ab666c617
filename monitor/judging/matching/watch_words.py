"""Where do watched words stand in a text?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from monitor.judging.matching.word_tokens import tokens
from monitor.model.sentences import phrase_words, spans


@dataclass(frozen=True, slots=True)
class Phrase:
    """A watched phrase cut into words, one ending in * standing for any ending.

    `lead` is its likely rarest word; `plain`: it has words, and none of them has any ending.
    """

    said: str
    parts: tuple[str, ...]
    lead: int
    plain: bool

    @classmethod
    def of(cls, said: str) -> "Phrase":
        """Return a phrase ready to be looked for. The longest word given whole is taken for the rarest."""
        parts = phrase_words(said)
        plain = bool(parts) and "*" not in said
        lead = max(range(len(parts)), key=lambda n: (parts[n][-1] != "*", len(parts[n])), default=0)
        return cls(said, parts, lead, plain)

    @property
    def whole(self) -> frozenset[str]:
        """Its words that are given whole."""
        return frozenset(self.parts if self.plain else [part for part in self.parts if part[-1] != "*"])


@lru_cache(maxsize=1024)
def phrase(said: str) -> Phrase:
    """Return a phrase ready to be looked for; for those who ask for the same few again and again."""
    return Phrase.of(said)


Group = tuple[Phrase, ...]


class FoundPhrase(NamedTuple):
    """A phrase in a run of words: the numbers of its first and its last word."""

    phrase: str
    first: int
    last: int


class Place(NamedTuple):
    """Where something stands: the number of the text, and characters in it."""

    number: int
    start: int
    end: int


class Run:
    """The words of some texts one after another; a phrase never crosses from one text into the next."""

    def __init__(self, texts: Sequence[tuple[int, str]], cut: Sequence[Sequence[str]] | None = None) -> None:
        """`texts`: each with the number by which places in it are told. `cut`: the words of each, where known."""
        self._texts = texts
        cut = [tokens(text) for _, text in texts] if cut is None else cut
        self._words = tuple(chain.from_iterable(cut))
        self._bounds = list(accumulate(map(len, cut)))
        self._places: dict[int, list[tuple[str, int, int]]] = {}

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = {}
        for n, word in enumerate(self._words):
            if word in where:
                where[word].append(n)
            else:
                where[word] = [n]
        return where

    def find(self, phrases: Iterable[Phrase]) -> list[FoundPhrase]:
        """Return every place where one of some phrases stands, phrase by phrase, each in the order of the text."""
        found: list[FoundPhrase] = []
        for phrase in phrases:
            at = self._at(phrase.parts[phrase.lead]) if phrase.parts else ()
            if at:
                found += (
                    self._found(phrase, at) if len(phrase.parts) > 1 else [FoundPhrase(phrase.said, n, n) for n in at]
                )
        return found

    def place(self, found: FoundPhrase) -> Place:
        """Return the number of the text in which a phrase was found, and where in it it starts and ends."""
        text = bisect_right(self._bounds, found.first)
        if text not in self._places:
            self._places[text] = list(spans(self._texts[text][1]))
        places, before = self._places[text], self._bounds[text - 1] if text else 0
        return Place(self._texts[text][0], places[found.first - before][1], places[found.last - before][2])

    def _found(self, phrase: Phrase, leads: Iterable[int]) -> Iterator[FoundPhrase]:
        """Yield where a phrase stands around places where its lead stands."""
        parts, words, many = phrase.parts, self._words, len(phrase.parts)
        for n in leads:
            first = n - phrase.lead
            there = words[first : first + many] if first >= 0 else ()
            same = there == parts if phrase.plain else len(there) == many and all(map(_is, parts, there))
            if same and self._one(first, first + many):
                yield FoundPhrase(phrase.said, first, first + many - 1)

    def _at(self, part: str) -> Sequence[int]:
        if part[-1] != "*":
            return self._where.get(part, ())
        return sorted(n for word, places in self._where.items() if word.startswith(part[:-1]) for n in places)

    def _one(self, first: int, end: int) -> bool:
        """Return whether words stand in one text."""
        return bisect_right(self._bounds, first) == bisect_right(self._bounds, end - 1)


def _is(part: str, word: str) -> bool:
    return word == part or (part[-1] == "*" and word.startswith(part[:-1]))

"""How is text cut into the words and sentences that rules look at? Positions always point into the text itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"£?\w+(?:[.,]\d+)*(?:['’]\w+)?%?")
_PHRASE_WORD = re.compile(rf"({_WORD.pattern})(\*?)")
_ABBREVIATIONS = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "hon", "rt", "st", "no", "nos", "vol", "col", "cols", "para", "paras"),
        *("art", "e.g", "i.e", "etc", "cf", "lt", "gen", "sir", "vs", "pp", "dept", "fig", "ref", "approx"),
        *("jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
    }
)
_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s+\S)|\n+")


class Word(NamedTuple):
    """A word in small letters without its possessive, and where it stands in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was written, and where it stands in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text; hyphens part words, a possessive ’s is dropped. The same sentence comes often."""
    return tuple(Word(plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


@lru_cache(maxsize=256)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without where they stand."""
    return tuple(word.text for word in words(text))


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a text with where it starts and ends: as words does, for those who want very many."""
    for match in _WORD.finditer(text):
        yield plain(match.group()), match.start(), match.end()


def vocabulary(text: str) -> set[str]:
    """Return the different words of a text, without where they stand."""
    found = set(_WORD.findall(text.lower()))
    quoted = {word for word in found if "'" in word or "’" in word}
    return (found - quoted) | {plain(word) for word in quoted}


@lru_cache(maxsize=4096)
def phrase_words(phrase: str) -> tuple[str, ...]:
    """Return the words of a watched phrase; one that ends in * stands for any ending."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most are, and a register may have very many
        return tuple(phrase.lower().split())
    return tuple(plain(m.group(1)) + m.group(2) for m in _PHRASE_WORD.finditer(phrase))


def where(run: Sequence[str], parts: tuple[str, ...]) -> list[int]:
    """Return at which words of a run a phrase begins."""
    many, begun = len(parts), _standing(run, parts[0]) if parts else []
    return [n for n in begun if n + many <= len(run) and all(map(_fits, parts[1:], run[n + 1 : n + many]))]


def places(text: str, phrases: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return between which characters of a text one of some phrases stands."""
    run, cut = words(text), plain_words(text)
    found = ((n, parts) for parts in map(phrase_words, phrases) for n in where(cut, parts))
    return tuple(sorted({(run[n].start, run[n + len(parts) - 1].end) for n, parts in found}))


def _standing(run: Sequence[str], part: str) -> list[int]:
    """Return which words of a run a part of a phrase stands for. Of most there is none, which is soon seen."""
    if part.endswith("*"):
        start = part[:-1]
        return [n for n, word in enumerate(run) if word.startswith(start)]
    return [n for n, word in enumerate(run) if word == part] if part in run else []


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def plain(word: str) -> str:
    """Return a word as rules compare it."""
    word = word.lower()
    if word.isalnum():  # most are
        return word
    word = word.replace("’", "'")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, none of them empty; the words of each are exact. The same text comes often."""
    return tuple(_trimmed(text, start, end) for start, end in _cuts(text) if text[start:end].strip())


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if mark.group().startswith("\n") or _ends(text, start, mark):
            yield start, mark.end()
            start = mark.end()
    yield start, len(text)


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """A full stop after an abbreviation, an initial or a list number does not end a sentence."""
    if not mark.group().startswith("."):
        return True
    before = re.search(r"[\w.]+$", text[max(start, mark.start() - 20) : mark.start()])
    last = before.group().lower() if before else ""
    following = text[mark.end() : mark.end() + 9].lstrip()[:1]
    if mark.group() != "." or (last in ("no", "nos") and not following.isdigit()):
        return not following.islower()
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i"):
        return False
    return not following.islower()


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    said = piece.strip()
    return Sentence(said, start + lead, start + lead + len(said))

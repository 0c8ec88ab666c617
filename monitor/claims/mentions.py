"""How does each sentence speak of a promised thing: by its name, by a noun or a pronoun for short, or not at all?"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from monitor.claims.stems import FUNCTION_WORDS, singular, stems
from monitor.claims.thing import Thing, thing
from monitor.matching.matcher import TITLE, Match, Unit
from monitor.sentences import plain, sentences

Span = tuple[int, int]
_TOKEN = re.compile(r"£?\w+(?:[.,]\d+)*(?:['’]\w+)?%?|[,;:()\"“”\-–—?]")
_ABBREVIATION = re.compile(r"[^\S\n]*\(\s*(?:the\s+)?[‘'“\"]?([A-Z][A-Za-z&]{1,9})[’'”\"]?\s*\)")
_DETERMINERS = frozenset(("the", "this", "these", "those", "that", "our", "its", "their", "his", "her", "both", "any"))
_PRONOUNS = frozenset(("it", "they", "this", "these", "them", "both", "its", "their", "those", "that"))
_INSIDE = frozenset(("it", "they", "them", "its"))
_OPENERS = frozenset(("once", "when", "after", "as"))
_BEFORE_A_HEAD = 3
"""Words among which a determiner stands before a head noun: “this new national strategy”."""


class Token(NamedTuple):
    """A word or a mark of a sentence: as written, as compared (small letters, no possessive), and its characters."""

    said: str
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence beside a promised thing: where the thing stands in it, and what stands around it.

    `named`, `heads`, `parts` and `others` are characters of the sentence: of the thing's full name (or its
    abbreviation), of a noun for it with a determiner, of words that name it only together, of other promises' names.
    `since`: sentences since it was last named in this passage, None where it was not. `asked`: the question or the
    title names it; `asked_in_part`: the question has words of it. `place`: the sentence's number in its passage;
    `of`: how many there are; `paragraph`: the number of its paragraph; `same_paragraph`: it was named there before.
    """

    text: str
    passage: int
    role: str
    place: int
    of: int
    paragraph: int
    tokens: tuple[Token, ...]
    named: tuple[Span, ...]
    heads: tuple[Span, ...]
    parts: tuple[Span, ...]
    others: tuple[Span, ...]
    stems: frozenset[str]
    since: int | None
    named_before: str
    same_paragraph: bool
    anywhere: bool
    asked: bool
    asked_in_part: bool
    question: frozenset[str] = field(repr=False)

    @property
    def kind(self) -> str:
        """How it speaks of the thing, the surest way that it does."""
        if self.named:
            return "named"
        if self.heads:
            return "head noun"
        if len(self.parts) > 1:
            return "several words"
        if self.pronoun:
            return "pronoun"
        if self.parts:
            return "one word"
        return "pronoun inside" if any(t.word in _INSIDE for t in self.tokens) else "nothing"

    @property
    def pronoun(self) -> bool:
        """Whether a pronoun that may stand for the thing opens the sentence."""
        words = [t.word for t in self.tokens[:2]]
        return bool(words) and (words[0] in _PRONOUNS or (words[0] in _OPENERS and words[-1] in _PRONOUNS))

    @property
    def speaks(self) -> bool:
        """Whether it names the thing, or stands near enough to a name or a question to be read as pointing to it."""
        if self.kind in ("named", "head noun", "several words"):
            return True
        near = self.since is not None and self.since <= 1
        return self.kind == "pronoun" and (near or (self.asked and self.place == 0))

    @property
    def points(self) -> str:
        """By which words the sentence speaks of the thing, and how far back it was named: for people to read."""
        words = {
            "named": "names it",
            "head noun": f"“{self._said(self.heads)}”",
            "several words": f"“{self._said(self.parts)}”",
            "pronoun": f"“{self.tokens[0].said}”" if self.tokens else "",
            "one word": f"“{self._said(self.parts)}”",
            "pronoun inside": "a pronoun",
            "nothing": "does not point to it",
        }[self.kind]
        if self.named:
            return words
        if self.since is not None:
            back = "one sentence back" if self.since == 1 else f"{self.since} sentences back"
            return f"{words}: it was named {back}"
        return f"{words}; the question names it" if self.asked else words

    def _said(self, spans: Sequence[Span]) -> str:
        return "”, “".join(dict.fromkeys(self.text[start:end] for start, end in spans[:3]))

    def pointing(self, heads: Collection[str], *, meant: bool) -> tuple[Span, ...]:
        """Return where the sentence points to something with one of some head nouns: by the noun, else by a pronoun.

        `meant`: it was named before, so that a pronoun that opens the sentence may stand for it.
        """
        nouns = tuple(span for span in self.heads if singular(plain(self.text[slice(*span)])) in heads)
        if nouns or self.named or not (meant and self.pronoun):
            return nouns
        first = next(t for t in self.tokens if t.word in _PRONOUNS)
        return ((first.start, first.end),)


class Mentions:
    """The sentences of a document beside each of its matches; what they share is worked out once."""

    def __init__(self, matches: Sequence[Match]) -> None:
        self._of: dict[int, list[_Placed]] = defaultdict(list)
        self._placed = {id(match): _Placed(match) for match in matches}
        for match in matches:
            self._of[id(match.unit)].append(self._placed[id(match)])
        self._units: dict[int, _Sentences] = {}

    def of(self, match: Match) -> Iterator[Mention]:
        """Yield every sentence of the match's unit beside its thing, in the order of the text."""
        unit = match.unit
        if id(unit) not in self._units:
            self._units[id(unit)] = _Sentences(unit)
        placed = self._placed[id(match)]
        others = [other for other in self._of[id(unit)] if other is not placed]
        asked, asked_in_part, question = placed.asked(self._units[id(unit)])
        for number in range(len(unit.passages)):
            yield from _passage(self._units[id(unit)], number, placed, others, asked, asked_in_part, question)


class _Sentences:
    """The sentences of a unit, cut into tokens once for all matches."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self._cut: dict[int, list[tuple[str, int, int, tuple[Token, ...], frozenset[str]]]] = {}

    def of(self, number: int) -> list[tuple[str, int, int, tuple[Token, ...], frozenset[str]]]:
        if number not in self._cut:
            cut = sentences(self.unit.passages[number].text)
            self._cut[number] = [(s.text, s.start, s.end, tokens(s.text), stems(s.text)) for s in cut]
        return self._cut[number]


class _Placed:
    """Where the words of a match stand, passage by passage."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.thing: Thing = thing(match.commitment)

    @cached_property
    def _spans(self) -> Mapping[int, tuple[list[Span], list[Span]]]:
        """The names and the other words of each passage."""
        found: dict[int, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
        for hit in self.match.hits:
            found[hit.passage][0 if hit.naming else 1].append((hit.start, hit.end))
        for place in self.match.things:
            found[place.number][0].append((place.start, place.end))
        return found

    @cached_property
    def _abbreviations(self) -> re.Pattern[str] | None:
        """What the document introduces in brackets after a name: “the Land Use Framework (LUF)”."""
        passages = self.match.unit.passages
        found = {
            m[1]
            for number, (names, _) in self._spans.items()
            if number != TITLE
            for _, end in names
            if (m := _ABBREVIATION.match(passages[number].text, end))
        }
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(found)))})\b") if found else None

    def names(self, number: int) -> list[Span]:
        spans = list(self._spans[number][0]) if number in self._spans else []
        if self._abbreviations is not None:
            text = self.match.unit.passages[number].text
            spans += [m.span() for m in self._abbreviations.finditer(text)]
        return _merged(spans)

    def parts(self, number: int) -> list[Span]:
        return sorted(self._spans[number][1]) if number in self._spans else []

    def asked(self, cut: _Sentences) -> tuple[bool, bool, frozenset[str]]:
        """Return whether the question or the title names the thing, whether the question has words of it, and its stems."""
        numbers = [n for n, p in enumerate(self.match.unit.passages) if p.role == "question"]
        named = TITLE in self._spans or any(self.names(n) for n in numbers)
        said = frozenset().union(*(words for n in numbers for *_, words in cut.of(n)))
        return named, any(self.parts(n) for n in numbers), said


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and marks of a sentence."""
    return tuple(Token(m.group(), plain(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text))


def _passage(
    cut: _Sentences, number: int, placed: _Placed, others: Sequence[_Placed], asked: bool, in_part: bool,
    question: frozenset[str],
) -> Iterator[Mention]:  # fmt: skip
    passage, every = cut.unit.passages[number], cut.of(number)
    names, parts = placed.names(number), placed.parts(number)
    other = _merged([span for o in others if number in o._spans for span in o._spans[number][0]])
    names, other = _apart(names, other)
    parts = [p for p in parts if not _within(p, names)]
    last: int | None = None
    last_paragraph, paragraph, before = -1, 0, "start"
    at = 0
    for place, (text, start, end, said, words) in enumerate(every):
        paragraph += passage.text.count("\n\n", at, start)
        at = start
        inside, foreign = _inside(names, start, end), _inside(other, start, end)
        mention = Mention(
            text=text, passage=number, role=passage.role, place=place, of=len(every), paragraph=paragraph, tokens=said,
            named=inside, heads=tuple(_heads(said, placed.thing, (*inside, *foreign))),
            parts=_inside(parts, start, end), others=foreign, stems=words,
            since=None if last is None else place - last, named_before=before, same_paragraph=last_paragraph == paragraph,
            anywhere=bool(names), asked=asked, asked_in_part=in_part, question=question,
        )  # fmt: skip
        yield mention
        before = mention.kind
        if inside:
            last, last_paragraph = place, paragraph


def _heads(said: Sequence[Token], of: Thing, taken: Iterable[Span]) -> Iterator[Span]:
    """Yield where a head noun stands with a determiner before it, and nothing but other words that carry meaning."""
    blocked = tuple(taken)
    for n, token in enumerate(said):
        if singular(token.word) in of.heads and not any(a <= token.start < b for a, b in blocked):
            before = [t.word for t in said[max(0, n - _BEFORE_A_HEAD) : n]]
            at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _DETERMINERS), None)
            if at is not None and not FUNCTION_WORDS.intersection(before[at + 1 :]):
                yield token.start, token.end


def _inside(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the spans that begin between two characters of a passage, as characters of the sentence there."""
    first, last = bisect_left(spans, (start, 0)), bisect_left(spans, (end, 0))
    return tuple((a - start, min(b, end) - start) for a, b in spans[first:last])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _within(span: Span, wider: Sequence[Span]) -> bool:
    at = bisect_left(wider, (span[0] + 1, 0)) - 1
    return at >= 0 and wider[at][0] <= span[0] < wider[at][1]


def _apart(names: list[Span], other: list[Span]) -> tuple[list[Span], list[Span]]:
    """Return names without those that stand within a longer name of another promise, and the others likewise."""
    mine = [n for n in names if not any(_covers(o, n) for o in _near(other, n))]
    theirs = [o for o in other if not any(a <= o[0] and o[1] <= b for a, b in _near(names, o))]
    return mine, theirs


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    at = bisect_left(spans, (span[0] + 1, 0))
    return spans[max(0, at - 1) : at + 1]


def _covers(wider: Span, span: Span) -> bool:
    return wider[0] <= span[0] and span[1] <= wider[1] and wider != span

"""Where in a document does the thing of each match stand, and what does that make of each of its sentences?"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from monitor.judging.claims.mentions import DETERMINERS, LAST_DAY, Mention, Span, Token, tokens
from monitor.judging.claims.promised_thing import Thing, thing
from monitor.judging.claims.word_stems import FUNCTION_WORDS, singular, stems
from monitor.judging.matching.matcher import TITLE, Match, Unit
from monitor.model.sentences import Sentence, sentences

_ABBREVIATION = re.compile(r"[^\S\n]*\(\s*(?:the\s+)?[‘'“\"]?([A-Z][A-Za-z&]{1,9})[’'”\"]?\s*\)")
_BEFORE_A_HEAD = 3
"""Words among which a determiner stands before a head noun: “this new national strategy”."""


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
        cut = self._units[id(unit)]
        asked = placed.asked(cut)
        for number in range(len(unit.passages)):
            yield from _passage(cut, number, placed, others, asked)


class _Cut(NamedTuple):
    """A sentence, where it stands in its passage, its tokens and stems, and its words taken for nouns."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    nouns: tuple[str, ...]


class _Sentences:
    """The sentences of a unit, cut into tokens once for all matches."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self._cut: dict[int, tuple[_Cut, ...]] = {}

    def of(self, number: int) -> tuple[_Cut, ...]:
        if number not in self._cut:
            self._cut[number] = tuple(map(_cut, sentences(self.unit.passages[number].text)))
        return self._cut[number]

    @cached_property
    def asking(self) -> tuple[int, ...]:
        """The numbers of the passages that ask."""
        return tuple(n for n, passage in enumerate(self.unit.passages) if passage.role == "question")

    @cached_property
    def asked(self) -> frozenset[str]:
        """The stems of what is asked."""
        return frozenset().union(*(sentence.stems for number in self.asking for sentence in self.of(number)))


def _cut(sentence: Sentence) -> _Cut:
    text, said = sentence.text, tokens(sentence.text)
    return _Cut(
        text,
        sentence.start,
        sentence.end,
        said,
        stems(LAST_DAY.sub("", text)),
        tuple(singular(token.word) for token in said),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whether the question or the title names the thing, whether the question has words of it, and its stems."""

    named: bool
    in_part: bool
    stems: frozenset[str]


class _Placed:
    """Where the words of a match stand, passage by passage."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.thing: Thing = thing(match.commitment)

    @cached_property
    def spans(self) -> Mapping[int, tuple[list[Span], list[Span]]]:
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
            for number, (names, _) in self.spans.items()
            if number != TITLE
            for _, end in names
            if (m := _ABBREVIATION.match(passages[number].text, end))
        }
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(found)))})\b") if found else None

    def names(self, number: int) -> list[Span]:
        spans = list(self.spans[number][0]) if number in self.spans else []
        if self._abbreviations is not None:
            text = self.match.unit.passages[number].text
            spans += [m.span() for m in self._abbreviations.finditer(text)]
        return _merged(spans)

    def parts(self, number: int) -> list[Span]:
        return _merged(self.spans[number][1]) if number in self.spans else []

    def asked(self, cut: _Sentences) -> _Asked:
        """Return what the question and the title say of the thing."""
        named = TITLE in self.spans or any(self.names(n) for n in cut.asking)
        return _Asked(named, any(self.parts(n) for n in cut.asking), cut.asked)


def _passage(
    cut: _Sentences, number: int, placed: _Placed, others: Sequence[_Placed], asked: _Asked
) -> Iterator[Mention]:
    passage, every = cut.unit.passages[number], cut.of(number)
    foreign = _merged([span for o in others if number in o.spans for span in o.spans[number][0]])
    names, foreign = _apart(placed.names(number), foreign)
    parts = [part for part in placed.parts(number) if not _within(part, names)]
    last: int | None = None
    last_paragraph, paragraph, before, at = -1, 0, "start", 0
    for place, (text, start, end, said, words, nouns) in enumerate(every):
        paragraph += passage.text.count("\n\n", at, start)
        at = start
        inside, other = _inside(names, start, end), _inside(foreign, start, end)
        mention = Mention(
            text=text, passage=number, role=passage.role, place=place, of=len(every), paragraph=paragraph, tokens=said,
            named=inside, heads=tuple(_heads(said, nouns, placed.thing.heads, (*inside, *other))),
            parts=_inside(parts, start, end), others=other, stems=words,
            since=None if last is None else place - last, named_before=before,
            same_paragraph=last_paragraph == paragraph, anywhere=bool(names), asked=asked.named,
            asked_in_part=asked.in_part, question=asked.stems,
        )  # fmt: skip
        yield mention
        before = mention.kind
        if inside:
            last, last_paragraph = place, paragraph


def _heads(said: Sequence[Token], nouns: Sequence[str], heads: frozenset[str], taken: Iterable[Span]) -> Iterator[Span]:
    """Yield where a head noun stands with a determiner before it, and nothing but other words that carry meaning.

    `nouns`: each of the tokens in the singular.
    """
    blocked = tuple(taken)
    for n in () if heads.isdisjoint(nouns) else range(len(said)):
        token = said[n]
        if nouns[n] in heads and not any(a <= token.start < b for a, b in blocked):
            before = [t.word for t in said[max(0, n - _BEFORE_A_HEAD) : n]]
            at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in DETERMINERS), None)
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

"""How does each sentence speak of a promised thing: by its name, by a noun or a pronoun for short, or not at all?"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from monitor.judging.claims.word_stems import FUNCTION_WORDS, singular, stem
from monitor.judging.english.other_actors import another_by
from monitor.judging.english.verb_groups import AUXILIARIES
from monitor.model.sentences import plain

Span = tuple[int, int]
_TOKEN = re.compile(r"£?\w+(?:[.,]\d+)*(?:['’]\w+)?%?|[,;:()\"“”\-–—?]")
_THIS, _THESE = frozenset(("this", "that")), frozenset(("these", "those"))
_PRONOUNS = frozenset(("it", "they", "them", "both", "its", "their")) | _THIS | _THESE
_INSIDE = frozenset(("it", "they", "them", "its"))
_OF = frozenset(("of", "for", "on", "into", "about"))
_COMPLEMENT = 4
"""Words after a noun among which the word stands that tells of what it is: “the strategy for the ports”."""
DETERMINERS = frozenset(("the", "this", "these", "those", "that", "our", "its", "their", "his", "her", "both", "any"))
_OPENERS = frozenset(("once", "when", "after", "as"))


class Token(NamedTuple):
    """A word or a mark of a sentence: as written, as compared (small letters, no possessive), and its characters."""

    said: str
    word: str
    start: int
    end: int


@dataclass(frozen=True)
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

    @cached_property
    def kind(self) -> str:
        """How it speaks of the thing, the surest way that it does."""
        ways = (
            ("named", self.named),
            ("head noun", self.heads),
            ("several words", len({self.text[start:end].lower() for start, end in self.parts}) > 1),
            ("pronoun", self.pronoun),
            ("this and a noun", self._opener and self._opener.word in _THIS | _THESE),
            ("one word", self.parts),
            ("pronoun inside", any(t.word in _INSIDE for t in self.tokens)),
        )
        return next((way for way, holds in ways if holds), "nothing")

    @property
    def pronoun(self) -> bool:
        """Whether a pronoun that may stand for the thing opens the sentence: “it is”, “this means”, no “this House”."""
        first = self._opener
        if first is None or first.word not in _THIS | _THESE:
            return first is not None
        after = next((token.word for token in self.tokens if token.start > first.start), "")
        verb = after.endswith("s") and not after.endswith("ss") and first.word in _THIS
        return verb or after in AUXILIARIES

    @cached_property
    def _opener(self) -> Token | None:
        """The pronoun at the head of the sentence, after a word like “once” too; None where there is none."""
        words = [token for token in self.tokens[:2] if token.word in _PRONOUNS or token is self.tokens[0]]
        if words and words[0].word in _OPENERS:
            words = words[1:]
        return words[0] if words and words[0].word in _PRONOUNS else None

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question: whoever asks says nothing."""
        return self.text.rstrip(" \"”’')]").endswith("?")

    @property
    def speaks(self) -> bool:
        """Whether it names the thing, or stands near enough to a name or a question to be read as pointing to it."""
        if self.kind in ("named", "head noun", "several words"):
            return True
        near = self.since is not None and self.since <= 1
        return self.kind == "pronoun" and (near or (self.asked and self.place == 0))

    @property
    def may_point(self) -> bool:
        """Whether any place in it can be the thing's: of what has none of these nothing can be told as done."""
        return bool(self.named or self.heads or self.others or self.pronoun)

    def spans(self, words: Collection[str]) -> tuple[Span, ...]:
        """Return where the thing stands in the sentence: by its names and nouns, else by the pronoun that opens it.

        `words`: stems that belong to it. “The coastal strategy”, “the strategy for ports” are others where none are.
        """
        nouns = self._own_nouns(words)
        if self.named or nouns or not (self.pronoun and self.speaks):
            return (*self.named, *nouns)
        return self._opening()

    def _opening(self) -> tuple[Span, ...]:
        return ((self._opener.start, self._opener.end),) if self._opener else ()

    @property
    def points(self) -> str:
        """By which words the sentence speaks of the thing, and how far back it was named: for people to read."""
        words = {
            "named": "names it",
            "head noun": f"“{self._said(self.heads)}”",
            "several words": f"“{self._said(self.parts)}”",
            "pronoun": f"“{self._said(self._opening())}”",
            "this and a noun": f"“{self._said(self._opening())} …”",
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

    def pointing(self, heads: Collection[str], words: Collection[str], *, meant: bool) -> tuple[Span, ...]:
        """Return where the sentence points to something with one of some head nouns: by the noun, else by a pronoun.

        `words`: stems that belong to it (spans).
        `meant`: it was named before, so that a pronoun that opens the sentence may stand for it.
        """
        nouns = tuple(n for n in self._own_nouns(words) if singular(plain(self.text[slice(*n)])) in heads)
        if nouns or self.named or not (meant and self.pronoun):
            return nouns
        return self._opening()

    def _own_nouns(self, words: Collection[str]) -> tuple[Span, ...]:
        return tuple(span for span in self.heads if not self._of_another(span, words))

    def _of_another(self, noun: Span, words: Collection[str]) -> bool:
        """Return whether what stands before or after a noun makes it another thing's."""
        after = [token.word for token in self.tokens if token.start >= noun[1]][:_COMPLEMENT]
        said = [word for word in after if word not in FUNCTION_WORDS]
        if after and after[0] in _OF and said and not any(stem(word) in words for word in said):
            return True
        before = [token.word for token in self.tokens if token.end <= noun[0]]
        return another_by(before, lambda word: stem(word) in words)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and marks of a sentence; of a last day, however it is said, the word “by”."""
    bounds = {m.start(): m for m in LAST_DAY.finditer(text)}
    found, until = list[Token](), 0
    for m in _TOKEN.finditer(text):
        bound = bounds.get(m.start())
        if bound:
            until = bound.end()
        if m.start() >= until:
            found.append(Token(said := m[0], plain(said), *m.span()))
        elif bound and bound["by"]:
            found.append(Token(bound[0], "by", *bound.span()))
    return tuple(found)


LAST_DAY = re.compile(
    r"\b(?:(?P<by>(?:no|not) later than|at (?:the )?(?:very )?latest,? by)|at (?:the )?(?:very )?latest)\b",
    re.IGNORECASE,
)
"""What is learned of “by June” holds for “no later than June” and for “by June at the latest”."""

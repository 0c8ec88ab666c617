"""What exactly was altered between two readings of a text? Its sentences first, then the words inside those."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from monitor.model.sentences import Sentence, sentences

_WORD = re.compile(r"\S+")
_SENTENCES = 3_000
"""Sentences, on the longer side, up to which a rewritten stretch is aligned; aligning takes up to their square."""
_WORDS = 1_000
"""The same for the words of an edit."""
_REPEATED = 1_000_000
"""Pairs of equal items up to which two lists are aligned: a line that stands there a thousand times pairs with all."""
_ALIKE = 0.4
"""Share of words that two sentences keep in common to be one sentence edited, and not one gone and another come."""

Block = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """Words that stayed (" "), went ("-") or came ("+"), parted by single spaces."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of sentences that was altered, as it read `before` and `after`; one of them may be empty.

    The pieces without "+" are the words of `before`, those without "-" the words of `after`, in their order.
    """

    before: str
    after: str
    pieces: tuple[DiffPiece, ...]


def diff(before: str, after: str) -> tuple[Edit, ...]:
    """Return the edits that make one text of another, in reading order; empty where no word differs.

    White space between words is not compared, a new paragraph neither.
    """
    if before.split() == after.split():
        return ()
    old, new = sentences(before), sentences(after)
    edits = []
    for sign, i, j, k, m in _aligned([_key(s.text) for s in old], [_key(s.text) for s in new], _SENTENCES):
        if sign != "equal":
            edits += [_edit(_cut(before, one), _cut(after, other)) for one, other in _pairs(old[i:j], new[k:m])]
    return tuple(edit for edit in edits if any(piece.sign != " " for piece in edit.pieces))


def marked(edit: Edit) -> str:
    """Return an edit in one line, words taken out as [-so-] and words added as {+so+}, as wdiff writes it."""
    dress = {"-": "[-{}-]", "+": "{{+{}+}}"}
    return " ".join(dress.get(piece.sign, "{}").format(piece.text) for piece in edit.pieces)


def _key(sentence: str) -> str:
    return " ".join(sentence.split())


def _pairs(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[Sequence[Sentence], Sequence[Sentence]]]:
    """Yield runs of as many sentences one by one; others whole, as nothing says which became which."""
    if len(old) == len(new):
        yield from ((old[n : n + 1], new[n : n + 1]) for n in range(len(old)))
    else:
        yield old, new


def _cut(text: str, run: Sequence[Sentence]) -> str:
    return text[run[0].start : run[-1].end] if run else ""


def _edit(before: str, after: str) -> Edit:
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces = [_piece(*found) for block in _aligned(old, new, _WORDS) for found in _sides(block, old, new)]
    kept = sum(len(piece.text.split()) for piece in pieces if piece.sign == " ")
    if kept < _ALIKE * max(len(old), len(new)):
        pieces = [_piece(*found) for found in (("-", old), ("+", new)) if found[1]]
    return Edit(before, after, tuple(pieces))


def _sides(block: Block, old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    sign, i, j, k, m = block
    if sign == "equal":
        yield " ", old[i:j]
        return
    if j > i:
        yield "-", old[i:j]
    if m > k:
        yield "+", new[k:m]


def _piece(sign: str, words: Sequence[str]) -> DiffPiece:
    return DiffPiece(sign, " ".join(words))


def _aligned(old: Sequence[str], new: Sequence[str], most: int) -> list[Block]:
    """Return difflib's blocks: what both lists begin and end with is found first, a hopeless middle is one block."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    j, m = len(old) - end, len(new) - end
    middle = _blocks(old[start:j], new[start:m], most)
    blocks = [(sign, a + start, b + start, c + start, d + start) for sign, a, b, c, d in middle]
    head: list[Block] = [("equal", 0, start, 0, start)] if start else []
    tail: list[Block] = [("equal", j, len(old), m, len(new))] if end else []
    return [*head, *blocks, *tail]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many items two lists begin with alike."""
    return next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def _blocks(old: Sequence[str], new: Sequence[str], most: int) -> list[Block]:
    if not old and not new:
        return []
    counts, others = Counter(old), Counter(new)
    pairs = sum(counts[item] * others[item] for item in counts)
    if max(len(old), len(new)) > most or pairs > _REPEATED:
        return [("replace", 0, len(old), 0, len(new))]
    # autojunk would pass over every word that is frequent in a long text: "not", of all words
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())

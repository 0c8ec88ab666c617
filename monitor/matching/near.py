"""Which sentences of a passage speak of a commitment that the passage speaks of?

Those with its words in them; those that name a thing its milestones expect; and those that lean on the one before
("It will …", "Both have …"), unless they turn to another commitment.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.matching.matcher import Hit, Match
from monitor.matching.watchwords import Phrase, Place, Run
from monitor.sentences import Sentence, phrase_words, sentences, words

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


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence near a commitment. `hits` are where its words stand; `lead` is the near sentence before it, if any."""

    text: str
    hits: tuple[int, ...]
    lead: "Near | None"

    @property
    def leaning(self) -> bool:
        """Whether it speaks of the commitment only because the one before does, or the question."""
        return not self.hits

    @property
    def cut(self) -> bool:
        """Whether the source gave only its beginning."""
        return self.text.endswith(("...", "…"))


def near(match: Match, matches: tuple[Match, ...], number: int) -> Iterator[Near]:
    """Yield the sentences of a passage of the match's unit that speak of its commitment."""
    passage = match.unit.passages[number]
    cut = sentences(passage.text)
    own = _Places([h for h in match.hits if h.passage == number])
    beside = (m for m in matches if m.unit is match.unit and m is not match)
    others = _Places([h for m in beside for h in m.hits if h.passage == number])
    things = sorted(found.start for found in _things(match, passage.text))
    short = not own.hits and passage.role == "answer" and len(cut) <= SHORT
    asked = any(h.passage < number for h in match.hits)
    lead: Near | None = None
    heads: frozenset[str] = frozenset()
    for sentence in cut:
        hits = own.telling(sentence, led=asked or lead is not None) or _between(things, sentence)
        elsewhere = not hits and bool(others.telling(sentence, led=False))
        opens = asked and passage.role == "answer" and sentence is cut[0] and len(cut) <= SHORT
        leans = short or (not elsewhere and (opens or (lead is not None and _leans(sentence.text, heads))))
        lead = Near(sentence.text, tuple(hits), _alone(lead)) if hits or leans else None
        heads = own.heads(sentence) - others.heads(sentence)
        if lead:
            yield lead


class _Places:
    """Where a commitment's words stand in a passage, ready to be asked sentence by sentence."""

    def __init__(self, hits: list[Hit]) -> None:
        self.hits = sorted(hits, key=lambda h: h.start)
        self._starts = [h.start for h in self.hits]

    def telling(self, sentence: Sentence, *, led: bool) -> list[int]:
        """Return where its words stand in a sentence: one that names it, or two that do so together.

        Once it has been named ("the three-month audit"), a sentence that begins with one of its words
        ("The audit …") speaks of it too.
        """
        inside = self.hits[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        begins = led and any(h.start - sentence.start <= BEGINNING for h in inside)
        if not begins and not any(h.naming for h in inside) and len({h.phrase for h in inside}) < 2:
            return []
        return [h.start - sentence.start for h in inside]

    def heads(self, sentence: Sentence) -> frozenset[str]:
        """Return what the things that a sentence names are called for short: the last word of a name of several."""
        inside = self.hits[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        named = (phrase_words(h.phrase) for h in inside if h.naming)
        return frozenset(name[-1] for name in named if len(name) > 1)


def _alone(lead: Near | None) -> Near | None:
    """Return a sentence without what it leans on itself: one step back is far enough."""
    return Near(lead.text, lead.hits, None) if lead else None


def _between(starts: list[int], sentence: Sentence) -> list[int]:
    inside = starts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    return [at - sentence.start for at in inside]


def _things(match: Match, text: str) -> Iterator[Place]:
    said = {thing for m in match.commitment.milestones for w in m.expect.words for thing in w.things}
    run = Run([(0, text)])
    return (run.place(found) for found in run.find(Phrase.of(thing) for thing in sorted(said)))


def _leans(sentence: str, heads: frozenset[str]) -> bool:
    """“It will …”; after a sentence that named the Lamp Authority, also “In June we consulted on the authority”."""
    run = [word.text for word in words(sentence)]
    if run and run[0] in _LEANING:
        return True
    after = zip(run, run[1:], [*run[2:], ""], strict=False)
    return any(
        word in heads and before in ("the", "this") and then not in ("of", "into", "for")
        for before, word, then in after
    )

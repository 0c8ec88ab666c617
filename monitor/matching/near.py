"""Which sentences of a passage speak of a commitment that the passage speaks of?

Those with its words in them; those that name a thing its milestones expect; and those that lean on the one before
("It will …", "Both have …"), unless they turn to another commitment.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from monitor.matching.matcher import Match
from monitor.matching.passing import in_passing
from monitor.matching.places import Places, Said, Spot
from monitor.sentences import Sentence, plain_words, sentences

SHORT = 6
"""Sentences up to which an answer that does not repeat the question's words is still all about it."""
_LEANING = frozenset(
    {
        *("it", "this", "these", "they", "that", "its", "their", "both", "further", "as", "however", "he", "she"),
        *("guidance", "details", "more"),
    }
)


_OBJECT = re.compile(
    r"\b(?:publish|introduce|launch|bring forward|lay|issue|complete|finish|consult on) (?:it|this|them)\b",
    re.IGNORECASE,
)
"""A deed done to what was named before."""


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence near a commitment. `hits` are where its words stand; `lead` is the near sentence before it, if any.

    `own`: those of its hits that name it in its own right, and not in passing (passing).
    `leaning`: it has none of these, and speaks of it because the one before does, or the question.
    `general`: it opens an answer whose question has only such words of it as much else has (“duty”).
    `fit`: which share of the words that tell the commitment it has itself, 1 where it names it.
    """

    text: str
    hits: tuple[Spot, ...]
    lead: "Near | None"
    fit: float = 0.0
    own: tuple[Spot, ...] = ()
    leaning: bool = False
    general: bool = False

    @property
    def cut(self) -> bool:
        """Whether the source gave only its beginning."""
        return self.text.endswith(("...", "…"))


class Nearness:
    """Which sentences of a document speak of which of its matches: they are asked for side by side."""

    def __init__(self, matches: tuple[Match, ...]) -> None:
        self._said = {id(match): Said(match) for match in matches}
        self._beside: dict[int, list[Said]] = {}
        for said in self._said.values():
            self._beside.setdefault(id(said.match.unit), []).append(said)

    def near(self, match: Match, number: int) -> Iterator[Near]:
        """Yield the sentences of a passage of the match's unit that speak of its commitment."""
        passage, said = match.unit.passages[number], self._said[id(match)]
        cut = sentences(passage.text)
        own = said.places(number)
        others = [other.places(number) for other in self._beside[id(match.unit)] if other is not said]
        asked = said.first_named < number
        few = passage.role == "answer" and len(cut) <= SHORT
        short = asked and few and not own.hits
        lead: Near | None = None
        before: Sentence | None = None
        for sentence in cut:
            hits = own.spots(sentence, others, led=asked or lead is not None)
            elsewhere = not hits and any(other.telling(sentence, led=False) for other in others)
            opens = asked and few and sentence is cut[0]
            leans = short or (not elsewhere and (opens or (lead is not None and _leans(sentence, own, others, before))))
            plain = tuple(spot for spot in hits if not in_passing(sentence.text, spot.start, spot.end))
            leaning = leans and not plain
            general = leaning and opens and lead is None and said.first_asking >= number
            held = Near(sentence.text, tuple(hits), _alone(lead), own.fit(sentence), plain, leaning, general)
            lead, before = (held if hits or leans else None), sentence
            if lead:
                yield lead


def _alone(lead: Near | None) -> Near | None:
    """Return a sentence without what it leans on itself: one step back is far enough."""
    return replace(lead, lead=None) if lead else None


def _leans(sentence: Sentence, own: Places, others: Iterable[Places], before: Sentence | None) -> bool:
    """“It will …”, “We will publish this”; of an Authority named before, “In June we consulted on the authority”."""
    run = plain_words(sentence.text)
    if (run and run[0] in _LEANING) or _OBJECT.search(sentence.text):
        return True
    heads = own.heads(before).difference(*(other.heads(before) for other in others)) if before else ()
    after = zip(run, run[1:], (*run[2:], ""), strict=False)
    return bool(heads) and any(
        word in heads and article in ("the", "this") and then not in ("of", "into", "for")
        for article, word, then in after
    )

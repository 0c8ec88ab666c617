"""Which sentences of a passage speak of a commitment that the passage speaks of?

Those with its words in them; those that name a thing its milestones expect; and those that lean on the one before
("It will …", "Both have …"), unless they turn to another commitment.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.matching import Hit, Match
from monitor.moods import places
from monitor.sentences import Sentence, sentences

SHORT = 6
"""Sentences up to which an answer that does not repeat the question's words is still all about it."""
_LEANING = frozenset(
    ("it", "this", "these", "they", "that", "its", "their", "both", "further", "as", "however", "he", "she")
    + ("guidance", "details", "more")
)


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence near a commitment. `hits` are where its words stand; `lead` is the near sentence before."""

    text: str
    hits: tuple[int, ...]
    lead: str
    cut: bool

    @property
    def leaning(self) -> bool:
        return not self.hits


def near(match: Match, matches: tuple[Match, ...], number: int) -> Iterator[Near]:
    """Yield the sentences of a passage of the match's unit that speak of its commitment."""
    passage = match.unit.passages[number]
    cut = sentences(passage.text)
    own = [h.start for h in match.hits if h.passage == number]
    others = [
        h.start for m in matches if m.unit is match.unit and m is not match for h in m.hits if h.passage == number
    ]
    short = not own and passage.role == "answer" and len(cut) <= SHORT
    lead: str | None = None
    for sentence in cut:
        hits = _within(sentence, own) or _things(match, sentence)
        elsewhere = not hits and bool(_within(sentence, others))
        leaning = not hits and (short or (not elsewhere and lead is not None and _leans(sentence.text)))
        if hits or leaning:
            yield Near(sentence.text, tuple(hits), lead or "", sentence.text.endswith(("...", "…")))
            lead = sentence.text
        else:
            lead = None


def _within(sentence: Sentence, hits: list[Hit]) -> list[int]:
    """Return where a commitment's words stand in a sentence: one that names it, or two that do so together."""
    inside = [h for h in hits if sentence.start <= h.start < sentence.end]
    if not any(h.naming for h in inside) and len({h.phrase for h in inside}) < 2:
        return []
    return [h.start - sentence.start for h in inside]


def _things(match: Match, sentence: Sentence) -> list[int]:
    things = [t for m in match.commitment.milestones for w in m.expect.words for t in w.things]
    return [at for thing in things for at in places(sentence.text, thing)]


def _leans(sentence: str) -> bool:
    return sentence.split(maxsplit=1)[0].strip(",").lower() in _LEANING

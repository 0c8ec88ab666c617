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
BEGINNING = 12
"""Characters within which a sentence's subject begins."""
_LEANING = frozenset(
    ("it", "this", "these", "they", "that", "its", "their", "both", "further", "as", "however", "he", "she")
    + ("guidance", "details", "more")
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
    own = [h for h in match.hits if h.passage == number]
    beside = (m for m in matches if m.unit is match.unit and m is not match)
    others = [h for m in beside for h in m.hits if h.passage == number]
    short = not own and passage.role == "answer" and len(cut) <= SHORT
    asked = any(h.passage < number for h in match.hits)
    lead: Near | None = None
    for sentence in cut:
        hits = _within(sentence, own, led=asked or lead is not None) or _things(match, sentence)
        elsewhere = not hits and bool(_within(sentence, others, led=False))
        leans = short or (not elsewhere and lead is not None and _leans(sentence.text))
        lead = Near(sentence.text, tuple(hits), _alone(lead)) if hits or leans else None
        if lead:
            yield lead


def _alone(lead: Near | None) -> Near | None:
    """Return a sentence without what it leans on itself: one step back is far enough."""
    return Near(lead.text, lead.hits, None) if lead else None


def _within(sentence: Sentence, hits: list[Hit], *, led: bool) -> list[int]:
    """Return where a commitment's words stand in a sentence: one that names it, or two that do so together.

    Once it has been named ("the three-month audit"), a sentence that begins with one of its words ("The audit …")
    speaks of it too.
    """
    inside = [h for h in hits if sentence.start <= h.start < sentence.end]
    begins = led and any(h.start - sentence.start <= BEGINNING for h in inside)
    if not begins and not any(h.naming for h in inside) and len({h.phrase for h in inside}) < 2:
        return []
    return [h.start - sentence.start for h in inside]


def _things(match: Match, sentence: Sentence) -> list[int]:
    things = [t for m in match.commitment.milestones for w in m.expect.words for t in w.things]
    return [at for thing in things for at in places(sentence.text, thing)]


def _leans(sentence: str) -> bool:
    return sentence.split(maxsplit=1)[0].strip(",").lower() in _LEANING

"""Which commitments does a passage speak of, how surely, and by which of its words?"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, islice

from monitor.judging.days_said import said_on
from monitor.judging.matching.candidate_index import Index, WatchedWords
from monitor.judging.matching.watch_words import FoundPhrase, Group, Place, Run, phrase
from monitor.judging.matching.word_tokens import tokens
from monitor.model.bill_names import COUNTED, is_called, promised_kind
from monitor.model.commitments import Commitment
from monitor.model.documents import Document, Passage, Version
from monitor.model.sources import BILLS

NAMED, TOGETHER, THRESHOLD = 0.85, 0.75, 0.5
NEAR = 40
"""Words within which a set of groups counts in full; it fades to nothing at four times as many."""
_FAR = sys.maxsize
TITLE = -1
"""Stands for the title where the number of a passage is asked for."""
EARLY = timedelta(days=21)
"""A question tabled before a promise can be answered after it, and its date can be the tabling."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read as one: a question with its answer, a page with its title, or a single speech."""

    passages: tuple[Passage, ...]
    title: str = ""

    def run(self, title: Sequence[str], passages: Iterable[Sequence[str]]) -> Run:
        """Return its words, the title's first, then those of its passages by their numbers; both come cut already."""
        texts = [(TITLE, self.title), *((n, p.text) for n, p in enumerate(self.passages))]
        return Run(texts, [title if self.title else (), *passages])


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a watched phrase stands: the passage's number (or TITLE), and characters in its text.

    `naming`: it names the commitment by itself, and not only together with words of other groups.
    """

    phrase: str
    passage: int
    start: int
    end: int
    naming: bool


@dataclass(frozen=True)
class Match:
    """A commitment that a unit speaks of: `strength` 0 to 1, why, and by which words of the unit's run."""

    commitment: Commitment
    unit: Unit
    strength: float
    reasons: tuple[str, ...]
    found: tuple[FoundPhrase, ...]
    run: Run = field(compare=False, repr=False)

    def said_on(self, version: Version) -> date:
        """Return the day on which the words of its unit were said: a speech is one voice, and so are all others."""
        return said_on(version, self.unit.passages[0])

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Where its words stand. Worked out when asked for, and once (so there are no slots): of most nobody asks."""
        names = self.commitment.watch.names
        return tuple(Hit(f.phrase, *self.run.place(f), naming=f.phrase in names) for f in self.found)

    @cached_property
    def things(self) -> tuple[Place, ...]:
        """Where things stand that its milestones expect something of. Worked out as the hits are."""
        said = {thing for m in self.commitment.milestones for w in m.expect.words for thing in w.things}
        return tuple(self.run.place(found) for found in self.run.find(phrase(thing) for thing in sorted(said)))


class Matcher:
    """The watch words of many commitments, made ready once and then read against any number of documents."""

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        self._commitments = tuple(commitments)
        self._index = Index(self._commitments)

    def match(self, version: Version) -> tuple[Match, ...]:
        """Return every unit of a version that speaks of a commitment: by the text, then by the register."""
        document = version.document
        if document.source == BILLS:
            return tuple(m for m in (_of_bill(c, version) for c in self._commitments) if m)
        title, passages = tokens(document.title), [tokens(p.text) for p in document.passages]
        candidates = self._index.candidates(list(chain(title, *passages)))
        if not candidates:
            return ()
        cut = iter(passages)
        units = [(unit, unit.run(title, islice(cut, len(unit.passages)))) for unit in units_of(document)]
        everywhere = [Run([(TITLE, document.title)], [title]), *(run for _, run in units)]
        inside = [wanted for wanted in candidates if _in_context(wanted, everywhere, version)]
        return tuple(m for unit, run in units for wanted in inside if (m := _weigh(wanted, unit, run, version)))


def units_of(document: Document) -> tuple[Unit, ...]:
    """Return what is to be read as one: a question and its answers, a page with its title, each speech on its own."""
    passages = document.passages
    if any(p.role == "question" for p in passages):
        return (Unit(passages),)
    if all(p.role == "text" for p in passages):
        return (Unit(passages, document.title),)
    return tuple(Unit((p,)) for p in passages)


def _of_bill(commitment: Commitment, version: Version) -> Match | None:
    """Return the match of a Bill's stage with a commitment that expects something of that Bill.

    The record of a stage does not tell what is in the Bill, so no watch words can stand in it: it bears on those
    commitments only that named the Bill beforehand. A Bill of the same name that is not the Government's is another.
    """
    document = version.document
    kind = promised_kind(document.kind)
    if document.published_on < commitment.made_on - EARLY or kind is None or kind[0] not in COUNTED:
        return None
    unit = units_of(document)[0]
    pages = (p for m in commitment.milestones for p in m.expect.pages if BILLS in p.sources)
    named = next((p.title for p in pages if is_called(document.title, p.title)), None)
    if named is None:
        return None
    run = unit.run(tokens(document.title), [tokens(p.text) for p in unit.passages])
    return Match(commitment, unit, NAMED, (f"the Bill named beforehand: “{', '.join(named)}”",), (), run)


def _in_context(wanted: WatchedWords, runs: list[Run], version: Version) -> bool:
    if said_on(version) < wanted.commitment.made_on - EARLY:
        return False
    return not wanted.context or any(run.find(wanted.context) for run in runs)


def _weigh(wanted: WatchedWords, unit: Unit, run: Run, version: Version) -> Match | None:
    blanked = run.find(wanted.namesakes) if wanted.namesakes else []
    found = _clear(run, wanted.names, blanked)
    strength, reasons = _named(found) if found else (0.0, [])
    for groups in wanted.together:
        clear = _each(run, groups, blanked)
        near, chosen = _together(clear) if clear else (0.0, [])
        if near:
            found += chain.from_iterable(clear)
            reasons.append("together: " + " + ".join([f"“{f.phrase}”" for f in chosen]))
            strength = max(strength, TOGETHER * near)
    if strength < THRESHOLD:
        return None
    if version.document.body and version.document.body in wanted.commitment.watch.bodies:
        strength, reasons = strength + 0.05, [*reasons, f"from {version.document.body}"]
    return Match(wanted.commitment, unit, round(min(strength, 1.0), 2), tuple(reasons), tuple(found), run)


def _named(named: list[FoundPhrase]) -> tuple[float, list[str]]:
    phrases = sorted({f.phrase for f in named}) if len(named) > 1 else [named[0].phrase]
    return NAMED + 0.05 * min(len(phrases) - 1, 2), [f"named: “{p}”" for p in phrases]


def _clear(run: Run, group: Group, blanked: list[FoundPhrase]) -> list[FoundPhrase]:
    found = run.find(group)
    if not blanked or not found:
        return found
    taken = {n for b in blanked for n in range(b.first, b.last + 1)}
    return [f for f in found if taken.isdisjoint(range(f.first, f.last + 1))]


def _each(run: Run, groups: Iterable[Group], blanked: list[FoundPhrase]) -> list[list[FoundPhrase]]:
    """Return what is found of each group of a set, nothing at all where one of them is missing."""
    clear = []
    for group in groups:
        found = _clear(run, group, blanked)
        if not found:
            return []
        clear.append(found)
    return clear


def _together(groups: list[list[FoundPhrase]]) -> tuple[float, list[FoundPhrase]]:
    """Return how near the nearest choice of one hit from every group stands (1 near, 0 far), and that choice."""
    least, best = _FAR, groups[0]
    for anchor in min(groups, key=len)[:50]:
        chosen = [group[0] if len(group) == 1 else _nearest(group, anchor.first) for group in groups]
        spread = max([f.last for f in chosen]) - min([f.first for f in chosen])
        if spread < least:
            least, best = spread, chosen
    return max(0.0, min(1.0, 1 - (least - NEAR) / (3 * NEAR))), best


def _nearest(group: list[FoundPhrase], to: int) -> FoundPhrase:
    return min(group, key=lambda f: abs(f.first - to))

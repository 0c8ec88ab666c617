"""Which commitments does a passage speak of, how surely, and by which of its words?

The words of all registers go into one index, keyed by the rarest-looking word of each phrase, so that the cost of
reading a document grows with the document and hardly with the number of commitments.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from monitor.commitments import Commitment, Watch
from monitor.documents import Document, Passage, Version
from monitor.sentences import Word, phrase_words, plain_words, words

NAMED, TOGETHER, THRESHOLD = 0.85, 0.75, 0.5
NEAR = 40
"""Words within which a set of groups counts in full; it fades to nothing at four times as many."""
TITLE = -1
"""Stands for the title where the number of a passage is asked for."""
EARLY = timedelta(days=21)
"""A question tabled before a promise can be answered after it, and its date can be the tabling."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read as one: a question with its answer, or a single speech or page.

    `words` run on through the passages, each with the number of the passage it stands in.
    """

    passages: tuple[Passage, ...]
    words: tuple[tuple[int, Word], ...]


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


@dataclass(frozen=True, slots=True)
class Match:
    """A commitment that a unit speaks of: `strength` 0 to 1, why, and where."""

    commitment: Commitment
    unit: Unit
    strength: float
    reasons: tuple[str, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    said: str
    parts: tuple[str, ...]
    pivot: int


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    phrase: str


class Matcher:
    """The watch words of many commitments, made ready once and then read against any number of documents."""

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        self._by_word: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_start: dict[str, list[_Phrase]] = defaultdict(list)
        self._naming: dict[str, list[Commitment]] = defaultdict(list)
        self._leads: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        seen: set[str] = set()
        for commitment in commitments:
            for said in _phrases(commitment.watch):
                if said not in seen:
                    seen.add(said)
                    self._index(said)
            for said in _leading(commitment.watch):
                self._naming[said].append(commitment)
        self._starts = sorted({len(s) for s in self._by_start})
        self._lead_starts = tuple({said.rstrip("*").lower() for said in self._naming if not _whole(said)})
        for said in self._naming:
            if parts := _whole(said):
                self._leads[max(parts, key=len)].append(parts)

    def _index(self, said: str) -> None:
        parts = phrase_words(said)
        if not parts:
            return
        whole = [n for n, part in enumerate(parts) if not part.endswith("*")]
        pivot = max(whole or range(len(parts)), key=lambda n: len(parts[n]))
        phrase = _Phrase(said, parts, pivot)
        (self._by_word if whole else self._by_start)[parts[pivot].rstrip("*")].append(phrase)

    def match(self, version: Version) -> tuple[Match, ...]:
        """Return every unit of a version that speaks of a commitment, in the order of the text."""
        if not self._may_speak(version):
            return ()
        title = self._find([(TITLE, w) for w in words(version.document.title)])
        units = [(unit, self._find(unit.words)) for unit in units_of(version.document)]
        everywhere = {p for _, found in units for p in found} | set(title)
        weighed = (
            _weigh(commitment, unit, found, everywhere, version)
            for unit, found in units
            for commitment in self._candidates(found)
        )
        return tuple(match for match in weighed if match)

    def _may_speak(self, version: Version) -> bool:
        """Return whether any leading phrase could stand in a version: most documents speak of nothing watched."""
        document = version.document
        texts = (document.title, *(p.text for p in document.passages))
        vocabulary = {word for text in texts for word in plain_words(text)}
        return any(
            all(part in vocabulary for part in parts) for word in vocabulary for parts in self._leads.get(word, ())
        ) or any(word.startswith(self._lead_starts) for word in vocabulary)

    def _candidates(self, found: dict[str, list[_Found]]) -> Iterable[Commitment]:
        return {c.id: c for said in found for c in self._naming.get(said, ())}.values()

    def _find(self, run: Sequence[tuple[int, Word]]) -> dict[str, list[_Found]]:
        """Return every watched phrase in a run of words, with the numbers of its first and last word."""
        found: dict[str, list[_Found]] = defaultdict(list)
        for n, (_, word) in enumerate(run):
            for phrase in self._starting(word.text):
                first = n - phrase.pivot
                if first >= 0 and _stands(phrase.parts, run, first):
                    found[phrase.said].append(_Found(first, first + len(phrase.parts) - 1, phrase.said))
        return found

    def _starting(self, word: str) -> Iterator[_Phrase]:
        yield from self._by_word.get(word, ())
        for length in self._starts:
            if length <= len(word):
                yield from self._by_start.get(word[:length], ())


def units_of(document: Document) -> tuple[Unit, ...]:
    """Return what is to be read as one: a question and its answers, a page with its title, each speech on its own."""
    passages = document.passages
    if any(p.role == "question" for p in passages):
        return (_unit(passages),)
    if all(p.role == "text" for p in passages):
        return (_unit(passages, document.title),)
    return tuple(_unit((p,)) for p in passages)


def _unit(passages: tuple[Passage, ...], title: str = "") -> Unit:
    named = [(TITLE, word) for word in words(title)]
    return Unit(passages, (*named, *((n, w) for n, p in enumerate(passages) for w in words(p.text))))


def _phrases(watch: Watch) -> Iterator[str]:
    yield from watch.names
    yield from (said for groups in watch.together for group in groups for said in group)
    yield from watch.context
    yield from watch.namesakes


def _leading(watch: Watch) -> set[str]:
    """The phrases that make a commitment worth weighing: its names, and of each set the group of the longest words."""
    longest = (max(groups, key=lambda group: min(map(len, group), default=0)) for groups in watch.together)
    return set(watch.names) | {said for group in longest for said in group}


def _whole(said: str) -> tuple[str, ...]:
    return tuple(part for part in phrase_words(said) if not part.endswith("*"))


def _stands(parts: tuple[str, ...], run: Sequence[tuple[int, Word]], first: int) -> bool:
    if first + len(parts) > len(run) or run[first][0] != run[first + len(parts) - 1][0]:
        return False
    return all(_same(part, run[first + n][1].text) for n, part in enumerate(parts))


def _same(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _weigh(
    commitment: Commitment, unit: Unit, found: dict[str, list[_Found]], everywhere: set[str], version: Version
) -> Match | None:
    watch = commitment.watch
    if version.since < commitment.made_on - EARLY or (watch.context and not everywhere & set(watch.context)):
        return None
    blanked = [f for said in watch.namesakes for f in found.get(said, ())]
    named = _clear((f for said in watch.names for f in found.get(said, ())), blanked)
    strength, reasons = _named(named)
    hits = list(named)
    for groups in watch.together:
        clear = [_clear((f for s in group for f in found.get(s, ())), blanked) for group in groups]
        near, chosen = _together(clear)
        if near:
            hits += [f for group in clear for f in group]
            reasons.append("together: " + " + ".join(f"“{f.phrase}”" for f in chosen))
            strength = max(strength, TOGETHER * near)
    if strength < THRESHOLD:
        return None
    if version.document.body and version.document.body in watch.bodies:
        strength, reasons = strength + 0.05, [*reasons, f"from {version.document.body}"]
    found_at = tuple(_hit(unit, f, naming=f.phrase in watch.names) for f in hits)
    return Match(commitment, unit, round(min(strength, 1.0), 2), tuple(reasons), found_at)


def _named(named: list[_Found]) -> tuple[float, list[str]]:
    if not named:
        return 0.0, []
    phrases = sorted({f.phrase for f in named})
    return NAMED + 0.05 * min(len(phrases) - 1, 2), [f"named: “{p}”" for p in phrases]


def _clear(found: Iterable[_Found], blanked: list[_Found]) -> list[_Found]:
    return [f for f in found if not any(b.first <= f.last and f.first <= b.last for b in blanked)]


def _together(groups: list[list[_Found]]) -> tuple[float, list[_Found]]:
    """Return how near the nearest choice of one hit from every group stands (1 near, 0 far), and that choice."""
    if not all(groups):
        return 0.0, []
    least, best = None, []
    for anchor in min(groups, key=len)[:50]:
        chosen = [min(group, key=lambda f: abs(f.first - anchor.first)) for group in groups]
        spread = max(f.last for f in chosen) - min(f.first for f in chosen)
        if least is None or spread < least:
            least, best = spread, chosen
    return max(0.0, min(1.0, 1 - (least - NEAR) / (3 * NEAR))) if least is not None else 0.0, best


def _hit(unit: Unit, found: _Found, *, naming: bool) -> Hit:
    passage, first = unit.words[found.first]
    return Hit(found.phrase, passage, first.start, unit.words[found.last][1].end, naming)

"""How do a register's words fit the documents held: which are too common, what would match, and be told delivered?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from monitor.judging.days_said import said_on
from monitor.judging.delivery import by_words
from monitor.judging.english.figures import figure
from monitor.judging.english.speakers import answers
from monitor.judging.judge import judge
from monitor.judging.matching.common_words import FEWEST, parts, too_common
from monitor.judging.matching.matcher import EARLY, Matcher, units_of
from monitor.model.commitments import Commitment, Register
from monitor.model.documents import Version
from monitor.model.evidence import Relation
from monitor.model.sentences import phrase_words, sentences, words
from monitor.model.wording import so_many
from monitor.registers.proper_names import names_one_thing

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A document that matches, or nearly does: where it is, and why."""

    source: str
    key: str
    title: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How one commitment's words fit: how many documents match or nearly do, with examples; words too common.

    `common`: names, and sets of words, with how many documents each brings in which nothing else of it stands; the
    proper name of one thing never is, for what is held may have been gathered for its sake.
    `delivering`: what the rules would take as delivered, `why` being the milestone and the sentence. `loose`:
    milestones whose expected words many documents meet that are not about the commitment at all, with their number.
    `figures`: what would be told of the number that a milestone counts, the newest first.
    `elsewhere`: bodies that the register does not name and whose documents match, with their number.
    """

    commitment: str
    matches: int
    matching: tuple[Example, ...]
    nearly: int
    near: tuple[Example, ...]
    common: tuple[tuple[str, int], ...]
    unseen: tuple[str, ...]
    delivering: tuple[Example, ...] = ()
    loose: tuple[tuple[str, int], ...] = ()
    elsewhere: tuple[tuple[str, int], ...] = ()
    figures: tuple[Example, ...] = ()


@dataclass(slots=True)
class _Tally:
    matches: int = 0
    nearly: int = 0
    matching: list[Example] = field(default_factory=list)
    near: list[Example] = field(default_factory=list)
    phrases: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    delivering: list[Example] = field(default_factory=list)
    loose: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    figures: list[tuple[date, Example]] = field(default_factory=list)


def fits(register: Register, batches: Iterable[Iterable[Version]]) -> tuple[int, tuple[Fit, ...]]:
    """Return how many documents were looked at, and how each commitment's words fit them, in the register's order."""
    matcher, tallies = Matcher(register.commitments), defaultdict[str, _Tally](_Tally)
    alone = _Alone(register.commitments)
    seen: set[tuple[str, str]] = set()
    for version in (v for batch in batches for v in batch):
        key = (version.document.source, version.document.key)
        if key not in seen:
            seen.add(key)
            if _look(register.commitments, matcher, version, tallies):
                alone.count(version, tallies)
    return len(seen), tuple(_fit(c, tallies[c.id], len(seen)) for c in register.commitments)


def _look(commitments: Sequence[Commitment], matcher: Matcher, version: Version, tallies: Mapping[str, _Tally]) -> bool:
    """Note how a version fits each commitment; return whether it matches any."""
    lines = _lines(version)
    matched = {m.commitment.id: m.reasons for m in matcher.match(version)}
    if matched:
        _judged(commitments, matcher, version, tallies)
    for commitment in commitments:
        tally = tallies[commitment.id]
        if commitment.id not in matched:
            tally.loose.update(_met(commitment, version, lines))
        there = {said for said in _phrases(commitment) if _anywhere(said, lines)}
        if not there and commitment.id not in matched:
            continue
        tally.phrases.update(there)
        if commitment.id in matched:
            tally.matches += 1
            tally.bodies.update([version.document.body] if version.document.body else [])
            _keep(tally.matching, version, "; ".join(matched[commitment.id]))
        elif why := _missing(commitment, version, lines):
            tally.nearly += 1
            _keep(tally.near, version, why)
    return bool(matched)


class _Alone:
    """Counts what a single name or set of a commitment brings, with nothing else of it to vouch for the document."""

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        every = [(c.id, said, part) for c in commitments for said, part in parts(c)]
        self._of = {str(n): (id_, said) for n, (id_, said, _) in enumerate(every)}
        self._matcher = Matcher(replace(part, id=str(n)) for n, (*_, part) in enumerate(every))

    def count(self, version: Version, tallies: Mapping[str, _Tally]) -> None:
        """Note a version that matches."""
        said: dict[str, set[str]] = defaultdict(set)
        for number in {match.commitment.id for match in self._matcher.match(version)}:
            commitment, words_said = self._of[number]
            said[commitment].add(words_said)
        for commitment, found in said.items():
            tallies[commitment].alone.update(found if len(found) == 1 else ())


def _judged(
    commitments: Sequence[Commitment], matcher: Matcher, version: Version, tallies: Mapping[str, _Tally]
) -> None:
    """Note what the rules would take as delivered by a version, and the figures that they would read in it."""
    counting = {(c.id, m.id): m.measure for c in commitments for m in c.milestones if m.measure}
    for found in judge(matcher, version):
        measure = counting.get((found.commitment, found.milestone or ""))
        number = figure(found.quote, measure) if measure else None
        if measure and number is not None:
            why = f"{found.milestone}: {so_many(number, measure)}: “{found.quote}”"
            tallies[found.commitment].figures.append((version.since, _example(version, why)))
        if found.relation is Relation.DELIVERS:
            _keep(tallies[found.commitment].delivering, version, f"{found.milestone}: “{found.quote}”")


def _met(commitment: Commitment, version: Version, lines: Sequence[str]) -> Iterator[str]:
    """Yield the milestones whose expected words a document meets, whatever it is about."""
    for milestone in commitment.milestones:
        wanted = any(_anywhere(t, lines) for w in milestone.expect.words for t in w.things)
        if not wanted or said_on(version) < milestone.promised_on:
            continue
        spoken = [(p.text, said_on(version, p)) for p in version.document.passages if answers(p, version.document)]
        if any(by_words(milestone, s.text, day) for text, day in spoken for s in sentences(text)):
            yield milestone.id


def _lines(version: Version) -> tuple[str, ...]:
    """Return the words of the title and of each unit that is read as one, parted and bounded by single spaces."""
    texts = [version.document.title, *("\n".join(p.text for p in u.passages) for u in units_of(version.document))]
    return tuple(f" {' '.join(w.text for w in words(text))} " for text in texts)


def _anywhere(said: str, lines: Iterable[str]) -> bool:
    start, shape = _shape(said)
    return any(start in line and (shape is None or shape.search(line)) for line in lines)


@cache
def _shape(said: str) -> tuple[str, re.Pattern[str] | None]:
    """Return how a phrase is looked for: what a line must hold, and the shape of it where a word has any ending."""
    parts = phrase_words(said)
    plain = " ".join(parts)
    if "*" not in plain:
        return f" {plain} ", None
    shape = " ".join(re.escape(p.rstrip("*")) + (r"\S*" if p.endswith("*") else "") for p in parts)
    return f" {plain.partition('*')[0]}", re.compile(f" {shape} ")


def _phrases(commitment: Commitment) -> Iterator[str]:
    """Yield the phrases by which a commitment is found: its names, and the words of its sets."""
    yield from dict.fromkeys(commitment.watch.names)
    yield from dict.fromkeys(s for groups in commitment.watch.together for group in groups for s in group)


def _missing(commitment: Commitment, version: Version, lines: Sequence[str]) -> str | None:
    """Return the one thing that keeps a document from matching; None where it lacks more than one."""
    watch = commitment.watch
    named = next((said for said in watch.names if _anywhere(said, lines)), None)
    wanting = [w for line in lines for groups in watch.together if (w := _wanting(groups, line)) is not None]
    whole = named is not None or "" in wanting
    if not whole:
        return next((f"only one of {said} is missing" for said in wanting if said), None)
    if said_on(version) < commitment.made_on - EARLY:
        return None
    if watch.context and not any(_anywhere(said, lines) for said in watch.context):
        return "none of its context words stands there"
    if named is not None:
        return f"“{named}” stands there only within a namesake"
    return "its words stand too far apart, or within a namesake"


def _wanting(groups: Sequence[Sequence[str]], line: str) -> str | None:
    """Return the group of a set that is missing from a passage, "" where none is; None where several are."""
    missing = [group for group in groups if not any(_anywhere(said, (line,)) for said in group)]
    if len(missing) > 1 or (missing and len(groups) < 3):
        return None
    return "" if not missing else " / ".join(f"“{said}”" for said in missing[0][:4])


def _keep(kept: list[Example], version: Version, why: str) -> None:
    if len(kept) < SHOWN:
        kept.append(_example(version, why))


def _example(version: Version, why: str) -> Example:
    document = version.document
    said = document.title or next((p.text for p in document.passages), "")[:120]
    return Example(document.source, document.key, said, document.url, why)


def _fit(commitment: Commitment, tally: _Tally, documents: int) -> Fit:
    own = "\n".join((commitment.title, commitment.words, *(link.quote or "" for link in commitment.said_in)))
    named = {said for said in commitment.watch.names if names_one_thing(said, own)}
    common = [(said, n) for said, n in tally.alone.most_common() if said not in named and too_common(n, documents)]
    unseen = tuple(said for said in _phrases(commitment) if not tally.phrases[said])
    return Fit(
        commitment=commitment.id,
        matches=tally.matches,
        matching=tuple(tally.matching),
        nearly=tally.nearly,
        near=tuple(tally.near),
        common=tuple(common),
        unseen=unseen,
        delivering=tuple(tally.delivering),
        loose=tuple((id_, n) for id_, n in tally.loose.most_common() if n >= FEWEST),
        figures=tuple(one for _, one in sorted(tally.figures, key=lambda f: f[0], reverse=True)[:SHOWN]),
        elsewhere=_elsewhere(commitment.watch.bodies, tally.bodies),
    )


def _elsewhere(named: Sequence[str], matched: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return the bodies that a register does not name; none where it names none and all is from one."""
    other = tuple((body, n) for body, n in matched.most_common() if body not in named)
    return other if named or len(other) > 1 else ()

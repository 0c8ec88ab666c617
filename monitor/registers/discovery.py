"""What does a minister undertake in a document that stands in no register?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from monitor import deadlines
from monitor.deadlines.sitting_calendar import SHIPPED, Almanac
from monitor.judging.claims.relevant_sentences import Mentions
from monitor.judging.days_said import said_on
from monitor.judging.english.speakers import answers
from monitor.judging.matching.matcher import Match, Matcher
from monitor.model.documents import Passage, Version
from monitor.model.due import Due
from monitor.model.sentences import sentences
from monitor.registers.undertakings import UndertakenDeed, undertaken

KINDS = ("dated", "indefinite", "undated")
_SEEN = 40
"""How many first characters of a thing's name are used to find it again in its sentence."""
_BESIDE = re.compile(
    r"(?:,? and that\b|,? followed by\b|, before \w+ing\b"
    r"|,? with (?:(?!is\b|are\b|will\b|has\b|have\b|and\b)\w+ ){1,6}?"
    r"(?:to be \w+|to follow|following|planned|expected|due to|scheduled)\b)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"[;:]|\band (?:we|i|the government|ministers)\b", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"(?:over|for|throughout|across|during)\b.*\b(?:years|decade|parliament|period)\b", re.IGNORECASE
)
_DONE_AT_ONCE = (
    "published", "laid", "announced", "tabled", "deposited", "issued", "written", "replied", "responded", "set out",
    "confirmed", "presented", "launched",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What a minister said they would do: the sentence, where it stands, its due words, and the deed.

    `kind` is one of KINDS. `also_in`: how many other documents say the same.
    """

    version: Version
    passage: Passage
    sentence: str
    due: Due | None
    kind: str
    deed: UndertakenDeed
    also_in: int = 0

    @property
    def said_on(self) -> date:
        """The day on which it was said."""
        return said_on(self.version, self.passage)


def undertakings(version: Version, matchers: Iterable[Matcher], known: Almanac = SHIPPED) -> Iterator[Undertaking]:
    """Yield what a minister undertakes in a version and no commitment of the matchers speaks of, in reading order."""
    document = version.document
    if document.holding:
        return
    spoken = (p for p in document.passages if answers(p, document))
    cut = ((p, s.text) for p in spoken for s in sentences(p.text))
    found = [_undertaking(version, p, s, deed, known) for p, s in cut if (deed := undertaken(s))]
    listed = _listed(version, matchers) if found else frozenset()
    yield from (u for u in found if u.sentence not in listed)


def discover(versions: Iterable[Version], matchers: Iterable[Matcher]) -> tuple[Undertaking, ...]:
    """Return what is undertaken in the newest version of each document, ranked."""
    made, every = tuple(matchers), dict[tuple[str, str], Version]()
    for version in versions:
        key = (version.document.source, version.document.key)
        if key not in every or every[key].number < version.number:
            every[key] = version
    return ranked(u for version in every.values() for u in undertakings(version, made))


def ranked(found: Iterable[Undertaking]) -> tuple[Undertaking, ...]:
    """Return undertakings, one of those that say the same: dated first, then by firmness, the newest first."""
    once: dict[str, Undertaking] = {}
    for one in sorted(found, key=lambda u: (u.said_on, u.version.document.source, u.version.document.key)):
        said = " ".join(re.findall(r"\w+", one.sentence.lower()))
        first = once.get(said)
        once[said] = replace(first, also_in=first.also_in + 1) if first else one
    return tuple(sorted(once.values(), key=_rank))


def _rank(one: Undertaking) -> tuple[object, ...]:
    document = one.version.document
    newest_first = -one.said_on.toordinal()
    return (KINDS.index(one.kind), not one.deed.firm, newest_first, document.source, document.key, one.sentence)


def _listed(version: Version, matchers: Iterable[Matcher]) -> frozenset[str]:
    """Return the sentences of a version that speak of a commitment of a register."""
    return frozenset(said for matcher in matchers for said in _spoken_of(matcher.match(version)))


def _spoken_of(matches: tuple[Match, ...]) -> Iterator[str]:
    beside = Mentions(matches)
    for match in matches:
        yield from (mention.text for mention in beside.of(match) if mention.speaks)


def _undertaking(
    version: Version, passage: Passage, sentence: str, deed: UndertakenDeed, known: Almanac
) -> Undertaking:
    day = said_on(version, passage)
    found = deadlines.resolve(_main(sentence, deed), day, known)
    if found.phrase and (rest := _after_another(found.phrase, sentence, deed)):
        found = deadlines.resolve(rest, day, known)
    if found.phrase is None or (deed.done in _DONE_AT_ONCE and _FOR_YEARS.match(found.phrase)):
        return Undertaking(version, passage, sentence, None, "undated", deed)
    due = Due(found.phrase, found.earliest, found.latest, found.rule, day)
    return Undertaking(version, passage, sentence, due, "dated" if due.dated else "indefinite", deed)


def _main(sentence: str, deed: UndertakenDeed) -> str:
    """Return a sentence without what is only to come beside its deed: “…, with an evaluation planned in 2026”."""
    beside = _BESIDE.search(sentence, sentence.find(deed.thing[:_SEEN]) + 1)
    return sentence[: beside.start()] if beside else sentence


def _after_another(phrase: str, sentence: str, deed: UndertakenDeed) -> str | None:
    """Return the rest of a sentence, from the clause of its deed on, where due words date another clause before it."""
    before, _, after = sentence.partition(phrase)
    thing = deed.thing.partition(phrase)[0][:_SEEN]
    turn = _ANOTHER.search(after.partition(thing)[0]) if thing and thing in after and thing not in before else None
    return after[turn.start() :] if turn else None

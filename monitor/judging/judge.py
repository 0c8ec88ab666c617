"""What does a document do to the promises it speaks of, by which exact sentence, and why do we think so?

One piece of evidence comes of each document, commitment and milestone at most: the most telling sentence.
Delivered is said only of what a milestone expected beforehand (expecting); a question is never more than a question.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from monitor import deadlines
from monitor.commitments import Commitment, Due
from monitor.documents import Document, Passage, Version
from monitor.evidence import Citation, Evidence, Relation
from monitor.judging import dating, expecting, moods
from monitor.judging.asserting import asserted, background, past
from monitor.judging.expecting import Kept
from monitor.judging.listing import item
from monitor.judging.relations import SIGNS, Sign, clauses, not_aside, told_of
from monitor.judging.speaking import answers
from monitor.matching.matcher import Match, Matcher
from monitor.matching.near import Near, near
from monitor.matching.watchwords import Phrase, Run

_TELLING = (
    Relation.DELIVERS,
    Relation.SUPERSEDES,
    Relation.DELAYS,
    Relation.WEAKENS,
    Relation.PROGRESS,
    Relation.ANNOUNCES,
    Relation.MENTIONS_ONLY,
    Relation.ASKS_ABOUT,
)
_ABOUT_IT = frozenset({Relation.SUPERSEDES, Relation.DELAYS, Relation.WEAKENS})
"""Relations that are only believed where the commitment is what the words are said of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one sentence does."""

    relation: Relation
    sentence: str
    weight: float
    reason: str
    url: str
    kept: Kept | None = None
    moved_to: Due | None = None


def judge(matcher: Matcher, version: Version) -> tuple[Evidence, ...]:
    """Return the evidence in a version, at most one piece for each milestone of each commitment, in a fixed order."""
    found: dict[tuple[str, str | None], Evidence] = {}
    matches = matcher.match(version)
    for match in matches:
        for finding in _findings(match, matches, version):
            evidence = _evidence(match, version, finding)
            held = found.get((evidence.commitment, evidence.milestone))
            if held is None or _rank(evidence) < _rank(held):
                found[evidence.commitment, evidence.milestone] = evidence
    return tuple(_telling(found.values()))


def _telling(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Beside something that bears on a commitment, its mere mentions in the same document are noise."""
    every = list(found)
    bearing = {e.commitment for e in every if e.relation.bears}
    return (e for e in every if e.relation.bears or e.commitment not in bearing)


def _rank(evidence: Evidence) -> tuple[int, float]:
    return _TELLING.index(evidence.relation), -evidence.strength


def _findings(match: Match, matches: tuple[Match, ...], version: Version) -> Iterator[Finding]:
    document = version.document
    for milestone in match.commitment.milestones:
        kept = expecting.by_page(milestone, version)
        if kept:
            yield Finding(Relation.DELIVERS, kept.quote, 1.0, kept.reason, document.url, kept)
    for number, passage in enumerate(match.unit.passages):
        speaks = answers(passage, document)
        for sentence in near(match, matches, number):
            yield from (
                _told(match.commitment, sentence, passage, version) if speaks else _asked(sentence, passage, document)
            )


def _asked(sentence: Near, passage: Passage, document: Document) -> Iterator[Finding]:
    why = "asked, not answered" if passage.role == "question" else "said by one who does not speak for the government"
    yield Finding(Relation.ASKS_ABOUT, sentence.text, 1.0, why, passage.url or document.url)


def _told(commitment: Commitment, sentence: Near, passage: Passage, version: Version) -> Iterator[Finding]:
    url = passage.url or version.document.url
    if version.document.holding or (sentence.leaning and moods.REFERRAL.search(sentence.text)):
        yield Finding(Relation.ASKS_ABOUT, sentence.text, 0.8, "an answer that answers nothing yet", url)
        return
    if not sentence.cut:
        for milestone in commitment.milestones:
            kept = expecting.by_words(milestone, sentence.text, version.since)
            if kept:
                yield Finding(Relation.DELIVERS, sentence.text, 0.9, kept.reason, url, kept)
    listed = bool(sentence.hits) and item(passage.text, sentence.text)
    yield _signed(commitment, sentence, url, version.since, listed=listed)


def _signed(commitment: Commitment, sentence: Near, url: str, said_on: date, *, listed: bool) -> Finding:
    if not moods.asks(sentence.text):
        for sign in SIGNS:
            if _shows(sign, sentence, commitment, said_on):
                return _of_sign(sign, commitment, sentence, url, said_on)
    if listed:
        return Finding(Relation.PROGRESS, sentence.text, 0.75, "stands in a list of what the government is doing", url)
    if moods.INDEFINITE.search(sentence.text):
        return Finding(Relation.ASKS_ABOUT, sentence.text, 0.8, "gives no date and no news", url)
    weight = 0.8 if sentence.leaning else 1.0
    return Finding(Relation.MENTIONS_ONLY, sentence.text, weight, "names it without news", url)


def _shows(sign: Sign, sentence: Near, commitment: Commitment, said_on: date) -> bool:
    """Return whether a sentence asserts what a sign says, and of the commitment."""
    said = moods.unquoted(sentence.text)
    found = next((m for m in sign.shape.finditer(said) if asserted(said, m)), None)
    if found is None or (sign.dated and _moved(sentence.text, said_on) is None):
        return False
    if sign.relation is Relation.PROGRESS and past(found) and dating.told_of_old(said, commitment.made_on):
        return False
    if sign.relation in _ABOUT_IT:
        return _of_it(sign, sentence, found)
    return sentence.leaning or _among(sentence.hits, _in_play(sentence.text, found))


def _of_it(sign: Sign, sentence: Near, found: re.Match[str]) -> bool:
    """A commitment that only stands in the same sentence is not what was delayed, dropped or weakened."""
    if sentence.leaning:
        return sentence.lead is None or _among(sentence.lead.hits, not_aside(sentence.lead.text))
    return _among(sentence.hits, told_of(sentence.text, found, active=sign.relation is Relation.SUPERSEDES))


def _in_play(sentence: str, found: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Return the clauses of a sentence that are more than the ground on which the one with the sign stands."""
    return tuple(
        (start, end)
        for start, end in clauses(sentence)
        if start <= found.start() < end or not background(sentence, start)
    )


def _among(hits: Iterable[int], stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in stretches for at in hits)


def _of_sign(sign: Sign, commitment: Commitment, sentence: Near, url: str, said_on: date) -> Finding:
    relation, reason, moved = sign.relation, sign.reason, None
    if relation is Relation.SUPERSEDES and _names_a_part(sentence, commitment):
        relation, reason = Relation.WEAKENS, "says a part of it has been ended"
    if relation is Relation.DELAYS:
        moved = _moved(sentence.text, said_on)
    return Finding(relation, sentence.text, sign.weight, reason, url, None, moved)


def _names_a_part(sentence: Near, commitment: Commitment) -> bool:
    texts = [(n, s.text) for n, s in enumerate((sentence, sentence.lead)) if s]
    return bool(Run(texts).find(map(Phrase.of, commitment.watch.parts)))


def _moved(sentence: str, said_on: date) -> Due | None:
    found = deadlines.resolve(sentence, said_on)
    if found.phrase is None or found.latest is None:
        return None
    return Due(found.phrase, found.earliest, found.latest, found.rule, said_on)


def _evidence(match: Match, version: Version, finding: Finding) -> Evidence:
    document, kept = version.document, finding.kept
    return Evidence(
        document=Citation(
            source=document.source,
            key=document.key,
            version=version.number,
            url=document.url,
            title=document.title,
            published_on=document.published_on,
            since=kept.since if kept else version.since,
        ),
        commitment=match.commitment.id,
        milestone=kept.milestone.id if kept else None,
        relation=finding.relation,
        strength=round(match.strength * finding.weight, 2),
        quote=finding.sentence,
        reasons=(*match.reasons, finding.reason),
        url=finding.url,
        moved_to=finding.moved_to,
        happened_on=kept.on if kept else None,
        citation=_cited(document, finding),
    )


def _cited(document: Document, finding: Finding) -> str | None:
    """Return how the sentence is cited in the passage that it was found in."""
    of = (p for p in document.passages if p.citation and p.url == finding.url and finding.sentence in p.text)
    return next((p.cited(finding.sentence) for p in of), None)

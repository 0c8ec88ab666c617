"""What does a document do to the promises it speaks of, by which exact sentence, and why do we think so?

One piece of evidence comes of each document, commitment and milestone at most: the most telling sentence.
Delivered is said only of what a milestone expected beforehand (expecting); a question is never more than a question.
"""

from collections.abc import Callable, Iterable, Iterator

from monitor.commitments import Commitment
from monitor.documents import Document, Passage, Version
from monitor.english.speakers import answers
from monitor.evidence import Citation, Evidence, Relation
from monitor.judging import expecting, moods
from monitor.judging.listing import item
from monitor.judging.signing import Finding, signed
from monitor.matching.matcher import Match, Matcher
from monitor.matching.near import Near, Nearness

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

Judge = Callable[[Matcher, Version], tuple[Evidence, ...]]
"""Who returns the evidence in a version: judge itself, or one who has it already."""
Rank = tuple[int, float, float]
"""What decides between findings, the least first: what it does, how surely, how fully it names it."""


def judge(matcher: Matcher, version: Version) -> tuple[Evidence, ...]:
    """Return the evidence in a version, at most one piece for each milestone of each commitment, in a fixed order."""
    found: dict[tuple[str, str | None], tuple[Rank, Match, Finding]] = {}
    matches = matcher.match(version)
    nearness = Nearness(matches)
    for match in matches:
        for finding in _findings(match, nearness, version):
            about, rank = (match.commitment.id, _milestone(finding)), _rank(match, finding)
            if about not in found or rank < found[about][0]:
                found[about] = rank, match, finding
    return tuple(_telling(_evidence(match, version, finding) for _, match, finding in found.values()))


def _telling(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield what is no noise beside the rest: mere mentions where something bears, a sentence told by a milestone."""
    every = list(found)
    bearing = {e.commitment for e in every if e.relation.bears}
    told = {(e.commitment, e.quote) for e in every if e.milestone}
    for e in every:
        if e.milestone or ((e.commitment, e.quote) not in told and (e.relation.bears or e.commitment not in bearing)):
            yield e


def _rank(match: Match, finding: Finding) -> Rank:
    return _TELLING.index(finding.relation), -_strength(match, finding), -finding.fit


def _strength(match: Match, finding: Finding) -> float:
    return round(match.strength * finding.weight, 2)


def _milestone(finding: Finding) -> str | None:
    return finding.kept.milestone.id if finding.kept else None


def _findings(match: Match, nearness: Nearness, version: Version) -> Iterator[Finding]:
    document = version.document
    for milestone in match.commitment.milestones:
        kept = expecting.by_page(milestone, version)
        if kept:
            yield Finding(Relation.DELIVERS, kept.quote, 1.0, kept.reason, document.url, kept)
    for number, passage in enumerate(match.unit.passages):
        speaks = answers(passage, document)
        for sentence in nearness.near(match, number):
            yield from (
                _told(match.commitment, sentence, passage, version) if speaks else _asked(sentence, passage, document)
            )


def _asked(sentence: Near, passage: Passage, document: Document) -> Iterator[Finding]:
    why = "asked, not answered" if passage.role == "question" else "said by one who does not speak for the government"
    told = Relation.ASKS_ABOUT if sentence.own or sentence.leaning else Relation.MENTIONS_ONLY
    yield Finding(told, sentence.text, 1.0, why, passage.url or document.url, fit=sentence.fit)


def _told(commitment: Commitment, sentence: Near, passage: Passage, version: Version) -> Iterator[Finding]:
    url = passage.url or version.document.url
    if len(sentence.text) > moods.LONGEST:
        yield Finding(Relation.MENTIONS_ONLY, sentence.text, 0.5, "too long to be one sentence", url, fit=sentence.fit)
        return
    holding = version.document.holding or moods.HOLDING.search(sentence.text)
    if holding or (sentence.leaning and moods.REFERRAL.search(sentence.text)):
        yield Finding(Relation.ASKS_ABOUT, sentence.text, 0.8, "an answer that answers nothing yet", url)
        return
    if not sentence.cut:
        for milestone in commitment.milestones:
            kept = expecting.by_words(milestone, sentence.text, version.since)
            if kept:
                yield Finding(Relation.DELIVERS, sentence.text, 0.9, kept.reason, url, kept)
    listed = bool(sentence.own) and item(passage.text, sentence.text)
    yield signed(commitment, sentence, url, version, listed=listed)


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
        milestone=_milestone(finding),
        relation=finding.relation,
        strength=_strength(match, finding),
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

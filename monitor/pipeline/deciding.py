"""What follows from a harvest? What is held, what was brought and the registers go in; what to record comes out.

harvest | examine | compare | judge | what befell documents -> Entry

How each promise stands is not decided here: that is told once all that a pass read is settled (tick.look_again).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.documents import Document, Presence, Version
from monitor.model.evidence import Evidence
from monitor.model.london import london_day
from monitor.model.ports import Entry
from monitor.model.sources import Card, Harvest, Span
from monitor.pipeline.cited_documents import of_document
from monitor.pipeline.comparing.document_versions import ComparedVersion, compare_versions
from monitor.pipeline.coverage.harvest_check import examine
from monitor.status.facts import Facts

if TYPE_CHECKING:
    from monitor.model.changes import Change


@dataclass(frozen=True, slots=True)
class WatchedRegister:
    """A register with its words made ready, and what is known of it."""

    facts: Facts
    matcher: Matcher


def decide(
    held: Mapping[tuple[str, str], Version],
    harvest: Harvest,
    card: Card | None,
    watched: Iterable[WatchedRegister],
    now: datetime,
    *,
    known: Collection[str] = (),
) -> Entry:
    """Return what to record of a harvest and of its documents' fate; only its problems when it can't be trusted at all.

    `known`: the keys of all documents of its source that are held of its days.
    """
    watched = tuple(watched)
    verdict = examine(harvest, card, london_day(now), _missed(harvest, known, watched))
    days = Span(harvest.since, min(harvest.until, london_day(now)))
    tried, span = (days if card else None), (days if verdict.whole else None)
    if not verdict.usable:
        return Entry(harvest.source, now, None, problems=verdict.problems, requests=harvest.requests, tried=tried)
    compared = _compared(held, verdict.documents, now)
    versions = tuple(c.version for c in compared)
    evidence: dict[str, tuple[Evidence, ...]] = {}
    changes: list[Change] = []
    for one in watched:
        found = tuple(e for version in versions for e in judge(one.matcher, version))
        evidence[one.facts.register.digest] = found
        changes += of_document(_learnt(one.facts, found, compared), compared)
    return Entry(
        source=harvest.source,
        at=now,
        span=span,
        versions=versions,
        evidence=evidence,
        changes=tuple(changes),
        problems=verdict.problems,
        requests=harvest.requests,
        tried=tried,
    )


def _missed(harvest: Harvest, known: Collection[str], watched: Iterable[WatchedRegister]) -> frozenset[str]:
    """Return the keys known of a harvest's days if none of them came, nor anything else that only a list brings.

    What is watched, and what evidence rests on, is asked for by name: that it comes says nothing of the lists.
    """
    named: set[str] = set()
    for one in watched:
        named |= set(one.facts.register.pages)
        named |= {e.document.key for e in one.facts.evidence if e.relation.bears}

    def listed(key: str) -> bool:
        return key not in named and not any(key.startswith(f"{page}/") for page in named)

    came = harvest.listed or any(map(listed, (*(d.key for d in harvest.documents), *(v.key for v in harvest.visits))))
    return frozenset() if came else frozenset(key for key in known if listed(key))


def _compared(
    held: Mapping[tuple[str, str], Version], documents: Iterable[Document], now: datetime
) -> tuple[ComparedVersion, ...]:
    """Return what differs, each document against the one before it: the same one may come twice in a harvest."""
    latest = dict(held)
    found = []
    for document in documents:
        differs = compare_versions(latest.get((document.source, document.key)), document, now)
        if differs:
            latest[document.source, document.key] = differs.version
            found.append(differs)
    return tuple(found)


def _learnt(facts: Facts, found: tuple[Evidence, ...], compared: Iterable[ComparedVersion]) -> Facts:
    replaced = dict(facts.replaced)
    for version in (c.version for c in compared):
        if version.number > 1 and version.document.presence in (Presence.LIVE, Presence.WITHDRAWN):
            for number in range(1, version.number):
                replaced.setdefault((version.document.source, version.document.key, number), version.since)
    return replace(facts, evidence=(*facts.evidence, *found), replaced=replaced)

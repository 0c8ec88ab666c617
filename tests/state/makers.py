"""Documents, evidence, changes and entries, made of as few words as a test needs to say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from monitor.model.changes import Because, Change
from monitor.model.commitments import EvidencePiece, Ruling, RulingKind
from monitor.model.documents import Document, Passage, Presence, Version
from monitor.model.due import Due
from monitor.model.evidence import Citation, Evidence, Relation
from monitor.model.ports import Entry
from monitor.model.sources import Problem, Span

DAY = date(2025, 3, 3)
NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)
WEEK = Span(date(2025, 3, 3), date(2025, 3, 9))
DUE = Due("by Easter", date(2025, 3, 3), date(2025, 4, 20), "easter", DAY)


def document(key: str = "1", words: str = "We will act.", source: str = "written-questions") -> Document:
    return Document(
        source=source,
        key=key,
        url=f"https://example.test/{key}",
        title=f"Question {key}",
        kind="written-answer",
        published_on=DAY,
        body="Home Office",
        passages=(
            Passage("question", "When?"),
            Passage("answer", words, "Jess Phillips", "Minister", "https://example.test/a"),
        ),
    )


def full_document() -> Document:
    """A document with no field at its default."""
    return replace(
        document("full"),
        presence=Presence.WITHDRAWN,
        holding=True,
        corrected_on=date(2025, 3, 5),
        notes=((date(2025, 3, 4), "First published."), (date(2025, 3, 5), "Corrected, twice.")),
    )


def version(
    key: str = "1",
    words: str = "We will act.",
    number: int = 1,
    since: date = DAY,
    *,
    source: str = "written-questions",
    seen_at: datetime = NOON,
) -> Version:
    return Version(document(key, words, source), number, seen_at, since)


def found(of: Version, quote: str = "We will act.", **others: Any) -> Evidence:
    paper = of.document
    cites = Citation(paper.source, paper.key, of.number, paper.url, paper.title, paper.published_on, of.since)
    plain = Evidence(cites, "inquiry", None, Relation.PROGRESS, 0.7, quote, ("says so",), "https://example.test/a")
    return replace(plain, **others)


def change(name: str = "c1", at: datetime = NOON, register: str = "cooper", headline: str = "It moved") -> Change:
    because = Because("We will act.", "https://example.test/1")
    return Change(name, at, register, "inquiry", "status", "pending", "overdue", because, headline)


def ruling(name: str = "r1", decided_at: datetime | None = NOON, why: str = "It was laid that day.") -> Ruling:
    return Ruling(
        id=name,
        commitment="inquiry",
        milestone="terms",
        kind=RulingKind.MOVED,
        on=DAY,
        by="Ada",
        why=why,
        source="https://example.test/1",
        quote="We will act.",
        document=("hansard", "ABC"),
        due=DUE,
        successor="other",
        caution="Only a draft.",
        decided_at=decided_at,
        piece=EvidencePiece("We will act.", "terms"),
        relation="delays",
        blind=True,
    )


def problem(seen: str = "HTTP 503", source: str = "written-questions") -> Problem:
    return Problem(source, "unreachable", seen, "https://example.test/api")


def entry(*versions: Version, at: datetime = NOON, span: Span | None = WEEK, **others: Any) -> Entry:
    plain = Entry("written-questions", at, span, versions)
    return replace(plain, **others)


def words_of(versions: Sequence[Version]) -> list[str]:
    return [v.document.passages[-1].text for v in versions]

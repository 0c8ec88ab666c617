"""Documents and the evidence in them: factories."""

from datetime import date, datetime
from typing import Any

from monitor.model.documents import Document, Passage, Version
from monitor.model.dossiers import Weighed
from monitor.model.due import Due
from monitor.model.evidence import Citation, Evidence, Relation
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS
from tests.builders.promises import at


def document(
    key: str = "q1",
    *,
    source: str = WRITTEN_QUESTIONS,
    url: str | None = None,
    title: str = "Lighthouses",
    kind: str = "written-answer",
    published_on: date = date(2031, 6, 16),
    body: str | None = "Department for Lighthouses",
    passages: tuple[Passage, ...] | None = None,
    **more: Any,
) -> Document:
    return Document(
        source=source,
        key=key,
        url=url or f"https://questions-statements.parliament.uk/written-questions/detail/2031-06-10/{key}",
        title=title,
        kind=kind,
        published_on=published_on,
        body=body,
        passages=passages or (Passage("answer", "The lamp report was published today.", "Ada Marsh"),),
        **more,
    )


def answer(
    text: str, on: date, key: str = "q1", *, question: str = "To ask when she plans to say more.", **more: Any
) -> Document:
    """Return a written question with its answer."""
    passages = (Passage("question", question, "Lou Hope"), Passage("answer", text, "Ada Marsh"))
    return document(key, published_on=on, passages=passages, **more)


def speech(
    text: str, on: date, key: str = "s1", *, post: str | None = "Minister for Lighthouses", **more: Any
) -> Document:
    """Return a debate with one speech in it."""
    url = f"https://hansard.parliament.uk/Commons/{on.isoformat()}/debates/{key}/Lighthouses"
    passages = (Passage("speech", text, "Ada Marsh", post),)
    return document(key, source=HANSARD, kind="debate", url=url, published_on=on, passages=passages, **more)


def version(
    document: Document | None = None,
    *,
    number: int = 1,
    seen_at: datetime | None = None,
    since: date | None = None,
) -> Version:
    read = document or _document()
    return Version(read, number, seen_at or at(read.published_on, 20), since or read.published_on)


def citation(document: Document | None = None, *, version: int = 1) -> Citation:
    cited = document or _document()
    return Citation(cited.source, cited.key, version, cited.url, cited.title, cited.published_on, cited.published_on)


def evidence(
    relation: Relation = Relation.DELIVERS,
    *,
    document: Citation | None = None,
    commitment: str = "lamp-report",
    milestone: str | None = "report",
    strength: float = 0.9,
    quote: str = "The lamp report was published today.",
    reasons: tuple[str, ...] = ("names the lamp report", "says it was published"),
    url: str | None = None,
    moved_to: Due | None = None,
    happened_on: date | None = None,
    **more: Any,
) -> Evidence:
    cited = document or citation()
    link = url or cited.url
    return Evidence(
        cited, commitment, milestone, relation, strength, quote, reasons, link, moved_to, happened_on, **more
    )


def weighed(evidence: Evidence | None = None, ruling: str | None = None) -> Weighed:
    return Weighed(evidence or _evidence(), ruling)


# The same factories under names that no argument above takes.
_document, _evidence = document, evidence

"""What is a document, and when are two readings of it the same?

A document is one published item, known by its source and key for good; each different reading of it
is a version. The spool format (JSON lines) is how documents travel: from a spider, from a file.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from monitor.model import spool_fields as field
from monitor.model.cleaning import clean, clean_line
from monitor.model.passages import ABOUT, Passage
from monitor.model.spool_fields import SpoolError

__all__ = [
    "BY_OCR", "MAX_TEXT", "Document", "Passage", "Presence", "SpoolError", "Version", "fingerprint_of",
    "from_spool", "read_spool", "to_spool",
]  # fmt: skip

MAX_TEXT = 4_000_000
"""Characters one document may hold; a longer one is refused."""


BY_OCR = "attachment-ocr"
"""The kind of a document that was recognised in pictures: letters and figures in it may be wrong."""


class Presence(StrEnum):
    """Is the page still where it was? Four different things, and none of them is a failed request."""

    LIVE = "live"
    WITHDRAWN = "withdrawn"
    REDIRECTED = "redirected"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Document:
    """One published item as it was read once. `published_on` is the publisher's day, in London.

    `grouped`: the other questions that the same answer was given to, by UIN. `corrects`: the keys of documents of the
    same source that this one was published to correct.
    """

    source: str
    key: str
    url: str
    title: str
    kind: str
    published_on: date
    body: str | None
    passages: tuple[Passage, ...]
    presence: Presence = Presence.LIVE
    holding: bool = False
    corrected_on: date | None = None
    notes: tuple[tuple[date, str], ...] = ()
    grouped: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash of everything a reader could see: equal when, and only when, nothing was altered."""
        return fingerprint_of(to_spool(self))


@dataclass(frozen=True, slots=True)
class Version:
    """A reading that differed from the one before. `since` is the day from which it could be read by anyone."""

    document: Document
    number: int
    seen_at: datetime
    since: date


_MAX_SAID = 300
"""Characters of a complaint: what is quoted in it came from outside."""
_ROLES = {"question", "answer", "speech", "text"}


def from_spool(row: Mapping[str, Any]) -> Document:
    """Return the document a spool row holds; raise SpoolError where it does not hold one.

    Fields that are not known are passed over: the format may grow.
    """
    try:
        document = Document(
            source=field.key(row, "source"),
            key=field.key(row, "key"),
            url=field.link(row.get("url")),
            title=clean_line(field.text(row, "title")),
            kind=clean_line(field.text(row, "kind")),
            published_on=field.day(field.text(row, "published_on")[:10], "published_on"),
            body=field.line_or_none(row, "body"),
            passages=tuple(_passage(p) for p in field.elements(row["passages"], "passages")),
            presence=_presence(row),
            holding=field.flag(row, "holding"),
            corrected_on=field.day(row["corrected_on"], "corrected_on") if row.get("corrected_on") else None,
            notes=tuple(
                (field.day(day, "the day of a note"), clean_line(field.text({"a note": note}, "a note")))
                for day, note in field.pairs(row, "notes")
            ),
            grouped=field.names(row, "grouped"),
            corrects=field.names(row, "corrects"),
        )
    except KeyError as missing:
        raise SpoolError(f"no field {missing}") from None
    except ValueError as wrong:
        raise SpoolError(str(wrong)[:_MAX_SAID]) from None
    if sum(len(p.text) for p in document.passages) > MAX_TEXT:
        raise SpoolError(f"more than {MAX_TEXT:,} characters of text")
    return document


def fingerprint_of(row: Mapping[str, Any]) -> str:
    """Return the fingerprint of the document that a spool row holds, as the row was written."""
    passages = [{name: said for name, said in p.items() if name not in ABOUT} for p in row["passages"]]
    said = json.dumps({**row, "passages": passages}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def to_spool(document: Document) -> dict[str, Any]:
    """Return the spool row of a document; what stands at its default is left out beyond the common fields."""
    row: dict[str, Any] = {
        "source": document.source,
        "key": document.key,
        "url": document.url,
        "title": document.title,
        "kind": document.kind,
        "published_on": document.published_on.isoformat(),
        "body": document.body,
        "passages": [_passage_row(p) for p in document.passages],
    }
    if document.presence is not Presence.LIVE:
        row["presence"] = document.presence.value
    if document.holding:
        row["holding"] = True
    if document.corrected_on:
        row["corrected_on"] = document.corrected_on.isoformat()
    if document.notes:
        row["notes"] = [[day.isoformat(), note] for day, note in document.notes]
    row |= {name: list(said) for name in ("grouped", "corrects") if (said := getattr(document, name))}
    return row


def read_spool(lines: Iterable[str]) -> Iterator[tuple[int, Document | SpoolError]]:
    """Yield each line's number (from 1) with its document, or with what is wrong with the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise SpoolError("not a JSON object")
            yield number, from_spool(row)
        except SpoolError as wrong:
            yield number, wrong
        except (ValueError, RecursionError):  # a number of too many digits is a ValueError of its own
            yield number, SpoolError("not JSON")


def _presence(row: Mapping[str, Any]) -> Presence:
    said = row.get("presence", Presence.LIVE)
    if said not in list(Presence):
        raise SpoolError(f"presence is none of {', '.join(Presence)}")
    return Presence(said)


def _passage(row: Any) -> Passage:
    if not isinstance(row, Mapping):
        raise SpoolError("a passage is not an object")
    role = field.text(row, "role")
    if role not in _ROLES:
        raise SpoolError(f"role is none of {', '.join(sorted(_ROLES))}")
    return Passage(
        role=role,
        text=clean(field.text(row, "text")),
        speaker=field.line_or_none(row, "speaker"),
        post=field.line_or_none(row, "post"),
        url=field.link(row["url"]) if row.get("url") else None,
        party=field.line_or_none(row, "party"),
        constituency=field.line_or_none(row, "constituency"),
        member_id=field.number_or_none(row, "member_id"),
        citation=field.line_or_none(row, "citation"),
        columns=tuple(
            (field.number_or_none({"column": at}, "column") or 0, clean_line(str(column)))
            for at, column in field.pairs(row, "columns")
        ),
        said_on=field.day(row["said_on"], "said_on") if row.get("said_on") else None,
    )


def _passage_row(passage: Passage) -> dict[str, Any]:
    row: dict[str, Any] = {
        "role": passage.role,
        "speaker": passage.speaker,
        "post": passage.post,
        "text": passage.text,
    }
    more = ("url", "party", "constituency", "member_id", "citation")
    row |= {name: said for name in more if (said := getattr(passage, name))}
    row |= {"columns": [list(turn) for turn in passage.columns]} if passage.columns else {}
    return row | ({"said_on": passage.said_on.isoformat()} if passage.said_on else {})

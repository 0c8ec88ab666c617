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

from monitor.cleaning import clean, clean_line, safe_link
from monitor.passages import ABOUT, Passage

__all__ = [
    "MAX_TEXT", "Document", "Passage", "Presence", "SpoolError", "Version", "from_spool", "read_spool", "to_spool",
]  # fmt: skip

MAX_TEXT = 4_000_000
"""Characters one document may hold; a longer one is refused."""


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
        row = to_spool(self)
        row["passages"] = [{name: said for name, said in p.items() if name not in ABOUT} for p in row["passages"]]
        said = json.dumps(row, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Version:
    """A reading that differed from the one before. `since` is the day from which it could be read by anyone."""

    document: Document
    number: int
    seen_at: datetime
    since: date


class SpoolError(ValueError):
    """A line that is not a document; the message says what is wrong with it."""


_MAX_SAID = 300
"""Characters of a complaint: what is quoted in it came from outside."""
_ROLES = {"question", "answer", "speech", "text"}


def from_spool(row: Mapping[str, Any]) -> Document:
    """Return the document a spool row holds; raise SpoolError where it does not hold one.

    Fields that are not known are passed over: the format may grow.
    """
    try:
        document = Document(
            source=_name(row, "source"),
            key=_name(row, "key"),
            url=_link(row.get("url")),
            title=clean_line(_text(row, "title")),
            kind=clean_line(_text(row, "kind")),
            published_on=date.fromisoformat(_text(row, "published_on")[:10]),
            body=_optional(row, "body"),
            passages=tuple(_passage(p) for p in _list(row["passages"], "passages")),
            presence=Presence(row.get("presence", "live")),
            holding=_flag(row, "holding"),
            corrected_on=date.fromisoformat(row["corrected_on"]) if row.get("corrected_on") else None,
            notes=tuple(
                (date.fromisoformat(day), clean_line(note)) for day, note in _list(row.get("notes") or [], "notes")
            ),
            grouped=_names(row, "grouped"),
            corrects=_names(row, "corrects"),
        )
    except KeyError as missing:
        raise SpoolError(f"no field {missing}") from None
    except (TypeError, ValueError, AttributeError) as wrong:
        raise SpoolError(str(wrong)[:_MAX_SAID]) from None
    if sum(len(p.text) for p in document.passages) > MAX_TEXT:
        raise SpoolError(f"more than {MAX_TEXT:,} characters of text")
    return document


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


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise SpoolError(f"{name} is not text")
    return value


def _optional(row: Mapping[str, Any], name: str) -> str | None:
    """Return a line of text, None where it is absent or nothing of it can be seen."""
    return None if row.get(name) is None else clean_line(_text(row, name)) or None


def _flag(row: Mapping[str, Any], name: str) -> bool:
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise SpoolError(f"{name} is neither true nor false")
    return value


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise SpoolError(f"{name} is not a list")
    return value


def _name(row: Mapping[str, Any], name: str) -> str:
    value = clean_line(_text(row, name))
    if not value or len(value) > 500:
        raise SpoolError(f"{name} is empty or too long")
    return value


def _names(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of names that may be missing; TypeError and its like where it holds anything else."""
    return tuple(_name({name: said}, name) for said in _list(row.get(name) or [], name))


def _link(value: Any) -> str:
    link = safe_link(value) if isinstance(value, str) else None
    if link is None:
        raise SpoolError("url is not an http or https address")
    return link


def _passage(row: Mapping[str, Any]) -> Passage:
    role = _text(row, "role")
    if role not in _ROLES:
        raise SpoolError(f"role is none of {', '.join(sorted(_ROLES))}")
    return Passage(
        role=role,
        text=clean(_text(row, "text")),
        speaker=_optional(row, "speaker"),
        post=_optional(row, "post"),
        url=_link(row["url"]) if row.get("url") else None,
        party=_optional(row, "party"),
        constituency=_optional(row, "constituency"),
        member_id=_number(row, "member_id"),
        citation=_optional(row, "citation"),
        columns=tuple(
            (_number({"column": at}, "column") or 0, clean_line(str(column)))
            for at, column in _list(row.get("columns") or [], "columns")
        ),
    )


def _number(row: Mapping[str, Any], name: str) -> int | None:
    value = row.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise SpoolError(f"{name} is not a number")
    return value


def _passage_row(passage: Passage) -> dict[str, Any]:
    row: dict[str, Any] = {
        "role": passage.role,
        "speaker": passage.speaker,
        "post": passage.post,
        "text": passage.text,
    }
    more = ("url", "party", "constituency", "member_id", "citation")
    row |= {name: said for name in more if (said := getattr(passage, name))}
    return row | ({"columns": [list(turn) for turn in passage.columns]} if passage.columns else {})

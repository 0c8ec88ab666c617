"""What did readers say of the sentences of documents? Sets of labels in the form that the guide of labels gives.

A set is a folder: register.yaml, claims.csv and agreed.csv, and its documents in documents.jsonl. Where the documents
may not be copied, they are found by their keys in a corpus beside, and sentences are given by their number in the
answer (the column `number`, from 1), not by their text. Where labels.csv lies beside, the set was read whole: a
sentence without a row says nothing of the thing. Elsewhere nobody read a pair without a row: it is left out.
"""

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from monitor.judging.claims.mentions import Mention
from monitor.judging.claims.promised_thing import Thing, thing
from monitor.judging.claims.relevant_sentences import Mentions
from monitor.judging.english.speakers import answers
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Commitment
from monitor.model.documents import Document, Version, read_spool
from monitor.registers import load

SAYS = ("done", "part-done", "under-way", "will", "late", "refused", "replaced", "named")
_MARKS = re.compile(r"\W+")
_SHORTEST = 15
"""Letters of a sentence from which it may stand within a longer one that a reader took for one."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader says that a sentence says: one of SAYS; `firm` of will: firm, aim or vague."""

    says: str
    firm: str
    milestone: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A document beside a commitment: its government sentences with their labels, and the relation as agreed.

    `relation` is "none" where the document does not speak of the commitment, None where no reader gave one.
    `quoted`: of each sentence whether it is the decisive one, or one of them.
    """

    set: str
    version: Version
    commitment: Commitment
    thing: Thing
    mentions: tuple[Mention, ...]
    labels: tuple[tuple[Label, ...], ...]
    relation: str | None
    also: frozenset[str]
    quoted: tuple[bool, ...]


def read_set(folder: Path, corpus: Mapping[str, Document]) -> tuple[Pair, ...]:
    """Return the pairs of a set of labels. Raises OSError, KeyError or UserError where the set is not whole."""
    register = load((folder / "register.yaml").read_text(encoding="utf-8"), "register.yaml")
    claims = defaultdict(list)
    for said_so in _rows(folder / "claims.csv"):
        claims[said_so["key"], said_so["commitment"]].append(said_so)
    agreed = {(row["key"], row["commitment"]): row for row in _rows(folder / "agreed.csv")}
    own, whole = folder / "documents.jsonl", (folder / "labels.csv").exists()
    keys = {key for key, _ in (*claims, *agreed)}
    documents = read_documents(own) if own.exists() else {key: corpus[key] for key in sorted(keys)}
    matcher = Matcher(register.commitments)
    pairs = []
    for document in documents.values():
        version = as_published(document)
        matches = matcher.match(version)
        beside = Mentions(matches)
        for match in matches:
            pair = (document.key, match.commitment.id)
            row = agreed.get(pair)
            if row is None and not whole:
                continue
            said = tuple(m for m in beside.of(match) if answers(match.unit.passages[m.passage], document))
            pairs.append(
                Pair(
                    folder.name, version, match.commitment, thing(match.commitment), said,
                    tuple(_labels(said, claims.get(pair, ()))),
                    (row["relation"] or "none") if row else None,
                    frozenset(row["also"].split() if row else ()),
                    tuple(_quoted(said, row or {})),
                )
            )  # fmt: skip
    return tuple(pairs)


def read_documents(file: Path, keys: Collection[str] | None = None) -> dict[str, Document]:
    """Return the documents of a spool file by their keys, those of some keys only where any are given."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        every = (d for _, d in read_spool(lines) if isinstance(d, Document))
        return {d.key: d for d in every if keys is None or d.key in keys}


def as_published(document: Document) -> Version:
    """Return a document as its first version, seen on the day it was published."""
    day = document.published_on
    return Version(document, 1, datetime(day.year, day.month, day.day, tzinfo=UTC), day)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _labels(said: tuple[Mention, ...], rows: Collection[Mapping[str, str]]) -> Iterator[tuple[Label, ...]]:
    squashed = [(_squash(row.get("sentence") or ""), row) for row in rows]
    for number, mention in enumerate(said, 1):
        own = _squash(mention.text)
        yield tuple(
            Label(row["says"], row["firm"], row["milestone"])
            for text, row in squashed
            if (_same(own, text) if text else row.get("number") == str(number))
        )


def _quoted(said: tuple[Mention, ...], row: Mapping[str, str]) -> Iterator[bool]:
    """Yield of each sentence whether a reader took it for the decisive one: by its text, or else by its number."""
    text = _squash(row.get("quote") or "")
    numbers = (row.get("number") or "").split()
    for number, mention in enumerate(said, 1):
        yield _same(_squash(mention.text), text) if text else str(number) in numbers


def _same(own: str, text: str) -> bool:
    return text in own or (own in text and len(own) > _SHORTEST)


def _squash(text: str) -> str:
    return _MARKS.sub("", text.lower())

"""Which files hold the answers given in review, in the form that training reads, and what is in them?"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from monitor.model.documents import Version, to_spool
from monitor.pipeline.service import Service
from monitor.pipeline.tick import facts_of
from monitor.reports.csv_board import cell
from monitor.status.review_labels import AGREED, CLAIMS, LABELS, Key, Labels, Pair, Row, answered, labels


@dataclass(frozen=True, slots=True)
class SetOfLabels:
    """The labels that come of one register, with its text as its file has it."""

    register: str
    text: str
    found: Labels


def sets_of_labels(service: Service) -> tuple[SetOfLabels, ...]:
    """Return a set of labels for each register that people answered questions about."""
    found = (
        SetOfLabels(subject.register.id, text, labels(pairs, _versions(service, pairs)))
        for subject, text in zip(service.subjects, service.texts, strict=True)
        if (pairs := answered(facts_of(service.ledger, subject, service.today())))
    )
    return tuple(one for one in found if one.found.documents)


def _versions(service: Service, pairs: Iterable[Pair]) -> dict[Key, tuple[Version, ...]]:
    return {pair.document: service.ledger.versions(*pair.document) for pair in pairs}


def files(place: Path, one: SetOfLabels) -> Iterator[tuple[Path, str]]:
    """Yield each file of a set of labels, in its folder, with its text."""
    documents = (json.dumps(to_spool(document), ensure_ascii=False) + "\n" for document in one.found.documents)
    yield place / "register.yaml", one.text
    yield place / "documents.jsonl", "".join(documents)
    yield place / "labels.csv", _table(LABELS, one.found.labels)
    yield place / "agreed.csv", _table(AGREED, one.found.agreed)
    yield place / "claims.csv", _table(CLAIMS, one.found.claims)


def _table(head: Row, rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()

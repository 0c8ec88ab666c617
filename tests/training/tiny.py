"""Small sets of labels, made where a test wants them: a register of lighthouses, some answers, and what they say."""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from monitor.model.documents import Document, to_spool
from tests import builders as b

REGISTER = """\
register: tiny
title: Promises
about: A made-up promise
compiled_by: nobody
compiled_on: 2031-06-01
posts:
  lights-minister:
    title: Minister for Lighthouses
    held:
      - {name: Ada Marsh, since: 2029-07-05}
commitments:
  - id: lamp-report
    title: Lamp report
    words: The lamp report will be published by June 2031.
    made: {on: 2031-01-16, by: Ada Marsh, post: lights-minister}
    said_in:
      - {title: Hansard, url: "https://hansard.example.org/1"}
    due: by the end of June 2031
    watch:
      names: [lamp report]
    milestones:
      - id: report
        title: The lamp report published
        expect:
          what: The report is published.
          words: [{things: [lamp report], deeds: [published]}]
        relies_on: [written-questions]
"""
CLAIMS = "key,commitment,says,firm,milestone,number"
AGREED = "key,commitment,milestone,relation,also,number"
SAID = {
    "published": ("The lamp report was published on {} June 2031.", "done", "", "delivers"),
    "later": ("The lamp report will now be published in {} weeks.", "will", "firm", "delays"),
    "aims": ("We aim to publish the lamp report after {} talks.", "will", "aim", "weakens"),
    "works": ("Officials are drafting part {} of the lamp report.", "under-way", "", "progress"),
    "costs": ("The lamp report will also give {} million pounds to harbours.", "will", "firm", "announces"),
    "other": ("Instead of the lamp report we published {} charts.", "replaced", "", "supersedes"),
    "names": ("Keepers know {} pages of the lamp report.", "named", "", "mentions-only"),
    "reply": ("The lamp report was the subject of reply {}.", "named", "", "asks-about"),
}
"""A sentence for each answer, what it says, how firmly, and what the document does."""


def answers(folder: str) -> dict[str, Document]:
    """Return answers of three sentences, the second of which speaks of the lamp report."""
    made = {}
    for n in range(4):
        for name, (said, *_) in SAID.items():
            text = f"Lights matter to sailors. {said.format(n + 2)} Harbour {n} has its own lamp."
            key = f"{folder}-{name}-{n}"
            made[key] = b.answer(text, date(2031, 6, 20), key, question="To ask about lamps.")
    return made


def write(folder: Path, documents: dict[str, Document], *, beside: bool = True) -> Path:
    """Write a set of labels into a folder: its documents too, or only their keys."""
    folder.mkdir(parents=True)
    (folder / "register.yaml").write_text(REGISTER, encoding="utf-8")
    kinds = {key: SAID[key.split("-")[-2]] for key in documents}
    of_claims = ((k, "lamp-report", says, firm, "", 2) for k, (_, says, firm, _) in kinds.items())
    rows(folder / "claims.csv", CLAIMS, of_claims)
    rows(folder / "agreed.csv", AGREED, ((k, "lamp-report", "", does, "", 2) for k, (*_, does) in kinds.items()))
    if beside:
        spool = "".join(f"{json.dumps(to_spool(d))}\n" for d in documents.values())
        (folder / "documents.jsonl").write_text(spool, encoding="utf-8")
    return folder


def rows(file: Path, columns: str, held: Iterable[Sequence[object]]) -> None:
    """Write a table of labels."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([columns.split(","), *held])

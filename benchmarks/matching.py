"""How does matching grow with the number of commitments, beside one FTS5 query or one regex for each commitment?

    python benchmarks/matching.py SPOOL.jsonl[.gz]

The commitments are made of the documents' own words. Each of the three answers the same question: which documents
speak of which commitment (its name, or three words together; FTS5 and the regexes do not look at how near these
stand). The regexes are timed on every 100th document, and that time is multiplied by 100: in full it would take
the better part of an hour. The last line is a JSON object.
"""

import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

from corpora import commitments, documents, lines, versions

from monitor.commitments import Commitment
from monitor.documents import Document
from monitor.matching import Matcher

SIZES = (14, 1_000, 10_000)
SAMPLE = 100


def seconds(work: Callable[[], int]) -> tuple[float, int]:
    """Return the processor seconds that work takes, and what it counted."""
    start = time.process_time()
    counted = work()
    return time.process_time() - start, counted


def ours(held: list[Document], wanted: tuple[Commitment, ...]) -> int:
    matcher = Matcher(wanted)
    return sum(len(matcher.match(version)) for version in versions(held))


def fts5(held: list[Document], wanted: tuple[Commitment, ...]) -> int:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE held USING fts5(text, content='', tokenize='unicode61')")
    base.executemany("INSERT INTO held(rowid, text) VALUES (?, ?)", ((n, _text(d)) for n, d in enumerate(held)))
    found = 0
    for c in wanted:
        together = " AND ".join(f'"{word}"' for (word,) in c.watch.together[0])
        query = f'"{c.watch.names[0]}" OR ({together})'
        found += len(base.execute("SELECT rowid FROM held WHERE held MATCH ?", (query,)).fetchall())
    return found


def regexes(held: list[Document], wanted: tuple[Commitment, ...]) -> int:
    made = []
    for c in wanted:
        words = "".join(rf"(?=.*\b{word}\b)" for (word,) in c.watch.together[0])
        made.append(re.compile(rf"\b{c.watch.names[0]}\b|\A{words}", re.DOTALL))
    texts = [_text(d).lower() for d in held]
    return sum(1 for pattern in made for text in texts if pattern.search(text))


def _text(d: Document) -> str:
    return "\n".join(p.text for p in d.passages)


def main(path: Path) -> None:
    held = documents(lines(path))
    figures: dict[str, float] = {"documents": len(held)}
    for size in SIZES:
        wanted = commitments(held, size)
        taken, found = seconds(lambda wanted=wanted: ours(held, wanted))
        figures[f"ours_{size}"] = taken
        print(f"{size:>6} commitments: {taken:7.2f} s, {len(held) / taken:9,.0f} documents/s, {found:,} matches")
    wanted = commitments(held, SIZES[-1])
    figures["fts5"], found = seconds(lambda: fts5(held, wanted))
    print(f"one FTS5 query each: {figures['fts5']:7.2f} s, {found:,} matches")
    sampled, found = seconds(lambda: regexes(held[::SAMPLE], wanted))
    figures["regex"] = sampled * SAMPLE
    print(f"one regex each: {figures['regex']:7.0f} s by a sample of 1 in {SAMPLE} documents, {found:,} matches in it")
    figures["growth"] = figures[f"ours_{SIZES[-1]}"] / figures[f"ours_{SIZES[0]}"]
    figures["speedup"] = min(figures["fts5"], figures["regex"]) / figures[f"ours_{SIZES[-1]}"]
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

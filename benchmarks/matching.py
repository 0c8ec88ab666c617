"""How does matching grow with the number of commitments, beside one FTS5 query or one regex for each commitment?

    python benchmarks/matching.py [SPOOL.jsonl[.gz]]

Without a file, the corpus beside the project is read; where there is none, as many documents are made up, and the
result says so. The commitments are made of the documents' own words. All three start from the same documents in memory
and answer the same question: which documents speak of which commitment, by its name, or by three words that stand
within 80 of each other. What each has to make first (our index, FTS5's, the compiled regexes) is in its time, and so
is reading all that it found. Ours also says how surely and why; where in the text is worked out when asked for, and is
not asked here. FTS5 and we part words differently at apostrophes, so the pairs differ a little: `fts5_same` is the
share of our pairs that FTS5 found as well. The regexes do not look at how near words stand; they are timed on every
100th document, and that time is multiplied by 100, as in full it would take the better part of an hour.

Times are processor seconds. `growth` is ours at the most commitments over ours at the fewest; `speedup` is the better
of the two others over ours, below 1 where ours is slower. `arriving_ours` and `arriving_fts5` are the first 1,500
documents in parts of 50, as scans bring them: there FTS5 is asked every query for each part. The last line is a JSON
object.
"""

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from corpora import CORPUS, commitments, documents, lines, made, versions

from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Commitment
from monitor.model.documents import Document

SIZES = (14, 1_000, 10_000)
SAMPLE = 100
WITHIN = 80
"""Words from the first to the last of three, up to which they count as standing together."""
ARRIVING, PART = 1_500, 50
Found = TypeVar("Found")
Pairs = set[tuple[str, str]]
"""Documents by their keys, with the commitments that they speak of."""


def seconds(work: Callable[[], Found]) -> tuple[float, Found]:
    """Return the processor seconds that work takes, and what it found."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def ours(held: list[Document], wanted: tuple[Commitment, ...]) -> Pairs:
    matcher = Matcher(wanted)
    return matched(matcher, held)


def matched(matcher: Matcher, held: list[Document]) -> Pairs:
    return {(version.document.key, m.commitment.id) for version in versions(held) for m in matcher.match(version)}


def fts5(held: list[Document], wanted: tuple[Commitment, ...]) -> Pairs:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE held USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0')")
    base.executemany("INSERT INTO held(rowid, text) VALUES (?, ?)", ((n, _text(d)) for n, d in enumerate(held)))
    found: Pairs = set()
    for c in wanted:
        together = " ".join(f'"{word}"' for (word,) in c.watch.together[0])
        query = f'"{c.watch.names[0]}" OR NEAR({together}, {WITHIN - 1})'
        rows = base.execute("SELECT rowid FROM held WHERE held MATCH ?", (query,))
        found.update([(held[n].key, c.id) for (n,) in rows])
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


def arriving(held: list[Document], wanted: tuple[Commitment, ...]) -> dict[str, float]:
    parts = [held[n : n + PART] for n in range(0, ARRIVING, PART)]
    matcher = Matcher(wanted)
    mine, _ = seconds(lambda: [matched(matcher, part) for part in parts])
    theirs, _ = seconds(lambda: [fts5(part, wanted) for part in parts])
    print(f"{ARRIVING:,} documents, {PART} at a time: {mine:.2f} s; FTS5 {theirs:.2f} s")
    return {"arriving_ours": mine, "arriving_fts5": theirs}


def measured(held: list[Document]) -> dict[str, float]:
    figures: dict[str, float] = {"documents": len(held)}
    pairs: Pairs = set()
    for size in SIZES:
        wanted = commitments(held, size)
        taken, pairs = seconds(lambda wanted=wanted: ours(held, wanted))
        figures[f"ours_{size}"] = taken
        print(f"{size:>6} commitments: {taken:7.2f} s, {len(held) / taken:9,.0f} documents/s, {len(pairs):,} pairs")
    wanted = commitments(held, SIZES[-1])
    figures["fts5"], theirs = seconds(lambda: fts5(held, wanted))
    figures["fts5_same"] = len(pairs & theirs) / len(pairs)
    print(f"one FTS5 query each: {figures['fts5']:7.2f} s, {len(theirs):,} pairs, {len(pairs & theirs):,} the same")
    sampled, found = seconds(lambda: regexes(held[::SAMPLE], wanted))
    figures["regex"] = sampled * SAMPLE
    print(f"one regex each: {figures['regex']:7.0f} s by a sample of 1 in {SAMPLE} documents, {found:,} pairs in it")
    figures["growth"] = figures[f"ours_{SIZES[-1]}"] / figures[f"ours_{SIZES[0]}"]
    figures["speedup"] = min(figures["fts5"], figures["regex"]) / figures[f"ours_{SIZES[-1]}"]
    return figures | arriving(held, wanted)


def main(path: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        of = "file" if path else "corpus" if CORPUS.exists() else "made up"
        held = documents(lines(path or (CORPUS if CORPUS.exists() else made(Path(folder) / "made.jsonl"))))
    figures: dict[str, Any] = {"of": of, **measured(held)}
    print(json.dumps({name: round(v, 3) if isinstance(v, float) else v for name, v in figures.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)

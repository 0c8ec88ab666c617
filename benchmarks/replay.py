"""What does it cost to judge everything held again, as a multiple of reading and decoding the same file?

    python benchmarks/replay.py [SPOOL.jsonl[.gz]]

Without a file, the corpus beside the project is read; where there is none, as many documents are made up, and the
result says so. The documents are first taken into a state of their own (SQLite, in a temporary folder), which is not
timed. Timed is what `bywhen replay` does from there: read every version from the state, judge it by today's rules and
the shipped register, and tell the whole story again with its statuses, beside what was recorded. Not timed, as it does
not grow with the documents: starting Python, and reading the register.

Beside it: reading the same file, unpacking it, and decoding each line as JSON. Both are processor seconds, the middle
one of several runs. The last line is a JSON object; `multiple` is the one over the other.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from corpora import CORPUS, NOW, documents, lines, made

from monitor.judging.judge import judge
from monitor.pipeline.coverage.file_harvests import harvests
from monitor.pipeline.queries import replayed_stories
from monitor.pipeline.replay import UNREAD
from monitor.pipeline.service import Service
from monitor.registers import SHIPPED, load, shipped
from state.ledger import open_ledger

TIMES = 3


def seconds(work: Callable[[], Any]) -> float:
    """Return the processor seconds that work takes, the middle one of several runs."""
    return median(_once(work) for _ in range(TIMES))


def _once(work: Callable[[], Any]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def decode(path: Path) -> int:
    return sum(len(json.loads(line)) > 0 for line in lines(path))


def measured(path: Path, state: str) -> dict[str, Any]:
    ledger = open_ledger(state)
    try:
        service = Service((load(shipped(), SHIPPED),), ledger, (), lambda: NOW, holder="benchmark")
        service.ingest(harvests(documents(lines(path)), NOW))
        return _parts(path, service)
    finally:
        ledger.close()


def _parts(path: Path, service: Service) -> dict[str, Any]:
    (subject,) = service.subjects
    (told,) = replayed_stories(service, None, service.today())
    held = [v for batch in service.ledger.unread(UNREAD) for v in batch]
    parts = {
        "decode": seconds(lambda: decode(path)),
        "replay": seconds(lambda: replayed_stories(service, None, service.today())),
        "reading": seconds(lambda: sum(len(batch) for batch in service.ledger.unread(UNREAD))),
        "judging": seconds(lambda: sum(len(judge(subject.matcher, version)) for version in held)),
    }
    parts["telling"] = max(0.0, parts["replay"] - parts["reading"] - parts["judging"])
    counted = {"documents": told.documents, "changes": len(told.follows), "statuses": len(told.statuses)}
    return {**counted, **parts, "multiple": parts["replay"] / parts["decode"]}


def main(path: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        of = "file" if path else "corpus" if CORPUS.exists() else "made up"
        path = path or (CORPUS if CORPUS.exists() else made(Path(folder) / "made.jsonl"))
        figures = {"of": of, **measured(path, str(Path(folder) / "state.sqlite"))}
    for name in ("decode", "reading", "judging", "telling", "replay"):
        print(f"{name:>8}: {figures[name]:6.2f} s")
    print(
        f"{figures['documents']:,} documents ({of}): {figures['multiple']:.1f} times the time to read and decode them"
    )
    print(json.dumps({name: round(v, 3) if isinstance(v, float) else v for name, v in figures.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)

"""What does judging one file take, by the code that is on the path? Run by judging.py, for today's code and an old one.

It needs of a checkout only what both have: documents, registers, the matcher and judge. Modules have other names in
the old one.
"""

import gzip
import json
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from monitor.judging.judge import judge
from monitor.registers import SHIPPED, load, shipped

try:
    from monitor.judging.matching.matcher import Matcher
    from monitor.model.documents import Document, Passage, Version, read_spool
except ImportError:  # the judge of rules
    from monitor.documents import Document, Passage, Version, read_spool  # type: ignore[import-not-found,no-redef]
    from monitor.matching.matcher import Matcher  # type: ignore[import-not-found,no-redef]

TIMES = 2
PASSAGES, FEW = 20_000, 4
_WORD = re.compile(r"\w+")


def seconds(work: Callable[[], int]) -> tuple[float, int]:
    """Return the processor seconds of the best of some runs, and what was counted."""
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        counted = work()
        taken.append(time.process_time() - start)
    return min(taken), counted


def yardstick(lines: list[str]) -> int:
    """Decode every line and count its words: work of the machine and of Python, and of nothing that is ours."""
    counts: Counter[str] = Counter()
    for line in lines:
        for passage in json.loads(line).get("passages", ()):
            counts.update(_WORD.findall(passage["text"].lower()))
    return len(counts)


def long(matcher: Matcher, names: list[str]) -> float:
    """Return the time of one document of many passages that all speak of some promises."""
    said = "In line with the {0}, keepers train. The {0} will be published in May, for harbour {1}."
    passages = tuple(
        Passage(("question", "answer")[n % 2], said.format(names[n // 2 % len(names)], n)) for n in range(PASSAGES)
    )
    url = "https://questions-statements.parliament.uk/written-questions/detail/2026-06-01/1"
    on = date(2026, 6, 1)
    document = Document("written-questions", "1", url, "", "written-answer", on, None, passages)
    version = Version(document, 1, datetime(2026, 6, 1, tzinfo=UTC), on)
    start = time.process_time()
    judge(matcher, version)
    return time.process_time() - start


def main(spool: Path, registers: list[Path], *, lengthy: bool) -> None:
    packed = spool.read_bytes()
    lines = (gzip.decompress(packed) if spool.suffix == ".gz" else packed).decode().splitlines()
    texts = [(f.read_text(encoding="utf-8"), f.name) for f in registers] or [(shipped(), SHIPPED)]
    known = [replace(c, id=f"{n}-{c.id}") for n, text in enumerate(texts) for c in load(*text).commitments]
    matcher = Matcher(known)
    documents = [d for _, d in read_spool(lines) if isinstance(d, Document)]
    versions = [Version(d, 1, datetime(2026, 7, 31, tzinfo=UTC), d.published_on) for d in documents]
    judge(matcher, versions[0])
    measure, _ = seconds(lambda: yardstick(lines))
    match, matched = seconds(lambda: sum(len(matcher.match(v)) for v in versions))
    judged, pieces = seconds(lambda: sum(len(judge(matcher, v)) for v in versions))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "documents": len(documents), "commitments": len(known), "matches": matched, "pieces": pieces,
        "yardstick": measure, "match": match, "judge": judged, "documents_per_second": len(documents) / judged,
        "peak_mb": peak / (2**20 if sys.platform == "darwin" else 2**10),
    }  # fmt: skip
    if lengthy:
        figures["long"] = long(matcher, [c.watch.names[0] for c in known if c.watch.names][:FEW])
    print(json.dumps({name: round(float(value), 4) for name, value in figures.items()}))


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--long"]
    main(Path(words[0]), [Path(word) for word in words[1:]], lengthy="--long" in sys.argv)

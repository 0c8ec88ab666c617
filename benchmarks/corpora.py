"""What do the benchmarks read, and which commitments are made of it?"""

import gzip
import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from monitor.model.commitments import Commitment, Expectation, Link, Milestone, Post, Tenure, Watch, WordsExpected
from monitor.model.documents import Document, Passage, Version, read_spool, to_spool

NOW = datetime(2026, 7, 31, tzinfo=UTC)
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "written-answers.jsonl.gz"
"""Real written answers, where they stand beside the project."""
_WORD = re.compile(r"[a-z]{4,}")


def lines(path: Path) -> list[str]:
    """Return the lines of a spool file, packed or not."""
    packed = path.read_bytes()
    return (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode().split("\n")[:-1]


def documents(spool: list[str]) -> list[Document]:
    """Return the documents of spool lines."""
    return [found for _, found in read_spool(spool) if isinstance(found, Document)]


def versions(held: list[Document]) -> list[Version]:
    """Return each document as the first version of itself."""
    return [Version(d, 1, NOW, d.published_on) for d in held]


def made(path: Path, number: int = 15_000) -> Path:
    """Write a spool of questions and answers made up of words that are as unevenly common as words are; return it."""
    chance = random.Random(4)
    known = ["".join(chance.choices("aeioulnrstdm", k=chance.randint(2, 11))) for _ in range(20_000)]
    shares = list(itertools.accumulate(1 / n for n in range(1, len(known) + 1)))

    def text(length: int) -> str:
        return f"To ask {' '.join(chance.choices(known, cum_weights=shares, k=length))}."

    with path.open("w", encoding="utf-8") as spool:
        for n in range(number):
            spoken = (Passage("question", text(40)), Passage("answer", "\n\n".join(text(45) for _ in range(3))))
            url = f"https://questions-statements-api.parliament.uk/api/writtenquestions/questions/{n}"
            on = date(2024, 1, 1) + timedelta(days=n % 500)
            paper = Document("written-questions", str(n), url, "", "written-answer", on, None, spoken)
            spool.write(json.dumps(to_spool(paper), ensure_ascii=False) + "\n")
    return path


def commitments(held: list[Document], number: int) -> tuple[Commitment, ...]:
    """Return commitments made of what the documents ask about: a pair of words, and a triple that stands together."""
    common = Counter(word for d in held for word in set(_WORD.findall(_asked(d))))
    made = (_commitment(n, pair, rare) for n, (pair, rare) in enumerate(_subjects(held, common)))
    return tuple(next(made) for _ in range(number))


def _subjects(held: list[Document], common: Counter[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for d in held:
        words = _WORD.findall(_asked(d))
        pairs = [f"{a} {b}" for a, b in itertools.pairwise(words) if common[a] < 300 and common[b] < 300]
        rare = sorted(set(words), key=lambda w: (common[w], w))[:3]
        fresh = [p for p in pairs if p not in seen]
        if fresh and len(rare) == 3:
            seen.add(fresh[0])
            yield fresh[0], tuple(rare)


def _asked(d: Document) -> str:
    return d.passages[0].text.lower() if d.passages else ""


def _commitment(n: int, name: str, rare: tuple[str, ...]) -> Commitment:
    post = Post("minister", "A minister", (Tenure("A. Minister", date(2020, 1, 1), None, None),))
    expect = Expectation("It is published.", (), (WordsExpected((name,), ("published",)),))
    milestone = Milestone("published", "Published", date(2020, 1, 1), None, expect, ("written-questions",))
    watch = Watch(names=(name,), together=(tuple((word,) for word in rare),))
    return Commitment(
        id=f"c{n:05}",
        title=name,
        words=name,
        made_on=date(2020, 1, 1),
        made_by="A. Minister",
        post=post,
        said_in=(Link("Hansard", "https://hansard.parliament.uk/"),),
        due=None,
        watch=watch,
        milestones=(milestone,),
    )

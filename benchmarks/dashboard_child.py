"""What does one process of the benchmark of the dashboard measure? Run by dashboard.py, which says what for.

python benchmarks/dashboard_child.py make|bare|ours STATE PROMISES PIECES
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from monitor.model import commitments as c
from monitor.model.commitments import Commitment, Register
from monitor.model.documents import Document, Passage, Version
from monitor.model.due import Due
from monitor.model.evidence import Citation, Evidence, Relation
from monitor.model.ports import Entry
from monitor.model.sources import Span
from monitor.pipeline.service import Service
from state.ledger import open_ledger
from tui.app import BywhenApp

SOURCE, TITLE = "written-questions", "Publish a plan for harbour"
TODAY, FIRST = date(2026, 7, 31), date(2025, 1, 6)
REGISTERS, BATCH, DAYS = 10, 2_000, 500
COLUMNS = ("Status", "Commitment", "Due", "Flags")
SIZE, PAGES, LETTERS = (120, 36), 20, "harbour7"
QUIET, PATIENCE = 0.3, 120.0
"""Seconds without a change after which a screen counts as painted; and those after which it is given up."""


def now() -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def promise(n: int) -> Commitment:
    post = c.Post("minister", "Minister for Harbours", (c.Tenure("Ada Marsh", date(2024, 7, 5), None, None),))
    opens = date(2025, 6, 1) + timedelta(days=n % DAYS)
    due = Due("by the summer", opens, opens + timedelta(days=60), "the summer ends with August", FIRST)
    expect = c.Expectation("It is published.", (), (c.WordsExpected((f"harbour plan {n}",), ("published",)),))
    milestone = c.Milestone("published", f"Plan for harbour {n}", FIRST, due, expect, (SOURCE,))
    words = f"We will publish a plan for harbour {n} by the summer."
    said_in = (c.Link("Statement on harbours", "https://hansard.parliament.uk/"),)
    watch = c.Watch((f"harbour plan {n}",))
    return c.Commitment(f"c{n:05}", f"{TITLE} {n}", words, FIRST, "Ada Marsh", post, said_in, due, watch, (milestone,))


def registers(promises: int) -> tuple[Register, ...]:

    every = [promise(n) for n in range(promises)]
    return tuple(
        Register(f"r{i}", f"Register {i}", "", FIRST, tuple(every[i::REGISTERS]), (), (), f"digest{i}")
        for i in range(REGISTERS)
    )


def service(place: Path, promises: int) -> Service:

    return Service(registers(promises), open_ledger(str(place)), (), now, holder="benchmark")


def make(place: Path, promises: int, pieces: int) -> dict[str, float]:
    """Make the state; return what the service takes to work out the board of it, which leaves its rows there."""

    start, ledger, each = time.perf_counter(), open_ledger(str(place)), 5
    answers = pieces // each
    for first in range(0, answers, BATCH):
        versions: list[Version] = []
        found: dict[str, list[Evidence]] = {f"digest{i}": [] for i in range(REGISTERS)}
        for d in range(first, min(first + BATCH, answers)):
            version = answer(d)
            versions.append(version)
            for nth in range(each):
                n = (d * each + nth) % promises
                found[f"digest{n % REGISTERS}"].append(piece(version, d, n, nth))
        told = {digest: tuple(some) for digest, some in found.items()}
        ledger.record(Entry(SOURCE, now(), Span(FIRST, TODAY), tuple(versions), told))
    ledger.close()
    made, asked = time.perf_counter(), service(place, promises)
    board = asked.board()
    counts = {status.value: number for status, number in board.counts}
    return counts | {"made_seconds": made - start, "cold_seconds": time.perf_counter() - made, "cold_mb": peak()}


def answer(d: int) -> Version:

    day = FIRST + timedelta(days=1 + d % DAYS)
    passage = Passage("answer", f"The work on the harbour plans goes on, part {d}.", "Ada Marsh")
    url = f"https://questions-statements.parliament.uk/written-questions/detail/{day}/{d}"
    return Version(
        Document(SOURCE, str(d), url, f"Harbours, {d}", "written-answer", day, None, (passage,)), 1, now(), day
    )


def piece(version: Version, d: int, n: int, nth: int) -> Evidence:

    done = Relation.DELIVERS if n % 7 == 0 else Relation.ANNOUNCES
    relation = (Relation.PROGRESS, Relation.MENTIONS_ONLY, Relation.ASKS_ABOUT, Relation.PROGRESS, done)[(d + nth) % 5]
    paper = version.document
    cited = Citation(SOURCE, paper.key, 1, paper.url, paper.title, paper.published_on, version.since)
    quote = f"The plan for harbour {n} has been worked on further, part {d}."
    reasons = ("names the harbour plan", "says that work goes on")
    return Evidence(cited, f"c{n:05}", "published", relation, 0.8, quote, reasons, paper.url)


def bare(place: Path, promises: int) -> App[None]:
    """Return an app that is a DataTable with the rows of the board, and nothing else."""

    rows = [
        (r.status.value, r.commitment.title, r.due.said if r.due else "", ", ".join(f.word for f in r.flags))
        for r in service(place, promises).board().rows
    ]

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable(cursor_type="row")

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            table.add_columns(*COLUMNS)
            table.add_rows(rows)
            table.focus()

    return Bare()


async def measured(made: Callable[[], App[Any]], *, filters: bool) -> dict[str, float]:
    """Return how long an app takes to paint a board, a page further down, and what a filter leaves."""
    start = time.perf_counter()
    app = made()
    app.animation_level = "none"
    async with app.run_test(size=SIZE):
        while TITLE not in painted(app):
            if time.perf_counter() - start > PATIENCE:
                raise SystemExit(f"no promise was painted within {PATIENCE:g} seconds:\n{painted(app)}")
            await asyncio.sleep(0.005)
        figures = {"first": time.perf_counter() - start}
        await repainted(app, None)
        pages = [await repainted(app, "pagedown") for _ in range(PAGES)]
        figures["page"] = median(pages)
        if filters:
            await repainted(app, "slash")
            figures["letter"] = max([await repainted(app, letter) for letter in LETTERS])
        return figures | {"peak_mb": peak()}


async def repainted(app: App[Any], key: str | None) -> float:
    """Press a key; return the seconds until what is painted changed for the last time before it came to rest."""
    before, start = painted(app), time.perf_counter()
    if key is not None:
        app.simulate_key(key)
    last = start
    while time.perf_counter() - max(last, start) < QUIET:
        await asyncio.sleep(0.001)
        seen = painted(app)
        if seen != before:
            before, last = seen, time.perf_counter()
    if key is not None and last == start:
        raise SystemExit(f"nothing was painted anew after {key}:\n{before}")
    return last - start


def painted(app: App[Any]) -> str:
    """Return what stands on the screen, in words."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual says it nowhere else but in a picture
    return "\n".join(strip.text for strip in strips)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def run(what: str, place: Path, promises: int, pieces: int) -> dict[str, float]:
    if what == "make":
        return make(place, promises, pieces)
    if what == "bare":
        app = bare(place, promises)
        return asyncio.run(measured(lambda: app, filters=False))
    asked = service(place, promises)
    return asyncio.run(measured(lambda: BywhenApp(asked), filters=True))


if __name__ == "__main__":
    said = sys.argv[1:]
    print(json.dumps(run(said[0], Path(said[1]), *map(int, said[2:]))))

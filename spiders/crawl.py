"""How does a source become a Harvest? A child process reads it into a spool; here the spool and the stats are weighed.

    job → child process → spool (JSON lines) + stats → Harvest

A crawl's exit code is 0 whatever happened to it, so it counts for nothing. What counts: that it finished of its
own accord, that nothing raised, that every request was answered, and that every line of its spool is a document.
"""

import asyncio
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from monitor.cleaning import clean_line
from monitor.documents import Document, read_spool
from monitor.ports import Clock, Progress, Watchlist
from monitor.sources import Card, Harvest, Problem
from spiders.children import GRACE, Child
from spiders.jobs import Departments, Job
from spiders.probe import Probe
from spiders.settings import TIMEOUT

LIMIT = timedelta(hours=2)
"""The longest a crawl may take; a pass over many days at a slow pace is still shorter."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where and how a source is read, where that differs from its card.

    In seconds: `delay` between two requests, `timeout` for one answer, `grace` for a crawl that is to stop.
    """

    address: str | None = None
    delay: float | None = None
    departments: Departments = field(default_factory=Departments)
    limit: timedelta = LIMIT
    timeout: float = TIMEOUT
    grace: float = GRACE


class CrawledSource:
    """A source read by one of our spiders, each pass in a child process of its own (a monitor.ports.Source)."""

    def __init__(self, card: Card, clock: Clock, reach: Reach | None = None) -> None:
        self._card = card
        self._clock = clock
        self._reach = reach or Reach()
        self._probe = Probe(card, self._address, self._reach.departments)

    @property
    def card(self) -> Card:
        return self._card

    @property
    def _address(self) -> str:
        return self._reach.address or self._card.address

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        """Return what was published from `since` to `until`, both included; trouble comes back as problems.

        Cancelling it ends the child first, then goes on as a cancellation.
        """
        job, started, name = self._job(since, until, watch), self._clock(), self._card.name
        try:
            late, documents, stats, problems = await self._read(job, tell)
        except OSError as wrong:  # no room for a spool, no process to be had
            late, documents, stats = False, (), {}
            problems = (Problem(name, "crashed", f"the crawl could not be run: {clean_line(str(wrong))}"),)
        return Harvest(
            source=name,
            since=since,
            until=until,
            started=started,
            ended=self._clock(),
            documents=documents,
            problems=problems,
            stopped=late or stats.get("finish_reason") in (None, "shutdown", "parent-gone"),
            requests=int(stats.get("requests", 0)),
            bytes=int(stats.get("bytes", 0)),
            offered=stats.get("offered"),
        )

    async def changed(self, watch: Watchlist) -> bool:
        """Return whether a crawl is worth starting: False only where the newest item is the one seen last time.

        Minor edits and silent ones move nothing a probe could see, so where something is watched it is always worth it.
        """
        return bool(watch.pages or watch.keys) or await self._probe.moved(self._clock())

    def _job(self, since: date, until: date, watch: Watchlist) -> Job:
        delay = self._card.delay if self._reach.delay is None else self._reach.delay
        followed = self._reach.departments
        return Job(
            self._card.name, self._address, since, until, delay, watch.pages, watch.terms, watch.keys,
            followed.organisations, followed.bodies,
        )  # fmt: skip

    async def _read(
        self, job: Job, tell: Callable[[Progress], None]
    ) -> tuple[bool, tuple[Document, ...], dict[str, Any], tuple[Problem, ...]]:
        """Return whether a crawl took too long, its documents, its stats and its problems."""
        with tempfile.TemporaryDirectory(prefix="bywhen-") as place:
            folder = Path(place)
            late = await self._crawl(job, folder, lambda n, doing: tell(Progress(job.source, n, clean_line(doing))))
            documents, stats, problems = _weighed(job.source, folder)
        if late:
            problems = (*problems, Problem(job.source, "too-long", f"stopped after {self._reach.limit}", job.address))
        return late, documents, stats, problems

    async def _crawl(self, job: Job, folder: Path, tell: Callable[[int, str], None]) -> bool:
        """Run the child to its end; return whether it had to be stopped for taking too long."""
        (folder / "job.json").write_text(job.dump(), encoding="utf-8")
        given = ("--into", str(folder / "spool"), "--job", str(folder / "job.json"))
        child = await Child.started((job.source, *given, "--timeout", str(self._reach.timeout)), folder)
        try:
            async with asyncio.timeout(self._reach.limit.total_seconds()):
                await child.heard(tell)
        except TimeoutError:
            return True
        finally:
            await _surely(child.stop(self._reach.grace))
        return False


async def _surely(stopping: Any) -> None:
    """Wait until a child is gone, even if we are cancelled a second time meanwhile; then go on being cancelled."""
    task = asyncio.ensure_future(stopping)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as again:
            cancelled = again
    if cancelled:
        raise cancelled
    task.result()


def _weighed(source: str, folder: Path) -> tuple[tuple[Document, ...], dict[str, Any], tuple[Problem, ...]]:
    """Return the documents of a spool, the crawl's stats, and every problem that either tells of."""
    stats = _stats(folder / "spool.stats.json")
    documents, unfit = _spooled(folder / "spool", source)
    told = tuple(Problem(source, p["kind"], clean_line(p["seen"]), p["where"]) for p in stats.get("problems", ()))
    return documents, stats, (*told, *unfit, *_doubts(source, stats, len(documents), folder / "log"))


def _doubts(source: str, stats: dict[str, Any], read: int, log: Path) -> Iterator[Problem]:
    """Yield what speaks against a crawl besides the problems it told of itself."""
    reason = stats.get("finish_reason")
    if not stats:
        yield Problem(source, "crashed", f"the crawl left no account of itself: {_last_words(log)}")
    elif raised := stats.get("raised"):
        yield Problem(source, "crashed", f"the spider raised {', '.join(raised)}: {_last_words(log)}")
    elif reason == "failing":
        yield Problem(source, "given-up", "so many requests failed in a row that the crawl ended early")
    elif reason != "finished":
        yield Problem(source, "stopped", f"the crawl did not finish: {reason or 'killed'}")
    elif stats["documents"] != read or stats["found"] != read + stats["refused"]:
        seen = f"{stats['found']} documents were found and {read} written"
        yield Problem(source, "crashed", f"{seen}: {_last_words(log)}")


def _stats(path: Path) -> dict[str, Any]:
    """Return a crawl's own account, empty where it left none: it was killed, or never began."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _spooled(path: Path, source: str) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the documents of a spool, each key once, the last reading of it; and the lines that hold none."""
    found: dict[str, Document] = {}
    unfit = []
    if path.exists():
        with path.open(encoding="utf-8", errors="replace") as lines:
            for number, read in read_spool(lines):
                if isinstance(read, Document) and read.source == source:
                    found[read.key] = read
                else:
                    unfit.append(Problem(source, "unfit", f"line {number} of the spool: {read}"[:300]))
    return tuple(found.values()), tuple(unfit)


def _last_words(log: Path) -> str:
    """Return the last line of a crawl's log."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace")[-4000:].split("\n")
    except OSError:
        return "no log"
    return clean_line(next((line for line in reversed(lines) if line.strip()), "an empty log"))[:300]

"""How does a source become a Harvest? A child process reads it into a spool; here the spool and the stats are weighed.

    job → child process → spool (JSON lines) + stats → Harvest

A crawl's exit code is 0 whatever happened to it, so it counts for nothing. What counts: that it finished of its
own accord, that nothing raised, that every request was answered, and that every line of its spool is a document.
"""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document
from monitor.model.london import london_day
from monitor.model.ports import Clock, Progress, Watchlist
from monitor.model.sources import COMMITTEES, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Card, Harvest, Problem, Visit
from monitor.pipeline.coverage.revisit_queue import next_visits
from spiders.child_process import GRACE, ChildProcess
from spiders.fork_server import ForkServer
from spiders.jobs import Departments, Job
from spiders.pacing import PACE
from spiders.probe_requests import asking, settled
from spiders.settings import TIMEOUT
from spiders.spool_folders import spool_folder
from spiders.spool_reader import Written, spooled

LIMIT = timedelta(hours=2)
"""The longest a crawl may take; a pass over many days at a slow pace is still shorter."""

_GIVEN_UP = {
    "failing": "so many requests failed in a row that the crawl was ended early",
    "sent-away": "the server asked bywhen to stay away for longer than a crawl waits",
}
"""What to say of a crawl that ended early, by Scrapy's reason; spiders.source_spider gives it."""

_IN_TURN = (WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, COMMITTEES)
"""The sources of which what is relied on is read again in turn, a few in each pass. Others see to it themselves."""


@dataclass(frozen=True, slots=True)
class CrawlBounds:
    """Where and how a source is read, where that differs from its card.

    In seconds: `delay` between two requests, `timeout` for one answer, `grace` for a crawl that is to stop.
    """

    address: str | None = None
    delay: float | None = None
    limit: timedelta = LIMIT
    timeout: float = TIMEOUT
    grace: float = GRACE


class CrawledSource:
    """A source read by one of our spiders, each pass in a child process of its own (a monitor.model.ports.Source)."""

    def __init__(
        self, card: Card, clock: Clock, reach: CrawlBounds | None = None, fork_server: ForkServer | None = None
    ) -> None:
        self._card = card
        self._clock = clock
        self._reach = reach or CrawlBounds()
        self._fork_server = fork_server
        self._ahead: timedelta | None = None

    @property
    def card(self) -> Card:
        return self._card

    @property
    def clock_ahead(self) -> timedelta | None:
        """By how much our clock was ahead of the server's when it answered last; None where it did not say."""
        return self._ahead

    @property
    def _address(self) -> str:
        return self._reach.address or self._card.address

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        """Return what was published from `since` to `until`, both included; trouble comes back as problems.

        Cancelling it ends the child first, then goes on as a cancellation.
        """
        job, started, name = self._job(since, until, watch), self._clock(), self._card.name
        await PACE.wait(job.host, job.delay)
        try:
            late, documents, stats, problems = await self._read(job, tell)
        except OSError as wrong:  # no room for a spool, no process to be had
            late, documents, stats = False, (), {}
            problems = (Problem(name, "crashed", f"the crawl could not be run: {clean_line(str(wrong))}"),)
        finally:
            PACE.asked(job.host, job.delay)
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
            visits=tuple(Visit(**visit) for visit in stats.get("visits", ())),
            listed=int(stats.get("listed", 0)),
        )

    async def changed(self, watch: Watchlist) -> str | Problem | bool:
        """Return the mark of the newest thing there is; a problem where nobody answers at all.

        What is wrong with an answer that did come is for a crawl to find out: it waits, and asks again. So True then.
        """
        from spiders.probe import NOBODY, asks, newest  # noqa: PLC0415 - httpx: who only reads need not wait for it

        if not asks(self._card.name, watch):
            return False
        await PACE.wait(urlsplit(self._address).hostname or "", self._delay)
        day = london_day(self._clock())
        name = self._card.name
        self._ahead = None
        look = await newest(self._card, day, self._address, served=self._heard)
        if isinstance(look, Problem):
            return look if look.kind in NOBODY else True
        return f"{asking(self._card, self._address, day)} {look.mark}" if settled(name, look.mark, day) else True

    def _heard(self, served: datetime) -> None:
        self._ahead = self._clock() - served

    @property
    def _delay(self) -> float:
        return self._card.delay if self._reach.delay is None else self._reach.delay

    def _job(self, since: date, until: date, watch: Watchlist) -> Job:
        followed, name = Departments.of(self._card), self._card.name
        keys = next_visits(watch.keys, watch.visits) if name in _IN_TURN else watch.keys
        return Job(
            name, self._address, since, until, self._delay, watch.pages, watch.terms, keys,
            followed.organisations, followed.bodies, titles=watch.titles, visits=watch.visits,
            today=london_day(self._clock()),
        )  # fmt: skip

    async def _read(
        self, job: Job, tell: Callable[[Progress], None]
    ) -> tuple[bool, tuple[Document, ...], dict[str, Any], tuple[Problem, ...]]:
        """Return whether a crawl took too long, its documents, its stats and its problems."""
        with spool_folder() as folder:
            late = await self._crawl(job, folder, lambda n, doing: tell(Progress(job.source, n, clean_line(doing))))
            documents, stats, problems = _weighed(job.source, folder, spooled(folder / "spool", job.source))
        if late:
            problems = (*problems, Problem(job.source, "too-long", f"stopped after {self._reach.limit}", job.address))
        return late, documents, stats, problems

    async def _crawl(self, job: Job, folder: Path, tell: Callable[[int, str], None]) -> bool:
        """Run the child to its end; return whether it had to be stopped for taking too long."""
        (folder / "job.json").write_text(job.dump(), encoding="utf-8")
        given = ("--into", str(folder / "spool"), "--job", str(folder / "job.json"))
        child = await ChildProcess.started(
            (job.source, *given, "--timeout", str(self._reach.timeout)), folder, self._fork_server
        )
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


def _weighed(
    source: str, folder: Path, written: Written
) -> tuple[tuple[Document, ...], dict[str, Any], tuple[Problem, ...]]:
    """Return the documents of a spool, the crawl's stats, and every problem that either tells of."""
    stats = _stats(folder / "spool.stats.json")
    told = tuple(Problem(source, p["kind"], clean_line(p["seen"]), p["where"]) for p in stats.get("problems", ()))
    doubts = _doubts(source, stats, written.lines, folder / "log")
    return written.documents, stats, (*told, *written.problems, *doubts)


def _doubts(source: str, stats: dict[str, Any], read: int, log: Path) -> Iterator[Problem]:
    """Yield what speaks against a crawl besides the problems it told of itself."""
    reason = stats.get("finish_reason")
    if not stats:
        yield Problem(source, "crashed", f"the crawl left no account of itself: {_last_words(log)}")
    elif raised := stats.get("raised"):
        yield Problem(source, "crashed", f"the spider raised {', '.join(raised)}: {_last_words(log)}")
    elif reason in _GIVEN_UP:
        yield Problem(source, "given-up", _GIVEN_UP[reason])
    elif reason != "finished":
        yield Problem(source, "stopped", f"the crawl did not finish: {reason or 'killed'}")
    elif stats["documents"] != read or stats["found"] != read + stats["refused"]:
        seen = f"documents found: {stats['found']:,}, but written down: {read:,}"
        yield Problem(source, "crashed", f"{seen}: {_last_words(log)}")


def _stats(path: Path) -> dict[str, Any]:
    """Return a crawl's own account, empty where it left none: it was killed, or never began."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _last_words(log: Path) -> str:
    """Return the last error in a crawl's log, its last line where there is none: Scrapy ends it with statistics."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")[-20_000:]
    except OSError:
        return "no log"
    lines = [line for line in text.split("\n") if line.strip()]
    errors = [line for line in lines if re.match(r"[\w.]+(Error|Exception)\b", line)]
    return clean_line((errors or lines or ["an empty log"])[-1])[:300]

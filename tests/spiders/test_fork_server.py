"""Is a forked crawl as good as one that was started, does it end when it is told to, and is it never missed?"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.model.ports import Watchlist
from monitor.model.sources import Harvest
from spiders.catalogue import CARDS
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.fork_server import ForkServer
from tests.spiders.serving import FAITHFUL, MISSING, NOW, SINCE, UNTIL, Reply, serving
from tests.walking import descendants, left

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="crawls are forked only there")
STATEMENTS = "written-statements"
ABSENT = (sys.executable, "-c", "raise SystemExit('nothing can be loaded')")
SILENT = (sys.executable, "-c", "import time; time.sleep(60)")


OTHERS: set[int] = set()
"""Processes that other tests have started, a database server say."""


@pytest.fixture(autouse=True)
def others() -> None:
    OTHERS.clear()
    OTHERS.update(descendants(os.getpid()))


async def harvest(
    address: str, fork_server: ForkServer | None, source: str = STATEMENTS, limit: float = 60.0
) -> Harvest:
    reach = CrawlBounds(address, 0.0, timedelta(seconds=limit), grace=0.2)
    return await CrawledSource(CARDS[source], lambda: NOW, reach, fork_server).harvest(
        SINCE, UNTIL, Watchlist(), lambda _: None
    )


def running() -> tuple[set[int], set[int]]:
    """Return which nurseries of ours there are, and which crawls that they forked."""
    ours = {pid for pid in descendants(os.getpid()) if _parent(pid) == os.getpid()}
    nurseries = ours - OTHERS
    return nurseries, descendants(*nurseries)


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])


def asked_and_stalls(asked: asyncio.Event, path: str) -> Reply:
    if path == "/robots.txt":
        return MISSING
    asked.set()
    return Reply(stalls=True)


@pytest.mark.parametrize("source", ["gov-uk", "hansard"])
async def test_a_forked_crawl_brings_what_a_started_one_brings(source: str) -> None:
    async with serving(FAITHFUL[source]) as served:
        alone = await harvest(served.address, None, source)
        with ForkServer() as fork_server:
            first, second = await asyncio.gather(*(harvest(served.address, fork_server, source) for _ in range(2)))
    assert alone.documents
    assert first == alone
    assert replace(second, documents=()) == replace(alone, documents=())


async def test_what_a_forked_crawl_raises_stands_in_its_log_as_ever() -> None:
    async with serving(lambda path, query: MISSING) as served:
        with ForkServer() as fork_server:
            broken = CrawledSource(CARDS["gov-uk"], lambda: NOW, CrawlBounds(served.address, 0.0), fork_server)
            first = SINCE.replace(year=1, month=1, day=1)
            raised = await broken.harvest(first, first, Watchlist(), lambda _: None)
    assert [(p.kind, "OverflowError" in p.seen) for p in raised.problems] == [("crashed", True)]


def test_what_is_loaded_before_a_fork_starts_no_thread_and_no_reactor() -> None:
    script = (
        "import os, sys; from spiders.__main__ import load; load(); "
        "print(len(os.listdir('/proc/self/task')), *sorted({'scrapy', 'twisted.internet.reactor'} & set(sys.modules)))"
    )
    said = subprocess.run((sys.executable, "-c", script), capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.split() == ["1", "scrapy"]


async def test_a_crawl_gets_our_environment_the_folder_it_is_given_and_a_session_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        "import os, sys; from spiders.fork_server import wait_for_job; said = wait_for_job(9.0); "
        "print(said, os.environ['LAMP'], os.getcwd(), os.getsid(0) == os.getpid(), os.read(0, 1), file=sys.stderr)"
    )
    with (tmp_path / "log").open("wb") as log, ForkServer((sys.executable, "-c", script)) as fork_server:
        for lamp in ("lit", "out"):
            monkeypatch.setenv("LAMP", lamp)
            crawl = await fork_server.forked((lamp,), tmp_path, log.fileno())
            assert crawl
            assert await crawl.wait() == 0
    told = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert told == [f"['{lamp}'] {lamp} {tmp_path} True b''" for lamp in ("lit", "out")]


async def test_cancelling_a_harvest_ends_its_forked_crawl_and_no_other() -> None:
    first, second = asyncio.Event(), asyncio.Event()

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return asked_and_stalls(second if first.is_set() else first, path)

    async with serving(answer) as served:
        with ForkServer() as fork_server:
            one = asyncio.create_task(harvest(served.address, fork_server))
            await first.wait()
            _, crawls = running()
            assert len(crawls) == 1
            other = asyncio.create_task(harvest(served.address, fork_server))
            await second.wait()
            one.cancel()
            one.cancel()
            with pytest.raises(asyncio.CancelledError):
                await one
            assert left(crawls, 0) == set()
            nurseries, rest = running()
            assert len(rest) == 1
            other.cancel()
            with pytest.raises(asyncio.CancelledError):
                await other
            assert left(rest, 0) == set()
        assert left(nurseries, 0) == set()


async def test_a_forked_crawl_that_takes_too_long_is_stopped_and_says_so() -> None:
    async with serving(lambda path, query: asked_and_stalls(asyncio.Event(), path)) as served:
        with ForkServer() as fork_server:
            found = await harvest(served.address, fork_server, limit=0.3)
            assert running()[1] == set()
    assert found.stopped
    assert "too-long" in {p.kind for p in found.problems}


async def test_a_harvest_that_is_cancelled_before_its_crawl_is_forked_asks_for_nothing() -> None:
    async with serving(FAITHFUL[STATEMENTS]) as served:
        with ForkServer() as fork_server:
            cancelled = asyncio.create_task(harvest(served.address, fork_server))
            async with asyncio.timeout(5):
                while not running()[0]:  # noqa: ASYNC110 - a process sets no event
                    await asyncio.sleep(0.01)
            cancelled.cancel()
            with pytest.raises(asyncio.CancelledError):
                await cancelled
            found = await harvest(served.address, fork_server)
    assert found.documents
    assert len(served.asked) == found.requests


async def test_a_fork_server_that_is_killed_takes_no_crawl_along_and_the_next_has_another() -> None:
    asked = asyncio.Event()

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        if not asked.is_set():
            os.kill(running()[0].pop(), signal.SIGKILL)
            asked.set()
        return FAITHFUL[STATEMENTS](path, query)

    async with serving(answer) as served:
        with ForkServer() as fork_server:
            bereft = await harvest(served.address, fork_server)
            assert running() == (set(), set())
            again = await harvest(served.address, fork_server)
            assert len(running()[0]) == 1
    assert bereft.documents
    assert not bereft.problems
    assert again == bereft


@pytest.mark.parametrize(
    "command", [ABSENT, SILENT, ("/nowhere/python",)], ids=["fails", "says nothing", "is not there"]
)
async def test_where_a_fork_server_does_not_work_crawls_are_started_without_it(command: tuple[str, ...]) -> None:
    async with serving(FAITHFUL[STATEMENTS]) as served:
        with ForkServer(command, patience=0.2) as fork_server:
            found = await asyncio.gather(*(harvest(served.address, fork_server) for _ in range(2)))
        assert running() == (set(), set())
    assert all(one.documents and not one.problems for one in found)


async def test_a_fork_server_started_ahead_is_the_one_that_forks() -> None:
    async with serving(FAITHFUL[STATEMENTS]) as served:
        with ForkServer() as fork_server:
            fork_server.start()
            ahead, _ = running()
            found = await harvest(served.address, fork_server)
            assert running() == (ahead, set())
    assert found.documents
    assert not found.problems


async def test_an_idle_fork_server_ends_and_is_started_again_when_it_is_needed() -> None:
    async with serving(FAITHFUL[STATEMENTS]) as served:
        with ForkServer(idle=0.1) as fork_server:
            assert (await harvest(served.address, fork_server)).documents
            first, _ = running()
            assert left(first, 5) == set()
            assert (await harvest(served.address, fork_server)).documents

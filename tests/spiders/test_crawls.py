"""Does a crawl, in a process of its own, bring back what a source has, and say what it could not bring?"""

import asyncio
import gzip
import os
from collections.abc import Mapping
from datetime import timedelta

import pytest

from monitor.model.documents import Presence
from monitor.model.ports import Progress, Watchlist
from spiders.catalogue import CARDS
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.environment import environment
from tests.spiders.serving import FAITHFUL, MISSING, NOW, SINCE, UNTIL, Reply, as_json, gov_uk, harvest, serving

PLAN = "/government/publications/safer-harbours-plan"


async def test_a_pass_over_gov_uk_brings_pages_and_those_below_them() -> None:
    told: list[Progress] = []
    pages = (PLAN, "https://www.gov.uk/government/news/no-more", "/government/news/harbour-news")
    watch = Watchlist(pages=(*pages, "/government/news/missing", "/a//b"), terms=("harbours statement", "safer plan"))
    async with serving(FAITHFUL["gov-uk"]) as served:
        found = await harvest("gov-uk", served.address, watch, told=told)
    assert {d.key: d.presence for d in found.documents} == {
        PLAN: Presence.LIVE,
        f"{PLAN}/safer-harbours-plan-accessible": Presence.LIVE,
        "/guidance/old-berth-rules": Presence.WITHDRAWN,
        "/government/news/harbour-news": Presence.REDIRECTED,
        "/government/news/no-more": Presence.GONE,
        "/media/0123456789abcdef01234567/plan.pdf": Presence.LIVE,
    }
    assert [(p.kind, (p.where or "").removeprefix(served.address)) for p in found.problems] == [
        ("bad-page", "/a//b"),
        ("missing-page", "/api/content/government/news/missing"),
    ]
    assert (found.stopped, found.offered, found.requests) == (False, 2, len(served.asked))
    assert {t.source for t in told} == {"gov-uk"}
    assert all("bywhen" in h["User-Agent"] and "http" in h["User-Agent"] for h in served.headers)


async def test_a_pass_over_written_questions_reads_answers_whole_and_follows_transferred_ones() -> None:
    async with serving(FAITHFUL["written-questions"]) as served:
        found = await harvest("written-questions", served.address, Watchlist(keys=("505", "503")))
    assert not found.problems
    by_key = {d.key: d for d in found.documents}
    assert set(by_key) == {"501", "502", "503", "504", "505"}
    assert by_key["502"].passages[1].text.endswith("from the north.")
    assert by_key["505"].body == "Department of Tides"
    assert found.offered == 4
    assert served.paths().count("/api/writtenquestions/questions/503") == 1


async def test_a_pass_over_written_statements_leaves_out_the_lords_copy() -> None:
    async with serving(FAITHFUL["written-statements"]) as served:
        found = await harvest("written-statements", served.address)
    assert not found.problems
    assert sorted(d.key for d in found.documents) == ["701", "703"]


async def test_a_pass_over_hansard_takes_statements_and_debates_on_followed_terms_once() -> None:
    async with serving(lambda path, query: FAITHFUL["hansard"](path.removeprefix("/mirror/one"), query)) as served:
        found = await harvest("hansard", f"{served.address}/mirror/one/", Watchlist(terms=("lighthouse keepers",)))
    assert not found.problems
    assert [(d.kind, d.title) for d in sorted(found.documents, key=lambda d: d.key)] == [
        ("oral-statement", "Harbour Lights"),
        ("debate", "Lighthouse Keepers Bill"),
        ("debate", "New Clause 1"),
    ]
    assert "WMS" not in {v for _, query in served.asked for _, v in query}
    assert all(path.startswith("/mirror/one/") for path in served.paths() if path != "/robots.txt")


ODD = {
    "challenge": (Reply(b"<!doctype html><html><title>Just a moment...</title>"), "not-json", "'Just a moment...'"),
    "cut": (Reply(b'{"base_path": "/guidance/cut", "docu'), "not-json", "breaks off"),
    "forbidden": (Reply(b"not for you", 403), "http-403", "not for you"),
    "bomb": (Reply(gzip.compress(b"0" * 34_000_000), headers={"Content-Encoding": "gzip"}), "too-large", "more than"),
    "text-for-object": (as_json({"base_path": "/x", "document_type": "y", "details": "z"}), "changed-shape", "details"),
    "huge": (Reply(b"x" * 34_000_000), "too-large", "more than"),
    "away": (Reply(b"", 302, {"Location": "http://127.0.0.2:9/x"}), "redirected-away", "127.0.0.2"),
}


async def test_an_odd_answer_is_a_problem_that_says_what_was_seen_and_leaves_the_others_alone() -> None:
    asked: list[str] = []

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        asked.append(path)
        if path.endswith("harbours-statement") and asked.count(path) < 3:
            return Reply(b"", 503, {"Retry-After": "0"})
        odd = ODD.get(path.rpartition("/")[2])
        return odd[0] if odd else gov_uk(path, query)

    pages = [f"/guidance/{name}" for name in ODD]
    pages.insert(4, "/government/speeches/harbours-statement")
    async with serving(answer) as served:
        found = await harvest("gov-uk", served.address, Watchlist(pages=tuple(pages)))
    told = {(p.where or "").rpartition("/")[2]: p for p in found.problems}
    assert {name: told[name].kind for name in told} == {name: kind for name, (_, kind, _) in ODD.items()}
    assert all(seen in told[name].seen for name, (_, _, seen) in ODD.items())
    assert {PLAN, "/government/speeches/harbours-statement"} <= {d.key for d in found.documents}


async def test_a_source_that_is_down_is_given_up_after_a_few_tries() -> None:
    async with serving(lambda path, query: MISSING if path == "/robots.txt" else Reply(b"", 500)) as served:
        pages = Watchlist(pages=tuple(f"/guidance/{number}" for number in range(20)))
        found = await harvest("gov-uk", served.address, pages)
    assert found.problems[-1].kind == "given-up"
    assert {p.kind for p in found.problems} == {"http-500", "given-up"}
    assert len(served.asked) < 40


@pytest.mark.parametrize(
    ("robots", "kind"),
    [
        (Reply(b"User-agent: *\nDisallow: /overview\n"), "robots"),
        (Reply(b"", 503, {"Retry-After": "0"}), "robots"),
    ],
)
async def test_robots_txt_is_heeded_by_every_request(robots: Reply, kind: str) -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return robots if path == "/robots.txt" else FAITHFUL["hansard"](path, query)

    async with serving(answer) as served:
        found = await harvest("hansard", served.address)
    assert {p.kind for p in found.problems} - {"given-up"} == {kind}
    assert not any(path.startswith("/overview") for path in served.paths())


async def test_a_port_where_nobody_listens_is_a_problem() -> None:
    async with serving(FAITHFUL["gov-uk"]) as served:
        closed = served.address
    found = await harvest("gov-uk", closed)
    assert not found.documents
    assert {p.kind for p in found.problems} == {"refused"}


async def test_a_server_that_never_ends_its_answer_is_a_timeout() -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return Reply(stalls=True) if path.endswith("statements") else MISSING

    async with serving(answer) as served:
        found = await harvest("written-statements", served.address, seconds=0.2)
    assert [p.kind for p in found.problems] == ["timeout"]


async def test_cancelling_a_harvest_ends_its_child_first() -> None:
    asked = asyncio.Event()

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        asked.set()
        return Reply(stalls=True)

    others = children()  # another test's server, say
    async with serving(answer) as served:
        reach = CrawlBounds(address=served.address, delay=0.0, grace=0.2)
        alone = CrawledSource(CARDS["gov-uk"], lambda: NOW, reach)
        running = asyncio.create_task(alone.harvest(SINCE, UNTIL, Watchlist(), lambda progress: None))
        await asked.wait()
        crawls = children() - others
        running.cancel()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert crawls
        assert not crawls & children()


async def test_a_harvest_that_takes_too_long_is_stopped_and_says_so() -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return Reply(stalls=True) if "accessible" in path else gov_uk(path, query)

    async with serving(answer) as served:
        reach = CrawlBounds(address=served.address, delay=0.0, limit=timedelta(seconds=1), grace=0.2)
        slow = CrawledSource(CARDS["gov-uk"], lambda: NOW, reach)
        found = await slow.harvest(SINCE, UNTIL, Watchlist(), lambda progress: None)
    assert found.stopped
    assert "too-long" in {p.kind for p in found.problems}


async def test_a_spider_that_raises_is_told_from_one_that_found_nothing() -> None:
    async with serving(lambda path, query: MISSING) as served:
        # 1 January of the year 1 has no day before it, which the span of the search asks for: a bug, as far as we know
        first = SINCE.replace(year=1, month=1, day=1)
        broken = CrawledSource(CARDS["gov-uk"], lambda: NOW, CrawlBounds(address=served.address, delay=0.0))
        raised = await broken.harvest(first, first, Watchlist(), lambda progress: None)
    assert [(p.kind, "OverflowError" in p.seen) for p in raised.problems] == [("crashed", True)]


def test_a_site_packages_folder_is_never_put_before_the_standard_library() -> None:
    given = environment({"PYTHONPATH": "here", "SCRAPY_SETTINGS_MODULE": "theirs", "HOME": "/nowhere"})
    assert given["HOME"] == "/nowhere"
    assert not any(name.startswith("SCRAPY_") for name in given)
    assert all(os.path.isabs(p) for p in given["PYTHONPATH"].split(os.pathsep))  # noqa: PTH117 - text, not a path


def children() -> set[int]:
    """Return the processes that this one has started and that are still there (Linux)."""
    with open(f"/proc/{os.getpid()}/task/{os.getpid()}/children", encoding="ascii") as listed:  # noqa: PTH123 - /proc
        return {int(number) for number in listed.read().split()}

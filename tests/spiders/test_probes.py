"""Does one small request tell whether a source is there, and whether it has anything new?"""

from collections.abc import Mapping

import pytest

from monitor.ports import Watchlist
from monitor.sources import Problem
from spiders.catalogue import CARDS
from spiders.probe import Look, newest, reachable
from tests.spiders.serving import FAITHFUL, UNTIL, Reply, as_json, serving, source


@pytest.mark.parametrize(
    ("name", "mark"),
    [("gov-uk", "2025-07-01T09:30:00+01:00"), ("written-statements", "3"), ("hansard", "2025-06-19")],
)
async def test_a_source_that_answers_shows_its_newest_mark(name: str, mark: str) -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return as_json("2025-06-19") if path.endswith("lastsittingdate.json") else FAITHFUL[name](path, query)

    async with serving(answer) as served:
        look = await reachable(CARDS[name], UNTIL, served.address)
    assert isinstance(look, Look)
    assert look.mark == mark
    assert served.headers[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(b"busy", 503), "http-503"),
        (Reply(b"<html>"), "not-json"),
        (Reply(b'{"total": 1}'), "changed-shape"),
        (Reply(b"", 302, {"Location": "http://127.0.0.2:9/"}), "http-302"),
        (Reply(b" " * 1_100_000), "too-large"),
        (Reply(stalls=True), "timeout"),
    ],
)
async def test_a_source_that_does_not_answer_as_it_should_is_a_problem(reply: Reply, kind: str) -> None:
    async with serving(lambda path, query: reply) as served:
        look = await newest(CARDS["gov-uk"], UNTIL, served.address, limit=0.3 if reply.stalls else 10)
    assert isinstance(look, Problem)
    assert look.kind == kind


async def test_a_source_that_is_not_there_is_refused() -> None:
    async with serving(FAITHFUL["gov-uk"]) as served:
        closed = served.address
    look = await newest(CARDS["gov-uk"], UNTIL, closed)
    assert isinstance(look, Problem)
    assert look.kind == "refused"


async def test_a_crawl_is_worth_starting_unless_nothing_moved_and_nothing_is_watched() -> None:
    totals = iter((3, 3, 4))

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return as_json({"totalResults": next(totals), "results": []})

    async with serving(answer) as served:
        asked = source("written-questions", served.address)
        assert [await asked.changed(Watchlist()) for _ in range(3)] == [True, False, True]
        assert await asked.changed(Watchlist(keys=("501",)))
    assert await asked.changed(Watchlist())

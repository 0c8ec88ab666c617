"""Does one small request tell whether a source is there, and whether it has anything new?"""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from monitor.model.ports import Watchlist
from monitor.model.sources import Problem
from spiders.catalogue import CARDS
from spiders.probe import ProbeAnswer, newest
from spiders.quick_probe import same
from tests.spiders.serving import FAITHFUL, NOW, UNTIL, Reply, as_json, serving, source


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("gov-uk", "2025-07-01T09:30:00+01:00"),
        ("written-statements", "3"),
        ("hansard", "2025-06-19"),
        ("committees", "4"),
        ("bills", "2025-06-12T17:42:08.0579851"),
    ],
)
async def test_a_source_that_answers_shows_its_newest_mark(name: str, mark: str) -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return as_json("2025-06-19") if path.endswith("lastsittingdate.json") else FAITHFUL[name](path, query)

    async with serving(answer) as served:
        look = await newest(CARDS[name], UNTIL, served.address)
    assert isinstance(look, ProbeAnswer)
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


async def test_a_source_shows_a_mark_that_moves_when_something_is_published() -> None:
    totals = iter((3, 3, 4))

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return as_json({"totalResults": next(totals), "results": []})

    async with serving(answer) as served:
        asked = source("written-questions", served.address)
        marks = [await asked.changed(Watchlist()) for _ in range(3)]
    assert [mark == marks[0] for mark in marks] == [True, True, False]
    assert all(isinstance(mark, str) and mark.startswith(f"{served.address}/api/") for mark in marks)


async def test_where_nobody_answers_no_crawl_is_started_and_where_an_answer_is_odd_a_crawl_finds_out() -> None:
    async with serving(lambda path, query: Reply(b"busy", 503)) as served:
        asked = source("written-questions", served.address)
        assert await asked.changed(Watchlist()) is True
    nobody = await asked.changed(Watchlist())
    assert isinstance(nobody, Problem)
    assert nobody.kind == "refused"


async def test_on_a_day_on_which_a_house_sits_hansard_may_always_have_more() -> None:
    async with serving(lambda path, query: as_json(str(NOW.date()))) as served:
        assert await source("hansard", served.address).changed(Watchlist()) is True


async def test_bills_are_not_asked_for_unless_one_is_named() -> None:
    async with serving(FAITHFUL["bills"]) as served:
        assert await source("bills", served.address).changed(Watchlist(terms=("harbour",))) is False
    assert served.asked == []


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        (as_json({"totalResults": 3, "results": []}), True),
        (as_json({"totalResults": 4, "results": []}), False),
        (Reply(b"busy", 503), False),
        (Reply(b"<html>"), False),
        (Reply(b"", 302, {"Location": "/elsewhere"}), False),
        (Reply(b" " * 1_100_000), False),
    ],
)
async def test_a_glance_knows_the_same_mark_and_nothing_else(reply: Reply, found: bool) -> None:
    now = datetime.now(UTC)
    async with serving(lambda path, query: reply) as served:
        where = f"{served.address}/api/x?take=1"
        assert await asyncio.to_thread(same, "written-questions", where, "3", now) is found
        assert not await asyncio.to_thread(same, "written-questions", where, "3", now + timedelta(days=2))
    assert not same("written-questions", where, "3", now)

"""When one thing can't be read, is it told what befell that one, and is everything else read all the same?"""

from collections.abc import Mapping

import pytest

from monitor.model.documents import Presence
from monitor.model.ports import Watchlist
from monitor.model.sources import COMMITTEES, GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Harvest
from monitor.pipeline.coverage.harvest_check import examine
from spiders.catalogue import CARDS
from tests.spiders.serving import FAITHFUL, MISSING, Answer, Reply, gov_uk, harvest, serving

ONE = {
    WRITTEN_QUESTIONS: "/api/writtenquestions/questions/",
    WRITTEN_STATEMENTS: "/api/writtenstatements/statements/",
    COMMITTEES: "/api/Publications/",
    HANSARD: "/debates/debate/",
}
LISTED_LONG_AGO = {
    WRITTEN_QUESTIONS: "502",
    WRITTEN_STATEMENTS: "703",
    HANSARD: "AAAAAAAA-0000-4000-8000-000000000004",
}
HTML = Reply(b"<html><title>Not here</title></html>", 404)
DOWN = Reply(b'{"status": 500}', 500, {"Retry-After": "0"})
NO_ROUTE = Reply(b'{"Message": "No HTTP resource was found that matches the request URI"}', 404)
ACCESSIBLE = "safer-harbours-plan-accessible"
in_turn = pytest.mark.parametrize("source", [WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, COMMITTEES])


def without(source: str, named: str, reply: Reply) -> Answer:
    """The source, but that one thing in it is answered otherwise."""

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        hit = path.removesuffix(".json").casefold() == f"{ONE[source]}{named}".casefold()
        return reply if hit else FAITHFUL[source](path, query)

    return answer


async def read(source: str, named: str, reply: Reply, *keys: str) -> Harvest:
    async with serving(without(source, named, reply)) as served:
        return await harvest(source, served.address, Watchlist(keys=keys, terms=("harbour",)))


def counts(found: Harvest) -> bool:
    """Whether its days count as read."""
    return examine(found, CARDS[found.source]).whole


def gone(found: Harvest) -> list[str]:
    return [d.key for d in found.documents if d.presence is Presence.GONE]


@pytest.mark.parametrize("source", ONE)
async def test_what_is_relied_on_and_the_service_has_no_more_is_gone_and_its_source_is_read(source: str) -> None:
    key = "BBBBBBBB-0000-4000-8000-000000000009" if source == HANSARD else "999"
    found = await read(source, key, MISSING, key)
    whole = await read(source, "nothing", MISSING)
    assert (gone(found), found.problems) == ([key], ())
    assert {d.key for d in whole.documents} | {key} == {d.key for d in found.documents}


@pytest.mark.parametrize(("source", "key"), LISTED_LONG_AGO.items())
async def test_what_a_list_names_for_days_and_the_service_does_not_have_is_told_of_that_alone(
    source: str, key: str
) -> None:
    found = await read(source, key, MISSING)
    whole = await read(source, "nothing", MISSING)
    assert [(p.kind, key in (p.where or "").upper()) for p in found.problems] == [("missing-document", True)]
    assert {d.key for d in whole.documents} - {key} == {d.key for d in found.documents}


async def test_what_a_list_has_named_lately_may_be_on_its_way_and_the_days_wait_for_it() -> None:
    found = await read(WRITTEN_QUESTIONS, "504", MISSING)
    assert [p.kind for p in found.problems] == ["http-404"]
    assert len(found.documents) == 3
    assert not counts(found)


@in_turn
@pytest.mark.parametrize("reply", [HTML, NO_ROUTE, DOWN])
async def test_what_can_not_be_read_again_is_told_and_takes_nothing_from_the_days(source: str, reply: Reply) -> None:
    found = await read(source, "999", reply, "999")
    assert [p.kind for p in found.problems] == ["not-read-again"]
    assert (gone(found), "999" in {v.key for v in found.visits}) == ([], False)
    assert examine(found, CARDS[source]).whole is (len(found.documents) > 0)


async def test_a_debate_that_can_not_be_read_again_on_its_day_leaves_that_day_unread() -> None:
    key = "BBBBBBBB-0000-4000-8000-000000000009"
    found = await read(HANSARD, key, DOWN, key)
    assert [p.kind for p in found.problems] == ["http-500"]
    assert found.documents
    assert not counts(found)


@pytest.mark.parametrize(("source", "key"), LISTED_LONG_AGO.items())
async def test_one_thing_that_a_list_names_and_that_fails_costs_nothing_but_itself_and_the_days(
    source: str, key: str
) -> None:
    found = await read(source, key, DOWN, *([] if source == HANSARD else [key]))
    whole = await read(source, "nothing", MISSING)
    assert [p.kind for p in found.problems] == ["http-500"]
    assert {d.key for d in whole.documents} - {key} == {d.key for d in found.documents}
    assert not counts(found)


async def test_a_service_that_says_of_everything_that_it_is_not_there_is_not_believed() -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        return MISSING if path.startswith(ONE[WRITTEN_QUESTIONS]) else FAITHFUL[WRITTEN_QUESTIONS](path, query)

    async with serving(answer) as served:
        found = await harvest(WRITTEN_QUESTIONS, served.address, Watchlist(keys=("997", "998", "999")))
    assert gone(found) == []
    assert {p.kind for p in found.problems} == {"http-404", "not-read-again"}
    assert not counts(found)


@in_turn
async def test_where_a_service_knows_nothing_of_what_is_relied_on_its_lists_are_read_and_their_days_count(
    source: str,
) -> None:
    keys = tuple(str(number) for number in range(980, 1000))

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        named = path.startswith(ONE[source]) and path.rpartition("/")[2] in keys
        return MISSING if named else FAITHFUL[source](path, query)

    async with serving(answer) as served:
        found = await harvest(source, served.address, Watchlist(keys=keys, terms=("harbour",)))
    whole = await read(source, "nothing", MISSING)
    assert (gone(found), {p.kind for p in found.problems}) == ([], {"not-read-again"})
    assert {d.key for d in found.documents} == {d.key for d in whole.documents}
    assert counts(found)


async def test_what_was_not_there_for_a_moment_is_read_at_the_end_of_the_pass() -> None:
    asked: list[str] = []

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        asked.append(path)
        return MISSING if path.endswith("/503") and asked.count(path) == 1 else FAITHFUL[WRITTEN_QUESTIONS](path, query)

    async with serving(answer) as served:
        found = await harvest(WRITTEN_QUESTIONS, served.address, Watchlist(keys=("503",)))
    assert (found.problems, len(found.documents)) == ((), 4)
    once, again = (n for n, path in enumerate(asked) if path.endswith("/503"))
    assert once < asked.index(ONE[WRITTEN_QUESTIONS].rstrip("/")) < again


@pytest.mark.parametrize(("updated", "kind"), [("2025-06-12", "missing-document"), ("2025-06-19", "http-404")])
async def test_a_link_to_an_attachment_that_leads_nowhere_is_told_until_it_is_mended(updated: str, kind: str) -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        reply = gov_uk(path, query)
        if path.endswith(ACCESSIBLE):
            return MISSING
        return Reply(reply.body.replace(b"2025-07-01T", updated.encode() + b"T"), reply.status, reply.headers)

    async with serving(answer) as served:
        found = await harvest(GOV_UK, served.address)
    assert [(p.kind, (p.where or "").rpartition("/")[2]) for p in found.problems if ACCESSIBLE in (p.where or "")] == [
        (kind, ACCESSIBLE)
    ]
    assert "/government/publications/safer-harbours-plan" in {d.key for d in found.documents}

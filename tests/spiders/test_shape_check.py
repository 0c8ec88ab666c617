"""Does one small thing of a source show that it no longer answers in the shape its spider reads?"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import pytest

from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS
from spiders.catalogue import CARDS
from spiders.replica.fault_injection import FAULTS, InjectedFault
from spiders.replica.imagined_year import load
from spiders.replica.server import Replica
from spiders.shape_check import misshapen
from tests.spiders.passing import SECOND, TIMELINE
from tests.spiders.serving import FAITHFUL, UNTIL, Reply, as_json, serving


async def _asked(name: str, *faults: InjectedFault) -> tuple[set[str], list[str]]:
    """Return the kinds of problem that a replica's answers show, and the paths asked for."""
    async with Replica(load(TIMELINE), lambda: SECOND, faults=faults) as replica:
        problems = await misshapen(replace(CARDS[name], address=replica.addresses[name], delay=0.0), SECOND)
        return {p.kind for p in problems}, [asked.path for asked in replica.record.seen]


@pytest.mark.parametrize("name", CARDS)
async def test_a_source_that_answers_as_ever_is_in_shape_after_a_few_requests(name: str) -> None:
    kinds, paths = await _asked(name)
    assert kinds == set()
    assert 1 <= len(paths) <= 6


@pytest.mark.parametrize("name", ["gov-uk", "written-questions", "written-statements", "committees", "bills"])
async def test_what_was_recorded_of_a_source_is_in_shape(name: str) -> None:
    def answer(path: str, query: Mapping[str, str]) -> Reply:
        if name.startswith("written") and query.get("take") == "1":
            return FAITHFUL[name](path, {**query, "skip": "0"})
        return FAITHFUL[name](path, query)

    async with serving(answer) as served:
        assert await misshapen(replace(CARDS[name], address=served.address, delay=0.0), UNTIL) == ()


@pytest.mark.parametrize(
    ("name", "fault", "kind"),
    [
        (WRITTEN_QUESTIONS, "missing-field", "changed-shape"),
        (WRITTEN_QUESTIONS, "cut-json", "not-json"),
        (WRITTEN_QUESTIONS, "server-error", "http-500"),
        (WRITTEN_STATEMENTS, "reset", "reset"),
        (HANSARD, "retyped-field", "changed-shape"),
        (HANSARD, "html", "not-json"),
        (HANSARD, "challenge", "http-403"),
        (HANSARD, "refused", "refused"),
        (GOV_UK, "new-field", "new-field"),
        (GOV_UK, "wrong-encoding", "wrong-encoding"),
        (GOV_UK, "huge-body", "too-large"),
    ],
)
async def test_a_shape_that_is_new_is_named(name: str, fault: str, kind: str) -> None:
    kinds, _ = await _asked(name, FAULTS[fault])
    assert kinds == {kind}


async def test_a_last_sitting_day_that_is_no_day_is_a_new_shape() -> None:
    async with serving(lambda path, query: as_json("soon")) as served:
        problems = await misshapen(replace(CARDS[HANSARD], address=served.address, delay=0.0), UNTIL)
    assert [(p.kind, "'soon'" in p.seen) for p in problems] == [("changed-shape", True)]


async def test_two_requests_of_one_source_keep_its_delay() -> None:
    async with Replica(load(TIMELINE), lambda: SECOND) as replica:
        card = replace(CARDS[HANSARD], address=replica.addresses[HANSARD], delay=0.1)
        await asyncio.wait_for(misshapen(card, SECOND), 20)
        assert min(replica.record.gaps("hansard")[1:]) >= 0.1

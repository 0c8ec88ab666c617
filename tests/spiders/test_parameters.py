"""Is every parameter we send one that the service knows? Parliament's services pass over the others in silence."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from scrapy import Request

from spiders import (
    bills,
    committees,
    contributions,
    gov_uk_search,
    hansard,
    whatson,
    written_questions,
    written_statements,
)
from spiders.catalogue import CARDS
from spiders.jobs import Departments, Job
from spiders.probe import newest
from spiders.strict_fields import SourceChanged
from tests.spiders.serving import FAITHFUL, SHARED, SINCE, UNTIL, as_json, payload, serving

SPECS = SHARED / "specs"
GOV_UK_KNOWN = {"q", "start", "count", "order", "fields", "filter_organisations", "filter_public_timestamp"}
known = pytest.mark.skipif(not SPECS.exists(), reason="no API descriptions (../shared/specs) beside the checkout")


def _job(name: str) -> Job:
    followed = Departments.of(CARDS[name])
    address, (organisations, bodies) = CARDS[name].address, (followed.organisations, followed.bodies)
    return Job(name, address, SINCE, UNTIL, 0.0, organisations=organisations, bodies=bodies)


def _described(spec: str) -> dict[str, set[str]]:
    """Return the parameters of each path a service describes; path parameters stand as {name}, the format as json."""
    paths: dict[str, Any] = json.loads((SPECS / f"{spec}.json").read_text(encoding="utf-8"))["paths"]
    got = {path.replace("{format}", "json"): methods["get"] for path, methods in paths.items() if "get" in methods}
    return {path: {p["name"] for p in get.get("parameters", ()) if p["in"] == "query"} for path, get in got.items()}


@known
def test_the_questions_and_statements_service_knows_every_parameter() -> None:
    spec = _described("questions-statements")
    for window in written_questions.WINDOWS:
        query = written_questions.list_query(_job("written-questions"), window, 0)
        assert set(query) <= spec[written_questions.PATH]
        assert {f"{window}WhenFrom", f"{window}WhenTo", "answeringBodies"} <= set(query)
    assert set(written_statements.list_query(_job("written-statements"), 0)) <= spec[written_statements.PATH]
    assert "expandMember" in spec[f"{written_questions.PATH}/{{id}}"] & spec[f"{written_statements.PATH}/{{id}}"]


@known
async def test_hansard_knows_every_path_and_parameter() -> None:
    spec, job = _described("hansard"), _job("hansard")
    spider = hansard.HansardSpider(job)
    first = await anext(aiter(spider.start()))
    sat = [{"House": "Commons", "ItemDate": "2025-06-16T00:00:00", "Metadata": None}]
    day = next(iter(spider.calendar(sat, "x", "Commons")))
    then = next(iter(spider.sections(["Debate"], "x", SINCE, "Commons")))
    for request, path in ((first, hansard.CALENDAR), (day, hansard.SECTIONS), (then, hansard.TREES)):
        assert isinstance(request, Request)
        split = urlsplit(request.url)
        assert split.path == path
        assert {name for name, _ in parse_qsl(split.query)} == spec[path] - {"groupByOwner"}
    assert set(contributions.query("lights", SINCE, UNTIL, 0)) <= spec["/search/contributions/{contributionType}.json"]
    assert f"{hansard.DEBATE}/{{debateSectionExtId}}.json" in spec


@known
def test_the_bills_service_knows_every_path_and_parameter() -> None:
    spec = _described("bills")
    assert set(bills.list_query("harbour lights", 0)) <= spec[bills.PATH]
    assert set(bills.stages_query(0)) <= spec[f"{bills.PATH}/{{billId}}/Stages"]
    sorts = json.loads((SPECS / "bills.json").read_text(encoding="utf-8"))["components"]["schemas"]["BillSortOrder"]
    assert bills.list_query("harbour lights", 0)["SortOrder"] in sorts["enum"]


@known
def test_the_committees_service_knows_every_path_and_parameter() -> None:
    spec = _described("committees")
    query = committees.list_query(_job("committees"), (1, 3), 0)
    assert set(query) <= spec[committees.PATH]
    assert set(committees.one_query()) <= spec[f"{committees.PATH}/{{id}}"]
    assert committees.TYPES in spec
    whole = json.loads((SPECS / "committees.json").read_text(encoding="utf-8"))["components"]["schemas"]
    assert query["SortOrder"] in whole["Committees.Common.Enums.PublicationQuerySortOrder"]["enum"]


@known
def test_the_calendar_knows_every_path_and_parameter() -> None:
    spec = _described("whatson")
    assert {name for name, _ in whatson.sitting_query(SINCE, UNTIL)} == spec[whatson.SITTING]
    assert {name for name, _ in whatson.off_query("Commons", SINCE, UNTIL)} <= spec[whatson.OFF]
    assert whatson.SESSIONS in spec


def test_gov_uk_is_sent_only_parameters_it_is_known_to_take() -> None:
    job = _job("gov-uk")
    queries = (gov_uk_search.department_query(job, 0), gov_uk_search.term_query(job, "harbour lights"))
    assert set().union(*queries) <= GOV_UK_KNOWN
    assert queries[0]["filter_public_timestamp"] == "from:2025-06-09,to:2025-06-20"


@known
@pytest.mark.parametrize("name", ["written-questions", "written-statements", "hansard", "committees", "bills"])
async def test_a_probe_sends_only_parameters_the_service_knows(name: str) -> None:
    spec = _described(name if name in ("hansard", "committees", "bills") else "questions-statements")
    answer = (lambda path, query: as_json("2025-06-19")) if name == "hansard" else FAITHFUL[name]
    async with serving(answer) as served:
        await newest(CARDS[name], UNTIL, served.address)
    assert [{k for k, _ in query} <= spec[path] for path, query in served.asked] == [True]


@pytest.mark.parametrize("altered", [{"answeringBodyId": 99}, {"dateTabled": "2019-01-01T00:00:00"}])
def test_a_list_that_did_not_heed_what_was_asked_is_refused(altered: dict[str, object]) -> None:
    item: Any = payload("written-questions/501.json")
    strayed = {"value": item["value"] | altered, "links": []}
    spider = written_questions.WrittenQuestionsSpider(_job("written-questions"))
    with pytest.raises(SourceChanged, match="1 of 1 questions are from other days or departments"):
        list(spider.page({"totalResults": 1, "results": [strayed]}, "x", "tabled", 0))

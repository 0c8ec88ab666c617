"""Does the replica answer for committees, Bills and the calendar as the services do, in the shapes they describe?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.model.errors import UserError
from spiders.replica import bills_api, committees_api, whatson_api
from spiders.replica.imagined_year import load
from spiders.replica.replies import Asked, Library
from tests.spiders.serving import SHARED
from tests.spiders.test_replica_shapes import check, described

SPECS = SHARED / "specs"
YEAR = Library(load())
EVER = date(2100, 1, 1)
ANSWERS: Any = {"bills": bills_api.answer, "committees": committees_api.answer, "whatson": whatson_api.answer}
BILL = "/api/v1/Bills/93001"
RESPONSES = "Committees.Common.Responses"
known = pytest.mark.skipif(not SPECS.is_dir(), reason="no API descriptions (../shared/specs) beside the checkout")


def asked(host: str, path: str, *query: tuple[str, str], today: date = EVER) -> Any:
    reply = ANSWERS[host](YEAR, today, Asked(path, query))
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


SPAN = (("startDate", "2025-01-01"), ("endDate", "2025-12-31"))
OFF = (("queryParameters.house", "Commons"), ("queryParameters.startDate", "2025-01-01"))


@known
@pytest.mark.parametrize(
    ("host", "path", "query", "shape"),
    [
        ("bills", "/api/v1/Bills", (), "BillSummarySearchResult"),
        ("bills", "/api/v1/Bills", (("SearchTerm", "crime and policing"), ("Take", "1")), "BillSummarySearchResult"),
        ("bills", BILL, (), "Bill"),
        ("bills", f"{BILL}/Stages", (("Take", "100"),), "StageSummarySearchResult"),
        (
            "committees",
            "/api/Publications",
            (("Take", "100"),),
            f"Committees.Common.ResourceCollection`1[{RESPONSES}.Publication]",
        ),
        ("committees", "/api/Publications/9470013", (), f"{RESPONSES}.Publication"),
        ("committees", "/api/PublicationType", (), f"[{RESPONSES}.Common.Publication.PublicationType]"),
        ("whatson", "/calendar/proceduraldates/Commons/sittingdates.json", SPAN, "SittingDateListPoco"),
        ("whatson", "/calendar/events/nonsitting.json", OFF, "[NonSittingDatePoco]"),
        ("whatson", "/calendar/sessions/list.json", (), "[Session]"),
        ("whatson", "/calendar/sessions/fordate.json/2025-06-16", (), "Session"),
    ],
)
@pytest.mark.parametrize("today", [date(2025, 4, 1), EVER])
def test_every_answer_is_shaped_as_described(host: str, path: str, query: Any, shape: str, today: date) -> None:
    many = shape.startswith("[")
    schema: dict[str, Any] = {"$ref": shape[1:-1] if many else shape}
    found = asked(host, path, *query, today=today)
    assert found
    check(found, {"type": "array", "items": schema} if many else schema, described(f"{host}.json"), shape)


def test_a_bill_moves_through_its_stages_and_becomes_an_act() -> None:
    before = asked("bills", "/api/v1/Bills", ("SearchTerm", "crime and policing bill"), today=date(2025, 6, 16))
    assert [b["shortTitle"] for b in before["items"]] == ["Crime and Policing Bill"]
    stages = asked("bills", f"{BILL}/Stages", today=date(2025, 6, 16))["items"]
    assert [s["description"] for s in stages][-3:] == ["Report stage", "3rd reading", "1st reading"]
    assert stages[-1]["stageSittings"][0]["date"] == "2025-06-19T00:00:00", "sittings of the week to come are listed"
    after = asked("bills", BILL)
    assert (after["shortTitle"], after["isAct"]) == ("Crime and Policing Act 2026", True)
    assert after["currentStage"]["description"] == "Royal Assent"


def test_a_bill_is_not_there_before_its_first_reading() -> None:
    assert asked("bills", "/api/v1/Bills", today=date(2025, 2, 24))["totalResults"] == 0
    assert bills_api.answer(YEAR, date(2025, 2, 24), Asked(BILL)).status == 404


def test_a_response_is_listed_with_the_report_it_answers_once_it_is_out() -> None:
    waiting = asked("committees", "/api/Publications/9470013", today=date(2025, 6, 11))["governmentResponses"]
    assert (waiting["publication"], waiting["responseDeadline"]) == ([], "2025-05-27T00:00:00")
    answered = asked("committees", "/api/Publications/9470013", today=date(2025, 6, 12))["governmentResponses"]
    assert [p["id"] for p in answered["publication"]] == [9470016]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ((("PublicationTypeIds", "3"),), [9470017, 9470011]),
        ((("StartDate", "2025-03-26"), ("EndDate", "2025-05-01T23:59:59")), [9470014, 9470013]),
        ((("SearchTerm", "Beaconport"),), [9470017]),
        ((("CommitteeId", "83"), ("SortOrder", "PublicationDateAscending"), ("Take", "1")), [9470011]),
        ((("NobodyKnows", "this"), ("Skip", "7")), [9470011]),
    ],
)
def test_publications_are_filtered_and_an_unknown_parameter_is_passed_over(query: Any, found: list[int]) -> None:
    assert [p["id"] for p in asked("committees", "/api/Publications", *query)["items"]] == found


@pytest.mark.parametrize(
    ("host", "path", "query", "status"),
    [
        ("committees", "/api/Publications", ("StartDate", "soon"), 400),
        ("committees", "/api/Publications", ("SortOrder", "Newest"), 400),
        ("committees", "/api/Publications/1", ("x", "y"), 404),
        ("bills", "/api/v1/Bills", ("Skip", "some"), 400),
        ("bills", "/api/v1/Nothing", ("x", "y"), 404),
        ("whatson", "/calendar/proceduraldates/Commons/sittingdates.json", ("startDate", "2025-01-01"), 404),
        ("whatson", "/calendar/sessions/fordate.json/soon", ("x", "y"), 404),
    ],
)
def test_what_can_not_be_read_is_refused(host: str, path: str, query: tuple[str, str], status: int) -> None:
    assert ANSWERS[host](YEAR, EVER, Asked(path, (query,))).status == status


def test_no_house_sits_in_a_recess() -> None:
    off = asked("whatson", "/calendar/events/nonsitting.json", *OFF)
    days = asked("whatson", "/calendar/proceduraldates/Commons/sittingdates.json", *SPAN)["SittingDates"]
    assert len(days) > 120
    assert not [d for d in days for o in off if o["StartDate"] <= d["Date"] <= o["EndDate"]]
    check_day = ("dateToCheck", "2025-07-22")
    assert asked("whatson", "/calendar/proceduraldates/Lords/nextsittingdate.json", check_day) == "2025-09-01T00:00:00"


def test_stages_fall_on_sitting_days_as_far_as_these_are_known() -> None:
    sitting = set(YEAR.timeline.days)
    taken = {day for b in YEAR.timeline.bills for s in b.steps for day in s.days if day <= max(sitting)}
    assert taken <= sitting


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("committees: [{id: 1, on: 2025-01-07, title: t, type: Poem}]", "type is none of"),
        ("bills: [{id: 1, title: t, stages: [{id: 2, name: n, short: s, on: []}]}]", "no days"),
        ("bills: [{id: 1, title: t}, {id: 1, title: u}]", "stands twice"),
    ],
)
def test_rows_that_make_no_sense_are_named(tmp_path: Path, text: str, seen: str) -> None:
    file = tmp_path / "timeline.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=seen):
        load(file)

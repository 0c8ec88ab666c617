"""Is Parliament's calendar read whole, kept for when there is no network, and refused where it can't be right?"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.deadlines.parliament_calendar import Calendar
from monitor.model.sources import Problem
from spiders.replica.imagined_year import Timeline, load
from spiders.replica.server import Replica
from spiders.whatson import calendar
from state.calendar_file import calendar_place, keep_calendar, read_calendar
from tests.spiders.serving import Reply, as_json, payload, serving, whatson
from tui.calendar_refresh import HouseCalendar

TODAY = date(2025, 6, 20)


async def _fetched(answer: Any = whatson) -> Calendar | Problem:
    async with serving(answer) as served:
        found = await calendar(served.address, TODAY, 0.0)
        assert len(served.asked) <= 5
    return found


async def test_five_requests_bring_sitting_days_recesses_and_sessions() -> None:
    found = await _fetched()
    assert isinstance(found, Calendar)
    assert (found.fetched_on, len(found.commons), len(found.lords)) == (TODAY, 8, 7)
    assert [(o.house, o.name, o.code, str(o.since), str(o.until)) for o in found.off] == [
        ("Commons", "Summer recess", "REC", "2025-07-23", "2025-08-31"),
        ("Commons", "Non-sitting Friday", "NSD", "2025-06-20", "2025-06-20"),
        ("Lords", "Summer recess", "REC", "2025-07-25", "2025-08-31"),
    ]
    assert [(s.name, s.until) for s in found.sessions] == [("2024-26", None)]


@pytest.mark.parametrize(
    ("part", "put", "seen"),
    [
        ("sittingdates", {"SittingDates": []}, "no House sits at all"),
        ("sittingdates", {"SittingDates": [{"Date": "2019-01-07T00:00:00"}]}, "another span"),
        ("sittingdates", {"Days": []}, "SittingDates is missing"),
        ("nonsitting", {"message": "no"}, "the days off are not a list"),
        ("list", [{"SessionId": 1}], "StartDate is missing"),
    ],
)
async def test_a_calendar_that_can_not_be_right_is_a_problem(part: str, put: object, seen: str) -> None:
    found = await _fetched(lambda path, query: as_json(put) if part in path else whatson(path, query))
    assert isinstance(found, Problem)
    assert (found.source, found.kind) == ("whatson", "changed-shape")
    assert seen in found.seen


async def test_days_off_of_another_house_than_was_asked_for_are_refused() -> None:
    commons = payload("whatson/commons-off.json")
    found = await _fetched(lambda path, query: as_json(commons) if "nonsitting" in path else whatson(path, query))
    assert isinstance(found, Problem)
    assert "days off of the Commons" in found.seen


async def test_what_was_fetched_is_kept_and_holds_where_there_is_no_network(tmp_path: Path) -> None:
    place = calendar_place(str(tmp_path / "try.sqlite"))
    async with serving(whatson) as served:
        known = HouseCalendar(place, served.address, 0.0, read_calendar(place, served.address))
        assert known.calendar is None
        assert await known.refresh(TODAY) is None
        assert await known.refresh(TODAY) is None
        assert len(served.asked) == 5, "a calendar of today is not asked for again"
    kept = read_calendar(place, served.address)
    assert kept == known.calendar
    later = HouseCalendar(place, served.address, 0.0, kept)
    problem = await later.refresh(date(2025, 6, 21))
    assert problem is not None
    assert problem.kind == "refused"
    assert later.calendar == kept


async def test_a_calendar_of_another_address_or_one_that_is_damaged_is_none(tmp_path: Path) -> None:
    found = await _fetched()
    assert isinstance(found, Calendar)
    place = tmp_path / "deep" / "calendar.json"
    keep_calendar(place, found)
    assert read_calendar(place, found.address) == found
    assert read_calendar(place, "https://elsewhere.example") is None
    whole = place.read_text(encoding="utf-8")
    for damaged in (whole[:-9], "[]", json.dumps(json.loads(whole) | {"commons": ["soon"]}), ""):
        place.write_text(damaged, encoding="utf-8")
        assert read_calendar(place, found.address) is None
    assert [p.name for p in place.parent.iterdir()] == ["calendar.json"]


async def test_a_calendar_that_can_not_be_kept_is_used_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with serving(whatson) as served:
        known = HouseCalendar(tmp_path / "file" / "calendar.json", served.address, 0.0, None)
        problem = await known.refresh(TODAY)
    assert problem is not None
    assert problem.kind == "not-kept"
    assert known.calendar is not None


async def test_the_replica_answers_as_the_calendar_does() -> None:
    async with Replica(load(), lambda: TODAY) as replica:
        found = await calendar(replica.addresses["whatson"], TODAY, 0.0)
    assert isinstance(found, Calendar)
    assert date(2025, 7, 22) in found.commons
    assert date(2025, 7, 23) not in found.lords
    assert "Summer recess" in {o.name for o in found.off}


@pytest.mark.parametrize("today", [date(2024, 1, 3), date(2025, 8, 20), date(2026, 4, 2), date(2026, 11, 23)])
@pytest.mark.parametrize("timeline", [load(), Timeline()], ids=["our-year", "none"])
async def test_the_replica_has_sitting_days_on_whatever_day_it_is_asked(today: date, timeline: Timeline) -> None:
    async with Replica(timeline, lambda: today) as replica:
        found = await calendar(replica.addresses["whatson"], today, 0.0)
    assert isinstance(found, Calendar), found
    assert min(len(found.commons), len(found.lords)) > 100


async def test_a_calendar_that_is_down_is_a_problem_after_one_request() -> None:
    def down(path: str, query: Mapping[str, str]) -> Reply:
        return Reply(b"", 503)

    async with serving(down) as served:
        found = await calendar(served.address, TODAY, 0.0)
    assert isinstance(found, Problem)
    assert (found.kind, len(served.asked)) == ("http-503", 1)

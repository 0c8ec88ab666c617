"""Does the replica answer as the Hansard API does?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spiders.replica import hansard_api
from spiders.replica.imagined_year import load
from spiders.replica.replies import Asked, Library, Reply
from spiders.replica.speeches import slug

EVER = date(2100, 1, 1)
YEAR = Library(load())
PAIRS = Path(__file__).resolve().parents[2].parent / "shared/samples/hansard/parlisearchredirect-pairs-306.json"
STATEMENT = "0065FA0A-716B-455D-BFFF-A61A4046FC69"
DAY = (("date", "2025-01-16"), ("house", "Commons"))


def asked(path: str, *query: tuple[str, str], today: date = EVER) -> Reply:
    return hansard_api.answer(YEAR, today, Asked(path, query))


def body(path: str, *query: tuple[str, str], today: date = EVER) -> Any:
    reply = asked(path, *query, today=today)
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


def spoken(*query: tuple[str, str]) -> Any:
    return body("/search/contributions/Spoken.json", *((f"queryParameters.{n}", v) for n, v in query))


def test_a_day_has_its_sections_and_a_day_off_none() -> None:
    assert body("/overview/sectionsforday.json", *DAY) == ["Debate"]
    assert body("/overview/sectionsforday.json", *DAY, today=date(2025, 1, 15)) == []
    assert body("/overview/sectionsforday.json", ("date", "2025-01-18"), ("house", "Commons")) == []
    assert body("/overview/sectionsforday.json", ("date", "2025-03-04"), ("house", "Commons")) == ["Debate", "WestHall"]
    assert body("/overview/sectionsforday.json", ("date", "2025-01-16"), ("house", "Lords")) == []


def test_a_tree_is_flat_and_every_parent_stands_before_its_children() -> None:
    (tree,) = body("/overview/sectiontrees.json", ("section", "Debate"), *DAY)
    seen: set[int | None] = {None}
    for item in tree["SectionTreeItems"]:
        assert item["ParentId"] in seen
        seen.add(item["Id"])
    titles = [item["Title"] for item in tree["SectionTreeItems"]]
    assert titles[:2] == ["Commons Chamber", "Oral Answers to Questions"]
    assert "Child Sexual Exploitation and Abuse" in titles


def test_a_debate_is_found_whatever_the_case_of_its_id_and_path() -> None:
    first = body(f"/debates/debate/{STATEMENT}.json")
    assert body(f"/Debates/Debate/{STATEMENT.lower()}.json") == first
    assert asked(f"/debates/debate/{STATEMENT}.json", today=date(2025, 1, 15)).status == 404


def test_columns_are_marked_in_mid_sentence_and_paragraphs_parted_by_two_breaks() -> None:
    items = body(f"/debates/debate/{STATEMENT}.json")["Items"]
    assert items[0]["HRSTag"] == "hs_ColumnNumber"
    assert items[0]["ItemType"] == "Contribution"
    assert items[1]["ItemType"] == "Timestamp"
    assert '<span id="561" class="column-number" data-column-number="561"></span>' in items[2]["Value"]
    assert "\r\n\r\n" in items[2]["Value"]
    assert "[[" not in items[2]["Value"]


def test_a_member_is_introduced_once() -> None:
    items = body(f"/debates/debate/{STATEMENT}.json")["Items"]
    home = [i["AttributedTo"] for i in items if i["MemberId"] == 420]
    assert home == ["The Secretary of State for the Home Department (Yvette Cooper)", "Yvette Cooper", "Yvette Cooper"]
    assert "Helena Marsh (Thornbridge) (Con)" in [i["AttributedTo"] for i in items]


def test_an_oral_question_is_wrapped_in_its_own_tags() -> None:
    items = body("/debates/debate/11AB7C02-3B5E-4B0E-9E3B-5A1F6E2C0210.json")["Items"]
    assert items[2]["Value"].startswith('<Question HRSContentId="{')
    assert items[2]["UIN"] == "902571"


def test_neighbours_are_empty_strings_where_there_are_none() -> None:
    overview = body(f"/debates/debate/{STATEMENT}.json")["Overview"]
    assert overview["NextDebateExtId"] == ""
    assert overview["PreviousDebateExtId"]


def test_a_heading_holds_its_debates_as_children() -> None:
    (tree,) = body("/overview/sectiontrees.json", ("section", "Debate"), *DAY)
    heading = next(i for i in tree["SectionTreeItems"] if i["HRSTag"] == "hs_6bDepartment")
    whole = body(f"/debates/debate/{heading['ExternalId']}.json")
    assert whole["Items"] == []
    assert whole["ChildDebates"][0]["Items"]


def test_the_record_is_rolling_on_its_day_and_daily_after() -> None:
    path = f"/debates/debate/{STATEMENT}.json"
    days = (date(2025, 1, 16), date(2025, 1, 17), date(2025, 3, 1))
    seen = [body(path, today=day)["Overview"] for day in days]
    assert [o["Source"] for o in seen] == [1, 2, 2]
    stamps = [o["ContentLastUpdated"] for o in seen]
    assert stamps == sorted(set(stamps))


def test_sitting_days_are_linked() -> None:
    linked = body("/overview/linkedsittingdates.json", *DAY)
    assert linked == {"PreviousSittingDate": "2025-01-15T00:00:00", "NextSittingDate": "2025-01-20T00:00:00"}
    last = body("/overview/linkedsittingdates.json", *DAY, today=date(2025, 1, 16))
    assert "NextSittingDate" not in last
    assert body("/overview/lastsittingdate.json", ("house", "Commons"), today=date(2025, 4, 15)) == "2025-04-08"


def test_a_calendar_month_lists_its_sitting_days() -> None:
    month = body("/overview/calendar.json", ("year", "2025"), ("month", "4"), ("house", "Commons"))
    days = [item["ItemDate"][:10] for item in month]
    assert days[-1] == "2025-04-30"
    assert "2025-04-09" not in days
    assert "2025-04-22" in days


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/overview/sectionsforday.json", (("queryParameters.date", "2025-01-16"), ("house", "Commons"))),
        ("/overview/sectionsforday.json", (("date", "2025-01-16"),)),
        ("/overview/sectiontrees.json", DAY),
        ("/overview/speakers.json", ()),
        ("/debates/debate/nothing.json", ()),
        ("/robots.txt", ()),
    ],
)
def test_what_has_no_route_is_404(path: str, query: Any) -> None:
    assert asked(path, *query).status == 404


def test_a_search_finds_what_was_said_and_ignores_what_it_does_not_know() -> None:
    found = spoken(("searchTerm", "Beaconport"))
    assert found["SpokenResultCount"] == found["TotalResultCount"] == len(found["Results"]) > 0
    assert all("Beaconport" in row["ContributionTextFull"] for row in found["Results"])
    every = spoken()["TotalResultCount"]
    assert spoken(("memberIds", "420"), ("colour", "red"))["TotalResultCount"] == every
    assert 0 < spoken(("memberId", "420"))["TotalResultCount"] < every
    assert spoken(("startDate", "2025-06-16"), ("endDate", "2025-06-16"), ("take", "2"), ("skip", "1"))["Results"]
    asked_for = spoken(("searchTerm", "spokenby:Phillips AND words:Beaconport"))["Results"]
    assert {row["MemberId"] for row in asked_for} == {4370}


def test_a_search_row_shows_255_characters_and_the_whole() -> None:
    row = next(r for r in spoken(("memberId", "420"))["Results"] if len(r["ContributionTextFull"]) > 400)
    assert len(row["ContributionText"]) == 255
    assert "<span" not in row["ContributionText"]


@pytest.mark.skipif(not PAIRS.is_file(), reason="no recorded links beside this checkout")
def test_addresses_are_spelt_as_the_resolver_spells_them() -> None:
    for pair in json.loads(PAIRS.read_text()):
        assert slug(pair["debate_title"]) == pair["return_value"].split("#")[0].rsplit("/", 1)[-1]


def test_a_contribution_leads_to_its_place_on_the_site() -> None:
    row = spoken(("searchTerm", "Beaconport"))["Results"][0]
    path = body("/search/parlisearchredirect.json", ("externalId", row["ContributionExtId"]))
    assert path.startswith("/Commons/2025-09-02/debates/8870DA0B-4B7F-4E1E-830D-8D0F53A0C77F/Group-Based")
    assert path.endswith(f"#contribution-{row['ContributionExtId']}")

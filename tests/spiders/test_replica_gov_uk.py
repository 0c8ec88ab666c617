"""Does the replica answer as GOV.UK does?"""

import json
from datetime import date
from typing import Any

import pytest

from spiders.replica import gov_uk_api
from spiders.replica.imagined_year import load
from spiders.replica.replies import Asked, Library, Reply

EVER = date(2100, 1, 1)
YEAR = Library(load())
REPORT = "/government/publications/national-audit-on-group-based-child-sexual-exploitation-and-abuse"
GUIDANCE = "/government/publications/grooming-gangs-taskforce-interim-guidance"


def asked(path: str, *query: tuple[str, str], today: date = EVER) -> Reply:
    return gov_uk_api.answer(YEAR, today, Asked(path, query))


def content(path: str, today: date = EVER) -> Any:
    reply = asked(f"/api/content{path}", today=today)
    assert reply.status == 200
    return json.loads(reply.body)


def search(*query: tuple[str, str], today: date = EVER) -> Any:
    reply = asked("/api/search.json", *query, today=today)
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


def links(*query: tuple[str, str], today: date = EVER) -> list[str]:
    return [row["link"] for row in search(*query, ("count", "1000"), today=today)["results"]]


def test_a_page_appears_on_its_day() -> None:
    assert asked(f"/api/content{REPORT}", today=date(2025, 6, 15)).status == 404
    assert REPORT not in links(today=date(2025, 6, 15))
    page = content(REPORT, date(2025, 6, 16))
    assert (page["document_type"], page["schema_name"]) == ("independent_report", "publication")
    assert REPORT in links(today=date(2025, 6, 16))


def test_keys_of_an_item_are_sorted_and_its_moments_carry_londons_offset() -> None:
    page = content(REPORT)
    assert list(page) == sorted(page)
    assert page["first_published_at"] == "2025-06-16T09:30:00.000+01:00"
    assert page["withdrawn_notice"] == {}


def test_a_major_update_moves_the_public_timestamp_and_leaves_a_note() -> None:
    before, after = content(REPORT, date(2025, 12, 8)), content(REPORT, date(2025, 12, 9))
    assert before["public_updated_at"].startswith("2025-06-16")
    assert after["public_updated_at"] == "2025-12-09T09:30:00.000+00:00"
    assert [n["note"] for n in after["details"]["change_history"]] == [
        "The accessible version of the report has been updated.",
        "First published.",
    ]
    row = next(r for r in search(("order", "-public_timestamp"), ("count", "500"))["results"] if r["link"] == REPORT)
    assert row["public_timestamp"] == "2025-12-09T09:30:00Z"


def test_a_minor_edit_changes_the_body_and_neither_note_nor_search() -> None:
    path = "/government/news/policing-minister-visits-calderholme"
    before, after = content(path, date(2025, 5, 29)), content(path, date(2025, 5, 30))
    assert before["details"]["body"] != after["details"]["body"]
    assert before["details"]["change_history"] == after["details"]["change_history"]
    assert before["public_updated_at"] == after["public_updated_at"]


def test_updated_at_moves_though_nothing_was_changed() -> None:
    monday, tuesday = content(REPORT, date(2025, 7, 7)), content(REPORT, date(2025, 7, 8))
    assert [name for name in monday if monday[name] != tuesday[name]] == ["updated_at"]


def test_html_publications_are_children_with_a_page_of_their_own_and_no_place_in_search() -> None:
    children = [child["base_path"] for child in content(REPORT)["links"]["children"]]
    assert len(children) == 2
    response = next(path for path in children if "government-response" in path)
    page = content(response)
    assert page["document_type"] == "html_publication"
    assert "accepts all 12 recommendations" in page["details"]["body"]
    assert page["links"]["parent"][0]["base_path"] == REPORT
    assert response not in links()


def test_a_withdrawn_page_is_still_there_with_a_notice() -> None:
    assert content(GUIDANCE, date(2025, 6, 30))["withdrawn_notice"] == {}
    notice = content(GUIDANCE, date(2025, 7, 1))["withdrawn_notice"]
    assert notice["withdrawn_at"].startswith("2025-07-01T")
    assert "has been withdrawn" in notice["explanation"]


def test_a_page_gone_without_a_word_is_410_and_one_with_an_explanation_200() -> None:
    assert asked("/api/content/government/news/test-page-for-editors").status == 410
    gone = content("/government/news/local-inquiries-fund-open-day")
    assert gone["document_type"] == "gone"
    assert "in error" in gone["details"]["explanation"]


def test_a_redirected_page_says_where_to() -> None:
    path = "/government/publications/child-sexual-abuse-action-plan-draft"
    assert content(path, date(2025, 4, 9))["document_type"] == "policy_paper"
    moved = content(path)
    assert moved["document_type"] == "redirect"
    assert moved["redirects"][0]["destination"].endswith("tackling-child-sexual-abuse-progress-update")
    assert path not in links()


def test_a_path_below_a_page_that_takes_all_of_them_is_303_to_it() -> None:
    page = "/government/publications/offensive-weapons-homicide-review-panel-annual-report"
    reply = asked(f"/api/content{page}/print")
    assert (reply.status, reply.headers["Location"]) == (303, f"/api/content{page}")


def test_robots_txt_disallows_printing_and_all_search() -> None:
    reply = asked("/robots.txt")
    assert reply.status == 200
    assert "Disallow: /*/print$" in reply.body
    assert "Disallow: /search/all*" in reply.body


@pytest.mark.parametrize(
    "query",
    [
        ("organisation", "home-office"),
        ("filter_department", "home-office"),
        ("fields", "title,colour"),
        ("order", "-updated_at"),
        ("count", "1501"),
        ("count", "-1"),
        ("start", "900001"),
        ("q", "x" * 513),
        ("filter_public_timestamp", "since:2025-01-01"),
        ("filter_public_timestamp", "from:soon"),
    ],
)
def test_search_refuses_what_it_does_not_know(query: tuple[str, str]) -> None:
    reply = asked("/api/search.json", query)
    assert reply.status == 422
    assert json.loads(reply.body)["error"]


def test_search_gives_the_fields_asked_for_and_those_it_always_gives() -> None:
    row = search(("fields", "title,link"), ("order", "-public_timestamp"))["results"][0]
    always = {"index", "es_score", "_id", "elasticsearch_type", "document_type"}
    assert set(row) == {"title", "link"} | always
    assert row["es_score"] is None


def test_search_filters_by_organisation_kind_and_day() -> None:
    office = ("filter_organisations", "home-office")
    day = ("filter_public_timestamp", "from:2025-04-08,to:2025-04-09")
    kind = ("filter_content_store_document_type", "policy_paper")
    assert links(office, day, kind) == ["/government/publications/tackling-child-sexual-abuse-progress-update"]
    assert links(office, day, ("reject_content_store_document_type", "policy_paper")) == []
    assert len(links(office)) < len(links(office, ("filter_organisations", "cabinet-office"))) < len(links())


def test_search_by_words_finds_the_page_they_are_in() -> None:
    found = search(("q", "Operation Beaconport"))["results"]
    assert found[0]["link"] == "/government/news/operation-beaconport-named"
    assert found[0]["es_score"] is not None


def test_search_comes_in_pages_newest_first() -> None:
    order = ("order", "-public_timestamp")
    first = search(order, ("count", "5"))
    second = search(order, ("count", "5"), ("start", "5"))
    stamps = [row["public_timestamp"][:10] for row in first["results"] + second["results"]]
    assert stamps == sorted(stamps, reverse=True)
    assert first["total"] == second["total"] > 25
    assert search(("count", "0"))["results"] == []

"""Are recorded payloads served again as they were recorded?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.model.errors import UserError
from spiders.replica import earlier, gov_uk_api
from spiders.replica.imagined_year import Timeline, load
from spiders.replica.recorded_payloads import RecordedPayloads, read
from spiders.replica.replies import Asked, Library
from spiders.replica.server import parliament

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
EVER = date(2100, 1, 1)
QUESTIONS = "/api/writtenquestions/questions"
there = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no recorded samples beside this checkout")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(Timeline(), read(SAMPLES))


def question(library: Library, number: int, today: date = EVER) -> Any:
    reply = parliament(library, today, Asked(f"{QUESTIONS}/{number}"))
    assert reply.status == 200
    return json.loads(reply.body)["value"]


@there
def test_a_recorded_detail_is_served_word_for_word(library: Library) -> None:
    recorded = json.loads((SAMPLES / "written-questions/detail-by-id-1679416.json").read_text())["value"]
    assert question(library, 1679416) == recorded
    for row in json.loads((SAMPLES / "written-questions/detail-by-date-uin-and-members-index.json").read_text()):
        value = row["detail_payload"]["value"]
        path = f"{QUESTIONS}/{value['dateTabled'][:10]}/{value['uin']}"
        assert json.loads(parliament(library, EVER, Asked(path)).body)["value"] == value


@there
def test_a_recorded_list_row_is_made_again_from_its_full_text(library: Library) -> None:
    for row in json.loads((SAMPLES / "written-questions/full-text-vs-list-home-office-cse.json").read_text()):
        whole, listed = row["longform"], row["list_item"]["value"]
        if not listed["answerText"]:
            continue
        query = (
            ("uIN", listed["uin"]),
            ("tabledWhenFrom", listed["dateTabled"]),
            ("tabledWhenTo", listed["dateTabled"]),
        )
        again = json.loads(parliament(library, EVER, Asked(QUESTIONS, query)).body)["results"][0]["value"]
        assert (again["questionText"], again["answerText"]) == (listed["questionText"], listed["answerText"])
        assert question(library, row["id"])["answerText"] == whole["answer_text"]


@there
def test_every_recorded_question_comes_once_in_the_list(library: Library) -> None:
    found = json.loads(parliament(library, EVER, Asked(QUESTIONS, (("take", "1000"),))).body)
    ids = [row["value"]["id"] for row in found["results"]]
    assert len(ids) == len(set(ids)) > 35
    before = {one.id for one in earlier.questions()}
    assert set(ids) == {state.value["id"] for state in library.recorded.states} | before
    assert all(len(row["value"]) == 30 for row in found["results"])


@there
def test_recorded_states_follow_one_another_as_the_days_go_by(library: Library) -> None:
    days = (date(2024, 11, 12), date(2024, 11, 13), EVER)
    states = [question(library, 1740104, day)["answerIsHolding"] for day in days]
    assert states[-1] is False
    assert True in states
    assert question(library, 1739740, date(2024, 11, 6))["answeringBodyName"] == "Home Office"
    assert question(library, 1739740)["answeringBodyName"] == "Ministry of Justice"


@there
def test_recorded_pages_are_served_by_path_and_found_by_any_organisation(library: Library) -> None:
    query = (("filter_organisations", "home-office"), ("order", "-public_timestamp"), ("count", "100"))
    found = json.loads(gov_uk_api.answer(library, EVER, Asked("/api/search.json", query)).body)
    paths = {row["link"] for row in found["results"]}
    for file in (SAMPLES / "gov-uk").glob("*.json"):
        item = json.loads(file.read_text())
        reply = gov_uk_api.answer(library, EVER, Asked(f"/api/content{item['base_path']}"))
        if item["document_type"] not in ("gone", "redirect"):
            assert item["base_path"] in paths
        if file.stem not in ("speech-oral-statement", "speech-withdrawn"):  # two recordings of one page
            assert (reply.status, json.loads(reply.body)) == (200, item)


@there
def test_recorded_and_imagined_are_served_together() -> None:
    both = Library(load(), read(SAMPLES))
    assert question(both, 1679416)["id"] == 1679416
    assert question(both, 7700101)["id"] == 7700101


def test_a_folder_with_nothing_of_use_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing recorded"):
        read(tmp_path)


def test_a_recording_that_is_not_json_is_the_users_mistake(tmp_path: Path) -> None:
    (tmp_path / "gov-uk").mkdir()
    (tmp_path / "gov-uk/page.json").write_text("<html>")
    with pytest.raises(UserError, match=r"can't read page\.json"):
        read(tmp_path)


def test_nothing_recorded_is_nothing_served() -> None:
    assert (RecordedPayloads().questions(EVER), RecordedPayloads().pages(EVER)) == ([], {})

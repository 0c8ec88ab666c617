"""Does the replica answer for written questions and statements as the API does?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spiders.replica.imagined_year import Timeline, load
from spiders.replica.replies import Asked, Library, Reply
from spiders.replica.server import parliament

EVER = date(2100, 1, 1)
QUESTIONS = "/api/writtenquestions/questions"
STATEMENTS = "/api/writtenstatements/statements"
YEAR = Library(load())
LONG = "a" * 300


def asked(path: str, *query: tuple[str, str], today: date = EVER, library: Library = YEAR) -> Reply:
    return parliament(library, today, Asked(path, query))


def body(reply: Reply) -> Any:
    assert reply.status == 200, reply.body
    return json.loads(reply.body)


def question(number: int, today: date = EVER) -> dict[str, Any]:
    found: dict[str, Any] = body(asked(f"{QUESTIONS}/{number}", today=today))["value"]
    return found


def total(*query: tuple[str, str], path: str = QUESTIONS, today: date = EVER) -> int:
    return int(body(asked(path, *query, today=today))["totalResults"])


@pytest.fixture
def made(tmp_path: Path) -> Timeline:
    file = tmp_path / "t.yaml"
    file.write_text(
        "written-questions:\n"
        f"- {{id: 1, tabled: 2025-01-07, by: 2, heading: h, text: 'To ask {LONG}',\n"
        f'   steps: [{{on: 2025-01-09, text: "The first.\\nThe second. {LONG}"}}]}}\n'
        "- {id: 2, tabled: 2025-01-07, by: 2, heading: h, text: Short, steps: [{on: 2025-01-09, text: Yes & no.}]}\n"
    )
    return load(file)


def test_a_list_cuts_answers_at_255_characters_with_dots_and_questions_without(made: Timeline) -> None:
    rows = body(asked(QUESTIONS, library=Library(made)))["results"]
    long = next(row["value"] for row in rows if row["value"]["id"] == 1)
    assert len(long["answerText"]) == 258
    assert long["answerText"].startswith("The first.The second. aaa")
    assert long["answerText"].endswith("a...")
    assert len(long["questionText"]) == 255
    assert not long["questionText"].endswith("...")


def test_a_short_answer_is_whole_in_the_list_without_its_tags_but_with_its_entities(made: Timeline) -> None:
    rows = body(asked(QUESTIONS, library=Library(made)))["results"]
    short = next(row["value"] for row in rows if row["value"]["id"] == 2)
    assert (short["questionText"], short["answerText"]) == ("Short", "Yes &amp; no.")


def test_a_question_by_itself_has_its_whole_answer_as_html(made: Timeline) -> None:
    whole = body(asked(f"{QUESTIONS}/1", library=Library(made)))["value"]
    assert whole["answerText"] == f"<p>The first.</p><p>The second. {LONG}</p>"
    assert len(whole["questionText"]) > 255
    escaped = body(asked(f"{QUESTIONS}/2", library=Library(made)))["value"]
    assert escaped["answerText"] == "<p>Yes &amp; no.</p>"


def test_attachments_are_in_the_detail_alone_and_their_count_is_always_nought() -> None:
    detail = question(7700192)
    assert [file["title"] for file in detail["attachments"]] == ["Table of costs.pdf"]
    assert detail["attachmentCount"] == 0
    row = body(asked(QUESTIONS, ("uIN", detail["uin"])))["results"][0]["value"]
    assert row["attachments"] == []


def test_a_question_is_not_there_before_it_is_tabled_nor_answered_before_its_day() -> None:
    assert asked(f"{QUESTIONS}/7700101", today=date(2025, 1, 6)).status == 404
    before, after = question(7700101, date(2025, 1, 13)), question(7700101, date(2025, 1, 14))
    empty = ("answerText", "dateAnswered", "answerIsHolding", "answerIsCorrection", "answeringMemberId")
    assert [before[name] for name in empty] == [None] * 5
    assert after["dateAnswered"] == "2025-01-14T00:00:00"
    assert after["answerIsHolding"] is False
    assert "Crime and Policing Bill" in after["answerText"]


def test_the_heading_comes_days_after_the_question() -> None:
    assert question(7700101, date(2025, 1, 7))["heading"] is None
    assert question(7700101, date(2025, 1, 9))["heading"] == "Offences against Children"


def test_a_holding_answer_is_replaced_and_its_day_kept() -> None:
    held, final = question(7700104, date(2025, 1, 13)), question(7700104)
    assert held["answerIsHolding"] is True
    assert held["dateHoldingAnswer"] == held["dateAnswered"] == "2025-01-13T00:00:00"
    assert "will not be possible to answer this question within the usual time period" in held["answerText"]
    assert final["answerIsHolding"] is False
    assert (final["dateAnswered"], final["dateHoldingAnswer"]) == ("2025-01-21T00:00:00", "2025-01-13T00:00:00")


def test_a_correction_keeps_the_day_of_the_answer_and_is_found_by_its_own() -> None:
    corrected = question(7700134)
    assert corrected["answerIsCorrection"] is True
    assert corrected["dateAnswered"] == "2025-04-04T00:00:00"
    assert corrected["dateAnswerCorrected"] == "2025-04-09T00:00:00"
    assert corrected["correctingMemberId"] == 99106
    assert total(("correctedWhenFrom", "2025-04-09"), ("correctedWhenTo", "2025-04-09")) == 1
    assert question(7700134, date(2025, 4, 8))["answerIsCorrection"] is False


def test_a_silent_edit_changes_the_text_and_nothing_else() -> None:
    before, after = question(7700159, date(2025, 7, 21)), question(7700159, date(2025, 7, 22))
    assert [name for name in before if before[name] != after[name]] == ["answerText"]


def test_a_transferred_question_changes_department_and_words() -> None:
    before, after = question(7700119, date(2025, 2, 9)), question(7700119, date(2025, 2, 10))
    assert (before["answeringBodyId"], after["answeringBodyId"]) == (54, 1)
    assert "Secretary of State for Justice" in before["questionText"]
    assert "Home Department" in after["questionText"]


def test_a_withdrawn_question_is_listed_only_when_asked_for() -> None:
    day = (("tabledWhenFrom", "2025-11-20"), ("tabledWhenTo", "2025-11-20"))
    assert total(*day, ("includeWithdrawn", "true")) == total(*day) + 1


@pytest.mark.parametrize(
    ("query", "test"),
    [
        ((("tabledWhenFrom", "2025-06-01"),), lambda v: v["dateTabled"] >= "2025-06-01"),
        ((("tabledWhenTo", "2025-02-01T00:00:00"),), lambda v: v["dateTabled"] < "2025-02-02"),
        ((("answeredWhenFrom", "2025-06-01"),), lambda v: v["dateAnswered"] >= "2025-06-01"),
        ((("dateForAnswerWhenTo", "2025-02-01"),), lambda v: v["dateForAnswer"] < "2025-02-02"),
        ((("answeringBodies", "1"), ("answeringBodies", "54")), lambda v: v["answeringBodyId"] in (1, 54)),
        ((("answered", "Unanswered"),), lambda v: v["dateAnswered"] is None),
        ((("questionStatus", "AnsweredOnly"),), lambda v: v["dateAnswered"] is not None),
        ((("askingMemberId", "99001"),), lambda v: v["askingMemberId"] == 99001),
        ((("answeringMemberId", "4370"),), lambda v: v["answeringMemberId"] == 4370),
        ((("members", "99001"), ("members", "99002")), lambda v: v["askingMemberId"] in (99001, 99002)),
        ((("house", "Lords"),), lambda v: v["house"] == "Lords"),
        ((("uin", "700101"),), lambda v: v["uin"] == "700101"),
        ((("searchTerm", "Oldham"),), lambda v: v["id"] < 7_900_000),
    ],
)
def test_each_filter_keeps_what_it_names_and_drops_the_rest(query: Any, test: Any) -> None:
    today = date(2025, 12, 12)
    found = body(asked(QUESTIONS, *query, ("take", "1000"), today=today))
    assert 0 < found["totalResults"] == len(found["results"]) < total(today=today)
    assert all(test(row["value"]) for row in found["results"])


def test_unknown_parameters_are_ignored_and_the_list_comes_unfiltered() -> None:
    assert total(("tabledFrom", "2025-06-01"), ("department", "1")) == total()


def test_a_page_has_twenty_rows_unless_more_are_asked_for() -> None:
    first = body(asked(QUESTIONS))
    assert len(first["results"]) == 20
    second = body(asked(QUESTIONS, ("skip", "20"), ("take", "30")))
    assert len(second["results"]) == 30
    assert {r["value"]["id"] for r in first["results"]}.isdisjoint(r["value"]["id"] for r in second["results"])


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        (QUESTIONS, (("tabledWhenFrom", "soon"),), 400),
        (QUESTIONS, (("take", "many"),), 400),
        (QUESTIONS, (("answered", "Perhaps"),), 400),
        (QUESTIONS, (("answeringBodies", "Home Office"),), 400),
        (f"{QUESTIONS}/1", (), 404),
        (f"{QUESTIONS}/2025-01-07/0", (), 404),
        (f"{QUESTIONS}/never/700101", (), 400),
        (f"{STATEMENTS}/1", (), 404),
    ],
)
def test_errors_are_problem_details(path: str, query: Any, status: int) -> None:
    reply = asked(path, *query)
    told = json.loads(reply.body)
    assert (reply.status, told["status"]) == (status, status)
    assert set(told) == {"type", "title", "status", "detail", "instance"}


def test_a_question_is_found_by_the_day_it_was_tabled_and_its_number_in_any_case() -> None:
    found = body(asked(f"{QUESTIONS}/2025-03-18/hl700131"))
    assert found["value"]["house"] == "Lords"
    assert found["links"][0]["href"] == "/Questions/2025-03-18/hl700131"
    assert asked(f"{QUESTIONS}/2025-03-19/hl700131").status == 404


def test_members_are_expanded_on_request_only() -> None:
    assert question(7700101)["answeringMember"] is None
    expanded = body(asked(f"{QUESTIONS}/7700101", ("expandMember", "true")))["value"]
    assert expanded["answeringMember"]["name"] == "Jess Phillips"


def test_a_statement_is_made_on_its_day_and_copied_to_the_lords() -> None:
    day = (("madeWhenFrom", "2025-04-08"), ("madeWhenTo", "2025-04-08"))
    assert total(*day, path=STATEMENTS, today=date(2025, 4, 7)) == 0
    rows = [r["value"] for r in body(asked(STATEMENTS, *day))["results"]]
    assert [(r["house"], r["uin"]) for r in rows] == [("Commons", "HCWS588"), ("Lords", "HLWS583")]
    assert rows[0]["title"] == rows[1]["title"]


def test_a_statement_is_cut_in_the_list_and_whole_by_itself() -> None:
    row = body(asked(STATEMENTS, ("uIN", "hcws588")))["results"][0]["value"]
    whole = body(asked(f"{STATEMENTS}/2025-04-08/hcws588"))["value"]
    assert row["text"].endswith("...")
    assert "<p>" not in row["text"]
    assert whole["text"].startswith("<p>")
    assert whole == body(asked(f"{STATEMENTS}/{whole['id']}"))["value"]


def test_a_corrected_statement_is_linked_from_its_correction() -> None:
    whole = body(asked(f"{STATEMENTS}/7600012"))["value"]
    assert whole["hasLinkedStatements"] is True
    assert [link["linkType"] for link in whole["linkedStatements"]] == ["CorrectedStatement"]

"""Do our own made-up payloads, shaped exactly as the sources', read into the documents they tell of?"""

import copy
from datetime import date, timedelta
from typing import Any

import pytest

from monitor.model.documents import Passage, Presence
from spiders.attributions import attributed
from spiders.content_items import below, content_item, destination, own_path, vanished
from spiders.debates import debate, slug
from spiders.question_fields import question, to_be_fetched
from spiders.statement_fields import copies_of, joined, listed, statement, without_copies
from spiders.strict_fields import SourceChanged
from tests.spiders.serving import payload

WHERE = "https://x.example/one"


def _question(name: str, **altered: object) -> Any:
    item: Any = copy.deepcopy(payload(f"written-questions/{name}.json"))
    item["value"] |= altered
    return item


def test_an_unanswered_question_is_dated_by_the_day_it_was_tabled() -> None:
    read = question(_question("501"), WHERE)
    assert (read.kind, read.published_on, read.title, read.body) == (
        "written-question", date(2025, 6, 10), "", "Home Office",
    )  # fmt: skip
    assert [(p.role, p.speaker) for p in read.passages] == [("question", "Sam Shore")]
    assert read.url.endswith("/written-questions/detail/2025-06-10/1501")


def test_an_answer_is_dated_by_its_day_and_keeps_its_paragraphs_links_and_files() -> None:
    read = question(_question("502"), WHERE)
    assert (read.kind, read.published_on, read.title) == ("written-answer", date(2025, 6, 16), "Harbours: Lighting")
    answer = read.passages[1]
    assert (answer.role, answer.speaker) == ("answer", "Ada Quay")
    assert answer.text.startswith("The lights will be renewed by spring 2026.\n\nSee https://www.gov.uk/harbours")
    assert read.passages[2] == Passage(
        "text", "Lights table", url="https://qna.files.example/502/original/lights%20table.xlsx"
    )


def test_a_holding_answer_and_a_corrected_one_are_marked() -> None:
    assert question(_question("503"), WHERE).holding
    corrected = question(_question("504"), WHERE)
    assert (corrected.published_on, corrected.corrected_on) == (date(2025, 6, 12), date(2025, 6, 18))
    assert corrected.notes == ((date(2025, 6, 18), "Corrected by Ada Quay."),)
    assert question(_question("501", isWithdrawn=True), WHERE).presence is Presence.WITHDRAWN


@pytest.mark.parametrize(
    ("altered", "fetched"),
    [
        ({}, False),
        ({"questionText": "q" * 255}, True),
        ({"questionText": "q" * 254}, False),
        ({"answerText": "a" * 255 + "...", "dateAnswered": "2025-06-12T00:00:00"}, True),
        ({"answerText": "No.Never.", "dateAnswered": "2025-06-12T00:00:00"}, True),
    ],
)
def test_what_a_list_may_have_cut_or_glued_is_fetched_whole(altered: dict[str, object], fetched: bool) -> None:
    assert to_be_fetched(_question("501", **altered), WHERE) == (501, fetched)


@pytest.mark.parametrize(
    ("altered", "seen"),
    [
        ({"answerText": "a" * 255 + "...", "dateAnswered": "2025-06-12T00:00:00"}, "the answer is cut"),
        ({"answerText": "Yes."}, "an answer without a day"),
        ({"dateTabled": "yesterday"}, "is no date"),
        ({"id": "501"}, "id is text"),
        ({"uin": None}, "uin is null"),
    ],
)
def test_a_question_that_can_not_be_right_is_refused(altered: dict[str, object], seen: str) -> None:
    with pytest.raises(SourceChanged, match=seen):
        question(_question("501", **altered), WHERE)


def test_the_stock_text_that_ends_a_session_answers_nothing() -> None:
    stock = "<p>It has not proved possible to respond to the hon. Member in the time available before Prorogation.</p>"
    assert question(_question("502", answerText=stock), WHERE).holding
    assert not question(_question("502", answerText=f"{stock}<p>The lights are lit.</p>"), WHERE).holding
    assert not question(_question("501", questionText="Is it not proved possible before Prorogation."), WHERE).holding


def test_a_grouped_answer_names_the_other_questions_it_was_given_to() -> None:
    grouped = question(_question("502", groupedQuestions=["1507", "1506"]), WHERE)
    assert grouped.grouped == ("1506", "1507")
    assert question(_question("502", groupedQuestions=None), WHERE).grouped == ()
    with pytest.raises(SourceChanged, match="something else than UINs"):
        question(_question("502", groupedQuestions=[1506]), WHERE)


def test_a_field_that_was_never_seen_before_is_told_and_the_question_is_read() -> None:
    strange: set[str] = set()
    assert question(_question("501", mood="fair"), WHERE, strange).key == "501"
    assert strange == {"value.mood"}


def test_a_statement_is_spoken_by_the_post_that_made_it() -> None:
    read = statement(payload("written-statements/701.json"), WHERE)
    assert read.passages == (
        Passage(
            "speech",
            "I am publishing the plan today.\n\nA copy will be placed in the Library.",
            "Ada Quay",
            "Secretary of State for Harbours",
        ),
    )
    assert read.url.endswith("/written-statements/detail/2025-06-16/hcws71")


def test_of_two_linked_statements_the_later_corrects_the_earlier_and_neither_is_dated_by_the_link() -> None:
    later = statement(payload("written-statements/701.json"), WHERE)
    assert (later.corrects, later.corrected_on) == (("690",), None)
    assert later.notes == ((date(2025, 6, 16), "CorrectedStatement: statement 690, linked on 2025-06-18"),)
    item: Any = payload("written-statements/701.json")
    item["value"]["linkedStatements"] = [
        {"linkedStatementId": 801, "linkType": "CorrectedStatement", "linkDate": "2025-06-20T00:00:00"},
        {"linkedStatementId": 600, "linkType": "JointStatement", "linkDate": "2025-06-16T00:00:00"},
    ]
    assert statement(item, WHERE).corrects == ()


def test_a_statement_says_where_its_copy_in_the_lords_stands() -> None:
    items: Any = payload("written-statements/list.json")
    copies = copies_of(listed(item, WHERE) for item in items["results"])
    assert {number: [copy.uin for copy in found] for number, found in copies.items()} == {701: ["HLWS66"]}
    read = joined(statement(payload("written-statements/701.json"), WHERE), copies[701])
    address = "https://questions-statements.parliament.uk/written-statements/detail/2025-06-16/hlws66"
    assert (date(2025, 6, 16), f"Also made in the Lords as HLWS66: {address}") in read.notes


def test_the_lords_copy_of_a_statement_is_left_out_and_a_lords_statement_is_not() -> None:
    items: Any = payload("written-statements/list.json")
    assert [s.number for s in without_copies(listed(item, WHERE) for item in items["results"])] == [701, 703]


def test_a_page_is_dated_by_its_first_publication_and_its_notes_hold_the_later_days() -> None:
    read = content_item(payload("gov-uk/plan.json"), WHERE)
    assert (read.key, read.kind, read.body) == (
        "/government/publications/safer-harbours-plan", "policy_paper", "Home Office",
    )  # fmt: skip
    assert read.published_on == date(2025, 6, 17)
    assert read.notes == ((date(2025, 6, 17), "First published."), (date(2025, 7, 1), "Added the delivery table."))
    assert [p.text for p in read.passages][:2] == [
        "What we will do about harbour safety.",
        "The plan has two parts.\n\nLights\n\nRails\n\nPort Year\nDover 2026",
    ]
    assert below(payload("gov-uk/plan.json"), WHERE) == (f"{read.key}/safer-harbours-plan-accessible",)


def test_withdrawn_redirected_and_gone_are_three_different_things() -> None:
    withdrawn, redirected, gone = (
        content_item(payload(f"gov-uk/{n}.json"), WHERE) for n in ("withdrawn", "redirect", "gone")
    )
    assert (withdrawn.presence, withdrawn.notes) == (
        Presence.WITHDRAWN, ((date(2025, 6, 29), "Withdrawn: Replaced by the plan."),),
    )  # fmt: skip
    assert redirected.presence is Presence.REDIRECTED
    assert destination(payload("gov-uk/redirect.json"), WHERE) == "/government/publications/safer-harbours-plan"
    assert (gone.presence, gone.passages[0].text) == (Presence.GONE, "Published in error")
    assert vanished("/a/b", date(2025, 6, 20)).presence is Presence.GONE


def test_a_speech_page_is_spoken_by_the_post_it_names() -> None:
    read = content_item(payload("gov-uk/oral-statement.json"), WHERE)
    spoken = read.passages[1]
    assert (read.kind, spoken.role, spoken.speaker, spoken.post) == (
        "oral_statement", "speech", "The Rt Hon Ada Quay MP", "Secretary of State for Harbours",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://www.gov.uk/government/x?y=1#z", "/government/x"),
        ("/government/x", "/government/x"),
        ("https://www.gov.uk.evil.example/x", None),
        ("//evil.example/x", None),
        ("/a/../b", None),
        ("/", None),
        ("https://elsewhere.example/x", None),
    ],
)
def test_only_a_path_on_gov_uk_is_followed(address: str, path: str | None) -> None:
    assert own_path(address) == path


def test_a_debate_holds_what_was_said_by_whom_in_which_post_and_where_to_read_it() -> None:
    read = debate(payload("hansard/AAAAAAAA-0000-4000-8000-000000000004.json"), WHERE)
    assert (read.kind, read.title, read.published_on) == ("oral-statement", "Harbour Lights", date(2025, 6, 16))
    assert [(p.speaker, p.post) for p in read.passages] == [
        ("Ada Quay", "The Secretary of State for Harbours"),
        ("Sam Shore", None),
        ("Ada Quay", "The Secretary of State for Harbours"),
        ("Madam Deputy Speaker (Ms Pier)", None),
    ]
    assert read.passages[0].text == (
        "With permission, Madam Deputy Speaker, I will make a statement.\n\n"
        "Every harbour light will be renewed by spring 2026 & paid for."
    )
    assert read.passages[0].url == f"{read.url}#contribution-C1"


def test_a_debate_never_repeats_what_its_child_debates_hold() -> None:
    read = debate(payload("hansard/AAAAAAAA-0000-4000-8000-000000000005.json"), WHERE)
    assert [p.text for p in read.passages] == ["7. If she will light the coast."]


@pytest.mark.parametrize(
    ("said", "speaker", "post"),
    [
        ("The Secretary of State for Ports (Ada Quay)", "Ada Quay", "The Secretary of State for Ports"),
        ("The Minister of State, Ports (Lord Pier of Hull) (T)", "Lord Pier of Hull", "The Minister of State, Ports"),
        ("The Attorney-General (Lord Pier)", "Lord Pier", "The Attorney-General"),
        ("Baroness in Waiting/Whip (Baroness Pier) (Tide)", "Baroness Pier", "Baroness in Waiting/Whip"),
        ("The Prime Minister", None, "The Prime Minister"),
        ("Sam Shore (Dover) (Tide)", "Sam Shore", None),
        ("The Lord Bishop of Hull", "The Lord Bishop of Hull", None),
        ("The Earl of Pier (Tide)", "The Earl of Pier", None),
        ("Madam Deputy Speaker (Ms Pier)", "Madam Deputy Speaker (Ms Pier)", None),
        ("Sir Ian Mole (in the Chair)", "Sir Ian Mole (in the Chair)", None),
        ("", None, None),
    ],
)  # fmt: skip
def test_an_attribution_names_a_speaker_and_a_ministerial_post(
    said: str, speaker: str | None, post: str | None
) -> None:
    assert (attributed(said).speaker, attributed(said).post) == (speaker, post)


def test_an_address_is_spelt_as_the_site_spells_it() -> None:
    assert slug("Renters\u2019 Rights Bill: 15th Reading, 5.2%") == "Renters\u2019RightsBill15ThReading52"


def _timed(*codes: object) -> list[date | None]:
    """Return what the clock's day of each speech of a made-up debate is, by their timecodes."""
    given: Any = copy.deepcopy(payload("hansard/AAAAAAAA-0000-4000-8000-000000000004.json"))
    spoken = [item for item in given["Items"] if item["ItemType"] == "Contribution" and item["HRSTag"] == "hs_Para"]
    said = [{**spoken[0], "Value": f"<p>Words {n}.</p>", "Timecode": code} for n, code in enumerate(codes)]
    given["Items"] = said
    return [p.said_on for p in debate(given, WHERE).passages]


def test_what_is_said_past_midnight_has_the_clocks_day_and_so_has_all_after_it() -> None:
    given: Any = payload("hansard/AAAAAAAA-0000-4000-8000-000000000004.json")
    day = date.fromisoformat(given["Overview"]["Date"][:10])
    after = day + timedelta(days=1)
    assert _timed(f"{day}T23:58:10", f"{after}T00:04:00", None, f"{after}T01:30:00.5") == [None, after, after, after]


@pytest.mark.parametrize(
    "code", [None, "", "00:15", "12.15 am", "0001-01-01T00:00:00", "2099-01-01T00:10:00", "x" * 99]
)
def test_a_timecode_that_tells_no_day_of_the_sitting_is_passed_over(code: str | None) -> None:
    assert _timed(code, code) == [None, None]

"""Does what befell a written question come out as it happened, from the service's own states of it to what is told?"""

import pytest

from tests.spiders.serving import SHARED
from tests.spiders.timelines import Fields, made_up, recorded, story

RECORDED = SHARED / "samples/written-questions"
needs_recorded = pytest.mark.skipif(
    not RECORDED.exists(), reason="no recorded payloads (../shared/samples) beside the checkout"
)

REAL = {
    "unanswered-to-answered-1752804": (
        "Child Sexual Exploitation",
        ["new", "amended", "answered"],
        ["2025-01-06", "2025-01-09", "2025-01-14"],
        {("2025-01-14", "answered")},
    ),
    "unanswered-to-answered-grooming-inquiry-1752317": (
        "rape gangs",
        ["new", "answered"],
        ["2025-01-03", "2025-01-08"],
        {("2025-01-08", "answered")},
    ),
    "holding-to-final-1740104": (
        "postpartum",
        ["new", "holding", "answered"],
        ["2024-11-06", "2024-11-12", "2024-11-14"],
        {("2024-11-12", "holding"), ("2024-11-14", "answered")},
    ),
    "corrected-1753711": (
        "fraud cases",
        ["new", "amended", "answered+corrected"],
        ["2025-01-08", "2025-01-15", "2025-01-15"],
        {("2025-01-15", "answered"), ("2025-01-15", "corrected")},
    ),
    "corrected-answertext-1725947": (
        "funding per pupil",
        ["new", "corrected"],
        ["2024-09-09", "2024-11-26"],
        {("2024-11-26", "corrected")},
    ),
    "silent-edit-1752558": (
        "state pension age",
        ["new", "amended", "answered", "amended"],
        ["2025-01-03", "2025-01-09", "2025-01-09", "2025-01-11"],
        {("2025-01-09", "answered"), ("2025-01-11", "amended")},
    ),
    "question-text-edited-1739414": (
        "musculoskeletal conditions",
        ["new", "amended", "amended", "answered"],
        ["2024-11-04", "2024-11-06", "2024-11-07", "2024-11-08"],
        {("2024-11-08", "answered")},
    ),
    "transferred-away-1739740": (
        "first cousins",
        ["new", "transferred", "answered"],
        ["2024-11-05", "2024-11-08", "2024-11-11"],
        {("2024-11-08", "transferred"), ("2024-11-11", "answered")},
    ),
    "transferred-to-home-office-1739427": (
        "hate crime offences",
        ["new", "transferred", "amended", "answered"],
        ["2024-11-04", "2024-11-06", "2024-11-07", "2024-11-11"],
        {("2024-11-06", "transferred"), ("2024-11-11", "answered")},
    ),
}

LIGHTS = "harbour lights"
ANSWER = {
    "answerText": "<p>The lights are kept in order.</p>",
    "dateAnswered": "2025-06-12T00:00:00",
    "answerIsHolding": False,
    "answerIsCorrection": False,
}
CORRECTION = {"answerIsCorrection": True, "dateAnswerCorrected": "2025-06-13T00:00:00"}
HEADED = {"heading": "Harbours: Lighting"}
HOLDING = ANSWER | {
    "answerText": "<p>It will not be possible to answer this question within the usual time period.</p>",
    "dateHoldingAnswer": "2025-06-12T00:00:00",
    "answerIsHolding": True,
}
FINAL = ANSWER | {"dateAnswered": "2025-06-13T00:00:00"}
HANDED_ON = {
    "answeringBodyId": 21,
    "answeringBodyName": "Department for Transport",
    "questionText": "To ask the Secretary of State for Transport, when the harbour lights will be renewed.",
}
REWORDED = {
    "questionText": "To ask the Secretary of State for the Home Department, when harbour lights will be mended."
}
FOURTEEN = ANSWER | {"answerText": "<p>There are fourteen harbour lights. All are in order.</p>"}
FORTY = {"answerText": "<p>There are forty harbour lights. All are in order.</p>"}

OURS: dict[str, tuple[tuple[Fields, ...], list[str], set[tuple[str, str]]]] = {
    "answered": (({}, HEADED, ANSWER), ["new", "amended", "answered"], {("2025-06-12", "answered")}),
    "holding then final": (
        ({}, HOLDING, FINAL),
        ["new", "holding", "answered"],
        {("2025-06-12", "holding"), ("2025-06-13", "answered")},
    ),
    "corrected": (
        ({}, FOURTEEN, FORTY | CORRECTION),
        ["new", "answered", "corrected"],
        {("2025-06-12", "answered"), ("2025-06-13", "corrected")},
    ),
    "corrected before it was seen": (
        ({}, {}, ANSWER | CORRECTION),
        ["new", "answered+corrected"],
        {("2025-06-13", "answered"), ("2025-06-13", "corrected")},
    ),
    "silently edited": (
        ({}, FOURTEEN, FORTY),
        ["new", "answered", "amended"],
        {("2025-06-12", "answered"), ("2025-06-13", "amended")},
    ),
    "reworded before its answer": (
        ({}, REWORDED, HEADED, FINAL),
        ["new", "amended", "amended", "answered"],
        {("2025-06-13", "answered")},
    ),
    "transferred": (
        ({}, HANDED_ON, FINAL),
        ["new", "transferred", "answered"],
        {("2025-06-12", "transferred"), ("2025-06-13", "answered")},
    ),
    "transferred and answered between two looks": (
        ({}, HANDED_ON | ANSWER),
        ["new", "transferred+answered"],
        {("2025-06-12", "transferred"), ("2025-06-12", "answered")},
    ),
    "withdrawn": (
        ({}, {"isWithdrawn": True}),
        ["new", "withdrawn"],
        {("2025-06-12", "withdrawn")},
    ),
}


@needs_recorded
@pytest.mark.parametrize("name", REAL)
def test_every_recorded_timeline_tells_the_story_as_it_happened(name: str) -> None:
    phrase, differences, days, events = REAL[name]
    found = story(recorded(RECORDED / f"timeline-{name}.json"), phrase)
    assert (found.differences, found.days, found.events) == (differences, days, events)


@needs_recorded
def test_no_recorded_timeline_is_left_out() -> None:
    assert {path.stem.removeprefix("timeline-") for path in RECORDED.glob("timeline-*.json")} == set(REAL)


@needs_recorded
def test_the_recorded_silent_edit_is_told_with_both_texts() -> None:
    phrase, *_ = REAL["silent-edit-1752558"]
    edited = story(recorded(RECORDED / "timeline-silent-edit-1752558.json"), phrase).event("amended")
    assert edited.before is not None
    assert edited.after == edited.before.replace("15 January 2024", "15 January 2025") != edited.before
    assert "without a note" in edited.headline


@pytest.mark.parametrize("name", OURS)
def test_every_timeline_of_our_own_making_tells_the_story_as_it_happened(name: str) -> None:
    states, differences, events = OURS[name]
    found = story(made_up(*states), LIGHTS)
    assert (found.differences, found.events) == (differences, events)


def test_a_correction_is_told_with_what_it_said_before_and_what_it_says_now() -> None:
    corrected = story(made_up({}, HEADED | FOURTEEN, FORTY | CORRECTION), LIGHTS).event("corrected")
    assert corrected.before == "There are fourteen harbour lights."
    assert corrected.after == "There are forty harbour lights."
    assert corrected.headline == "Answer corrected on 13 June 2025 – A report on the lamps"
    assert "“Harbours: Lighting”" in corrected.details[0]


def test_a_transfer_is_told_with_both_departments_and_the_question_where_it_has_no_heading_yet() -> None:
    handed_on = story(made_up({}, HANDED_ON), LIGHTS).event("transferred")
    assert (handed_on.before, handed_on.after) == ("Home Office", "Department for Transport")
    assert handed_on.headline.startswith("Question handed on to Department for Transport – ")
    assert "“question 1501”" in handed_on.details[0]
    assert handed_on.because is not None
    assert handed_on.because.quote == HANDED_ON["questionText"]


def test_an_answer_counts_from_its_own_day_though_a_heading_was_seen_after_it() -> None:
    found = story(made_up({}, {}, {}, {}, HEADED, ANSWER), LIGHTS)
    assert found.days == ["2025-06-10", "2025-06-15", "2025-06-12"]


def test_a_department_that_is_renamed_hands_nothing_on() -> None:
    found = story(made_up({}, ANSWER, {"answeringBodyName": "Home and Harbours Office"}), LIGHTS)
    assert found.differences == ["new", "answered", "amended"]
    assert found.events == {("2025-06-12", "answered")}

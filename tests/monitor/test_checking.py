"""Is a register-writer told how the due words are read, what is still blank, and what could be said of many things?"""

from datetime import date

import pytest

from monitor.model.commitments import Register
from monitor.registers import examine, shipped
from monitor.registers.checking import Checked, check
from monitor.registers.distinctive_words import telling, tells_little
from tests.builders.register_files import SOUND, faults, line_with, sound

TODAY = date(2026, 11, 24)


def checked(old: str = "", new: str = "") -> Checked:
    assert old in SOUND
    return check(SOUND.replace(old, new, 1), TODAY)


def doubted(old: str, new: str) -> list[tuple[int, str]]:
    """What is doubted beside what the sample has itself: its addresses are examples."""
    return [(d.line, d.what) for d in checked(old, new).doubts if "is only a placeholder for an address" not in d.what]


def test_the_window_of_every_commitment_and_milestone_is_shown_with_its_line() -> None:
    whole, plan, money = checked().readings
    assert (whole.line, whole.commitment, whole.milestone, whole.own) == (19, "mend-roads", None, True)
    assert whole.due is not None
    assert (whole.due.said, whole.due.latest, whole.due.said_on) == ("by Easter", date(2025, 4, 20), date(2025, 1, 16))
    assert (plan.line, plan.milestone, plan.due, plan.own, plan.by_rule) == (25, "plan", whole.due, False, True)
    assert (money.milestone, money.due, money.by_rule) == ("money", None, False)


@pytest.mark.parametrize(
    ("due", "what", "mend"),
    [
        (
            "in Sprnig 2025",
            "“in Sprnig 2025” is understood only in part: “2025” is, “Sprnig” is not",
            "did you mean “spring”?",
        ),
        ("by 31 February 2025", "there is no such day as “31 February 2025”", "correct the day"),
        ("within 3 mnths", "no date is understood from “within 3 mnths”", "did you mean “months”?"),
        ("{said: in Sprnig 2025}", "understood only in part", "did you mean “spring”?"),
    ],
)
def test_due_words_that_are_not_wholly_read_are_refused_on_their_line(due: str, what: str, mend: str) -> None:
    (found,) = faults("due: by Easter", f"due: {due}")
    assert found.line == 19
    assert what in found.what
    assert mend in found.mend


def test_due_words_of_milestones_and_of_moves_are_checked_too() -> None:
    (milestone,) = faults(
        "        title: The plan published", "        title: The plan published\n        due: by Estaer"
    )
    assert milestone.line == 27
    (moved,) = faults("ruling: delivered", "ruling: moved\n        due: in Sprnig 2025")
    assert moved.line == 40


def test_words_whose_window_the_register_sets_may_be_any() -> None:
    found = sound("due: by Easter", "due: {said: in Sprnig 2025, latest: 2025-05-31, rule: a misprint}")
    assert found.commitments[0].due is not None


def test_addresses_that_only_stand_for_one_are_doubted() -> None:
    assert [d.line for d in checked().doubts] == [18, line_with("example.org/plan")]
    front = [d.what for d in checked("https://www.example.org/plan", "https://www.parliament.uk/").doubts]
    assert "https://www.parliament.uk/ is only a placeholder for an address" in front


def test_words_to_watch_that_could_be_said_of_many_things_are_doubted() -> None:
    assert doubted("names: [pothole plan]", "names: [advisory panel]") == [
        (21, "“advisory panel” alone is enough for a match, and could be said of many things")
    ]
    assert doubted("names: [pothole plan]", "names: ['6,500']") == [
        (21, "“6,500” alone is enough for a match, and a figure can be of anything")
    ]
    groups = doubted("- [[road, roads], [mend*]]", "- [[plan, roads], [published]]")
    assert groups == [(23, "“plan” + “published” together could be said of many things")]
    narrowed = "names: [advisory panel]\n      context: [potholes]"
    assert doubted("names: [pothole plan]", narrowed) == [], "a context narrows them"


def test_expectations_that_nearly_any_sentence_or_title_meets_are_doubted() -> None:
    pages = "pages:\n            - {kinds: [policy_paper], title: [pothole plan]}"
    words = "words: [{things: [advisory panel], deeds: [established]}]"
    ((line, what),) = doubted(pages, words)
    assert (line, what) == (
        29,
        "any sentence with “advisory panel” and “established” near each other would count as kept",
    )
    titled = doubted("title: [pothole plan]", "title: [plan]")
    assert [what for _, what in titled] == ["any page with “plan” in its title would count as kept"]


PAGES = "pages:\n            - {kinds: [policy_paper], title: [pothole plan]}"


@pytest.mark.parametrize("thing", ["£5 million", "£2.5m", "6,500", "convictions", "self-employed", "Inquiry", "audit*"])
def test_a_sum_or_one_common_word_is_too_wide_for_any_deed(thing: str) -> None:
    ((line, what),) = doubted(PAGES, f"words: [{{things: ['{thing}'], deeds: [has now been put right]}}]")
    assert line == 29
    assert what == f"too wide: “{thing}” could be of anything, and with “has now been put right” it would count as kept"


@pytest.mark.parametrize("thing", ["£5 million for potholes", "CSARP", "Beaconport", "pothole plan", "the inquiry"])
def test_a_name_and_a_sum_for_something_are_not_too_wide(thing: str) -> None:
    assert doubted(PAGES, f"words: [{{things: ['{thing}'], deeds: [has now been put right]}}]") == []


TITLED = "        title: The plan published\n"
DATED = f"{TITLED}        due: by the end of March\n"
LATER = f"{DATED}        promised_on: 2025-02-03\n"
QUOTED = "said_in: [{title: Hansard, url: 'https://hansard.example.org/2', quote: It comes by the end of March.}]\n"
WHOLE = '      - {title: Hansard, url: "https://hansard.example.org/1"}\n'
PROVED = WHOLE.replace("}", ", quote: It comes by the end of March.}")
LEDGER = "    ledger:\n"
ANNOUNCED = "      - {on: 2025-02-03, ruling: announced, milestone: plan, why: A date, source: 'https://a.gov.uk/1'}\n"


def unproved(*changes: tuple[str, str]) -> list[tuple[int, str]]:
    """What is doubted for want of a place where a date was said, in the sample with some pieces put otherwise."""
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    found = (d for d in check(text, TODAY).doubts if "no proof" in d.what)
    return [(d.line - line_with("due: by the end", text), d.what) for d in found]


@pytest.mark.parametrize("said", [DATED, LATER, DATED.replace("March", "May")])
def test_a_date_of_its_own_that_was_said_nowhere_is_asked_for_on_its_line(said: str) -> None:
    asked = "plan has a date of its own, but no sentence that gives it: if overdue, it has no proof"
    assert unproved((TITLED, said)) == [(0, asked)]


@pytest.mark.parametrize(
    "changes",
    [
        [(TITLED, f"{LATER}        {QUOTED}")],
        [(TITLED, LATER), (LEDGER, LEDGER + ANNOUNCED)],
        [(TITLED, DATED), (WHOLE, PROVED)],
    ],
    ids=["its own words", "an entry of the ledger", "with the whole"],
)
def test_a_date_whose_words_are_known_is_not_asked_for(changes: list[tuple[str, str]]) -> None:
    assert unproved(*changes) == []


def test_words_without_a_date_need_no_proof() -> None:
    assert doubted(TITLED, f"{TITLED}        due: in due course\n") == []


def test_the_words_of_the_whole_prove_no_date_that_was_given_on_another_day() -> None:
    assert [line for line, _ in unproved((TITLED, LATER), (WHOLE, PROVED))] == [0]


def test_what_is_left_blank_is_doubted_and_can_not_be_delivered() -> None:
    blank = "what: 'To be filled in: what would count?'"
    old = "what: The plan stands on GOV.UK."
    assert [line for line, _ in doubted(old, blank)] == [28]
    found = checked(old, blank).register
    assert found is not None
    expect = found.commitments[0].milestones[0].expect
    assert (expect.pages, expect.words) == ((), ()), "whatever stands beside the blank"


def test_a_post_still_to_be_filled_in_is_let_in_and_named_by_nobody() -> None:
    ((line, what),) = doubted("post: roads-minister", "post: to-be-filled-in")
    assert (line, what) == (16, "which post made mend-roads is still to be filled in")
    found = examine(SOUND.replace("post: roads-minister", "post: to-be-filled-in"))
    assert isinstance(found, Register)
    assert found.commitments[0].post.holder(date(2025, 1, 16)) is None


def test_the_register_that_ships_raises_no_doubt() -> None:
    assert check(shipped(), TODAY).doubts == ()


def test_common_words_tell_nothing_and_rare_ones_do() -> None:
    assert telling("We will shortly publish the national pothole strategy for Wrexham") == ["pothole", "wrexham"]
    assert tells_little("the review")
    assert not tells_little("NPCC")
    assert not tells_little("£5 million")


def test_a_part_that_is_due_after_the_whole_is_doubted_with_its_line() -> None:
    old = "        title: The plan published\n"
    plan = f"{old}        said_in: [{{title: Hansard, url: 'https://hansard.example.org/1', quote: Then it comes.}}]\n"
    (found,) = doubted(old, f"{plan}        due: by the end of May\n")
    assert found[1] == "plan is due by 2025-05-31, after the last day promised for the whole, 2025-04-20"
    assert found[0] == line_with(
        "due: by the end of May", SOUND.replace(old, f"{plan}        due: by the end of May\n")
    )
    assert doubted(old, f"{plan}        due: by the end of March\n") == []
    assert doubted("    due: by Easter\n", "") == []


@pytest.mark.parametrize(
    ("day", "what"), [("2025-01-15", "before the promise"), ("2025-02-02", "after `on:`"), ("2025-01-31", None)]
)
def test_the_first_day_of_a_delivery_lies_between_the_promise_and_the_last(day: str, what: str | None) -> None:
    entry = "        ruling: delivered\n"
    if what is None:
        ruling = sound(entry, f"{entry}        earliest: {day}\n").commitments[0].ledger[0]
        assert (ruling.earliest, ruling.on) == (date(2025, 1, 31), date(2025, 2, 1))
        return
    (found,) = faults(entry, f"{entry}        earliest: {day}\n")
    assert what in found.what


def test_only_a_delivery_has_a_first_day() -> None:
    (found,) = faults("        ruling: delivered\n", "        ruling: note\n        earliest: 2025-01-20\n")
    assert found.what == "a ruling of note has no earliest day"

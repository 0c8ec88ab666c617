"""Are dated promises, indefinite ones, and sentences without a promise told apart?"""

from datetime import date

import pytest

from monitor.deadlines import resolve

SAID = date(2025, 6, 10)

DATED = [
    ("We will publish our response by the end of July.", "2025-06-10", "2025-07-31"),
    ("The code of practice is due to be laid in the autumn.", "2025-09-01", "2025-11-30"),
    ("By the end of 2026, every force will have a named lead.", "2025-06-10", "2026-12-31"),
    ("The Minister confirmed that from April 2026 the fee will rise.", "2026-04-01", "2026-04-30"),
    ("Guidance, consulted on last year, will follow as soon as we can in autumn.", "2025-09-01", "2025-11-30"),
    ("The first office will open in September, and a second in spring next year.", "2025-09-01", "2026-05-31"),
    ("We expect to report in July 2025, before the summer recess.", "2025-07-01", "2025-07-22"),
    ("The draft Bill will be published in this session, subject to parliamentary time.", "2025-06-10", "2026-04-29"),
    ("We have instructed every authority to adopt the scheme by 2028.", "2025-06-10", "2028-12-31"),
    ("The Government has a mission to halve rough sleeping within a decade.", "2025-06-10", "2035-06-10"),
    ("A refreshed framework launching early next year will replace it.", "2026-01-01", "2026-03-31"),
    ("She will set out further details in the coming weeks.", "2025-06-10", "2025-08-05"),
    ("Work is under way, with guidance to follow in May 2026.", "2026-05-01", "2026-05-31"),
    ("We will set this out in a Trees Plan which will be published this year.", "2025-06-10", "2025-12-31"),
    ("Publication of the chart is planned for later in the year.", "2025-06-10", "2025-12-31"),
    ("The lighthouse should be in place from 1 August.", "2025-08-01", "2025-08-01"),
    ("The Bill, which was promised in May, will follow in mid to late 2026.", "2026-05-01", "2026-12-31"),
    ("The levy will not take effect until April 2026.", "2026-04-01", "2026-04-30"),
    ("The Plan, published on 3 March, sets aims to be met within the next 10 years.", "2025-03-03", "2035-03-03"),
    ("We are committed to the standard that all lamps should be lit by March 2029.", "2025-06-10", "2029-03-31"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "earliest", "latest"), DATED)
def test_a_dated_promise_gives_its_window(sentence: str, earliest: str, latest: str) -> None:
    found = resolve(sentence, SAID)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert found.phrase
    assert found.phrase in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "We will respond in due course.",
        "Further detail will be confirmed shortly.",
        "The Government is committed to legislating when parliamentary time allows.",
        "We intend to consult on this at the earliest opportunity.",
        "Officials hope to resolve this as soon as possible.",
        "The department will soon publish its plan.",
        "We will be able to say more in the near future.",
        "As set out in the King's Speech, we will bring forward a Bill on audit.",
    ],
)
def test_a_promise_without_a_date_is_indefinite(sentence: str) -> None:
    found = resolve(sentence, SAID)
    assert (found.kind, found.earliest, found.latest) == ("indefinite", None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "We published the strategy in May.",
        "The Act received Royal Assent in April and applies to all schools.",
        "On 8 April the Minister for Safeguarding updated the House.",
        "Earlier this month the Chancellor met the trade unions.",
        "At Autumn Budget 2025, the Government announced a new relief.",
        "In 2023-24, 71% of claims were settled within three months.",
        "The funding in 2025/26 is £14 million.",
        "Statistics are published every year in March.",
        "The Service aims to answer 80% of calls within 14 days.",
        "Councils must respond within 28 days.",
        "The forthcoming 10 Year Harbour Plan will look at it.",
        "A forthcoming five year cycle of repairs.",
        "I have written to chief constables, encouraging them to reply by the end of September.",
        "I refer the hon. Member to the answer of 3 July 2025.",
        "Will the Minister publish the review by the summer recess?",
        "Data for the year ending September 2025 are not held.",
        "Since May 2025 we have opened four centres.",
        "I will continue to consider this over the coming months.",
        "The refinery said that operations would continue until at least 2027.",
        "This is the first settlement of its kind in a decade.",
        "May I thank the hon. Member for her question.",
        "The line could be built by 2031.",
        "The Department does not hold this information.",
    ],
)
def test_a_sentence_without_a_promise_has_no_date(sentence: str) -> None:
    found = resolve(sentence, SAID)
    assert (found.kind, found.phrase, found.earliest, found.latest, found.rule) == ("none", None, None, None, None)


def test_a_window_starts_no_earlier_than_the_day_it_was_said() -> None:
    assert resolve("We will publish it this summer.", date(2025, 7, 9)).earliest == date(2025, 7, 9)


def test_the_words_before_the_date_are_not_read_as_a_verb_when_they_name_a_plan() -> None:
    assert resolve("The Plan for Change covers July.", SAID).kind == "none"


def test_due_to_meaning_because_of_is_no_promise() -> None:
    assert resolve("There were delays due to staff sickness in November.", SAID).kind == "none"


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("We will open it by July, or September at the latest.", "2025-06-10", "2025-09-30"),
        ("The chart will be published in October, or by Christmas at the very latest.", "2025-10-01", "2025-12-24"),
        ("We will lay the order in autumn, or failing that, winter.", "2025-09-01", "2026-02-28"),
        ("The chart will be out by the end of July (or, at the latest, by October).", "2025-06-10", "2025-10-31"),
    ],
)
def test_an_end_with_a_later_one_allowed_beside_it_runs_to_the_later(sentence: str, earliest: str, latest: str) -> None:
    found = resolve(sentence, SAID)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will publish the chart by July and the code no later than October.",
        "We will publish the chart by July; the code will follow by October at the latest.",
        "The chart will be out by July, with the code by October at the latest.",
    ],
)
def test_the_last_day_of_another_thing_puts_off_no_end(sentence: str) -> None:
    assert str(resolve(sentence, SAID).latest) == "2025-07-31"

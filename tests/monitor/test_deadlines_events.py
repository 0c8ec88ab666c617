"""Is a time that hangs on an event told from a day, and the day of another event from that of a promise?"""

from datetime import date

import pytest

from monitor.deadlines import Dated, resolve, windows

SAID = date(2026, 3, 5)


def _only(sentence: str) -> Dated:
    (found,) = (there for there in windows(sentence, SAID) if there.promised)
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("sentence", "phrase", "anchor", "kind"),
    [
        ("The levy will begin six months after Royal Assent.", "six months after Royal Assent", "Royal Assent",
         "parliamentary"),
        ("We will name the sites at the next Spending Review.", "at the next Spending Review",
         "the next Spending Review", "parliamentary"),
        ("The Chancellor will return to harbour dues in the Autumn Budget.", "in the Autumn Budget",
         "the Autumn Budget", "parliamentary"),
        ("Alongside the Budget, we will publish a roadmap for ferries.", "Alongside the Budget", "the Budget",
         "parliamentary"),
        ("We will reply following the conclusion of the lifeboat review.",
         "following the conclusion of the lifeboat review",
         "the conclusion of the lifeboat review", "relative"),
        ("Pilots will be licensed once the inquiry has concluded.", "once the inquiry has concluded",
         "the inquiry has concluded", "relative"),
        ("When the Bill becomes law, we will write to every harbour master.", "When the Bill becomes law",
         "the Bill becomes law", "relative"),
        ("We intend to lay the code within a fortnight of the Act coming into force.",
         "within a fortnight of the Act coming into force", "the Act coming into force", "relative"),
        ("The board will be appointed ahead of the next general election.", "ahead of the next general election",
         "the next general election", "parliamentary"),
        ("Upon completion of the survey we will set out the repairs.", "Upon completion of the survey",
         "completion of the survey", "relative"),
        ("It will be settled before the 2029 election.", "before the 2029 election", "the 2029 election",
         "parliamentary"),
    ],
)  # fmt: skip
def test_an_event_without_a_day_gives_no_ends_and_is_named(sentence: str, phrase: str, anchor: str, kind: str) -> None:
    found = _only(sentence)
    assert (found.phrase, found.anchor, found.kind) == (phrase, anchor, kind)
    assert (found.earliest, found.latest) == (None, None)
    assert (resolve(sentence, SAID).phrase, resolve(sentence, SAID).latest) == (phrase, None)


def test_a_budget_is_its_day_once_that_was_announced_and_an_event_before() -> None:
    sentence = "We will set out the rate at the Autumn Budget."
    assert resolve(sentence, date(2025, 9, 20)).latest == date(2025, 11, 26)
    assert resolve(sentence, date(2025, 6, 20)).latest is None


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("We will say more after the county elections on 7 May.", "2026-05-08", None),
        ("The order will be made following the referendum on 11 June 2026.", "2026-06-12", None),
        ("We will decide once the consultation closes on 30 April.", "2026-05-01", None),
        ("After the summit on 12 June, we will publish the terms.", "2026-06-13", None),
        ("We aim to agree this before the ministerial conference on 12 June.", "2026-03-05", "2026-06-11"),
        ("We will report two weeks after the hearing on 1 April.", "2026-04-15", "2026-04-15"),
        ("We will report within a month of the vote on 1 April.", "2026-04-01", "2026-05-01"),
        ("The list will be ready three weeks before Easter.", "2026-03-15", "2026-03-15"),
    ],
)
def test_after_an_event_with_a_day_begins_on_the_day_after_and_has_no_last(
    sentence: str, earliest: str, latest: str | None
) -> None:
    found = _only(sentence)
    assert (found.earliest, found.latest, found.anchor) == (_day(earliest), _day(latest), None)


@pytest.mark.parametrize(
    ("sentence", "earliest"),
    [
        ("We will not open the tunnel before 2028.", "2028-01-01"),
        ("The dredging report is not expected before the summer recess.", "2026-07-16"),
        ("No licence will be granted before 1 June.", "2026-06-01"),
        ("Nothing will be announced until September 2026.", "2026-09-01"),
        ("The ferry will sail no earlier than autumn 2026.", "2026-09-01"),
        ("The new quay is unlikely to be ready before Easter 2027.", "2027-03-26"),
        ("The port will open in May at the earliest.", "2026-05-01"),
        ("Tolls will rise no sooner than 1 October 2026.", "2026-10-01"),
        ("Tolls will rise on or after 1 October 2026.", "2026-10-01"),
    ],
)
def test_what_is_denied_before_a_day_is_to_be_from_that_day_on(sentence: str, earliest: str) -> None:
    found = _only(sentence)
    assert (found.earliest, found.latest) == (_day(earliest), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "We cannot commit to opening the tunnel by 7 May 2026.",
        "I am not able to say that the quay will be ready by Easter.",
        "We will not be in a position to publish this by the summer recess.",
        "There is no prospect of a decision by the end of June.",
        "We do not intend to legislate by 2028.",
        "We have no plans to dredge the channel in this Parliament.",
    ],
)
def test_a_date_that_is_denied_is_no_date_of_a_promise(sentence: str) -> None:
    assert resolve(sentence, SAID).kind == "none"
    assert [there.promised for there in windows(sentence, SAID)] == [False]


@pytest.mark.parametrize(
    "sentence",
    [
        "The call for evidence closes on 14 May 2026, and we will respond in due course.",
        "The present licence expires on 31 December 2026 and we will bring forward another in due course.",
        "The inquest reports on 3 June, and we will set out our view in due course.",
        "The election is on 7 May and we will make a statement in due course.",
        "The survey will run until 30 April and its findings will be published in due course.",
    ],
)
def test_the_day_of_another_event_is_not_that_of_the_promise(sentence: str) -> None:
    dated, vague = windows(sentence, SAID)
    assert (dated.promised, vague.promised, vague.phrase) == (False, True, "in due course")
    found = resolve(sentence, SAID)
    assert (found.kind, found.earliest, found.latest) == ("indefinite", None, None)

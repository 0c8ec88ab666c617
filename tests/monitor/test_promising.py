"""Is a date held against the promise only where it is the date of the promised deed itself?"""

from datetime import date

import pytest

from monitor.commitments import Watch
from monitor.evidence import Evidence, Relation
from monitor.judging.judge import judge
from monitor.matching.matcher import Matcher
from tests import builders as b

ON = date(2031, 3, 3)
LAMPS = b.commitment(watch=Watch(names=("lamp report", "lamp plan")))
BUOYS = b.commitment("buoys", watch=Watch(names=("buoy map",)), due=None, milestones=(b.milestone("map", due=None),))
MATCHER = Matcher([LAMPS, BUOYS])
"""The report was promised within three months of 16 January 2031; the map for no day."""


def told(text: str, on: date = ON, about: str = "lamp-report") -> Evidence | None:
    found = judge(MATCHER, b.version(b.speech(text, on)))
    return next((e for e in found if e.commitment == about), None)


def relation(text: str, on: date = ON, about: str = "lamp-report") -> Relation | None:
    evidence = told(text, on, about)
    return evidence.relation if evidence else None


@pytest.mark.parametrize(
    "text",
    [
        "The lamp report will be published in the autumn.",
        "The lamp report, which will be published in the autumn, will tell us more.",
        "The lamp report, due for publication in the autumn, will tell us more.",
        "We will publish the lamp report in September.",
        "In the autumn we will publish the lamp report.",
        "The lamp report will be introduced from September.",
        "Keepers will hear of it in the lamp report, when published in the autumn.",
        "The lamp report is good. Having consulted keepers, the report will be published in the autumn.",
        "The keepers are drafting an ambitious lamp report which we will publish in the autumn.",
        "The Government will publish the lamp report by March 2032.",
    ],
)
def test_a_date_after_the_promised_one_puts_the_promise_off(text: str) -> None:
    assert relation(text) is Relation.DELAYS


def test_the_new_date_is_kept_with_its_words() -> None:
    evidence = told("We will publish the lamp report in September.")
    assert evidence is not None
    assert evidence.moved_to is not None
    assert (evidence.moved_to.earliest, evidence.moved_to.latest) == (date(2031, 9, 1), date(2031, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        "We will publish the lamp report by Easter.",
        "The lamp report will be published in April.",
        "The lamp report will be published later this year.",
    ],
)
def test_a_date_that_is_the_promised_one_or_only_vaguer_repeats_it(text: str) -> None:
    assert relation(text) is Relation.MENTIONS_ONLY


def test_a_first_date_for_what_was_promised_for_no_day_announces_it() -> None:
    assert relation("The buoy map will be published in the autumn.", about="buoys") is Relation.ANNOUNCES
    assert relation("We will publish the buoy map in due course.", about="buoys") is Relation.ASKS_ABOUT


@pytest.mark.parametrize(
    "text",
    [
        "Following the lamp report, we will publish the harbour bill in the autumn.",
        "Work that the lamp report asked for will be set out in the harbour plan to be published this autumn.",
        "A progress update on the lamp report will be published in 2032.",
        "The lamp report consultation will be published in the autumn.",
        "The lamp report will serve keepers over the next ten years.",
        "The lamp report was published in September 2030.",
        "We have no plans to publish the lamp report in 2032.",
        "The lamp report will not be published in 2032.",
        "The lamp report could be published in the autumn.",
        "If the lamp report is to be published in the autumn, keepers must be asked.",
        "The committee reported that the lamp report will be published in 2032.",
        "She asked: “will the lamp report be published in the autumn?”",
        "Will the lamp report be published in the autumn?",
    ],
)
def test_the_date_of_something_else_puts_nothing_off(text: str) -> None:
    assert relation(text) not in (Relation.DELAYS, Relation.ANNOUNCES)


def test_with_several_milestones_a_date_is_held_against_the_one_that_is_named() -> None:
    other = b.milestone("map", expect=b.expectation(things=("harbour map",)), due=b.due("by the end of 2031"))
    many = Matcher([b.commitment(milestones=(b.milestone(), other))])
    told = judge(many, b.version(b.speech("The harbour map for the lamp report will come out in the autumn.", ON)))
    assert Relation.DELAYS not in {e.relation for e in told}

"""Is a publication believed in the forms of old news, and never where it is still to come?"""

from datetime import date

import pytest

from tests.monitor.doors import done

ON = date(2031, 9, 1)
THINGS = ("lamp plan",)


@pytest.mark.parametrize(
    "text",
    [
        "The recently published Lamp Plan says more.",
        "Our newly released lamp plan says more.",
        "On 4 February 2031, the Coastguard and the Department published a Lamp Plan for the coast.",
        "In June the Government published its first Lamp Plan.",
        "HMCG has now published the lamp plan.",
        "Following the publication of the Lamp Plan, we are working with keepers.",
        "The Lamp Plan (LP), published in June, says more.",
        "The Lamp Plan which was published on 4 June 2031 says more.",
    ],
)
def test_who_looks_back_tells_a_thing_as_published(text: str) -> None:
    assert done(text, THINGS, ("published",), ON)


@pytest.mark.parametrize(
    "text",
    [
        "Following the publication of the lamp plan later this year, we will publish a map.",
        "The lamp plan, to be published in June, says more.",
        "The lamp plan published in the new year will say more.",
        "We have not published the lamp plan.",
        "Once we have published the lamp plan, keepers will be trained.",
        "The Department published a consultation on the lamp plan.",
        "The Department published the lamp plan consultation.",
        "The Department published the lamp plan terms of reference.",
        "The Scottish Government published the lamp plan.",
        "Has the Department published the lamp plan?",
        "He said: “the Department published the lamp plan”.",
        "It was reported that the Department published the lamp plan.",
        "The recently published Lamp Plan Taskforce report says more.",
    ],
)
def test_what_is_to_come_or_is_another_thing_is_not_told_as_published(text: str) -> None:
    assert done(text, THINGS, ("published",), ON) is None

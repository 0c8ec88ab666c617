"""Is a thing told that is named in its own right from one that only frames what is spoken of?"""

import pytest

from monitor.matching.passing import compound, in_passing

NAME = "Lamp Plan"


def passing(text: str) -> bool:
    start = text.index(NAME)
    return in_passing(text, start, start + len(NAME))


@pytest.mark.parametrize(
    "text",
    [
        "Keepers will be trained in line with the Lamp Plan.",
        "This was set out in our recently published Lamp Plan.",
        "The buoys are being painted as part of the Government's Lamp Plan.",
        "We are consulting the keepers ahead of the Lamp Plan.",
        "With reference to page 12 of his Department's paper entitled Lamp Plan, when will he write?",
        "We have accepted the recommendations of the Lamp Plan.",
        "We have accepted all Lamp Plan recommendations.",
        "The Lamp Plan Taskforce has met.",
        "Following the publication of the Lamp Plan, keepers have been trained.",
    ],
)
def test_a_frame_is_named_in_passing(text: str) -> None:
    assert passing(text)


@pytest.mark.parametrize(
    "text",
    [
        "We are drafting the Lamp Plan.",
        "The Lamp Plan is being drafted.",
        "Work on the Lamp Plan has begun.",
        "As part of the Lamp Plan, keepers have been trained.",
        "Further details of the Lamp Plan have been published.",
        "We have met the keepers about the Lamp Plan.",
    ],
)
def test_what_is_spoken_of_is_not_named_in_passing(text: str) -> None:
    assert not passing(text)


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (" consultation", True),
        ("'s delivery board", True),
        (" terms of reference", True),
        (" Working Group", True),
        (" for England", False),
        (", which", False),
        (" was published", False),
    ],
)
def test_a_noun_after_a_name_makes_it_the_name_of_something_else(after: str, wanted: bool) -> None:
    assert compound(NAME + after, len(NAME)) is wanted

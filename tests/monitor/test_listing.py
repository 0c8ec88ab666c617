"""Are the items of a list told as doings only where its head says whose they are?"""

import pytest

from monitor.judging.listing import item

ITEM = "Introducing a duty to keep every lamp lit."


@pytest.mark.parametrize(
    "head",
    [
        "We published a strategy. For the Lamp Office, this includes:",
        "To keep the coasts safe the Government is:",
        "We are also:",
        "These measures include:",
    ],
)
@pytest.mark.parametrize("between", ["", "Making it easier to report a dark lamp, by opening a line.\n\n"])
def test_an_item_under_a_head_that_says_we_are_doing_it_is_a_doing(head: str, between: str) -> None:
    assert item(f"{head}\n\n{between}{ITEM} It will be law.\n\nMore follows.", ITEM)


@pytest.mark.parametrize(
    "head",
    [
        "The inquiry's recommendations include:",
        "We are considering a number of options, such as:",
        "Harbour authorities are:",
        "This includes proposals for:",
        "We are not:",
        "The strategy was published in April.",
        "Keepers told us of their hopes:",
        "",
    ],
)
def test_an_item_under_any_other_head_is_none(head: str) -> None:
    assert not item(f"{head}\n\n{ITEM}", ITEM)


@pytest.mark.parametrize("said", ["Following the review, lamps were lit.", "The lamps are lit.", "Spring is near."])
def test_a_sentence_that_does_not_begin_with_a_doing_is_no_item(said: str) -> None:
    assert not item(f"We are:\n\n{said}", said)


def test_a_sentence_in_the_midst_of_a_paragraph_is_no_item() -> None:
    assert not item(f"This includes: lamps. {ITEM}", ITEM)
    assert not item("This includes:", ITEM)

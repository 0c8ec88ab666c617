"""Which sentences tell that the government undertakes a deed, and which only sound like it?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.registers.undertakings import undertaken


@pytest.mark.parametrize(
    ("sentence", "verb", "firm"),
    [
        ("I will write to the hon. Member with the figures.", "write", True),
        ("We will publish a strategy for lighthouses by Easter.", "publish", True),
        ("The Government will shortly bring forward amendments to the Bill.", "bring forward", True),
        ("We expect to respond by the end of May.", "respond", False),
        ("My Department intends to consult on the lamps this autumn.", "consult", False),
        ("The Department for Transport will set out next steps in due course.", "set out", True),
        ("We are committed to publishing guidance on lamps.", "publish", True),
        ("HMRC will write to the Treasury Committee.", "write", True),
        ("The full report will be published in the spring.", "published", True),
        ("Officials are working on it, and regulations will be laid before the summer recess.", "laid", True),
        ("A copy of my letter will be placed in the Library.", "placed in the library", True),
        ("Guidance is expected to be issued next year.", "issued", False),
        ("Following consultation, we’ll introduce a new duty on harbours.", "introduce", True),
    ],
)
def test_the_government_undertakes_a_deed(sentence: str, verb: str, firm: bool) -> None:
    deed = undertaken(sentence)
    assert deed is not None
    assert (deed.verb, deed.firm) == (verb, firm)


@pytest.mark.parametrize(
    "sentence",
    [
        "We have published a strategy.",
        "Councils will publish their plans by Easter.",
        "Employers must report by April.",
        "The report will be published by Ofcom in May.",
        "The terms of reference will be published by HMICFRS.",
        "If the pilot succeeds, we will publish a strategy.",
        "We would publish a strategy.",
        "We will publish the plan if Parliament agrees.",
        "I cannot say when we will publish the report.",
        "The shadow Minister asked whether we will publish the report.",
        "We will not publish the advice.",
        "We will continue to publish figures.",
        "We will publish these statistics every year.",
        "The cost will be published in the annual accounts in the usual way.",
        "The previous Government said that we will publish a plan.",
        "Will the Minister say when we will publish it?",
        "She said: “We will publish a strategy by Easter.”",
        "We will support people who live by the sea.",
        "We will make sure that lamps are lit.",
        "Where there are doubts, HMRC will undertake checks.",
        "I will reply to the hon. Member's question as soon as possible.",
        "A decision is expected on which proposals will be implemented.",
        "The strategy will be important.",
        "We have no current plans to publish a strategy.",
        "The Department has no intention to conduct a review.",
        "We will update the ratings on an annual basis.",
        "The information that will be published will be newer.",
        "The Department intends to undertake ongoing monitoring of lamps.",
        "",
        "We will",
    ],
)
def test_what_is_no_undertaking_of_the_government(sentence: str) -> None:
    assert undertaken(sentence) is None


def test_a_list_of_sentences_without_end_is_none() -> None:
    assert undertaken("We will publish " + "a plan and " * 200) is None


_WORDS = st.sampled_from(
    ["We", "will", "publish", "the", "report", "by", "Easter", ",", ";", "“", "”", "if", "be", "published", "’ll", "?"]
)


@settings(max_examples=150, deadline=None, database=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_no_sentence_makes_it_raise_and_the_same_gives_the_same(sentence: str) -> None:
    assert undertaken(sentence) == undertaken(sentence)

"""Does a drafted entry claim nothing that a person has not said, and can it deliver nothing by itself?"""

from datetime import date
from typing import Any

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.common_words import brought
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Register, Watch
from monitor.model.evidence import Relation
from monitor.registers import examine, load, placeholders
from monitor.registers.checking import check
from monitor.registers.discovery import Undertaking, undertakings
from monitor.registers.drafting import draft, slug, titled, wanted
from monitor.registers.proposed_watch import Proposal
from monitor.registers.yaml_writing import as_yaml, whole
from tests import builders as b

ON = date(2026, 1, 5)
ASKED = "To ask the Secretary of State for Justice, what steps she is taking on youth custody and foghorn noise."
PANEL = "The Government intends to establish the Advisory Panel on foghorn noise in youth custody by spring."


def one(text: str = PANEL, question: str = ASKED, **more: Any) -> Undertaking:
    return next(undertakings(b.version(b.answer(text, ON, question=question, **more)), ()))


def drafted(text: str = PANEL, **more: Any) -> Register:
    return load(whole([draft(one(text, **more), b.register())], "mine", ON), "mine")


@pytest.mark.parametrize(
    "text",
    [
        "An expert advisory panel has been established on lamps.",
        "The Advisory Panel on foghorn noise in youth custody has been established.",
        "The Government established the Advisory Panel on foghorn noise in youth custody.",
    ],
)
def test_a_draft_is_never_delivered_by_rule_before_a_person_says_what_would_count(text: str) -> None:
    later = b.version(b.answer(text, date(2026, 3, 1), question=ASKED))
    found = judge(Matcher(drafted().commitments), later)
    assert Relation.DELIVERS not in {e.relation for e in found}


def test_a_draft_says_what_is_left_to_fill_in_and_the_check_tells_where() -> None:
    told = " ".join(d.what for d in check(whole([draft(one(), b.register())], "mine", ON), ON).doubts)
    for said in ("title is", "about is", "what would count as kept, for done, is", "title of the post"):
        assert said in told


def test_a_draft_watches_for_words_that_only_its_thing_has() -> None:
    watch = drafted(body="Ministry of Justice").commitments[0].watch
    assert watch.names == ("Advisory Panel on foghorn noise in youth custody",)
    assert watch.together == ((("foghorn",), ("custody",), ("noise",)),)
    assert watch.bodies == ("Ministry of Justice",)
    other = b.version(b.answer("An expert advisory panel has been established.", date(2026, 3, 1)))
    assert Matcher(drafted().commitments).match(other) == ()


NOISE = [f"Foghorn noise in the custody of harbour {n} is measured." for n in range(12)]


def narrowed(sentence: str, *held: str) -> Proposal:
    """The words to watch for, once they were tried on documents held."""
    proposed = wanted(one(sentence))
    documents = [b.version(b.answer(text, ON, f"q{n}")) for n, text in enumerate((sentence, *held))]
    return proposed.narrowed(brought(proposed.watches, [documents]))


def test_a_drafts_words_that_are_common_in_what_is_held_are_narrowed_by_those_that_are_not() -> None:
    said = "We will publish a plan on foghorn noise in custody and its decline by spring."
    assert narrowed(said).together == (("foghorn",), ("custody",), ("noise",))
    found = narrowed(said, *NOISE)
    assert found.together == (("foghorn",), ("custody",), ("noise",), ("decline",))
    assert not found.too_common
    assert brought([Watch((), (found.together,))], [[b.version(b.answer(t, ON)) for t in NOISE]]).by == (frozenset(),)


def test_a_draft_whose_words_can_not_be_narrowed_says_so() -> None:
    said = "We will publish a plan on foghorn noise in custody by spring."
    found = narrowed(said, *NOISE)
    assert found.too_common
    assert "bring many of the documents held" in draft(one(said), b.register(), (), found)["caution"]
    assert "bring many" not in draft(one(said), b.register())["caution"]


def test_a_name_that_is_common_in_what_is_held_is_left_out_of_a_draft() -> None:
    held = ["The Advisory Panel on foghorn noise in youth custody met."] * 12
    assert narrowed(PANEL).name == "Advisory Panel on foghorn noise in youth custody"
    assert narrowed(PANEL, *held).name is None


def test_a_name_in_capitals_is_watched_for_beside_the_deed() -> None:
    entry = draft(one("The Government will bring forward legislation through the Clean Foghorn Bill."), b.register())
    assert entry["watch"]["together"] == [[["Clean Foghorn Bill"], ["bring*", "brought forward"]]]
    assert "bills" in entry["milestones"][0]["relies_on"]


def test_a_sentence_without_a_telling_word_is_watched_by_what_was_asked() -> None:
    entry = draft(one("Further details will be set out in due course."), b.register())
    assert entry["watch"]["together"] == [[["custody"], ["foghorn"], ["youth"]]]


def test_the_post_is_the_one_that_was_asked_and_never_just_the_first_of_the_register() -> None:
    assert titled(one()) == "Secretary of State for Justice"
    assert slug("Secretary of State for Justice") == "secretary-of-state-for-justice"
    commas = "To ask the Secretary of State for Levelling Up, Housing and Communities, what steps he is taking."
    assert titled(one(question=commas)) == "Secretary of State for Levelling Up, Housing and Communities"
    assert draft(one(), b.register())["made"]["post"] == placeholders.POST
    own = b.commitment(post=b.post(title="Secretary of State for Justice"))
    assert draft(one(), b.register(own))["made"]["post"] == own.post.id


def test_the_title_of_a_draft_leaves_out_its_due_words() -> None:
    assert draft(one(), b.register())["title"] == "Establish the Advisory Panel on foghorn noise in youth custody"


def test_several_entries_of_one_day_are_written_without_anchors() -> None:
    text = f"{PANEL} We will publish the foghorn strategy by Easter 2026."
    found = list(undertakings(b.version(b.answer(text, ON, question=ASKED)), ()))
    entries = [draft(u, b.register()) for u in found]
    assert len(entries) == 2
    for yaml in (as_yaml(entries), whole(entries, "mine", ON)):
        assert "&id" not in yaml
        assert "*id" not in yaml
    assert isinstance(examine(whole(entries, "mine", ON)), Register)


def test_due_words_that_a_register_would_not_read_wholly_come_with_their_window() -> None:
    entry = draft(one("We will publish the foghorn strategy on 25 or 26 February 2026."), b.register())
    assert isinstance(entry["due"], str | dict)
    assert isinstance(examine(whole([entry], "mine", ON)), Register)

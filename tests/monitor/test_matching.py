"""Is a commitment found where a text speaks of it, and nowhere else?"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging.matching.matcher import EARLY, THRESHOLD, Match, Matcher
from monitor.model.commitments import Watch
from monitor.model.documents import Document, Passage
from tests import builders as b

ON = date(2031, 6, 16)


def matched(watch: Watch, text: str | Document, on: date = ON) -> tuple[Match, ...]:
    paper = text if isinstance(text, Document) else b.document(title="-", body=None, passages=(Passage("text", text),))
    return Matcher([b.commitment(watch=watch)]).match(b.version(paper, since=on))


def speaks(watch: Watch, text: str | Document, on: date = ON) -> bool:
    return bool(matched(watch, text, on))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("lamp report", "The lamp report is here.", True),
        ("lamp report", "THE LAMP REPORT IS HERE.", True),
        ("Lamp Report", "the lamp report", True),
        ("lamp report", "the lamp\n\nreport", True),
        ("lamp report", "the lamp-report", True),
        ("lamp report", "the lamp reports", False),
        ("lamp report", "the lamps report", False),
        ("lamp report", "a report on the lamp", False),
        ("lamp report", "lamp", False),
        ("lamp report", "", False),
        ("group-based abuse", "group based abuse", True),
        ("group-based abuse", "group‑based abuse", True),
        ("Casey’s audit", "Casey's audit", True),
        ("Casey audit", "Casey’s audit", True),
        ("Casey’s audit", "the Casey audit", True),
        ("£5 million", "£5 million", True),
        ("£5 million", "£5.5 million", False),
        ("recommend* of the audit", "the recommendations of the audit", True),
        ("recommend* of the audit", "it recommends of the audit", True),
        ("recommend* of the audit", "recommend of the audit", True),
        ("inquir*", "an Inquiry", True),
        ("inquir*", "enquiry", False),
        ("inquir* report*", "the inquiry reports", True),
    ],
)
def test_a_name_is_found_whatever_its_capitals_hyphens_and_possessives(name: str, text: str, found: bool) -> None:
    assert speaks(Watch(names=(name,)), text) is found


def test_a_name_that_runs_from_one_passage_into_the_next_is_no_name() -> None:
    parts = (Passage("question", "We like the lamp"), Passage("answer", "report of the year."))
    assert not speaks(Watch(names=("lamp report",)), b.document(title="-", passages=parts))


NAMESAKE = Watch(names=("lamp report",), namesakes=("gas lamp report", "lamp report of 1998"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The gas lamp report is old.", False),
        ("The lamp report of 1998 is old.", False),
        ("The gas lamp report of 1998 is old.", False),
        ("The gas lamp report is old, the lamp report is new.", True),
        ("The lamp report is new, the gas lamp report is old.", True),
        ("Gas: the lamp report is new.", True),
    ],
)
def test_what_is_called_nearly_the_same_is_not_the_same(text: str, found: bool) -> None:
    assert speaks(NAMESAKE, text) is found


CONTEXT = Watch(names=("the review",), context=("lighthouse*",))


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("The review is here.", "-", False),
        ("The review is here. Lighthouses are lit.", "-", True),
        ("The review is here.", "Lighthouses", True),
    ],
)
def test_a_common_name_counts_only_in_its_context(text: str, title: str, found: bool) -> None:
    assert speaks(CONTEXT, b.document(title=title, passages=(Passage("text", text),))) is found


def test_the_context_may_stand_in_another_speech_of_the_debate() -> None:
    speeches = (Passage("speech", "The review is here."), Passage("speech", "Lighthouses are lit."))
    found = matched(CONTEXT, b.document(title="-", passages=speeches))
    assert [m.unit.passages[0].text for m in found] == ["The review is here."]


TOGETHER = Watch(names=(), together=((("£5 million", "£5m"), ("local inquir*", "pilot*")),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£5 million for local inquiries", True),
        ("Pilots will get £5m", True),
        ("£5 million for lamps", False),
        ("local inquiries", False),
        ("£5 million " + "word " * 60 + "local inquiries", True),
        ("£5 million " + "word " * 400 + "local inquiries", False),
        ("£5 million " + "word " * 400 + "£5 million for local inquiries", True),
    ],
)
def test_words_that_count_together_must_stand_near_each_other(text: str, found: bool) -> None:
    assert speaks(TOGETHER, text) is found


def test_words_far_apart_weigh_less_than_words_side_by_side() -> None:
    near, far = (matched(TOGETHER, f"£5 million {'word ' * n}local inquiries")[0].strength for n in (3, 70))
    assert THRESHOLD <= far < near


def test_a_question_lends_its_words_to_its_answer() -> None:
    paper = b.answer("It was published in June.", ON, question="To ask when the lamp report will be published.")
    assert [len(m.unit.passages) for m in matched(Watch(names=("lamp report",)), paper)] == [2]


def test_one_speech_lends_no_words_to_another() -> None:
    speeches = (Passage("speech", "What of the lamp report?"), Passage("speech", "It was published in June."))
    assert len(matched(Watch(names=("lamp report",)), b.document(title="-", passages=speeches))) == 1


def test_the_title_of_a_page_speaks_for_it() -> None:
    page = b.document(title="The lamp report", kind="independent_report", passages=(Passage("text", "Read it below."),))
    assert speaks(Watch(names=("lamp report",)), page)


@pytest.mark.parametrize(
    ("days", "found"), [(0, True), (-EARLY.days, True), (-EARLY.days - 1, False), (-365, False), (3650, True)]
)
def test_what_was_published_long_before_a_promise_does_not_speak_of_it(days: int, found: bool) -> None:
    assert speaks(Watch(names=("lamp report",)), "The lamp report.", b.SAID + timedelta(days=days)) is found


def test_a_match_says_why_and_where() -> None:
    match = matched(Watch(names=("lamp report",)), "We like it. The lamp report is here.")[0]
    assert match.reasons == ("named: “lamp report”",)
    hit = match.hits[0]
    assert match.unit.passages[hit.passage].text[hit.start : hit.end] == "lamp report"


def test_its_own_department_weighs_a_little_more() -> None:
    watch = Watch(names=("lamp report",), bodies=("Department for Lighthouses",))
    own, other = (
        matched(watch, b.document(title="-", body=body, passages=(Passage("text", "The lamp report."),)))[0].strength
        for body in ("Department for Lighthouses", "Treasury")
    )
    assert own > other


def test_watch_words_without_any_letters_match_nothing() -> None:
    assert not speaks(Watch(names=("*", "...", ""), together=(((), ("lamp",)),)), "* ... lamp")


WATCHES = (
    Watch(names=("lamp report", "inquir*")),
    NAMESAKE,
    CONTEXT,
    TOGETHER,
    Watch(names=("report",), namesakes=("report",)),
)
WORDS = (
    *("lamp", "report", "gas", "1998", "the", "review", "lighthouses", "£5", "million", "£5m", "local", "inquiry"),
    *("pilots", "of", ".", "?", "\n\n", "’s", "-", "*"),
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_every_hit_points_at_words_that_stand_there(text: str) -> None:
    commitments = [b.commitment(f"c{n}", watch=watch) for n, watch in enumerate(WATCHES)]
    paper = b.document(title=text, passages=(Passage("question", text), Passage("answer", text)))
    for match in Matcher(commitments).match(b.version(paper, since=ON)):
        assert THRESHOLD <= match.strength <= 1
        assert match.hits
        assert match.reasons
        for hit in match.hits:
            said = match.unit.passages[hit.passage].text if hit.passage >= 0 else text
            assert 0 <= hit.start < hit.end <= len(said)


def test_many_commitments_are_told_apart_in_one_reading() -> None:
    commitments = [b.commitment(f"c{n}", watch=Watch(names=(f"lamp {n}",))) for n in range(300)]
    paper = b.document(title="-", passages=(Passage("text", "Of lamp 7 and lamp 299, not lamp 300."),))
    assert [m.commitment.id for m in Matcher(commitments).match(b.version(paper, since=ON))] == ["c7", "c299"]

"""Is every sentence given the one relation it has, by the exact words, and never more than it says?"""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Watch
from monitor.model.documents import Document, Passage
from monitor.model.evidence import Evidence, Relation
from monitor.registers import SHIPPED, load, shipped
from tests import builders as b

ON = date(2031, 6, 16)
LAMPS = Matcher([b.commitment()])


def judged(paper: Document) -> tuple[Evidence, ...]:
    return judge(LAMPS, b.version(paper))


def relation(paper: Document) -> Relation | None:
    found = judged(paper)
    return found[0].relation if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The lamp report was published today.", Relation.DELIVERS),
        ("I am today publishing the lamp report.", Relation.DELIVERS),
        ("We have abandoned the lamp report.", Relation.WEAKENS),
        ("The lamp report will not now proceed.", Relation.WEAKENS),
        ("The lamp report has been delayed.", Relation.DELAYS),
        ("The lamp report has taken longer than we hoped.", Relation.DELAYS),
        ("The lamp report will now be published in May 2032.", Relation.DELAYS),
        ("The lamp report has been scaled back.", Relation.WEAKENS),
        ("We are drafting the lamp report.", Relation.PROGRESS),
        ("Work on the lamp report has begun.", Relation.PROGRESS),
        ("Professor Marsh is now consulting on the lamp report.", Relation.PROGRESS),
        ("We will set up a board for the lamp report.", Relation.MENTIONS_ONLY),
        ("We intend to set up a board for the lamp report.", Relation.MENTIONS_ONLY),
        ("The Department expects to finish the lamp report by May 2032.", Relation.DELAYS),
        ("The Department expects to finish the lamp report.", Relation.MENTIONS_ONLY),
        ("The lamp report will be published in due course.", Relation.WEAKENS),
        ("The lamp report is a fine thing.", Relation.MENTIONS_ONLY),
        ("We like lamps.", None),
    ],
)
def test_a_ministers_sentence_has_the_relation_it_shows(text: str, wanted: Relation | None) -> None:
    assert relation(b.speech(text, ON)) == wanted


def test_what_comes_shortly_after_its_day_has_passed_is_late_or_less_than_was_promised() -> None:
    assert relation(b.speech("The lamp report will be published shortly.", ON)) in (Relation.DELAYS, Relation.WEAKENS)


TELLING = (
    "The lamp report was published today. The lamp report has been superseded. The lamp report is delayed. "
    "We are drafting the lamp report."
)


@pytest.mark.parametrize(
    "post",
    [
        None,
        "Member for Hull",
        "Shadow Minister for Lighthouses",
        "Shadow Home Secretary",
        "Shadow Secretary of State for Lighthouses",
        "former Minister for Lighthouses",
        "Opposition spokesperson for lamps",
        "Chair of the Lighthouses Committee",
    ],
)
def test_one_who_does_not_speak_for_the_government_only_asks(post: str | None) -> None:
    assert {e.relation for e in judged(b.speech(TELLING, ON, post=post))} == {Relation.ASKS_ABOUT}


@pytest.mark.parametrize(
    "post",
    [
        "Minister for Lighthouses",
        "The Prime Minister",
        "The Secretary of State for the Home Department",
        "Home Secretary",
        "The Parliamentary Under-Secretary of State for Lamps",
        "The Minister of State, Department for Lighthouses",
        "The Solicitor General",
        "The Lord Chancellor and Secretary of State for Justice",
        "The Chancellor of the Duchy of Lancaster",
    ],
)
def test_a_minister_by_whatever_title_speaks_for_the_government(post: str) -> None:
    assert relation(b.speech("The lamp report was published today.", ON, post=post)) is Relation.DELIVERS


def test_a_written_statement_speaks_for_the_government_without_a_post() -> None:
    paper = b.speech("The lamp report was published today.", ON, post=None)
    assert relation(b.document(kind="written-statement", passages=paper.passages)) is Relation.DELIVERS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*TELLING.split(". "), "We will see.", "It was published in June."]), max_size=8))
def test_a_question_alone_never_bears_on_anything(said: list[str]) -> None:
    text = ". ".join(said)
    papers = (
        b.document(passages=(Passage("question", text, "Ada Marsh", "Minister for Lighthouses"),)),
        b.answer("I will write to her.", ON, question=text),
        b.answer(text, ON, holding=True),
        b.speech(text, ON, post=None),
    )
    for paper in papers:
        assert not any(e.relation.bears for e in judged(paper))


def test_the_evidence_is_the_exact_sentence_with_its_reasons_and_its_link() -> None:
    link = "https://hansard.parliament.uk/Commons/2031-06-16/debates/s1/Lighthouses#contribution-1"
    said = Passage("speech", "I thank her.\n\nThe lamp report was published today. Ask me more.", "A", "Minister", link)
    found = judged(b.document(kind="debate", passages=(said,)))
    assert [(e.quote, e.url, e.milestone) for e in found] == [("The lamp report was published today.", link, "report")]
    assert found[0].reasons == ("named: “lamp report”", "told as done: “published”")
    assert found[0].happened_on == ON


def test_of_many_sentences_the_most_telling_one_is_the_evidence() -> None:
    paper = b.answer("The lamp report is a fine thing. We are drafting the lamp report. We like the lamp report.", ON)
    assert [(e.relation, e.quote) for e in judged(paper)] == [(Relation.PROGRESS, "We are drafting the lamp report.")]


def test_of_two_sentences_that_tell_the_same_the_one_that_names_the_promise_is_quoted() -> None:
    paper = b.answer("We are drafting it. We are drafting the lamp report. We are drafting more.", ON)
    assert [e.quote for e in judged(paper)] == ["We are drafting the lamp report."]


def test_a_sentence_told_of_a_milestone_is_not_told_a_second_time() -> None:
    assert [e.milestone for e in judged(b.answer("We have published the lamp report.", ON))] == ["report"]


@pytest.mark.parametrize(
    "question",
    [
        "To ask when the lamp report will come.",
        "To ask, with reference to the lamp report, how many keepers there are.",
    ],
)
def test_a_question_whose_answer_says_nothing_of_the_promise_only_asks(question: str) -> None:
    found = judged(b.answer("There are nine keepers.", ON, question=question))
    assert [e.relation.bears for e in found] == [False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Keepers have been trained as set out in the lamp report.", Relation.MENTIONS_ONLY),
        ("The lamp report will help, and whilst we can't say more, we are exploring harbours.", Relation.MENTIONS_ONLY),
        ("As part of the lamp report, we have met the keepers.", Relation.PROGRESS),
        ("The lamp report has received 900 responses.", Relation.PROGRESS),
        ("It has not been possible to answer on the lamp report in the time available.", Relation.ASKS_ABOUT),
    ],
)
def test_work_is_told_of_what_it_is_done_to(text: str, wanted: Relation) -> None:
    assert relation(b.speech(text, ON)) is wanted


def test_words_that_stand_only_within_the_name_of_another_promise_do_not_speak_of_this_one() -> None:
    panel = b.commitment("panel", watch=Watch(names=("lamp review panel",)))
    cases = b.commitment("cases", watch=Watch(names=(), together=((("lamp",), ("review",), ("keeper*",)),)))
    said = "The keepers were asked about a lamp and its review. The remit of the Lamp Review Panel has been widened."
    found = judge(Matcher([panel, cases]), b.version(b.speech(said, ON)))
    assert {e.commitment for e in found} == {"panel", "cases"}
    assert [e.relation for e in found if e.commitment == "cases"] == [Relation.MENTIONS_ONLY]


def test_two_words_for_one_thing_do_not_make_a_sentence_speak_of_the_promise() -> None:
    watch = Watch(names=(), together=((("lamp oil", "oil lamp*"), ("keeper*",), ("review",)),))
    said = "The keepers reviewed lamp oil: a review was due. We are drafting lamp oil lamps."
    found = judge(Matcher([b.commitment(watch=watch)]), b.version(b.speech(said, ON)))
    assert [e.relation for e in found] == [Relation.MENTIONS_ONLY]


def test_a_reference_to_another_answer_is_no_answer() -> None:
    paper = b.answer("I refer her to the answer of 3 June.", ON, question="To ask when the lamp report will come.")
    assert relation(paper) is Relation.ASKS_ABOUT


def test_what_happens_to_something_else_in_the_sentence_does_not_happen_to_the_promise() -> None:
    paper = b.answer("We welcome the lamp report, and the old buoy scheme has been superseded.", ON)
    assert relation(paper) is not Relation.SUPERSEDES


def test_an_answer_cut_short_by_the_list_delivers_nothing() -> None:
    assert relation(b.answer("The lamp report was published on...", ON)) is not Relation.DELIVERS


def test_a_sentence_that_only_leans_on_the_one_before_is_found_too() -> None:
    paper = b.answer("The lamp report is a fine thing. It has been delayed by the storms.", ON)
    assert [(e.relation, e.quote) for e in judged(paper)] == [(Relation.DELAYS, "It has been delayed by the storms.")]


def test_a_delay_brings_the_new_date_where_one_is_given() -> None:
    found = judged(b.answer("The lamp report is delayed and will now be published by 30 November 2031.", ON))
    moved = found[0].moved_to
    assert moved is not None
    assert (moved.latest, moved.said_on) == (date(2031, 11, 30), ON)


def test_the_page_that_was_promised_is_itself_the_delivery() -> None:
    found = Matcher([b.commitment(milestones=(b.milestone(expect=b.page_expected()),))])
    page = b.document(
        source="gov-uk",
        kind="independent_report",
        title="The Lamp Report: final",
        published_on=ON,
        passages=(Passage("text", "The lamp report stands below."),),
    )
    assert [(e.relation, e.happened_on) for e in judge(found, b.version(page))] == [(Relation.DELIVERS, ON)]


def test_a_page_that_was_given_the_promised_title_later_did_not_keep_the_promise_before() -> None:
    found = Matcher([b.commitment(milestones=(b.milestone(expect=b.page_expected()),))])
    page = b.document(source="gov-uk", kind="independent_report", title="The lamp report", published_on=ON)
    renamed = b.version(page, number=2, since=date(2031, 9, 1))
    assert [e.document.since for e in judge(found, renamed)] == [date(2031, 9, 1)]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "news_story"},
        {"source": "written-questions"},
        {"title": "The Lamp Reporter: final"},
        {"title": "A report on lamps"},
        {"published_on": date(2031, 1, 15)},
    ],
    ids=str,
)
def test_a_page_of_another_kind_source_title_or_time_is_not_what_was_promised(other: dict[str, object]) -> None:
    found = Matcher([b.commitment(milestones=(b.milestone(expect=b.page_expected()),))])
    held: dict[str, object] = {"source": "gov-uk", "kind": "independent_report", "title": "The Lamp Report: final"}
    page = b.document(**(held | {"published_on": ON} | other), passages=(Passage("text", "On the lamp report."),))  # type: ignore[arg-type]
    assert all(e.relation is not Relation.DELIVERS for e in judge(found, b.version(page)))


@cache
def shipped_matcher() -> Matcher:
    return Matcher(load(shipped(), SHIPPED).commitments)


@cache
def shipped_words() -> tuple[str, ...]:
    register = load(shipped(), SHIPPED)
    watches = [c.watch for c in register.commitments]
    names = {name.replace("*", "s") for w in watches for name in (*w.names, *w.namesakes, *w.context)}
    deeds = {
        deed.replace("*", "")
        for c in register.commitments
        for m in c.milestones
        for e in m.expect.words
        for deed in e.deeds
    }
    return (
        *sorted(names),
        *sorted(deeds),
        "will",
        "not",
        "has been",
        "delayed",
        "by Easter",
        ".",
        "?",
        "\n\n",
        "“",
        "...",
    )


hostile = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(shipped_words()), max_size=40).map(" ".join),
)


@settings(max_examples=120, deadline=None)
@given(
    hostile, st.sampled_from(["question", "answer", "speech", "text"]), st.sampled_from(["debate", "written-answer"])
)
def test_no_text_whatever_stops_the_judging_and_the_same_text_is_judged_the_same(
    text: str, role: str, kind: str
) -> None:
    passages = (Passage(role, text, "Ada", "Minister"), Passage("answer", text), Passage("text", ""))
    version = b.version(b.document(title=text, kind=kind, published_on=date(2025, 6, 16), passages=passages))
    first = judge(shipped_matcher(), version)
    assert judge(shipped_matcher(), version) == first
    for piece in first:
        assert 0 < piece.strength <= 1
        assert piece.quote
        assert piece.reasons
        assert any(piece.quote in held for held in (text, *(p.text for p in passages)))
        assert piece.milestone is None or piece.relation is Relation.DELIVERS
    assert len({(e.commitment, e.milestone, e.relation) for e in first}) == len(first)


def test_what_a_government_is_working_to_ensure_of_all_things_is_no_work_on_what_the_answer_names_after_it() -> None:
    watch = Watch(names=("duty to report",), together=((("duty",), ("keepers",)),))
    matcher = Matcher([b.commitment(watch=watch)])
    answer = (
        "The Government is actively working to ensure that all who keep lights are accountable.\n\n"
        "This includes the introduction of a duty to report, under which keepers may be fined."
    )
    weakly = b.answer(answer, ON, question="How many officers with a duty of care have been dismissed?")
    found = judge(matcher, b.version(weakly))
    assert [e.relation for e in found] == [Relation.MENTIONS_ONLY]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp report will follow. The new buoy report was published on 3 June 2031.",
        "The lamp report is being written. We published our harbour report on 3 June 2031.",
        "We are writing the lamp report. The Netherlands has one too. It was published on 3 June 2031.",
    ],
)
def test_another_thing_of_that_noun_or_a_pronoun_two_sentences_on_delivers_nothing(text: str) -> None:
    assert relation(b.speech(text, ON)) is not Relation.DELIVERS


def test_the_date_of_a_delay_is_found_in_the_sentence_after_it() -> None:
    text = "The lamp report has been delayed. It will now be published in May 2032."
    (delay,) = [e for e in judged(b.speech(text, ON)) if e.relation is Relation.DELAYS]
    assert delay.moved_to is not None
    assert delay.quote == "It will now be published in May 2032."

"""Does an explanation name what was read: how a sentence points to the thing, what it says, which rule refused?"""

from datetime import date

import pytest

from monitor.judging.claims.weights import shipped
from monitor.judging.explaining.door_answers import PAGE, RULING, DoorOfMilestone
from monitor.judging.explaining.explanation import WEIGHTIEST, Explained, explain
from monitor.judging.explaining.fact_wording import fact_in_words, in_order
from monitor.judging.explaining.feature_wording import feature_in_words
from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Commitment, Expectation
from monitor.model.documents import Document
from monitor.reports.shapes.explanation_shape import explanation_shape
from tests import builders as b

ON = date(2031, 3, 1)
ANSWER = b.answer(
    "The lamp report is being written by Ada Marsh. It will be published in the autumn of 2031. "
    "The lamp report was published internally. We thank all keepers of lamps.",
    ON,
    question="To ask when the lamp report comes.",
)


def explained(document: Document = ANSWER, *made: Commitment) -> Explained:
    (one,) = explain(Matcher(made or (b.commitment(),)), b.version(document))
    return one


def door(document: Document, expect: Expectation | None = None) -> DoorOfMilestone:
    made = b.commitment(milestones=(b.milestone(expect=expect),))
    return explained(document, made).parts[0].doors[0]


def test_every_sentence_is_told_in_its_order_and_the_question_makes_no_claim() -> None:
    (part,) = explained().parts
    assert [one.number for one in part.sentences] == [1, 2, 3, 4, 5]
    assert [one.mention.role for one in part.sentences] == ["question", *["answer"] * 4]
    assert part.sentences[0].claim is None
    assert part.left_out == 0


def test_a_pronoun_is_told_with_how_far_back_the_thing_was_named() -> None:
    pointing = explained().parts[0].sentences[2].mention
    assert (pointing.kind, pointing.points) == ("pronoun", "“It”: it was named one sentence back")


def test_what_a_sentence_says_is_told_with_its_time_and_the_features_that_weighed() -> None:
    claim = explained().parts[0].sentences[2].claim
    assert claim is not None
    assert (claim.says, claim.weighed_for) == ("will", "will")
    assert claim.when is not None
    assert (claim.when.phrase, claim.when.latest) == ("in the autumn of 2031", date(2031, 11, 30))
    assert 0 < len(claim.weighed) <= WEIGHTIEST
    assert "word will" in dict(claim.weighed)
    assert "later" in claim.facts


def test_what_a_rule_of_english_took_back_is_told_with_the_rule() -> None:
    paper = b.answer("Some fear that the lamp report will be delayed until 2032.", ON)
    claim = explained(paper).parts[0].sentences[1].claim
    assert claim is not None
    assert claim.taken_back["late"].rule == "hearsay"
    assert claim.chances["late"] == 0


def test_the_door_tells_the_rule_that_refused_the_sentence_that_came_furthest() -> None:
    (refused,) = explained().parts[0].doors
    assert (refused.answer.opened, refused.answer.sentence, refused.answer.rule) == (False, 4, "not-to-all")
    assert "only to some" in refused.answer.why
    assert [other.sentence for other in refused.others] == [3]


def test_the_door_tells_the_rule_that_opened_and_the_day() -> None:
    opened = door(b.answer("The lamp report was published on 20 February 2031.", ON)).answer
    assert (opened.opened, opened.sentence, opened.on) == (True, 2, date(2031, 2, 20))


def test_where_nothing_expected_was_told_the_door_says_what_was_missing() -> None:
    refused = door(b.answer("The lamp report is welcome.", ON)).answer
    assert not refused.opened
    assert "none of the deeds expected: published" in refused.why


@pytest.mark.parametrize(
    ("more", "opened", "why"),
    [
        ({"source": "gov-uk", "kind": "independent_report", "title": "The lamp report"}, True, "published as expected"),
        ({}, False, "it comes from written-questions, not from gov-uk"),
        ({"source": "gov-uk", "kind": "news_story"}, False, "it is a news_story, not a independent_report"),
        ({"source": "gov-uk", "kind": "independent_report"}, False, "its title lacks “lamp report”"),
    ],
)
def test_what_a_page_lacks_to_be_the_one_expected_is_told(more: dict[str, str], opened: bool, why: str) -> None:
    document = b.document(published_on=ON, **more)  # type: ignore[arg-type]
    answer = door(document, b.page_expected()).answer
    assert (answer.rule, answer.opened, why in answer.why) == (PAGE, opened, True)


def test_a_milestone_that_expects_nothing_in_words_is_left_to_a_person() -> None:
    assert door(ANSWER, Expectation("A sum is named.")).answer.rule == RULING


def test_why_nothing_counts_in_a_holding_answer_is_told() -> None:
    one = explained(b.answer("The lamp report: it has not been possible to answer in the time available.", ON))
    assert one.parts[0].unheard is not None
    assert one.parts[0].unheard.startswith("it has the fixed words")
    assert explained().parts[0].unheard is None


def test_what_follows_is_what_the_judge_found() -> None:
    version, matcher = b.version(ANSWER), Matcher([b.commitment()])
    (one,) = explain(matcher, version)
    assert one.evidence == judge(matcher, version)


def test_each_speech_of_a_debate_is_a_part_of_its_own() -> None:
    first, second = (b.speech(f"The lamp report {deed}.", ON) for deed in ("is late", "is welcome"))
    debate = b.speech("", ON)
    passages = (*first.passages, *second.passages)
    whole = b.document(source=debate.source, kind="debate", published_on=ON, passages=passages)
    assert [[s.mention.text for s in part.sentences] for part in explained(whole).parts] == [
        ["The lamp report is late."],
        ["The lamp report is welcome."],
    ]


def test_only_what_is_wanted_is_explained() -> None:
    matcher, version = Matcher([b.commitment()]), b.version(ANSWER)
    assert explain(matcher, version, ("another",)) == ()
    assert explain(matcher, b.version(b.answer("Nothing of this.", ON))) == ()


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        ("word will", "the word “will”"),
        ("shape NAME will be ~published", "the words “[its name] will be [such as published]”"),
        ("shape ~? NUMBER", "the words “[another word] [a number]”"),
        ("before the", "“the” shortly before it"),
        ("after ~will", "“[such as will]” shortly after it"),
        ("pronoun with will", "it speaks of it by a pronoun that opens it, with “will”"),
        ("speaks pronoun named 1 before", "it speaks of it by a pronoun that opens it, 1 sentence after its name"),
        ("named 3 before", "it is 3 sentences or more after its name"),
        ("speaks nothing first asked",
         "it speaks of it by no word at all in the first sentence of its passage, and the question names it"),
        ("time fixed promised", "it has a fixed time promised"),
        ("family late after the thing", "it has words of the kind that tell what is late after the thing"),
        ("family refused denied", "it denies with words of the kind that tell what is refused"),
        ("milestone whole no deed", "it fits a milestone (no step), and has no deed of it"),
        ("something quite new", "something quite new"),
    ],
)  # fmt: skip
def test_a_feature_is_told_in_words_and_one_that_has_none_as_it_is_called(feature: str, said: str) -> None:
    assert feature_in_words(feature) == said


def test_a_fact_is_told_in_words_and_only_those_that_compare_with_the_record_are() -> None:
    assert fact_in_words("later") == "the time is later than what was promised"
    assert in_order({"later", "by named", "dated", "later, its deed"}) == ("dated", "later")


def test_every_feature_that_weights_are_shipped_for_has_words_for_people() -> None:
    assert [name for name in shipped().claims.rows if feature_in_words(name) == name] == []


def test_the_keys_of_the_json_stand() -> None:
    shape = explanation_shape(b.version(ANSWER), (explained(),))
    assert shape["document"]["version"] == 1
    (made,) = shape["commitments"]
    assert set(made) == {"id", "title", "words", "made_on", "due", "milestones", "parts", "evidence"}
    (part,) = made["parts"]
    assert set(part) == {"found_by", "strength", "sentences", "left_out", "unheard", "doors", "likely"}
    sentence = part["sentences"][2]
    assert set(sentence) == {"number", "role", "text", "kind", "points", "claim"}
    assert set(sentence["claim"]) == {
        "says", "firm", "when", "chances", "weighed_for", "weighed", "taken_back", "milestone", "facts",
    }  # fmt: skip
    assert sentence["claim"]["weighed"][0].keys() == {"feature", "words", "weight"}
    assert set(part["doors"][0]) == {"milestone", "opened", "rule", "why", "sentence", "on", "others"}
    assert all(0 <= share <= 1 for share in part["likely"].values())
    assert set(made["evidence"][0]) == {
        "milestone", "relation", "strength", "quote", "reasons", "says", "when", "moved_to", "points",
    }  # fmt: skip

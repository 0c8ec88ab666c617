"""Is a sign believed only where the government says it of itself, as a fact, and of the promise?"""

from datetime import date

import pytest

from monitor.judging.english.assertion import ROWS, outright, taken_back
from monitor.judging.english.clauses import Refusal
from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.documents import Document
from monitor.model.evidence import Evidence, Relation
from tests import builders as b
from tests.monitor.doors import done

ON = date(2031, 6, 16)
TOWER = b.commitment("tower", watch=b.commitment().watch.__class__(names=("Lamp Authority", "new lamp tower")))
MATCHER = Matcher([b.commitment(), TOWER])
LAMPS = Matcher([b.commitment()])


def judged(paper: Document, matcher: Matcher = LAMPS) -> tuple[Evidence, ...]:
    return judge(matcher, b.version(paper))


def relation(text: str) -> Relation:
    return judged(b.speech(text, ON))[0].relation


PROMISED = date(2031, 1, 16)


def braced(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a sentence without its braces, and where the thing between them stands."""
    start, end = sentence.index("{"), sentence.index("}")
    return sentence.replace("{", "").replace("}", ""), [(start, end - 1)]


def taken(told_as: str, sentence: str) -> str | None:
    rule = taken_back(told_as, *braced(sentence), ON, PROMISED)
    return rule.id if rule else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_rule_takes_back_its_example_and_leaves_its_counter_example_alone(row: Refusal) -> None:
    told_as = "work" if row.id == "only-said" else "late"
    if row.id == "of-something-else":
        told_as = "refused"
    assert taken(told_as, row.example) == row.id
    assert taken(told_as, row.counter) is None


@pytest.mark.parametrize(
    ("told_as", "sentence"),
    [
        ("late", "The {lamp report} is not delayed."),
        ("late", "Ministers deny that the {lamp report} was delayed."),
        ("late", "Campaigners say that the {lamp report} has been postponed."),
        ("late", "It is not known whether the {lamp report} will be delayed."),
        ("late", "The {lamp report} has not been abandoned."),
        ("refused", "The previous Government abandoned the {lamp report}."),
        ("refused", "The {lamp report} could be scrapped."),
        ("replaced", "Some fear that the {lamp report} will be replaced."),
        ("work", "The keeper said: “We have begun the {lamp report}”."),
        ("work", "We would have begun the {lamp report}."),
        ("work", "Nobody has started the {lamp report}."),
        ("plan", "According to the press, the {lamp report} will be published in 2036."),
        ("plan", "If money is found, the {lamp report} will be published in May."),
    ],
)
def test_what_is_denied_supposed_or_hearsay_is_taken_back(told_as: str, sentence: str) -> None:
    assert taken(told_as, sentence)


@pytest.mark.parametrize(
    ("told_as", "sentence"),
    [
        ("late", "Publication of the {lamp report} has been put back to the spring."),
        ("late", "I can confirm that the {lamp report} is delayed."),
        ("refused", "We have no plans to publish the {lamp report}."),
        ("refused", "The {lamp report} will not now be taken forward."),
        ("replaced", "The buoy plan takes the place of, and so has replaced, the {lamp report}."),
        ("work", "Before the recess we launched a panel for the {lamp report}."),
        ("work", "We have made the map that the {lamp report} needs."),
        ("plan", "Once printed, the {lamp report} will be published in May."),
    ],
)
def test_what_the_government_says_itself_stands(told_as: str, sentence: str) -> None:
    assert taken(told_as, sentence) is None


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ("late", "The {lamp report} has now been postponed."),
        ("late", "We have delayed the {lamp report}."),
        ("late", "Publication of the {lamp report} has been put back to May."),
        ("refused", "The {lamp report} was scrapped."),
        ("refused", "The Government has abandoned the {lamp report}."),
        ("refused", "We have no plans to publish the {lamp report}."),
        ("refused", "There are no current plans to introduce a {lamp report}."),
        ("replaced", "The {lamp report} has been superseded by the buoy plan."),
        ("replaced", "We have replaced the {lamp report}."),
        ("replaced", "The harbour board will replace the {lamp report}."),
        ("replaced", "It replaces the {lamp reports} that we had planned."),
    ],
)
def test_a_setback_that_a_verb_tells_of_the_thing_itself_is_told_outright(says: str, sentence: str) -> None:
    assert outright(*braced(sentence), ON, PROMISED) == {says}


@pytest.mark.parametrize(
    "sentence",
    [
        "The {lamp report} says that the buoys were scrapped.",
        "The {lamp report} was not scrapped.",
        "The harbour board has abandoned the {lamp report}.",
        "The {lamp report} may be postponed.",
        "Work on gulls was dropped, and the {lamp report} is read.",
        "The {lamp report} will replace the buoy plan.",
        "The harbour board may replace the {lamp report}.",
        "The chair of the {lamp report} has been replaced by Dame Ann.",
        "An earlier version of the {lamp report} was scrapped.",
        "The previous {lamp report} has been replaced.",
        "The launch event for the {lamp report} was cancelled.",
        "We have no plans to publish the {lamp report} in Welsh.",
        "We have no plans to change the {lamp report}.",
        "We have no plans to publish a map of the {lamp report}.",
        "We were asked to replace the {lamp report}.",
    ],
)
def test_a_setback_of_something_else_or_one_that_is_taken_back_is_not(sentence: str) -> None:
    assert not outright(*braced(sentence), ON, PROMISED)


@pytest.mark.parametrize(
    "text",
    [
        "No assessment of the lamp report has been completed.",
        "No decisions on the lamp report have been taken forward, and none has been brought to me.",
        "We have made no estimate of the lamp report.",
        "I will write once the work on the lamp report has been completed.",
        "Before the lamp report has been laid there is little to say.",
        "The number of copies of the lamp report that have been recalled is not held.",
        "Those who have been consulted about the lamp report know this.",
        "The Prime Minister has made clear that we like the lamp report.",
        "We have made a commitment on the lamp report.",
        "As I have set out, the lamp report is a fine thing.",
        "As I announced in January, the lamp report is a fine thing.",
        "The Scottish Government has launched a review of its lamp report.",
        "The previous Government has consulted on the lamp report.",
        "The committee found that work on the lamp report has begun.",
        "The inspector said: “We have begun the lamp report”.",
        "In 2024 the Government launched a review of the lamp report.",
        "We would have begun the lamp report.",
        "Work on the lamp report could be under way.",
        "Has work on the lamp report begun?",
        "The lamp report is read while we have discontinued the buoys.",
    ],
)
def test_what_is_denied_supposed_or_told_of_others_is_no_progress(text: str) -> None:
    assert not relation(text).bears


@pytest.mark.parametrize(
    "text",
    [
        "We are consulting on the lamp report.",
        "We have taken steps to bring about the lamp report.",
        "In May 2031, the Government published a consultation on the lamp report.",
        "Since March 2030 we have been working on the lamp report.",
        "The buoys do not matter, but we have begun the lamp report.",
    ],
)
def test_work_that_is_told_of_the_promise_is_progress(text: str) -> None:
    assert relation(text) is Relation.PROGRESS


@pytest.mark.parametrize(
    "text",
    [
        "I apologise for the delay in replying to her letter on the lamp report.",
        "The lamp report will not be delayed.",
        "There has been no delay to the lamp report.",
        "The lamp report may be delayed.",
        "If the lamp report is delayed, we will say so.",
        "The lamp report will now be read by many.",
        "The lamp report has not been abandoned.",
        "The committee claimed that the lamp report had been delayed.",
        "Is the lamp report delayed?",
    ],
)
def test_a_delay_or_an_end_that_is_denied_supposed_or_of_something_else_is_none(text: str) -> None:
    assert relation(text) not in (Relation.DELAYS, Relation.SUPERSEDES, Relation.WEAKENS)


def test_a_thing_that_was_named_in_full_is_spoken_of_by_its_last_word() -> None:
    text = "We want a Lamp Authority. In December, we published a consultation on the authority’s powers."
    assert [(e.commitment, e.relation) for e in judged(b.speech(text, ON), MATCHER)] == [("tower", Relation.PROGRESS)]


def test_a_setback_of_another_promise_that_the_sentence_names_is_not_one_of_this() -> None:
    found = judged(b.speech("We like the lamp report. The new lamp tower has been delayed.", ON), MATCHER)
    assert [e.commitment for e in found if e.relation is Relation.DELAYS] == ["tower"]


def test_the_first_sentence_of_a_short_answer_answers_the_question() -> None:
    text = "Work on this is under way, and a board has been set up. Gulls are noisy."
    paper = b.answer(text, date(2031, 3, 16), question="To ask what progress she has made with the lamp report.")
    assert [(e.relation, e.quote) for e in judged(paper)] == [
        (Relation.PROGRESS, text.removesuffix(" Gulls are noisy."))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The report of the committee said that the lamp report has been published.",
        "The committee noted that the lamp report was published.",
        "The claim that the lamp report has been published is wrong.",
        "We are told by others that the lamp report was published.",
        "According to the papers, the lamp report was published.",
        "The Scottish Government published its lamp report.",
        "The Welsh Government’s lamp report was published in June.",
        "The previous Government published the lamp report.",
        "A draft of the lamp report has been published.",
        "A summary of our lamp report was published.",
        "Part of the lamp report has been published.",
        "The interim lamp report has been published.",
        "The terms of reference of the lamp report have been published.",
        "The consultation on the lamp report has been published.",
        "The response to the lamp report has been published.",
        "We published the lamp report in draft.",
        "The lamp report has been published only in part.",
        "The lamp report, once published, will tell.",
        "The lamp report may in May be published.",
        "If we had published the lamp report, he would know.",
    ],
)
def test_hearsay_a_part_or_another_governments_deed_delivers_nothing(sentence: str) -> None:
    assert done(sentence, ("lamp report",), ("published",)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "In May the lamp report was published.",
        "In May this year the inspector published her lamp report.",
        "Last May we published the lamp report.",
        "The UK Government has published the lamp report.",
        "The British Government published the lamp report.",
        "As my hon. Friend said, the lamp report has been published.",
        "The Home Secretary said that the lamp report was published.",
        "The lamp report was published on 16 June, and a draft of the buoy plan with it.",
        "We have today published the lamp report and the response to the lamp report.",
    ],
)
def test_a_deed_told_as_our_own_and_whole_is_done(sentence: str) -> None:
    assert done(sentence, ("lamp report",), ("published",)) == "published"


LEANING = b.commitment(watch=b.commitment().watch.__class__(names=("coast strategy",)))


@pytest.mark.parametrize(
    "text",
    [
        "The coast strategy will follow. The new farming strategy has been scrapped.",
        "The coast strategy is on time. The farming strategy has been delayed. It will now be published in May 2032.",
    ],
)
def test_what_befalls_another_thing_of_that_noun_befalls_nothing_of_this(text: str) -> None:
    found = judge(Matcher([LEANING]), b.version(b.speech(text, ON)))
    assert not [e for e in found if e.moved_to or (e.relation is Relation.SUPERSEDES) or e.relation is Relation.WEAKENS]

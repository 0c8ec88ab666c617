"""Is what is counted told as so many of so many: only what is a fact, with its day, its sentence, and no more?"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging.english.figures import figure, reached
from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.boards import Board, Status
from monitor.model.commitments import Expectation, Register, RulingKind, Watch, WordsExpected
from monitor.model.evidence import Evidence, Relation
from monitor.model.measures import Measure
from monitor.model.wording import earlier_figures, so_far
from monitor.registers import examine
from monitor.reports.pages import commitment_page
from monitor.reports.shapes import dossier_shape
from monitor.status.judgement import board_of_day
from monitor.status.timeline import untold_changes
from tests import builders as b
from tests.builders.register_files import SOUND, faults
from tui.commitment_text import dossier_text

KEEPERS = Measure(3_000, ("lighthouse keepers", "keepers"))


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("There are now 2,391 more lighthouse keepers in post.", 2_391),
        ("We have recruited 1,204 of the 3,000 lighthouse keepers.", 1_204),
        ("As of 30 September 2031, 2,383 additional full-time keepers had been recruited.", 2_383),
        ("The number of lighthouse keepers has risen to 1,204.", 1_204),
        ("We are hiring 3,000 lighthouse keepers, and aim to do so by 2035, having already recruited c.2,100.", 2_100),
        ("Over 2,600 individual keepers have now been recruited, so that each lamp has two.", 2_600),
        ("Of the 3,000 keepers, 412 have been appointed.", 412),
        ("Two hundred keepers have been recruited, and 38 lamps were lit.", 200),
        ("Some 1.2 thousand keepers are in post.", 1_200),
        ("All 3,000 lighthouse keepers have been recruited.", 3_000),
        ("Keepers are trained in the north; 44 lighthouse keepers have been trained so far.", 44),
    ],
)
def test_a_figure_that_is_told_as_a_fact_is_read(sentence: str, number: int) -> None:
    assert figure(sentence, KEEPERS) == number


@pytest.mark.parametrize(
    "sentence",
    [
        "By March we will have 3,000 more lighthouse keepers.",
        "We are committed to recruiting 3,000 keepers.",
        "Up to 3,000 lighthouse keepers are being recruited.",
        "The fund enabled the recruitment of 1,000 keepers.",
        "We have not yet recruited 3,000 keepers.",
        "Have 3,000 keepers been recruited?",
        "The last Government recruited 900 keepers.",
        "There were 900 fewer keepers in 2030.",
        "Two thirds of the 3,000 keepers have been named by the board.",
        "There are 12% more keepers.",
        "£3,000 keepers' grants have been paid to keepers.",
        "In 2031 keepers were trained.",
        "On 5 July keepers were met by the Minister.",
        "There are 41,000 lighthouse keepers in the world.",
        "Level 7 keepers have been trained.",
        "More than 900 keepers have been promised.",
        "Our 3,000 keepers pledge was published.",
        "Nine planned keepers are named in the answer.",
        "Keepers have 300 lamps.",
        "We are spending £4 million on lamps, recruiting an extra 3,000 lighthouse keepers.",
        "The board has reported on progress against the 3,000 keepers.",
        "Our 3,000 additional keepers have been spoken of in this House.",
    ],
)
def test_a_target_a_plan_a_loss_and_what_counts_something_else_is_no_figure(sentence: str) -> None:
    assert figure(sentence, KEEPERS) is None


@pytest.mark.parametrize(
    "less", ["Almost", "Very nearly", "Fewer than", "Just under", "Close to", "Nearly all", "Up to"]
)
def test_less_than_a_number_is_not_that_number(less: str) -> None:
    for number in ("3,000", "2,900"):
        sentence = f"{less} {number} lighthouse keepers have been recruited."
        assert figure(sentence, KEEPERS) is None
        assert reached(sentence, KEEPERS) == ()


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("More than 3,200 keepers have registered their interest and 150 have been recruited.", 150),
        ("We have interviewed 3,050 lighthouse keepers and recruited 90.", 90),
        ("3,400 keepers applied, of whom 210 have been appointed.", 210),
        ("3,400 lighthouse keepers were shortlisted; 37 have been recruited.", 37),
        ("3,400 lighthouse keepers have applied.", None),
        ("We have had applications from 3,400 lighthouse keepers.", None),
    ],
)
def test_a_number_of_another_deed_is_no_figure_of_this_one(sentence: str, number: int | None) -> None:
    assert figure(sentence, KEEPERS) == number
    assert reached(sentence, KEEPERS) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("eight hundred and forty", 840),
        ("one thousand, two hundred and six", 1_206),
        ("two thousand three hundred", 2_300),
        ("sixty-one", 61),
        ("a hundred and twelve", 112),
        ("a thousand", 1_000),
        ("several hundred and forty", None),
        ("half a million", None),
        ("one and a half thousand", None),
        ("six dozen", None),
        ("7 hundred and 40", None),
    ],
)
def test_a_number_in_words_is_read_whole_or_not_at_all(words: str, number: int | None) -> None:
    assert figure(f"We have recruited {words} lighthouse keepers.", KEEPERS) == number


def test_where_the_register_names_a_deed_a_figure_without_it_does_not_count() -> None:
    accepted = Measure(40, ("recommendations",), ("accepted",))
    assert figure("We have accepted 38 of the 40 recommendations.", accepted) == 38
    assert figure("The acceptance of 38 recommendations has been published.", accepted) is None
    assert figure("38 recommendations have been published.", accepted) is None


@pytest.mark.parametrize(
    ("sentence", "enough"),
    [
        ("We have recruited 3,012 lighthouse keepers.", True),
        ("We have recruited over 3,000 lighthouse keepers.", True),
        ("An additional 3,450 lighthouse keepers have been recruited.", True),
        ("We have recruited 2,999 lighthouse keepers.", False),
        ("We have recruited nearly 3,000 lighthouse keepers.", False),
        ("Around 3,000 lighthouse keepers have been recruited.", False),
        ("We have recruited lighthouse keepers.", False),
    ],
)
def test_a_promised_number_is_reached_only_by_a_figure_that_is_as_great(sentence: str, enough: bool) -> None:
    assert bool(reached(sentence, KEEPERS)) is enough
    assert any(e.relation is Relation.DELIVERS for e in found(sentence, MAY)) is enough


_WORDS = st.sampled_from(["3,000", "keepers", "have", "of the", ",", "1.5 million", "been", "c."])


@settings(max_examples=60, deadline=1000, database=None)
@given(st.lists(_WORDS, max_size=900))
def test_no_sentence_however_long_makes_it_slow_or_fail(words: list[str]) -> None:
    found = figure(" ".join(words)[:4000], KEEPERS)
    assert found is None or found <= 4 * KEEPERS.number


MILESTONE = b.milestone(
    "keepers", title="3,000 more keepers", measure=KEEPERS,
    expect=Expectation("3,000 keepers.", words=(WordsExpected(("lighthouse keepers", "keepers"), ("recruited",)),)),
)  # fmt: skip
PROMISE = b.commitment(watch=Watch(names=("lighthouse keepers",)), milestones=(MILESTONE,))


def found(text: str, on: date, key: str = "q1") -> tuple[Evidence, ...]:
    version = b.version(b.answer(text, on, key))
    return judge(Matcher([PROMISE]), version)


def standing(day: date, *evidence: Evidence, **more: Any) -> Board:
    return board_of_day(b.facts(PROMISE, evidence=evidence, **more), day)


MARCH, MAY, JULY = date(2031, 3, 3), date(2031, 5, 6), date(2031, 7, 1)
FIRST = found("We have recruited 310 lighthouse keepers.", MARCH)
SECOND = found("There are now 1,204 more lighthouse keepers in post.", MAY, "q2")


def test_a_figure_in_an_answer_is_evidence_of_the_milestone_and_delivers_nothing() -> None:
    (told,) = [e for e in FIRST if e.milestone == "keepers"]
    assert (told.relation, told.quote) == (Relation.PROGRESS, "We have recruited 310 lighthouse keepers.")
    assert "310 of 3,000 lighthouse keepers" in told.reasons
    assert [e for e in (*FIRST, *SECOND) if e.relation is Relation.DELIVERS] == []


def test_the_number_itself_reached_delivers_by_the_words_that_the_register_expects() -> None:
    reached = found("We have now recruited 3,012 lighthouse keepers.", JULY)
    assert [(e.relation, e.milestone) for e in reached if e.relation is Relation.DELIVERS] == [
        (Relation.DELIVERS, "keepers")
    ]


def test_figures_are_kept_with_their_days_and_shown_as_so_many_of_so_many() -> None:
    row = standing(JULY, *FIRST, *SECOND).rows[0].milestones[0]
    assert [(f.on, f.number, f.confirmed) for f in row.figures] == [(MARCH, 310, False), (MAY, 1_204, False)]
    assert so_far(row) == (
        "So far: 1,204 of 3,000 lighthouse keepers, as told on 6 May 2031, not confirmed by a person"
    )
    assert earlier_figures(row) == "Before that: 310 (3 March 2031)"
    assert row.status is Status.OVERDUE, "a number that is not reached is late like anything else"


def test_a_past_board_shows_the_figure_of_its_day_and_none_where_none_was_told() -> None:
    assert [f.number for f in standing(date(2031, 4, 1), *FIRST, *SECOND).rows[0].milestones[0].figures] == [310]
    none = standing(date(2031, 2, 1), *FIRST).rows[0].milestones[0]
    assert so_far(none) == "So far: no figure told of the 3,000 lighthouse keepers"


def test_a_figure_that_a_person_notes_goes_before_what_the_rules_read_of_that_day() -> None:
    noted = b.ruling(milestone="keepers", kind=RulingKind.PROGRESS, on=MAY, figure=1_300, why="Counted in the annex.")
    row = standing(JULY, *FIRST, *SECOND, rulings=(noted,)).rows[0].milestones[0]
    assert [(f.number, f.confirmed) for f in row.figures] == [(310, False), (1_300, True)]


def test_a_figure_that_a_person_rejects_is_not_shown() -> None:
    (told,) = [e for e in SECOND if e.milestone == "keepers"]
    cited = (told.document.source, told.document.key)
    no = b.ruling(milestone=None, kind=RulingKind.REJECT, on=MAY, document=cited, why="Of another service.")
    row = standing(JULY, *FIRST, *SECOND, rulings=(no,)).rows[0].milestones[0]
    assert [f.number for f in row.figures] == [310]


def test_the_figure_is_the_headline_and_stands_in_report_page_terminal_and_json() -> None:
    facts = b.facts(PROMISE, evidence=(*FIRST, *SECOND))
    told = [c.headline for c in untold_changes(facts, (), b.at(JULY), JULY)]
    assert [headline for headline in told if "progress" in headline] == [], "one sentence is one piece of news"
    for number in ("310", "1,204"):
        assert len([h for h in told if f"{number} of 3,000 lighthouse keepers" in h]) == 1, told
    board = board_of_day(facts, JULY)
    dossier = b.dossier(board.rows[0])
    (milestone,) = dossier_shape(dossier, JULY)["milestones"]
    assert milestone["measure"] == {"number": 3000, "of": ["lighthouse keepers", "keepers"], "deeds": []}
    assert [(f["on"], f["number"]) for f in milestone["figures"]] == [("2031-03-03", 310), ("2031-05-06", 1204)]
    for text in (dossier_text(dossier, JULY), commitment_page(dossier, JULY)):
        assert "1,204 of 3,000 lighthouse keepers" in text.replace("\n    ", " ")
        assert "310 (3 March 2031)" in text.replace("\n    ", " ")


COUNTED = """\
        title: The plan published
        measure:
          number: {number}
          of: [potholes]
"""


@pytest.mark.parametrize(
    ("written", "number"), [("3000", 3000), ('"3,000"', 3000), ("14,000", 14000), ("1.5 million", 1_500_000)]
)
def test_a_number_is_written_as_people_write_it(written: str, number: int) -> None:
    register = examine(SOUND.replace("        title: The plan published\n", COUNTED.format(number=written)))
    assert isinstance(register, Register), register
    measure = register.commitments[0].milestones[0].measure
    assert measure == Measure(number, ("potholes",))


@pytest.mark.parametrize("written", ["many", "3.5", "0", "-5", "3,00", "1.23456 thousand"])
def test_what_is_no_whole_number_is_refused(written: str) -> None:
    (fault,) = faults("        title: The plan published\n", COUNTED.format(number=written))
    assert "the milestone plan of mend-roads, measure, number" in fault.what


def test_a_figure_in_the_ledger_belongs_to_a_milestone_that_counts_something() -> None:
    (fault,) = faults("ruling: delivered", "ruling: progress\n        figure: 300")
    assert fault.what == "a figure of what? plan counts nothing"
    counting = SOUND.replace("        title: The plan published\n", COUNTED.format(number="3,000"))
    register = examine(counting.replace("ruling: delivered", "ruling: progress\n        figure: 1,200"))
    assert isinstance(register, Register), register
    assert register.commitments[0].ledger[0].figure == 1_200

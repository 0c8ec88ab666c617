"""Is it seen how each sentence speaks of a promised thing: by its name, for short, or by another thing's name?"""

from datetime import date

import pytest

from monitor.judging.claims.features import features
from monitor.judging.claims.mentions import Mention, Span
from monitor.judging.claims.promised_thing import thing
from monitor.judging.claims.relevant_sentences import Mentions
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Commitment, Watch
from monitor.model.documents import Document, Passage
from tests import builders as b

ON = date(2031, 6, 16)
ASKING = "To ask when the lamp report will come."


def promise(named: str, *names: str, together: tuple[tuple[tuple[str, ...], ...], ...] = ()) -> Commitment:
    """A promise that is known by its watch words alone."""
    return b.commitment(named, title=named, watch=Watch(names, together), milestones=())


LAMPS = promise("lamps", "lamp report")
STRATEGY = promise("strategy", "lamp strategy")
FRAMEWORK = promise("framework", "lamp framework")
KEEPERS = promise("keepers", together=((("lamp*",), ("keeper*",)),))


def beside(paper: Document, *promises: Commitment) -> list[Mention]:
    """Return the sentences of a paper beside the first of some promises."""
    matches = Matcher(promises).match(b.version(paper))
    return list(Mentions(matches).of(next(m for m in matches if m.commitment is promises[0])))


def said(text: str, *promises: Commitment) -> list[Mention]:
    return beside(b.speech(text, ON), *(promises or (LAMPS,)))


def answered(text: str, question: str = ASKING, of: Commitment = LAMPS) -> list[Mention]:
    return [m for m in beside(b.answer(text, ON, question=question), of) if m.role == "answer"]


def words(mention: Mention, spans: tuple[Span, ...]) -> list[str]:
    return [mention.text[start:end] for start, end in spans]


def after_its_name(sentence: str) -> Mention:
    """Return a sentence as it stands right after one that names the lamp report."""
    return said(f"The lamp report is long. {sentence}")[1]


def test_a_sentence_names_the_thing_wherever_its_name_stands_however_it_is_written() -> None:
    found = said("We read the Lamp Report. Gulls are noisy. The lamp report’s keeper read the lamp report.")
    assert [m.kind for m in found] == ["named", "nothing", "named"]
    assert [words(m, m.named) for m in found] == [["Lamp Report"], [], ["lamp report’s", "lamp report"]]


def test_what_a_milestone_expects_is_a_name_of_the_thing_too() -> None:
    buoys = b.milestone(expect=b.expectation(things=("buoy map",)))
    found = said("The lamp report is long. The buoy map is dry.", b.commitment(milestones=(buoys,)))
    assert [m.kind for m in found] == ["named", "named"]


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The report is dry.", "report"),
        ("This report is dry.", "report"),
        ("Our report is dry.", "report"),
        ("This new national report is dry.", "report"),
        ("We read these reports.", "reports"),
        ("The Report’s pages are dry.", "Report’s"),
    ],
)
def test_a_head_noun_with_a_determiner_before_it_stands_for_the_thing(sentence: str, noun: str) -> None:
    mention = after_its_name(sentence)
    assert mention.kind == "head noun"
    assert words(mention, mention.heads) == [noun]


@pytest.mark.parametrize(
    "sentence",
    [
        "A report is dry.",
        "Reports are dry.",
        "The draft of report is dry.",
        "The wind and report are dry.",
        "The long dry dull report is read.",
        "The lamp is dry.",
    ],
)
def test_a_noun_without_a_determiner_or_another_noun_does_not_stand_for_it(sentence: str) -> None:
    assert after_its_name(sentence).kind == "nothing"


def test_a_name_of_one_word_gives_no_noun_for_short() -> None:
    lightship = promise("ship", "lightship", "rope plan")
    kinds = [m.kind for m in said("A lightship is new. The plan is old. The lightships are dry.", lightship)]
    assert kinds == ["named", "head noun", "nothing"]


def test_words_that_name_it_only_together_are_several_where_they_stand_in_one_sentence() -> None:
    found = said("Keepers like lamps. Keepers sleep. Gulls are noisy.", KEEPERS)
    assert [m.kind for m in found] == ["several words", "one word", "nothing"]
    assert [words(m, m.parts) for m in found] == [["Keepers", "lamps"], ["Keepers"], []]
    assert [m.speaks for m in found] == [True, False, False]


@pytest.mark.parametrize("sentence", ["It is dry.", "These are dry.", "Both are dry.", "Once it is dry, we rest."])
def test_a_pronoun_at_the_head_of_a_sentence_may_stand_for_the_thing(sentence: str) -> None:
    mention = after_its_name(sentence)
    assert (mention.kind, mention.speaks) == ("pronoun", True)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Keepers like it.", "pronoun inside"),
        ("Gulls keep their nests.", "nothing"),
        ("Keepers know that gulls are noisy.", "nothing"),
        ("Once keepers sleep, it is dark.", "pronoun inside"),
    ],
)
def test_a_pronoun_further_inside_does_not_speak_of_it(sentence: str, kind: str) -> None:
    mention = after_its_name(sentence)
    assert (mention.kind, mention.speaks) == (kind, False)


def test_a_pronoun_speaks_of_it_only_right_after_its_name() -> None:
    found = said("It is dark. The lamp report is long. It is dry. It is read. It is kept.")
    assert [m.speaks for m in found] == [False, True, True, False, False]
    assert {m.kind for m in found} == {"named", "pronoun"}


@pytest.mark.parametrize("brackets", ["(LFW)", "(the LFW)", "(“LFW”)", "(the ‘LFW’)"])
def test_an_abbreviation_that_brackets_introduce_after_the_name_is_a_name(brackets: str) -> None:
    found = said(f"The LFW is new. The lamp framework {brackets} is long. Keepers read the LFW.", FRAMEWORK)
    assert [m.kind for m in found] == ["named", "named", "named"]
    assert words(found[2], found[2].named) == ["LFW"]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp framework is long (LFW). The LFW is dry.",
        "The lamp framework and the buoys (LFW) are old. The LFW is dry.",
        "The lamp framework (lfw) is long. The lfw is dry.",
        "The lamp framework (LFW) is long. The LFWS is dry.",
    ],
)
def test_what_brackets_hold_elsewhere_or_in_small_letters_is_no_name(text: str) -> None:
    assert [m.kind for m in said(text, FRAMEWORK)] == ["named", "nothing"]


def test_brackets_of_the_text_are_not_those_of_a_title_that_ends_at_the_same_place() -> None:
    text = (Passage("text", "Gulls are here (GUL) now. The GUL is dry."),)
    found = beside(b.document(kind="guidance", title="Lamp framework", passages=text), FRAMEWORK)
    assert [m.kind for m in found] == ["nothing", "nothing"]


def test_an_abbreviation_of_the_question_names_it_in_the_answer() -> None:
    asking = "To ask when the lamp framework (LFW) will come."
    assert [m.kind for m in answered("The LFW is dry.", asking, FRAMEWORK)] == ["named"]


def test_another_promises_longer_name_does_not_name_this_one() -> None:
    harbours = promise("harbours", "harbour lamp report")
    first, second = said("The harbour lamp report is long. We like the lamp report.", LAMPS, harbours)
    assert (first.kind, words(first, first.others)) == ("nothing", ["harbour lamp report"])
    assert (second.kind, second.others) == ("named", ())
    assert second.since is None


def test_the_longer_name_is_not_beside_the_shorter_one_that_stands_within_it() -> None:
    harbours = promise("harbours", "harbour lamp report")
    first, second = said("The harbour lamp report is long. We like the lamp report.", harbours, LAMPS)
    assert (words(first, first.named), first.others) == (["harbour lamp report"], ())
    assert (second.kind, words(second, second.others)) == ("nothing", ["lamp report"])


def test_the_noun_within_another_promises_name_is_none_for_this_one() -> None:
    buoys = promise("buoys", "buoy report")
    found = said("The lamp report is long. The buoy report is dry. The report is read.", LAMPS, buoys)
    assert [m.kind for m in found] == ["named", "nothing", "head noun"]


def test_two_promises_of_one_name_are_both_named() -> None:
    same = promise("same", "lamp report")
    for one, other in ((LAMPS, same), (same, LAMPS)):
        assert [(m.kind, m.others) for m in said("The lamp report is long.", one, other)] == [("named", ())]


def test_it_is_told_how_many_sentences_back_it_was_named() -> None:
    text = "Gulls are noisy. The lamp report is long. The report is dry. Keepers sleep. The lamp report is read."
    found = said(f"{text} It is lit.")
    assert [m.since for m in found] == [None, None, 1, 2, 3, 1]
    assert [m.named_before for m in found] == ["start", "nothing", "named", "head noun", "nothing", "named"]
    assert [(m.place, m.of) for m in found] == [(n, 6) for n in range(6)]


def test_it_is_told_whether_it_was_named_in_the_same_paragraph() -> None:
    found = said("The lamp report is long. It is dry.\n\nIt is read. The lamp report is kept. It is lit.")
    assert [m.paragraph for m in found] == [0, 0, 1, 1, 1]
    assert [m.same_paragraph for m in found] == [False, True, False, False, True]


def test_what_one_passage_names_is_not_named_in_the_next() -> None:
    passages = (Passage("text", "The lamp report is long."), Passage("text", "It is dry."))
    found = beside(b.document(kind="guidance", title="Gulls", passages=passages), LAMPS)
    assert [(m.passage, m.since, m.anywhere) for m in found] == [(0, None, True), (1, None, False)]
    assert [m.speaks for m in found] == [True, False]


def test_where_the_question_names_it_the_first_sentence_may_speak_of_it_by_a_pronoun() -> None:
    found = answered("It is dry. It is read.")
    assert [(m.asked, m.speaks) for m in found] == [(True, True), (True, False)]


def test_where_the_question_does_not_name_it_a_pronoun_points_to_nothing() -> None:
    found = answered("It is dry. Keepers read the lamp report.", "To ask when gulls will come.")
    assert [(m.asked, m.asked_in_part, m.speaks) for m in found] == [(False, False, False), (False, False, True)]


def test_a_question_that_has_only_words_of_it_asks_in_part() -> None:
    found = answered("It is dry. Keepers like lamps.", "To ask how many keepers there are.", KEEPERS)
    assert [(m.asked, m.asked_in_part, m.speaks) for m in found] == [(False, True, False), (False, True, True)]


def test_the_title_of_a_page_names_it_as_a_question_does() -> None:
    page = b.document(kind="guidance", title="The lamp report", passages=(Passage("text", "It is dry."),))
    assert [(m.asked, m.anywhere, m.speaks) for m in beside(page, LAMPS)] == [(True, False, True)]


@pytest.mark.parametrize("sentence", ["Is it dry?", "“Is it dry?”", "(Is it dry?)"])
def test_a_sentence_that_ends_as_a_question_asks(sentence: str) -> None:
    assert after_its_name(sentence).asks


@pytest.mark.parametrize("sentence", ["It is dry.", "The page “lamps?new” is dry."])
def test_a_sentence_that_does_not_end_as_a_question_asks_nothing(sentence: str) -> None:
    assert not said(f"The lamp report is long. {sentence}")[-1].asks


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("We like the lamp report.", "names it"),
        ("The report and this report are dry.", "“report”: it was named one sentence back"),
        ("It is dry.", "“It”: it was named one sentence back"),
        ("Keepers like it.", "a pronoun: it was named one sentence back"),
        ("Keepers sleep. These are asleep.", "“These”: it was named 2 sentences back"),
        ("Gulls are noisy.", "does not point to it: it was named one sentence back"),
    ],
)
def test_in_words_a_sentence_points_by_its_words_and_by_how_far_back_the_name_is(sentence: str, points: str) -> None:
    assert said(f"The lamp report is long. {sentence}")[-1].points == points


def test_in_words_several_words_are_each_told_once() -> None:
    assert said("Keepers like lamps, and lamps like light.", KEEPERS)[0].points == "“Keepers”, “lamps”"


def test_in_words_the_question_names_it_only_where_the_answer_has_not_yet() -> None:
    found = answered("It is dry. Keepers read the lamp report. It is long.")
    assert [m.points for m in found] == [
        "“It”; the question names it",
        "names it",
        "“It”: it was named one sentence back",
    ]


def pointed(sentence: str, *, meant: bool = False, heads: tuple[str, ...] = ("strategy",)) -> list[str]:
    """Return by which words a sentence right after the lamp strategy's name points to it."""
    mention = said(f"The lamp strategy is long. {sentence}", STRATEGY)[1]
    return words(mention, mention.pointing(heads, thing(STRATEGY).words, meant=meant))


@pytest.mark.parametrize(
    "sentence",
    [
        "The strategy is out.",
        "The strategy for lamps is out.",
        "The strategy for all the lamps is out.",
        "The strategy was made for ports.",
        "The strategy for all of us is out.",
    ],
)
def test_a_noun_for_it_points_to_it_for_the_door(sentence: str) -> None:
    assert pointed(sentence) == ["strategy"]


@pytest.mark.parametrize(
    "sentence",
    ["The strategy for ports is out.", "Our strategy on the old ports is out.", "The strategy of gulls is out."],
)
def test_the_strategy_for_ports_is_another_thing(sentence: str) -> None:
    assert pointed(sentence) == []


def test_of_two_nouns_only_the_one_that_is_not_of_another_points_to_it() -> None:
    mention = said("The lamp strategy is long. The strategy for ports is not our strategy.", STRATEGY)[1]
    assert mention.pointing(("strategy",), thing(STRATEGY).words, meant=False) == ((34, 42),)


def test_a_noun_that_the_milestone_does_not_have_does_not_point_to_it() -> None:
    assert pointed("The strategy is out.", heads=("map",)) == []


def test_a_pronoun_points_to_it_where_it_is_meant() -> None:
    assert pointed("It is out.", meant=True) == ["It"]
    assert pointed("Once it is out, we rest.", meant=True) == ["it"]
    assert pointed("It is out.", meant=False) == []


def test_a_pronoun_does_not_point_where_it_stands_inside_or_beside_a_noun_or_the_name() -> None:
    assert pointed("Keepers like it.", meant=True) == []
    assert pointed("It is our strategy.", meant=True) == ["strategy"]
    assert pointed("It is the lamp strategy.", meant=True) == []


def test_names_that_overlap_are_one_name() -> None:
    both = promise("both", "lamp report", "report on lamps")
    mention = said("The lamp report on lamps is long.", both)[0]
    assert words(mention, mention.named) == ["lamp report on lamps"]


def test_a_word_within_the_name_is_not_counted_beside_it() -> None:
    part = promise("part", "lamp report", together=((("lamp*",), ("keeper*",)),))
    mention = said("Keepers of lamps read the lamp report.", part)[0]
    assert (words(mention, mention.named), words(mention, mention.parts)) == (["lamp report"], ["Keepers", "lamps"])


def test_names_of_two_promises_that_overlap_name_both() -> None:
    panel = promise("panel", "report panel")
    for one, other in ((LAMPS, panel), (panel, LAMPS)):
        mention = said("The lamp report panel is long.", one, other)[0]
        assert (words(mention, mention.named), words(mention, mention.others)) == (
            list(one.watch.names),
            list(other.watch.names),
        )


def test_what_overlaps_is_read_as_one_thing_after_the_other() -> None:
    mention = said("The lamp report panel sleeps.", LAMPS, promise("panel", "report panel"))[0]
    assert "shape NAME OTHER" in features(mention, thing(LAMPS), ON, {})
    merged = said("The lamp report on lamps sleeps.", both := promise("both", "lamp report", "report on lamps"))[0]
    assert "shape the NAME ~?" in features(merged, thing(both), ON, {})


@pytest.mark.parametrize(
    ("sentence", "plainly"),
    [
        ("The lamp report will come no later than June.", "The lamp report will come by June."),
        ("The lamp report will come not later than 3 June 2026.", "The lamp report will come by 3 June 2026."),
        ("The lamp report will come at the very latest by spring.", "The lamp report will come by spring."),
        ("The lamp report will come by June at the latest.", "The lamp report will come by June."),
    ],
)
def test_what_is_learned_of_a_last_day_holds_however_it_is_said(sentence: str, plainly: str) -> None:
    one, other = (said(text, LAMPS)[0] for text in (sentence, plainly))
    assert [t.word for t in one.tokens] == [t.word for t in other.tokens]
    assert one.stems == other.stems
    assert features(one, thing(LAMPS), ON, {}) == features(other, thing(LAMPS), ON, {})


def test_what_is_said_late_or_lately_is_no_last_day() -> None:
    mention = said("The latest lamp report came later than the first.", LAMPS)[0]
    assert [t.word for t in mention.tokens] == [
        "the",
        "latest",
        "lamp",
        "report",
        "came",
        "later",
        "than",
        "the",
        "first",
    ]

"""Is a slip in writing YAML told as its writer sees it: lost words, a mark too many, a blank too few, another word?"""

from datetime import date

import pytest

from monitor.registers.checking import check
from monitor.registers.ruling_words import ruling_meant
from tests.builders.register_files import SOUND, faults, line_with, sound
from tests.monitor.test_checking import doubted

TITLE, NAMES, DUE = "title: Roads mended", "names: [pothole plan]", "    due: by Easter"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (TITLE, "title: Phase #2 of the roads", "what stands behind the # is read as a comment: “#2 of the roads”"),
        (TITLE, 'title: "Roads" #MendThem', "comment: “#MendThem”"),
        (NAMES, "names: [pothole plan] #MendThem", "comment: “#MendThem”"),
        (NAMES, "names: [&lorry pothole plan]", "“&lorry” is left out"),
        (NAMES, "names:\n        - !urgent pothole plan", "“!urgent” is left out"),
    ],
)
def test_words_that_yaml_leaves_out_are_doubted(old: str, new: str, what: str) -> None:
    told = [(line, said) for line, said in doubted(old, new) if what in said]
    assert [line for line, _ in told] == [line_with(old) + new.count("\n")], doubted(old, new)


@pytest.mark.parametrize(
    "title",
    [
        "Roads # a note",
        '"Phase #2"',
        "'the #1 road'",
        "|\n      The\n      road #1",
        "Roads#1",
        "C# and roads",
        "Roads # see #4",
    ],
)
def test_a_comment_and_a_number_sign_in_quotes_are_left_alone(title: str) -> None:
    assert doubted(TITLE, f"title: {title}") == []


def test_an_anchor_that_is_used_is_left_alone() -> None:
    text = SOUND.replace("[gov-uk]", "&both [gov-uk]").replace("[written-questions]", "*both")
    assert [d.what for d in check(text, date(2026, 1, 1)).doubts if "left out" in d.what] == []


def test_an_empty_field_is_told_with_what_was_left_out_of_it() -> None:
    (found,) = faults(TITLE, "title: #Mended roads")
    assert (found.line, "is read as a comment: “#Mended roads”" in found.what) == (14, True)


@pytest.mark.parametrize("sign", ["@", "`", "%", "*", "!", "|", ">", "? ", "- "])
@pytest.mark.parametrize(("old", "form"), [(TITLE, "title: {}roads for all"), (NAMES, "names: [{}roads for all]")])
def test_a_text_that_begins_with_a_sign_is_told_to_need_quotes(sign: str, old: str, form: str) -> None:
    new = form.format(sign)
    checked = check(SOUND.replace(old, new), date(2026, 1, 1))
    told = [f for f in (*checked.faults, *checked.doubts) if "needs quotes" in f.what]
    assert [(f.line, f"begins with {sign.strip()} needs" in f.what) for f in told] == [(line_with(old), True)], checked
    assert "put the whole text in quotes" in told[0].mend


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        (TITLE, "title: 'The town's roads'", "the ' after “The town” ends the text", '"The town\'s roads"'),
        (TITLE, 'title: "All "A" roads"', 'the " after “All” ends the text', "'All \"A\" roads'"),
        (NAMES, "names: ['the town's plan', b]", "the ' after “the town” ends the text", '"the town\'s plan"'),
        (NAMES, 'names:\n        - "A" roads', 'the " after “A” ends the text', "'\"A\" roads'"),
        (TITLE, 'title: "A": roads', 'the " after “A” ends the text', "'\"A\": roads'"),
        (NAMES, 'names: ["A" roads, b]', 'the " after “A” ends the text', ": '\"A\" roads'"),
        (
            "- {kinds: [policy_paper],",
            "-{kinds: [policy_paper],",
            "missing after the dash",
            "- {kinds: [policy_paper],",
        ),
        (NAMES, "names: ['a plan' 'b plan']", "a comma is missing", "put a comma between them"),
        (DUE, "    due:by Easter", "a blank is missing after `due:`", "due: by Easter"),
        (DUE, "    due:\u00a0by Easter", "a blank is missing after `due:`", "due: by Easter"),
        ("        title: The plan published", "        title:The plan", "missing after `title:`", "title: The plan"),
        ("          what: The plan", "          what:The plan", "missing after `what:`", "what: The plan"),
        (NAMES, "names:[pothole plan]", "missing after `names:`", "names: [pothole plan]"),
        ("since: 2024-07-05", "since:2024-07-05", "missing after `since:`", "since: 2024-07-05"),
        ("      - id: money", "      -id: money", "a blank is missing after the dash", "- id: money"),
        (DUE, "\tdue: by Easter", "this line begins with a tab", "space bar"),
        (DUE, "   \tdue: by Easter", "this line begins with a tab", "space bar"),
        (DUE, "   due: by Easter", "this line does not stand under the list", "set it in exactly as far"),
    ],
)
def test_a_slip_of_a_sign_or_a_blank_is_told_once_with_the_line_as_it_should_be(
    old: str, new: str, what: str, mend: str
) -> None:
    (found,) = faults(old, new)
    assert what in found.what
    assert mend in found.mend
    assert found.line == line_with(old.strip()) + new.count("\n")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("delayed", "moved"), ("Put off", "moved"), ("met", "delivered"), ("scrapped", "dropped"),
        ("replaced", "superseded"),
        ("watered-down", "weakened"), ("missed", "not-delivered"), ("undelivered", "not-delivered"),
        ("superceded", "superseded"), ("droped", "dropped"), ("deliverd", "delivered"),
        ("not delivred", "not-delivered"),
    ],
)  # fmt: skip
def test_another_word_for_a_ruling_is_told_by_what_it_means(said: str, kind: str) -> None:
    assert ruling_meant(said)[1].startswith(f"write {kind}: ")


@pytest.mark.parametrize("said", ["refused", "denied", "now delivered", "rejected", "unresumed", "moot", "wakeful"])
def test_a_word_that_is_only_spelt_like_a_ruling_is_offered_none_but_told_all(said: str) -> None:
    what, mend = ruling_meant(said)
    assert "is no kind of ruling" in what
    assert mend.startswith("The kinds are: announced (")
    assert "moved (a later date was given)" in mend


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ("by: Anne Othre", "Anne Othre held no post of this register on 16 January 2025; Ann Other held"),
        ("by: Bo Next", "Bo Next took the post on 1 March 2025, after the promise of 16 January 2025; Ann Other held"),
    ],
)
def test_a_maker_who_held_no_post_that_day_is_doubted(new: str, what: str) -> None:
    ((line, told),) = doubted("by: Ann Other", new)
    assert line == line_with("by: Ann Other")
    assert told.startswith(what)


@pytest.mark.parametrize(
    "by", ["Rt Hon Ann Other MP", "Baroness Other of Lamps", "Ministry of Roads", "To be filled in"]
)
def test_a_maker_is_known_by_any_form_of_the_name_and_a_body_holds_no_post(by: str) -> None:
    assert [told for _, told in doubted("by: Ann Other", f"by: {by}") if "held" in told] == []


def test_a_maker_may_hold_another_post_of_the_register() -> None:
    other = "posts:\n  rail-minister:\n    title: Rail\n    held:\n      - {name: Cy Else, since: 2024-07-05}\n"
    text = SOUND.replace("posts:\n", other).replace("by: Ann Other", "by: Cy Else")
    assert [d.what for d in check(text, date(2026, 1, 1)).doubts if "held" in d.what] == []


@pytest.mark.parametrize("number", ['"£30 million"', "£2bn", "$5m", "3 million pounds"])
def test_a_sum_of_money_is_told_where_it_belongs(number: str) -> None:
    (found,) = faults("        step: true", f"        measure: {{number: {number}, of: [roads]}}")
    assert "is a sum of money, and sums are not counted" in found.what
    assert "name the sum in `words:`, as in things: [£5 million for harbours]" in found.mend


@pytest.mark.parametrize(
    "names", ["Culture, Media and Sport plan", "some 2,500 holes, Housing, Communities and Local Government roads"]
)
def test_a_department_within_a_longer_entry_is_one_phrase(names: str) -> None:
    checked = check(SOUND.replace(NAMES, f"names: [{names}]"), date(2026, 1, 1))
    told = [f.what for f in (*checked.faults, *checked.doubts) if "a comma inside" in f.what]
    assert len(told) == names.count("2,") + 1
    assert sound(NAMES, 'names: ["Culture, Media and Sport plan"]')

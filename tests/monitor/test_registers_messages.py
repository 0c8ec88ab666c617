"""Do messages on a register speak of what stands in the file, and not of how it is checked?"""

from datetime import date

import pytest

from monitor.model.commitments import Register
from monitor.registers import Fault, examine
from monitor.registers.checking import check
from monitor.registers.place_names import named
from monitor.registers.yaml_parsing import parse
from tests.builders.register_files import SOUND, faults
from tests.monitor.test_checking import doubted

COLON = "a colon stands within a text that has no quotes"
ABOUT, NAMES, WHY = "about: Two made-up promises", "names: [pothole plan]", "why: It came out."


@pytest.mark.parametrize(
    ("old", "new", "phrase"),
    [
        (NAMES, "names: [pothole plan, 700,000 potholes]", "700,000 potholes"),
        (NAMES, "names: [1,250,000 holes, pothole plan]", "1,250,000 holes"),
        (NAMES, "names: [some 6,500 holes a year]", "some 6,500 holes a year"),
        (
            NAMES,
            f"{NAMES}\n      bodies: [Ministry of Housing, Communities and Local Government]",
            "Ministry of Housing,",
        ),
        (NAMES, f"{NAMES}\n      bodies: [Home Office, Foreign, Commonwealth and Development Office]", "Foreign, Comm"),
        (
            NAMES,
            f"{NAMES}\n      bodies: [Department for Digital, Culture, Media and Sport]",
            "Department for Digital,",
        ),
        ("by: Ann Other", "by: Ministry of Housing, Communities and Local Government", "Ministry of Housing, Comm"),
        ("what: A sum is named.", "what: Some 10,000 potholes are mended.", "Some 10,000 potholes are mended."),
        (NAMES, "names: [walking, wheeling, and cycling plan]", "wheeling, and cycling plan"),
        ("title: [pothole plan]", "title: [10,000 miles of road]", "10,000 miles of road"),
    ],
)
def test_a_comma_in_brackets_that_parted_a_phrase_is_named_as_that(old: str, new: str, phrase: str) -> None:
    checked = check(SOUND.replace(old, new), date(2026, 1, 1))
    (found,) = (f for f in (*checked.faults, *checked.doubts) if "a comma inside" in f.what)
    assert found.what.startswith(("a comma inside [...] parts “", "a comma inside {...} parts “"))
    assert phrase in found.what
    assert phrase in found.mend
    assert "put it in quotes" in found.mend


def test_a_comma_that_parted_a_phrase_is_no_fault_where_the_register_is_sound_all_the_same() -> None:
    text = SOUND.replace(NAMES, f"{NAMES}\n      bodies: [Foreign, Commonwealth and Development Office]")
    checked = check(text, date(2026, 1, 1))
    assert checked.faults == ()
    assert sum("a comma inside" in doubt.what for doubt in checked.doubts) == 1
    assert isinstance(examine(text), Register)


@pytest.mark.parametrize(
    "names",
    [
        '["700,000 potholes"]',
        "[Department for Education, Home Office]",
        "[Foreign Office, Ministry of Justice]",
        "[plan A, 250 potholes]",
        '["700", "000 potholes"]',
        "\n        - 700,000 potholes",
        '["the plan", "and so on"]',
    ],
)
def test_phrases_that_were_meant_so_are_left_alone(names: str) -> None:
    assert isinstance(examine(SOUND.replace(NAMES, f"names: {names}")), Register)


def test_two_entries_that_the_promise_has_as_one_phrase_are_doubted() -> None:
    words = SOUND.replace("All roads will be mended", "All safe, level roads will be mended")
    assert words != SOUND
    found = doubted(NAMES, "names: [pothole plan, safe, level roads]")
    assert found == [], "the promise of the sample has no such words"
    text = words.replace(NAMES, "names: [pothole plan, safe, level roads]")
    told = [d.what for d in check_doubts(text)]
    assert "“safe” and “level roads” are two entries, but one phrase in the promise: a comma parts them" in told


def check_doubts(text: str) -> tuple[Fault, ...]:
    return check(text, date(2026, 1, 1)).doubts


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        (ABOUT, "about: Roads: Two", 3, COLON, "put the whole text in quotes"),
        (WHY, "why: It came: at last.", 41, COLON, "quotes"),
        (NAMES, "names: [the plan: potholes]", 21, "the first name of mend-roads: the colon in “the", "quotes"),
        (NAMES, "names:\n        - Plan: holes", 22, "the first name of mend-roads: the colon in “Plan", "quotes"),
        (ABOUT, "about: 2027", 3, "about: the bare number 2027 stands here, where words are wanted", '"2027"'),
        (WHY, "why: 5", 41, "the first entry of the ledger of mend-roads, why: the bare number 5", '"5"'),
        (NAMES, "names: [pothole plan, 2030]", 21, "the second name of mend-roads: the bare number 2030", '"2030"'),
        (ABOUT, "about: 2025-04-05", 3, "about: the bare date 2025-04-05 stands here", '"2025-04-05"'),
        ("title: [pothole plan]", "title: [2025-04-05]", 30, "the bare date 2025-04-05", '"2025-04-05"'),
        (NAMES, "names: pothole plan", 21, "mend-roads, names: the text “pothole plan” stands here", "names: [pothole"),
        ("[[road, roads], [mend*]]", "[road, mend*]", 22, "mend-roads, together: each set of words is", "[[[road"),
        ("- [[road, roads], [mend*]]", "[[road, roads], [mend*]]", 22, "together: each set of words is", "[[[road"),
        ("- [[road, roads], [mend*]]", "[road, mend*]", 22, "together: each set of words is a list", "[[[road"),
        ("- {kinds: [policy_paper],", "{kinds: [policy_paper],", 29, "a set of fields stands here", "- kinds: …"),
        ("expect: {what: A sum is named.}", "expect: A sum.", 35, "where fields are wanted", "pages, what, words"),
        ("title: Roads mended", "title:", 14, "mend-roads, title: nothing stands here", "write it"),
        ("title: Roads mended", 'title: "The road" plan', 14, "after “The road” ends the text", "'\"The road\" plan'"),
        ("title: Roads mended", "title: [Draft] plan", 14, "after the closing bracket", "quotes"),
        ("title: Roads mended", 'title: "Roads mended', 14, "a quotation mark is opened on this line", "close it"),
        ("title: Roads mended", "title: @roads", 14, "a text that begins with @ needs quotes", "quotes"),
        ("    words: All", "     words: All", 15, "this line is set in further", "set it in exactly as far"),
        ("relies_on: [gov-uk]", "relies_on: [hansrad]", 31, "the first source in relies_on of the mile", "hansard"),
    ],
)  # fmt: skip
def test_what_stands_in_the_file_is_named_with_its_place_and_how_to_mend_it(
    old: str, new: str, line: int, what: str, mend: str
) -> None:
    found = faults(old, new)
    match = [f for f in found if what in f.what and mend in f.mend]
    assert match, found
    assert match[0].line == line


def test_no_message_speaks_of_the_checker() -> None:
    for old, new in (
        (NAMES, "names: 5"),
        (ABOUT, "about: [x]"),
        ("until: 2025-03-01", "until: x"),
        (WHY, "why: {a: b}"),
    ):
        for fault in faults(old, new):
            assert "input" not in fault.what.lower()
            assert "tuple" not in fault.what
            assert ".0" not in fault.what


@pytest.mark.parametrize(
    ("loc", "name"),
    [
        (("commitments", 0, "watch", "namesakes", 1), "the second namesake of mend-roads"),
        (
            ("commitments", 0, "watch", "together", 0, 1, 0),
            "the first word of the second group of the first set of words",
        ),
        (
            ("commitments", 0, "milestones", 1, "expect", "words", 0, "deeds", 2),
            "the third deed of the first wording of the",
        ),
        (("commitments", 0, "milestones", 1, "due", "latest"), "the milestone money of mend-roads, due, latest"),
        (("commitments", 3), "the fourth commitment"),
        (("posts", "roads-minister", "held", 1, "since"), "the second holder of the post roads-minister, since"),
        (("terms", 20), "the 21st term"),
        (("terms", 111), "the 112th term"),
        (("compiled_on",), "compiled_on"),
    ],
)
def test_a_place_is_called_by_the_ids_that_stand_there_and_else_by_its_number(
    loc: tuple[int | str, ...], name: str
) -> None:
    assert named(parse(SOUND).tree, loc).startswith(name)

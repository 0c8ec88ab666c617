"""Can a register file do harm: reach inside a network, steer a terminal, unfold without end?"""

from datetime import date

import pytest

from monitor.model.commitments import Register
from monitor.registers import Fault, examine, yaml_parsing
from monitor.registers.yaml_parsing import parse
from tests.builders.register_files import SOUND, faults, line_with, sound


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://10.1.2.3/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost:8000/",
        "http://printer/",
        "http://printer./",
        "https://files.internal/x",
        "https://nas.local/",
        "https://me:secret@www.example.org/",
        "http://www.example.org:99999/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//www.example.org/x",
    ],
)
def test_an_address_that_not_everybody_can_reach_is_refused(address: str) -> None:
    found = faults("https://www.example.org/plan", f"'{address}'")
    assert [f.line for f in found] == [line_with("source:")]
    assert address not in found[0].what


@pytest.mark.parametrize("text", ["", "  \n\n", "# only a note\n", "- a\n- b\n", "just words\n", "42\n", "null\n"])
def test_a_file_that_is_no_register_is_told_how_one_starts(text: str) -> None:
    assert examine(text) == (Fault(1, "this is not a register", "start with the line: register: your-id"),)


def test_a_file_past_all_measure_is_refused_before_it_is_read() -> None:
    found = examine("#" * (yaml_parsing.MAX_LENGTH + 1))
    assert found == (Fault(1, "the file is longer than 4,000,000 characters", "split it into several registers"),)


def test_aliases_that_would_unfold_without_end_are_refused() -> None:
    layers = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))
    assert examine("l0: &l0 [x, x]\n" + layers + SOUND) == (
        Fault(1, "the register is too large once its * aliases are written out", "use no aliases"),
    )
    assert not isinstance(examine("pages: &me [*me]\n" + SOUND), Register)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\n---\nb: 2", 2, "a second document begins here"),
        ("a: 1\nb: *x", 2, "a text that begins with * needs quotes"),
        ("a: 1\n? [b, c]\n: 2", 2, "a key must be a word"),
        ("a: !!python/object:os.system ls\na: 2", 2, "duplicate key: `a:` stands here a second time"),
    ],
)
def test_what_yaml_allows_and_no_register_needs_is_a_fault_on_its_line(text: str, line: int, what: str) -> None:
    parsed = parse(text)
    assert [(f.line, f.what.removeprefix("not YAML: ")) for f in parsed.faults] == [(line, what)]


def test_words_are_taken_as_yaml_1_2_takes_them() -> None:
    text = "on: no\nyes: 12:30\n8: 012\nday: 2025-01-16\nnone: ~\nempty:\nfact: true\nquoted: '7'\nlist: [3, -4]"
    assert parse(text).tree == {
        "on": "no", "yes": "12:30", 8: "012", "day": date(2025, 1, 16), "none": None, "empty": None, "fact": True,
        "quoted": "7", "list": [3, -4],
    }  # fmt: skip


@pytest.mark.parametrize("text", ["[" * 200_000, "a: " + "{b: " * 3000, "- " * 3000])
def test_nesting_without_end_is_a_fault_and_no_crash(text: str) -> None:
    assert examine(text) == (
        Fault(1, "not YAML: fields are nested too deeply here", "compare it with the register that comes with bywhen"),
    )


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b[31m", "\x7f", "\x9b"])
def test_a_raw_control_character_is_told_on_its_line(character: str) -> None:
    found = faults("words: All roads", f"words: All {character}roads")
    assert [(f.line, f.what) for f in found] == [(15, "not YAML: a control character stands here")]


def test_control_and_bidi_characters_written_as_escapes_do_not_get_through() -> None:
    register = sound("words: All roads will be mended.", r'words: "All \e[31mroads\u202e \u200bwill\x07"')
    assert register.commitments[0].words == "All [31mroads will"


def test_words_made_of_unseen_characters_only_are_empty() -> None:
    assert "nothing is left" in faults("words: All roads will be mended.", r'words: "\u200b\u2060"')[0].what


def test_what_a_fault_quotes_from_the_file_is_cleaned_too() -> None:
    found = faults("about: Two", r'"ab\e[2Jout\u202e": Two')
    assert not any(c in f.what + f.mend for f in found for c in "\x1b\u202e")


def test_a_yaml_tag_makes_no_object() -> None:
    found = faults("words: All roads will be mended.", "words: !!python/object/apply:os.getcwd []")
    assert [f.line for f in found] == [15]

"""Does `bywhen explain` say why a document was judged as it was, and in plain lines where it can't?"""

from datetime import date
from pathlib import Path

import pytest

from tests import builders as a
from tests.tui.conftest import Call
from tests.tui.test_cli_records import PAGE, spool
from tui.explanation_text import explanation_text

SAID = a.answer(
    "We have read the pothole plan. It will be published in the autumn of 2025. We thank all road crews.",
    date(2025, 3, 4),
    "1002",
    question="To ask about the pothole plan.",
)
OTHER = a.answer("Nothing of this.", date(2025, 3, 5), "1003")


@pytest.fixture
def read(bywhen: Call, home: Path) -> Call:
    """The command, with some documents in its state."""
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, SAID, OTHER]))
    return bywhen


@pytest.mark.parametrize("where", ["written-questions/1002", SAID.url])
def test_a_document_is_explained_by_its_name_or_by_its_link(read: Call, where: str) -> None:
    said = read("explain", where)
    told = " ".join(said.out.split())
    assert said.code == 0
    assert "Speaks of it (pronoun): “It”: it was named one sentence back" in told
    assert "“in the autumn of 2025”, 1 September 2025 to 30 November 2025" in told
    assert "the word “will” (+" in told
    assert "the time is later than what was promised" in told
    assert "plan: refused for the document itself by the rule page-expected" in told
    assert "it comes from written-questions, not from gov-uk" in told
    assert "What follows" in told
    assert max(map(len, said.out.splitlines())) <= 100


def test_a_page_that_was_expected_is_told_as_the_door_that_opened(read: Call) -> None:
    told = " ".join(read("explain", f"gov-uk/{PAGE.key}").out.split())
    assert "plan: opened for the document itself by the rule page-expected" in told
    assert "its day is 3 March 2025" in told
    assert "delivers plan" in told


def test_the_json_has_the_same(read: Call) -> None:
    shape = read("explain", "written-questions/1002", "--json").shape
    assert shape["document"]["key"] == "1002"
    (made,) = shape["commitments"]
    assert made["id"] == "mend-roads"
    sentence = made["parts"][0]["sentences"][2]
    assert (sentence["points"], sentence["claim"]["says"]) == ("“It”: it was named one sentence back", "will")
    assert made["evidence"][0]["relation"] == "delays"


def test_a_document_that_speaks_of_no_commitment_is_told_as_one(read: Call) -> None:
    said = read("explain", "written-questions/1003")
    assert said.code == 0
    assert " ".join(said.out.split()).startswith("written-questions/1003, version 1, speaks of no commitment")
    shape = read("explain", "written-questions/1003", "--json").shape
    assert shape["commitments"] == []


@pytest.mark.parametrize(
    ("words", "what", "mend"),
    [
        (
            "written-questions/none",
            "written-questions/none is not among the documents that have been read.",
            "SOURCE/KEY",
        ),
        ("nonsense", "nonsense is not among the documents that have been read.", "SOURCE/KEY"),
        ("written-questions/1002 --commitment none", "No register has a commitment called none.", "mend-roads"),
    ],
)
def test_wrong_use_of_explain_is_told_with_how_to_mend_it(read: Call, words: str, what: str, mend: str) -> None:
    said = read("explain", *words.split())
    assert (said.code, said.out, said.asides[0]) == (2, "", what)
    assert mend in said.asides[1]


def test_other_peoples_words_steer_no_terminal_in_an_explanation() -> None:
    from monitor.judging.explaining.explanation import explain  # noqa: PLC0415 - asked of by this one test
    from monitor.judging.matching.matcher import Matcher  # noqa: PLC0415

    hostile = a.answer("The lamp report \x1b]0;owned\x07 will [bold]be\u202e published.", date(2031, 3, 1))
    version = a.version(hostile)
    text = explanation_text(version, explain(Matcher([a.commitment()]), version))
    assert not set(text) & set("\x1b\x07\u202e")
    assert "will [bold]be published" in " ".join(text.split())

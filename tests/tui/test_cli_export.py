"""Are the answers given in review written so that training can read them?"""

import importlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import builders as a
from tests.builders.register_files import SOUND
from tests.tui.conftest import Call
from tests.tui.test_cli_records import PAGE, spool

SAID = a.answer(
    "The pothole plan has pages. It will be published in the autumn of 2025. We thank all road crews.",
    date(2025, 3, 4),
    "1002",
    question="To ask about the pothole plan.",
)
FILES = ["agreed.csv", "claims.csv", "documents.jsonl", "labels.csv", "register.yaml"]


@pytest.fixture
def read(bywhen: Call, home: Path) -> Call:
    """The command, with some documents in its state."""
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, SAID]))
    return bywhen


def answer(read: Call, key: str, word: str) -> None:
    (name,) = {one["id"] for one in read("review", "--json").shape if one["document"]["key"] == key}
    assert read("review", "--answer", name, word).code == 0


def pair(folder: Path) -> Any:
    """The one document beside its commitment, as training reads it. Its packages are an extra, and it is not typed."""
    (one,) = importlib.import_module("training.labels").read_set(folder, {})
    return one


def test_an_accepted_answer_comes_back_from_training_with_its_claim_and_relation(read: Call, home: Path) -> None:
    answer(read, "1002", "accept")
    said = read("review", "--export", "labels")
    assert said.code == 0
    assert sorted(Path(line).name for line in said.out.splitlines()) == FILES
    found = pair(home / "labels")
    assert (found.commitment.id, found.relation) == ("mend-roads", "delays")
    told = {m.text: [label.says for label in labels] for m, labels in zip(found.mentions, found.labels, strict=True)}
    assert told["It will be published in the autumn of 2025."] == ["will"]
    assert told["We thank all road crews."] == []
    assert (home / "labels" / "register.yaml").read_text(encoding="utf-8") == SOUND


def test_a_corrected_answer_comes_back_with_the_relation_that_a_person_gave(read: Call, home: Path) -> None:
    answer(read, "1002", "progress")
    shape = read("review", "--export", "labels", "--json").shape
    assert sorted(Path(name).name for name in shape["files"]) == FILES
    assert (shape["documents"], shape["agreed"], shape["claims"]) == (1, 1, 0)
    assert pair(home / "labels").relation == "progress"


def test_a_rejected_answer_comes_back_as_what_bears_on_nothing(read: Call, home: Path) -> None:
    answer(read, "1002", "reject")
    read("review", "--export", "labels")
    found = pair(home / "labels")
    assert (found.relation, found.also) == ("mentions-only", {"asks-about", "none"})


def test_of_several_registers_each_gets_a_folder_of_its_own(read: Call, home: Path) -> None:
    answer(read, "1002", "accept")
    text = SOUND.replace("register: a-test", "register: b-test").replace("id: mend-roads", "id: mend-more")
    (home / "again.yaml").write_text(text, encoding="utf-8")
    assert read("--register", "again.yaml", "review", "--export", "labels").code == 0
    assert [place.name for place in (home / "labels").iterdir()] == ["a-test"], "of the other nothing was answered"
    assert pair(home / "labels" / "a-test").relation == "delays"


def test_without_an_answer_nothing_is_written(read: Call, home: Path) -> None:
    said = read("review", "--export", "labels")
    assert (said.code, said.out) == (0, "No suggestion has been answered yet, so nothing is written.\n")
    assert not (home / "labels").exists()


def test_a_folder_that_can_not_be_made_is_told(read: Call) -> None:
    answer(read, "1002", "accept")
    said = read("review", "--export", "none/labels")
    assert (said.code, len(said.asides)) == (2, 2)

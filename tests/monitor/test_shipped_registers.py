"""Is each register that ships sound, found by its name, and true to what was said?"""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from monitor.judging.delivery import by_words
from monitor.judging.english.figures import figure
from monitor.model.commitments import Commitment, Milestone
from monitor.model.errors import UserError
from monitor.model.measures import Measure
from monitor.model.shipped_registers import placed, shipped_names, ships
from monitor.pipeline.input_files import register_text
from monitor.registers import SHIPPED, load, shipped
from monitor.registers.checking import check
from tui.wiring import read_registers

TODAY = date(2026, 11, 30)
SECOND = load(shipped("counted-promises"), "counted-promises.yaml")
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "written-answers.jsonl.gz"


@pytest.mark.parametrize("name", shipped_names())
def test_each_is_sound_raises_no_doubt_and_is_named_as_its_file(name: str) -> None:
    found = check(shipped(name), TODAY)
    assert (found.faults, found.doubts) == ((), ())
    assert found.register is not None
    assert found.register.id == name
    assert shipped(f"{name}.yaml") == shipped(name)


def test_all_can_be_used_together() -> None:
    texts = {name: shipped(name) for name in shipped_names()}
    assert len(texts) > 1
    assert SHIPPED.removesuffix(".yaml") in texts
    assert len(read_registers(texts)) == len(texts)


def test_a_register_is_found_by_its_name_and_a_file_goes_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named = ("counted-promises.yaml", shipped("counted-promises"))
    assert register_text("counted-promises") == register_text("counted-promises.yaml") == named
    Path("counted-promises").write_text("mine", encoding="utf-8")
    assert register_text("counted-promises") == ("counted-promises", "mine")


@pytest.mark.parametrize(("said", "offers"), [("counted-promise", "did you mean counted-promises"), ("x", "one of: ")])
def test_a_name_that_no_register_has_is_answered_with_those_that_there_are(
    said: str, offers: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as told:
        register_text(said)
    assert "no register that ships is called so" in told.value.message
    assert offers in told.value.hint
    assert "bywhen register list" in told.value.hint


@pytest.mark.parametrize("said", ["away/counted-promises.yaml", "roads.yaml", "/nowhere/x"])
def test_a_path_that_leads_nowhere_is_never_taken_for_a_name(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not ships(said)
    with pytest.raises(UserError) as told:
        register_text(said)
    assert told.value.message.startswith(f"{said}: No such file")


def test_a_configuration_names_files_beside_it_and_registers_that_ship(tmp_path: Path) -> None:
    assert placed("counted-promises", tmp_path) == "counted-promises"
    assert placed("roads.yaml", tmp_path) == str(tmp_path / "roads.yaml")
    (tmp_path / "counted-promises").write_text("mine", encoding="utf-8")
    assert placed("counted-promises", tmp_path) == str(tmp_path / "counted-promises")


def counting(commitment: Commitment) -> tuple[Milestone, Measure]:
    (milestone,) = commitment.milestones
    assert milestone.measure is not None
    return milestone, milestone.measure


@pytest.mark.parametrize("commitment", SECOND.commitments, ids=lambda c: c.id)
def test_what_is_counted_is_read_of_a_made_up_answer_and_its_own_promise_is_no_figure(commitment: Commitment) -> None:
    milestone, measure = counting(commitment)
    deed = measure.deeds[0] if measure.deeds else "recruited"
    number = measure.number // 7
    assert figure(f"We have now {deed} {number:,} {measure.of[0]}.", measure) == number
    for said in (*commitment.said_in, *milestone.said_in):
        assert figure(said.quote or "", measure) != measure.number, said.quote
        assert by_words(milestone, said.quote or "", TODAY) is None


@pytest.mark.parametrize("commitment", SECOND.commitments, ids=lambda c: c.id)
def test_the_number_reached_delivers_and_less_does_not(commitment: Commitment) -> None:
    milestone, measure = counting(commitment)
    if not milestone.expect.words:
        assert commitment.id == "fostering-places", "only a person can say that these were approved"
        return
    wording = milestone.expect.words[0]
    told = f"We have {wording.deeds[0]} {{}} {wording.things[0]}."
    assert by_words(milestone, told.format(f"{measure.number + 5:,}"), TODAY)
    assert not by_words(milestone, told.format(f"{measure.number // 2:,}"), TODAY)


def test_every_quotation_stands_in_the_answer_that_it_is_taken_from() -> None:
    if not CORPUS.is_file():
        pytest.skip("../shared is not here")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        held = {row["url"]: row for row in map(json.loads, lines)}
    where = [links for c in SECOND.commitments for links in (c.said_in, *(m.said_in for m in c.milestones))]
    quoted = [link for links in where for link in links]
    assert len(quoted) >= 12
    for link in quoted:
        said = "\n".join(passage["text"] for passage in held[link.url]["passages"])
        assert link.quote is not None
        assert link.quote in said, link.url

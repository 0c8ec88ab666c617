"""Is a ruling that is about nothing refused, and is one that is recorded told in the words that people use for it?"""

import getpass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from state.ledger import open_ledger
from tests import builders as a
from tests.builders.register_files import SOUND
from tests.tui.calling import Said
from tests.tui.conftest import Call
from tests.tui.test_cli_records import spool

ASKED = a.answer("The pothole plan will be published shortly.", date(2025, 2, 20), "1001")


@pytest.fixture
def held(bywhen: Call, home: Path) -> Call:
    """The command, once it holds an answer about the promise, of which a person ruled that it was not kept."""
    assert bywhen("ingest", spool(home / "a.jsonl", [ASKED])).code == 0
    assert bywhen("rule", "not-delivered", "mend-roads", "--why", "A plan mends nothing.").code == 0
    return bywhen


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_a_ruling_on_evidence_that_is_not_there_is_refused_with_where_it_is_listed(held: Call, kind: str) -> None:
    before = held("show", "mend-roads", "--json").shape["rulings"]
    said = held("rule", kind, "mend-roads", "written-questions/1", "--why", "Read it.")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert "bywhen evidence --commitment mend-roads" in said.err
    assert "written-questions/1001: " in held("evidence").out, "as it is to be named"
    assert held("show", "mend-roads", "--json").shape["rulings"] == before


def test_what_was_never_stopped_cannot_be_resumed(held: Call) -> None:
    said = held("rule", "resumed", "mend-roads", "--why", "They said so.")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert "mend-roads had not been stopped" in said.err


def test_what_was_dropped_is_called_so_until_it_is_resumed(held: Call) -> None:
    assert held("rule", "dropped", "mend-roads", "--why", "They said so.").code == 0
    shown = " ".join(held("status").out.split())
    assert ("dropped" in shown, "superseded" in shown, "replaced" in shown) == (True, False, False)
    assert "superseded" in held("status", "--json").shape["commitments"][0]["flags"], "the word that programs know"
    said = held("rule", "resumed", "mend-roads", "--why", "They said so again.")
    assert (said.code, "with the date that was promised first" in " ".join(said.out.split())) == (0, True)


def test_a_ruling_typed_while_a_scan_runs_says_when_the_rest_is_told(held: Call) -> None:
    ledger = open_ledger("try.sqlite")
    ledger.lease("scan", "a scan on another machine", datetime.now(UTC), 60)
    ledger.close()
    said = held("rule", "progress", "mend-roads", "--why", "They began.")
    assert (said.code, said.out.splitlines()) == (0, [f"Recorded: progress mend-roads, by {getpass.getuser()}."])
    assert said.asides == ["A scan is running on this state: what follows from the ruling is told when it ends."]


def refused(said: Said, *words: str) -> None:
    """Nothing was recorded: one line says what was wrong and one how to mend it."""
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    for word in words:
        assert word in said.err


@pytest.mark.parametrize("kind", ["delivered", "not-delivered", "progress", "dropped"])
def test_nothing_befell_a_promise_before_it_was_made(held: Call, kind: str) -> None:
    before = held("show", "mend-roads", "--json").shape["rulings"]
    said = held("rule", kind, "mend-roads", "--on", "2025-01-15", "--why", "Read it.")
    refused(said, "mend-roads was promised on 16 January 2025", "--on", "2025-01-16 or later")
    assert held("show", "mend-roads", "--json").shape["rulings"] == before


def test_a_part_that_was_promised_later_was_not_delivered_before_that(held: Call, home: Path) -> None:
    (home / "roads.yaml").write_text(SOUND.replace("step: true", "step: true\n        promised_on: 2025-03-01"))
    refused(held("rule", "delivered", "mend-roads", "money", "--on", "2025-02-20", "--why", "x"), "1 March 2025")
    assert held("rule", "delivered", "mend-roads", "money", "--on", "2025-03-01", "--why", "x").code == 0


def test_a_ruling_that_mends_the_day_of_the_one_before_says_so_once(held: Call) -> None:
    rule = ("rule", "delivered", "mend-roads", "plan", "--why", "Read it.", "--on")
    assert held(*rule, "2025-04-10").code == 0
    for day in ("2025-04-02", "2025-04-14"):
        told = held(*rule, day, "--json").shape
        assert sorted(c["kind"] for c in told) == ["correction", "status"]
        assert [c["at"][:10] for c in told if c["kind"] == "status"] == [day]
        assert held("status", "--json").shape["commitments"][0]["delivered_on"] == day
        assert held(*rule, day, "--json").shape == []


def test_a_delivery_whose_day_is_not_known_is_ruled_with_the_first_and_the_last_it_may_be(held: Call) -> None:
    rule = ("rule", "delivered", "mend-roads", "plan", "--why", "Read it.", "--on", "2025-04-30", "--earliest")
    refused(held(*rule, "2025-05-01"), "2025-05-01, is after the last, 2025-04-30")
    refused(held(*rule, "2025-01-15"), "promised on 16 January 2025")
    refused(
        held("rule", "note", "mend-roads", "--why", "x", "--earliest", "2025-02-01"),
        "A ruling of note has no earliest day",
    )
    assert held(*rule, "2025-04-01").code == 0
    assert held("status", "--json").shape["commitments"][0]["delivered_on"] is None
    shown = held("show", "mend-roads")
    assert "by 30 April 2025, day not given" in " ".join(shown.out.split())
    assert "1 April 2025 to 30 April 2025: delivered" in " ".join(shown.out.split())
    assert "2025-04-01" in [r["earliest"] for r in held("show", "mend-roads", "--json").shape["rulings"]]


UNDATED = SOUND.replace("    due: by Easter\n", "")


def test_what_gave_no_date_is_due_by_the_date_that_it_was_moved_to(held: Call, home: Path) -> None:
    (home / "roads.yaml").write_text(UNDATED)
    assert held("status", "--json").shape["commitments"][0]["due"] is None
    moved = ("rule", "moved", "mend-roads", "--on", "2025-03-01", "--due", "by the end of May", "--why", "Said so.")
    told = held(*moved, "--json").shape
    assert [(c["kind"], c["to"]) for c in told] == [("announces", "2025-05-31")]
    row = held("status", "--json").shape["commitments"][0]
    assert (row["due"]["latest"], row["milestones"][0]["due"]["latest"]) == ("2025-05-31", "2025-05-31")
    assert "slipped" not in row["flags"]


def test_a_move_has_to_say_which_of_several_dates_it_moves(held: Call, home: Path) -> None:
    (home / "roads.yaml").write_text(UNDATED.replace("        step: true\n", ""))
    moved = ("--on", "2025-03-01", "--due", "by the end of May", "--why", "Said so.")
    refused(held("rule", "moved", "mend-roads", *moved), "has several milestones", "plan, money")
    assert held("rule", "moved", "mend-roads", "money", *moved).code == 0


def test_nothing_is_moved_to_a_day_that_had_passed_when_it_was_said(held: Call) -> None:
    said = held("rule", "moved", "mend-roads", "--on", "2025-04-28", "--due", "by 1 March 2025", "--why", "Said so.")
    refused(said, "which had passed when it was said", "--on")
    said = held("rule", "moved", "mend-roads", "--on", "2025-01-10", "--due", "by 12 January 2025", "--why", "Said so.")
    refused(said, "promised on 16 January 2025")


RAIL = SOUND[SOUND.index("  - id: mend-roads") :].replace("mend-roads", "mend-rails")


def test_only_another_commitment_of_the_register_can_take_the_place_of_one(held: Call, home: Path) -> None:
    (home / "roads.yaml").write_text(SOUND + RAIL)
    superseded = ("rule", "superseded", "mend-roads", "--why", "They said so.", "--successor")
    before = held("show", "mend-roads", "--json").shape["rulings"]
    refused(held(*superseded, "nothere"), "There is no commitment nothere", "one of: mend-rails")
    refused(held(*superseded, "mend-rail"), "There is no commitment mend-rail", "did you mean mend-rails?")
    refused(held(*superseded, "mend-roads"), "mend-roads can't take its own place")
    assert held("show", "mend-roads", "--json").shape["rulings"] == before
    assert held(*superseded, "mend-rails").code == 0


def test_a_mistyped_move_is_put_right_by_another_of_the_same_day(held: Call) -> None:
    moved = ("rule", "moved", "mend-roads", "--on", "2025-03-01", "--why", "Said so.", "--json", "--due")
    assert [(c["from"], c["to"]) for c in held(*moved, "by 1 June 2025").shape] == [("2025-04-20", "2025-06-01")]
    told = held(*moved, "by 1 June 2026").shape
    assert [(c["kind"], c["from"], c["to"]) for c in told if c["kind"] == "delays"] == [
        ("delays", "2025-04-20", "2026-06-01")
    ]
    assert "not “by 1 June 2025”" in next(
        c["details"][0] for c in told if c["headline"].startswith("Correction: “Date moved")
    )
    row = held("show", "mend-roads", "--json").shape
    assert "2025-06-01" not in [m["due"]["latest"] for part in row["milestones"] for m in part["moves"]]
    refused(held(*moved[:4], "2025-03-02", *moved[5:], "by 1 May 2026"), "is no later", "1 June 2026", "--on")


def test_a_delivery_is_denied_from_its_own_day_where_none_is_given_and_the_answer_says_which(held: Call) -> None:
    assert held("rule", "delivered", "mend-roads", "plan", "--on", "2025-04-10", "--why", "x").code == 0
    said = held("rule", "not-delivered", "mend-roads", "plan", "--why", "It was another plan.")
    assert "It holds from 10 April 2025, the day of the delivery that it denies" in " ".join(said.out.split())
    assert "We said “delivered” as of 10 April 2025" in " ".join(said.out.split())
    for day in ("2025-04-10", "2025-05-01"):
        assert held("status", "--as-of", day, "--json").shape["commitments"][0]["status"] != "delivered"
    assert "It holds from" not in held("rule", "not-delivered", "mend-roads", "plan", "--why", "Nor now.").out


@pytest.mark.parametrize(
    ("due", "left"),
    [
        ("by September, funding permitting", "“by September” is, “funding permitting” is not"),
        ("each spring", "“spring” is, “each” is not"),
        ("before the 2029 election", "from “before the 2029 election”"),
        ("none", "from “none”"),
    ],
)
def test_a_date_that_is_read_in_part_is_refused_when_a_person_types_it(bywhen: Call, due: str, left: str) -> None:
    said = bywhen("rule", "moved", "mend-roads", "plan", "--due", due, "--on", "2025-02-03", "--by", "A", "--why", "x")
    assert (said.code, said.out) == (2, "")
    assert left in said.asides[0]

"""Do commands that only read leave everything as it is, and say so where their results can't be written?"""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from state.ledger import open_ledger
from tests import builders as a
from tests.tui.calling import BYWHEN, Said, environment
from tests.tui.conftest import Call
from tests.tui.test_cli_records import spool

READING = ["status", "show mend-roads", "changes", "evidence", "report", "review", "replay", "discover"]


@pytest.fixture
def nobody(bare: Call) -> Call:
    """What calls the command on the register `roads.yaml`, with no state named and none made."""

    def call(*words: str) -> Said:
        return bare("--register", "roads.yaml", *words)

    return call


@pytest.mark.parametrize("words", READING)
def test_where_none_was_named_and_none_was_made_looking_makes_none_and_says_so(
    nobody: Call, home: Path, words: str
) -> None:
    before = sorted(home.iterdir())
    said = nobody(*words.split())
    assert said.code == 0
    assert said.asides[-1].startswith(f"there is no state yet at {home}/")
    assert sorted(home.iterdir()) == before


def test_a_replay_of_no_state_says_that_there_is_nothing_to_replay(nobody: Call) -> None:
    told = nobody("replay", "--json").shape[0]["statuses"]
    assert {turn["told"] for turn in told} == {None}
    said = nobody("replay")
    assert said.out.splitlines() == [
        "a-test: no document is held and nothing was reported yet, so there is nothing to replay."
    ]
    assert said.asides[-1].startswith("there is no state yet")


def test_what_is_published_of_no_state_is_the_register_alone(nobody: Call, home: Path) -> None:
    assert nobody("publish", "out").code == 0
    assert (home / "out" / "index.html").exists()
    assert list(home.rglob("*.sqlite")) == []


def test_the_board_of_no_state_is_the_board_of_an_empty_one(nobody: Call, home: Path) -> None:
    without = nobody("status", "--as-of", "2025-06-01", "--json")
    nobody("rule", "note", "mend-roads", "--why", "so that there is a state")
    assert list(home.rglob("*.sqlite")) != []
    assert nobody("status", "--as-of", "2025-06-01", "--json").shape == without.shape


def ended(home: Path, *words: str, stdout: int | None = None, closed: tuple[int, ...] = ()) -> tuple[int, str]:
    """Return how a command ends, and what it says aside; `closed`: the standard streams that it is started without."""
    open_ledger(str(home / "s.sqlite")).close()
    shut = "".join(f"{number}>&- " for number in closed)
    asked = ["/bin/sh", "-c", f'exec "$@" {shut}', "sh", *BYWHEN, "--register", "roads.yaml", "--state", "s.sqlite"]
    done = subprocess.run(
        [*asked, *words],
        cwd=home,
        env=environment(home),
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("words", ["status", "changes --json", "--help"])
def test_results_that_find_no_room_are_a_problem_told_in_one_line(home: Path, words: str) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    code, said = ended(home, *words.split(), stdout=full)
    os.close(full)
    assert (code, said.splitlines()[-1]) == (1, "the results can't be written: No space left on device")
    assert "Traceback" not in said


def test_results_that_nobody_takes_are_a_problem_told_in_one_line(home: Path) -> None:
    code, said = ended(home, "status", closed=(1,))
    assert (code, said.splitlines()[-1]) == (1, "the results can't be written: Bad file descriptor")
    assert "Traceback" not in said


@pytest.mark.parametrize("closed", [(0,), (2,), (0, 2)])
def test_without_input_or_conversation_a_command_does_its_work(home: Path, closed: tuple[int, ...]) -> None:
    assert ended(home, "rule", "note", "mend-roads", "--why", "x", closed=closed)[0] == 0
    assert (home / "s.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_a_state_is_not_written_over_by_results_that_have_nowhere_to_go(home: Path) -> None:
    code, said = ended(home, "rule", "delivered", "mend-roads", "--on", "2025-02-01", "--why", "x", closed=(0, 1))
    assert "Traceback" not in said
    assert code in (0, 1)
    assert (home / "s.sqlite").read_bytes().startswith(b"SQLite format 3")
    assert ended(home, "status")[0] == 0


def test_the_registers_that_ship_are_listed_with_those_in_use(bare: Call, home: Path) -> None:
    said = bare("register", "list")
    assert said.code == 0
    heads = [line for line in said.out.splitlines() if not line.startswith(" ")]
    assert [head.partition(":")[0] for head in heads] == ["cooper-grooming-gangs", "counted-promises"]
    assert [head.endswith("; in use)") for head in heads] == [True, False]
    shapes = bare("--register", "counted-promises", "--register", "roads.yaml", "register", "list", "--json").shape
    assert [(one["name"], one["ships"], one["in_use"]) for one in shapes] == [
        ("cooper-grooming-gangs", True, False),
        ("counted-promises", True, True),
        ("roads.yaml", False, True),
    ]


def test_a_register_that_ships_is_found_by_its_name_in_every_command(bare: Call, home: Path) -> None:
    spool(home / "a.jsonl", [a.answer("There are now 1,204 expert teachers.", date(2025, 6, 17), "1001")])
    named = ("--state", "try.sqlite", "--register", "counted-promises")
    assert bare(*named, "ingest", "a.jsonl").code == 0
    board = bare(*named, "status", "--json").shape
    assert [c["id"] for c in board["commitments"]][:2] == ["prison-places", "neighbourhood-policing"]
    assert bare("register", "check", "counted-promises", "--no-fit").out.startswith("counted-promises.yaml: sound.")
    (home / "mine.toml").write_text('registers = ["counted-promises"]\n', encoding="utf-8")
    assert bare("--config", "mine.toml", "register", "list", "--json").shape[1]["in_use"]
    wrong = bare("--register", "counted", "status")
    assert (wrong.code, wrong.out) == (2, "")
    assert "no register that ships is called so" in wrong.err

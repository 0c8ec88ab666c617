"""Is a ruling that is about nothing refused, and is one that is recorded told in the words that people use for it?"""

import getpass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from state.ledger import open_ledger
from tests import builders as a
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
    assert ("dropped" in shown, "superseded" in shown) == (True, False)
    assert "superseded" in held("status", "--json").shape["commitments"][0]["flags"], "the word that programs know"
    said = held("rule", "resumed", "mend-roads", "--why", "They said so again.")
    assert (said.code, "its date as it was first promised" in " ".join(said.out.split())) == (0, True)


def test_a_ruling_typed_while_a_scan_runs_says_when_the_rest_is_told(held: Call) -> None:
    ledger = open_ledger("try.sqlite")
    ledger.lease("scan", "a scan on another machine", datetime.now(UTC), 60)
    ledger.close()
    said = held("rule", "progress", "mend-roads", "--why", "They began.")
    assert (said.code, said.out.splitlines()) == (0, [f"Recorded: progress mend-roads, by {getpass.getuser()}."])
    assert said.asides == ["A scan is running on this state: what follows from the ruling is told when it ends."]

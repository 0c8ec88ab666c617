"""What happens when several write at once, or when one is killed while it writes?"""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from state.ledger import SqlLedger, open_ledger
from tests.state.makers import NOON, entry, version, words_of
from tests.state.recorder import TIMES

ROOT = Path(__file__).resolve().parents[2]


def start(module: str, *words: str) -> subprocess.Popen[str]:
    """Start one of our own helpers in a process of its own."""
    command = [sys.executable, "-m", f"tests.state.{module}", *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(process: subprocess.Popen[str]) -> str:
    """Return what a helper printed; fail with what it complained of."""
    out, wrong = process.communicate(timeout=60)
    assert process.returncode == 0, wrong
    return out


def test_killed_at_any_statement_an_entry_is_there_whole_or_not_at_all(address: str) -> None:
    told = json.loads(end(start("killed", address)))
    assert told["killed"] >= 10, "the entry takes fewer statements than there are tables to write"
    assert told["left"] == [[False] * 5] * told["killed"] + [[True] * 5]
    assert told["wrong"] == []


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_several_processes_may_open_a_new_state_and_record_in_it_at_once(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    new = database == "sqlite"
    address = str(tmp_path / "new.sqlite") if new else request.getfixturevalue("empty_database")
    printed = [end(process) for process in [start("recorder", address, name) for name in "ab"]]
    ledger = open_ledger(address)
    shared = ledger.versions("written-questions", "shared")
    said = {f"{name} {number}" for name in "ab" for number in range(TIMES)}
    assert sorted(printed) == ["False\n", "True\n"]
    assert ledger.counts() == {"written-questions": 2 * TIMES + 1}
    assert sorted(words_of(shared)) == sorted(said)
    numbers = {v.document.passages[-1].text: v.number for v in shared}
    assert {e.quote: e.document.version for e in ledger.evidence("d")} == numbers
    assert ledger.check() == ()
    ledger.close()


def test_several_threads_may_share_one_ledger(sql_ledger: SqlLedger) -> None:
    def record(name: str) -> int:
        for number in range(10):
            sql_ledger.record(entry(version(f"{name}{number}"), evidence={"d": ()}))
            sql_ledger.latest([("written-questions", f"{name}{number}")])
        return sum(sql_ledger.lease(f"tick {number}", name, NOON, 60) for number in range(10))

    with ThreadPoolExecutor(4) as threads:
        leases = list(threads.map(record, "abcd"))
    assert sql_ledger.counts() == {"written-questions": 40}
    assert sum(leases) == 10


def test_readers_are_not_kept_waiting_by_a_reader_that_dawdles(sql_ledger: SqlLedger) -> None:
    sql_ledger.record(entry(*(version(str(n)) for n in range(6))))
    dawdling = sql_ledger.unread("d", batch=2)
    next(dawdling)
    assert sql_ledger.record(entry(version("later")))
    assert [len(batch) for batch in dawdling] == [2, 2]


def test_fifteen_thousand_documents_are_recorded_and_found_in_one_go(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "many.sqlite"))
    many = tuple(version(f"{n:05}") for n in range(15_000))
    assert ledger.record(entry(*many, evidence={"d": ()}))
    assert len(ledger.latest([(v.document.source, v.document.key) for v in many])) == 15_000
    assert list(ledger.unread("d")) == []
    ledger.close()


def test_what_was_read_for_a_register_no_longer_used_can_be_removed(sql_ledger: SqlLedger) -> None:
    seen = version()
    sql_ledger.record(entry(seen, evidence={"old": (), "new": ()}))
    sql_ledger.prune(["new"])
    assert [len(batch) for batch in sql_ledger.unread("old")] == [1]
    assert list(sql_ledger.unread("new")) == []

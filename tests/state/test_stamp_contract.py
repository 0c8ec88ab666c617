"""Does a ledger tell when anything moved, and only then? In memory, SQLite, PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.model.ports import Ledger
from monitor.model.sources import Span
from monitor.pipeline.coverage.clock_check import AHEAD
from monitor.pipeline.scan_leases import LOOP_LEASE, SCAN_LEASE
from state.ledger import SqlLedger, open_ledger
from tests.state.makers import NOON, WEEK, change, entry, found, problem, ruling, version
from tests.state.test_damage import alter

HOUR = timedelta(hours=1)
Act = Callable[[Ledger], object]


def held(ledger: Ledger) -> Ledger:
    ledger.record(entry(version("1"), evidence={"d": (found(version("1")),)}, changes=(change("c1"),)))
    ledger.rule("cooper", ruling("r1"))
    return ledger


@pytest.mark.parametrize(
    ("act", "statuses"),
    [
        (lambda ledger: ledger.record(entry(version("2"))), True),
        (lambda ledger: ledger.record(entry(span=Span(WEEK.since, WEEK.until + timedelta(days=1)))), True),
        (lambda ledger: ledger.record(entry(span=Span(WEEK.since - timedelta(days=9), WEEK.since))), True),
        (lambda ledger: ledger.record(entry(asked=("cooper",))), True),
        (lambda ledger: ledger.rule("cooper", ruling("r2")), True),
        (lambda ledger: ledger.tell([change("c2")], NOON), False),
        (lambda ledger: ledger.record(entry(span=None, problems=(problem(),), at=NOON + HOUR)), False),
        (lambda ledger: ledger.record(entry(at=NOON + HOUR)), False),
        (lambda ledger: ledger.lease(SCAN_LEASE, "a", NOON, 60), False),
        (lambda ledger: ledger.remember(AHEAD, "2025-03-09", NOON), False),
    ],
    ids=["document", "days-on", "days-back", "asked", "ruling", "told", "failed", "tried", "scan", "clock"],
)
def test_whatever_is_recorded_moves_it_and_what_statuses_follow_from_moves_that(
    ledger: Ledger, act: Act, *, statuses: bool
) -> None:
    before = (held(ledger).stamp(), ledger.follows_from())
    assert before == (ledger.stamp(), ledger.follows_from())
    act(ledger)
    assert ledger.stamp() != before[0]
    assert (ledger.follows_from() != before[1]) == statuses


def test_nothing_moves_it_that_is_not_shown(ledger: Ledger) -> None:
    held(ledger).lease(SCAN_LEASE, "a", NOON, 60)
    before = ledger.stamp()
    ledger.lease(SCAN_LEASE, "a", NOON + HOUR / 100, 60)
    ledger.lease(LOOP_LEASE, "b", NOON, 60)
    ledger.record(entry(version("1")))
    ledger.remember("mark gov-uk", "[]", NOON)
    ledger.keep_rows("a", ledger.follows_from(), b"rows")
    assert ledger.stamp() == before
    ledger.release(SCAN_LEASE, "a")
    assert ledger.stamp() != before


def test_days_that_a_clock_ahead_recorded_and_that_are_put_right_move_it(ledger: Ledger) -> None:
    ledger.record(entry(version("1"), span=Span(WEEK.since, WEEK.until + timedelta(days=90))))
    before = (ledger.stamp(), ledger.follows_from())
    assert ledger.put_right(NOON)
    assert ledger.stamp() != before[0]
    assert ledger.follows_from() != before[1]


def test_rows_are_kept_as_long_as_nothing_moves(ledger: Ledger) -> None:
    follows = held(ledger).follows_from()
    ledger.keep_rows("a", follows, b"\0rows\xff")
    ledger.keep_rows("b", follows, b"others")
    assert [ledger.kept_rows(name, follows) for name in "abc"] == [b"\0rows\xff", b"others", None]
    ledger.keep_rows("a", follows, b"again")
    assert ledger.kept_rows("a", follows) == b"again"
    ledger.record(entry(version("2")))
    assert ledger.kept_rows("a", ledger.follows_from()) is None
    ledger.keep_rows("a", ledger.follows_from(), b"new")
    assert (ledger.kept_rows("a", ledger.follows_from()), ledger.kept_rows("b", follows)) == (b"new", None)


def test_what_another_process_records_is_seen(address: str) -> None:
    ours, theirs = open_ledger(address), open_ledger(address)
    before = ours.stamp()
    held(theirs)
    assert ours.stamp() != before
    assert ours.stamp() == theirs.stamp()
    ours.close()
    theirs.close()


def test_a_count_that_was_altered_passes_for_no_earlier_one(address: str) -> None:
    ledger = open_ledger(address)
    held(ledger)
    before = ledger.follows_from()
    ledger.rule("cooper", ruling("r2"))
    alter(address, "UPDATE marks SET value = '2' WHERE name = 'recorded'")
    assert ledger.recorded() == 2
    assert ledger.follows_from() != before
    ledger.close()


@pytest.mark.parametrize("statement", ["packed = seal_", "seal = 'abc'", "name = 'b'", "follows_from = 'x'"])
def test_rows_that_were_altered_are_as_if_there_were_none(address: str, statement: str) -> None:
    ledger = open_ledger(address)
    follows = ledger.follows_from()
    ledger.keep_rows("a", follows, b"rows")
    bytes_ = r"decode('00ff', 'hex')" if address.startswith("postgresql") else "x'00ff'"
    alter(address, f"UPDATE boards SET {statement.replace('seal_', bytes_)}")  # noqa: S608 - our own words
    assert [ledger.kept_rows(name, at) for name in "ab" for at in (follows, "x")] == [None] * 4
    ledger.close()


def test_a_ledger_that_met_damage_keeps_nothing(sql_ledger: SqlLedger, address: str) -> None:
    held(sql_ledger)
    alter(address, "UPDATE evidence SET identity = 'abc'")
    assert sql_ledger.evidence("d") == ()
    follows = sql_ledger.follows_from()
    sql_ledger.keep_rows("a", follows, b"rows")
    assert sql_ledger.kept_rows("a", follows) is None


def test_damage_that_is_noted_and_made_whole_moves_it(sql_ledger: SqlLedger, address: str) -> None:
    held(sql_ledger)
    whole = sql_ledger.follows_from()
    alter(address, "UPDATE versions SET fingerprint = 'abc'")
    sql_ledger.latest([("written-questions", "1")])
    sql_ledger.damaged(NOON)
    noted = sql_ledger.follows_from()
    sql_ledger.mend([replace(version("1").document)], NOON)
    assert noted != whole
    assert sql_ledger.wanted("written-questions") == {}
    assert sql_ledger.follows_from() != noted

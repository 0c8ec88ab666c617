"""Is a row that was altered on the disk named, left out, and made whole by what is fetched again?"""

import random
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from monitor.model.errors import DamagedError
from monitor.model.sources import Span
from state.connections import database_url, open_engine, transaction
from state.ledger import SqlLedger, open_ledger
from tests.state.makers import DAY, NOON, WEEK, change, document, entry, found, ruling, version

NAME, DIGEST = "written-questions", "digest"
FIRST, OTHER = version("1", "The harbour is open."), version("2", "The lamp is lit.")


@pytest.fixture
def held(address: str) -> str:
    """A state with two documents, a piece of evidence of each, a change and a ruling."""
    ledger = open_ledger(address)
    pieces = (found(FIRST, "The harbour is open."), found(OTHER, "The lamp is lit."))
    ledger.record(entry(FIRST, OTHER, evidence={DIGEST: pieces}, changes=(change("c1"), change("c2"))))
    ledger.rule("cooper", ruling("r1"))
    ledger.rule("cooper", ruling("r2"))
    ledger.close()
    return address


def alter(address: str, statement: str) -> None:
    """Alter a state as a disk would, behind the back of the ledger."""
    engine = open_engine(database_url(address))
    with transaction(engine, writes=True) as connection:
        connection.execute(text(statement))
    engine.dispose()


def swapped(column: str, words: str, instead: str, kind: str = "JSON") -> str:
    cast = f"CAST(replace(CAST({column} AS TEXT), '{words}', '{instead}') AS {kind})"
    return cast.replace("AS JSON)", "AS TEXT)") if kind == "TEXT" else cast


def altered(address: str, table: str, column: str, words: str, instead: str) -> None:
    kind = "JSON" if address.startswith("postgresql") else "TEXT"
    alter(address, f"UPDATE {table} SET {column} = {swapped(column, words, instead, kind)}")  # noqa: S608 - our own names


def seen(ledger: SqlLedger) -> list[str]:
    return sorted(v.document.key for v in ledger.latest([(NAME, "1"), (NAME, "2")]).values())


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("The harbour is open.", "The harbour is shut."),
        ("https://example.test/a", "https://example.tent/a"),
        ("Question 1", "Question 9"),
        ("2025-03-03", "2024-03-03"),
        ('"key": "1"', '"key": "7"'),
    ],
)
def test_a_version_that_is_not_what_was_recorded_is_named_and_left_out(held: str, words: str, instead: str) -> None:
    altered(held, "versions", "spool", words, instead)
    ledger = open_ledger(held)
    assert "1" not in seen(ledger)
    lines = ledger.damaged(NOON)
    assert "can't be read" in lines[0]
    assert f"{NAME}/1 (version 1)" in lines[0]
    assert any(f"{NAME}/1 (version 1)" in line for line in ledger.check())
    ledger.close()


@pytest.mark.parametrize(
    "column", ["fingerprint = 'abc'", "number = 3", "since = '2025-04-03'"],
)  # fmt: skip
def test_what_stands_beside_the_text_is_covered_as_well(held: str, column: str) -> None:
    alter(held, f"UPDATE versions SET {column} WHERE id = (SELECT min(id) FROM versions)")  # noqa: S608 - our own words
    ledger = open_ledger(held)
    assert len(seen(ledger)) == 1
    assert ledger.damaged(NOON)
    ledger.close()


def test_a_sound_state_has_nothing_to_say(held: str) -> None:
    ledger = open_ledger(held)
    assert (seen(ledger), len(ledger.evidence(DIGEST))) == (["1", "2"], 2)
    assert len(ledger.changes("cooper")) == len(ledger.rulings("cooper")) == 2
    assert (ledger.damaged(NOON), ledger.check(), ledger.wanted(NAME)) == ((), (), {})
    ledger.close()


def test_the_version_that_evidence_quotes_is_looked_at_when_it_is_quoted(held: str) -> None:
    altered(held, "versions", "spool", "The lamp is lit.", "The lamp is out.")
    ledger = open_ledger(held)
    assert [piece.quote for piece in ledger.evidence(DIGEST)] == ["The harbour is open.", "The lamp is lit."]
    assert f"{NAME}/2 (version 1)" in ledger.damaged(NOON)[0]
    ledger.close()


@pytest.mark.parametrize(
    ("words", "instead"),
    [("The lamp is lit.", "The lamp is out."), ("progress", "delivers"), ('"key": "2"', '"key": "1"')],
)
def test_evidence_that_was_altered_is_left_out_and_its_document_read_again(held: str, words: str, instead: str) -> None:
    altered(held, "evidence", "said", words, instead)
    ledger = open_ledger(held)
    left = {piece.document.key for piece in ledger.evidence(DIGEST)}
    lost = {"1", "2"} - left
    assert "2" in lost
    again = [v for batch in ledger.unread(DIGEST) for v in batch]
    assert {v.document.key for v in again} == lost
    ledger.read(DIGEST, again, [found(v, v.document.passages[-1].text) for v in again])
    assert [piece.quote for piece in ledger.evidence(DIGEST)] == ["The harbour is open.", "The lamp is lit."]
    assert list(ledger.unread(DIGEST)) == []
    ledger.close()
    reopened = open_ledger(held)
    assert len(reopened.evidence(DIGEST)) == 2
    assert reopened.damaged(NOON) == ()
    reopened.close()


@pytest.mark.parametrize("named", ["harbour", "", "inquirx"])
def test_evidence_that_stands_under_another_commitment_is_named_and_its_document_read_again(
    held: str, named: str
) -> None:
    alter(held, f"UPDATE evidence SET commitment = '{named}' WHERE id = (SELECT max(id) FROM evidence)")  # noqa: S608 - ours
    ledger = open_ledger(held)
    assert ledger.evidence(DIGEST, named) == ()
    assert len(ledger.evidence(DIGEST, "inquiry")) == 1
    again = [v for batch in ledger.unread(DIGEST) for v in batch]
    assert [v.document.key for v in again] == ["2"]
    assert any("piece of evidence" in line for line in (*ledger.damaged(NOON), *ledger.check()))
    ledger.read(DIGEST, again, [found(v, v.document.passages[-1].text) for v in again])
    assert len(ledger.evidence(DIGEST, "inquiry")) == len(ledger.evidence(DIGEST)) == 2
    assert (list(ledger.unread(DIGEST)), ledger.check()) == ([], ())
    ledger.close()


@pytest.mark.parametrize("words", ["The lamp is lit.", "progress", '"key": "2"'])
def test_altered_evidence_is_left_out_where_one_commitment_is_asked_for(held: str, words: str) -> None:
    altered(held, "evidence", "said", words, words[:-2] + "x" + words[-1])
    ledger = open_ledger(held)
    assert "2" not in {piece.document.key for piece in ledger.evidence(DIGEST, "inquiry")}
    assert "2" in {v.document.key for batch in ledger.unread(DIGEST) for v in batch}
    assert ledger.damaged(NOON)
    ledger.close()


def test_evidence_whose_register_was_altered_is_not_lost_in_silence(held: str) -> None:
    alter(held, "UPDATE evidence SET digest = 'digess' WHERE id = (SELECT max(id) FROM evidence)")
    ledger = open_ledger(held)
    assert [v.document.key for batch in ledger.unread(DIGEST) for v in batch] == ["2"]
    assert ledger.damaged(NOON)
    ledger.close()


@pytest.mark.parametrize("words", ["It moved", "overdue", "https://example.test/1", "headline"])
def test_a_change_that_was_altered_is_left_out_and_not_told_twice_when_it_is_made_whole(held: str, words: str) -> None:
    altered(held, "changes", "said", words, words[:-1] + "~")
    ledger = open_ledger(held)
    assert ledger.changes("cooper") == ()
    assert "the change c1" in ledger.damaged(NOON)[0]
    assert ledger.tell([change("c1"), change("c3")], NOON) == (change("c3"),)
    assert [told.change.id for told in ledger.changes("cooper")] == ["c1", "c3"]
    ledger.close()


def test_a_ruling_that_was_altered_is_left_out_and_named(held: str) -> None:
    altered(held, "rulings", "said", "It was laid that day.", "It was laid that way.")
    ledger = open_ledger(held)
    assert ledger.rulings("cooper") == ()
    assert "2 rows can't be read" in ledger.damaged(NOON)[0]
    assert "the ruling r1" in ledger.damaged(NOON)[0]
    ledger.close()


def test_many_are_counted_and_the_first_named(address: str) -> None:
    ledger = open_ledger(address)
    ledger.record(entry(*(version(str(n)) for n in range(30))))
    ledger.close()
    altered(address, "versions", "spool", "We will act.", "We may act.")
    ledger = open_ledger(address)
    assert list(ledger.unread("any")) == []
    assert "30 rows can't be read" in ledger.damaged(NOON)[0]
    assert "and 25 more" in ledger.damaged(NOON)[0]
    assert len(ledger.check()) == 30
    ledger.close()


def test_what_is_fetched_again_is_made_whole_and_its_day_counts_again(held: str) -> None:
    altered(held, "versions", "spool", "The lamp is lit.", "The lamp is out.")
    ledger = open_ledger(held)
    seen(ledger)
    ledger.damaged(NOON)
    ledger.close()
    ledger = open_ledger(held)  # another process: the scan
    assert ledger.wanted(NAME) == {"2": DAY}
    assert ledger.wanted("hansard") == {}
    assert ledger.coverage().spans == {NAME: (Span(date(2025, 3, 4), WEEK.until),)}
    ledger.mend([OTHER.document, document("3")], NOON)
    assert ledger.latest([(NAME, "2")]) == {(NAME, "2"): OTHER}
    assert (ledger.wanted(NAME), ledger.check()) == ({}, ())
    assert ledger.coverage().spans == {NAME: (WEEK,)}
    ledger.close()


def test_what_was_altered_by_its_publisher_meanwhile_comes_as_a_new_version(held: str) -> None:
    altered(held, "versions", "spool", "The lamp is lit.", "The lamp is out.")
    ledger = open_ledger(held)
    seen(ledger)
    ledger.damaged(NOON)
    later = replace(OTHER, document=document("2", "The lamp was lit in May."))
    ledger.mend([later.document], NOON)
    ledger.record(entry(later))
    assert [v.number for v in ledger.versions(NAME, "2")] == [2]
    assert ledger.wanted(NAME) == {}
    ledger.close()


def test_a_hash_that_was_altered_is_made_whole_where_the_text_is(held: str) -> None:
    alter(held, "UPDATE versions SET fingerprint = 'abc'")
    ledger = open_ledger(held)
    assert seen(ledger) == []
    ledger.damaged(NOON)
    ledger.mend([FIRST.document, OTHER.document], NOON)
    assert seen(ledger) == ["1", "2"]
    ledger.close()


def test_rows_of_older_states_have_no_seal_and_are_read(held: str) -> None:
    for table, column in (("versions", "spool"), ("changes", "said"), ("rulings", "said")):
        bare = f"json_remove({column}, '$.seal')"
        if held.startswith("postgresql"):
            bare = f"CAST(CAST({column} AS jsonb) - 'seal' AS json)"
        alter(held, f"UPDATE {table} SET {column} = {bare}")  # noqa: S608 - our own names
    ledger = open_ledger(held)
    assert seen(ledger) == ["1", "2"]
    assert len(ledger.changes("cooper")) == len(ledger.rulings("cooper")) == 2
    assert ledger.check() == ()
    ledger.close()


class SqliteRows:
    """What only SQLite can hold: anything in any column."""

    def __init__(self, place: Path) -> None:
        self.address = str(place)
        ledger = open_ledger(self.address)
        ledger.record(entry(FIRST, OTHER, span=WEEK))
        ledger.close()

    def opened(self, statement: str) -> SqlLedger:
        alter(self.address, statement)
        return open_ledger(self.address)


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE spans SET until = '2025-0x-09'", lambda ledger: ledger.coverage().spans),
        ("UPDATE spans SET since = 'soon'", lambda ledger: ledger.coverage().spans),
        ("UPDATE sources SET tried_at = 'never'", lambda ledger: ledger.health()),
        ("UPDATE versions SET spool = '{\"source\"'", seen),
        ("UPDATE versions SET spool = CAST(x'ff7b' AS TEXT)", seen),
        ("UPDATE versions SET since = 12", seen),
        ("UPDATE versions SET seen_at = '2025-99-01'", seen),
        ("UPDATE versions SET spool = '" + "[" * 9_000 + "'", seen),
    ],
)
def test_what_is_no_value_at_all_is_named_and_counts_for_nothing(
    tmp_path: Path, statement: str, ask: Callable[[SqlLedger], Any]
) -> None:
    ledger = SqliteRows(tmp_path / "odd.sqlite").opened(statement)
    assert not ask(ledger)
    assert ledger.damaged(NOON)
    assert ledger.check()
    ledger.close()


def test_days_that_can_not_be_read_are_read_again(tmp_path: Path) -> None:
    ledger = SqliteRows(tmp_path / "odd.sqlite").opened("UPDATE spans SET until = '2025-0x-09'")
    ledger.record(entry(span=WEEK))
    assert ledger.coverage().spans == {NAME: (WEEK,)}
    assert ledger.check() == ()
    ledger.close()


def test_a_page_of_the_file_that_is_gone_loses_only_what_stood_on_it(tmp_path: Path) -> None:
    place = tmp_path / "kept.sqlite"
    ledger = open_ledger(str(place))
    ledger.record(entry(*(version(str(n), f"Words of {n}. " * 40) for n in range(200))))
    ledger.close()
    whole = place.read_bytes()
    at = whole.index(b"Words of 100.") // 4096 * 4096
    place.write_bytes(whole[:at] + b"\xff" * 4096 + whole[at + 4096 :])
    ledger = open_ledger(str(place))
    lines = ledger.check()
    assert any("malformed" in line or "Tree" in line for line in lines)
    assert 0 < sum(line.startswith("version in row") for line in lines) < 60
    with pytest.raises(DamagedError):
        ledger.versions(NAME, "100")
    ledger.close()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_bits_turn_over_nothing_but_damage_is_told_and_nothing_altered_is_given(
    tmp_path: Path, seed: int
) -> None:
    place = tmp_path / "kept.sqlite"
    ledger = open_ledger(str(place))
    versions = tuple(version(str(n), (f"Words of {n}. " * 9).strip()) for n in range(60))
    pieces = tuple(found(v, f"Words of {v.document.key}.") for v in versions)
    told = tuple(change(f"c{n}") for n in range(40))
    ledger.record(entry(*versions, evidence={DIGEST: pieces}, changes=told))
    ledger.close()
    chance = random.Random(seed)
    altered = bytearray(place.read_bytes())
    for _ in range(10):
        altered[chance.randrange(100, len(altered))] ^= 1 << chance.randrange(8)
    place.write_bytes(altered)
    with suppress(DamagedError):
        ledger = open_ledger(str(place))
        given = [v for batch in ledger.unread("other") for v in batch]
        alone = ledger.evidence(DIGEST, "inquiry")
        quoted, again = ledger.evidence(DIGEST), ledger.changes("cooper")
        ledger.coverage()
        ledger.health()
        assert set(given) <= set(versions)
        assert set(quoted) <= set(pieces)
        assert set(alone) <= set(pieces)
        assert {t.change for t in again} <= set(told)
        lost = (len(given), len(quoted), len(alone), len(again)) != (60, 60, 60, 40)
        assert not lost or ledger.damaged(NOON) or ledger.check()
        ledger.close()


@pytest.mark.parametrize("seed", range(24))
def test_a_bit_that_turns_over_in_the_schema_is_told_as_damage_and_as_nothing_else(tmp_path: Path, seed: int) -> None:
    place = tmp_path / "kept.sqlite"
    ledger = open_ledger(str(place))
    ledger.record(entry(version("1")))
    ledger.close()
    altered = bytearray(place.read_bytes())
    schema = [
        n
        for made in re.finditer(rb"CREATE (?:TABLE|UNIQUE INDEX|INDEX) [^\x00]*", altered)
        for n in range(*made.span())
    ]
    chance = random.Random(seed)
    for _ in range(1 + seed % 3):
        altered[chance.choice(schema)] ^= 1 << chance.randrange(8)
    place.write_bytes(altered)
    with suppress(DamagedError):
        ledger = open_ledger(str(place))
        ledger.versions(NAME, "1")
        ledger.coverage()
        ledger.health()
        ledger.close()

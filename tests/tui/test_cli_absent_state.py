"""Is a state that was named and is not there told, by every command that reads, and is no site emptied by it?"""

from pathlib import Path

import pytest

from state.ledger import open_ledger
from tests.tui.conftest import Call
from tests.tui.test_cli_records import PAGE, TODAY, spool

READING = [
    "status", "show mend-roads", "changes", "evidence", "report", "review", "replay", "discover", "doctor",
    "publish out", "explain gov-uk/x", "register check roads.yaml",
]  # fmt: skip


@pytest.mark.parametrize("words", READING)
@pytest.mark.parametrize("held", [None, b"", b"x"])
def test_a_state_that_was_named_is_refused_in_two_lines(bare: Call, home: Path, words: str, held: bytes | None) -> None:
    place = home / "typo.sqlite"
    if held is not None:
        place.write_bytes(held)
    before = sorted(home.iterdir())
    said = bare("--state", "typo.sqlite", "--register", "roads.yaml", *words.split())
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert str(place) in said.asides[0]
    assert sorted(home.iterdir()) == before
    assert held is None or place.read_bytes() == held


@pytest.mark.parametrize("how", ["environment", "configuration"])
def test_it_may_have_been_named_anywhere(bare: Call, monkeypatch: pytest.MonkeyPatch, home: Path, how: str) -> None:
    (home / "b.toml").write_text("state = 'typo.sqlite'" if how == "configuration" else "", encoding="utf-8")
    if how == "environment":
        monkeypatch.setenv("BYWHEN_STATE", "typo.sqlite")
    said = bare("--config", "b.toml", "--register", "roads.yaml", "status")
    assert (said.code, said.out) == (2, "")
    assert said.asides[0] == f"There is no state at {home / 'typo.sqlite'}"


def test_an_empty_file_in_the_users_own_folder_is_told_as_well(bare: Call, home: Path) -> None:
    place = home / ".local" / "share" / "bywhen" / "bywhen.sqlite"
    place.parent.mkdir(parents=True)
    place.touch()
    said = bare("--register", "roads.yaml", "status")
    assert (said.code, said.asides[0]) == (2, f"There is no state at {place}, but an empty file")


def test_a_site_is_not_replaced_by_one_made_from_less_unless_told(bywhen: Call, bare: Call, home: Path) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, TODAY]))
    assert bywhen("publish", "out").code == 0
    before = {p.name: p.read_bytes() for p in (home / "out").iterdir()}
    open_ledger(str(home / "new.sqlite")).close()
    other = ("--state", "new.sqlite", "--register", "roads.yaml", "publish", "out")
    said = bare(*other)
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert "made from more than this state holds: 2 documents of gov-uk, now 0" in said.asides[0]
    assert {p.name: p.read_bytes() for p in (home / "out").iterdir()} == before
    assert bare(*other, "--from-less").code == 0
    assert (home / "out" / "feed.xml").read_bytes() != before["feed.xml"]
    assert bare(*other).code == 0


def test_a_site_is_not_replaced_where_no_state_was_named_and_there_is_none(
    bywhen: Call, bare: Call, home: Path
) -> None:
    bywhen("ingest", spool(home / "a.jsonl", [PAGE]))
    bywhen("publish", "out")
    before = (home / "out" / "feed.json").read_bytes()
    assert bare("--register", "roads.yaml", "publish", "out").code == 2
    assert (home / "out" / "feed.json").read_bytes() == before


def test_a_site_goes_on_being_made_from_more(bywhen: Call, home: Path) -> None:
    for n, documents in enumerate(([PAGE], [PAGE, TODAY]), 1):
        bywhen("ingest", spool(home / f"{n}.jsonl", documents))
        assert bywhen("publish", "out").code == 0

"""Where may the state live, and what is said when it can't?"""

import socket
import sqlite3
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text

from monitor.model.errors import UserError
from state.connections import database_url, open_engine, transaction
from state.default_places import default_place
from state.ledger import open_ledger
from tests.state.makers import entry, version

KEY = ("written-questions", "1")


def refusal(address: str) -> str:
    """Return what a person is told, in two lines."""
    with pytest.raises(UserError) as told:
        open_ledger(address)
    assert told.value.message
    assert told.value.hint
    assert "\n" not in told.value.message + told.value.hint
    return f"{told.value.message}\n{told.value.hint}"


def test_a_path_is_enough_and_its_folders_are_made(tmp_path: Path) -> None:
    place = tmp_path / "a folder" / "50% new" / "é.sqlite"
    ledger = open_ledger(str(place))
    ledger.record(entry(version()))
    ledger.close()
    again = open_ledger(f"sqlite:///{place}")
    assert KEY in again.latest([KEY])
    assert again.place == str(place)
    again.close()


def test_a_path_may_start_at_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_ledger("~/kept.sqlite").close()
    assert (tmp_path / "kept.sqlite").exists()


def test_a_path_is_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ledger = open_ledger("kept.sqlite")
    monkeypatch.chdir("/")
    assert ledger.counts() == {}
    assert (tmp_path / "kept.sqlite").exists()
    ledger.close()


def made_by_another_build(address: str) -> str:
    """Make a state whose steps have our names and whose days lack a column; return its address."""
    open_ledger(address).close()
    engine = open_engine(database_url(address))
    with transaction(engine, writes=True) as connection:
        connection.execute(text("DROP TABLE spans"))
        connection.execute(text("CREATE TABLE spans (source TEXT, since DATE, until DATE)"))
    engine.dispose()
    return address


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_state_of_a_build_that_was_never_released_is_told_and_no_bug(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = str(tmp_path / "old.sqlite") if kind == "sqlite" else request.getfixturevalue("empty_database")
    ledger = open_ledger(made_by_another_build(place))
    with pytest.raises(UserError, match=r"made by a version of bywhen that was never released: it has no spans\.asked"):
        ledger.coverage()
    ledger.close()


def test_an_empty_file_is_taken_for_a_new_state(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    open_ledger(str(tmp_path / "empty.sqlite")).close()


def test_what_was_recorded_is_there_after_a_restart(address: str) -> None:
    ledger = open_ledger(address)
    ledger.record(entry(version()))
    ledger.close()
    again = open_ledger(address)
    assert again.latest([KEY]) == {KEY: version()}
    again.close()


def test_both_spellings_of_a_postgresql_address_are_known(empty_database: str) -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        open_ledger(empty_database.replace("postgresql", scheme, 1)).close()


@pytest.mark.parametrize(
    "address",
    ["", " ", ":memory:", "sqlite://", "sqlite:///:memory:", "sqlite:///a.sqlite?mode=ro", "mysql://host/name",
     "https://example.test/state", "postgresql://host:notaport/name", "nul\x00byte.sqlite", "://"],
)  # fmt: skip
def test_an_address_that_is_no_place_for_a_state_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "sqlite:///path" in refusal(address)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_state(tmp_path: Path) -> None:
    assert str(tmp_path) in refusal(str(tmp_path))


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert "can't be used" in refusal(str(tmp_path / "file" / "ledger.sqlite"))


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Home Secretary, " * 200)
    before = letter.read_bytes()
    assert "left as it is" in refusal(str(letter))
    assert letter.read_bytes() == before


def test_somebody_elses_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "browser.sqlite"
    with sqlite3.connect(place) as theirs:
        theirs.execute("CREATE TABLE bookmarks (url TEXT)")
    theirs.close()
    before = place.read_bytes()
    assert "bookmarks" in refusal(str(place))
    assert place.read_bytes() == before


def test_a_server_database_where_others_use_our_names_is_told(empty_database: str) -> None:
    with psycopg.connect(empty_database) as theirs:
        theirs.execute("CREATE TABLE documents (title TEXT)")
    assert "documents" in refusal(empty_database)


def test_a_server_database_may_be_shared_with_other_tables(empty_database: str) -> None:
    with psycopg.connect(empty_database) as theirs:
        theirs.execute("CREATE TABLE bookmarks (url TEXT)")
    open_ledger(empty_database).close()


def test_a_state_of_a_newer_bywhen_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite"
    open_ledger(str(place)).close()
    with sqlite3.connect(place) as newer:
        newer.execute("UPDATE bywhen_schema SET version_num = '9999_later'")
    newer.close()
    assert "newer bywhen" in refusal(str(place))
    with sqlite3.connect(place) as after:
        assert after.execute("SELECT version_num FROM bywhen_schema").fetchall() == [("9999_later",)]
    after.close()


def test_without_psycopg_the_hint_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'bywhen[postgres]'" in refusal("postgresql://host/name")


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        told = refusal(f"postgresql://ada:opensesame@127.0.0.1:{port}/state?sslpassword=mellon")
    assert "server runs" in told
    assert "opensesame" not in told
    assert "mellon" not in told


def test_a_database_that_is_not_there_is_told(empty_database: str) -> None:
    missing = make_url(empty_database).set(database="nowhere").render_as_string(hide_password=False)
    assert "nowhere" in refusal(missing)


def test_a_file_damaged_while_in_use_is_told_and_no_bug(tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite"
    ledger = open_ledger(str(place))
    ledger.close()
    place.write_bytes(b"damaged " * 1000)
    with pytest.raises(UserError, match="not a database"):
        ledger.counts()
    with pytest.raises(UserError, match="not a database"):
        ledger.record(entry(version()))
    ledger.close()


def test_a_sound_file_is_said_to_be_sound_and_a_damaged_one_is_not(tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite"
    ledger = open_ledger(str(place))
    ledger.record(entry(*(version(str(n)) for n in range(200))))
    assert ledger.check() == ()
    ledger.close()
    with sqlite3.connect(place) as damaged:
        damaged.execute("DELETE FROM documents WHERE key = '7'")
    damaged.close()
    assert ledger.check() == ("versions points at nothing",)
    ledger.close()


def test_nobody_saying_where_means_the_users_own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = default_place()
    assert (place.parent.name, place.name) == ("bywhen", "bywhen.sqlite")
    assert not place.exists()


def test_a_state_whose_text_can_not_be_decoded_is_called_damaged(tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite"
    open_ledger(str(place)).close()
    with sqlite3.connect(place) as damaged:
        damaged.execute("UPDATE bywhen_schema SET version_num = CAST(x'ff30' AS TEXT)")
    damaged.close()
    with pytest.raises(UserError) as told:
        open_ledger(str(place))
    assert "The file is damaged: put back a copy" in told.value.hint
    assert "scan --since" in told.value.hint

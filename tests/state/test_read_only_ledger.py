"""Can a state be read where nothing may be written, and is none made by looking for one?"""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from monitor.model.errors import DamagedError, UserError
from monitor.model.ports import Ledger
from state.connections import database_url, open_engine
from state.ledger import open_ledger
from state.read_only_ledger import ReadOnlyLedger, empty_ledger, open_read_only
from state.schema_steps import step
from tests.state.makers import entry, found, version
from tests.state.older import step_back

KEY = ("written-questions", "1")
DIGEST = "a new register"
READ_ONLY = stat.S_IRUSR | stat.S_IXUSR | stat.S_IROTH | stat.S_IXOTH


class Protected:
    """A state in a folder to which nothing may be written, as a person without rights finds it."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "kept.sqlite"
        ledger = open_ledger(str(self.place))
        ledger.record(entry(version()))
        ledger.close()

    def __enter__(self) -> Path:
        self.place.chmod(stat.S_IRUSR | stat.S_IROTH)
        self.place.parent.chmod(READ_ONLY)
        if os.geteuid() == 0:  # whom no mode holds back
            os.setegid(65534)
            os.seteuid(65534)
        return self.place

    def __exit__(self, *_: object) -> None:
        if os.getuid() == 0:
            os.seteuid(0)
            os.setegid(0)
        self.place.parent.chmod(stat.S_IRWXU)
        self.place.chmod(stat.S_IRUSR | stat.S_IWUSR)


@pytest.fixture
def protected() -> Iterator[Protected]:
    """Not in pytest's own folders: nobody else may pass through those."""
    folder = Path(tempfile.mkdtemp(prefix="bywhen-test-"))
    yield Protected(folder)
    shutil.rmtree(folder)


def held(ledger: Ledger | None) -> bool:
    assert ledger is not None
    return KEY in ledger.latest([KEY])


def test_where_there_is_no_state_none_is_made(tmp_path: Path) -> None:
    place = tmp_path / "a folder" / "none.sqlite"
    assert open_read_only(str(place)) is None
    empty = empty_ledger(str(place))
    assert (empty.place, empty.counts(), empty.check()) == (str(place), {}, ())
    empty.close()
    assert list(tmp_path.iterdir()) == []


def refusal(address: str) -> UserError:
    with pytest.raises(UserError) as told:
        open_read_only(address, named=True)
    return told.value


def test_where_one_was_named_and_there_is_none_it_is_refused_and_none_is_made(tmp_path: Path) -> None:
    for place in (tmp_path / "typo.sqlite", tmp_path / "a folder" / "none.sqlite"):
        assert refusal(str(place)).message == f"There is no state at {place}"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_state_whoever_named_it_and_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    assert "an empty file" in refusal(str(tmp_path / "empty.sqlite")).message
    with pytest.raises(UserError, match="an empty file"):
        open_read_only(str(tmp_path / "empty.sqlite"))
    assert (tmp_path / "empty.sqlite").stat().st_size == 0


def test_a_state_of_which_only_the_log_is_left_is_told_though_nobody_named_it(tmp_path: Path) -> None:
    (tmp_path / "gone.sqlite-wal").write_bytes(b"left")
    with pytest.raises(UserError, match="There is no state"):
        open_read_only(str(tmp_path / "gone.sqlite"))


@pytest.mark.parametrize("held", [b"\n", b"SQL", b"PK\x03\x04" * 40, "Dear Minister".encode("utf-16")])
def test_a_file_of_something_else_is_no_state_for_readers_or_writers_and_stays_as_it_is(
    tmp_path: Path, held: bytes
) -> None:
    place = tmp_path / "other.sqlite"
    place.write_bytes(held)
    assert "not a database" in refusal(str(place)).message
    with pytest.raises(UserError, match="not a database"):
        open_ledger(str(place))
    assert place.read_bytes() == held


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_no_state(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "odd.sqlite"
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/zero")
    assert "it is no file" in refusal(str(place)).message
    with pytest.raises(UserError, match="it is no file"):
        open_ledger(str(place))


def test_a_state_whose_first_bytes_were_altered_is_damaged_and_no_mistake_of_the_user(tmp_path: Path) -> None:
    place = tmp_path / "kept.sqlite"
    open_ledger(str(place)).close()
    whole = place.read_bytes()
    for altered in (b"sQLite format 3\0", b"SQLite fnrmat 3\0", b"SQLite format 3 "):
        place.write_bytes(altered + whole[16:])
        assert isinstance(refusal(str(place)), DamagedError)


def test_a_database_without_tables_is_no_state(tmp_path: Path) -> None:
    place = tmp_path / "bare.sqlite"
    with sqlite3.connect(place) as bare:
        bare.execute("PRAGMA user_version = 7")
    bare.close()
    assert "a database without tables" in refusal(str(place)).message


def test_a_server_without_our_tables_is_no_state_and_is_given_none(empty_database: str) -> None:
    assert "There is no state at postgresql" in refusal(empty_database).message
    with psycopg.connect(empty_database) as server:
        assert server.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_older_state_is_left_as_it_is_by_who_only_reads_and_told_what_to_type(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    address = str(tmp_path / "old.sqlite") if kind == "sqlite" else request.getfixturevalue("empty_database")
    open_ledger(address).close()
    step_back(address)
    told = refusal(address)
    assert "made by an older bywhen: its tables stand at 0002_marks" in told.message
    assert "bywhen scan" in told.hint
    engine = open_engine(database_url(address))
    with engine.connect() as connection:
        assert step(connection) == "0002_marks"
    engine.dispose()
    open_ledger(address).close()
    ledger = open_read_only(address, named=True)
    assert ledger is not None
    ledger.close()


def test_a_state_that_may_be_written_is_opened_as_ever(tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "kept.sqlite")).close()
    ledger = open_read_only(str(tmp_path / "kept.sqlite"))
    assert ledger is not None
    assert not isinstance(ledger, ReadOnlyLedger)
    ledger.close()


def test_what_may_only_be_read_is_read_and_what_is_worked_out_of_it_is_kept_nowhere(protected: Protected) -> None:
    with protected as place:
        ledger = open_read_only(str(place))
        assert isinstance(ledger, ReadOnlyLedger)
        assert held(ledger)
        (batch,) = ledger.unread(DIGEST)
        piece = found(version())
        ledger.read(DIGEST, batch, [piece])
        assert (ledger.evidence(DIGEST), list(ledger.unread(DIGEST))) == ((piece,), [])
        with pytest.raises(UserError, match=r"can't be used: .*readonly"):
            ledger.record(entry(version()))
        ledger.close()
        assert [p.name for p in place.parent.iterdir()] == ["kept.sqlite"]


def test_a_state_to_which_somebody_is_writing_is_read_with_what_they_wrote(protected: Protected) -> None:
    writer = open_ledger(str(protected.place))
    writer.record(entry(version(key="2")))
    with protected as place:
        for beside in place.parent.glob("*-*"):
            assert beside.stat().st_size
        ledger = open_read_only(str(place))
        assert ledger is not None
        assert set(ledger.latest([KEY, ("written-questions", "2")])) == {KEY, ("written-questions", "2")}
        ledger.close()
    writer.close()


def test_an_older_state_that_may_only_be_read_is_told_to_be_brought_up_to_date_by_somebody_else(
    protected: Protected,
) -> None:
    with sqlite3.connect(protected.place) as old:
        old.execute("UPDATE bywhen_schema SET version_num = '0001'")
    old.close()
    with (
        protected as place,
        pytest.raises(UserError, match="was written by another version of bywhen, whose tables") as told,
    ):
        open_read_only(str(place))
    assert "somebody who may write" in told.value.hint

"""Can a state be read where nothing may be written, and is none made by looking for one?"""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.model.errors import UserError
from monitor.model.ports import Ledger
from state.ledger import open_ledger
from state.read_only_ledger import ReadOnlyLedger, empty_ledger, open_read_only
from tests.state.makers import entry, found, version

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


def test_an_empty_file_holds_nothing_and_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    assert open_read_only(str(tmp_path / "empty.sqlite")) is None
    assert (tmp_path / "empty.sqlite").stat().st_size == 0


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
    with protected as place, pytest.raises(UserError, match="may only be read, and its tables") as told:
        open_read_only(str(place))
    assert "somebody who may write" in told.value.hint

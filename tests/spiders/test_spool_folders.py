"""Is a crawl's folder removed whatever ends us, and nobody else's ever?"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from spiders.spool_folders import spool_folder, sweep
from tests.tui.calling import ROOT

HOLDING = """
import sys
from spiders.spool_folders import spool_folder
with spool_folder(*sys.argv[1:]) as folder:
    (folder / "spool").write_text("half a line")
    print(folder, flush=True)
    sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders are not locked there, and so not swept")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, for us and for the processes that we start."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path.resolve()


@contextmanager
def another(*kind: str) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A process that holds a spool folder, or one of another kind, and the folder."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", HOLDING, *kind],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            yield process, Path(process.stdout.readline().strip())
        finally:
            process.kill()


def test_a_folder_is_empty_private_and_gone_at_the_end(place: Path) -> None:
    with spool_folder() as folder:
        assert folder.parent == place
        assert f"-{os.getpid()}-" in folder.name
        assert folder.stat().st_mode & 0o077 == 0
        assert list(folder.iterdir()) == []
        (folder / "spool").write_text("x", encoding="utf-8")
    assert list(place.iterdir()) == []


def test_a_folder_is_gone_when_a_crawl_raised(place: Path) -> None:
    with pytest.raises(ValueError, match="a bug"), spool_folder():
        raise ValueError("a bug")
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("kind", [(), ("demo",)])
def test_what_a_killed_process_left_is_removed_by_the_next(place: Path, kind: tuple[str, ...]) -> None:
    with another(*kind) as (process, left):
        process.kill()
        process.wait(20)
    assert [p.name for p in left.iterdir()] == ["spool"], "a kill must leave something for this test to be about"
    with spool_folder(*kind) as folder:
        assert list(place.iterdir()) == [folder]


def test_the_folder_of_a_process_at_work_is_left_alone(place: Path) -> None:
    with another() as (_, theirs), spool_folder() as ours:
        assert sweep(place) == ()
        assert sorted(place.iterdir()) == sorted([theirs, ours])
        assert (theirs / "spool").is_file()


def test_no_link_is_followed_and_nothing_but_a_folder_of_ours_is_removed(place: Path, tmp_path: Path) -> None:
    precious = place / "precious"
    precious.mkdir()
    (precious / "file").write_text("x", encoding="utf-8")
    (place / "bywhen-spool-1-abcdefgh").symlink_to(precious)
    (place / "bywhen-spool-2-abcdefgh").write_text("a file", encoding="utf-8")
    for name in ("bywhen-spool-3-abcdefgh.bak", "my-bywhen-spool-3-abcdefgh", "bywhen-demo-abcdefgh", "bywhen-spool-x"):
        (place / name).mkdir()
    left = place / "bywhen-spool-99999999-abcdefgh"
    left.mkdir()
    (left / "link").symlink_to(precious)
    before = set(place.iterdir())
    assert sweep(place) == (left.name,)
    assert set(place.iterdir()) == before - {left}
    assert (precious / "file").is_file()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a folder another user's")
def test_another_users_folder_is_left_alone(place: Path) -> None:
    theirs = place / "bywhen-spool-99999999-abcdefgh"
    theirs.mkdir()
    os.chown(theirs, 65534, 65534)
    assert sweep(place) == ()
    assert theirs.is_dir()


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert sweep(tmp_path / "nowhere") == ()

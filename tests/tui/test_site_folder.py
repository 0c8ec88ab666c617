"""Does a site take the place of the old one as a whole, and is nothing of others touched?"""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from monitor.model.errors import UserError
from tests.tui.calling import ROOT
from tui import site_folder
from tui.files import replace_files, sole_owner
from tui.site_folder import replace_folder

NAMES = [f"page-{n}.html" for n in range(40)]

WRITING = """
import sys
from tui.site_folder import replace_folder
names = [f"page-{n}.html" for n in range(40)]
print("begun", flush=True)
for turn in range(10_000):
    replace_folder(sys.argv[1], dict.fromkeys(names, f"{turn} " * 3_000))
"""


def held(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir() if p.is_file()}


@contextmanager
def umask(of: int) -> Iterator[None]:
    before = os.umask(of)
    try:
        yield
    finally:
        os.umask(before)


def test_a_folder_is_made_where_there_is_none_and_what_is_there_is_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert replace_folder(str(site), {"a": "1", "b": "2"}) == (site / "a", site / "b")
    replace_folder(str(site), {"a": "3", "b": "4"})
    assert held(site) == {"a": "3", "b": "4"}
    assert list(tmp_path.iterdir()) == [site]


def test_what_others_put_there_stays_as_it_is(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "pictures" / "old").mkdir(parents=True)
    (site / "pictures" / "old" / "lamp.png").write_bytes(b"a lamp")
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    (site / "latest").symlink_to("pictures/old")
    (site / "nowhere").symlink_to("gone")
    (site / "CNAME").chmod(0o600)
    before = (site / "CNAME").stat()
    for text in ("1", "2"):
        replace_folder(str(site), {"a": text})
    after = (site / "CNAME").stat()
    assert (after.st_ino, after.st_mode, after.st_mtime_ns) == (before.st_ino, before.st_mode, before.st_mtime_ns)
    assert (site / "pictures" / "old" / "lamp.png").read_bytes() == b"a lamp"
    assert [str((site / way).readlink()) for way in ("latest", "nowhere")] == ["pictures/old", "gone"]
    assert (site / "a").read_text(encoding="utf-8") == "2"


def test_a_way_to_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "really").mkdir()
    (tmp_path / "site").symlink_to("really")
    replace_folder(str(tmp_path / "site"), {"a": "1"})
    assert (tmp_path / "site").is_symlink()
    assert held(tmp_path / "really") == {"a": "1"}


@pytest.mark.parametrize(
    ("of", "file", "folder"), [(0o022, 0o644, 0o755), (0o077, 0o600, 0o700), (0o002, 0o664, 0o775)]
)
def test_files_and_folders_heed_the_umask(tmp_path: Path, of: int, file: int, folder: int) -> None:
    with umask(of):
        replace_folder(str(tmp_path / "site"), {"a": "1"})
        replace_files({tmp_path / "report.txt": "1"})
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == folder
    assert stat.S_IMODE((tmp_path / "site" / "a").stat().st_mode) == file
    assert stat.S_IMODE((tmp_path / "report.txt").stat().st_mode) == file


def test_a_folder_keeps_the_mode_that_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site").chmod(0o2750)
    replace_folder(str(tmp_path / "site"), {"a": "1"})
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o2750


@pytest.mark.parametrize("seconds", [0.01, 0.05, 0.13, 0.31, 0.5])
def test_killed_at_any_moment_it_leaves_one_site_whole_and_the_next_sweeps_up(tmp_path: Path, seconds: float) -> None:
    site = tmp_path / "site"
    replace_folder(str(site), dict.fromkeys(NAMES, "old " * 3_000))
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(site)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    writer.wait(20)
    writer.stdout.close()
    left = held(site)
    assert sorted(left) == sorted(NAMES)
    assert len(set(left.values())) == 1, "files of two sites stand side by side"
    replace_folder(str(site), dict.fromkeys(NAMES, "new"))
    assert list(tmp_path.iterdir()) == [site]
    assert set(held(site).values()) == {"new"}


def test_what_somebody_still_writes_and_what_only_looks_like_it_is_left_alone(tmp_path: Path) -> None:
    theirs = [tmp_path / ".site.settings", tmp_path / ".site.bywhen-12", tmp_path / ".other.bywhen-abcdefgh"]
    for place in theirs:
        place.mkdir()
    busy = tmp_path / ".site.bywhen-abcdefgh"
    busy.mkdir()
    with sole_owner(busy):
        replace_folder(str(tmp_path / "site"), {"a": "1"})
        assert all(place.is_dir() for place in (*theirs, busy))
    replace_folder(str(tmp_path / "site"), {"a": "1"})
    assert all(place.is_dir() for place in theirs)
    assert not busy.exists()


def test_a_half_written_file_of_somebody_killed_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".report.txt.bywhen-abc_1234").write_text("half", encoding="utf-8")
    (tmp_path / ".report.txt.original").write_text("theirs", encoding="utf-8")
    replace_files({tmp_path / "report.txt": "whole"})
    assert sorted(p.name for p in tmp_path.iterdir()) == [".report.txt.original", "report.txt"]
    site = tmp_path / "site"
    replace_folder(str(site), {"feed.xml": "1"})
    (site / ".feed.xml.bywhen-abc_1234").write_text("half", encoding="utf-8")
    replace_folder(str(site), {"feed.xml": "2"})
    assert held(site) == {"feed.xml": "2"}


@pytest.mark.parametrize("why", ["the system can't", "it is mounted"])
def test_where_folders_can_not_change_places_the_files_are_replaced_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    site = tmp_path / "site"
    replace_folder(str(site), {"a": "1"})
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    before = site.stat().st_ino
    if why == "it is mounted":
        monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == site)
    else:
        monkeypatch.setattr(site_folder, "_exchanged", lambda one, other: False)
    replace_folder(str(site), {"a": "2"})
    assert site.stat().st_ino == before
    assert held(site) == {"a": "2", "CNAME": "example.org"}
    assert list(tmp_path.iterdir()) == [site]


def test_what_can_not_be_written_leaves_the_old_site_and_nothing_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(str(site), {"a": "1"})
    (site / "b").mkdir()
    with pytest.raises(UserError, match="is not a file"):
        replace_folder(str(site), {"a": "2", "b": "2"})
    with pytest.raises(UnicodeEncodeError):
        replace_folder(str(site), {"a": "2", "c": "\ud800"})
    assert held(site) == {"a": "1"}
    assert list(tmp_path.iterdir()) == [site]

"""Where may a report and what is published be written, and is nothing else touched?"""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import Call
from tui.files import replace_files


def pipe(place: Path) -> None:
    os.mkfifo(place)


def device(place: Path) -> None:
    """A way to a device: were it replaced, only the way would be."""
    place.symlink_to("/dev/null")


def folder(place: Path) -> None:
    place.mkdir()


@pytest.mark.parametrize("made", [pipe, device, folder])
@pytest.mark.parametrize("words", ["report --output out/feed.xml", "publish out"])
def test_what_is_no_file_is_never_replaced(bywhen: Call, home: Path, made: Callable[[Path], None], words: str) -> None:
    place = home / "out" / "feed.xml"
    place.parent.mkdir()
    made(place)
    before = stat.S_IFMT(place.lstat().st_mode)
    said = bywhen(*words.split())
    assert (said.code, said.out, said.asides[0]) == (2, "", f"{Path('out/feed.xml')} is not a file.")
    assert stat.S_IFMT(place.lstat().st_mode) == before


@pytest.mark.parametrize("words", ["report --output away/report.txt", "publish away/out"])
def test_a_folder_that_nobody_named_is_not_made(bywhen: Call, home: Path, words: str) -> None:
    assert bywhen(*words.split()).asides == ["There is no folder away.", "make it first, or name another folder"]
    assert not (home / "away").exists()
    (home / "away").mkdir()
    assert bywhen(*words.split()).code == 0


def test_a_place_may_start_at_the_home_folder(bywhen: Call, home: Path) -> None:
    assert bywhen("report", "--output", "~/report.txt").code == 0
    assert bywhen("publish", "~/out").code == 0
    assert (home / "report.txt").exists()
    assert (home / "out" / "index.html").exists()


@pytest.mark.parametrize("name", ["index.html", "status.csv"])
def test_where_one_file_can_not_be_replaced_all_stay_as_they_were(bywhen: Call, home: Path, name: str) -> None:
    out = home / "out"
    out.mkdir()
    (out / name).mkdir()
    (out / "feed.xml").write_text("of yesterday", encoding="utf-8")
    said = bywhen("publish", "out")
    assert (said.code, said.out, said.asides[0]) == (2, "", f"{Path('out') / name} is not a file.")
    assert sorted(p.name for p in out.iterdir()) == sorted(["feed.xml", name])
    assert (out / "feed.xml").read_text(encoding="utf-8") == "of yesterday"


def test_what_is_written_beside_a_file_is_gone_where_another_can_not_be_written(tmp_path: Path) -> None:
    texts = {tmp_path / "a.txt": "new", tmp_path / "b.txt": "\ud800 is no text"}
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        replace_files(texts)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"

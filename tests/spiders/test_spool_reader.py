"""Is a spool that grows taken up once, line by whole line?"""

import json
from datetime import date
from pathlib import Path

import pytest

from monitor.model.documents import to_spool
from spiders.spool_reader import SpoolReader
from tests import builders as b


def line(key: str, text: str = "The lamp report was published.") -> bytes:
    row = to_spool(b.answer(text, date(2031, 6, 16))) | {"key": key}
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "spool"


def spool(place: Path) -> SpoolReader:
    return SpoolReader(place, "written-questions")


def test_a_spool_that_is_not_there_yet_holds_nothing(place: Path) -> None:
    assert spool(place).more() == ()
    assert spool(place).whole().documents == ()


def test_a_line_waits_until_it_is_whole(place: Path) -> None:
    read, (one, two) = spool(place), (line("q1"), line("q2", "£5 million — and “no more”."))
    place.write_bytes(one + two[:-9])
    assert [d.key for d in read.more()] == ["q1"]
    assert read.more() == ()
    place.write_bytes(one + two + line("q3")[:-1])
    assert [d.key for d in read.more()] == ["q2"]
    written = read.whole()
    assert [d.key for d in written.documents] == ["q1", "q2", "q3"]
    assert (written.lines, written.problems) == (3, ())


def test_lines_are_numbered_through_however_often_it_was_asked(place: Path) -> None:
    read = spool(place)
    place.write_bytes(line("q1"))
    read.more()
    place.write_bytes(line("q1") + b"nothing\n" + line("q2"))
    read.more()
    place.write_bytes(line("q1") + b"nothing\n" + line("q2") + b"\xff\n")
    written = read.whole()
    assert [d.key for d in written.documents] == ["q1", "q2"]
    assert [p.seen.partition(" of the spool")[0] for p in written.problems] == ["line 2", "line 4"]


def test_a_key_that_came_twice_and_not_alike_is_in_doubt_however_it_was_read(place: Path) -> None:
    read = spool(place)
    place.write_bytes(line("q1") + line("q2"))
    assert len(read.more()) == 2
    place.write_bytes(line("q1") + line("q2") + line("q1", "Other words.") + line("q2"))
    assert len(read.more()) == 2
    written = read.whole()
    assert [d.key for d in written.documents] == ["q2"]
    assert ([p.kind for p in written.problems], written.lines) == (["duplicate-key"], 4)

"""Is a spool taken up whole, each document once, and every line told of that is none?"""

import json
from datetime import date
from pathlib import Path

import pytest

from monitor.model.documents import to_spool
from spiders.spool_reader import Written, spooled
from tests import builders as b


def line(key: str, text: str = "The lamp report was published.") -> bytes:
    row = to_spool(b.answer(text, date(2031, 6, 16))) | {"key": key}
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "spool"


def read(place: Path, source: str = "written-questions") -> Written:
    return spooled(place, source)


def test_a_spool_that_is_not_there_holds_nothing(place: Path) -> None:
    assert read(place) == Written((), 0, ())


def test_every_document_is_taken_also_the_last_whose_line_does_not_end(place: Path) -> None:
    place.write_bytes(line("q1") + line("q2", "£5 million — and “no\u2028more”.") + line("q3")[:-1])
    written = read(place)
    assert [d.key for d in written.documents] == ["q1", "q2", "q3"]
    assert (written.lines, written.problems) == (3, ())


def test_a_line_that_is_no_document_is_told_of_by_its_number(place: Path) -> None:
    place.write_bytes(line("q1") + b"nothing\n\n" + line("q2") + b"\xff\n" + line("q3")[:-9])
    written = read(place)
    assert [d.key for d in written.documents] == ["q1", "q2"]
    assert [p.seen.partition(" of the spool")[0] for p in written.problems] == ["line 2", "line 5", "line 6"]


def test_a_document_of_another_source_is_told_of_and_not_taken(place: Path) -> None:
    place.write_bytes(line("q1"))
    written = read(place, "bills")
    assert ([p.kind for p in written.problems], written.documents, written.lines) == (["unfit"], (), 0)


def test_a_key_that_came_twice_and_not_alike_is_in_doubt(place: Path) -> None:
    place.write_bytes(line("q1") + line("q2") + line("q1", "Other words.") + line("q2"))
    written = read(place)
    assert [d.key for d in written.documents] == ["q2"]
    assert ([p.kind for p in written.problems], written.lines) == (["duplicate-key"], 4)

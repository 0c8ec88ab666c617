"""Does a document of twice the length take twice the work, and not four times? Lines run are counted, no time is."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Watch
from monitor.model.documents import Passage, Version
from tests import builders as b

SHORT, LONG = 30, 120
KNOWN = [b.commitment(f"c{n}", watch=Watch(names=("lamp report", f"gas pilot {n}"))) for n in range(4)]


def said(role: str, many: int) -> Version:
    """A document of many passages that all speak of every commitment, in passing first, each with its citation."""
    text = "In line with the lamp report, keepers train. The lamp report will be published in May, for harbour {}."
    passages = tuple(
        Passage(
            ("question", "answer")[n % 2] if role == "answer" else role,
            text.format(n),
            speaker="Ada Marsh",
            post="Minister for Lighthouses",
            url=f"https://hansard.parliament.uk/a#{n}",
            citation=f"HC Deb c{n}",
        )
        for n in range(many)
    )
    return b.version(b.document(passages=passages))


def lines_run(work: Callable[[], Any]) -> int:
    """The number of lines of ours that some work runs, each turn of a loop counted."""
    ran = 0

    def line(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal ran
        ran += event == "line"
        return line

    def call(frame: FrameType, _event: str, _arg: Any) -> Any:
        return line if "monitor" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return ran


@pytest.mark.parametrize("role", ["speech", "text", "answer"])
def test_the_work_grows_as_the_document_does(role: str) -> None:
    matcher = Matcher(KNOWN)
    short, long = (said(role, many) for many in (SHORT, LONG))
    assert judge(matcher, long), "there is evidence in it"
    few, many = (lines_run(partial(judge, matcher, version)) for version in (short, long))
    assert many < few * LONG / SHORT * 1.25

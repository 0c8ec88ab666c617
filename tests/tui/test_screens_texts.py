"""The words that the screens are made of: how they are folded, opened and told."""

import pytest
from rich.text import Text

from monitor.model.errors import UserError
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.service_port import ScanResult
from tests import builders as a
from tui.screens.open_link import open_link
from tui.widgets.scan_line import ScanState, headlines, scan_text
from tui.widgets.texts import fold, line, linked


@pytest.mark.parametrize(
    ("words", "width", "height", "folded"),
    [
        ("short", 10, 2, "short"),
        ("two words", 5, 2, "two\nwords"),
        ("one that is too long by far", 8, 2, "one that\nis too …"),
        ("unbreakable", 4, 2, "unbr\neak…"),
        ("first line is long\nsecond", 8, 2, "first l…\nsecond"),
        ("a\nb\nc", 8, 2, "a\nb"),
        ("", 8, 1, ""),
    ],
)
def test_a_cell_is_folded_into_its_width_and_height(words: str, width: int, height: int, folded: str) -> None:
    assert fold(Text(words), width, height).plain == folded


def test_wide_characters_never_grow_out_of_their_cell() -> None:
    assert all(part.cell_len <= 8 for part in fold(Text("灯台の灯は毎晩ともる"), 8, 2).split("\n"))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https:///nowhere", "plain words", ""])
def test_no_browser_is_asked_for_what_is_no_http_link(url: str) -> None:
    assert open_link(url) is False
    assert linked(url).plain.startswith("(no http or https link")


def test_a_line_of_other_people_s_words_is_one_line_without_controls() -> None:
    assert line("a\nb\x1b[31m\u202ec\td").plain == "a b[31mc d"


def test_a_scan_tells_the_last_word_of_each_source_newest_first() -> None:
    state = ScanState(running=True)
    for what in (Progress("gov-uk", 1, "a"), Progress("hansard", 2, "b"), Progress("gov-uk", 3, "c"), a.change()):
        state = state.told(what)
    told = scan_text(state.told(Problem("hansard", "http", "503"))).plain
    assert told == "Scanning… · 1 change · 1 problem · gov-uk 3 documents read, c · hansard 2 documents read, b"


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (None, ""),
        (UserError("no scan here", "ask the loop"), "Not scanned: no scan here"),
        (ScanResult((), (), ("hansard",), (), 1), "Scanned: 1 document new or altered · 0 changes"),
        (
            ScanResult((), (), (), ("hansard", "gov-uk"), 0),
            "Scanned: 0 documents new or altered · 0 changes · could not read hansard, gov-uk (press h to see why)",
        ),
    ],
)
def test_a_scan_that_is_over_says_what_it_came_to(outcome: ScanResult | UserError | None, told: str) -> None:
    assert scan_text(ScanState(outcome=outcome)).plain == told


def test_a_long_headline_is_cut_short_in_a_toast_and_says_so() -> None:
    (told,) = headlines([a.change(headline="A promise about lamps. " * 20)])
    assert len(told) <= 150
    assert told.endswith(" …")


def test_many_changes_are_toasted_as_a_few_and_a_number() -> None:
    told = headlines([a.change(headline=f"Change {n}") for n in range(10)])
    assert told == ("Change 7", "Change 8", "Change 9", "and 7 more: press c to see all")

"""Is a payload of a new shape noticed before anything is read from it?"""

from collections.abc import Callable
from datetime import date

import pytest

from spiders.paging import MOST_PAGES, PAGE, PagedList
from spiders.strict_fields import Fields, SourceChanged, opened


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (b"", "an empty body instead of JSON"),
        (
            b"<!DOCTYPE html><html><title> Just a\nmoment </title>",
            "an HTML page titled 'Just a moment' instead of JSON",
        ),
        (b"<Error/>", "markup instead of JSON"),
        (b'{"a": [1, 2', "JSON that breaks off or is broken after"),
        (b"[" * 100_000, "JSON nested too deeply to be read"),
        (b'{"a": "\xff"}', "text that is not UTF-8 (byte 7)"),
        (b'{"a": NaN}', "not JSON: '{\"a\": NaN}'"),
        (b"Service busy", "not JSON: 'Service busy'"),
    ],
)
def test_what_came_instead_of_json_is_named(body: bytes, seen: str) -> None:
    with pytest.raises(SourceChanged) as caught:
        opened(body, "https://x.example/")
    assert caught.value.kind == ("wrong-encoding" if "UTF-8" in seen else "not-json")
    assert seen in caught.value.what


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ([], "the payload is a list, not an object"),
        ({}, "n is missing"),
        ({"n": None}, "n is null, not a number"),
        ({"n": "1"}, "n is text, not a number"),
        ({"n": True}, "n is true or false, not a number"),
    ],
)
def test_a_field_that_is_missing_or_of_another_type_stops_the_reading(value: object, seen: str) -> None:
    with pytest.raises(SourceChanged, match=seen):
        Fields(value, "https://x.example/").take("n", int)


def test_fields_left_over_are_named_with_their_place() -> None:
    strange: set[str] = set()
    outer = Fields({"value": {"id": 1, "mood": "fair"}, "also": 2}, "https://x.example/", "", strange)
    inner = outer.inner("value")
    inner.take("id", int)
    inner.done()
    outer.done()
    assert strange == {"value.mood", "also"}


def test_a_moment_late_in_the_evening_is_the_next_day_in_london_in_summer() -> None:
    item = Fields({"a": "2025-06-16T23:30:00Z", "b": "2025-01-16T23:30:00Z", "c": "2025-06-16T23:30:00"}, "x")
    assert (item.london_day("a"), item.london_day("b")) == (date(2025, 6, 17), date(2025, 1, 16))
    with pytest.raises(SourceChanged, match="no offset"):
        item.london_day("c")


def test_a_list_that_gives_fewer_items_than_it_said_is_short() -> None:
    reading = PagedList()
    answer = Fields({}, "x")
    assert reading.page(tuple(str(n) for n in range(PAGE)), PAGE + 9, answer)
    assert not reading.page(("a", "b"), PAGE + 9, answer)
    assert reading.short == f"the source said {PAGE + 9} items and gave {PAGE + 2}"


def test_a_list_that_grows_while_it_is_read_is_not_short() -> None:
    reading = PagedList()
    assert not reading.page(("a", "b"), 2, Fields({}, "x"))
    assert reading.short is None


def test_a_list_that_gives_a_row_twice_on_one_page_is_not_taken_for_whole() -> None:
    reading = PagedList()
    assert not reading.page(("a", "b", "a"), 2, Fields({}, "x"))
    assert reading.short == "the list gave a twice on one page"


def test_a_list_that_never_ends_is_stopped() -> None:
    with pytest.raises(SourceChanged, match="the same page twice"):
        _turn(lambda page: tuple(str(n) for n in range(PAGE)))
    with pytest.raises(SourceChanged, match=f"did not end in {MOST_PAGES} pages"):
        _turn(lambda page: tuple(f"{page} {n}" for n in range(PAGE)))


def _turn(rows: Callable[[int], tuple[str, ...]]) -> None:
    reading, page = PagedList(), 0
    while reading.page(rows(page), 10**9, Fields({}, "x")):
        page += 1

"""Is a document the same after its travels, and is every line that holds none refused without harm?"""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.documents import MAX_TEXT, Document, Passage, Presence, SpoolError, from_spool, read_spool, to_spool
from tests import builders as b

ROW: dict[str, Any] = to_spool(b.document())

lines = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Z")), min_size=1, max_size=20)
maybe = st.none() | lines
dates = st.dates(date(1900, 1, 1), date(2100, 1, 1))
links = st.sampled_from([b.LINK, "https://www.gov.uk/x?a=1#b", "http://example.org"])
passages = st.builds(
    Passage, st.sampled_from(["question", "answer", "speech", "text"]), lines, maybe, maybe, st.none() | links
)
documents = st.builds(
    Document,
    source=lines,
    key=lines,
    url=links,
    title=lines,
    kind=lines,
    published_on=dates,
    body=maybe,
    passages=st.lists(passages, max_size=3).map(tuple),
    presence=st.sampled_from(Presence),
    holding=st.booleans(),
    corrected_on=st.none() | dates,
    notes=st.lists(st.tuples(dates, lines), max_size=2).map(tuple),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ROW, "role", "text", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


def only(line: str) -> Document | SpoolError:
    ((_, found),) = read_spool([line])
    return found


def refused(**changed: Any) -> str:
    with pytest.raises(SpoolError) as wrong:
        from_spool(ROW | changed)
    return str(wrong.value)


@settings(max_examples=100, deadline=None)
@given(documents)
def test_a_document_is_read_back_from_its_line_as_it_was_once_its_text_is_clean(document: Document) -> None:
    once = from_spool(json.loads(json.dumps(to_spool(document))))
    again = from_spool(json.loads(json.dumps(to_spool(once))))
    assert again == once
    assert again.fingerprint == once.fingerprint


def test_a_full_line_holds_all_that_was_written() -> None:
    document = b.document(
        passages=(Passage("speech", "One.\n\nTwo.", "Ada Marsh", "Minister", b.LINK),),
        presence=Presence.WITHDRAWN,
        holding=True,
        corrected_on=date(2031, 7, 1),
        notes=((date(2031, 6, 20), "First published."),),
    )
    assert from_spool(json.loads(json.dumps(to_spool(document)))) == document


@settings(max_examples=100, deadline=None)
@given(documents, documents, st.sampled_from([f.name for f in fields(Document)]))
def test_fingerprints_are_equal_when_and_only_when_nothing_differs(one: Document, two: Document, field: str) -> None:
    other = replace(one, **{field: getattr(two, field)})
    assert (one.fingerprint == other.fingerprint) == (one == other)


def test_fields_that_are_not_known_are_passed_over() -> None:
    odd = ROW | {"later": {"a": [1, None]}, "passages": [p | {"mood": 7} for p in ROW["passages"]]}
    assert from_spool(odd) == from_spool(ROW)


@pytest.mark.parametrize("field", ["source", "key", "url", "title", "kind", "published_on", "passages"])
def test_a_line_without_a_field_that_is_needed_says_which(field: str) -> None:
    assert field in str(only(json.dumps({name: held for name, held in ROW.items() if name != field})))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", 7),
        ("source", ""),
        ("source", "\u200b"),
        ("key", None),
        ("key", 1752902),
        ("key", "x" * 501),
        ("url", "javascript:alert(1)"),
        ("url", "ftp://example.org/x"),
        ("url", "https://"),
        ("url", "http://[::1"),
        ("url", 7),
        ("title", None),
        ("title", ["a"]),
        ("kind", {}),
        ("published_on", "yesterday"),
        ("published_on", "2031-02-30"),
        ("published_on", 20310101),
        ("body", 7),
        ("body", ["Home Office"]),
        ("passages", None),
        ("passages", "text"),
        ("passages", {}),
        ("passages", 7),
        ("passages", [7]),
        ("passages", [None]),
        ("passages", ["text"]),
        ("passages", [{}]),
        ("passages", [{"role": "shout", "text": "x"}]),
        ("passages", [{"role": "text"}]),
        ("passages", [{"role": "text", "text": None}]),
        ("passages", [{"role": "text", "text": "x", "speaker": 7}]),
        ("passages", [{"role": "text", "text": "x", "url": "file:///etc/passwd"}]),
        ("presence", "lost"),
        ("presence", []),
        ("holding", "false"),
        ("holding", 1),
        ("corrected_on", "soon"),
        ("corrected_on", 7),
        ("notes", "ab"),
        ("notes", [["2031-01-01"]]),
        ("notes", [["soon", "x"]]),
        ("notes", [["2031-01-01", 7]]),
    ],
)
def test_a_field_of_a_wrong_type_is_refused_with_a_short_message(field: str, value: object) -> None:
    message = refused(**{field: value})
    assert 0 < len(message) <= 300


def test_a_complaint_does_not_repeat_a_page_of_hostile_text() -> None:
    assert len(refused(corrected_on="x" * 100_000)) <= 300
    assert "\u202e" not in refused(presence="\u202e" * 5)


def test_more_text_than_a_document_may_hold_is_refused() -> None:
    half = {"role": "text", "text": "x" * (MAX_TEXT // 2 + 1)}
    assert "characters" in refused(passages=[half, half])


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        "null",
        '"text"',
        "7",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"key": ' + "9" * 5_000 + "}",
        "NaN",
        "\ufeff{}",
        "{}",
        "\x00",
        '{"source": "\\ud800"}',
    ],
    ids=lambda line: line[:20],
)
def test_a_line_that_is_no_document_becomes_a_complaint_and_reading_goes_on(line: str) -> None:
    found = list(read_spool([line, json.dumps(ROW)]))
    assert [n for n, _ in found] == [1, 2]
    assert isinstance(found[0][1], SpoolError)
    assert str(found[0][1])
    assert isinstance(found[1][1], Document)


def test_empty_lines_are_no_lines_but_count() -> None:
    assert [n for n, _ in read_spool(["", "  \n", json.dumps(ROW)])] == [3]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=100) | anything.map(json.dumps))
def test_no_line_whatever_stops_the_reading(line: str) -> None:
    assert all(isinstance(found, Document | SpoolError) for _, found in read_spool([line]))


@settings(max_examples=250, deadline=None)
@given(st.sampled_from([*ROW, "presence", "holding", "corrected_on", "notes"]), anything)
def test_no_value_in_any_field_stops_the_reading(field: str, value: object) -> None:
    assert isinstance(only(json.dumps(ROW | {field: value})), Document | SpoolError)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["role", "text", "speaker", "post", "url"]), anything)
def test_no_value_in_any_field_of_a_passage_stops_the_reading(field: str, value: object) -> None:
    passage = ROW["passages"][0] | {field: value}
    assert isinstance(only(json.dumps(ROW | {"passages": [passage]})), Document | SpoolError)


STEERING = "\x1b[31m\x07\u202e\u2066\u200b\ufeff\x9b\ud800\U000e0041"


@pytest.mark.parametrize("field", ["key", "title", "kind", "body", "source"])
def test_text_that_could_steer_a_terminal_is_let_in_without_its_steering(field: str) -> None:
    document = from_spool(ROW | {field: f"a{STEERING}b"})
    assert getattr(document, field) == "a[31mb"


@pytest.mark.parametrize("taken", [lambda p: p.text, lambda p: p.speaker, lambda p: p.post])
def test_passages_are_let_in_without_their_steering(taken: Callable[[Passage], str | None]) -> None:
    passage = dict.fromkeys(("text", "speaker", "post"), f"a{STEERING}b") | {"role": "text"}
    assert taken(from_spool(ROW | {"passages": [passage]}).passages[0]) == "a[31mb"


def test_a_name_of_which_nothing_can_be_seen_is_no_name() -> None:
    passage = {"role": "speech", "text": "x", "speaker": "\u200b", "post": ""}
    document = from_spool(ROW | {"body": "\u200b", "passages": [passage]})
    assert (document.body, document.passages[0].speaker, document.passages[0].post) == (None, None, None)

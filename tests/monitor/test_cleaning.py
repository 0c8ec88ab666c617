"""Is nothing let in that could steer a terminal, a page or a feed, and is everything else left as it was?"""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.cleaning import clean, clean_line, safe_link


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n \n b", "a\n\nb"),
        ("a \t\u00a0\u3000 b", "a b"),
        ("  a  ", "a"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("\x1b[2Ja\x07", "[2Ja"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("ab\u00adc\u200bd", "abcd"),
        ("\ud800a\udfff", "a"),
        ("e\u0301", "é"),
        ("£5 million – “so”, she said…", "£5 million – “so”, she said…"),
        ("[bold]x[/bold] <b>&amp;", "[bold]x[/bold] <b>&amp;"),
        ("", ""),
    ],
)
def test_text_is_let_in_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


any_text = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_no_character_that_steers_gets_in_and_cleaning_twice_changes_nothing(text: str) -> None:
    done = clean(text)
    assert clean(done) == done
    assert clean_line(done) == clean_line(text)
    assert not [c for c in done if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert not [
        c
        for c in done
        if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://www.gov.uk/x", "https://www.gov.uk/x"),
        ("http://example.org", "http://example.org"),
        (" https://example.org/a b.pdf ", "https://example.org/a%20b.pdf"),
        ("https://example.org/\u202egpj", "https://example.org/gpj"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org/x", None),
        ("/government/x", None),
        ("https:///x", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_only_a_plain_web_address_is_a_link(url: str, link: str | None) -> None:
    assert safe_link(url) == link


@settings(max_examples=150, deadline=None)
@given(any_text | any_text.map("https://".__add__))
def test_no_address_whatever_stops_the_reading(url: str) -> None:
    found = safe_link(url)
    assert found is None or found.startswith(("http", "HTTP"))

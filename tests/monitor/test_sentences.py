"""Are texts cut into the words and sentences that a reader would cut them into?"""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.sentences import phrase_words, sentences, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two.", ("One.", "Two.")),
        ("Is it? It is! So be it.", ("Is it?", "It is!", "So be it.")),
        ("The hon. Member for Hull asked.", ("The hon. Member for Hull asked.",)),
        ("Mr. Marsh and Dr. Field met.", ("Mr. Marsh and Dr. Field met.",)),
        ("See vol. 3, col. 12. Then reply.", ("See vol. 3, col. 12.", "Then reply.")),
        ("It cost £1.5 million. We paid.", ("It cost £1.5 million.", "We paid.")),
        ("A. B. Marsh spoke. She left.", ("A. B. Marsh spoke.", "She left.")),
        ("So did I. We left.", ("So did I.", "We left.")),
        ("She said “No.” Then she left.", ("She said “No.”", "Then she left.")),
        ("First paragraph\n\nSecond paragraph", ("First paragraph", "Second paragraph")),
        ("It is cut off...", ("It is cut off...",)),
        ("Wait... then go.", ("Wait... then go.",)),
        ("published.The strength", ("published.The strength",)),
        ("", ()),
        ("  \n ", ()),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, cut: tuple[str, ...]) -> None:
    assert tuple(s.text for s in sentences(text)) == cut


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Casey’s audit", ("casey", "audit")),
        ("Casey's audit", ("casey", "audit")),
        ("Members' audits", ("members", "audits")),
        ("group-based", ("group", "based")),
        ("£2.5 million, 12%", ("£2.5", "million", "12%")),
        ("1,000 lamps.", ("1,000", "lamps")),
        ("It hasn’t", ("it", "hasn't")),
        ("ÉCOLE", ("école",)),
        ("...", ()),
    ],
)
def test_words_are_small_and_without_their_possessive(text: str, found: tuple[str, ...]) -> None:
    assert tuple(w.text for w in words(text)) == found


def test_a_watched_phrase_keeps_its_stars() -> None:
    assert phrase_words("recommend* of the Casey's") == ("recommend*", "of", "the", "casey")
    assert phrase_words("*") == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_every_sentence_is_the_exact_text_at_its_place(text: str) -> None:
    cut = sentences(text)
    assert all(text[s.start : s.end] == s.text and s.text.strip() == s.text and s.text for s in cut)
    assert all(a.end <= b.start for a, b in pairwise(cut))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=".!?\n Aai'”)\u2019", max_size=200))
def test_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(s.text.split()) for s in sentences(text)) == "".join(text.split())


@pytest.mark.parametrize("hostile", ["." * 300_000 + "x", "!?" * 150_000, "." * 150_000 + " A"])
def test_a_page_of_full_stops_is_cut_without_labour(hostile: str) -> None:
    assert len(sentences(hostile)) <= 2

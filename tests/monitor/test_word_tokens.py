"""Is a text cut quickly into the same words as it is slowly?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging.matching.word_tokens import tokens
from monitor.model.sentences import spans

MARKS = st.sampled_from([*" .,'’%£_-()\n–“”…·é", "’s ", "'s", "1,000", "2.5%", ". ", ", ", "İ", "Σ", "ß", "\u00a0"])
LETTERS = st.text(st.characters(exclude_categories=()), max_size=4) | st.sampled_from(["lamp", "Report", "ΟΔΟΣ"])
TEXTS = st.lists(MARKS | LETTERS, max_size=25).map("".join)


def slowly(text: str) -> list[str]:
    return [word for word, _, _ in spans(text)]


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_a_text_is_cut_quickly_into_the_same_words_as_slowly(text: str) -> None:
    assert tokens(text) == slowly(text)


@pytest.mark.parametrize("plane", range(0, 0x110000, 0x10000))
def test_no_character_parts_words_quickly_that_does_not_part_them_slowly(plane: int) -> None:
    for start in range(plane, plane + 0x10000, 0x400):
        text = " ".join(f"a{chr(n)}b 1{chr(n)}2" for n in range(start, start + 0x400))
        assert tokens(text) == slowly(text)

"""Is every word that was altered shown, and no other, in texts of any size?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.pipeline.comparing.text_diff import DiffPiece, Edit, diff, marked

said = st.lists(st.sampled_from(["The", "lamp", "is", "not", "lit.", "Yes.", "\n\n", "It", "will", "be."]), max_size=40)


def test_a_changed_word_is_shown_inside_its_sentence_and_the_sentences_around_it_are_not() -> None:
    before = "I wrote to the keeper. The debate is on Wednesday 15 January 2024 at noon. I have no more to add."
    (edit,) = diff(before, before.replace("2024", "2025"))
    assert edit.before == "The debate is on Wednesday 15 January 2024 at noon."
    assert edit.after == "The debate is on Wednesday 15 January 2025 at noon."
    assert marked(edit) == "The debate is on Wednesday 15 January [-2024-] {+2025+} at noon."


def test_a_sentence_put_in_or_left_out_stands_alone() -> None:
    assert diff("One. Three.", "One. Two. Three.") == (Edit("", "Two.", (DiffPiece("+", "Two."),)),)
    assert diff("One. Two. Three.", "One. Three.") == (Edit("Two.", "", (DiffPiece("-", "Two."),)),)


def test_another_sentence_in_the_same_place_is_no_edit_of_the_one_before() -> None:
    (edit,) = diff("The report was published.", "Ministers meet the keepers of the northern lights every month.")
    assert [piece.sign for piece in edit.pieces] == ["-", "+"]


def test_a_frequent_word_is_never_passed_over() -> None:
    long = " ".join(f"Light {n} will be lit, and the keeper of the light will be paid." for n in range(400))
    (edit,) = diff(long, long.replace("Light 200 will be lit", "Light 200 will not be lit"))
    assert [piece for piece in edit.pieces if piece.sign != " "] == [DiffPiece("+", "not")]


def test_white_space_between_words_is_no_edit() -> None:
    assert diff("The lamp  is\u00a0lit. It is.", "The lamp is lit.\nIt is.") == ()


@settings(max_examples=300, deadline=None)
@given(said, said)
def test_the_pieces_hold_every_word_of_both_sides_in_order(before: list[str], after: list[str]) -> None:
    for edit in diff(" ".join(before), " ".join(after)):
        assert edit.before.split() == [w for p in edit.pieces if p.sign != "+" for w in p.text.split()]
        assert edit.after.split() == [w for p in edit.pieces if p.sign != "-" for w in p.text.split()]
        assert edit.before.split() != edit.after.split()


@settings(max_examples=300, deadline=None)
@given(said, said)
def test_nothing_is_shown_of_equal_texts_and_something_of_all_others(before: list[str], after: list[str]) -> None:
    one, other = " ".join(before), " ".join(after)
    assert bool(diff(one, other)) is (one.split() != other.split())


def test_texts_of_forty_thousand_words_are_compared_whatever_is_in_them() -> None:
    unlike = [" ".join(f"{word}{n}" for n in range(40_000)) for word in ("lamp", "light")]
    (edit,) = diff(*unlike)
    assert [len(p.text.split()) for p in edit.pieces] == [40_000, 40_000]
    same, other = "Yes. No. " * 20_000, "No. Yes. Perhaps. " * 13_000
    assert diff(same, other)
    mixed = " ".join(f"Lamp{n} burns light{n}." for n in range(13_000))
    edited = mixed.replace("Lamp7 burns", "Lamp7 no longer burns").replace("Lamp12999 burns", "Lamp12999 smokes")
    found = [piece.text for edit in diff(mixed, edited) for piece in edit.pieces if piece.sign == "+"]
    assert "no longer" in " ".join(found)
    assert "smokes" in " ".join(found)

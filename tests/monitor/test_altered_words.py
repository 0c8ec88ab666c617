"""Are the words marked that went and came in an altered text, and none that a change does not carry?"""

from monitor.pipeline.comparing.altered_words import altered_words
from tests import builders as a

WAS = "The lamp plan will be lit in spring. It costs much."
IS = "The lamp plan may be lit in autumn 2031. It costs much."


def marked(kind: str, before: str | None, after: str | None) -> str:
    change = a.change(kind, before=before, after=after)
    return " ".join(f"{piece.sign}{piece.text}".strip() for piece in altered_words(change))


def test_words_that_went_and_came_stand_beside_those_that_stayed() -> None:
    assert marked("amended", WAS, IS) == "The lamp plan -will +may be lit in -spring. +autumn 2031."
    assert marked("corrected", WAS, IS) == marked("amended", WAS, IS)


def test_a_change_without_both_texts_has_no_words_to_mark() -> None:
    assert marked("amended", None, IS) == ""
    assert marked("amended", WAS, None) == ""
    assert marked("status", "pending", "overdue") == ""
    assert marked("transferred", "Home Office", "Treasury") == ""


def test_what_may_only_be_cut_off_is_not_marked_as_gone() -> None:
    assert marked("amended", "It will be lit in spring, as was…", "It may be lit in spring, as") == (
        "It -will +may be lit in spring, as …"
    )
    assert marked("amended", "Nothing is alike in…", "Other words came here") == ""


def test_an_alteration_that_does_not_reach_the_cut_is_marked_whole() -> None:
    rest = " The rest of it stands as it stood before…"
    assert marked("amended", "It comes in spring." + rest, "It comes in autumn." + rest) == (
        "It comes in -spring. +autumn."
    )

"""Is an edit told where a word changed, and nowhere else? And are words that moved within a sitting told so, once?"""

from dataclasses import replace
from datetime import date

import pytest

from monitor.model.changes import Change
from monitor.model.documents import Document, Passage
from monitor.model.same_words import same_words, says
from monitor.model.sources import GOV_UK
from tests import builders as b
from tests.builders import Newsroom

FIRST, THEN, LATER = date(2031, 2, 10), date(2031, 3, 3), date(2031, 3, 20)
BEGUN = "Work on the lamp report has begun."
DELAYED = "The lamp report has been delayed and will now be published by the end of June 2031."
TEXT = f"{BEGUN}\n\nPorts “told” us they want it soon.[footnote 1]\n\nA table follows"
NOTHING = [
    TEXT.replace("\n\n", " "),
    TEXT.replace("\n\n", "\n"),
    TEXT.replace("[footnote 1]", "[footnote 12]"),
    TEXT.replace("[footnote 1]", ""),
    TEXT.replace(".[footnote 1]", ".1"),
    TEXT.replace("“told”", '"told"'),
    TEXT.replace("“told”", "‘told’"),
    TEXT.replace("begun.", "begun;").replace("A table", "a table"),
    "\n\n".join(reversed(TEXT.split("\n\n"))),
    f"A table follows\n\n{BEGUN} Ports “told” us they want it soon.[2]",
    TEXT.replace("begun.", "begun.[Official Report, 2 April 2026, Vol. 700, c. 12]"),
    TEXT.replace("begun.", "begun [Official Report, House of Lords, 3 May 2031; Vol. 812, cols 40–41WS]."),
    TEXT.replace("has begun", "has begun [HC Deb, 2 April 2026, c12W]"),
    TEXT.replace("soon.", "soon. [Written Statement HCWS1204, 6 June 2031] "),
    TEXT.replace("\n\nA table", "\n\n2 Apr 2031 : Column 412W\n\nA table"),
    TEXT.replace("\n\nA table", "\n\nColumn 12\n\nA table"),
    TEXT.replace("begun.", "begun.[a]"),
    TEXT.replace("begun.", "begun¹."),
    f"A table follows\n\n{BEGUN}[Official Report, 2 April 2026, Vol. 700, c. 12] Ports “told” us they want it soon.",
]
CHANGED = [
    TEXT.replace("soon", "later"),
    TEXT.replace("has begun", "has not begun"),
    TEXT.replace("A table follows", "Table 3 follows"),
    f"{TEXT}\n\nIt will cost £3m.",
    TEXT.replace("Ports “told” us they want it", "They want it, ports told us,"),
    TEXT.replace("begun.", "begun [by 5 March 2031]."),
    TEXT.replace("begun.", "begun [the Official Report of 2031 was wrong]."),
    TEXT.replace("begun.", "begun in volume 700."),
    TEXT.replace("begun.", "begun.[in 3 ports]"),
]


def page(text: str, **more: object) -> Document:
    made = b.document("/lamps", source=GOV_UK, kind="news_story", url="https://www.gov.uk/lamps", title="Lamp news")
    return replace(made, published_on=FIRST, passages=(Passage("text", text),), **more)  # type: ignore[arg-type]


def edited(before: Document, after: Document) -> list[Change]:
    """Return what is told of a page after it was read a second time, all its corrections and repeats included."""
    room = Newsroom()
    assert [c.kind for c in room.read(before, on=FIRST)] == ["made", "progress"]
    return list(room.read(after, on=THEN))


@pytest.mark.parametrize("after", NOTHING)
def test_where_no_word_changed_nothing_is_told(after: str) -> None:
    assert same_words(TEXT, after)
    assert edited(page(TEXT), page(after)) == []


@pytest.mark.parametrize("after", CHANGED)
def test_where_a_word_changed_it_is_told(after: str) -> None:
    assert not same_words(TEXT, after)
    assert "amended" in [c.kind for c in edited(page(TEXT), page(after))]


@pytest.mark.parametrize("kind", ["guidance", "closed_consultation", "html_publication"])
def test_another_type_of_page_is_nothing(kind: str) -> None:
    assert edited(page(TEXT), page(TEXT, kind=kind)) == []


def test_a_publishers_note_is_told_though_no_word_changed() -> None:
    (told,) = edited(page(TEXT), page(TEXT, notes=((date(2031, 3, 1), "Updated the map."),)))
    assert told.headline.startswith("Page edited: “Updated the map.”")


def test_a_note_within_the_quoted_sentence_is_no_second_piece_of_news() -> None:
    noted = "Work on the lamp report has begun in earnest[footnote 4] and goes well."
    assert edited(page(noted), page(noted.replace("4", "5"))) == []


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("He said: “The plan is out.” Then he sat.", "The plan is out", True),
        ("The plan is outdated.", "The plan is out", False),
        ("It costs £5 million.", "£6 million", False),
        ("It rose by 5% this year.", "rose by 5 this", False),
    ],
)
def test_words_stand_in_a_text_whole_and_in_their_order(text: str, words: str, there: bool) -> None:
    assert says(text, words) is there


# ------------------------------------------------------------------ within a sitting


def debate(key: str, *texts: str, title: str = "Lamps", on: date = FIRST) -> Document:
    made = b.speech("", on, key, title=title)
    spoken = (
        Passage("speech", t, "Ada Marsh", "Minister for Lighthouses", f"{made.url}#contribution-{t[:3]}") for t in texts
    )
    return replace(made, passages=tuple(spoken))


WHOLE = debate("A1", "I will speak of the lamp report.", DELAYED)
REST, PART = debate("A1", "I will speak of the lamp report."), debate("C1", DELAYED, title="Lamps: Timetable")


def amended(told: tuple[Change, ...]) -> list[Change]:
    return [c for c in told if c.kind == "amended"]


def test_words_that_moved_to_another_id_of_the_sitting_are_told_as_moved_once_and_as_nothing_else() -> None:
    room = Newsroom()
    assert "delays" in [c.kind for c in room.read(WHOLE, on=FIRST)]
    told = room.read(REST, PART, on=THEN)
    assert [c.kind for c in told] == ["amended"]
    assert told[0].headline.startswith("Words of a debate stand elsewhere in its sitting now, in “Lamps: Timetable”")
    assert PART.url in told[0].details[-1]
    assert room.read(REST, PART, on=LATER) == ()
    moves = room.row(LATER).milestones[0].moves
    assert [m.due.latest for m in moves] == [date(2031, 6, 30)]


def test_so_they_are_where_the_other_was_read_before() -> None:
    room = Newsroom()
    room.read(WHOLE, on=FIRST)
    assert room.read(PART, on=THEN) == ()
    assert [c.headline.split(",")[0] for c in room.read(REST, on=LATER)] == [
        "Words of a debate stand elsewhere in its sitting now"
    ]


def test_words_that_are_found_again_later_are_told_to_stand_there_once() -> None:
    room = Newsroom()
    room.read(WHOLE, on=FIRST)
    (gone,) = amended(room.read(REST, on=THEN))
    assert "the words quoted from it are gone" in gone.headline
    (found,) = room.read(PART, on=LATER)
    assert found.headline.startswith("Words of a debate stand elsewhere in its sitting now, in “Lamps: Timetable”")
    assert room.read(PART, REST, on=LATER) == ()


@pytest.mark.parametrize(
    "other",
    [
        debate("C1", DELAYED.replace("June", "July")),
        debate("C1", DELAYED, on=THEN),
        debate("C1", "Nothing of it."),
    ],
)
def test_words_that_stand_nowhere_else_in_the_sitting_are_gone(other: Document) -> None:
    room = Newsroom()
    room.read(WHOLE, on=FIRST)
    (told,) = amended(room.read(REST, other, on=THEN))
    assert told.headline.startswith("Debate edited without a note; the words quoted from it are gone")


def test_an_edit_beside_the_move_is_told_as_an_edit() -> None:
    room = Newsroom()
    room.read(WHOLE, on=FIRST)
    (told,) = amended(room.read(debate("A1", "I shall not speak of the lamp report."), PART, on=THEN))
    assert told.headline.startswith("Debate edited without a note")
    assert told.details[-1] == "What was quoted from it stands in another debate of its sitting now."

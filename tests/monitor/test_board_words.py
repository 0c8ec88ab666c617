"""Does each word of the board stand once, in full and in short, and does JSON keep the words of its own?"""

import pytest

from monitor.model import board_words
from monitor.model.board_words import WORDS
from monitor.model.boards import FlagName
from monitor.model.evidence import Relation
from monitor.reports.shapes import row_shape
from tests import builders as a


def test_flags_are_joined_with_their_details_when_asked() -> None:
    flags = (a.flag(FlagName.LATE, said="2 days late"), a.flag(FlagName.STALE, "stale", "hansard unread"))
    assert board_words.flags(flags) == "2 days late; can't say: not read to this day"
    assert board_words.flags(flags, details=True) == "2 days late; can't say: not read to this day (hansard unread)"
    assert board_words.flags_but_late(a.row(flags=flags)) == "can't say: not read to this day"


@pytest.mark.parametrize(
    ("times", "said"), [(1, "date moved once"), (2, "date moved twice"), (5, "date moved 5 times")]
)
def test_a_date_that_was_moved_says_how_often(times: int, said: str) -> None:
    assert board_words.moved(times) == (said, said.removeprefix("date "))


@pytest.mark.parametrize(
    ("how", "by", "said"),
    [
        ("superseded", "new-lamps", "replaced by new-lamps"),
        ("superseded", None, "replaced"),
        ("dropped", None, "dropped"),
    ],
)
def test_what_stopped_a_clock_is_said_in_words_for_people(how: str, by: str | None, said: str) -> None:
    assert board_words.stopped(how, by) == said


@pytest.mark.parametrize("name", [n for n in FlagName if n is not FlagName.LATE])
def test_the_list_of_words_explains_each_flag_in_full_and_in_short(name: FlagName) -> None:
    full, short = (board_words.flag(a.flag(name), short=short) for short in (False, True))
    assert [(word, brief) for word, brief, _ in WORDS if word.startswith(full) and (brief or word).startswith(short)]


def test_a_short_form_fits_the_flags_of_a_board_of_80_columns() -> None:
    assert [brief for _, brief, _ in WORDS if len(brief) > 14] == []


@pytest.mark.parametrize("relation", Relation)
def test_a_relation_has_a_word_for_people(relation: Relation) -> None:
    said = {board_words.relation(relation, short=short) for short in (False, True)}
    assert not said & {"weakens", "supersedes", "mentions-only", "asks-about"}


@pytest.mark.parametrize("word", ["unconfirmed", "slipped (moved 2 times)", "weakened", "stale"])
def test_a_program_reads_the_words_that_it_knows(word: str) -> None:
    flag = a.flag(FlagName.SLIPPED, word, said="date moved twice")
    assert row_shape(a.row(flags=(flag,)))["flags"] == [word]

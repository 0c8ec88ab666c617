"""Which promises of a board a reader finds, in which order, under which headings."""

from datetime import date

import pytest

from monitor.model.boards import FlagName, Standing, Status
from monitor.model.commitments import Commitment
from monitor.status.finding import DUE, HEARD, REGISTERED, TITLE, URGENT, Finder, Wanted, grouped
from tests import builders as b

TODAY = date(2031, 6, 16)


def promise(name: str, title: str) -> Commitment:
    return b.commitment(name, title=title, words="It will be done.")


LAMP = b.row(promise("lamp", title="A report on the lamps"), Status.OVERDUE, days_late=61)
LENS = b.row(promise("lens", title="Lenses for the tower"), Status.OVERDUE, days_late=200)
STAIRS = b.row(promise("stairs", title="Stairs that do not creak"), last_heard=date(2031, 6, 1))
PAINT = b.row(promise("paint", title="White paint"), flags=(b.flag(FlagName.STALE),))
BELL = b.row(promise("bell", title="A bell"), Status.DELIVERED, delivered_on=date(2031, 5, 1), confirmed=True)
HORN = b.row(promise("horn", title="A horn"), Status.DELIVERED, delivered_on=date(2031, 6, 1))
FINDER = Finder(b.board(STAIRS, BELL, LAMP, PAINT, HORN, LENS, as_of=TODAY), {"lamp": "North", "lens": "South"})


def found(words: str = "", order: str = URGENT, **more: object) -> list[str]:
    return [row.commitment.id for row in FINDER.found(Wanted(words, **more), order)]  # type: ignore[arg-type]


def test_the_overdue_stand_first_the_latest_of_them_first_of_all() -> None:
    assert found() == ["lens", "lamp", "paint", "stairs", "horn", "bell"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("LAMPS", ["lamp"]),
        ("tower lens", ["lens"]),
        ("overdue", ["lens", "lamp"]),
        ("ada marsh bell", ["bell"]),
        ("written-questions horn", ["horn"]),
        ("!overdue !delivered", ["paint", "stairs"]),
        ("delivered !bell", ["horn"]),
        ("creek", ["stairs"]),
        ("stiars", ["stairs"]),
        ("nothing of the kind", []),
        ("!", ["lens", "lamp", "paint", "stairs", "horn", "bell"]),
        ("  ", ["lens", "lamp", "paint", "stairs", "horn", "bell"]),
    ],
)
def test_words_are_found_in_all_that_is_known_of_a_promise_also_misspelt(words: str, ids: list[str]) -> None:
    assert found(words) == ids


def test_what_is_picked_narrows_the_board() -> None:
    assert found(standings=frozenset({Standing.CANT_SAY})) == ["paint"]
    assert found(standings=frozenset({Standing.DELIVERED}), unconfirmed=True) == ["horn"]
    assert found(register="South") == ["lens"]
    assert found(post="No such post") == []
    assert Wanted().everything
    assert not Wanted("x").everything


@pytest.mark.parametrize(
    ("order", "first"), [(TITLE, "bell"), (HEARD, "stairs"), (REGISTERED, "stairs"), (DUE, "stairs"), (URGENT, "lens")]
)
def test_each_order_begins_with_its_own(order: str, first: str) -> None:
    assert found(order=order)[0] == first


def test_groups_keep_the_order_within() -> None:
    rows = FINDER.found(Wanted())
    groups = grouped(rows, "register", FINDER.registers)
    assert [(name, len(held)) for name, held in groups] == [("South", 1), ("North", 1), ("", 4)]
    assert grouped(rows, "", {}) == (("", rows),)
    assert grouped((), "post", {}) == ()
    assert sum(len(held) for _, held in grouped(rows, "post", {})) == len(rows)

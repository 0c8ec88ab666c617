"""Are two days held side by side: what is new, what turned and why, what was told between, and nothing else?"""

from datetime import date, timedelta
from typing import Any

import pytest

from monitor.model.boards import FlagName, Move, Proof, Row, Status, Stop
from monitor.model.errors import UserError
from monitor.pipeline.two_days import compare_days
from monitor.reports.shapes import comparison_shape
from monitor.status.day_comparison import DayComparison, RowTurn, compare
from monitor.status.first_promise import before_first
from tests import builders as a
from tests.tui.fake_service import TODAY, FakeService
from tui.comparison_text import comparison_text

EARLIER, LATER = date(2031, 4, 1), date(2031, 6, 1)
LINK = "https://example.org/proof"


def compared(before: tuple[Row, ...], after: tuple[Row, ...], *told: Any) -> DayComparison:
    return compare(a.board(*before, as_of=EARLIER), a.board(*after, as_of=LATER), told)


def turns(before: Row, after: Row, *told: Any) -> list[tuple[str, str | None, str | None, str | None]]:
    found = compared((before,), (after,), *told).turned
    return [(t.what, t.milestone, t.before, t.after) for one in found for t in one.turns]


def the_turn(before: Row, after: Row, *told: Any) -> RowTurn:
    ((turn,),) = (one.turns for one in compared((before,), (after,), *told).turned)
    return turn


def test_what_stands_as_it_stood_is_only_counted() -> None:
    same = a.row(flags=(a.flag(FlagName.DUE_SOON),))
    found = compared((same,), (same,))
    assert (found.new, found.turned, found.unchanged, found.told) == ((), (), 1, ())


def test_a_promise_made_between_is_new_and_turned_nowhere() -> None:
    old, new = a.row(), a.row(a.commitment("lens"))
    found = compared((old,), (old, new))
    assert ([row.commitment.id for row in found.new], found.turned, found.unchanged) == (["lens"], (), 1)


def test_a_status_turns_with_the_sentence_that_proves_it() -> None:
    proof = Proof(LATER, LATER, False, "It is published.", LINK, "rules")
    kept = a.milestone_row(status=Status.DELIVERED, proof=proof)
    turn = the_turn(a.row(), a.row(status=Status.DELIVERED, milestones=(kept,)))
    assert (turn.what, turn.before, turn.after) == ("status", "pending", "delivered")
    assert turn.because == a.because("It is published.", LINK)


def test_an_overdue_turns_with_where_its_date_was_said() -> None:
    late = a.row(
        a.commitment(milestones=(a.milestone(said_in=(a.commitment().promise,)),)), Status.OVERDUE, days_late=3
    )
    turn = the_turn(a.row(late.commitment), late)
    assert (turn.was, turn.now) == ("pending", "overdue")
    assert turn.because
    assert turn.because.url == a.LINK


def test_lateness_that_only_grew_is_no_turn() -> None:
    early, late = (a.flag(FlagName.LATE, f"late by {n} days") for n in (3, 64))
    assert turns(a.row(status=Status.OVERDUE, flags=(early,)), a.row(status=Status.OVERDUE, flags=(late,))) == []


def test_a_moved_date_turns_from_the_date_before_with_where_that_was_said() -> None:
    later = a.due("by the end of May", date(2031, 5, 31))
    move = Move(date(2031, 4, 10), later, "It will come in May.", LINK)
    moved = a.row(milestones=(a.milestone_row(moves=(move,)),), flags=(a.flag(FlagName.SLIPPED),))
    turn = the_turn(a.row(), moved)
    assert (turn.what, turn.milestone, turn.before, turn.after) == ("date", "report", "2031-04-16", "2031-05-31")
    assert (turn.was, turn.now) == ("by 16 April 2031", "by 31 May 2031")
    assert turn.because == a.because("It will come in May.", LINK)


def test_a_date_moved_before_both_days_is_no_turn_and_a_second_move_starts_from_the_first() -> None:
    first, second = (
        Move(date(2031, 3, n), a.due("later", date(2031, 5, n)), "Later.", LINK) for n in (1, 2)
    )  # fmt: skip
    before = a.row(milestones=(a.milestone_row(moves=(first,)),))
    assert turns(before, before) == []
    after = a.row(milestones=(a.milestone_row(moves=(first, second)),))
    assert turns(before, after) == [("date", "report", "2031-05-01", "2031-05-02")]


def test_a_date_given_to_what_had_none_turns_from_none() -> None:
    of = a.milestone(due=a.undated())
    move = Move(date(2031, 4, 10), a.due("in May", date(2031, 5, 31)), None, None)
    before = a.row(milestones=(a.milestone_row(of),), flags=(a.flag(FlagName.NO_DATE),))
    turn = the_turn(before, a.row(milestones=(a.milestone_row(of, moves=(move,)),)))
    assert (turn.what, turn.before, turn.was, turn.after) == ("date", None, "no date given", "2031-05-31")
    assert turn.because is None


def test_a_part_that_was_reached_is_told_by_its_milestone_and_the_whole_is_not_told_twice() -> None:
    parts = tuple(a.milestone(name) for name in ("lamp", "lens"))
    of = a.commitment(milestones=parts)
    pending = tuple(a.milestone_row(part) for part in parts)
    proof = Proof(LATER, LATER, False, "It is lit.", LINK, "rules")
    lit = a.milestone_row(parts[0], Status.DELIVERED, proof=proof)
    before, half = a.row(of, milestones=pending), a.row(of, milestones=(lit, pending[1]))
    turn = the_turn(before, half)
    assert (turn.what, turn.milestone, turn.after, turn.because) == (
        "milestone",
        "lamp",
        "delivered",
        a.because("It is lit.", LINK),
    )
    done = a.row(of, Status.DELIVERED, milestones=(lit, a.milestone_row(parts[1], Status.DELIVERED)))
    assert turns(before, done) == [("status", None, "pending", "delivered")]


def test_a_step_is_told_though_the_whole_turned_alike() -> None:
    of = a.commitment(milestones=(a.milestone(), a.milestone("step", step=True)))
    before, after = (
        a.row(of, s, milestones=tuple(a.milestone_row(m, s) for m in of.milestones))
        for s in (Status.PENDING, Status.DELIVERED)
    )
    assert turns(before, after) == [
        ("status", None, "pending", "delivered"),
        ("milestone", "step", "pending", "delivered"),
    ]


def test_of_what_turned_new_statuses_stand_first() -> None:
    one, other = a.row(a.commitment("flagged")), a.row(a.commitment("late"))
    flagged = a.row(one.commitment, flags=(a.flag(FlagName.STALE),))
    found = compared((one, other), (flagged, a.row(other.commitment, Status.OVERDUE)))
    assert [(t.after.commitment.id, t.turns[0].brief) for t in found.turned] == [
        ("late", "pending → overdue"),
        ("flagged", "can't say"),
    ]
    (gone,) = compared((flagged,), (one,)).turned
    assert gone.turns[0].brief == "no longer can't say"


def test_flags_come_and_go_each_with_what_it_rests_on() -> None:
    stop = Stop(date(2031, 5, 1), "superseded", "new-report", "It is overtaken.", LINK, True)
    stopped = a.row(stop=stop, flags=(a.flag(FlagName.SUPERSEDED, said="replaced by new-report"),))
    turn = the_turn(a.row(), stopped)
    assert (turn.before, turn.after, turn.now) == (None, "superseded", "replaced by new-report")
    assert turn.because == a.because("It is overtaken.", LINK)
    assert turns(stopped, a.row()) == [("flag", None, "superseded", None)]


def test_softened_wording_rests_on_the_softer_words_that_were_told() -> None:
    soft = a.row(flags=(a.flag(FlagName.WEAKENED),))
    news = [
        a.told(a.change("weakens", named=str(n), at=a.at(date(2031, 5, n)), because=a.because(f"Maybe {n}."), **which))
        for n, which in ((1, {}), (2, {}), (3, {"commitment": "other"}))
    ]
    turn = the_turn(a.row(), soft, *news)
    assert turn.because == a.because("Maybe 2.")
    assert the_turn(a.row(), soft).because is None


@pytest.mark.parametrize(
    ("at", "told_on", "there"),
    [
        (EARLIER, EARLIER, False),
        (EARLIER + timedelta(days=1), None, True),
        (LATER, None, True),
        (LATER + timedelta(days=1), None, False),
        (date(2031, 2, 1), date(2031, 5, 1), True),
        (date(2031, 5, 1), date(2031, 6, 10), True),
        (date(2031, 2, 1), date(2031, 6, 10), False),
    ],
)
def test_what_happened_or_was_told_between_stands_there(at: date, told_on: date | None, there: bool) -> None:
    one = a.told(a.change(at=a.at(at, 0)), a.at(told_on or at))
    assert bool(compared((), (), one).told) is there


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        (TODAY, TODAY + timedelta(days=1), "The day 17 June 2031 is yet to come"),
        (TODAY, TODAY, "Both days are 16 June 2031"),
        (date(2031, 1, 15), TODAY, "The first promise of this register was made on 16 January 2031"),
        (TODAY, date(2031, 1, 15), "The first promise of this register was made on 16 January 2031"),
    ],
)
def test_days_that_cannot_be_compared_are_refused(one: date, other: date, wrong: str) -> None:
    with pytest.raises(UserError) as told:
        compare_days(FakeService(registers=(a.register(),)), one, other)
    assert told.value.message == wrong
    assert told.value.hint.startswith("give ")


def test_the_earlier_day_comes_first_whichever_was_named_first() -> None:
    service = FakeService(registers=(a.register(),))
    assert compare_days(service, TODAY, EARLIER) == compare_days(service, EARLIER, TODAY)
    assert compare_days(service, TODAY, EARLIER).earlier == EARLIER


def test_when_each_of_several_registers_begins_is_told() -> None:
    later = a.commitment("x", made_on=date(2031, 3, 1))
    registers = (a.register(later, named="second"), a.register())
    refused = before_first(registers, date(2031, 1, 1))
    assert refused
    assert refused.message == "The first promise of these registers was made on 16 January 2031"
    assert refused.hint == (
        "give that day or a later one (Lighthouses begins on 1 March 2031; Lighthouses begins on 16 January 2031)"
    )
    assert before_first(registers, date(2031, 1, 16)) is None
    assert before_first((), date(1900, 1, 1)) is None


def test_the_text_and_the_json_tell_the_same() -> None:
    proof = Proof(LATER, LATER, False, "It is published.", LINK, "rules")
    kept = a.row(status=Status.DELIVERED, milestones=(a.milestone_row(status=Status.DELIVERED, proof=proof),))
    new = a.row(a.commitment("lens", title="A lens"))
    found = compared((a.row(),), (kept, new), a.told(a.change(at=a.at(LATER, 0))))
    text = comparison_text(found, width=100)
    assert text.startswith("From 1 April 2031 to 1 June 2031\n\n1 new, 1 turned, 0 as before; 1 change told between.\n")
    for words in ("A lens [lens]", "pending → delivered", "“It is published.”", LINK, "Overdue: a report on the lamps"):
        assert words in text
    shape = comparison_shape(found)
    assert (shape["from"], shape["to"], shape["unchanged"]) == ("2031-04-01", "2031-06-01", 0)
    assert [row["id"] for row in shape["new"]] == ["lens"]
    (turned,) = shape["turned"]
    assert turned["id"] == "lamp-report"
    assert turned["turns"] == [
        {
            "what": "status",
            "milestone": None,
            "from": "pending",
            "to": "delivered",
            "because": {"quote": "It is published.", "url": LINK},
        }
    ]


def test_hostile_titles_and_words_reach_no_terminal() -> None:
    bad = "\x1b]0;owned\x07\u202e"
    row = a.row(a.commitment(title=bad, words=bad, made_by=bad))
    found = compared((), (row,), a.told(a.change(headline=bad, at=a.at(LATER, 0))))
    assert not {"\x1b", "\x07", "\u202e"} & set(comparison_text(found))

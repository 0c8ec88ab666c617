"""Is what was superseded or dropped counted nowhere among the overdue, though its status stays as it was?"""

import json
from datetime import date

import pytest

from monitor.model.boards import Board, Status
from monitor.model.commitments import RulingKind
from monitor.reports.formats import alarmed, report
from monitor.status.judgement import board_of_day
from tests import builders as b
from tui.tables import board_text
from tui.widgets.top_line import counts_text

DAY = date(2031, 7, 1)
STOPS = pytest.mark.parametrize("kind", [RulingKind.SUPERSEDED, RulingKind.DROPPED])


def board(kind: RulingKind, on: date = date(2031, 5, 1), *more: str) -> Board:
    stop = b.ruling(kind=kind, milestone=None, on=on)
    others = [b.commitment(name, title=name) for name in more]
    return board_of_day(b.facts(b.commitment(), *others, rulings=[stop]), DAY)


@STOPS
def test_it_was_late_when_it_was_stopped_and_is_not_among_the_overdue(kind: RulingKind) -> None:
    stopped = board(kind)
    assert stopped.rows[0].status is Status.OVERDUE
    assert dict(stopped.counts) == {Status.DELIVERED: 0, Status.OVERDUE: 0, Status.PENDING: 0}
    assert [r.commitment.id for r in stopped.stopped_late] == ["lamp-report"]
    assert not alarmed(stopped, (), ("overdue",))


@STOPS
def test_every_count_leaves_it_out_and_says_so(kind: RulingKind) -> None:
    stopped = board(kind, date(2031, 5, 1), "buoys")
    words = "2 commitments: 0 delivered, 1 overdue, 0 pending; 1 late when replaced or dropped."
    assert words in board_text(stopped, width=120)
    assert words in report(stopped, (), ()).replace("\n", " ")
    assert "1 overdue" in counts_text(stopped.standings, spelled=True).plain
    data = json.loads(report(stopped, (), (), "json"))
    assert (data["overdue"], data["stopped_late"], data["counts"]["overdue"]) == (["buoys"], ["lamp-report"], 1)
    assert alarmed(stopped, (), ("overdue",))


@STOPS
def test_the_report_tells_of_it_apart_with_what_stopped_it(kind: RulingKind) -> None:
    text = report(board(kind), (), (), "markdown")
    assert "## Overdue" not in text
    assert "## Late when it was replaced or dropped" in text
    assert "15 days late" in text


@STOPS
def test_what_was_stopped_in_time_was_not_late(kind: RulingKind) -> None:
    stopped = board(kind, date(2031, 3, 1))
    assert (stopped.stopped_late, stopped.rows[0].status) == ((), Status.PENDING)


def test_what_is_resumed_counts_again() -> None:
    stop = b.ruling("s", kind=RulingKind.DROPPED, milestone=None, on=date(2031, 5, 1), decided_at=b.at(DAY, 1))
    again = b.ruling("r", kind=RulingKind.RESUMED, milestone=None, on=date(2031, 6, 1), decided_at=b.at(DAY, 2))
    found = board_of_day(b.facts(rulings=[stop, again]), DAY)
    assert dict(found.counts)[Status.OVERDUE] == 1

"""Does a calendar program read each due window once, on its day, whatever text stands in it?"""

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from monitor.model.boards import Board, MilestoneRow, Move, Proof, Status, Stop
from monitor.model.commitments import Link
from monitor.model.due import Due
from monitor.reports.icalendar_file import datebook
from tests import builders as a

LATER = Move(date(2031, 4, 28), a.due("later in May", date(2031, 5, 31)), "It will come later.", a.LINK)
PROOF = Proof(
    on=date(2031, 6, 16), known_on=date(2031, 6, 16), confirmed=False, quote="It is out.", url=a.LINK, by="the rules"
)


def written(board: Board | None = None, **more: Any) -> bytes:
    shown = board or a.board(a.row())
    register = a.register(*(row.commitment for row in shown.rows))
    return datebook(shown, (register,), more.get("told", (a.told(),)), more.get("title", "bywhen: Lighthouses"))


def events(board: Board | None = None, **more: Any) -> list[Any]:
    """The events that are read back of it, in the file's order."""
    found: Any = Calendar.from_ical(written(board, **more))
    return list(found.walk("VEVENT"))


def board_of(*milestones: MilestoneRow, **more: Any) -> Board:
    return a.board(
        a.row(a.commitment(milestones=tuple(m.milestone for m in milestones)), milestones=milestones, **more)
    )


def test_a_milestone_stands_on_the_last_day_of_its_window_with_its_first_day_words_and_link() -> None:
    (event,) = events()
    assert event["dtstart"].dt == date(2031, 4, 16)
    assert event["dtstart"].params["value"] == "DATE"
    assert event.duration == timedelta(days=1)
    assert event["summary"] == "Due: The report on lamps is published"
    assert event["url"] == a.LINK
    for said in (
        "\u201cwithin three months\u201d, 16 January 2031 to 16 April 2031 (three months from the day it was said)",
        "Status: pending",
        "We will publish a report on the lamps within three months.",
        "Ada Marsh, Minister for Lighthouses, 16 January 2031",
        a.LINK,
    ):
        assert said in event["description"]


def test_a_milestone_without_a_date_has_no_event_and_a_board_without_dates_is_still_a_calendar() -> None:
    row = a.milestone_row(a.milestone(due=a.undated()))
    assert events(board_of(row)) == []
    assert events(a.board()) == []


def test_no_event_rings_repeats_or_makes_anybody_busy() -> None:
    text = written(board_of(a.milestone_row(moves=(LATER,)))).decode()
    assert [word for word in ("VALARM", "RRULE", "ATTENDEE", "ORGANIZER", "METHOD") if word in text] == []
    assert text.count("TRANSP:TRANSPARENT") == 2


def test_a_moved_date_leaves_the_first_promise_where_it_was_and_is_an_event_of_its_own() -> None:
    again = Move(date(2031, 5, 30), a.due("by the summer", date(2031, 8, 31)), None, "javascript:x")
    first, moved, last = events(board_of(a.milestone_row(moves=(LATER, again))))
    days = [e["dtstart"].dt for e in (first, moved, last)]
    assert days == [date(2031, 4, 16), date(2031, 5, 31), date(2031, 8, 31)]
    assert first["summary"].startswith("Due: ")
    assert moved["summary"] == "Moved to: The report on lamps is published"
    for event in (first, moved):
        assert "Moved on 28 April 2031 to \u201clater in May\u201d" in event["description"]
        assert "45 days after the day first promised" in event["description"]
        assert "\u201cIt will come later.\u201d" in event["description"]
    assert "by the summer" in first["description"]
    assert "First promised: \u201cwithin three months\u201d" in last["description"]
    assert "javascript" not in first["description"] + last["description"]


def test_an_event_keeps_its_name_when_its_date_is_put_right_and_no_two_have_the_same() -> None:
    def names(due: Due, move: Move) -> list[str]:
        rows = (
            a.milestone_row(a.milestone(due=due), moves=(move,)),
            a.milestone_row(a.milestone("talks", due=due), moves=(move,)),
        )
        return [str(e["uid"]) for e in events(board_of(*rows))]

    before = names(a.due(), LATER)
    put_right = Move(date(2031, 4, 30), a.due("in June", date(2031, 6, 30)), None, None)
    assert names(a.due("by May", date(2031, 5, 1)), put_right) == before
    assert len(set(before)) == 4


def test_the_same_milestone_of_another_register_is_another_event() -> None:
    board = a.board(a.row())
    ours, theirs = (
        datebook(board, (a.register(*(r.commitment for r in board.rows), named=name),), (), "T")
        for name in ("lamps", "ships")
    )
    assert ours != theirs


def test_the_same_board_is_the_same_bytes_and_says_when_it_was_altered_by_what_was_told() -> None:
    told = (a.told(), a.told(a.change("moved", at=a.at(date(2031, 5, 1)))), a.told(a.change(commitment="another")))
    assert written(told=told) == written(told=told) == written(told=told[::-1])
    (event,) = events(told=told)
    assert event["dtstamp"].dt == event["last-modified"].dt == told[1].told_at
    assert event["sequence"] == 2
    (untold,) = events(told=())
    assert (untold["sequence"], untold["dtstamp"].dt) == (0, a.at(a.SAID, 0))


def test_nothing_in_an_event_turns_just_because_a_day_has_passed() -> None:
    late = {n: a.milestone_row(status=Status.OVERDUE, days_late=n) for n in (14, 15)}
    days = [
        written(a.board(a.row(milestones=(row,)), as_of=date(2031, 4, 16) + timedelta(days=n)))
        for n, row in late.items()
    ]
    assert days[0] == days[1]
    assert b"SUMMARY:Overdue: " in days[0]


@pytest.mark.parametrize(("how", "said"), [("superseded", "replaced"), ("dropped", "dropped")])
def test_what_was_superseded_or_dropped_is_cancelled_and_says_by_what(how: str, said: str) -> None:
    stop = Stop(date(2031, 3, 1), how, "new-lamps", "We shall not.", a.LINK, confirmed=False)
    for event in events(board_of(a.milestone_row(moves=(LATER,)), stop=stop)):
        assert event["status"] == "CANCELLED"
        assert f"Clock stopped on 1 March 2031: {said} by new-lamps (not checked by a person)" in event["description"]
        assert "\u201cWe shall not.\u201d" in event["description"]


def test_what_was_delivered_before_the_clock_stopped_is_not_cancelled() -> None:
    stop = Stop(date(2031, 7, 1), "superseded", None, None, None, confirmed=True)
    row = a.milestone_row(status=Status.DELIVERED, days_late=61, proof=PROOF)
    (event,) = events(board_of(row, stop=stop))
    assert "status" not in event
    assert event["summary"].startswith("Delivered: ")
    assert event["dtstart"].dt == date(2031, 4, 16)
    told = "delivered on 16 June 2031, 61 days late, not checked by a person"
    assert told in event["description"]
    assert "\u201cIt is out.\u201d" in event["description"]


def test_what_cannot_be_judged_says_so() -> None:
    (event,) = events(board_of(a.milestone_row(stale=("hansard not looked at yet",))))
    assert "Can't say whether it was kept" in event["description"]


EVIL = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\n\x00\x1b]0;x\x07\u202e\u2028ATTENDEE:mailto:a@b.c;,\\n\\N\"^'\ufffe"


def test_hostile_text_is_text_and_opens_no_line_of_its_own() -> None:
    hostile = a.milestone(title=EVIL, due=a.due(EVIL, rule=EVIL))
    move = Move(date(2031, 4, 28), a.due(EVIL, date(2031, 5, 31)), EVIL, f"https://example.org/{EVIL}")
    made = a.commitment(
        EVIL, title=EVIL, words=EVIL, made_by=EVIL, milestones=(hostile,),
        said_in=(Link("x", "javascript:x"), Link("x", "https://example.org/\r\nATTACH:http://x/é;,")),
    )  # fmt: skip
    stop = Stop(date(2031, 3, 1), EVIL, EVIL, EVIL, f"javascript:{EVIL}", confirmed=True)
    board = a.board(a.row(made, milestones=(a.milestone_row(hostile, moves=(move,)),), stop=stop))
    text = written(board, title=EVIL)
    lines = text.decode().split("\r\n")
    assert not set("\x00\x1b\x07\u202e\u2028\ufffe\r\n") & set("".join(lines))
    assert max(len(line.encode()) for line in lines) <= 75
    opened = [line for line in lines if line and not line.startswith(" ")]
    assert {line.partition(":")[0].partition(";")[0] for line in opened} == {
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC",
        "REFRESH-INTERVAL", "SUMMARY", "DTSTART", "DTSTAMP", "UID", "SEQUENCE", "CATEGORIES", "LAST-MODIFIED",
        "TRANSP", "URL", "STATUS",
    }  # fmt: skip
    assert [line for line in opened if line.startswith("BEGIN")] == ["BEGIN:VCALENDAR", *["BEGIN:VEVENT"] * 2]
    first, _ = events(board, title=EVIL)
    plain = "x END:VEVENT BEGIN:VALARM ]0;x ATTENDEE:mailto:a@b.c;,\\n\\n\"^'"
    assert first["summary"] == f"Due: {plain}"
    assert f"{plain}\u201d" in first["description"]
    assert str(first["url"]) == "https://example.org/%20ATTACH:http://x/%C3%A9;,"


def test_the_last_day_there_is_can_be_written() -> None:
    (event,) = events(board_of(a.milestone_row(a.milestone(due=a.due("for ever", date.max)))))
    assert event["dtstart"].dt == date.max

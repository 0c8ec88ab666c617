"""Is a doubt told wherever the status is that it is about, and does what is told of a promise rest on the promise?"""

from datetime import date, timedelta

import pytest

from monitor.model.boards import Row, Status
from monitor.model.changes import Because, Change
from monitor.model.commitments import Link, Milestone, RulingKind
from monitor.reports.feeds import atom, feed_json, rss
from monitor.reports.formats import report
from monitor.reports.pages import commitment_page
from monitor.status.finding import Finder, Wanted
from tests import builders as b
from tests.builders import Newsroom
from tui.commitment_text import dossier_text
from tui.tables import board_text
from tui.widgets.promise_page import promise_parts

DUE, TODAY = date(2031, 4, 16), date(2031, 7, 1)
DOUBT = "It may be out: the harbour's own page is not read."
HARBOUR = Link("Answer on harbours", "https://example.org/harbours", "The plan will be out by the end of May.")


def newsroom(*milestones: Milestone) -> Newsroom:
    return Newsroom(b.register(b.commitment(milestones=milestones)))


def overdue(*milestones: Milestone) -> Change:
    """What is told when the first of some milestones is missed."""
    room = newsroom(*milestones)
    room.read(on=TODAY)
    (told,) = [c for c in room.told() if c.after == "overdue"]
    return told


def doubted() -> Row:
    """A row of today that is overdue, in doubt."""
    room = newsroom(b.milestone(caution=DOUBT))
    room.read(on=TODAY)
    return room.row(TODAY)


def test_an_overdue_rests_on_the_sentence_that_said_by_when() -> None:
    said = Link("Statement on lighthouses", b.LINK, "We will publish it within three months.")
    assert overdue(b.milestone(said_in=(said,))).because == Because("We will publish it within three months.", b.LINK)


def test_an_overdue_of_a_later_promise_rests_on_that_promise_and_not_on_the_first() -> None:
    later = b.milestone("plan", due=b.due("by the end of May", date(2031, 5, 31)), said_in=(HARBOUR,))
    undated = b.milestone("report", due=None)
    assert overdue(undated, later).because == Because("The plan will be out by the end of May.", HARBOUR.url)


def test_of_several_places_the_one_whose_words_are_known_is_the_proof() -> None:
    bare = Link("Statement", "https://example.org/statement")
    assert overdue(b.milestone(said_in=(bare, HARBOUR))).because == Because(HARBOUR.quote or "", HARBOUR.url)
    assert overdue(b.milestone(said_in=(bare,))).because == Because("", bare.url)


def test_an_overdue_that_nothing_proves_has_no_proof() -> None:
    assert overdue(b.milestone(said_in=())).because is None


def test_a_first_date_that_a_person_ruled_is_proved_by_where_it_was_given() -> None:
    room = newsroom(b.milestone(due=None))
    given = b.due("by the end of May", date(2031, 5, 31), said_on=date(2031, 3, 1))
    room.rule(
        b.ruling(kind=RulingKind.MOVED, on=date(2031, 3, 1), due=given, quote="By the end of May.", source=HARBOUR.url)
    )
    room.read(on=TODAY)
    (told,) = [c for c in room.told() if c.after == "overdue"]
    assert told.because == Because("By the end of May.", HARBOUR.url)


def test_a_doubtful_overdue_is_told_with_its_doubt() -> None:
    told = overdue(b.milestone(caution=DOUBT))
    assert "Doubt" not in told.headline
    assert told.details[-1] == "Doubt: It may be out: the harbour's own page is not read."


def test_a_delivery_that_rests_on_little_is_told_with_its_doubt() -> None:
    room = Newsroom()
    room.rule(b.ruling(on=DUE, caution="One press report."))
    room.read(on=TODAY)
    assert room.told()[-1].headline.startswith("Delivered on 16 April 2031, in time: ")
    assert room.told()[-1].details == ("Doubt: One press report.",)


def test_there_is_no_doubt_of_a_date_that_has_not_passed_or_of_what_was_delivered() -> None:
    room = newsroom(b.milestone(caution=DOUBT))
    room.read(on=DUE)
    assert room.row(DUE).cautions == ()
    room.rule(b.ruling(on=DUE + timedelta(days=9)))
    room.read(on=TODAY)
    assert room.row(DUE + timedelta(days=1)).cautions == (DOUBT,)
    assert room.row(TODAY).cautions == ()


def test_the_doubt_of_a_milestone_that_does_not_make_the_status_is_not_told_of_the_whole() -> None:
    room = newsroom(b.milestone(caution=DOUBT, step=True), b.milestone("plan", due=None))
    room.read(on=TODAY)
    row = room.row(TODAY)
    assert (row.status, row.cautions, row.milestones[0].caution) == (Status.PENDING, (), DOUBT)


@pytest.mark.parametrize("write", [rss, atom, feed_json])
def test_a_feed_reader_sees_the_doubt(write: object) -> None:
    assert callable(write)
    told = b.told(overdue(b.milestone(caution=DOUBT)))
    assert "Doubt: It may be out" in write([told], "Lamps", "https://bywhen.example/")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv", "json"])
def test_every_form_of_the_report_tells_the_doubt(form: str) -> None:
    told = report(b.board(doubted(), as_of=TODAY), (), (), form)
    assert "the harbour" in told
    assert form in {"csv", "json"} or "Doubt" in told


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_report_proves_an_overdue_with_the_sentence_that_said_by_when(form: str) -> None:
    room = newsroom(b.milestone(said_in=(HARBOUR,)))
    room.read(on=TODAY)
    told = report(room.board(TODAY), (), (), form)
    assert "The plan will be out by the end of May." in told
    assert HARBOUR.url in told


def test_the_board_marks_the_doubt_and_a_commitments_page_tells_it() -> None:
    row = doubted()
    assert "doubt, see note" in board_text(b.board(row, as_of=TODAY))
    assert "doubt" in board_text(b.board(row, as_of=TODAY), width=60)
    for shown in (dossier_text(b.dossier(row), TODAY), commitment_page(b.dossier(row), TODAY)):
        assert shown.count("Doubt: It may be out") == 2, "of the whole and of its milestone"


def test_a_board_without_doubts_speaks_of_none() -> None:
    assert "doubt" not in board_text(b.board(b.row(), as_of=TODAY))


def test_the_dashboard_tells_the_doubt_of_the_whole_and_of_its_milestone_with_the_promise_missed() -> None:
    room = newsroom(b.milestone(caution=DOUBT, said_in=(HARBOUR,)))
    room.read(on=TODAY)
    row = room.row(TODAY)
    parts = {heading: body.plain for heading, body in promise_parts(row, TODAY, ())}
    assert "Doubt: It may be out" in parts["Status"]
    milestone = parts["Milestone 1 of 1"]
    assert "Doubt: It may be out" in milestone
    assert "“The plan will be out by the end of May.”" in milestone
    assert HARBOUR.url in milestone


@pytest.mark.parametrize("wanted", ["doubt, see note", "harbour"])
def test_a_board_can_be_narrowed_to_what_is_in_doubt(wanted: str) -> None:
    row = doubted()
    assert Finder(b.board(row, b.row())).found(Wanted(wanted)) == (row,)

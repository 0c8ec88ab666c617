"""Do the rules of judgement on dates, absence, ministers and clocks hold from what was published to the board?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.model.boards import FlagName, Status
from monitor.model.commitments import RulingKind
from monitor.model.documents import Document, Presence
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Problem, Span
from monitor.reports.shapes import row_shape
from tests import builders as b
from tests.builders import Newsroom

DUE = date(2031, 4, 16)
OUT = date(2031, 6, 16)
SUMMER = date(2031, 7, 1)
PUBLISHED = "The lamp report was published on 16 June 2031."


def newsroom(*documents: Document, on: date = SUMMER, **promised: Any) -> Newsroom:
    """A newsroom that has read every source to a day, and these documents among what it read."""
    room = Newsroom(b.register(b.commitment(**promised)))
    room.read(*documents, on=on)
    return room


# ------------------------------------------------------------------ 4. and 5. dates


def moved(to: date, on: date, said: str = "by the end of May", key: str = "m1") -> Document:
    return b.answer(f"The lamp report is delayed; it will now be published by {to.day} May 2031.", on, key)


def test_a_moved_date_is_added_and_the_first_promise_is_kept() -> None:
    room = newsroom(moved(date(2031, 5, 20), date(2031, 3, 10)))
    row = room.row(SUMMER)
    assert row.due is not None
    assert (row.due.said, row.due.latest) == ("within three months", DUE)
    assert [(m.on, m.due.latest) for m in row.milestones[0].moves] == [(date(2031, 3, 10), date(2031, 5, 20))]
    assert (row.status, row.days_late) == (Status.OVERDUE, (SUMMER - DUE).days)


def test_every_move_is_counted_once_however_often_it_is_repeated() -> None:
    first, again = moved(date(2031, 5, 20), date(2031, 3, 10)), moved(date(2031, 5, 20), date(2031, 3, 12), key="m2")
    further = moved(date(2031, 5, 30), date(2031, 5, 2), key="m3")
    row = newsroom(first, again, further).row(SUMMER)
    slipped = row.flag(FlagName.SLIPPED)
    assert slipped is not None
    assert slipped.word == "slipped (moved 2 times)"


def test_a_move_has_its_words_its_window_and_its_source() -> None:
    paper = moved(date(2031, 5, 20), date(2031, 3, 10))
    move = newsroom(paper).row(SUMMER).milestones[0].moves[0]
    assert "20 May 2031" in move.due.said
    assert move.due.rule
    assert (move.url, move.quote) == (paper.url, paper.passages[1].text)


@pytest.mark.parametrize("words", ["in due course", "shortly", "as soon as possible", "when parliamentary time allows"])
def test_indefinite_words_give_no_date_and_never_become_overdue(words: str) -> None:
    vague = b.undated(words)
    room = newsroom(on=date(2035, 1, 1), due=vague, milestones=(b.milestone(due=vague),))
    row = room.row(date(2035, 1, 1))
    assert (row.status, row.due, row.days_late) == (Status.PENDING, vague, None)
    assert row.flag(FlagName.NO_DATE)


def test_a_date_put_off_to_indefinite_words_is_no_new_date() -> None:
    row = newsroom(b.answer("The lamp report is delayed and will follow in due course.", date(2031, 3, 3))).row(SUMMER)
    assert row.milestones[0].moves == ()
    assert row.status is Status.OVERDUE


# ------------------------------------------------------------------ 6. and 7. absence


def test_an_item_missing_from_a_later_list_is_not_withdrawn() -> None:
    room = newsroom(b.answer(PUBLISHED, OUT), on=OUT)
    told = room.read(b.answer("We like lamps.", SUMMER, "other"), on=SUMMER)
    assert room.row(SUMMER).status is Status.DELIVERED
    assert [c.kind for c in told] == []


@pytest.mark.parametrize("presence", [Presence.WITHDRAWN, Presence.REDIRECTED, Presence.GONE])
def test_a_page_that_is_withdrawn_redirected_or_gone_is_told_as_just_that_and_undoes_no_delivery(
    presence: Presence,
) -> None:
    paper = b.answer(PUBLISHED, OUT)
    room = newsroom(paper, on=OUT)
    emptied = presence is not Presence.WITHDRAWN
    told = room.read(replace(paper, presence=presence, passages=() if emptied else paper.passages), on=SUMMER)
    assert [c.kind for c in told] == [presence.value]
    assert room.row(SUMMER).status is Status.DELIVERED


def test_a_page_that_fails_to_load_is_none_of_the_three() -> None:
    room = newsroom(b.answer(PUBLISHED, OUT), on=OUT)
    entry = room.settle(b.harvest(until=SUMMER, problems=(Problem(WRITTEN_QUESTIONS, "http-status", "503"),)))
    assert (entry.changes, entry.versions) == ((), ())
    assert room.row(SUMMER).status is Status.DELIVERED


def test_not_looked_at_yet_never_reads_as_nothing_done() -> None:
    row = Newsroom().row(SUMMER)
    stale = row.flag(FlagName.STALE)
    assert row.status is Status.PENDING
    assert stale is not None
    assert stale.detail == "hansard not looked at yet; written-questions not looked at yet"


# ------------------------------------------------------------------ 9. and 10. ministers and clocks


def test_a_commitment_outlives_the_minister_who_made_it() -> None:
    room = newsroom(on=date(2031, 9, 10))
    row = room.row(date(2031, 9, 10))
    post = row.commitment.post
    assert row.status is Status.OVERDUE
    assert row.commitment.made_by == "Ada Marsh"
    assert (post.holder(date(2031, 9, 4)), post.holder(date(2031, 9, 5))) == ("Ada Marsh", "Ben Field")


def test_who_held_a_post_before_anybody_we_know_of_is_not_guessed() -> None:
    assert b.post().holder(date(2020, 1, 1)) is None


def test_a_post_left_empty_for_a_while_has_no_holder() -> None:
    post = b.post(("Ada Marsh", date(2030, 1, 1), date(2031, 1, 1)), ("Ben Field", date(2031, 2, 1), None))
    assert post.holder(date(2031, 1, 15)) is None


@pytest.mark.parametrize("kind", [RulingKind.SUPERSEDED, RulingKind.DROPPED])
@pytest.mark.parametrize(
    ("on", "status", "late"), [(date(2031, 3, 1), Status.PENDING, None), (date(2031, 5, 1), Status.OVERDUE, 15)]
)
def test_superseded_or_dropped_stops_the_clock_and_leaves_the_status_as_it_was(
    kind: RulingKind, on: date, status: Status, late: int | None
) -> None:
    room = newsroom()
    room.rule(b.ruling(kind=kind, on=on, milestone=None, successor="new-lamps"))
    row = room.row(SUMMER)
    assert (row.status, row.days_late) == (status, late)
    assert row.stop is not None
    assert (row.stop.on, row.stop.by, row.stop.how) == (on, "new-lamps", kind.value)
    flag = row.flag(FlagName.SUPERSEDED)
    assert flag is not None
    assert (flag.word, flag.detail) == (kind.value, f"by new-lamps since {on.isoformat()}")
    assert "superseded" in row_shape(row)["flags"], "for programs a clock that was stopped has one word"


def test_before_the_day_it_was_superseded_its_clock_ran() -> None:
    room = newsroom()
    room.rule(b.ruling(kind=RulingKind.SUPERSEDED, on=date(2031, 5, 1), milestone=None))
    row = room.row(date(2031, 4, 30))
    assert (row.status, row.stop) == (Status.OVERDUE, None)


GIVEN_UP = b.answer("The lamp report has been superseded by the harbour plan.", date(2031, 3, 1), "s1")


def test_what_documents_gave_up_and_took_up_again_is_judged_as_if_it_had_never_stopped() -> None:
    again = b.answer("The lamp report will go ahead after all.", date(2031, 3, 20), "s2")
    assert newsroom(GIVEN_UP).row(SUMMER).stop is not None
    row = newsroom(GIVEN_UP, again).row(SUMMER)
    assert (row.stop, row.status) == (None, Status.OVERDUE)
    assert newsroom(GIVEN_UP, again).row(date(2031, 3, 19)).stop is not None


@pytest.mark.parametrize(
    "text",
    [
        "We will not publish the lamp report after all.",
        "Keepers ask whether the lamp report will be reinstated.",
        "The lamp report may be revived.",
        "Keepers hope that the lamp report will go ahead after all.",
    ],
)
def test_what_is_only_asked_denied_or_perhaps_taken_up_again_starts_no_clock(text: str) -> None:
    assert newsroom(GIVEN_UP, b.answer(text, date(2031, 3, 20), "s2")).row(SUMMER).stop is not None


def test_no_document_starts_again_what_a_person_stopped() -> None:
    room = newsroom(b.answer("The lamp report will go ahead after all.", date(2031, 5, 1), "s2"))
    room.rule(b.ruling(kind=RulingKind.DROPPED, on=date(2031, 3, 1), milestone=None))
    assert room.row(SUMMER).stop is not None


def test_what_is_published_after_the_clock_stopped_does_not_keep_the_promise_but_a_ruling_does() -> None:
    room = newsroom(b.answer(PUBLISHED, OUT))
    room.rule(b.ruling("stop", kind=RulingKind.SUPERSEDED, on=date(2031, 3, 1), milestone=None))
    assert room.row(SUMMER).status is Status.PENDING
    room.rule(b.ruling("kept", on=OUT))
    assert room.row(SUMMER).status is Status.DELIVERED


def test_a_source_gone_stale_after_the_clock_stopped_changes_nothing() -> None:
    room = Newsroom()
    room.read(on=date(2031, 5, 2))
    room.rule(b.ruling(kind=RulingKind.SUPERSEDED, on=date(2031, 5, 1), milestone=None))
    row = room.row(SUMMER)
    assert row.status is Status.OVERDUE
    assert not row.flag(FlagName.STALE)


def test_a_promise_that_was_stopped_says_that_it_is_stale_where_it_was_not_read_to_the_day_it_stopped() -> None:
    room = Newsroom()
    room.read(on=date(2031, 4, 30))
    room.rule(b.ruling(kind=RulingKind.SUPERSEDED, on=date(2031, 5, 1), milestone=None))
    row = room.row(SUMMER)
    stale = row.flag(FlagName.STALE)
    assert row.status is Status.PENDING
    assert stale is not None
    assert stale.detail == "hansard read only to 2031-04-30; written-questions read only to 2031-04-30"


def test_what_was_told_to_be_overdue_does_not_turn_because_the_day_it_was_stopped_is_not_read_yet() -> None:
    room = Newsroom()
    room.read(on=date(2031, 4, 30))
    assert [c.after for c in room.told()] == ["pending", "overdue"]
    room.rule(b.ruling(kind=RulingKind.SUPERSEDED, on=date(2031, 5, 1), milestone=None))
    assert [c.kind for c in room.wait(date(2031, 5, 2))] == ["supersedes"]
    assert room.read(on=SUMMER) == ()


def test_coverage_joins_spans_that_touch_and_keeps_gaps() -> None:
    room = Newsroom()
    for since, until in (("2031-01-01", "2031-01-10"), ("2031-01-11", "2031-01-20"), ("2031-01-25", "2031-02-01")):
        room.read(on=date.fromisoformat(until), since=date.fromisoformat(since), sources=(HANSARD,))
    assert room.ledger.coverage().spans[HANSARD] == (
        Span(date(2031, 1, 1), date(2031, 1, 20)),
        Span(date(2031, 1, 25), date(2031, 2, 1)),
    )

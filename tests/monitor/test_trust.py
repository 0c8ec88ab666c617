"""Which harvest shows by its days, or by what is missing from it, that it can't be trusted?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.documents import Document
from monitor.model.ports import Entry
from monitor.model.sources import WRITTEN_QUESTIONS, Card, Problem, Span, Visit
from monitor.pipeline.coverage.harvest_check import examine
from monitor.pipeline.tick import record_harvest
from tests import builders as b
from tests.builders import Newsroom
from tests.fakes import MemoryLedger

SINCE, TODAY = date(2031, 6, 16), date(2031, 6, 20)
TOMORROW = TODAY + timedelta(days=1)
PAPER = b.answer("The lamp report was published today.", date(2031, 6, 17))
CARD = Card(
    name=WRITTEN_QUESTIONS,
    publisher="Parliament",
    address="https://example.org/api",
    site="https://example.org",
    licence="OPL",
    every=timedelta(hours=1),
    delay=1.0,
    overlap=timedelta(days=3),
    fewest=0,
    most=500,
)


def read(
    room: Newsroom, *documents: Document, visits: tuple[Visit, ...] = (), listed: int = 0, day: date = TODAY
) -> Entry:
    brought = replace(b.harvest(*documents, since=SINCE, until=day), visits=visits, listed=listed)
    entry = record_harvest(CARD, brought, room.ledger, [room.subject], b.at(day, 20))
    return replace(entry, changes=(*entry.changes, *room.wait(day, 20)))


def dull(number: int) -> tuple[Document, ...]:
    """Documents on which nothing rests."""
    return tuple(replace(b.answer("There are forty ropes.", SINCE), key=f"dull{n}") for n in range(number))


@pytest.mark.parametrize(
    "ahead",
    [
        replace(PAPER, published_on=TOMORROW),
        replace(PAPER, corrected_on=TOMORROW),
        replace(PAPER, notes=((TOMORROW, "Updated."),)),
    ],
)
def test_what_is_dated_tomorrow_is_held_back_until_tomorrow(ahead: Document) -> None:
    room = Newsroom()
    others = dull(12)
    early = read(room, ahead, *others)
    assert [p.kind for p in early.problems] == ["future-dated"]
    assert early.span is None
    assert {v.document.key for v in early.versions} == {d.key for d in others}
    assert not [c for c in early.changes if c.kind != "made"]
    late = read(room, ahead, *others, day=TOMORROW)
    assert [v.document for v in late.versions] == [ahead]
    assert late.span == Span(SINCE, TOMORROW)
    assert [c.after for c in late.changes if c.kind == "status"][-1] == "delivered"


def test_a_list_that_has_lost_all_that_was_on_it_is_not_a_quiet_day() -> None:
    room = Newsroom()
    read(room, *dull(3))
    emptied = read(room)
    assert [p.kind for p in emptied.problems] == ["empty-days"]
    assert "3 of those days are held" in emptied.problems[0].seen
    assert emptied.span is None
    assert not emptied.versions


def test_what_could_not_be_read_again_is_no_reason_for_an_empty_list() -> None:
    room = Newsroom()
    read(room, *dull(3))
    warned = replace(b.harvest(since=SINCE, until=TODAY), problems=(Problem(CARD.name, "not-read-again", "404"),))
    emptied = record_harvest(CARD, warned, room.ledger, [room.subject], b.at(TODAY, 20))
    assert [p.kind for p in emptied.problems] == ["not-read-again", "empty-days"]
    few = examine(replace(warned, since=TODAY - timedelta(days=20)), replace(CARD, fewest=1))
    assert [p.kind for p in few.problems] == ["not-read-again", "too-few"]
    assert (emptied.span, few.whole) == (None, False)


@pytest.mark.parametrize(
    ("since", "until", "kinds"),
    [
        (date(2025, 1, 6), date(2025, 2, 5), ["too-few"]),
        (date(2025, 7, 23), date(2025, 8, 31), []),
        (date(2025, 1, 6), date(2025, 1, 9), []),
    ],
    ids=["a month of sittings", "a recess", "a week"],
)
def test_so_long_a_silence_is_no_quiet_time_though_nothing_was_ever_held(
    since: date, until: date, kinds: list[str]
) -> None:
    silent = b.harvest(since=since, until=until)
    found = examine(silent, replace(CARD, quiet=8))
    assert [p.kind for p in found.problems] == kinds
    assert found.whole == (not kinds)
    assert examine(silent, CARD).problems == ()
    assert examine(replace(silent, documents=(dull(1)[0],)), replace(CARD, quiet=8)).problems == ()


def test_what_is_asked_for_by_name_says_nothing_of_the_lists() -> None:
    room = Newsroom()
    read(room, PAPER, *dull(3))
    assert [p.kind for p in read(room, PAPER).problems] == ["empty-days"]


def test_a_few_documents_that_are_gone_from_a_list_are_a_quiet_day() -> None:
    room = Newsroom()
    read(room, *dull(2))
    assert read(room).problems == ()


def test_a_list_that_names_what_need_not_be_read_again_is_not_empty() -> None:
    room = Newsroom()
    read(room, *dull(3))
    assert read(room, listed=3).problems == ()
    assert read(room, visits=(Visit("dull1"),)).problems == ()


def test_one_new_document_is_enough_to_show_that_a_list_still_lists() -> None:
    room = Newsroom()
    read(room, *dull(3))
    assert read(room, replace(PAPER, key="new")).problems == ()


def test_a_file_may_hold_less_than_is_known() -> None:
    room = Newsroom(ledger=MemoryLedger())
    read(room, *dull(3))
    handed_in = record_harvest(None, b.harvest(since=SINCE, until=TODAY), room.ledger, [room.subject], b.at(TODAY, 20))
    assert handed_in.problems == ()

"""Is exactly that recorded of a harvest which can be trusted, once, and whole?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.documents import Document, Passage, Presence
from monitor.model.ports import Entry
from monitor.model.sources import WRITTEN_QUESTIONS, Card, Harvest, Problem, Span
from monitor.pipeline.coverage.file_harvests import EVER, harvests
from monitor.pipeline.coverage.harvest_check import MISREAD, WARNINGS, examine
from monitor.pipeline.deciding import decide
from monitor.pipeline.tick import watched_register
from tests import builders as b
from tests.builders import Newsroom

START, OUT, TODAY = date(2031, 6, 1), date(2031, 6, 16), date(2031, 6, 20)
PAPER = b.answer("The lamp report was published today.", OUT)
CARD = Card(
    name=WRITTEN_QUESTIONS,
    publisher="Parliament",
    address="https://example.org/api",
    site="https://example.org",
    licence="OPL",
    every=timedelta(hours=1),
    delay=1.0,
    overlap=timedelta(days=3),
    fewest=2,
    most=5,
)


def brought(*documents: Document, kinds: tuple[str, ...] = (), stopped: bool = False, days: int = 14) -> Harvest:
    since = TODAY - timedelta(days=days - 1)
    problems = tuple(Problem(WRITTEN_QUESTIONS, kind, "seen") for kind in kinds)
    return b.harvest(*documents, since=since, until=TODAY, problems=problems, stopped=stopped)


def decided(harvest: Harvest, card: Card | None = None) -> Entry:
    return decide({}, harvest, card, (), b.at(TODAY, 20))


# ------------------------------------------------------------------ what is believed


@pytest.mark.parametrize("kind", sorted(MISREAD))
@pytest.mark.parametrize("more", [(), ("new-field",), ("timeout",)])
def test_after_a_sign_of_misreading_nothing_is_recorded_but_the_problem(kind: str, more: tuple[str, ...]) -> None:
    room = Newsroom()
    entry = room.settle(brought(PAPER, kinds=(kind, *more)))
    assert (entry.span, entry.versions, entry.changes, entry.evidence) == (None, (), (), None)
    assert [p.kind for p in entry.problems] == [kind, *more]
    assert room.ledger.counts() == {}
    assert room.told() == ()


@pytest.mark.parametrize("kind", ["timeout", "http-status", "too-few", "missing-day", "a-kind-not-thought-of"])
def test_of_a_partial_harvest_the_documents_are_recorded_but_not_the_days(kind: str) -> None:
    entry = decided(brought(PAPER, kinds=(kind,)))
    assert entry.span is None
    assert [v.document for v in entry.versions] == [PAPER]


@pytest.mark.parametrize(("number", "recorded"), [(1, 0), (9, 0), (10, 10), (30, 30)])
def test_one_odd_page_among_many_is_only_itself_odd_but_no_day_of_that_harvest_counts_as_read(
    number: int, recorded: int
) -> None:
    papers = [replace(PAPER, key=str(n)) for n in range(number)]
    entry = decided(brought(*papers, kinds=("changed-shape",)))
    assert (len(entry.versions), entry.span) == (recorded, None)


def test_of_a_harvest_that_was_stopped_the_documents_are_recorded_but_not_the_days() -> None:
    entry = decided(brought(PAPER, stopped=True))
    assert (entry.span, len(entry.versions)) == (None, 1)


@pytest.mark.parametrize("kind", sorted(WARNINGS))
def test_a_warning_takes_nothing_from_what_was_read(kind: str) -> None:
    entry = decided(brought(PAPER, kinds=(kind,)))
    assert entry.span == Span(date(2031, 6, 7), TODAY)
    assert [p.kind for p in entry.problems] == [kind]


def test_no_day_counts_as_read_before_it_has_come() -> None:
    entry = decided(replace(brought(PAPER), until=TODAY + timedelta(days=30)))
    assert entry.span == Span(date(2031, 6, 7), TODAY)


@pytest.mark.parametrize(
    ("number", "days", "kind", "whole"),
    [
        (0, 14, "too-few", False),
        (1, 14, "too-few", False),
        (2, 14, None, True),
        (0, 13, None, True),
        (5, 14, None, True),
        (6, 14, "too-many", True),
        (6, 3, "too-many", True),
        (10, 28, None, True),
        (11, 28, "too-many", True),
    ],
)
def test_far_fewer_documents_than_usual_are_no_quiet_success(
    number: int, days: int, kind: str | None, whole: bool
) -> None:
    verdict = examine(brought(*(replace(PAPER, key=str(n)) for n in range(number)), days=days), CARD)
    assert [p.kind for p in verdict.problems] == ([kind] if kind else [])
    assert (verdict.usable, verdict.whole) == (True, whole)


def test_a_file_that_was_handed_in_is_not_counted() -> None:
    assert examine(brought(), None).whole


# ------------------------------------------------------------------ once, and in one piece


def test_the_same_harvest_twice_adds_nothing_the_second_time() -> None:
    room = Newsroom()
    room.settle(brought(PAPER))
    withdrawn = brought(replace(PAPER, presence=Presence.WITHDRAWN))
    first, again = room.settle(withdrawn), room.settle(withdrawn)
    assert first.versions
    assert [c.kind for c in first.changes] == ["withdrawn"]
    assert (again.versions, again.changes) == ((), ())
    assert not any((again.evidence or {}).values())


def test_the_same_document_twice_in_a_harvest_is_one_version() -> None:
    assert [v.number for v in decided(brought(PAPER, replace(PAPER))).versions] == [1]


def test_two_readings_of_a_document_in_a_harvest_are_two_versions_in_their_order() -> None:
    edited = replace(PAPER, passages=(Passage("answer", "The lamp report is late."),))
    entry = decided(brought(PAPER, edited, PAPER))
    assert [(v.number, v.document) for v in entry.versions] == [(1, PAPER), (2, edited), (3, PAPER)]


def test_a_late_answer_takes_the_place_of_the_holding_one() -> None:
    room = Newsroom()
    room.settle(brought(replace(PAPER, holding=True)))
    final = replace(PAPER, published_on=date(2031, 6, 18))
    room.read(final, on=TODAY)
    assert room.row(date(2031, 6, 17)).status == "overdue"
    assert room.row(TODAY).status == "delivered"


def test_evidence_in_a_text_that_was_corrected_counts_until_the_correction() -> None:
    room = Newsroom()
    room.read(PAPER, on=date(2031, 6, 17))
    corrected = replace(PAPER, passages=(Passage("answer", "The lamp report was not published."),))
    told = room.read(replace(corrected, corrected_on=date(2031, 6, 19)), on=TODAY)
    assert room.row(date(2031, 6, 18)).status == "delivered"
    assert room.row(TODAY).status == "overdue"
    assert sorted(c.kind for c in told) == ["corrected", "status"]


@pytest.mark.parametrize(
    ("presence", "kind"),
    [(Presence.WITHDRAWN, "withdrawn"), (Presence.REDIRECTED, "redirected"), (Presence.GONE, "gone")],
)
def test_withdrawn_redirected_and_gone_are_told_apart_once_each(presence: Presence, kind: str) -> None:
    room = Newsroom()
    room.read(PAPER, on=OUT)
    altered = replace(PAPER, presence=presence)
    assert [c.kind for c in room.read(altered, on=TODAY)] == [kind]
    assert [c.kind for c in room.read(altered, on=TODAY + timedelta(days=1))] == []
    assert [c.kind for c in room.read(PAPER, on=TODAY + timedelta(days=2))] == ["restored"]


def test_what_befalls_a_document_on_which_nothing_rests_is_no_news() -> None:
    room = Newsroom()
    other = b.answer("We like lamps.", OUT)
    room.read(other, on=OUT)
    assert room.read(replace(other, presence=Presence.WITHDRAWN), on=TODAY) == ()


def test_every_register_reads_a_harvest_for_itself() -> None:
    lamps, buoys = (b.register(named=name, digest=name) for name in ("lamps", "buoys"))
    rooms = [Newsroom(register) for register in (lamps, buoys)]
    for room in rooms:
        room.read(PAPER, on=OUT)
    watched = [watched_register(room.ledger, room.subject) for room in rooms]
    held = rooms[0].ledger.latest([(PAPER.source, PAPER.key)])
    entry = decide(held, brought(replace(PAPER, presence=Presence.WITHDRAWN)), None, watched, b.at(TODAY, 20))
    assert sorted(entry.evidence or {}) == ["buoys", "lamps"]
    assert {c.register for c in entry.changes} == {"lamps", "buoys"}
    assert len({c.id for c in entry.changes}) == len(entry.changes)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "c"]), max_size=6),
    st.lists(st.sampled_from(sorted(MISREAD | WARNINGS)), max_size=3),
)
def test_what_is_decided_follows_from_what_was_brought_alone(keys: list[str], kinds: list[str]) -> None:
    harvest = brought(*(replace(PAPER, key=key) for key in keys), kinds=tuple(kinds))
    assert decided(harvest, CARD) == decided(harvest, CARD)


# ------------------------------------------------------------------ files


def test_a_file_vouches_for_each_source_up_to_its_last_document() -> None:
    spoken = b.speech("We like lamps.", date(2031, 6, 10))
    taken = harvests([PAPER, spoken, replace(PAPER, key="q0", published_on=START)], b.at(TODAY))
    assert [(h.source, h.since, h.until, len(h.documents)) for h in taken] == [
        ("written-questions", EVER, OUT, 2),
        ("hansard", EVER, date(2031, 6, 10), 1),
    ]


def test_a_document_of_a_day_to_come_vouches_for_no_day() -> None:
    to_come = replace(PAPER, key="q2", published_on=date(2052, 1, 1))
    (taken,) = harvests([to_come], b.at(TODAY))
    assert taken.until == EVER
    (taken,) = harvests([PAPER, to_come], b.at(TODAY))
    assert taken.until == PAPER.published_on


def test_an_empty_file_vouches_for_nothing() -> None:
    assert harvests([], b.at(TODAY)) == ()

"""Is nothing told in a pass that it takes back itself, in whatever order its sources come, wherever it is killed?"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.changes import Change
from monitor.model.documents import Document
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS
from monitor.pipeline.tick import tell_news
from tests import builders as b
from tests.builders import Newsroom

START, MIDDLE, TODAY = date(2031, 1, 1), date(2031, 5, 20), date(2031, 7, 1)
SOURCES = (HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, GOV_UK)
SENTENCES = (
    "The lamp report was published today.",
    "The lamp report has been superseded by the harbour plan.",
    "The lamp report is delayed; it will now be published by 30 June 2031.",
    "We will publish the lamp report by June.",
    "We intend to publish the lamp report.",
    "We will publish the lamp report in due course.",
    "We have now begun the lamp report.",
)
EACH = settings(max_examples=60, deadline=None)


def newsroom() -> Newsroom:
    return Newsroom(b.register(b.commitment(milestones=(b.milestone(relies_on=SOURCES),))))


def settled(room: Newsroom, order: tuple[str, ...], papers: tuple[Document, ...], until: date) -> None:
    """Settle one harvest of each source, in an order; nothing is told of it yet."""
    for source in order:
        room.settle(b.harvest(*(p for p in papers if p.source == source), source=source, since=START, until=until))


def one_pass(room: Newsroom, order: tuple[str, ...], papers: tuple[Document, ...], until: date) -> tuple[Change, ...]:
    settled(room, order, papers, until)
    return room.wait(until, 21)


days = st.integers(4, (TODAY - b.SAID).days).map(lambda n: b.SAID + timedelta(days=n))
said = st.lists(st.tuples(st.sampled_from(SENTENCES), days, st.sampled_from(SOURCES)), min_size=1, max_size=7)


@st.composite
def papers(draw: st.DrawFn) -> tuple[Document, ...]:
    return tuple(
        replace(b.answer(text, day, f"p{n}"), source=source) for n, (text, day, source) in enumerate(draw(said))
    )


@EACH
@given(papers(), st.permutations(SOURCES), st.permutations(SOURCES), st.sampled_from(SENTENCES))
def test_in_whatever_order_its_sources_are_settled_a_pass_tells_the_same(
    known: tuple[Document, ...], one: list[str], other: list[str], edit: str
) -> None:
    early = tuple(paper for paper in known if paper.published_on <= MIDDLE)
    edited = tuple(
        replace(p, passages=(replace(p.passages[0], text=edit),), corrected_on=TODAY) if p in early[:1] else p
        for p in known
    )
    told = []
    for order in (tuple(one), tuple(other)):
        room = newsroom()
        one_pass(room, order, early, MIDDLE)
        assert not [c for c in room.told() if c.kind == "correction"]
        one_pass(room, order, edited, TODAY)
        told.append(room.told())
    assert told[0] == told[1]


@EACH
@given(papers(), st.permutations(SOURCES))
def test_nothing_that_a_first_pass_tells_is_taken_back_by_it(known: tuple[Document, ...], order: list[str]) -> None:
    room = newsroom()
    told = one_pass(room, tuple(order), known, TODAY)
    turns = [(c.commitment, c.after) for c in told if c.kind == "status"]
    assert "correction" not in [c.kind for c in told]
    assert turns[-1:] == [("lamp-report", room.row(TODAY).status)] or (
        not turns and room.row(TODAY).status == "pending"
    )


def test_a_promise_that_one_source_stops_and_another_was_still_to_be_read_of_is_told_once() -> None:
    room = newsroom()
    given_up = replace(
        b.answer("The lamp report has been superseded by the harbour plan.", date(2031, 5, 1)), source=HANSARD
    )
    for source in (HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, GOV_UK):
        settled(room, (source,), (given_up,), TODAY)
        assert room.told() == ()
    told = [(c.kind, c.after, str(c.at.date())) for c in room.wait(TODAY)]
    assert told == [
        ("made", "pending", "2031-01-16"),
        ("status", "overdue", "2031-04-17"),
        ("supersedes", None, "2031-05-01"),
    ]


@EACH
@given(papers(), st.integers(0, 4), st.integers(0, 9))
def test_what_a_killed_pass_had_settled_is_told_by_the_next_look_with_the_same_days_and_ids(
    known: tuple[Document, ...], read: int, later: int
) -> None:
    killed, whole = newsroom(), newsroom()
    settled(killed, SOURCES[:read], known, TODAY)
    assert killed.told() == ()
    settled(killed, SOURCES, known, TODAY)
    one_pass(whole, SOURCES, known, TODAY)
    assert killed.wait(TODAY + timedelta(days=later), 22) == whole.told() == killed.told()
    assert tell_news(killed.ledger, [killed.subject], b.at(TODAY, 23)) == ()

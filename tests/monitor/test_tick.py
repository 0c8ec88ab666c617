"""Does one tick read a source as far as it should, settle what it brought, and leave nothing half known?"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from monitor.model.documents import Document
from monitor.model.ports import Progress, Watchlist
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Card, Harvest, Problem
from monitor.pipeline.coverage.reading_spans import FIRST_REACH, first_day
from monitor.pipeline.tick import subjects, tell_news, tick, watchlist
from tests import builders as b
from tests.builders import Newsroom

OUT, TODAY = date(2031, 6, 16), date(2031, 6, 20)
PUBLISHED = b.answer("The lamp report was published today.", OUT)
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
    most=50,
)


@dataclass
class FakeSource:
    """A source that brings what it was given, and remembers what it was asked for."""

    brings: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    card: Card = CARD
    asked: list[tuple[date, date, Watchlist]] = field(default_factory=list)

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.asked.append((since, until, watch))
        tell(Progress(self.card.name, len(self.brings), "reading"))
        return b.harvest(*self.brings, since=since, until=until, problems=self.problems)

    async def changed(self, watch: Watchlist) -> bool:
        return True


async def test_a_tick_reads_judges_and_records_and_what_follows_is_told_by_looking_again() -> None:
    room, source, said = Newsroom(), FakeSource((PUBLISHED,)), list[Progress]()
    entry = await tick(
        source, room.ledger, [room.subject], date(2031, 6, 1), clock=lambda: b.at(TODAY, 20), tell=said.append
    )
    assert (entry.changes, room.told()) == ((), ())
    told = tell_news(room.ledger, [room.subject], b.at(TODAY, 21))
    assert [c.after for c in told] == ["pending", "delivered"]
    assert room.told() == told
    assert room.row(TODAY).status == "delivered"
    assert [p.doing for p in said] == ["reading"]
    assert [asked[:2] for asked in source.asked] == [(date(2031, 6, 1), TODAY)]


async def test_a_tick_that_met_only_trouble_tells_nothing_and_leaves_the_days_unread() -> None:
    room, source = Newsroom(), FakeSource((PUBLISHED,), (Problem(WRITTEN_QUESTIONS, "changed-shape", "a wall"),))
    entry = await tick(source, room.ledger, [room.subject], TODAY, clock=lambda: b.at(TODAY, 20), tell=lambda _: None)
    assert entry.changes == ()
    assert room.ledger.coverage().reach(WRITTEN_QUESTIONS) is None
    assert room.ledger.health()[WRITTEN_QUESTIONS].failures == 1


async def test_a_source_is_asked_again_for_the_documents_that_evidence_rests_on() -> None:
    room, source = Newsroom(), FakeSource()
    room.read(PUBLISHED, b.answer("We like lamps.", OUT, "q2"), b.speech("The lamp report was published.", OUT), on=OUT)
    await tick(source, room.ledger, [room.subject], TODAY, clock=lambda: b.at(TODAY, 20), tell=lambda _: None)
    assert source.asked[0][2] == Watchlist((), ("lighthouse",), ("q1",))


def test_registers_that_watch_the_same_things_have_them_looked_at_once() -> None:
    one, two = (replace(b.register(named=n, digest=n), pages=("/a", n), terms=("lamp",)) for n in ("x", "y"))
    found = watchlist(CARD, Newsroom().ledger, subjects([one, two]))
    assert (found.pages, found.terms) == (("/a", "x", "y"), ("lamp",))


@pytest.mark.parametrize(
    ("reach", "wanted", "first"),
    [
        (None, None, TODAY - FIRST_REACH),
        (None, date(2031, 1, 1), date(2031, 1, 1)),
        (date(2031, 6, 19), None, date(2031, 6, 16)),
        (date(2031, 6, 19), date(2031, 6, 18), date(2031, 6, 16)),
        (date(2031, 6, 19), date(2031, 1, 1), date(2031, 1, 1)),
        (date(2031, 3, 1), None, date(2031, 2, 26)),
    ],
)
def test_a_source_is_read_from_where_it_was_left_and_a_little_before(
    reach: date | None, wanted: date | None, first: date
) -> None:
    assert first_day(CARD, reach, wanted, TODAY) == first


def test_a_new_register_reads_all_that_was_read_before_it() -> None:
    room = Newsroom()
    room.read(PUBLISHED, on=TODAY)
    room.register = replace(b.register(), digest="d2", id="buoys")
    told = tell_news(room.ledger, [room.subject], b.at(TODAY, 21))
    assert [c.after for c in told] == ["pending", "overdue", "delivered"]
    assert {c.register for c in told} == {"buoys"}


def test_a_register_that_was_edited_is_judged_anew_and_corrects_what_it_told() -> None:
    room = Newsroom()
    room.read(on=TODAY)
    later = b.due("within a year", date(2032, 1, 16))
    room.register = b.register(b.commitment(due=later, milestones=(b.milestone(due=later),)), digest="d2")
    told = tell_news(room.ledger, [room.subject], b.at(TODAY, 21))
    assert [(c.kind, c.before, c.after) for c in told] == [("correction", "overdue", "pending")]
    assert tell_news(room.ledger, [room.subject], b.at(TODAY, 22)) == ()


def test_the_order_in_which_two_files_are_taken_in_changes_no_board() -> None:
    holding = b.answer("The lamp report is not ready.", date(2031, 6, 10), holding=True)
    final = b.answer("The lamp report was published today.", OUT)
    rooms = []
    for order in ((holding, final), (final, holding)):
        room = Newsroom()
        for paper in order:
            room.read(paper, on=TODAY, sources=(HANSARD, WRITTEN_QUESTIONS))
        rooms.append(room)
    assert rooms[0].row(TODAY).status == rooms[1].row(TODAY).status

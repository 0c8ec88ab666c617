"""Is a board that was worked out before still the one that would be worked out now, whatever happened meanwhile?"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.model.boards import Board
from monitor.model.commitments import Register, RulingKind
from monitor.model.documents import Document
from monitor.model.ports import Entry, Ledger
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Problem, Span
from monitor.pipeline.board_cache import BoardCache
from monitor.pipeline.board_packing import pack, unpack
from monitor.pipeline.register_cache import RegisterCache
from monitor.pipeline.service import Service
from monitor.pipeline.tick import facts_of, record_harvest, subjects
from monitor.status.judgement import board_of_day
from state.ledger import open_ledger
from tests import builders as b
from tests.fakes import MemoryLedger

START = date(2031, 4, 10)
DAY = timedelta(days=1)
SENTENCES = (
    "The lamp report was published today.",
    "The lamp report will be published by the end of July 2031.",
    "We are working on the lamp report.",
    "The lamp report will not be published.",
    "We aim to publish the lamp report.",
)


@dataclass
class World:
    """A state, a clock and registers, and two who look at them: one who keeps boards, one who never does."""

    ledger: Ledger
    today: date = START
    registers: tuple[Register, ...] = (
        b.register(),
        b.register(b.commitment("mast-report"), named="masts", digest="m1"),
    )
    cache: BoardCache = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A new process: only what the ledger keeps is left."""
        self.cache = BoardCache(self.ledger, RegisterCache.of(self.registers), worth=0)

    def publish(self, key: int, sentence: int, source: str) -> None:
        written = b.speech if source == HANSARD else b.answer
        paper = written(SENTENCES[sentence], self.today, f"k{key}")
        self.settle((paper,), source, self.today, Span(self.today, self.today))

    def read(self, source: str, back: int) -> None:
        """Days are read that bring nothing."""
        self.settle((), source, self.today - back * DAY, Span(self.today - back * DAY, self.today))

    def settle(self, papers: tuple[Document, ...], source: str, since: date, span: Span) -> None:
        brought = b.harvest(*papers, source=source, since=since, until=span.until)
        record_harvest(None, brought, self.ledger, subjects(self.registers), self.now)

    def fail(self, source: str) -> None:
        tried = Span(self.today - DAY, self.today)
        trouble = (Problem(source, "unreachable", "no answer"),)
        self.ledger.record(Entry(source, self.now, None, problems=trouble, tried=tried))

    def rule(self, kind: RulingKind, nth: int) -> None:
        document = (HANSARD, f"k{nth}") if kind in (RulingKind.ACCEPT, RulingKind.REJECT) else None
        ruling = b.ruling(f"r{nth}", kind=kind, on=self.today, document=document, decided_at=self.now)
        self.ledger.rule("lamps", ruling)

    def wait(self, days: int) -> None:
        """The clock goes on, or is set back."""
        self.today += days * DAY

    def edit(self, latest: int) -> None:
        due = b.due(latest=START + latest * DAY)
        promise = b.commitment(due=due, milestones=(b.milestone(due=due),))
        self.registers = (b.register(promise, digest=f"edited-{latest}"), *self.registers[1:])
        self.restart()

    def tell(self) -> None:
        """A scan ends: what follows is told, and its rows are kept."""
        Service(self.registers, self.ledger, (), lambda: self.now, holder="tests").look_again()
        keep = self.cache.keeping(self.today)
        for subject in subjects(self.registers):
            keep(facts_of(self.ledger, subject, self.today))

    def put_right(self) -> None:
        self.ledger.put_right(self.now)

    @property
    def now(self) -> datetime:
        return datetime(self.today.year, self.today.month, self.today.day, 9, tzinfo=UTC)

    def fresh(self, day: date, *, rulings: bool = True) -> Board:
        every = [facts_of(self.ledger, subject, self.today) for subject in subjects(self.registers)]
        kept = [facts if rulings else facts.without_rulings() for facts in every]
        return Board(day, tuple(row for facts in kept for row in board_of_day(facts, day).rows))

    def agrees(self) -> None:
        for day in (self.today, self.today - 7 * DAY, self.today):
            for rulings in (True, False):
                assert self.cache.board(day, self.today, rulings=rulings) == self.fresh(day, rulings=rulings)


Act = Callable[[World], None]
SOURCES = st.sampled_from((HANSARD, WRITTEN_QUESTIONS))
ACTS = st.one_of(
    st.builds(lambda k, s, of: lambda w: w.publish(k, s, of), st.integers(0, 2), st.integers(0, 4), SOURCES),
    st.builds(lambda of, back: lambda w: w.read(of, back), SOURCES, st.integers(0, 120)),
    st.builds(lambda of: lambda w: w.fail(of), SOURCES),
    st.builds(lambda kind, n: lambda w: w.rule(kind, n), st.sampled_from(list(RulingKind)), st.integers(0, 2)),
    st.builds(lambda days: lambda w: w.wait(days), st.sampled_from((-3, 1, 2, 8, 40))),
    st.builds(lambda latest: lambda w: w.edit(latest), st.integers(0, 60)),
    st.just(World.tell),
    st.just(World.restart),
    st.just(World.put_right),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=9))
def test_whatever_is_done_a_kept_board_is_the_one_that_would_be_worked_out(acts: list[Act]) -> None:
    world = World(MemoryLedger())
    world.agrees()
    for act in acts:
        act(world)
        world.agrees()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=3, max_size=7))
def test_so_it_is_with_a_state_on_the_disk_and_another_process_that_writes(tmp_path: Path, acts: list[Act]) -> None:
    place = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    ours, theirs = open_ledger(str(place)), open_ledger(str(place))
    world = World(ours)
    for act in acts:
        world.ledger = theirs
        act(world)
        world.ledger = ours
        world.restart()
        world.agrees()
    ours.close()
    theirs.close()


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A state in a file, with a document that tells of progress."""
    made = World(open_ledger(str(tmp_path / "kept.sqlite")))
    made.read(HANSARD, 120)
    made.read(WRITTEN_QUESTIONS, 120)
    made.publish(1, 2, HANSARD)
    return made


def test_days_read_that_brought_nothing_turn_a_kept_board(world: World) -> None:
    world.wait(20)
    assert world.cache.board(world.today, world.today).rows[0].status == "pending"
    world.read(HANSARD, 60)
    world.read(WRITTEN_QUESTIONS, 60)
    assert world.cache.board(world.today, world.today).rows[0].status == "overdue"


def test_another_process_takes_what_was_kept_and_asks_for_no_evidence(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.cache.board(world.today, world.today)
    world.restart()
    asked: list[str] = []

    def evidence(_ledger: Ledger, digest: str, _one: str | None = None) -> tuple[()]:
        asked.append(digest)
        return ()

    monkeypatch.setattr(type(world.ledger), "evidence", evidence)
    assert world.cache.board(world.today, world.today) == before
    assert asked == []
    world.cache.board(world.today - DAY, world.today)
    assert asked


def test_what_a_scan_told_is_there_for_the_next_to_look(world: World) -> None:
    world.tell()
    name = world.cache._name("d1")
    assert world.ledger.kept_rows(name, world.cache._follows_from(world.today)) is not None
    world.restart()
    world.agrees()


def test_few_pieces_of_evidence_are_weighed_anew_and_nothing_is_kept(world: World) -> None:
    cache = BoardCache(world.ledger, RegisterCache.of(world.registers), worth=2)
    cache.board(world.today, world.today)
    assert world.ledger.kept_rows(cache._name("d1"), cache._follows_from(world.today)) is None


def test_nothing_is_kept_where_something_was_recorded_meanwhile(world: World) -> None:
    keep = world.cache.keeping(world.today)
    facts = facts_of(world.ledger, subjects(world.registers)[0], world.today)
    world.publish(2, 0, HANSARD)
    keep(facts)
    world.restart()
    world.agrees()
    assert world.cache.board(world.today, world.today).rows[0].status == "delivered"


def test_rows_come_back_as_they_were_whatever_stands_in_them() -> None:
    promise = b.commitment(milestones=(b.milestone(), b.milestone("step", step=True)))
    cited = b.citation(b.document("q2", published_on=date(2031, 5, 2)))
    pieces = (
        b.evidence(
            quote="The “lamp report” — 電灯 — was published\u2028on 2 May.",
            document=cited,
            happened_on=date(2031, 5, 2),
        ),
        replace(b.evidence(document=b.citation(b.document("q3")), milestone="step"), happened_on=None),
    )
    moved = b.ruling("r1", kind=RulingKind.MOVED, on=date(2031, 4, 2), due=b.due("by June", date(2031, 6, 30)))
    stop = b.ruling("r2", kind=RulingKind.DROPPED, on=date(2031, 6, 2), milestone=None)
    for rulings in ((), (moved,), (moved, stop)):
        for evidence in ((), pieces, pieces[1:]):
            facts = b.facts(promise, evidence=evidence, rulings=rulings)
            rows = board_of_day(facts, date(2031, 7, 1)).rows
            assert unpack(facts.register, pack(rows)) == rows


@pytest.mark.parametrize("packed", [b"", b"x", pack(())[:-3], pack((b.row(b.commitment("other")),))])
def test_what_is_no_rows_of_the_register_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        unpack(b.register(), packed)

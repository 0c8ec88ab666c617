"""A register, a ledger in memory and what was read into it: the whole of the thinking, without the outside."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from monitor.model.boards import Board, Row
from monitor.model.changes import Change
from monitor.model.commitments import Commitment, Register, Ruling
from monitor.model.documents import Document
from monitor.model.evidence import Evidence
from monitor.model.ports import Entry
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Coverage, Harvest, Problem, Span
from monitor.pipeline.tick import Subject, facts_of, record_harvest, subjects, tell_news
from monitor.status.facts import Facts, gather
from monitor.status.judgement import board_of_day
from tests.builders import promises
from tests.builders.promises import at
from tests.fakes import MemoryLedger

START = date(2031, 1, 1)
RELIED = (HANSARD, WRITTEN_QUESTIONS)


@dataclass
class Newsroom:
    """Reads harvests into a ledger; each `read` is a sound look at every source relied on, unless told otherwise."""

    register: Register = field(default_factory=promises.register)
    ledger: MemoryLedger = field(default_factory=MemoryLedger)

    @property
    def subject(self) -> Subject:
        return subjects([self.register])[0]

    def read(
        self, *documents: Document, on: date, since: date = START, sources: Iterable[str] = RELIED
    ) -> tuple[Change, ...]:
        """Settle a harvest of each source at eight in the evening, then look again; return what was told."""
        wanted = dict.fromkeys([*sources, *(d.source for d in documents)])
        entries = [
            self.settle(harvest(*(d for d in documents if d.source == source), source=source, since=since, until=on))
            for source in wanted
        ]
        return (*(change for entry in entries for change in entry.changes), *self.wait(on, 20))

    def settle(self, brought: Harvest) -> Entry:
        return record_harvest(None, brought, self.ledger, [self.subject], brought.ended)

    def wait(self, day: date, hour: int = 4) -> tuple[Change, ...]:
        """Return what the daily review tells."""
        return tell_news(self.ledger, [self.subject], at(day, hour))

    def rule(self, *rulings: Ruling) -> None:
        for ruling in rulings:
            self.ledger.rule(self.register.id, ruling)

    def board(self, as_of: date) -> Board:
        return board_of_day(facts_of(self.ledger, self.subject), as_of)

    def row(self, as_of: date) -> Row:
        return self.board(as_of).rows[0]

    def told(self) -> tuple[Change, ...]:
        return tuple(t.change for t in self.ledger.changes(self.register.id))


def harvest(
    *documents: Document,
    source: str = WRITTEN_QUESTIONS,
    since: date = START,
    until: date = date(2031, 6, 16),
    problems: tuple[Problem, ...] = (),
    stopped: bool = False,
) -> Harvest:
    ended = at(until, 20)
    return Harvest(source, since, until, ended, ended, documents, problems, stopped)


def coverage(until: date, *, since: date = START, sources: Iterable[str] = RELIED) -> Coverage:
    return Coverage.of((source, Span(since, until)) for source in sources)


def facts(
    *commitments: Commitment,
    evidence: Iterable[Evidence] = (),
    rulings: Iterable[Ruling] = (),
    coverage: Coverage | None = None,
    replaced: dict[tuple[str, str, int], date] | None = None,
) -> Facts:
    """Return facts that were read without a gap to the end of 2031, unless a coverage is given."""
    held = coverage if coverage is not None else _coverage(date(2031, 12, 31))
    return gather(promises.register(*commitments), evidence, rulings, held, replaced or {})


# The same factory under a name that no argument above takes.
_coverage = coverage

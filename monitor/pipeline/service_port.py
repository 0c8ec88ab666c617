"""What can be asked of bywhen? The one service that commands and screens go to; wiring staffs it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from monitor.deadlines.parliament_calendar import Calendar
from monitor.model.boards import Board
from monitor.model.changes import Change
from monitor.model.commitments import Register, Ruling
from monitor.model.contexts import Setting
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.evidence import Evidence
from monitor.model.ports import Progress, Told
from monitor.model.sources import Problem, SourceHealth, Span
from monitor.pipeline.coverage.harvest_check import HEEDED
from monitor.pipeline.ruling_drafts import Decided, Decision
from monitor.status.agreement import Agreement
from monitor.status.review_queue import Suggestion

if TYPE_CHECKING:
    from monitor.judging.explaining.explanation import Explained
    from monitor.model.documents import Version


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What one pass over the sources came to, for each source tried and all together."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    read: tuple[str, ...]
    failed: tuple[str, ...]
    documents: int
    unread: tuple[tuple[str, Span], ...] = ()
    """Of sources that did not fail now: the days that failed before, and were not read since."""

    @property
    def sound(self) -> bool:
        """Whether each source was read, with no days owed, and nothing failed that is told though the days count."""
        return not (self.failed or self.unread) and not any(problem.kind in HEEDED for problem in self.problems)


class BrokenScanError(Exception):
    """Some sources raised exceptions, bugs of ours: they are its cause. `result`: what was read all the same."""

    def __init__(self, result: ScanResult) -> None:
        super().__init__(f"what was read of {', '.join(result.failed)} is not all recorded")
        self.result = result


class SittingDays(Protocol):
    """On which days the Houses sit, by Parliament's calendar, and how that is asked for anew."""

    def rest(self, day: date) -> bool:
        """Return whether nothing new of a sitting is to come on a day."""

    async def fetch(self, today: date) -> Calendar | Problem:
        """Ask for the calendar and return it, or what went wrong."""

    async def refresh(self, today: date) -> Problem | None:
        """Fetch and keep the calendar unless it is of today; return what went wrong."""


class ServicePort(Protocol):
    """The questions. Those that are not async read the state and may take a second: call them from a worker thread."""

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers in use."""
        ...

    def now(self) -> datetime:
        """Return the time it is, in UTC."""
        ...

    def today(self) -> date:
        """Return the day it is in London."""
        ...

    def stamp(self) -> str:
        """Return a text that is another one as soon as anything that is shown may be: ask it every second or two.

        It moves when anything is recorded, ruled, told or tried, by whatever process; when a scan begins or ends; when
        the file of a register, the configuration or the calendar is written; and when the day turns. It costs a few
        small queries. Equal stamps mean that nothing need be asked again; raises UserError where the state is gone.
        """
        ...

    def board(self, as_of: date | None = None, *, rulings: bool = True) -> Board:
        """Return the board of a day, today's when None."""
        ...

    def dossier(self, commitment: str, as_of: date | None = None, *, rulings: bool = True) -> Dossier:
        """Return all there is on a commitment; raise UserError when no register has it."""
        ...

    def evidence(self, commitment: str | None = None) -> tuple[Weighed, ...]:
        """Return every piece of evidence, oldest first."""
        ...

    def changes(self, since: date | None = None) -> tuple[Told, ...]:
        """Return what changed, oldest first."""
        ...

    def health(self) -> tuple[SourceHealth, ...]:
        """Return how each source has been, tried or not."""
        ...

    def counts(self) -> dict[str, int]:
        """Return the number of documents held, by source."""
        ...

    def rule(self, ruling: Ruling) -> tuple[Change, ...]:
        """Record a ruling and return what it changed."""
        ...

    # What a promise's page, deciding and review ask besides (monitor.pipeline.page_questions)

    def setting(self, evidence: Evidence) -> Setting | None:
        """Return the text around a piece's sentence; None where it is a title, or the document is not held."""
        ...

    def explanation(self, evidence: Evidence) -> "tuple[Version, tuple[Explained, ...]]":
        """Return why a piece's document was judged as it was for its commitment; UserError where it is not held."""
        ...

    def suggestions(self, reviewer: str | None = None, commitment: str | None = None) -> tuple[Suggestion, ...]:
        """Return what waits for a person, the weightiest first; with a name, for one who judges blind."""
        ...

    def agreements(self) -> tuple[Agreement, ...]:
        """Return how each two people agree on what both judged blind."""
        ...

    def decide(self, said: Decision) -> Decided:
        """Record what a person decided and return it with what it changed; UserError where it can't be recorded."""
        ...

    async def scan(
        self, sources: Sequence[str], since: date | None, tell: Callable[[Progress | Problem | Change], None]
    ) -> ScanResult:
        """Make one pass over the sources named (all when empty), telling progress, problems and changes.

        Where a source raises, the others are read and told of, and then BrokenScanError is raised.
        """
        ...

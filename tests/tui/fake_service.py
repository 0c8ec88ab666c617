"""A service that answers what a test laid on it, and can be slow, fail, or scan for ever."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from monitor.judging.explaining.explanation import Explained
from monitor.model.boards import Board
from monitor.model.changes import Change
from monitor.model.commitments import Register, Ruling, RulingKind
from monitor.model.contexts import Setting
from monitor.model.documents import Version
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence
from monitor.model.ports import Progress, Told
from monitor.model.sources import Problem, SourceHealth
from monitor.pipeline.ruling_drafts import Decided, Decision
from monitor.pipeline.service_port import ScanResult
from monitor.status.agreement import Agreement
from monitor.status.review_queue import Suggestion
from tests import builders as a

TODAY = date(2031, 6, 16)


@dataclass
class FakeService:
    """`said`: what a scan tells; `hold`: a scan waits for it; `wrong`: what each question raises instead."""

    registers: tuple[Register, ...] = ()
    rows: Board = field(default_factory=lambda: a.board(a.row(), as_of=TODAY))
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    sources: tuple[SourceHealth, ...] = field(default_factory=lambda: (a.health(),))
    held: dict[str, int] = field(default_factory=lambda: {"hansard": 12})
    said: tuple[Progress | Problem | Change, ...] = ()
    result: ScanResult = field(default_factory=lambda: ScanResult((), (), ("hansard",), (), 0))
    wrong: UserError | None = None
    wrong_scan: Exception | None = None
    hold: asyncio.Event | None = None
    gate: threading.Event | None = None
    settings: dict[str, Setting] = field(default_factory=dict)
    waiting: tuple[Suggestion, ...] = ()
    agreeing: tuple[Agreement, ...] = ()
    decisions: list[Decision] = field(default_factory=list)
    wrong_decision: UserError | None = None
    asked: list[str] = field(default_factory=list)
    stamped: str = "1"
    scans: int = 0
    scanned: list[tuple[str, ...]] = field(default_factory=list)
    cleaned_up: bool = False

    def now(self) -> datetime:
        return datetime.combine(TODAY, time(12), tzinfo=UTC)

    def today(self) -> date:
        return TODAY

    def stamp(self) -> str:
        return self.stamped

    def board(self, as_of: date | None = None, *, rulings: bool = True) -> Board:
        self._ask(f"board {as_of}")
        return self.rows if as_of is None else Board(as_of, self.rows.rows)

    def dossier(self, commitment: str, as_of: date | None = None, *, rulings: bool = True) -> Dossier:
        self._ask(f"dossier {commitment} {as_of}")
        if commitment not in self.dossiers:
            raise UserError(f"no commitment is called {commitment}", "bywhen status lists them")
        return self.dossiers[commitment]

    def evidence(self, commitment: str | None = None) -> tuple[Weighed, ...]:
        return ()

    def changes(self, since: date | None = None) -> tuple[Told, ...]:
        self._ask("changes")
        return self.told

    def health(self) -> tuple[SourceHealth, ...]:
        return self.sources

    def counts(self) -> dict[str, int]:
        return self.held

    def rule(self, ruling: Ruling) -> tuple[Change, ...]:
        return ()

    def setting(self, evidence: Evidence) -> Setting | None:
        self._ask(f"setting {evidence.quote}")
        return self.settings.get(evidence.quote)

    def explanation(self, evidence: Evidence) -> tuple[Version, tuple[Explained, ...]]:
        self._ask(f"explanation {evidence.quote}")
        return a.version(), ()

    def suggestions(self, reviewer: str | None = None, commitment: str | None = None) -> tuple[Suggestion, ...]:
        self._ask(f"suggestions {reviewer}")
        answered = {d.evidence for d in self.decisions if d.evidence}
        return tuple(one for one in self.waiting if one.evidence not in answered)

    def agreements(self) -> tuple[Agreement, ...]:
        return self.agreeing

    def decide(self, said: Decision) -> Decided:
        if self.wrong_decision:
            raise self.wrong_decision
        self.decisions.append(said)
        if said.kind is RulingKind.TAKEN_BACK:
            self.decisions = [d for d in self.decisions if f"r{id(d)}" != said.takes_back]
        more: dict[str, Any] = {"blind": said.blind, "relation": said.relation, "takes_back": said.takes_back}
        ruling = a.ruling(f"r{id(said)}", commitment=said.commitment, kind=said.kind, by=said.by, **more)
        return Decided(ruling, ())

    async def scan(
        self, sources: Sequence[str], since: date | None, tell: Callable[[Progress | Problem | Change], None]
    ) -> ScanResult:
        self.scans += 1
        self.scanned.append(tuple(sources))
        if self.wrong_scan:
            raise self.wrong_scan
        for what in self.said:
            tell(what)
        try:
            if self.hold:
                await self.hold.wait()
        finally:
            await asyncio.sleep(0)
            self.cleaned_up = True
        return self.result

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if self.gate:
            self.gate.wait(5)
        if self.wrong:
            raise self.wrong

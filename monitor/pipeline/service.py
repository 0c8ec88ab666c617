"""Who answers at the service? Boards and dossiers from the ledger, scans with the sources, rulings written down."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from monitor.model.boards import Board
from monitor.model.changes import Change, in_order
from monitor.model.commitments import Register, Ruling
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.errors import UserError
from monitor.model.incumbents import incumbent
from monitor.model.london import london_day
from monitor.model.ports import Clock, Ledger, Source, Told
from monitor.model.sources import GOV_UK, Harvest, SourceHealth
from monitor.pipeline.backfill import Tell, backfill
from monitor.pipeline.board_cache import BoardCache
from monitor.pipeline.coverage.clock_check import ahead_of_services, behind
from monitor.pipeline.page_questions import PageQuestions
from monitor.pipeline.register_cache import RegisterCache
from monitor.pipeline.scan_leases import LEASE_SECONDS, LOOP_LEASE, SCAN_LEASE, Leases
from monitor.pipeline.scan_outcome import NOT_READ, READ, Read, over, result, unbroken
from monitor.pipeline.service_port import ScanResult, SittingDays
from monitor.pipeline.source_groups import ended, in_turn
from monitor.pipeline.tick import Subject, facts_of, record_harvest, tell_news
from monitor.pipeline.watermark import NOTE, watermark
from monitor.status.facts import Case, Facts
from monitor.status.judgement import row_of_day
from monitor.status.review_queue import disclosed
from monitor.status.ruling_checks import refuse_no_successor, refuse_pointless

__all__ = ["NOT_READ", "READ", "Service", "Tell"]


class Service(PageQuestions):
    """A monitor.pipeline.service_port.ServicePort over a ledger and sources."""

    def __init__(
        self,
        registers: tuple[Register, ...] | RegisterCache,
        ledger: Ledger,
        sources: tuple[Source, ...],
        clock: Clock,
        *,
        holder: str,
        gone: Callable[[str], bool] = lambda _holder: False,
        sittings: SittingDays | None = None,
        lease: float = LEASE_SECONDS,
    ) -> None:
        """`holder` is our name in leases; `gone` says whether the process of such a name has ended for sure.

        `lease`: the seconds that a lease lasts when nobody renews it.
        """
        self.sittings = sittings
        self._shelf = registers if isinstance(registers, RegisterCache) else RegisterCache.of(registers)
        self.sources = {s.card.name: s for s in sources}
        self.ledger = ledger
        self.clock = clock
        self._leases = Leases(ledger, clock, holder, gone, lease)
        self._boards = BoardCache(ledger, self._shelf)

    @property
    def registers(self) -> tuple[Register, ...]:
        """The registers, read when they are first needed; raises UserError where one is not sound."""
        return self._shelf.registers()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the registers' files, in the registers' order; raises UserError where they are no files."""
        if self._shelf.texts is None:
            raise UserError("These registers were not read from files.", "name their files with --register")
        return self._shelf.texts

    @property
    def interest(self) -> str:
        """What stands for registers and rules together: another text when one of them is altered."""
        return self._shelf.interest

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The registers with their words made ready, once."""
        return self._shelf.subjects()

    def now(self) -> datetime:
        """Return the time it is, in UTC."""
        return self.clock()

    def today(self) -> date:
        """Return the day it is in London."""
        return london_day(self.clock())

    def stamp(self) -> str:
        """Return what is another text as soon as anything that is shown may be, by whoever wrote it."""
        return f"{self.today()} {self._shelf.stamp()} {self.ledger.stamp()}"

    def board(self, as_of: date | None = None, *, rulings: bool = True) -> Board:
        """Return the board of a day, today's when None."""
        return self._boards.board(as_of or self.today(), self.today(), rulings=rulings)

    def dossier(self, commitment: str, as_of: date | None = None, *, rulings: bool = True) -> Dossier:
        """Return all there is on a commitment; raise UserError when no register has it, or had it by that day."""
        day = as_of or self.today()
        case = self.case(commitment, rulings=rulings)
        if case.commitment.made_on > day:
            made = f"{commitment} was not promised until {case.commitment.made_on}."
            raise UserError(made, "give that day or a later one")
        newest = lambda w: (w.evidence.document.since, w.evidence.strength)  # noqa: E731 - it is asked once
        visible = sorted(case.visible(day), key=newest, reverse=True)
        ruled = tuple(sorted((r for r in disclosed(case.every_ruling) if r.first <= day), key=lambda r: r.on))
        told = tuple(t for t in self.changes() if t.change.commitment == commitment and t.change.at.date() <= day)
        page = case.commitment.post.page if day == self.today() else None
        held = self.ledger.latest([(GOV_UK, page)]) if page else {}
        return Dossier(row_of_day(case, day), tuple(visible), ruled, told, incumbent(next(iter(held.values()), None)))

    def evidence(self, commitment: str | None = None) -> tuple[Weighed, ...]:
        """Return every piece of evidence that stands today, rejected ones too, oldest first."""
        every = (case for facts in self._facts() for case in facts.cases())
        cases, today = every if commitment is None else (self.case(commitment),), self.today()
        standing = (w for c in cases for w in c.weighed if not c.replaced_by(w.evidence, today))
        return tuple(sorted(standing, key=lambda w: (w.evidence.document.since, w.evidence.document.key)))

    def changes(self, since: date | None = None) -> tuple[Told, ...]:
        """Return what happened or was told since a day, oldest first."""
        told = (t for r in self.registers for t in self.ledger.changes(r.id))
        kept = (t for t in told if since is None or t.since(since))
        return tuple(sorted(kept, key=lambda t: in_order(t.change)))

    def health(self) -> tuple[SourceHealth, ...]:
        """Return how each source has been, tried or not."""
        known = self.ledger.health(self.today())
        names = dict.fromkeys([*self.sources, *known])
        return tuple(known.get(n) or SourceHealth(n, None, None, None, 0, ()) for n in names)

    def counts(self) -> dict[str, int]:
        """Return the number of documents held, by source."""
        return self.ledger.counts()

    def rule(self, ruling: Ruling) -> tuple[Change, ...]:
        """Record a ruling and return what it changed; raise UserError when it is about nothing that is known.

        While a scan is under way nothing is told of what is half read: the scan tells it when it ends.
        """
        register = self._shelf.subject_of(ruling.commitment).register
        refuse_no_successor((c.id for c in register.commitments), ruling)
        refuse_pointless(self.case(ruling.commitment), ruling)
        self.ledger.rule(register.id, ruling)
        return () if self.scanning() else self.look_again()

    def look_again(self) -> tuple[Change, ...]:
        """Return what follows from all that is held and was not told before; it is recorded as told.

        That is nothing where the clock is behind the newest day that was told: see `amiss`.
        """
        if self._behind():
            return ()
        done = self._all_told()  # of before we look: what others record meanwhile is not in it
        now = self.clock()
        told = tell_news(self.ledger, self.subjects, now, self._boards.keeping(london_day(now)))
        self.ledger.remember(NOTE, done, self.clock())
        return told

    def amiss(self) -> tuple[str, ...]:
        """Return what is wrong with the clock or the state itself, a line each."""
        return (*filter(None, (self._behind(), self.ahead())), *self.ledger.damaged(self.clock()))

    def ahead(self) -> str | None:
        """Return what to say where the last scan found our clock ahead of the services' own, else None."""
        return ahead_of_services(self.ledger, self.today())

    def _behind(self) -> str | None:
        return behind(self.ledger, lambda: [register.id for register in self.registers], self.today())

    def _review(self) -> tuple[Change, ...]:
        """Look again, unless all was told: nothing was recorded, and neither clock nor register turned since."""
        return () if self.ledger.recall(NOTE) == self._all_told() else self.look_again()

    def _all_told(self) -> str:
        return watermark(self.today(), self.interest, self.ledger.recorded())

    def ingest(self, harvests: Iterable[Harvest]) -> ScanResult:
        """Record what a file brought, as if its sources had sent it in one pass."""
        with self._leases.scan():
            entries = [record_harvest(None, one, self.ledger, self.subjects, self.clock()) for one in harvests]
            return result(entries, self.look_again())

    async def scan(self, sources: Sequence[str], since: date | None, tell: Tell) -> ScanResult:
        """Make one pass over the sources named (all when empty), those of one host after each other.

        A source that raises keeps no other from being read, nor what was read from being told; then comes
        BrokenScanError.
        """
        chosen = [self._source(name) for name in (sources or self.sources)]
        with self._leases.scan():
            beating = asyncio.ensure_future(self._leases.renew_scan())
            passes = [asyncio.ensure_future(self._pass(source, since, tell)) for source in in_turn(chosen)]
            try:
                done = await asyncio.gather(*passes)
                entries = [entry for read in done if isinstance(read, tuple) for entry in read]
                reviewed = await asyncio.to_thread(self._review)
            finally:
                await ended(beating, *passes)
        unread = tuple((h.source, failed.span) for h in self.health() for failed in h.unread)
        if not all(e.span for e in entries):
            self.ledger.remember(SCAN_LEASE, "[]", self.clock())
        elif {e.source for e in entries} == set(self.sources) and not unread:
            note = json.dumps([str(self.today()), self.interest, list(self.sources)])
            self.ledger.remember(SCAN_LEASE, note, self.clock())
        for change in reviewed:
            tell(change)
        return unbroken(entries, reviewed, dict(zip((s.card.name for s in chosen), done, strict=True)), unread)

    async def _pass(self, source: Source, since: date | None, tell: Tell) -> Read:
        """Raises UserError where the state itself can't be used: then nobody need go on."""
        try:
            read = await backfill(source, self.ledger, self, since, clock=self.clock, tell=tell)
        except UserError:
            raise
        except Exception as bug:  # noqa: BLE001 - it goes up once the others are read
            return bug
        tell(over(read))
        return read

    def lead(self) -> bool:
        """Take or renew the right to scan on a schedule; False while a loop elsewhere has it."""
        return self._leases.take(LOOP_LEASE)

    def step_down(self) -> None:
        """Give the right to scan on a schedule back."""
        self._leases.give_back(LOOP_LEASE)

    def scanning(self) -> bool:
        """Return whether a scan is under way, ours or another's that is not known to have ended."""
        return self._leases.scanning()

    def _facts(self) -> Iterator[Facts]:
        """Yield the facts of each register: whoever needs one after the other need not hold them all."""
        return (facts_of(self.ledger, subject, self.today()) for subject in self.subjects)

    def case(self, commitment: str, *, rulings: bool = True) -> Case:
        """Return what is known of a commitment; raise UserError when no register has it."""
        subject = self._shelf.subject_of(commitment)
        facts = facts_of(self.ledger, subject, self.today(), commitment)
        promise = next(c for c in subject.register.commitments if c.id == commitment)
        return (facts if rulings else facts.without_rulings()).case(promise)

    def _source(self, name: str) -> Source:
        if name not in self.sources:
            raise UserError(f"There is no source called {name}.", f"The sources are: {', '.join(self.sources)}.")
        return self.sources[name]

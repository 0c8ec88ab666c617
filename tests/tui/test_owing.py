"""Is all told in the end that was recorded, and nothing while a scan is half way, whoever is killed meanwhile?"""

import asyncio
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.model.commitments import RulingKind
from monitor.model.documents import Document
from monitor.model.errors import UserError
from monitor.model.ports import Entry, Progress, Watchlist
from monitor.model.sources import HANSARD, WRITTEN_QUESTIONS, Card, Harvest
from monitor.pipeline.scan_leases import SCAN_LEASE
from monitor.pipeline.service import Service
from monitor.pipeline.tick import record_harvest
from monitor.pipeline.watermark import NOTE, watermark
from tests import builders as b
from tests.fakes import MemoryLedger

OUT, NOW = date(2031, 6, 16), datetime(2031, 6, 16, 20, tzinfo=UTC)
SPOKEN, PUBLISHED = (say("The lamp report was published today.", OUT) for say in (b.speech, b.answer))


class StillSource:
    """A source that brings what it was given, and then shows that nothing moves; `hold`: what a harvest waits for."""

    def __init__(self, name: str, *found: Document, hold: asyncio.Event | None = None) -> None:
        day = timedelta(days=1)
        self.card = Card(name, name, f"https://{name}.example.org", "", "", day, 0, day, 0, 99)
        self.found, self.hold, self.begun = found, hold, asyncio.Event()

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.begun.set()
        if self.hold:
            await self.hold.wait()
        return Harvest(self.card.name, since, until, NOW, NOW, self.found)

    async def changed(self, watch: Watchlist) -> str:
        return "the same"


def staffed(*sources: StillSource, ledger: MemoryLedger | None = None, holder: str = "us") -> Service:
    return Service((b.register(),), ledger or MemoryLedger(), sources, lambda: NOW, holder=holder)


def quiet(_told: object) -> None:
    """Hear nothing."""


async def scanned(service: Service) -> list[str]:
    return [c.kind for c in (await service.scan((), date(2031, 1, 1), quiet)).changes]


async def test_a_scan_tells_what_follows_from_all_its_sources_together() -> None:
    service, told = staffed(StillSource(HANSARD, SPOKEN), StillSource(WRITTEN_QUESTIONS, PUBLISHED)), list[object]()
    result = await service.scan((), date(2031, 1, 1), told.append)
    assert [(c.kind, c.after) for c in result.changes] == [
        ("made", "pending"),
        ("status", "overdue"),
        ("status", "delivered"),
    ]
    assert [t for t in told if t in result.changes] == list(result.changes), "only when all was read"
    assert told[-3:] == list(result.changes)


async def test_what_a_killed_scan_had_settled_is_told_by_the_next_though_nothing_has_moved() -> None:
    service = staffed(StillSource(HANSARD), StillSource(WRITTEN_QUESTIONS))
    assert await scanned(service) == ["made", "status"]
    assert await scanned(service) == []
    taken = b.harvest(PUBLISHED, until=OUT)
    record_harvest(None, taken, service.ledger, service.subjects, NOW)  # and killed here
    assert await scanned(service) == ["status"]
    assert await scanned(service) == []
    assert [(str(t.change.at.date()), t.change.after) for t in service.changes()] == [
        ("2031-01-16", "pending"),
        ("2031-04-17", "overdue"),
        ("2031-06-16", "delivered"),
    ]


@pytest.mark.parametrize("holder", ["us", "them"])
async def test_a_ruling_typed_while_a_scan_runs_is_recorded_at_once_and_told_when_the_scan_ends(holder: str) -> None:
    hold = asyncio.Event()
    service = staffed(StillSource(HANSARD, SPOKEN), StillSource(WRITTEN_QUESTIONS, hold=hold))
    typing = staffed(ledger=service.ledger, holder=holder)  # type: ignore[arg-type]  # the same one
    scan = asyncio.ensure_future(service.scan((), date(2031, 1, 1), quiet))
    await service.sources[WRITTEN_QUESTIONS].begun.wait()  # type: ignore[attr-defined]  # a source of ours
    assert typing.rule(b.ruling(kind=RulingKind.PROGRESS, on=OUT, milestone=None, decided_at=NOW)) == ()
    assert [r.kind for r in service.ledger.rulings("lamps")] == [RulingKind.PROGRESS]
    assert service.changes() == ()
    hold.set()
    assert "progress" in [c.kind for c in (await scan).changes]
    assert service.ledger.holder(SCAN_LEASE) is None


async def test_a_ruling_that_no_review_has_told_of_is_told_by_the_next_quiet_scan() -> None:
    service = staffed(StillSource(HANSARD), StillSource(WRITTEN_QUESTIONS))
    await scanned(service)
    service.ledger.lease(SCAN_LEASE, "them", NOW, 60)
    assert service.rule(b.ruling(kind=RulingKind.PROGRESS, on=OUT, milestone=None, decided_at=NOW)) == ()
    service.ledger.release(SCAN_LEASE, "them")
    assert await scanned(service) == ["progress"]


async def test_what_is_recorded_while_a_review_reads_is_still_owed_after_it() -> None:
    class Interrupted(MemoryLedger):
        """A ledger to which somebody else adds a ruling just after its rulings were read."""

        def rulings(self, register: str) -> tuple[object, ...]:  # type: ignore[override]  # rulings, of course
            found = super().rulings(register)
            if not found:
                self.rule(register, b.ruling(kind=RulingKind.PROGRESS, on=OUT, milestone=None, decided_at=NOW))
            return found

    service = staffed(StillSource(HANSARD), ledger=Interrupted())
    assert "progress" not in [c.kind for c in service.look_again()]
    assert await scanned(service) == ["progress"]
    assert await scanned(service) == []


async def test_a_scan_that_is_cancelled_while_it_records_keeps_its_lease_until_that_is_done() -> None:
    class Slow(MemoryLedger):
        """A ledger that takes a while to record, and notes who has the lease when that is done."""

        begun, seen = threading.Event(), list[str | None]()

        def record(self, entry: Entry) -> bool:
            self.begun.set()
            time.sleep(0.1)
            self.seen.append(self.holder(SCAN_LEASE))
            return super().record(entry)

    service = staffed(StillSource(HANSARD, SPOKEN), ledger=Slow())
    scan = asyncio.ensure_future(scanned(service))
    await asyncio.to_thread(Slow.begun.wait, 5)
    scan.cancel()
    with pytest.raises(asyncio.CancelledError):
        await scan
    assert Slow.seen == ["us"]
    assert service.ledger.holder(SCAN_LEASE) is None


async def test_a_scan_whose_lease_meets_a_busy_state_goes_on_renewing_it() -> None:
    renewed: list[str] = []

    class Busy(MemoryLedger):
        """A ledger that is busy the first time that a lease is renewed."""

        def lease(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
            renewed.append(name)
            if len(renewed) == 2:
                raise UserError("The state is busy.", "try again")
            return super().lease(name, holder, now, seconds)

    hold = asyncio.Event()
    source = StillSource(HANSARD, SPOKEN, hold=hold)
    service = Service((b.register(),), Busy(), (source,), lambda: NOW, holder="us", lease=0.03)
    scan = asyncio.ensure_future(scanned(service))
    async with asyncio.timeout(5):
        while len(renewed) < 4:  # noqa: ASYNC110 - a ledger sets no event
            await asyncio.sleep(0.01)
    hold.set()
    assert "made" in await scan


def test_once_all_is_told_the_note_says_of_which_day_and_of_what() -> None:
    service = staffed(StillSource(HANSARD))
    service.look_again()
    assert service.ledger.recall(NOTE) == watermark(OUT, service.interest, service.ledger.recorded())


def test_a_file_of_several_sources_is_one_pass() -> None:
    service = staffed()
    taken = [
        b.harvest(SPOKEN, source=HANSARD, until=OUT),
        b.harvest(b.answer("The lamp report was published on 2 June 2031.", date(2031, 6, 2)), until=OUT),
    ]
    result = service.ingest(iter(taken))
    assert [c.kind for c in result.changes] == ["made", "status", "status"]
    assert (result.documents, result.read, result.failed) == (2, (HANSARD, WRITTEN_QUESTIONS), ())


# ------------------------------------------------------------------ rulings about nothing


@pytest.mark.parametrize("kind", [RulingKind.ACCEPT, RulingKind.REJECT, RulingKind.RELATION])
def test_a_ruling_on_evidence_that_is_not_there_is_refused_and_not_recorded(kind: RulingKind) -> None:
    service = staffed()
    service.ingest([b.harvest(PUBLISHED, until=OUT)])
    wrong = b.ruling(kind=kind, document=(WRITTEN_QUESTIONS, "q9"), milestone=None, relation="progress")
    with pytest.raises(UserError, match="no evidence about lamp-report in written-questions/q9") as refused:
        service.rule(wrong)
    assert "bywhen evidence --commitment lamp-report" in refused.value.hint
    assert service.ledger.rulings("lamps") == ()


def test_what_was_never_stopped_or_only_later_cannot_be_resumed() -> None:
    service = staffed()
    resumed = b.ruling("r2", kind=RulingKind.RESUMED, on=date(2031, 5, 1), milestone=None, decided_at=NOW)
    with pytest.raises(UserError, match="had not been stopped by 2031-05-01"):
        service.rule(resumed)
    service.rule(b.ruling("r1", kind=RulingKind.DROPPED, on=date(2031, 5, 2), milestone=None))
    with pytest.raises(UserError, match="had not been stopped"):
        service.rule(resumed)

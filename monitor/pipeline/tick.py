"""One pass over a source: what is held, what the source brings, what follows; all of it recorded at once.

harvest -> settle: catch up | decide | record      and once all of a pass is settled, look again -> changes
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.changes import Change
from monitor.model.commitments import Register
from monitor.model.london import london_day
from monitor.model.ports import Clock, Entry, Ledger, Progress, Source, Watchlist
from monitor.model.sources import Card, Harvest
from monitor.pipeline.coverage import revisit_queue
from monitor.pipeline.coverage.probe_marks import ProbeMark
from monitor.pipeline.coverage.probe_skip import note, visits
from monitor.pipeline.coverage.register_coverage import coverage_names
from monitor.pipeline.deciding import WatchedRegister, decide
from monitor.status.facts import Facts, gather
from monitor.status.timeline import untold_changes


@dataclass(frozen=True)
class Subject:
    """A register, with its words to watch for prepared once for many documents, when the first is to be read."""

    register: Register

    @cached_property
    def matcher(self) -> Matcher:
        """What finds the register's commitments in documents."""
        return Matcher(self.register.commitments)


def subjects(registers: Iterable[Register]) -> tuple[Subject, ...]:
    """Return the registers as what documents are read against."""
    return tuple(map(Subject, registers))


async def tick(
    source: Source,
    ledger: Ledger,
    watched: Sequence[Subject],
    since: date,
    *,
    clock: Clock,
    tell: Callable[[Progress], None],
    until: date | None = None,
    mark: ProbeMark | None = None,
) -> Entry:
    """Read a source from a day to another, today where none is given; record what follows, and return it.

    Trouble comes back as problems. `mark` is what the source showed before, to be noted if it was read soundly. What is
    watched by name is read with today: no page stands still in the past.
    """
    today = london_day(clock())
    watch = await asyncio.to_thread(watchlist, source.card, ledger, watched, today)
    past = until is not None and until < today
    harvest = await source.harvest(since, until or today, replace(watch, pages=(), keys=()) if past else watch, tell)
    entry = await _whole(asyncio.to_thread(record_harvest, source.card, harvest, ledger, watched, clock()))
    if entry.span and not past:
        await asyncio.to_thread(note, source.card, ledger, mark, harvest, watch)
    return entry


async def _whole(settled: Coroutine[Any, Any, Entry]) -> Entry:
    """Return what was settled. A thread can't be broken off: who cancels waits, and keeps the lease meanwhile."""
    under_way = asyncio.ensure_future(settled)
    try:
        return await asyncio.shield(under_way)
    finally:
        await asyncio.wait({under_way})


def record_harvest(
    card: Card | None,
    harvest: Harvest,
    ledger: Ledger,
    watched: Sequence[Subject],
    now: datetime,
) -> Entry:
    """Decide what a harvest means for every register, record it in one transaction, and return it.

    Its changes are what befell documents. How promises stand is left to `look_again`, once all of a pass is settled:
    what one source shows, another that was read with it may show otherwise.
    """
    ledger.mend(harvest.documents, now)
    held = ledger.latest((d.source, d.key) for d in harvest.documents)
    there = ledger.keys(card.name, harvest.since, harvest.until) if card else frozenset()
    known = [watched_register(ledger, one, london_day(now)) for one in watched]
    decided = decide(held, harvest, card, known, now, known=there)
    entry = (
        replace(decided, asked=coverage_names((one.register for one in watched), card.departments)) if card else decided
    )
    ledger.record(entry)
    return entry


def tell_news(
    ledger: Ledger,
    watched: Sequence[Subject],
    now: datetime,
    heed: Callable[[Facts], None] = lambda _facts: None,
) -> tuple[Change, ...]:
    """Report the changes that follow from all that is held and were not reported yet, and return them.

    It may follow from documents, rulings or days that were recorded, from a register that is new, or from the clock
    alone: a window that closed in silence is news too. `heed` is handed the facts of each register.
    """
    changes = tuple(change for one in watched for change in _untold(ledger, one, now, heed))
    return ledger.tell(changes, now) if changes else ()


def _untold(ledger: Ledger, subject: Subject, now: datetime, heed: Callable[[Facts], None]) -> tuple[Change, ...]:
    told = tuple(t.change for t in ledger.changes(subject.register.id))
    facts = facts_of(ledger, subject, london_day(now))
    heed(facts)
    return untold_changes(facts, told, now, london_day(now))


def watched_register(ledger: Ledger, subject: Subject, today: date | None = None) -> WatchedRegister:
    """Return what is known of a register by a day, once every document held has been read against it."""
    return WatchedRegister(facts_of(ledger, subject, today), subject.matcher)


def facts_of(ledger: Ledger, subject: Subject, today: date | None = None, commitment: str | None = None) -> Facts:
    """Return the facts of a register by a day, reading first what it has not been read against (a new or altered one).

    With `today`, what a clock that was ahead recorded of days to come counts for nothing. With a `commitment`, there is
    the evidence of that one only.

    Which days were read is asked for first: of what others record meanwhile, a document without its days does no harm,
    while days without what was published on them would make a kept promise look overdue.
    """
    register = subject.register
    coverage = ledger.coverage((register.id,), today)
    replaced = ledger.replaced()
    _catch_up(ledger, subject)
    found = ledger.evidence(register.digest, commitment)
    if _catch_up(ledger, subject):  # what was found altered just now
        found = ledger.evidence(register.digest, commitment)
    return gather(register, found, ledger.rulings(register.id), coverage, replaced)


def _catch_up(ledger: Ledger, subject: Subject) -> bool:
    """Read what a register has not been read against; return whether there was any."""
    digest, any_ = subject.register.digest, False
    for batch in ledger.unread(digest):
        any_ = True
        ledger.read(digest, batch, [e for version in batch for e in judge(subject.matcher, version)])
    return any_


def watchlist(card: Card, ledger: Ledger, watched: Iterable[Subject], today: date | None = None) -> Watchlist:
    """Return what the registers ask a source to look at, and the documents that evidence already rests on.

    Of those, with a day given, the ones that the card has read again by that day; what was lost on the way is asked for
    as if it had never been read.
    """
    read_to = ledger.coverage((), today).reach(card.name) if today and card.again else None
    pages: dict[str, None] = {}
    terms: dict[str, None] = {}
    keys: dict[str, None] = {}
    titles: dict[str, None] = {}
    for one in watched:
        pages |= dict.fromkeys(one.register.pages)
        terms |= dict.fromkeys(one.register.terms)
        titles |= dict.fromkeys(_titles(card.name, one.register))
        relied = (e.document for e in ledger.evidence(one.register.digest) if e.relation.bears)
        mine = (d for d in relied if d.source == card.name)
        keys |= dict.fromkeys(
            d.key
            for d in mine
            if today is None or revisit_queue.is_due_again(d.published_on, card.again, read_to, today)
        )
    lost = ledger.wanted(card.name)
    known = tuple(visit for visit in visits(card, ledger) if visit.key not in lost)
    return Watchlist(tuple(pages), tuple(terms), (*(keys | dict.fromkeys(lost)),), tuple(titles), known)


def _titles(source: str, register: Register) -> Iterator[str]:
    """Yield the longest phrase of each title that a source is expected to publish: it is the most distinctive."""
    for milestone in (m for c in register.commitments for m in c.milestones):
        yield from (max(p.title, key=len) for p in milestone.expect.pages if source in p.sources)

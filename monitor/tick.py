"""One tick on one screen: what is held, what a source brings, what follows, all recorded at once.

harvest -> settle: catch up | decide | record -> changes
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.changes import Change
from monitor.comparing import london_day
from monitor.commitments import Register
from monitor.deciding import Watched, decide, review
from monitor.facts import Facts, gather
from monitor.judging import judge
from monitor.matching import Matcher
from monitor.ports import Clock, Entry, Ledger, Progress, Source, Watchlist
from monitor.sources import Card, Coverage, Harvest

FIRST_REACH = timedelta(days=14)
"""How far the first pass over a source looks back."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A register to be judged, with its watch words made ready once."""

    register: Register
    matcher: Matcher


def subjects(registers: Iterable[Register]) -> tuple[Subject, ...]:
    """Return the registers with their words made ready."""
    return tuple(Subject(r, Matcher(r.commitments)) for r in registers)


async def tick(
    source: Source,
    ledger: Ledger,
    watched: Sequence[Subject],
    since: date,
    clock: Clock,
    tell: Callable[[Progress], None],
) -> Entry:
    """Read a source from a day to today, record what follows, and return it. Trouble comes back as problems."""
    watch = await asyncio.to_thread(watchlist, source.card, ledger, watched)
    harvest = await source.harvest(since, london_day(clock()), watch, tell)
    return await asyncio.to_thread(settle, source.card, harvest, ledger, watched, clock())


def settle(card: Card | None, harvest: Harvest, ledger: Ledger, watched: Sequence[Subject], now: datetime) -> Entry:
    """Decide what a harvest means for every register, record it in one transaction, and return it."""
    held = ledger.latest((d.source, d.key) for d in harvest.documents)
    entry = decide(held, harvest, card, [known(ledger, one) for one in watched], now)
    ledger.record(entry)
    return entry


def look_again(ledger: Ledger, watched: Sequence[Subject], now: datetime) -> tuple[Change, ...]:
    """Judge with no new document: read what a new register has not read, tell what turned by the clock alone."""
    changes = tuple(c for one in watched for c in review(known(ledger, one), now, london_day(now)))
    if changes:
        ledger.tell(changes, now)
    return changes


def known(ledger: Ledger, subject: Subject) -> Watched:
    """Return what is known of a register, once every document held has been read against it."""
    facts = facts_of(ledger, subject)
    told = tuple(t.change for t in ledger.changes(subject.register.id))
    return Watched(facts, subject.matcher, told)


def facts_of(ledger: Ledger, subject: Subject, coverage: Coverage | None = None) -> Facts:
    """Return the facts of a register, reading first what it has not been read against (a new or altered register)."""
    digest = subject.register.digest
    for batch in ledger.unread(digest):
        ledger.read(digest, batch, [e for version in batch for e in judge(subject.matcher, version)])
    return gather(
        subject.register,
        ledger.evidence(digest),
        ledger.rulings(subject.register.id),
        coverage or ledger.coverage(),
        ledger.replaced(),
    )


def first_day(card: Card, reach: date | None, wanted: date | None, today: date) -> date:
    """Return from which day a source is to be read: where it was left, a little before, or as far back as wanted."""
    usual = reach - card.overlap if reach else today - FIRST_REACH
    return min(usual, wanted) if wanted else usual


def watchlist(card: Card, ledger: Ledger, watched: Iterable[Subject]) -> Watchlist:
    """Return what the registers ask a source to look at, and the documents that evidence already rests on."""
    pages: dict[str, None] = {}
    terms: dict[str, None] = {}
    keys: dict[str, None] = {}
    for one in watched:
        pages |= dict.fromkeys(one.register.pages)
        terms |= dict.fromkeys(one.register.terms)
        relied = (e.document for e in ledger.evidence(one.register.digest) if e.relation.bears)
        keys |= dict.fromkeys(d.key for d in relied if d.source == card.name)
    return Watchlist(tuple(pages), tuple(terms), tuple(keys))

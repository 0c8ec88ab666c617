"""Is it worth crawling a source? One small request tells; often nothing is new since the last crawl.

recall -> ask -> an entry that says "read, and nothing new", or "nobody answers" | what to note once a crawl was sound
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from monitor.model.london import london_day
from monitor.model.ports import Clock, Entry, Ledger, Source, Watchlist
from monitor.model.sources import Card, Harvest, Problem, Span, Visit
from monitor.pipeline.coverage import probe_marks, revisit_queue
from monitor.pipeline.coverage.clock_check import heed_clock
from monitor.pipeline.coverage.probe_marks import ProbeMark, mark_name


async def skip_crawl(
    source: Source,
    ledger: Ledger,
    interest: str,
    watch: Callable[[], Watchlist],
    *,
    asked: Collection[str] = (),
    since: date,
    clock: Clock,
    tell: Callable[[Problem], None] = lambda _told: None,
) -> Entry | ProbeMark | None:
    """Return an entry, already recorded, if a crawl would bring nothing; else the mark to note, None if there is none.

    `asked` are the names of the registers in use (reading.asking). `watch` is only called where it is not known from
    the last crawl: it may take its time. Raises UserError where the source has another day than `clock`; `tell` hears
    what a clock that was ahead had recorded.
    """
    before = probe_marks.read_mark(await asyncio.to_thread(ledger.recall, mark_name(source.card.name)))
    known = before is not None and before.interest == interest
    titles = before.titles if before and known else (await asyncio.to_thread(watch)).titles
    said = await source.changed(Watchlist(titles=titles))
    for amiss in await asyncio.to_thread(heed_clock, source, ledger, clock()):
        tell(amiss)
    if isinstance(said, Problem):
        tried = Span(since, london_day(clock()))
        return await asyncio.to_thread(
            _recorded, ledger, Entry(source.card.name, clock(), None, problems=(said,), tried=tried)
        )
    if said is True:
        return None
    mark = ProbeMark(str(said), clock(), interest, titles)
    if before and replace(mark, at=before.at) == before and before.fresh(mark.at):
        read = Span(london_day(mark.at), london_day(mark.at))
        sent = int(said is not False)
        still = Entry(source.card.name, mark.at, read, requests=sent, still=True, asked=tuple(asked))
        return await asyncio.to_thread(_still, still, ledger, since) or mark
    return mark


def _still(entry: Entry, ledger: Ledger, since: date) -> Entry | None:
    """Record the entry of a pass in which nothing was new, and return it; None if some days were never read."""
    today = london_day(entry.at)
    if not ledger.coverage(entry.asked, today).unbroken(entry.source, since, today):
        return None
    was = ledger.health().get(entry.source)
    owed = {problem for failed in (was.unread if was else ()) for problem in failed.problems}
    warned = was.problems if was and not was.failures else ()
    return _recorded(ledger, replace(entry, problems=tuple(p for p in warned if p not in owed)))


def _recorded(ledger: Ledger, entry: Entry) -> Entry:
    ledger.record(entry)
    return entry


def note(card: Card, ledger: Ledger, mark: ProbeMark | None, harvest: Harvest, watch: Watchlist) -> None:
    """Note, after a sound crawl, the mark that was seen before it, and how each thing was read."""
    if mark is not None:
        ledger.remember(mark_name(card.name), mark.dumped(), harvest.ended)
    seen = harvest.visits or revisit_queue.seen(watch.keys, harvest.documents)
    if seen:
        kept = revisit_queue.merged(watch.visits, seen, {*watch.pages, *watch.keys})
        ledger.remember(_visits(card), revisit_queue.visits_as_json(kept), harvest.ended)


def visits(card: Card, ledger: Ledger) -> tuple[Visit, ...]:
    """Return how what is read again and again was read last."""
    return revisit_queue.read_visits(ledger.recall(_visits(card)))


def _visits(card: Card) -> str:
    return f"visits {card.name}"

"""How is one source read from a day in the past to today? A span at a time, each recorded by itself."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol

from monitor.model.changes import Change
from monitor.model.london import london_day
from monitor.model.ports import Clock, Entry, Ledger, Progress, Source, Watchlist
from monitor.model.sources import Card, Problem, Span
from monitor.pipeline.coverage.probe_marks import ROUND
from monitor.pipeline.coverage.probe_skip import skip_crawl
from monitor.pipeline.coverage.reading_spans import ReadingPace, split_spans, unread_spans
from monitor.pipeline.coverage.register_coverage import coverage_names
from monitor.pipeline.tick import Subject, tick, watchlist

Tell = Callable[[Progress | Problem | Change], None]
_DOWN = frozenset(
    {"given-up", "stopped", "too-long", "crashed", "robots", "refused", "dns", "certificate", "challenge"}
)
"""Kinds of problem after which the next span would only meet the same: the days are left for another scan."""


_QUICK, _WIDER = timedelta(seconds=30), 4
"""Where reading a span took less time than that, the next span is this many times as wide."""


class WatchedRegisters(Protocol):
    """Registers that need not be read yet. `interest` is another text when they, or our rules, are others."""

    @property
    def interest(self) -> str: ...

    @property
    def subjects(self) -> Sequence[Subject]: ...


async def backfill(
    source: Source, ledger: Ledger, watched: WatchedRegisters, since: date | None, *, clock: Clock, tell: Tell
) -> tuple[Entry, ...]:
    """Read what is not read yet of a source, oldest first, and return an entry for each span tried.

    Where one small request shows that nothing moved since the last pass, or that nobody answers, that is all.
    Problems and changes are told as each span is recorded, so what is cut short loses only the span under way. Raises
    UserError where the source has another day than this machine's clock.
    """
    today, started = london_day(clock()), clock()
    asked = await asyncio.to_thread(_asked, source.card, ledger, watched, started)
    left = await asyncio.to_thread(_left, source.card, ledger, asked, since, started)
    stretch = source.card.stretch
    watch = partial(_watchlist, source, ledger, watched)
    mark = await skip_crawl(
        source, ledger, watched.interest, watch, asked=asked, since=left[0].since, clock=clock, tell=tell
    )
    if isinstance(mark, Entry):
        _tell_all(mark, tell)
        return (mark,)
    subjects = await asyncio.to_thread(lambda: watched.subjects)
    done: tuple[Span, ...] = ()
    entries: list[Entry] = []
    whole = _Whole(tell)
    while left:
        (span, *rest), began = left, clock()
        heard = whole.part(ReadingPace(done, left, began - started).told())
        until = span.until if rest else None
        entry = await tick(source, ledger, subjects, span.since, clock=clock, tell=heard, until=until, mark=mark)
        entries.append(entry)
        _tell_all(entry, tell)
        if entry.span is None and any(p.kind in _DOWN for p in entry.problems):
            break
        done, left = (*done, span), tuple(rest)
        if clock() - began < _QUICK:
            stretch *= _WIDER
            left = split_spans(left, stretch, today)
    return tuple(entries)


def _asked(card: Card, ledger: Ledger, watched: WatchedRegisters, now: datetime) -> tuple[str, ...]:
    """Return for whom a source is to be read, as noted by the last pass: the registers need not be read for it."""
    name = f"asked {card.name}"
    noted: list[str] = json.loads(ledger.recall(name) or "[]")
    if noted[:1] != [watched.interest]:
        noted = [watched.interest, *coverage_names((s.register for s in watched.subjects), card.departments)]
        ledger.remember(name, json.dumps(noted), now)
    return tuple(noted[1:])


def _left(card: Card, ledger: Ledger, asked: tuple[str, ...], wanted: date | None, now: datetime) -> tuple[Span, ...]:
    """Return the spans still to read, as far back as wanted, and to days that failed or are lost."""
    today, health = london_day(now), ledger.health().get(card.name)
    read = ledger.coverage(asked, today).spans.get(card.name, ())
    failed = [one.span.since for one in (health.unread if health else ()) if now - one.tried_at >= ROUND]
    first = min((day for day in (wanted, *failed, *ledger.wanted(card.name).values()) if day), default=None)
    return tuple(unread_spans(card, read, first, today))


def _watchlist(source: Source, ledger: Ledger, watched: WatchedRegisters) -> Watchlist:
    return watchlist(source.card, ledger, watched.subjects)


def _tell_all(entry: Entry, tell: Tell) -> None:
    news: tuple[Problem | Change, ...] = () if entry.still else (*entry.problems, *entry.changes)
    for told in news:
        tell(told)


class _Whole:
    """Passes on how each span gets on, with what was read in those before it."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._read = 0

    def part(self, pace: str) -> Callable[[Progress], None]:
        """Return who is to hear of the next span."""
        before = self._read

        def heard(told: Progress) -> None:
            self._read = before + told.documents
            self._tell(Progress(told.source, self._read, f"{pace}: {told.doing}" if pace else told.doing))

        return heard

"""When do ticks happen? The schedule follows from the source cards and the ledger: there is no second state to mend."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from monitor.model.london import london_day

A_DAY = timedelta(days=1)
REVIEW_HOUR = 4
"""Of the day in UTC: past midnight in London in winter and summer alike, and outside the hour that clocks skip."""

_LOOKED, _SLEWED = 60.0, 1.0
"""Seconds between two looks at the clock, and by how many seconds it may be set right without notice."""


@dataclass(frozen=True, slots=True)
class Turn:
    """When a source is due next, and how often after that; `jitter` spreads the ticks by so many seconds."""

    source: str
    first: datetime
    every: timedelta
    jitter: int


def next_turn(
    source: str,
    every: timedelta,
    tried_at: datetime | None,
    failures: int,
    now: datetime,
    *,
    resting: bool = False,
) -> Turn:
    """Return when a source is due: a pass after its last, ever later while it fails, at once if never tried.

    While it rests, because neither House sits, a pass a day is enough: its days then count as read all the same.
    """
    wait = (max(every, A_DAY) if resting else every) * min(2**failures, 8)
    first = max(now, min(tried_at, now) + wait) if tried_at else now
    return Turn(source, first, every, int(every.total_seconds() / 20))


def passed_over(tried_at: datetime | None, failures: int, now: datetime, *, resting: bool) -> bool:
    """Return whether a tick may be left out: the source rests today and was read today already."""
    return resting and not failures and tried_at is not None and london_day(tried_at) == london_day(now)


def _now() -> datetime:
    return datetime.now(UTC)


def _often(turns: Mapping[str, Turn]) -> float:
    """Return after how many seconds the clock is looked at again: several times within the shortest interval."""
    return min((turn.every.total_seconds() / 4 for turn in turns.values()), default=_LOOKED)


async def _heed(scheduler: AsyncIOScheduler, often: float, clock: Callable[[], datetime]) -> None:
    """Move all turns with the clock where it is set back, so that nobody waits for a time that came already."""
    loop = asyncio.get_running_loop()

    def offset() -> float:
        return clock().timestamp() - loop.time()

    before = offset()
    while True:
        await asyncio.sleep(min(often, _LOOKED))
        moved = offset() - before
        if abs(moved) > _SLEWED:
            before += moved
        if moved < -_SLEWED:
            for job in scheduler.get_jobs():
                if isinstance(job.trigger, IntervalTrigger):
                    job.modify(next_run_time=job.next_run_time + timedelta(seconds=moved))
                else:
                    scheduler.reschedule_job(job.id, trigger=job.trigger)


async def keep(
    turns: Mapping[str, Turn],
    tick: Callable[[str], Coroutine[None, None, None]],
    review: Callable[[], Coroutine[None, None, None]],
    stop: asyncio.Event,
    clock: Callable[[], datetime] = _now,
) -> None:
    """Run ticks and the daily review until `stop` is set; then let what runs come to its end and return.

    APScheduler cancels coroutines when it shuts down, so each tick runs as a task of ours that it only starts. It waits
    for a time of the clock, so where `clock` is set back, its turns are moved with it.
    """
    running: set[asyncio.Task[None]] = set()

    async def start(act: Callable[[], Coroutine[None, None, None]]) -> None:
        task = asyncio.create_task(act())
        running.add(task)
        task.add_done_callback(running.discard)
        await asyncio.shield(task)

    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None})
    for turn in turns.values():
        trigger = IntervalTrigger(seconds=turn.every.total_seconds(), jitter=turn.jitter, timezone="UTC")
        ticking = [lambda source=turn.source: tick(source)]
        scheduler.add_job(start, trigger, ticking, next_run_time=turn.first, id=turn.source, max_instances=1)
    scheduler.add_job(start, CronTrigger(hour=REVIEW_HOUR, timezone="UTC"), [review], id="review", max_instances=1)
    scheduler.start()
    heeding = asyncio.create_task(_heed(scheduler, _often(turns), clock))
    try:
        await stop.wait()
    finally:
        heeding.cancel()
        scheduler.remove_all_jobs()
        while running:
            await asyncio.gather(*running, return_exceptions=True)
        scheduler.shutdown(wait=False)

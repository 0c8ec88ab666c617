"""Do ticks happen when they are due, whatever befalls one of them, and is none cut off?"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from monitor.pipeline.schedule import Turn, keep, next_turn

NOW = datetime(2031, 6, 16, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
AT_ONCE = timedelta(0)


@pytest.mark.parametrize(
    ("tried", "failures", "due"),
    [
        (None, 0, AT_ONCE),
        (None, 5, AT_ONCE),
        (NOW, 0, HOUR),
        (NOW - timedelta(minutes=20), 0, timedelta(minutes=40)),
        (NOW - 5 * HOUR, 0, AT_ONCE),
        (NOW, 1, 2 * HOUR),
        (NOW, 2, 4 * HOUR),
        (NOW, 3, 8 * HOUR),
        (NOW, 4, 8 * HOUR),
        (NOW, 5_000, 8 * HOUR),
        (NOW - 5 * HOUR, 3, 3 * HOUR),
        (NOW + timedelta(days=4000), 0, HOUR),
    ],
)
def test_a_source_is_due_a_pass_after_its_last_one_and_later_while_it_fails(
    tried: datetime | None, failures: int, due: timedelta
) -> None:
    turn = next_turn("hansard", HOUR, tried, failures, NOW)
    assert (turn.source, turn.first - NOW, turn.every) == ("hansard", due, HOUR)


@pytest.mark.parametrize(("every", "jitter"), [(HOUR, 180), (timedelta(minutes=10), 30), (timedelta(seconds=5), 0)])
def test_ticks_are_spread_by_a_twentieth_of_their_time(every: timedelta, jitter: int) -> None:
    assert next_turn("hansard", every, None, 0, NOW).jitter == jitter


async def nothing() -> None:
    pass


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - the loop under test offers no event for what it has done so far
            await asyncio.sleep(0.01)


def turn(source: str, every: float = 60.0, later: float = 0.0) -> Turn:
    return Turn(source, datetime.now(UTC) + timedelta(seconds=later), timedelta(seconds=every), 0)


async def kept(
    turns: list[Turn], tick: Callable[[str], Awaitable[None]], done: Callable[[], bool]
) -> asyncio.Task[None]:
    """Run the loop until something is so, then ask it to stop; return it as it is."""
    stop = asyncio.Event()

    async def ticking(source: str) -> None:
        await tick(source)

    task = asyncio.create_task(keep({t.source: t for t in turns}, ticking, nothing, stop))
    await until(done)
    stop.set()
    return task


async def test_every_source_has_its_tick_and_then_the_next_one() -> None:
    ticked: list[str] = []

    async def tick(source: str) -> None:
        ticked.append(source)

    both = [turn("hansard", 0.05), turn("gov-uk", 0.05)]
    await (await kept(both, tick, lambda: min(ticked.count("hansard"), ticked.count("gov-uk")) >= 3))
    assert set(ticked) == {"hansard", "gov-uk"}


async def test_a_tick_that_is_not_due_does_not_happen() -> None:
    ticked: list[str] = []

    async def tick(source: str) -> None:
        ticked.append(source)

    await (await kept([turn("later", later=60), turn("now")], tick, lambda: bool(ticked)))
    assert ticked == ["now"]


async def test_a_tick_that_fails_ends_neither_the_loop_nor_its_own_turns() -> None:
    ticked: list[str] = []

    async def tick(source: str) -> None:
        ticked.append(source)
        if source == "bad":
            raise RuntimeError("a bug")

    await (
        await kept([turn("bad", 0.05), turn("good", 0.05)], tick, lambda: ticked.count("bad") >= 2 and "good" in ticked)
    )
    assert ticked.count("bad") >= 2


async def test_a_tick_never_runs_beside_itself() -> None:
    running = most = ticks = 0

    async def tick(source: str) -> None:
        nonlocal running, most, ticks
        running, ticks = running + 1, ticks + 1
        most = max(most, running)
        await asyncio.sleep(0.12)
        running -= 1

    await (await kept([turn("slow", 0.03)], tick, lambda: ticks >= 2))
    assert most == 1


async def test_a_slow_source_does_not_keep_the_others_waiting() -> None:
    release = asyncio.Event()
    ticked: list[str] = []

    async def tick(source: str) -> None:
        ticked.append(source)
        if source == "slow":
            await release.wait()

    task = await kept([turn("slow"), turn("quick", 0.05)], tick, lambda: ticked.count("quick") >= 2)
    release.set()
    await task
    assert ticked.count("slow") == 1


async def test_stopping_waits_for_the_tick_that_runs_and_starts_no_other() -> None:
    release, finished = asyncio.Event(), []
    started: list[str] = []

    async def tick(source: str) -> None:
        started.append(source)
        await release.wait()
        finished.append(source)

    task = await kept([turn("slow"), turn("late", later=0.15)], tick, lambda: bool(started))
    await asyncio.sleep(0.3)
    assert not task.done()
    assert finished == []
    release.set()
    await task
    assert finished == started == ["slow"]


async def test_a_tick_that_fails_while_the_loop_stops_does_not_break_the_stop() -> None:
    release = asyncio.Event()
    started: list[str] = []

    async def tick(source: str) -> None:
        started.append(source)
        await release.wait()
        raise RuntimeError("a bug")

    task = await kept([turn("bad")], tick, lambda: bool(started))
    release.set()
    await task
    assert task.exception() is None


async def test_a_loop_that_is_stopped_before_it_starts_ends_at_once() -> None:
    stop = asyncio.Event()
    stop.set()

    async def tick(source: str) -> None:
        raise AssertionError(source)

    async with asyncio.timeout(5):
        await keep({"later": turn("later", later=60)}, tick, nothing, stop)


async def test_cancelling_the_loop_still_lets_the_running_tick_end() -> None:
    release, finished = asyncio.Event(), []
    started: list[str] = []

    async def tick(source: str) -> None:
        started.append(source)
        await release.wait()
        finished.append(source)

    task = asyncio.create_task(keep({"slow": turn("slow")}, tick, nothing, asyncio.Event()))
    await until(lambda: bool(started))
    task.cancel()
    await asyncio.sleep(0.05)
    release.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert finished == ["slow"]


class SetClock(datetime):
    """The clock of this machine, as it was set."""

    moved = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "SetClock":
        return cls.fromtimestamp(time.time() + cls.moved.total_seconds(), tz)


@pytest.mark.parametrize("back", [timedelta(days=400), timedelta(days=3), timedelta(minutes=5)])
async def test_ticks_go_on_within_an_interval_though_the_clock_is_set_back(
    monkeypatch: pytest.MonkeyPatch, back: timedelta
) -> None:
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", SetClock)
    monkeypatch.setattr(SetClock, "moved", timedelta(0))
    ticked: list[float] = []

    async def tick(_source: str) -> None:
        ticked.append(time.monotonic())

    stop, turns = asyncio.Event(), {"hansard": turn("hansard", 0.4)}
    task = asyncio.create_task(keep(turns, tick, nothing, stop, lambda: SetClock.now(UTC)))
    await until(lambda: len(ticked) >= 2)
    SetClock.moved = -back
    since, before = time.monotonic(), len(ticked)
    await until(lambda: len(ticked) >= before + 2)
    stop.set()
    await task
    assert ticked[before] - since < 2

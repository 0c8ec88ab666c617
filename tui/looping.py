"""How is the schedule of monitor.loop run over a desk, alone on its state?"""

import asyncio
import logging
from contextlib import suppress

from monitor.errors import UserError
from monitor.loop import keep, next_turn
from tui.staff import LEASE_SECONDS, Staff, Tell


async def loop(staff: Staff, tell: Tell, stop: asyncio.Event) -> None:
    """Scan each source in its turn until `stop` is set. The lead is to be taken before, and is given back after."""
    leading = asyncio.ensure_future(lead(staff, stop))
    health = {h.source: h for h in staff.health()}
    turns = {
        name: next_turn(name, source.card.every, health[name].tried_at, health[name].failures, staff.clock())
        for name, source in staff.sources.items()
    }
    one_at_a_time = asyncio.Lock()

    async def tick(name: str) -> None:
        async with one_at_a_time:
            await _scan(staff, name, tell)

    async def review() -> None:
        async with one_at_a_time:
            for change in await asyncio.to_thread(staff.look_again):
                tell(change)

    try:
        await keep(turns, tick, review, stop)
    finally:
        leading.cancel()
        staff.step_down()


async def _scan(staff: Staff, name: str, tell: Tell) -> None:
    """A state that another command holds is no reason to end the loop: the next turn comes."""
    try:
        await staff.scan((name,), None, tell)
    except UserError as busy:
        logging.getLogger(__name__).warning("%s: %s", name, busy)


async def lead(staff: Staff, stop: asyncio.Event) -> None:
    """Keep the lead, once taken, until `stop` is set or this is cancelled; a state busy for a moment is asked again."""
    while not stop.is_set():
        await asyncio.sleep(LEASE_SECONDS / 3)
        with suppress(UserError):
            await asyncio.to_thread(staff.lead)

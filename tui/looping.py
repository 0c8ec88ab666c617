"""How is the schedule of monitor.loop run over a desk, alone on its state?"""

import asyncio
import logging

from monitor.errors import UserError
from monitor.loop import keep, next_turn
from tui.staff import LEASE_SECONDS, Staff, Tell


async def loop(staff: Staff, tell: Tell, stop: asyncio.Event) -> bool:
    """Scan each source in its turn until `stop` is set; return False at once where a loop runs elsewhere already."""
    if not staff.lead():
        return False
    leading = asyncio.ensure_future(_lead(staff, stop))
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
    return True


async def _scan(staff: Staff, name: str, tell: Tell) -> None:
    """A state that another command holds is no reason to end the loop: the next turn comes."""
    try:
        await staff.scan((name,), None, tell)
    except UserError as busy:
        logging.getLogger(__name__).warning("%s: %s", name, busy)


async def _lead(staff: Staff, stop: asyncio.Event) -> None:
    while not stop.is_set():
        await asyncio.sleep(LEASE_SECONDS / 3)
        await asyncio.to_thread(staff.lead)

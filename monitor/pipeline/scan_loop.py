"""How is the schedule of monitor.pipeline.schedule run over a desk, alone on its state?"""

import asyncio
import logging
from contextlib import suppress

from monitor.model.errors import UserError
from monitor.pipeline.scan_leases import LEASE_SECONDS
from monitor.pipeline.schedule import Turn, keep, next_turn, passed_over
from monitor.pipeline.service import Service, Tell


def turns(staff: Service) -> dict[str, Turn]:
    """Return when each source is due, by its name: it follows from its card and from when it was last tried."""
    health = {h.source: h for h in staff.health()}
    return {
        name: next_turn(
            name,
            source.card.every,
            health[name].tried_at,
            health[name].failures,
            staff.clock(),
            resting=resting(staff, name),
        )
        for name, source in staff.sources.items()
    }


def resting(staff: Service, source: str) -> bool:
    """Return whether nothing new is to come of a source today, because no House sits."""
    sits = staff.sources[source].card.sitting
    return sits and staff.sittings is not None and staff.sittings.rest(staff.today())


async def loop(staff: Service, tell: Tell, stop: asyncio.Event) -> None:
    """Scan each source in its turn until `stop` is set. The lead is to be taken before, and is given back after."""
    leading = asyncio.ensure_future(lead(staff, stop))
    asking = asyncio.ensure_future(_refresh(staff, tell))
    one_at_a_time = asyncio.Lock()

    async def tick(name: str) -> None:
        async with one_at_a_time:
            if not _idle(staff, name):
                await _scan(staff, name, tell)

    async def review() -> None:
        await _refresh(staff, tell)
        async with one_at_a_time:
            for change in await asyncio.to_thread(staff.look_again):
                tell(change)

    try:
        await keep(turns(staff), tick, review, stop)
    finally:
        leading.cancel()
        asking.cancel()
        staff.step_down()


def _idle(staff: Service, name: str) -> bool:
    health = next(h for h in staff.health() if h.source == name)
    return passed_over(health.tried_at, health.failures, staff.clock(), resting=resting(staff, name))


async def _refresh(staff: Service, tell: Tell) -> None:
    """Ask when the Houses sit, once a day; without an answer what was known before holds."""
    problem = await staff.sittings.refresh(staff.today()) if staff.sittings else None
    if problem:
        tell(problem)


async def _scan(staff: Service, name: str, tell: Tell) -> None:
    """A state that another command holds is no reason to end the loop: the next turn comes."""
    try:
        await staff.scan((name,), None, tell)
    except UserError as busy:
        logging.getLogger(__name__).warning("%s: %s", name, busy)


async def lead(staff: Service, stop: asyncio.Event) -> None:
    """Keep the lead, once taken, until `stop` is set or this is cancelled; a state busy for a moment is asked again."""
    while not stop.is_set():
        await asyncio.sleep(LEASE_SECONDS / 3)
        with suppress(UserError):
            await asyncio.to_thread(staff.lead)

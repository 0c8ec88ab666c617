"""How is the schedule of monitor.pipeline.schedule run over a service, alone on its state?"""

import asyncio
import logging
from contextlib import suppress

from monitor.model.errors import UserError
from monitor.pipeline.scan_leases import LEASE_SECONDS
from monitor.pipeline.schedule import Turn, keep, next_turn, passed_over
from monitor.pipeline.service import Service, Tell


def turns(service: Service) -> dict[str, Turn]:
    """Return when each source is due, by its name: it follows from its card and from when it was last tried."""
    health = {h.source: h for h in service.health()}
    return {
        name: next_turn(
            name,
            source.card.every,
            health[name].tried_at,
            health[name].failures,
            service.clock(),
            resting=resting(service, name),
        )
        for name, source in service.sources.items()
    }


def resting(service: Service, source: str) -> bool:
    """Return whether nothing new is to come of a source today, because no House sits."""
    sits = service.sources[source].card.sitting
    return sits and service.sittings is not None and service.sittings.rest(service.today())


async def loop(service: Service, tell: Tell, stop: asyncio.Event) -> None:
    """Scan each source in its turn until `stop` is set. Take the lead before calling; it is given back at the end."""
    leading = asyncio.ensure_future(lead(service, stop))
    asking = asyncio.ensure_future(_refresh(service, tell))
    one_at_a_time = asyncio.Lock()

    async def tick(name: str) -> None:
        async with one_at_a_time:
            if not _idle(service, name):
                await _scan(service, name, tell)

    async def review() -> None:
        await _refresh(service, tell)
        async with one_at_a_time:
            for change in await asyncio.to_thread(service.look_again):
                tell(change)

    try:
        await keep(turns(service), tick, review, stop)
    finally:
        leading.cancel()
        asking.cancel()
        service.step_down()


def _idle(service: Service, name: str) -> bool:
    health = next(h for h in service.health() if h.source == name)
    return passed_over(health.tried_at, health.failures, service.clock(), resting=resting(service, name))


async def _refresh(service: Service, tell: Tell) -> None:
    """Ask when the Houses sit, once a day; without an answer what was known before holds."""
    problem = await service.sittings.refresh(service.today()) if service.sittings else None
    if problem:
        tell(problem)


async def _scan(service: Service, name: str, tell: Tell) -> None:
    """A state that another command holds is no reason to end the loop: the next turn comes."""
    try:
        await service.scan((name,), None, tell)
    except UserError as busy:
        logging.getLogger(__name__).warning("%s: %s", name, busy)


async def lead(service: Service, stop: asyncio.Event) -> None:
    """Keep the lead, once taken, until `stop` is set or this is cancelled; a state busy for a moment is asked again."""
    while not stop.is_set():
        await asyncio.sleep(LEASE_SECONDS / 3)
        with suppress(UserError):
            await asyncio.to_thread(service.lead)

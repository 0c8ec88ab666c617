"""bywhen doctor: are sources, state and schedule sound?"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from monitor.model.boards import FlagName
from monitor.model.sources import Card, Problem
from monitor.pipeline.coverage.harvest_check import HEEDED, WARNINGS
from monitor.pipeline.scan_loop import turns
from monitor.reports import shapes
from monitor.reports.shapes.json_values import moment
from spiders.pacing import PACE
from spiders.probe import newest
from spiders.shape_check import misshapen
from tui import words
from tui.commands.common import as_json, common, leave, opened_service, say, width
from tui.tables import health_text, problem_lines

if TYPE_CHECKING:
    from monitor.pipeline.service import Service


@click.command("doctor")
@common
@as_json
@click.option(
    "--live",
    is_flag=True,
    help="Read one document from each service, as a scan would, and check that it has the form that bywhen expects.",
)
def command(*, shaped: bool, live: bool) -> None:
    """Check that each source answers and that the state is sound, and say what can't be judged.

    Exit 1 when something is wrong.
    """
    with opened_service(reading=True) as service:
        silent = asyncio.run(_misshapen(service) if live else _silent(service))
        damage = service.ledger.check()
        say(shapes.as_json(_shape(service, silent, damage)) if shaped else "\n".join(_lines(service, silent, damage)))
        kinds = {problem.kind for health in service.health() for problem in health.problems}
        failed = any(health.failures or health.unread for health in service.health())
    if silent or damage or failed or kinds - (WARNINGS - HEEDED):
        leave(1)


async def _silent(service: "Service") -> "tuple[Problem, ...]":
    """Return what is wrong with each source that does not answer as it should. One at a time at each host."""
    hosts: dict[str, list[Card]] = defaultdict(list)
    for source in service.sources.values():
        hosts[urlsplit(source.card.address).netloc].append(source.card)

    async def looked(host: str) -> list[Problem]:
        found = []
        for card in hosts[host]:
            await PACE.wait(host, card.delay)
            found.append(await newest(card, service.today()))
        return [look for look in found if isinstance(look, Problem)]

    return tuple(problem for wrong in await asyncio.gather(*map(looked, hosts)) for problem in wrong)


async def _misshapen(service: "Service") -> "tuple[Problem, ...]":
    """Return what is wrong with the shape of what each service answers, those of one host asked after each other."""
    wrong = [problem for s in service.sources.values() for problem in await misshapen(s.card, service.today())]
    if service.sittings:
        found = await service.sittings.fetch(service.today())
        wrong += [found] if isinstance(found, Problem) else []
    return tuple(wrong)


def _shape(service: "Service", silent: "Sequence[Problem]", damage: Sequence[str]) -> dict[str, Any]:

    return {
        "state": service.ledger.place,
        "damage": list(damage),
        "unreachable": [shapes.problem_shape(p) for p in silent],
        "sources": shapes.health_shape(service.health(), service.counts()),
        "next": {name: moment(turn.first) for name, turn in turns(service).items()},
        "stale": _stale(service),
    }


def _lines(service: "Service", silent: "Sequence[Problem]", damage: Sequence[str]) -> list[str]:

    now, stale = service.clock(), _stale(service)
    due = ((name, turn.first) for name, turn in turns(service).items())
    sound = service.sources.keys() - {problem.source for problem in silent}
    return [
        f"State: {service.ledger.place}: {'; '.join(damage) or _sound(service)}",
        f"Sources that answer as expected: {len(sound)} of {len(service.sources)}",
        *problem_lines(silent, width()),
        "",
        health_text(service.health(), service.counts(), width=width()).rstrip("\n"),
        "",
        *(f"{name}: due {'now' if first <= now else words.moment(first)}" for name, first in due),
        f"Commitments of which it can't be said whether they were kept: {', '.join(stale) or 'none'}",
    ]


def _sound(service: "Service") -> str:
    return "sound" if service.counts() else "sound, but it holds no document yet"


def _stale(service: "Service") -> list[str]:

    return [row.commitment.id for row in service.board().rows if row.flag(FlagName.STALE)]

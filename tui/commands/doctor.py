"""bywhen doctor: are sources, state and schedule sound?"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from tui.commands.common import as_json, common, leave, opened_service, say, width

if TYPE_CHECKING:
    from monitor.model.sources import Card, Problem
    from monitor.pipeline.service import Service


@click.command("doctor")
@common
@as_json
@click.option("--live", is_flag=True, help="Read one thing of each service as its spider would, and compare its shape.")
def command(*, shaped: bool, live: bool) -> None:
    """Ask each source for one small thing, look at the state, and say what is stale. Exit 1 when something is amiss."""
    from monitor.pipeline.coverage.harvest_check import HEEDED, WARNINGS  # noqa: PLC0415
    from monitor.reports import shapes  # noqa: PLC0415

    with opened_service(reading=True) as staff:
        silent = asyncio.run(_misshapen(staff) if live else _silent(staff))
        damage = staff.ledger.check()
        say(shapes.as_json(_shape(staff, silent, damage)) if shaped else "\n".join(_lines(staff, silent, damage)))
        kinds = {problem.kind for health in staff.health() for problem in health.problems}
        failed = any(health.failures for health in staff.health())
    if silent or damage or failed or kinds - (WARNINGS - HEEDED):
        leave(1)


async def _silent(staff: "Service") -> "tuple[Problem, ...]":
    """Return what is wrong with each source that does not answer as it should. One at a time at each host."""
    from monitor.model.sources import Problem  # noqa: PLC0415
    from spiders.pacing import PACE  # noqa: PLC0415
    from spiders.probe import newest  # noqa: PLC0415

    hosts: dict[str, list[Card]] = defaultdict(list)
    for source in staff.sources.values():
        hosts[urlsplit(source.card.address).netloc].append(source.card)

    async def looked(host: str) -> list[Problem]:
        found = []
        for card in hosts[host]:
            await PACE.wait(host, card.delay)
            found.append(await newest(card, staff.today()))
        return [look for look in found if isinstance(look, Problem)]

    return tuple(problem for wrong in await asyncio.gather(*map(looked, hosts)) for problem in wrong)


async def _misshapen(staff: "Service") -> "tuple[Problem, ...]":
    """Return what is wrong with the shape of what each service answers, those of one host asked after each other."""
    from monitor.model.sources import Problem  # noqa: PLC0415
    from spiders import whatson  # noqa: PLC0415
    from spiders.shape_check import misshapen  # noqa: PLC0415

    wrong = [problem for s in staff.sources.values() for problem in await misshapen(s.card, staff.today())]
    if staff.sittings:
        found = await whatson.calendar(staff.sittings.address, staff.today(), staff.sittings.delay)
        wrong += [found] if isinstance(found, Problem) else []
    return tuple(wrong)


def _shape(staff: "Service", silent: "Sequence[Problem]", damage: Sequence[str]) -> dict[str, Any]:
    from monitor.pipeline.scan_loop import turns  # noqa: PLC0415
    from monitor.reports import shapes  # noqa: PLC0415
    from monitor.reports.shapes.json_values import moment  # noqa: PLC0415

    return {
        "state": staff.ledger.place,
        "damage": list(damage),
        "unreachable": [shapes.problem_shape(p) for p in silent],
        "sources": shapes.health_shape(staff.health(), staff.counts()),
        "next": {name: moment(turn.first) for name, turn in turns(staff).items()},
        "stale": _stale(staff),
    }


def _lines(staff: "Service", silent: "Sequence[Problem]", damage: Sequence[str]) -> list[str]:
    from monitor.pipeline.scan_loop import turns  # noqa: PLC0415
    from tui.tables import health_text, problem_lines  # noqa: PLC0415
    from tui.words import moment  # noqa: PLC0415

    now, stale = staff.clock(), _stale(staff)
    due = ((name, turn.first) for name, turn in turns(staff).items())
    sound = staff.sources.keys() - {problem.source for problem in silent}
    return [
        f"State: {staff.ledger.place}: {'; '.join(damage) or 'sound'}",
        f"Sources that answer as expected: {len(sound)} of {len(staff.sources)}",
        *problem_lines(silent, width()),
        "",
        health_text(staff.health(), staff.counts(), width=width()).rstrip("\n"),
        "",
        *(f"{name}: due {'now' if first <= now else moment(first)}" for name, first in due),
        f"Stale: {', '.join(stale) or 'nothing'}",
    ]


def _stale(staff: "Service") -> list[str]:
    from monitor.model.boards import FlagName  # noqa: PLC0415

    return [row.commitment.id for row in staff.board().rows if row.flag(FlagName.STALE)]

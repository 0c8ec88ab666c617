"""bywhen doctor: are sources, state and schedule sound?"""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from tui.commands.common import as_json, common, desk, leave, say, width

if TYPE_CHECKING:
    from monitor.sources import Problem
    from tui.staff import Staff


@click.command("doctor")
@common
@as_json
def command(*, shaped: bool) -> None:
    """Ask each source for one small thing, look at the state, and say what is stale. Exit 1 when something is amiss."""
    from monitor import shapes  # noqa: PLC0415

    with desk() as staff:
        silent = asyncio.run(_silent(staff))
        damage = staff.ledger.check()
        say(shapes.as_json(_shape(staff, silent, damage)) if shaped else "\n".join(_lines(staff, silent, damage)))
        amiss = bool(silent) or bool(damage) or any(h.problems or h.failures for h in staff.health())
    if amiss:
        leave(1)


async def _silent(staff: "Staff") -> "tuple[Problem, ...]":
    """Return what is wrong with each source that does not answer as it should."""
    from monitor.sources import Problem  # noqa: PLC0415
    from spiders.probe import newest  # noqa: PLC0415

    looks = await asyncio.gather(*(newest(s.card, staff.today()) for s in staff.sources.values()))
    return tuple(look for look in looks if isinstance(look, Problem))


def _shape(staff: "Staff", silent: "Sequence[Problem]", damage: Sequence[str]) -> dict[str, Any]:
    from monitor import shapes  # noqa: PLC0415
    from monitor.shapes.values import moment  # noqa: PLC0415
    from tui.looping import turns  # noqa: PLC0415

    return {
        "state": staff.ledger.place,
        "damage": list(damage),
        "unreachable": [shapes.problem_shape(p) for p in silent],
        "sources": shapes.health_shape(staff.health(), staff.counts()),
        "next": {name: moment(turn.first) for name, turn in turns(staff).items()},
        "stale": _stale(staff),
    }


def _lines(staff: "Staff", silent: "Sequence[Problem]", damage: Sequence[str]) -> list[str]:
    from tui.looping import turns  # noqa: PLC0415
    from tui.tables import health_text, problem_lines  # noqa: PLC0415
    from tui.words import moment  # noqa: PLC0415

    now, stale = staff.clock(), _stale(staff)
    due = ((name, turn.first) for name, turn in turns(staff).items())
    return [
        f"State: {staff.ledger.place}: {'; '.join(damage) or 'sound'}",
        f"Sources that answer as expected: {len(staff.sources) - len(silent)} of {len(staff.sources)}",
        *problem_lines(silent, width()),
        "",
        health_text(staff.health(), staff.counts(), width=width()).rstrip("\n"),
        "",
        *(f"{name}: due {'now' if first <= now else moment(first)}" for name, first in due),
        f"Stale: {', '.join(stale) or 'nothing'}",
    ]


def _stale(staff: "Staff") -> list[str]:
    from monitor.boards import FlagName  # noqa: PLC0415

    return [row.commitment.id for row in staff.board().rows if row.flag(FlagName.STALE)]

"""bywhen doctor: are sources, state and schedule sound?"""

import asyncio

import click

from tui.commands.common import as_json, common, desk, leave, say, width


@click.command("doctor")
@common
@as_json
def command(*, shaped: bool) -> None:
    """Ask each source for one small thing, look at the state, and say what is stale. Exit 1 when something is amiss."""
    from monitor.shapes import as_json as to_json, health_shape, problem_shape  # noqa: PLC0415
    from monitor.sources import Problem  # noqa: PLC0415
    from spiders.probe import Look, reachable  # noqa: PLC0415
    from tui.tables import health_text, problem_lines  # noqa: PLC0415

    async def look() -> list[Look | Problem]:
        return await asyncio.gather(*(reachable(s.card, staff.today()) for s in staff.sources.values()))

    with desk() as staff:
        found = asyncio.run(look())
        health, counts, place = staff.health(), staff.counts(), staff.place
    problems = [p for p in found if isinstance(p, Problem)]
    amiss = bool(problems) or any(h.problems or h.failures for h in health)
    if shaped:
        say(
            to_json(
                {
                    "state": place,
                    "unreachable": [problem_shape(p) for p in problems],
                    "sources": health_shape(health, counts),
                }
            )
        )
    else:
        say(f"State: {place}")
        say(f"Sources that answer: {len(found) - len(problems)} of {len(found)}")
        say("\n".join(problem_lines(problems, width())) or "All answer as expected.")
        say(health_text(health, counts, width=width()))
    if amiss:
        leave(1)

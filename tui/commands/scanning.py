"""bywhen scan: one pass over the sources, for cron."""

import os
from datetime import UTC, date, datetime

import click

from monitor.sources import SOURCES
from tui.commands.common import DAY, as_json, aside, common, desk, leave, past, say, width


@click.command("scan")
@common
@as_json
@click.option("--source", "names", multiple=True, metavar="NAME", help=f"Only this source: {', '.join(SOURCES)}.")
@click.option("--since", type=DAY, metavar="DATE", help="Reach back to a day (the first pass: 14 days).")
def command(names: tuple[str, ...], since: date | None, *, shaped: bool) -> None:
    """Make one pass over the sources; print what changed. Exit 1 when a source failed, or has a new shape."""
    if not (shaped or names or since) and _quiet():
        return
    import asyncio  # noqa: PLC0415

    from monitor import shapes  # noqa: PLC0415
    from tui.tables import change_lines  # noqa: PLC0415
    from tui.telling import failures  # noqa: PLC0415
    from tui.wiring import narrator  # noqa: PLC0415
    from tui.words import count  # noqa: PLC0415

    with desk() as staff:
        since = past(since, staff.today())
        result = asyncio.run(staff.scan(tuple(dict.fromkeys(names)), since, narrator()))
    if shaped:
        say(
            shapes.as_json(
                shapes.scan_shape(
                    changes=result.changes,
                    problems=result.problems,
                    read=result.read,
                    failed=result.failed,
                    documents=result.documents,
                )
            )
        )
    for change in () if shaped else result.changes:
        say("\n".join(change_lines(change, width())))
    read, documents = count(len(result.read), "source"), count(result.documents, "document")
    aside(f"{read} read, {documents} new or altered, {count(len(result.changes), 'change')}")
    for line in failures(result):
        aside(line)
    if not result.sound:
        leave(1)


def _quiet() -> bool:
    """Return whether there was nothing new at all, and say so."""
    from tui.glancing import nothing_new  # noqa: PLC0415

    given = click.get_current_context().ensure_object(dict)
    state = given.get("state") or os.environ.get("BYWHEN_STATE") or None
    asked = nothing_new(state, tuple(given.get("registers") or ()), given.get("config"), lambda: datetime.now(UTC))
    if asked:
        aside(f"{len(asked)} source{'s' if len(asked) > 1 else ''} read, 0 documents new or altered, 0 changes")
    return bool(asked)

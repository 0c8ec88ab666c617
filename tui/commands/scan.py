"""bywhen scan: one pass over the sources, for cron."""

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from monitor.model.sources import SOURCES
from tui.commands.common import DAY, as_json, aside, common, leave, opened_service, past, say, width

if TYPE_CHECKING:
    from monitor.pipeline.service import Service
    from monitor.pipeline.service_port import ScanResult


@click.command("scan")
@common
@as_json
@click.option(
    "--source",
    "names",
    multiple=True,
    metavar="NAME",
    help=f"Read only this source; may be given more than once. One of {', '.join(SOURCES)}.",
)
@click.option(
    "--since",
    type=DAY,
    metavar="DATE",
    help="Read back to this day. Without it the first scan reads the last 14 days, later ones what came since.",
)
def command(names: tuple[str, ...], since: date | None, *, shaped: bool) -> None:
    """Read the sources once, and print what changed. Exit 1 when a source failed, or answered in a new form."""
    if not (shaped or names or since) and _quiet():
        return
    from monitor.pipeline.service_port import BrokenScanError  # noqa: PLC0415

    try:
        with opened_service(crawling=True) as service:
            result = _passed(service, names, since)
    except BrokenScanError as broken:
        _say(broken.result, shaped=shaped)
        raise
    _say(result, shaped=shaped)
    if not result.sound:
        leave(1)


def _passed(service: "Service", names: tuple[str, ...], since: date | None) -> "ScanResult":
    import asyncio  # noqa: PLC0415

    from tui.wiring import narrator  # noqa: PLC0415

    since = past(since, service.today())
    return asyncio.run(service.scan(tuple(dict.fromkeys(names)), since, narrator()))


def _say(result: "ScanResult", *, shaped: bool) -> None:
    if shaped:
        _shape(result)
    else:
        _print(result)
    _tell(result)


def _shape(result: "ScanResult") -> None:
    from tui.narration import scan_json  # noqa: PLC0415

    say(scan_json(result))


def _print(result: "ScanResult") -> None:
    from tui.tables import change_lines  # noqa: PLC0415

    for change in result.changes:
        say("\n".join(change_lines(change, width())))


def _tell(result: "ScanResult") -> None:
    from tui.narration import failures  # noqa: PLC0415
    from tui.words import count  # noqa: PLC0415

    read, documents = count(len(result.read), "source"), count(result.documents, "document")
    aside(f"{read} read, {documents} new or altered, {count(len(result.changes), 'change')}")
    for line in failures(result):
        aside(line)


def _quiet() -> bool:
    """Return whether there was nothing new at all, and say so."""
    from tui.quick_check import nothing_new  # noqa: PLC0415

    given = click.get_current_context().ensure_object(dict)
    state = given.get("state") or os.environ.get("BYWHEN_STATE") or None
    asked = nothing_new(state, tuple(given.get("registers") or ()), given.get("config"), lambda: datetime.now(UTC))
    if asked:
        aside(f"{len(asked)} source{'s' if len(asked) > 1 else ''} read, 0 documents new or altered, 0 changes")
    return bool(asked)

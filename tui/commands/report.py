"""bywhen report: the cron report."""

from datetime import date, timedelta

import click

from monitor.reports.formats import alarmed, report
from tui.commands.common import DAY, common, leave, opened_service, past, say
from tui.files import replace_file

FORMATS = ("text", "markdown", "html", "csv", "json")
USUAL = timedelta(days=7)
"""How far the report looks back when nobody says."""


@click.command("report")
@common
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The form of the report."
)
@click.option("--json", "shaped", is_flag=True, help="The same as --format json.")
@click.option("--output", metavar="FILE", help="Write the report into FILE: all of it, or, where that fails, nothing.")
@click.option(
    "--since", type=DAY, metavar="DATE", help="Report what changed on this day or later.  [default: the last 7 days]"
)
@click.option(
    "--fail-on",
    "alarms",
    type=click.Choice(("overdue", "changed")),
    multiple=True,
    help="Exit with code 1 if something is overdue, or if something changed since that day. May be given twice.",
)
def command(form: str, output: str | None, since: date | None, alarms: tuple[str, ...], *, shaped: bool) -> None:
    """Write the report: what is overdue, what changed, what can't be said, what waits for a person to check."""
    with opened_service(reading=True) as service:
        first = past(since, service.today()) or service.today() - USUAL
        board, told, health = service.board(), service.changes(first), service.health()
        text = report(board, told, health, "json" if shaped else form, since=first)
        if output is not None:
            replace_file(output, text)
    if output is None:
        say(text)
    if alarmed(board, told, alarms):
        leave(1)

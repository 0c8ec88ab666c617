"""bywhen report: the cron report."""

from datetime import date, timedelta

import click

from tui.commands.common import DAY, common, leave, opened_service, past, say

FORMATS = ("text", "markdown", "html", "csv", "json")
USUAL = timedelta(days=7)
"""How far the report looks back when nobody says."""


@click.command("report")
@common
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--json", "shaped", is_flag=True, help="The same as --format json.")
@click.option("--output", metavar="FILE", help="Write it into a file, whole or not at all.")
@click.option("--since", type=DAY, metavar="DATE", help="Tell what changed since a day.  [default: the last 7 days]")
@click.option(
    "--fail-on",
    "alarms",
    type=click.Choice(("overdue", "changed")),
    multiple=True,
    help="Exit 1 when something is overdue, or has changed since that day; may be given twice.",
)
def command(form: str, output: str | None, since: date | None, alarms: tuple[str, ...], *, shaped: bool) -> None:
    """Write the report: what is overdue, what changed, what is stale, what waits for a person."""
    from monitor.reports.formats import alarmed, report  # noqa: PLC0415
    from tui.files import replace_file  # noqa: PLC0415

    with opened_service(reading=True) as staff:
        first = past(since, staff.today()) or staff.today() - USUAL
        board, told, health = staff.board(), staff.changes(first), staff.health()
        text = report(board, told, health, "json" if shaped else form, since=first)
        if output is not None:
            replace_file(output, text)
    if output is None:
        say(text)
    if alarmed(board, told, alarms):
        leave(1)

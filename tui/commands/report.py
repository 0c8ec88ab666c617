"""bywhen report: the cron report."""

from datetime import date

import click

from tui.commands.common import DAY, common, desk, leave, past, say

FORMATS = ("text", "markdown", "html", "csv", "json")


@click.command("report")
@common
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--json", "shaped", is_flag=True, help="The same as --format json.")
@click.option("--output", metavar="FILE", help="Write it into a file, whole or not at all.")
@click.option("--since", type=DAY, metavar="DATE", help="Tell what changed since a day.")
@click.option(
    "--fail-on", "alarms", type=click.Choice(("overdue", "changed")), multiple=True, help="Exit 1 when found."
)
def command(form: str, output: str | None, since: date | None, alarms: tuple[str, ...], *, shaped: bool) -> None:
    """Write the report: what is overdue, what changed, what is stale, what waits for a person."""
    from monitor.report import alarmed, report  # noqa: PLC0415
    from tui.files import replace_file  # noqa: PLC0415

    with desk() as staff:
        board, health = staff.board(), staff.health()
        told = staff.changes(past(since, staff.today()))
    text = report(board, told, health, "json" if shaped else form, since=since)
    if output:
        replace_file(output, text)
    else:
        say(text)
    if alarmed(board, told, alarms):
        leave(1)

"""bywhen report: the cron report."""

from datetime import date, timedelta

import click

from monitor.model.errors import UserError
from monitor.model.ports import Told
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
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="Report what was so on this past day, from what had been published by then, and what changed in the 7 days "
    "before it, or since --since.",
)
@click.option(
    "--fail-on",
    "alarms",
    type=click.Choice(("overdue", "changed")),
    multiple=True,
    help="Exit with code 1 if something is overdue, or if something changed since that day. May be given twice.",
)
def command(
    form: str, output: str | None, since: date | None, as_of: date | None, alarms: tuple[str, ...], *, shaped: bool
) -> None:
    """Write the report: what is overdue, what changed, what can't be said, what waits for a person to check."""
    with opened_service(reading=True) as service:
        last = past(as_of, service.today()) or service.today()
        first = past(since, service.today()) or last - USUAL
        if first > last:
            raise UserError(f"--since {first} is later than --as-of {last}.", "give --as-of that day or a later one")
        board, health = service.board(last), service.health()
        told = tuple(t for t in service.changes(first) if as_of is None or _by(t, first, last))
        text = report(board, told, health, "json" if shaped else form, since=first)
    if output is not None:
        replace_file(output, text)
    else:
        say(text)
    if alarmed(board, told, alarms):
        leave(1)


def _by(told: Told, first: date, last: date) -> bool:
    """Return whether a change happened by a day, and not before the first unless it was told within these days."""
    happened = told.change.at.date()
    return happened <= last and (happened >= first or told.told_on <= last)

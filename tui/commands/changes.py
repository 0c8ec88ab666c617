"""bywhen changes: what changed."""

from datetime import date

import click

from monitor.reports import shapes
from tui.commands.common import DAY, as_json, colour, common, opened_service, past, say, width
from tui.tables import changes_text


@click.command("changes")
@common
@as_json
@click.option(
    "--since", type=DAY, metavar="DATE", help="Only what happened on this day or later, or was reported then or later."
)
def command(since: date | None, *, shaped: bool) -> None:
    """Show what changed, oldest first, each change with the sentence and the link that prove it."""
    with opened_service(reading=True) as service:
        first = past(since, service.today())
        told = service.changes(first)
    text = "" if shaped else changes_text(told, first, width=width(), colour=colour())
    say(shapes.as_json(shapes.changes_shape(told)) if shaped else text)

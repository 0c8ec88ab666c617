"""bywhen changes: what changed."""

from datetime import date

import click

from tui.commands.common import DAY, as_json, colour, common, opened_service, past, say, width


@click.command("changes")
@common
@as_json
@click.option(
    "--since", type=DAY, metavar="DATE", help="Only what happened since a day, or reached us late since then."
)
def command(since: date | None, *, shaped: bool) -> None:
    """Show what changed, oldest first."""
    from monitor.reports import shapes  # noqa: PLC0415
    from tui.tables import changes_text  # noqa: PLC0415

    with opened_service(reading=True) as staff:
        told = staff.changes(past(since, staff.today()))
    say(shapes.as_json(shapes.changes_shape(told)) if shaped else changes_text(told, width=width(), colour=colour()))

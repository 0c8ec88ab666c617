"""bywhen diff: two days side by side."""

from datetime import date

import click

from monitor.reports import shapes
from tui.commands.common import DAY, as_json, colour, common, opened_service, say, width
from tui.comparison_text import comparison_text


@click.command("diff")
@common
@as_json
@click.argument("day", type=DAY)
@click.argument("other", type=DAY, required=False, metavar="[DAY]")
def command(day: date, other: date | None, *, shaped: bool) -> None:
    """Show two days side by side: which promises are new, which turned, by what proof, and what was told between.

    Without the second DAY, the first is compared with today.
    """
    from monitor.pipeline.two_days import compare_days  # noqa: PLC0415

    with opened_service(reading=True) as service:
        compared = compare_days(service, day, other or service.today())
    if shaped:
        say(shapes.as_json(shapes.comparison_shape(compared)))
    else:
        say(comparison_text(compared, width=width(), colour=colour()))

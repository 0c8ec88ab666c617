"""bywhen show: all there is on one commitment."""

from datetime import date

import click

from tui.commands.common import DAY, as_json, colour, common, opened_service, past, say, width


@click.command("show")
@common
@as_json
@click.argument("commitment")
@click.option("--as-of", type=DAY, metavar="DATE", help="As it stood on a past day.")
@click.option("--without-rulings", is_flag=True, help="As the rules alone see it.")
def command(commitment: str, as_of: date | None, *, shaped: bool, without_rulings: bool) -> None:
    """Show one COMMITMENT: words, milestones, evidence with quotes and links, history."""
    from monitor.reports import shapes  # noqa: PLC0415
    from tui.commitment_text import dossier_text  # noqa: PLC0415

    with opened_service(reading=True) as staff:
        day = past(as_of, staff.today()) or staff.today()
        dossier = staff.dossier(commitment, day, rulings=not without_rulings)
        health = () if shaped else staff.health()
    if shaped:
        say(shapes.as_json(shapes.dossier_shape(dossier, day)))
    else:
        say(dossier_text(dossier, day, health, width=width(), colour=colour()))

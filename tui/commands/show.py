"""bywhen show: all there is on one commitment."""

from datetime import date

import click

from monitor.reports import shapes
from tui.commands.common import DAY, as_json, colour, common, opened_service, past, say, width
from tui.commitment_text import dossier_text


@click.command("show")
@common
@as_json
@click.argument("commitment")
@click.option("--as-of", type=DAY, metavar="DATE", help="Show it as it stood on this past day.")
@click.option("--without-rulings", is_flag=True, help="Leave out what people ruled: show it as the rules alone see it.")
def command(commitment: str, as_of: date | None, *, shaped: bool, without_rulings: bool) -> None:
    """Show one COMMITMENT: its words, milestones, evidence with quotes and links, and history."""
    with opened_service(reading=True) as service:
        day = past(as_of, service.today()) or service.today()
        dossier = service.dossier(commitment, day, rulings=not without_rulings)
        health = () if shaped else service.health()
    if shaped:
        say(shapes.as_json(shapes.dossier_shape(dossier, day)))
    else:
        say(dossier_text(dossier, day, health, width=width(), colour=colour()))

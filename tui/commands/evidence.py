"""bywhen evidence: every piece of evidence."""

import click

from monitor.reports import shapes
from tui.commands.common import as_json, colour, common, opened_service, say, width
from tui.tables import evidence_text


@click.command("evidence")
@common
@as_json
@click.option("--commitment", metavar="ID", help="Only the evidence on this commitment.")
def command(commitment: str | None, *, shaped: bool) -> None:
    """Show every piece of evidence, oldest first: the document, the sentence, what it does to which commitment."""
    with opened_service(reading=True) as service:
        weighed = service.evidence(commitment)
    say(
        shapes.as_json(shapes.evidence_shape(weighed))
        if shaped
        else evidence_text(weighed, width=width(), colour=colour())
    )

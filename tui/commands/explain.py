"""bywhen explain: why a document was judged as it was."""

from typing import TYPE_CHECKING

import click

from monitor.pipeline.queries import explain_document
from monitor.reports.shapes import as_json
from monitor.reports.shapes.explanation_shape import explanation_shape
from tui.commands.common import as_json as wants_json
from tui.commands.common import colour, common, opened_service, say, width
from tui.explanation_text import explanation_text
from tui.layout import wrap

if TYPE_CHECKING:
    from monitor.model.documents import Version


@click.command("explain")
@common
@wants_json
@click.argument("where", metavar="SOURCE/KEY")
@click.option("--commitment", metavar="ID", help="Explain it only for this commitment.")
def command(where: str, commitment: str | None, *, shaped: bool) -> None:
    """Show why a document was judged as it was, for each commitment that it speaks of.

    Name the document as SOURCE/KEY, or by its link. For each sentence of its newest version it is shown by which words
    the sentence speaks of the promise, what it says, and what weighed most in that. Then follow the comparison with
    the register's words and dates, the rule by which a delivery was accepted or refused, how likely each relation is,
    and what was concluded. Only the rules are shown: a person's rulings play no part.
    """
    with opened_service(reading=True) as service:
        version, found = explain_document(service, where, commitment)
    if shaped:
        say(as_json(explanation_shape(version, found)))
    elif found:
        say(explanation_text(version, found, width=width(), colour=colour()))
    else:
        say("\n".join(wrap(_speaks_of_none(version, commitment), width())))


def _speaks_of_none(version: "Version", commitment: str | None) -> str:
    document = version.document
    said = f"does not speak of {commitment}" if commitment else "speaks of no commitment of the registers in use"
    why = "none of the words to watch for stands in it, or they stand too far apart, or it is older than the promise"
    return f"{document.source}/{document.key}, version {version.number}, {said}: {why}."

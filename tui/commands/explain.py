"""bywhen explain: why a document was judged as it was."""

from typing import TYPE_CHECKING

import click

from tui.commands.common import as_json as wants_json
from tui.commands.common import colour, common, opened_service, say, width

if TYPE_CHECKING:
    from monitor.model.documents import Version


@click.command("explain")
@common
@wants_json
@click.argument("where", metavar="SOURCE/KEY")
@click.option("--commitment", metavar="ID", help="Only for one commitment.")
def command(where: str, commitment: str | None, *, shaped: bool) -> None:
    """Show why the document SOURCE/KEY (or its link) was judged as it was, for each commitment that it speaks of.

    Each sentence of the newest version held: by which words it speaks of the promise, what it says, what weighed most.
    Then the comparison with the record, the door of delivery with the rule that opened or refused, how likely each
    relation is, and what follows. It is what the rules see: a person's rulings are not in it.
    """
    from monitor.pipeline.queries import explain_document  # noqa: PLC0415
    from monitor.reports.shapes import as_json  # noqa: PLC0415
    from monitor.reports.shapes.explanation_shape import explanation_shape  # noqa: PLC0415
    from tui.explanation_text import explanation_text  # noqa: PLC0415
    from tui.layout import wrap  # noqa: PLC0415

    with opened_service(reading=True) as staff:
        version, found = explain_document(staff, where, commitment)
    if shaped:
        say(as_json(explanation_shape(version, found)))
    elif found:
        say(explanation_text(version, found, width=width(), colour=colour()))
    else:
        say("\n".join(wrap(_speaks_of_none(version, commitment), width())))


def _speaks_of_none(version: "Version", commitment: str | None) -> str:
    document = version.document
    said = f"does not speak of {commitment}" if commitment else "speaks of no commitment of the registers in use"
    why = "the words that are watched for do not stand in it, or not near each other, or it is older than the promise"
    return f"{document.source}/{document.key}, version {version.number}, {said}: {why}."

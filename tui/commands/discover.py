"""bywhen discover: what ministers undertook that no register has."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from monitor.model.cleaning import clean_line
from monitor.pipeline.queries import undertakings_held
from monitor.pipeline.register_drafts import tried
from monitor.registers.drafting import draft
from monitor.registers.yaml_writing import as_yaml
from monitor.reports import shapes
from monitor.reports.shapes.json_values import due_in_full
from tui import words
from tui.commands.common import DAY, as_json, common, opened_service, past, say, width
from tui.layout import wrap
from tui.tables import proof_lines

if TYPE_CHECKING:
    from monitor.model.commitments import Register
    from monitor.registers.discovery import Undertaking
    from monitor.registers.proposed_watch import Proposal


@click.command("discover")
@common
@as_json
@click.option("--since", type=DAY, metavar="DATE", help="Only what was published on this day or later.")
def command(since: date | None, *, shaped: bool) -> None:
    """List what ministers undertook to do, in the documents held, that stands in no register; dated ones first.

    With --json each undertaking comes with an entry that can be put under `commitments:` in a register.
    """
    with opened_service(reading=True) as service:
        found = undertakings_held(service, past(since, service.today()))
        register = service.registers[0]
        watches = tried(service, found) if shaped else ()
    if shaped:
        say(shapes.as_json(list(_shapes(found, watches, register))))
    else:
        say("\n".join(_lines(found)))


def _shapes(
    found: "Sequence[Undertaking]", watches: "Sequence[Proposal]", register: "Register"
) -> Iterator[dict[str, Any]]:

    taken: set[str] = set()
    for one, watch in zip(found, watches, strict=True):
        entry, document = draft(one, register, taken, watch), one.version.document
        taken.add(entry["id"])
        cited = {"source": document.source, "key": document.key, "version": one.version.number, "url": document.url}
        yield {
            "document": cited | {"title": document.title, "published_on": document.published_on.isoformat()},
            "speaker": one.passage.speaker,
            "post": one.passage.post,
            "sentence": one.sentence,
            "said_on": one.version.since.isoformat(),
            "due": due_in_full(one.due),
            "kind": one.kind,
            "firm": one.deed.firm,
            "also_in": one.also_in,
            "entry": as_yaml([entry]),
        }


def _lines(found: "Sequence[Undertaking]") -> Iterator[str]:

    for one in found:
        document = one.version.document
        window = f"{words.quoted(one.due.said)}, {words.window(one.due)}" if one.due else words.UNDATED
        also = f"; also in {words.count(one.also_in, 'other document')}" if one.also_in else ""
        head = f"{words.short_day(one.version.since)}: {window}{also}"
        yield from wrap(head, width(), "", "    ")
        where = f"{document.source}/{document.key} {document.title}".rstrip()
        yield from wrap(clean_line(", ".join(filter(None, (where, one.passage.speaker)))), width(), "    ")
        yield from proof_lines(one.sentence, one.passage.url or document.url, width(), "    ")
    yield f"{words.count(len(found), 'undertaking')} that stand in no register." if found else _nothing()
    if found:
        yield "To draft a register entry for one of them: bywhen register new --from SOURCE/KEY."


def _nothing() -> str:
    return "In the documents held, no undertaking was found that does not stand in a register already."

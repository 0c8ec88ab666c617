"""bywhen rule: a person's decision, with who and why; it outranks what the rules suggest, and is never lost."""

import getpass
from typing import Any

import click

from monitor.model.commitments import RulingKind
from monitor.model.errors import UserError
from monitor.model.evidence import Relation
from monitor.model.wording import day
from monitor.pipeline.ruling_drafts import Decision
from monitor.reports import shapes
from monitor.status.ruling_effects import ABOUT_EVIDENCE
from tui.commands.common import DAY, as_json, aside, common, opened_service, say, width
from tui.register_text import due_line
from tui.tables import change_lines

KINDS = [kind.value for kind in RulingKind]
RELATIONS = [relation.value for relation in Relation]


@click.command("rule")
@common
@as_json
@click.argument("kind", type=click.Choice(KINDS), metavar="|".join(KINDS))
@click.argument("commitment")
@click.argument("what", required=False)
@click.option(
    "--on",
    type=DAY,
    metavar="DATE",
    help="The day from which the ruling holds. For delivered: the day of delivery. For not-delivered, if left out: the "
    "day of the delivery that it denies.",
)
@click.option(
    "--earliest",
    type=DAY,
    metavar="DATE",
    help="For delivered on an unknown day: the first day on which it may have been; --on is then the last.",
)
@click.option("--why", required=True, help="The reason for the ruling.")
@click.option(
    "--by",
    metavar="NAME",
    help="Who rules. Without it: the name in the variable BYWHEN_BY, else your login name.",
    envvar="BYWHEN_BY",
)
@click.option("--source", metavar="URL", help="The link to what proves it.")
@click.option("--quote", metavar="WORDS", help="The exact sentence that proves it.")
@click.option("--due", metavar="WORDS", help="For moved: the words of the new date, as they were said.")
@click.option("--successor", metavar="ID", help="For superseded: the id of the commitment that took its place.")
@click.option(
    "--relation", type=click.Choice(RELATIONS), help="For relation: what the document does to the commitment."
)
@click.option("--milestone", metavar="ID", help="For relation: the milestone to which it does that.")
def command(kind: str, commitment: str, what: str | None, *, shaped: bool, **said: Any) -> None:
    """Record what a person has decided about a COMMITMENT: a ruling.

    WHAT is the id of a milestone; for accept, reject and relation it is the document, as SOURCE/KEY; for taken-back it
    is the id of the ruling that no longer holds, as bywhen show --json prints it.

    A commitment that is ruled resumed is judged as if it had never been stopped: it is late from the date promised
    first, and the time during which it was stopped counts as late.
    """
    with opened_service() as service:
        decided = service.decide(_decision(RulingKind(kind), commitment, what, said))
    ruling, denied = decided.ruling, decided.denied
    if shaped:
        say(shapes.as_json([shapes.change_shape(c) for c in decided.changes]))
        return
    say(f"Recorded: {kind} {commitment}{f' {what}' if what else ''}, by {ruling.by}.")
    if denied:
        say(f"It holds from {day(denied)}, the day of the delivery that it denies; another day can be given with --on.")
    if decided.waiting:
        aside("A scan is running on this state: what follows from the ruling is told when it ends.")
    if ruling.due:
        say(due_line(ruling.due))
    for change in decided.changes:
        say("\n".join(change_lines(change, width())))


def _decision(kind: RulingKind, commitment: str, what: str | None, said: dict[str, Any]) -> Decision:
    """Return what the options say; raise UserError where WHAT is missing."""
    document, named = None, what
    if kind in ABOUT_EVIDENCE:
        source, _, key = (what or "").partition("/")
        if not key:
            raise UserError(
                f"{kind} needs the document that it is about.", "name it as SOURCE/KEY, as bywhen evidence prints it"
            )
        document, named = (source, key), said["milestone"] if kind is RulingKind.RELATION else None
    return Decision(
        kind,
        commitment,
        by=said["by"] or getpass.getuser(),
        why=said["why"],
        milestone=None if kind is RulingKind.TAKEN_BACK else named,
        on=said["on"],
        earliest=said["earliest"],
        source=said["source"],
        quote=said["quote"],
        due_words=said["due"],
        successor=said["successor"],
        relation=said["relation"],
        document=document,
        takes_back=what if kind is RulingKind.TAKEN_BACK else None,
    )

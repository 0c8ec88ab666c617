"""bywhen rule: a person's decision, with who and why; it outranks what the rules suggest, and is never lost."""

import getpass
from datetime import date
from typing import Any
from uuid import uuid4

import click

from monitor.commitments import Commitment, Ruling, RulingKind
from monitor.errors import UserError
from tui.commands.common import DAY, as_json, common, desk, say, width

KINDS = [kind.value for kind in RulingKind]
ABOUT_EVIDENCE = (RulingKind.ACCEPT, RulingKind.REJECT)


@click.command("rule")
@common
@as_json
@click.argument("kind", type=click.Choice(KINDS), metavar="|".join(KINDS))
@click.argument("commitment")
@click.argument("what", required=False)
@click.option(
    "--on", type=DAY, metavar="DATE", help="The day from which it holds (for delivered: the day of delivery)."
)
@click.option("--why", required=True, help="The reason.")
@click.option("--by", metavar="NAME", help="Who rules (BYWHEN_BY, else your login).", envvar="BYWHEN_BY")
@click.option("--source", metavar="URL", help="The link that proves it.")
@click.option("--quote", metavar="WORDS", help="The exact sentence that proves it.")
@click.option("--due", metavar="WORDS", help="For moved: the new due words, as they were said.")
@click.option("--successor", metavar="ID", help="For superseded: the commitment that took its place.")
def command(kind: str, commitment: str, what: str | None, *, shaped: bool, **said: Any) -> None:
    """Record a ruling on a COMMITMENT.

    WHAT is a milestone, or for accept and reject the document: SOURCE/KEY.
    """
    from monitor.shapes import as_json as to_json, change_shape  # noqa: PLC0415
    from tui.tables import change_lines  # noqa: PLC0415

    with desk() as staff:
        promise = next((c for r in staff.registers if (c := r.commitment(commitment))), None)
        ruling = _ruling(RulingKind(kind), promise, commitment, what, said, staff.today())
        changes = staff.rule(ruling)
    if shaped:
        say(to_json([change_shape(c) for c in changes]))
        return
    say(f"Recorded: {kind} {commitment}{f' {what}' if what else ''}, by {ruling.by}.")
    for change in changes:
        say("\n".join(change_lines(change, width())))


def _ruling(
    kind: RulingKind, promise: Commitment | None, commitment: str, what: str | None, said: dict[str, Any], today: date
) -> Ruling:
    from monitor.cleaning import clean_line, safe_link  # noqa: PLC0415
    from tui.wiring import now  # noqa: PLC0415

    document, milestone = _about(kind, promise, what)
    if said["source"] and not safe_link(said["source"]):
        raise UserError(f"{said['source']} is not a link.", "give an http or https address")
    on = said["on"] or today
    if on > today:
        raise UserError(f"{on} is yet to come.", "a ruling is about what has happened")
    return Ruling(
        id=uuid4().hex,
        commitment=commitment,
        milestone=milestone,
        kind=kind,
        on=on,
        by=clean_line(said["by"] or getpass.getuser()),
        why=clean_line(said["why"]),
        source=said["source"],
        quote=clean_line(said["quote"]) if said["quote"] else None,
        document=document,
        due=_due(kind, said["due"], on),
        successor=said["successor"],
        decided_at=now(),
    )


def _about(kind: RulingKind, promise: Commitment | None, what: str | None) -> tuple[tuple[str, str] | None, str | None]:
    """Return the document and the milestone that a ruling is about."""
    if kind in ABOUT_EVIDENCE:
        source, _, key = (what or "").partition("/")
        if not key:
            raise UserError(f"{kind}: which document?", "name it as SOURCE/KEY, as bywhen evidence prints it")
        return (source, key), None
    if promise is None or what is None:
        return None, _only(promise) if kind in (RulingKind.DELIVERED, RulingKind.NOT_DELIVERED) else None
    if promise.milestone(what) is None:
        known = ", ".join(m.id for m in promise.milestones)
        raise UserError(f"{promise.id} has no milestone called {what}.", f"They are called: {known}.")
    return None, what


def _only(promise: Commitment | None) -> str | None:
    whole = [m.id for m in promise.milestones if not m.step] if promise else []
    if len(whole) > 1 and promise:
        raise UserError(f"{promise.id} has several milestones.", f"Name one of: {', '.join(whole)}.")
    return whole[0] if whole else None


def _due(kind: RulingKind, words: str | None, on: date) -> Any:
    from monitor.registers.building import resolve_due  # noqa: PLC0415

    if kind is RulingKind.MOVED and not words:
        raise UserError("moved: to when?", "give the new words with --due, such as --due 'later in May'")
    return resolve_due(words, on) if words else None

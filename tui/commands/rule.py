"""bywhen rule: a person's decision, with who and why; it outranks what the rules suggest, and is never lost."""

import getpass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click

from monitor.model.commitments import Commitment, Ruling, RulingKind
from monitor.model.errors import UserError
from monitor.model.evidence import Relation
from tui.commands.common import DAY, as_json, aside, common, opened_service, say, width

if TYPE_CHECKING:
    from monitor.pipeline.service import Service

KINDS = [kind.value for kind in RulingKind]
RELATIONS = [relation.value for relation in Relation]
ABOUT_EVIDENCE = (RulingKind.ACCEPT, RulingKind.REJECT, RulingKind.RELATION)


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
    help="The day from which it holds (for delivered: the day of delivery; for not-delivered, where it is left out, "
    "the day of the delivery that it denies).",
)
@click.option("--earliest", type=DAY, metavar="DATE", help="For delivered, its day unknown: the first of the days.")
@click.option("--why", required=True, help="The reason.")
@click.option("--by", metavar="NAME", help="Who rules (BYWHEN_BY, else your login).", envvar="BYWHEN_BY")
@click.option("--source", metavar="URL", help="The link that proves it.")
@click.option("--quote", metavar="WORDS", help="The exact sentence that proves it.")
@click.option("--due", metavar="WORDS", help="For moved: the new due words, as they were said.")
@click.option("--successor", metavar="ID", help="For superseded: the commitment that took its place.")
@click.option("--relation", type=click.Choice(RELATIONS), help="For relation: what the evidence does.")
@click.option("--milestone", metavar="ID", help="For relation: the milestone it does it to.")
def command(kind: str, commitment: str, what: str | None, *, shaped: bool, **said: Any) -> None:
    """Record a ruling on a COMMITMENT.

    WHAT is a milestone, or for accept, reject and relation the document: SOURCE/KEY.

    What is resumed is judged as if it had never been stopped: it is late from the date first promised, and the time
    for which it was stopped counts.
    """
    from monitor.model.wording import day  # noqa: PLC0415
    from monitor.reports import shapes  # noqa: PLC0415
    from tui.register_text import due_line  # noqa: PLC0415
    from tui.tables import change_lines  # noqa: PLC0415

    with opened_service() as staff:
        promise = next((c for r in staff.registers if (c := r.commitment(commitment))), None)
        document, milestone = _about(RulingKind(kind), promise, what)
        if kind == RulingKind.RELATION:
            milestone = _put_right(promise, said)
        subject = {"commitment": commitment, "document": document, "milestone": milestone}
        denied = None if said["on"] else _denied(staff, RulingKind(kind), promise, milestone)
        ruling = _ruling(RulingKind(kind), subject, said, staff.clock(), denied)
        changes, scanning = staff.rule(ruling), staff.scanning()
    if shaped:
        say(shapes.as_json([shapes.change_shape(c) for c in changes]))
        return
    say(f"Recorded: {kind} {commitment}{f' {what}' if what else ''}, by {ruling.by}.")
    if denied:
        say(f"It counts from {day(denied)}, the day of the delivery that it denies; --on gives another.")
    if scanning:
        aside("A scan is running on this state: what follows from the ruling is told when it ends.")
    if ruling.due:
        say(due_line(ruling.due))
    for change in changes:
        say("\n".join(change_lines(change, width())))


def _ruling(
    kind: RulingKind, subject: dict[str, Any], said: dict[str, Any], now: datetime, denied: date | None
) -> Ruling:
    """Return the ruling on a subject that the options spell out; raise UserError where they can't be right.

    `denied`: the day of the delivery that is denied, from which on all is that was published to this day.
    """
    from monitor.model.cleaning import clean_line, safe_link  # noqa: PLC0415
    from monitor.model.london import london_day  # noqa: PLC0415

    today = london_day(now)
    if said["source"] and not safe_link(said["source"]):
        raise UserError(f"{said['source']} is not a link.", "give an http or https address")
    on = said["on"] or today
    if on > today:
        raise UserError(f"{on} is yet to come.", "a ruling is about what has happened")
    if kind is RulingKind.MOVED and said["on"] is None:
        raise UserError("moved: said on which day?", "give it with --on: the new words count from there")
    if not clean_line(said["why"]):
        raise UserError("why is empty.", "say the reason with --why: it stands beside the ruling")
    return Ruling(
        id=uuid4().hex,
        **subject,
        kind=kind,
        on=on,
        by=clean_line(said["by"] or getpass.getuser()),
        why=clean_line(said["why"]),
        source=said["source"],
        quote=clean_line(said["quote"]) if said["quote"] else None,
        due=_due(kind, said["due"], on),
        earliest=_earliest(kind, said["earliest"], on) or (denied if denied != on else None),
        successor=said["successor"],
        relation=said["relation"] if kind is RulingKind.RELATION else None,
        decided_at=now,
    )


def _about(kind: RulingKind, promise: Commitment | None, what: str | None) -> tuple[tuple[str, str] | None, str | None]:
    """Return the document and the milestone that a ruling is about."""
    if kind in ABOUT_EVIDENCE:
        source, _, key = (what or "").partition("/")
        if not key:
            raise UserError(f"{kind}: which document?", "name it as SOURCE/KEY, as bywhen evidence prints it")
        return (source, key), None
    if promise is None or what is None:
        return None, _unnamed(kind, promise)
    if promise.milestone(what) is None:
        known = ", ".join(m.id for m in promise.milestones)
        raise UserError(f"{promise.id} has no milestone called {what}.", f"They are called: {known}.")
    return None, what


def _denied(staff: "Service", kind: RulingKind, promise: Commitment | None, milestone: str | None) -> date | None:
    """Return the day by which a milestone was delivered, as it stands today, where that is what a ruling denies."""
    if kind is not RulingKind.NOT_DELIVERED or promise is None:
        return None
    rows = staff.dossier(promise.id).row.milestones
    return next((row.proof.known_on for row in rows if row.milestone.id == milestone and row.proof), None)


def _put_right(promise: Commitment | None, said: dict[str, Any]) -> str | None:
    """Return the milestone of evidence whose relation is put right; what delivers must deliver one."""
    named: str | None = said["milestone"]
    if said["relation"] is None:
        raise UserError("relation: which one?", "give it with --relation, such as --relation progress")
    if promise and named is not None and promise.milestone(named) is None:
        known = ", ".join(m.id for m in promise.milestones)
        raise UserError(f"{promise.id} has no milestone called {named}.", f"They are called: {known}.")
    return named or (_only(promise) if said["relation"] == Relation.DELIVERS else None)


def _unnamed(kind: RulingKind, promise: Commitment | None) -> str | None:
    """Return the milestone that a ruling speaks of which names none; None where it speaks of the whole."""
    from monitor.status.slippage import moved_milestone  # noqa: PLC0415

    if kind is RulingKind.MOVED and promise and (moved := moved_milestone(promise, None)):
        return moved.id
    of_one = (RulingKind.DELIVERED, RulingKind.NOT_DELIVERED, RulingKind.MOVED)
    return _only(promise) if kind in of_one else None


def _only(promise: Commitment | None) -> str | None:
    whole = [m.id for m in promise.milestones if not m.step] if promise else []
    if len(whole) > 1 and promise:
        raise UserError(f"{promise.id} has several milestones.", f"Name one of: {', '.join(whole)}.")
    return whole[0] if whole else None


def _earliest(kind: RulingKind, first: date | None, last: date) -> date | None:
    """Return the first day that a delivery may have been; None where its day is known."""
    if first is None or first == last:
        return None
    if kind is not RulingKind.DELIVERED:
        raise UserError(f"{kind} has no earliest day.", "--earliest is for delivered: leave it out")
    if first > last:
        raise UserError(f"{first} is after {last}.", "--earliest is the first of the days, --on the last")
    return first


def _due(kind: RulingKind, words: str | None, on: date) -> Any:
    """Return the window of new due words; raise UserError where no date, or only a part, is read from them."""
    from monitor.deadlines.unread_words import unread  # noqa: PLC0415
    from monitor.model.cleaning import clean_line  # noqa: PLC0415
    from monitor.registers.building import resolve_due  # noqa: PLC0415
    from monitor.registers.unread_dates import asked_again, told  # noqa: PLC0415

    words = clean_line(words or "")
    if kind is RulingKind.MOVED and not words:
        raise UserError("moved: to when?", "give the new words with --due, such as --due 'later in May'")
    if words and (left := unread(words, on)):
        raise UserError(f"{told(words, left)[0]}.", asked_again(left))
    return resolve_due(words, on) if words else None

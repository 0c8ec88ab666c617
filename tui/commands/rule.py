"""bywhen rule: a person's decision, with who and why; it outranks what the rules suggest, and is never lost."""

import getpass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click

from monitor.deadlines.unread_words import unread
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Commitment, Ruling, RulingKind
from monitor.model.errors import UserError
from monitor.model.evidence import Relation
from monitor.model.london import london_day
from monitor.model.wording import day
from monitor.registers.building import resolve_due
from monitor.registers.unread_dates import asked_again, told
from monitor.reports import shapes
from monitor.status.slippage import moved_milestone
from tui.commands.common import DAY, as_json, aside, common, opened_service, say, width
from tui.register_text import due_line
from tui.tables import change_lines

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

    WHAT is the id of a milestone; for accept, reject and relation it is the document, as SOURCE/KEY.

    A commitment that is ruled resumed is judged as if it had never been stopped: it is late from the date promised
    first, and the time during which it was stopped counts as late.
    """
    with opened_service() as service:
        promise = next((c for r in service.registers if (c := r.commitment(commitment))), None)
        document, milestone = _about(RulingKind(kind), promise, what)
        if kind == RulingKind.RELATION:
            milestone = _put_right(promise, said)
        subject = {"commitment": commitment, "document": document, "milestone": milestone}
        denied = None if said["on"] else _denied(service, RulingKind(kind), promise, milestone)
        ruling = _ruling(RulingKind(kind), subject, said, service.clock(), denied)
        changes, scanning = service.rule(ruling), service.scanning()
    if shaped:
        say(shapes.as_json([shapes.change_shape(c) for c in changes]))
        return
    say(f"Recorded: {kind} {commitment}{f' {what}' if what else ''}, by {ruling.by}.")
    if denied:
        say(f"It holds from {day(denied)}, the day of the delivery that it denies; another day can be given with --on.")
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
    today = london_day(now)
    if said["source"] and not safe_link(said["source"]):
        raise UserError(f"{said['source']} is not an address.", "give one that begins with http:// or https://")
    on = said["on"] or today
    if on > today:
        raise UserError(
            f"The day {on} is yet to come.", "a ruling is about what has happened: give a day no later than today"
        )
    if kind is RulingKind.MOVED and said["on"] is None:
        raise UserError(
            "moved needs the day on which the new date was said.",
            "give it with --on: the new due words count from that day",
        )
    if not clean_line(said["why"]):
        raise UserError("The reason is empty.", "give the reason with --why: it is shown beside the ruling")
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
            raise UserError(
                f"{kind} needs the document that it is about.", "name it as SOURCE/KEY, as bywhen evidence prints it"
            )
        return (source, key), None
    if promise is None or what is None:
        return None, _unnamed(kind, promise)
    if promise.milestone(what) is None:
        known = ", ".join(m.id for m in promise.milestones)
        raise UserError(f"{promise.id} has no milestone called {what}.", f"Its milestones are called: {known}.")
    return None, what


def _denied(service: "Service", kind: RulingKind, promise: Commitment | None, milestone: str | None) -> date | None:
    """Return the day by which a milestone was delivered, as it stands today, where that is what a ruling denies."""
    if kind is not RulingKind.NOT_DELIVERED or promise is None:
        return None
    rows = service.dossier(promise.id).row.milestones
    return next((row.proof.known_on for row in rows if row.milestone.id == milestone and row.proof), None)


def _put_right(promise: Commitment | None, said: dict[str, Any]) -> str | None:
    """Return the milestone of evidence whose relation is put right; what delivers must deliver one."""
    named: str | None = said["milestone"]
    if said["relation"] is None:
        raise UserError("relation needs the right relation.", "give it with --relation, such as --relation progress")
    if promise and named is not None and promise.milestone(named) is None:
        known = ", ".join(m.id for m in promise.milestones)
        raise UserError(f"{promise.id} has no milestone called {named}.", f"Its milestones are called: {known}.")
    return named or (_only(promise) if said["relation"] == Relation.DELIVERS else None)


def _unnamed(kind: RulingKind, promise: Commitment | None) -> str | None:
    """Return the milestone that a ruling speaks of which names none; None where it speaks of the whole."""
    if kind is RulingKind.MOVED and promise and (moved := moved_milestone(promise, None)):
        return moved.id
    of_one = (RulingKind.DELIVERED, RulingKind.NOT_DELIVERED, RulingKind.MOVED)
    return _only(promise) if kind in of_one else None


def _only(promise: Commitment | None) -> str | None:
    whole = [m.id for m in promise.milestones if not m.step] if promise else []
    if len(whole) > 1 and promise:
        raise UserError(
            f"{promise.id} has several milestones, and the ruling is about one.", f"Name one of: {', '.join(whole)}."
        )
    return whole[0] if whole else None


def _earliest(kind: RulingKind, first: date | None, last: date) -> date | None:
    """Return the first day that a delivery may have been; None where its day is known."""
    if first is None or first == last:
        return None
    if kind is not RulingKind.DELIVERED:
        raise UserError(f"A ruling of {kind} has no earliest day.", "leave out --earliest: it is for delivered alone")
    if first > last:
        raise UserError(
            f"The first day, {first}, is after the last, {last}.",
            "give the first of the days with --earliest, the last with --on",
        )
    return first


def _due(kind: RulingKind, words: str | None, on: date) -> Any:
    """Return the window of new due words; raise UserError where no date, or only a part, is read from them."""
    words = clean_line(words or "")
    if kind is RulingKind.MOVED and not words:
        raise UserError("moved needs the words of the new date.", "give them with --due, such as --due 'later in May'")
    if words and (left := unread(words, on)):
        raise UserError(f"{told(words, left)[0]}.", asked_again(left))
    return resolve_due(words, on) if words else None

"""bywhen review: what waits for a person, and their answers."""

import getpass
import sys
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click

from monitor.errors import UserError
from tui.commands.common import as_json, aside, common, desk, say, width

if TYPE_CHECKING:
    from monitor.reviewing.agreement import Agreement
    from monitor.reviewing.review import Suggestion
    from tui.staff import Staff


@click.command("review")
@common
@as_json
@click.option("--blind", metavar="NAME", help="Judge without sight of other people's answers, under this name.")
@click.option("--by", metavar="NAME", help="Who answers (BYWHEN_BY, else your login).", envvar="BYWHEN_BY")
@click.option("--commitment", metavar="ID", help="Only what bears on one commitment.")
@click.option(
    "--answer",
    "answers",
    type=(str, str),
    multiple=True,
    metavar="SUGGESTION WORD",
    help="Answer one by its name: accept, reject, or a relation, with /milestone where it has one. May be repeated.",
)
@click.option("--why", default="", help="The reason, for --answer.")
@click.option("--agreement", is_flag=True, help="Show how people who judged blind agree (Cohen's kappa).")
def command(
    blind: str | None,
    by: str | None,
    commitment: str | None,
    answers: tuple[tuple[str, str], ...],
    why: str,
    *,
    agreement: bool,
    shaped: bool,
) -> None:
    """Go through the suggestions that wait for a person, the weightiest first. Without a terminal: print them."""
    from monitor.cleaning import clean_line  # noqa: PLC0415
    from tui.second_looks import agreed, waiting  # noqa: PLC0415

    with desk() as staff:
        if agreement:
            _agreement(agreed(staff), shaped=shaped)
            return
        if blind is not None and not clean_line(blind):
            raise UserError("--blind: who judges?", "give a name")
        reviewer = clean_line(blind) if blind else None
        taking = _Taking(staff, reviewer or by or getpass.getuser(), blind=reviewer is not None)
        found = waiting(staff, reviewer, commitment)
        if answers:
            taking.named(found, answers, why)
            found = waiting(staff, reviewer, commitment)
        _go_through(found, taking, shaped=shaped, asked=not answers)


def _go_through(found: "tuple[Suggestion, ...]", taking: "_Taking", *, shaped: bool, asked: bool) -> None:
    from monitor import shapes  # noqa: PLC0415
    from tui.reviewing import converse, queue_text  # noqa: PLC0415
    from tui.words import count  # noqa: PLC0415

    if shaped:
        say(shapes.as_json([_shape(s) for s in found]))
    elif asked and found and sys.stdin.isatty() and sys.stdout.isatty():
        taken = converse(found, _ask, say, taking.one, width())
        aside(f"{count(taken, 'answer')} recorded, {len(found) - taken} still waiting")
    else:
        say(queue_text(found, width()))


def _ask(question: str) -> str:
    try:
        return input(f"{question} > ")
    except EOFError:
        return "quit"


class _Taking:
    """Takes answers down as rulings of one person."""

    def __init__(self, staff: "Staff", by: str, *, blind: bool) -> None:
        self._staff, self._by, self._blind = staff, by, blind

    def one(self, suggestion: "Suggestion", answer: str, why: str) -> None:
        """Record one answer; raise UserError where it is none."""
        from monitor.reviewing.review import ruling  # noqa: PLC0415

        now = self._staff.clock()
        made = ruling(suggestion, answer, by=self._by, now=now, id_=uuid4().hex, why=why, blind=self._blind)
        changes = self._staff.rule(made)
        aside(f"recorded: {answer} [{suggestion.id}], by {made.by}")
        for change in () if self._blind else changes:
            aside(f"    {change.headline}")

    def named(self, waiting: "tuple[Suggestion, ...]", answers: tuple[tuple[str, str], ...], why: str) -> None:
        """Record answers to suggestions by their names; raise UserError at the first that waits for none."""
        there = {s.id: s for s in waiting}
        for name, answer in answers:
            if name not in there:
                raise UserError(f"No suggestion called {name} waits.", "bywhen review --json lists those that do")
            self.one(there[name], answer, why)


def _shape(one: "Suggestion") -> dict[str, Any]:
    from monitor.boards import Weighed  # noqa: PLC0415
    from monitor.shapes.promised import weighed_shape  # noqa: PLC0415

    part = one.commitment.milestone(one.evidence.milestone)
    return {
        "id": one.id,
        "title": one.commitment.title,
        "words": one.commitment.words,
        "expected": part.expect.what if part else None,
        "milestones": [m.id for m in one.commitment.milestones],
        **weighed_shape(Weighed(one.evidence, None)),
        "url": one.evidence.url,
    }


def _agreement(found: "tuple[Agreement, ...]", *, shaped: bool) -> None:
    from monitor import shapes  # noqa: PLC0415
    from tui.reviewing import agreement_text  # noqa: PLC0415

    if not shaped:
        say(agreement_text(found, width()))
        return
    say(shapes.as_json([_agreement_shape(one) for one in found]))


def _agreement_shape(one: "Agreement") -> dict[str, Any]:
    differ = [
        {
            "commitment": d.evidence.commitment,
            "document": f"{d.evidence.document.source}/{d.evidence.document.key}",
            "quote": d.evidence.quote,
            "answers": {one.first: d.first, one.second: d.second},
        }
        for d in one.differ
    ]
    people = [one.first, one.second]
    return {"reviewers": people, "judged": one.judged, "alike": one.alike, "kappa": one.kappa, "differ": differ}

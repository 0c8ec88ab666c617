"""bywhen review: what waits for a person, and their answers."""

import getpass
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click

from monitor.model.cleaning import clean_line
from monitor.model.dossiers import Weighed
from monitor.model.errors import UserError
from monitor.model.user_paths import user_path
from monitor.pipeline.label_files import files, sets_of_labels
from monitor.pipeline.queries import reviewer_agreement, suggestions
from monitor.reports import shapes
from monitor.reports.shapes.board_shapes import weighed_shape
from monitor.status.review_queue import Suggestion, ruling
from tui.commands.common import as_json, aside, common, opened_service, say, width
from tui.files import make_folder, replace_files
from tui.review_dialogue import agreement_line, agreement_text, converse, queue_text
from tui.words import count

if TYPE_CHECKING:
    from monitor.model.commitments import Ruling
    from monitor.pipeline.service import Service
    from monitor.status.agreement import Agreement


@click.command("review")
@common
@as_json
@click.option("--blind", metavar="NAME", help="Answer under this name, without seeing other people's answers.")
@click.option(
    "--by",
    metavar="NAME",
    help="Who answers. Without it: the name in the variable BYWHEN_BY, else your login name.",
    envvar="BYWHEN_BY",
)
@click.option("--commitment", metavar="ID", help="Only the suggestions on this commitment.")
@click.option(
    "--answer",
    "answers",
    type=(str, str),
    multiple=True,
    metavar="SUGGESTION WORD",
    help="Answer the suggestion that has this name: accept, reject, or the right relation, followed by /MILESTONE if "
    "it is about one milestone. May be given more than once.",
)
@click.option("--why", default="", help="The reason for what --answer says.")
@click.option(
    "--export",
    "folder",
    metavar="FOLDER",
    help="Write the answers given so far into FOLDER, as labels that training/ can read.",
)
@click.option(
    "--agreement", is_flag=True, help="Show how far the people who answered with --blind agree (Cohen's kappa)."
)
def command(
    *,
    blind: str | None,
    by: str | None,
    commitment: str | None,
    answers: tuple[tuple[str, str], ...],
    why: str,
    folder: str | None,
    agreement: bool,
    shaped: bool,
) -> None:
    """Go through the suggestions that wait for a person's answer, the weightiest first.

    Without a terminal: print them.
    """
    with opened_service(reading=not answers and not sys.stdin.isatty()) as service:
        if folder is not None:
            _exported(service, folder, shaped=shaped)
            return
        if agreement:
            _agreement(reviewer_agreement(service), shaped=shaped)
            return
        if blind is not None and not clean_line(blind):
            raise UserError("--blind needs the name of the person who answers.", "give a name after --blind")
        reviewer = clean_line(blind) if blind else None
        taking = _Taking(service, reviewer or by or getpass.getuser(), blind=reviewer is not None)
        found = suggestions(service, reviewer, commitment)
        if answers:
            given = taking.named(found, answers, why)
            _answered(
                given, len(suggestions(service, reviewer, commitment)), reviewer_agreement(service), shaped=shaped
            )
        else:
            _go_through(found, taking, shaped=shaped)


def _exported(service: "Service", folder: str, *, shaped: bool) -> None:
    """Write the answers given as sets of labels: one register's into the folder, of several each into one within it."""
    found = sets_of_labels(service)
    home, written = user_path(folder), list[str]()
    for one in found:
        place = make_folder(folder)
        if len(service.registers) > 1:
            place = make_folder(str(home / one.register))
        written += map(str, replace_files(dict(files(place, one))))
    numbers = {name: sum(len(getattr(one.found, name)) for one in found) for name in ("documents", "agreed", "claims")}
    if shaped:
        say(shapes.as_json({"files": written} | numbers))
    elif not found:
        say("No suggestion has been answered yet, so nothing is written.")
    for name in () if shaped else written:
        say(name)
    if found:
        nouns = {"documents": "document", "agreed": "relation", "claims": "claim"}
        aside(", ".join(count(numbers[name], noun) for name, noun in nouns.items()))


def _answered(given: list[dict[str, str]], left: int, agreements: "tuple[Agreement, ...]", *, shaped: bool) -> None:
    """Print what was recorded, how much still waits, and how people who judge blind agree so far."""
    if shaped:
        found = [_agreement_shape(one) for one in agreements]
        say(shapes.as_json({"recorded": given, "waiting": left, "agreement": found}))
        return
    for one in given:
        say(_recorded(one))
    say(f"{count(left, 'suggestion')} still waiting" if left else "No suggestion waits for a person's answer.")
    for pair in agreements:
        say(agreement_line(pair))


def _go_through(found: "tuple[Suggestion, ...]", taking: "_Taking", *, shaped: bool) -> None:

    if shaped:
        say(shapes.as_json([_shape(s) for s in found]))
    elif found and sys.stdin.isatty() and sys.stdout.isatty():
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

    def __init__(self, service: "Service", by: str, *, blind: bool) -> None:
        self._service, self._by, self._blind = service, by, blind

    def one(self, suggestion: "Suggestion", answer: str, why: str) -> None:
        """Record one answer and say so; raise UserError where it is none."""
        given = self._record(suggestion, answer, self._ruling(suggestion, answer, why))
        aside(_recorded(given))

    def named(
        self, waiting: "tuple[Suggestion, ...]", answers: tuple[tuple[str, str], ...], why: str
    ) -> list[dict[str, str]]:
        """Record answers to suggestions by their names and return them; where one is none, UserError, and none is."""
        there = {s.id: s for s in waiting}
        missing = next((name for name, _ in answers if name not in there), None)
        if missing is not None:
            called = f"called {missing} " if missing else "without a name "
            raise UserError(f"No suggestion {called}waits for an answer.", "bywhen review --json lists those that do")
        twice = next((name for name, times in Counter(name for name, _ in answers).items() if times > 1), None)
        if twice is not None:
            raise UserError(f"There are several answers to the suggestion {twice}.", "give each suggestion one answer")
        made = [(there[name], answer, self._ruling(there[name], answer, why)) for name, answer in answers]
        return [self._record(*one) for one in made]

    def _ruling(self, suggestion: "Suggestion", answer: str, why: str) -> "Ruling":

        now = self._service.clock()
        return ruling(suggestion, answer, by=self._by, now=now, id_=uuid4().hex, why=why, blind=self._blind)

    def _record(self, suggestion: "Suggestion", answer: str, made: "Ruling") -> dict[str, str]:
        changes = self._service.rule(made)
        for change in () if self._blind else changes:
            for text in (change.headline, *change.details):
                aside(f"    {text}")
        return {"suggestion": suggestion.id, "answer": answer, "by": made.by}


def _recorded(given: dict[str, str]) -> str:
    return f"recorded: {given['answer']} [{given['suggestion']}], by {given['by']}"


def _shape(one: "Suggestion") -> dict[str, Any]:

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

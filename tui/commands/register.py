"""bywhen register: is a register sound, do its words fit, what may stand in one, and how is an entry begun?"""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from monitor.model.errors import UserError
from monitor.model.london import london_day
from monitor.model.user_paths import read_text
from monitor.pipeline.input_files import register_text
from monitor.pipeline.register_drafts import drafted, left_out, of_document, of_text, tried
from monitor.pipeline.replay import UNREAD
from monitor.registers import schema as of_registers
from monitor.registers.checking import Checked
from monitor.registers.checking import check as checked
from monitor.registers.fit import fits
from monitor.reports import shapes
from tui.commands.common import (
    DAY,
    as_json,
    aside,
    common,
    leave,
    opened_service,
    options,
    past,
    say,
    tell_amiss,
    width,
)
from tui.fit_text import fit_lines, fit_shape
from tui.register_text import check_lines, check_shape, list_lines, list_shape, listed
from tui.wiring import now, open_ledger_read_only, registers_in_use

if TYPE_CHECKING:
    from monitor.model.commitments import Register


@click.group("register", no_args_is_help=False)
def command() -> None:
    """Check a register, draft an entry for one, list the registers there are, or print the schema of registers."""


@command.command("check")
@common
@click.argument("file")
@click.option(
    "--json",
    "shaped",
    is_flag=True,
    help="Print the result as JSON; how its words fit the documents is in it only with --fit.",
)
@click.option(
    "--fit/--no-fit", default=None, help="Try its words on the documents held, or do not.  [default: if there are any]"
)
def check(file: str, *, shaped: bool, fit: bool | None) -> None:
    """Say what is wrong in the register FILE, with line numbers and how to mend it. Exit 1 when something is wrong.

    If nothing is, it shows which dates it reads from each promise's due words, and what to look at again: blanks that a
    draft left, and words that could be said of many things. If documents have been read already, it also says which of
    the register's words are too common in them, which documents match, which nearly match, and which would be reported
    as a delivery.
    """
    file, text = register_text(file)
    found = checked(text, london_day(now()))
    wanted = not shaped if fit is None else fit
    tried = _fits(found.register) if found.register and wanted else None
    if shaped:
        fitted = {"fit": fit_shape(*tried) if tried else None} if fit else {}
        say(shapes.as_json(check_shape(found) | fitted))
    else:
        say("\n".join(check_lines(file, found, width())))
        documents, fits = tried or (0, ())
        if documents:
            say("\n".join(fit_lines(documents, fits, width())))
    _left_to_do(found)


def _left_to_do(found: "Checked") -> None:
    if found.doubts:
        aside(f"{len(found.doubts)} to look at again; the register can be used all the same")
    if found.faults:
        aside(f"{len(found.faults)} to mend")
        leave(1)


def _fits(register: "Register") -> Any:
    """Return how a register's words fit what is held, None where there is no state."""
    with open_ledger_read_only(options()) as ledger:
        if ledger is None:
            return None
        fitting = fits(register, ledger.unread(UNREAD))
        tell_amiss(ledger.damaged(now()))
        return fitting


@command.command("new")
@common
@click.option("--from", "where", metavar="SOURCE/KEY", help="A document that has been read: its name, or its link.")
@click.option("--text", "file", metavar="FILE", help="A text file with what was said.")
@click.option(
    "--said-on", type=DAY, metavar="DATE", help="With --text: the day on which it was said.  [default: today]"
)
@click.option("--url", metavar="URL", help="With --text: the address at which it can be read.")
@click.option("--title", metavar="WORDS", help="With --text: the title of that page.")
@click.option("--by", metavar="NAME", help="Who said it, if the document does not say.")
@click.option("--post", metavar="ID", help="The speaker's post: its id in the register.")
@click.option("--whole", metavar="ID", help="Print a whole new register with this id, not only the entries.")
def new(where: str | None, file: str | None, said_on: date | None, **told: str | None) -> None:
    """Draft a register entry for each undertaking in a document, or in a text. A person has to finish the draft."""
    if (where is None) == (file is None):
        raise UserError(
            "register new needs one document or one text to draft from.", "give either --from SOURCE/KEY or --text FILE"
        )
    with opened_service() as service:
        day = past(said_on, service.today()) or service.today()
        if where is not None:
            found = of_document(service, where)
        else:
            found = of_text(read_text(file or ""), day, told, service.clock())
        entries = drafted(found, tried(service, found), service.registers[0], told, service.today())
    if where is None and said_on is None:
        aside(f"taken as said today, {day}: if it was not, give the day with --said-on, since due words count from it")
    for line in left_out(found):
        aside(line)
    say(entries)
    aside("this is a draft: read it, say in it what would count as kept, then run bywhen register check")


@command.command("list")
@common
@as_json
def listing(*, shaped: bool) -> None:
    """List the registers that ship, by the names that --register finds them by, and those that are in use."""
    found = listed(registers_in_use(options()))
    say(shapes.as_json(list_shape(found)) if shaped else "\n".join(list_lines(found, width())))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of registers, with which an editor can help to write one."""
    say(json.dumps(of_registers(), indent=2, ensure_ascii=False))

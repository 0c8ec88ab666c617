"""bywhen register: is a register sound, do its words fit, what may stand in one, and how is an entry begun?"""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from monitor.model.errors import UserError
from tui.commands.common import DAY, aside, common, leave, opened_service, options, past, say, tell_amiss, width

if TYPE_CHECKING:
    from monitor.model.commitments import Register
    from monitor.registers.checking import Checked


@click.group("register", no_args_is_help=False)
def command() -> None:
    """Check a register, draft an entry, or print the schema of registers."""


@command.command("check")
@common
@click.argument("file")
@click.option("--json", "shaped", is_flag=True, help="Print JSON; with --fit, how its words fit too.")
@click.option("--fit/--no-fit", default=None, help="Try its words on the documents held.  [default: if there are any]")
def check(file: str, *, shaped: bool, fit: bool | None) -> None:
    """Say what is wrong in a register FILE, with line numbers and how to mend it. Exit 1 when something is.

    Of a sound one it shows each window as it is read from the due words, and what to look at again: blanks of a draft,
    words that could be said of many things. Where a state is there already, say also which of its words are too common
    in the documents held, what would match, what nearly does, and what would be told as delivered.
    """
    from monitor.model.london import london_day  # noqa: PLC0415
    from monitor.model.user_paths import read_text  # noqa: PLC0415
    from monitor.registers.checking import check as checked  # noqa: PLC0415
    from tui.fit_text import fit_lines, fit_shape  # noqa: PLC0415
    from tui.register_text import check_lines, check_shape  # noqa: PLC0415
    from tui.wiring import now  # noqa: PLC0415

    found = checked(read_text(file), london_day(now()))
    wanted = not shaped if fit is None else fit
    tried = _fits(found.register) if found.register and wanted else None
    if shaped:
        fitted = {"fit": fit_shape(*tried) if tried else None} if fit else {}
        say(_as_json(check_shape(found) | fitted))
    else:
        say("\n".join(check_lines(file, found, width())))
        documents, fits = tried or (0, ())
        if documents:
            say("\n".join(fit_lines(documents, fits, width())))
    _left_to_do(found)


def _left_to_do(found: "Checked") -> None:
    if found.doubts:
        aside(f"{len(found.doubts)} to look at again: it can be used all the same")
    if found.faults:
        aside(f"{len(found.faults)} to mend")
        leave(1)


def _as_json(value: Any) -> str:
    from monitor.reports.shapes import as_json  # noqa: PLC0415

    return as_json(value)


def _fits(register: "Register") -> Any:
    """Return how a register's words fit what is held, None where there is no state."""
    from monitor.pipeline.replay import UNREAD  # noqa: PLC0415
    from monitor.registers.fit import fits  # noqa: PLC0415
    from tui.wiring import now, open_ledger_read_only  # noqa: PLC0415

    with open_ledger_read_only(options()) as ledger:
        if ledger is None:
            return None
        fitting = fits(register, ledger.unread(UNREAD))
        tell_amiss(ledger.damaged(now()))
        return fitting


@command.command("new")
@common
@click.option("--from", "where", metavar="SOURCE/KEY", help="A document held, by its name or by its link.")
@click.option("--text", "file", metavar="FILE", help="A text: what was said.")
@click.option("--said-on", type=DAY, metavar="DATE", help="For --text: the day it was said.  [default: today]")
@click.option("--url", metavar="URL", help="For --text: where it can be read.")
@click.option("--title", metavar="WORDS", help="For --text: what that page is called.")
@click.option("--by", metavar="NAME", help="Who said it, where the document does not tell.")
@click.option("--post", metavar="ID", help="Their post, as the register calls it.")
@click.option("--whole", metavar="ID", help="Print a register of its own with that id, and not only the entry.")
def new(where: str | None, file: str | None, said_on: date | None, **told: str | None) -> None:
    """Draft an entry for each undertaking of a document held, or of a text. A person has to finish it."""
    from monitor.model.user_paths import read_text  # noqa: PLC0415
    from monitor.pipeline.register_drafts import drafted, left_out, of_document, of_text, tried  # noqa: PLC0415

    if (where is None) == (file is None):
        raise UserError("register new: from what?", "give either --from SOURCE/KEY or --text FILE")
    with opened_service() as service:
        day = past(said_on, service.today()) or service.today()
        if where is not None:
            found = of_document(service, where)
        else:
            found = of_text(read_text(file or ""), day, told, service.clock())
        entries = drafted(found, tried(service, found), service.registers[0], told, service.today())
    if where is None and said_on is None:
        aside(f"taken as said today, {day}: give the day with --said-on, for due words count from it")
    for line in left_out(found):
        aside(line)
    say(entries)
    aside("a draft: read it, say what would count, then bywhen register check")


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of registers, for editors."""
    import json  # noqa: PLC0415

    from monitor.registers import schema as of_registers  # noqa: PLC0415

    say(json.dumps(of_registers(), indent=2, ensure_ascii=False))

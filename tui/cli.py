"""The command line: which commands are there, and how do they end? Each command is loaded only when it is called."""

import importlib
import io
import signal
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import click

from monitor.model.cleaning import clean_line
from monitor.model.errors import BusyError, DamagedError, UserError
from tui.closed_pipes import UNWRITTEN, fill_in, forget
from tui.commands.common import AMISS

FINE, PROBLEMS, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 70, 130

COMMANDS = {
    "scan": ("scan", "Read the sources once, as from cron, and print what changed."),
    "run": ("run", "Read the sources again and again, without a screen, until stopped."),
    "status": ("status", "Show the board: which promises are delivered, overdue or pending."),
    "show": ("show", "Show one commitment: its words, milestones, evidence and history."),
    "changes": ("changes", "Show what changed, oldest first."),
    "diff": ("diff", "Show two days side by side: what is new, what turned, what was told."),
    "evidence": ("evidence", "Show every piece of evidence, oldest first."),
    "explain": ("explain", "Show why a document was judged as it was, sentence by sentence."),
    "rule": ("rule", "Record what a person has decided about a commitment."),
    "review": ("review", "Go through what waits for a person's answer; show how far reviewers agree."),
    "replay": ("replay", "Work everything out again by today's rules, and show what differs."),
    "discover": ("discover", "List what ministers undertook to do that stands in no register."),
    "report": ("report", "Write a report: what is overdue, what changed, what can't be said."),
    "publish": ("publish", "Write feeds, a calendar, pages and status files into a folder."),
    "ingest": ("ingest", "Take documents from a file, as if a source had sent them."),
    "deadlines": ("deadlines", "Turn due words such as “by Easter” into dates, one JSON line each."),
    "register": ("register", "Check a register, draft an entry for one, or print the schema."),
    "doctor": ("doctor", "Check the sources, the state and the schedule."),
    "serve": ("serve", "Show the dashboard in a browser."),
    "demo": ("demo", "Replay the year 2025 against a local imitation of the sources."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are called, so that --help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as click asks
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as click asks
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"tui.commands.{COMMANDS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101  # every room of tui.commands has one
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # as above
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # as click asks
    """Tell the version and leave. A checkout that was never installed has none."""
    if not wanted:
        return
    from importlib import metadata  # noqa: PLC0415

    try:
        click.echo(f"bywhen {metadata.version('bywhen')}")
    except metadata.PackageNotFoundError:
        click.echo("bywhen, not installed")
    ctx.exit()


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--state",
    metavar="URL",
    help="Where bywhen keeps what it has read: the path of a SQLite file, or a PostgreSQL URL. Without it: what the "
    "variable BYWHEN_STATE says.",
)
@click.option(
    "--register",
    "registers",
    metavar="FILE",
    multiple=True,
    help="A register file to use, or the name of one that comes with bywhen; may be given more than once.",
)
@click.option("--config", metavar="FILE", help="The configuration file (TOML) to read.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version of bywhen."
)
@click.pass_context
def bywhen(ctx: click.Context, /, **given: Any) -> None:
    """Keep a minister to their word: what was promised, by when, and what has been published since.

    Without a command, bywhen opens the dashboard; without a terminal, it makes one scan and prints the board.
    """
    ctx.obj = given
    if ctx.invoked_subcommand is None:
        from tui.commands.dashboard import command  # noqa: PLC0415  # loads what the dashboard needs

        ctx.invoke(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code.

    To be asked to end, or to lose one's terminal, is as Ctrl-C: a scan ends its children and frees the state first.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, lambda *_: signal.raise_signal(signal.SIGINT))
    fill_in()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a locale without our quotation marks is no bug of ours
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 fine, 1 finished with problems, 2 wrong use, 70 a bug, 130 interrupted."""
    try:
        return _invoked(list(sys.argv[1:] if arguments is None else arguments))
    except (BusyError, DamagedError) as problem:
        return _told(PROBLEMS, problem.message, problem.hint)
    except UserError as wrong:
        return _told(WRONG_USE, wrong.message, wrong.hint)
    except click.ClickException as wrong:
        where = wrong.ctx.command_path if isinstance(wrong, click.UsageError) and wrong.ctx else "bywhen"
        return _told(WRONG_USE, wrong.format_message(), f"{where} --help says how the command is used")
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Exception:  # noqa: BLE001  # the last place where a bug can be told as one
        traceback.print_exc()
        click.echo("This is a bug in bywhen: please report it with the lines above.", err=True)
        return BUG


def _invoked(arguments: list[str]) -> int:
    """Return the code with which a command ended; a reader who leaves early, as `head` does, is no error.

    Results that can't be written, as on a full disk, are a problem, and no bug.
    """
    try:
        with bywhen.make_context("bywhen", arguments) as ctx:
            bywhen.invoke(ctx)
            return PROBLEMS if ctx.obj.get(AMISS) else FINE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except BrokenPipeError:
        forget(sys.stdout)
    except OSError as wrong:
        if wrong.errno not in UNWRITTEN or wrong.filename is not None:
            raise
        forget(sys.stdout)
        return _told(PROBLEMS, f"the results can't be written: {wrong.strerror}")
    return FINE


def _told(code: int, *lines: str) -> int:
    """Say a line each, as what is wrong and how to mend it, and return the exit code for it."""
    for line in lines:
        click.echo(clean_line(" ".join(line.split())), err=True)
    return code

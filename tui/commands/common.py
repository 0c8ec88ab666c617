"""What do all commands have in common: their options, the service they go to, and how they speak?"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from monitor.model.errors import UserError
from monitor.model.london import london_day
from tui.closed_pipes import forget

if TYPE_CHECKING:
    from monitor.pipeline.service import Service
    from tui.wiring import Options

PLAIN_WIDTH = 100
AMISS = "amiss"
"""Under which name it is noted for the end of a command that clock or state are amiss."""
Command = Callable[..., Any]


class DayParam(click.ParamType[date]):
    """A day as 2025-01-16, or in words, as “1 July 2025” or “yesterday”."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ARG002 - as click asks
        if isinstance(value, date):
            return value
        from monitor.model.day_words import day_in_words  # noqa: PLC0415 - for who gives a day

        return day_in_words(value, london_day(datetime.now(UTC)))


DAY = DayParam()


def common(command: Command) -> Command:
    """Give a command the options every command has; what stands before the command's name counts as well."""
    given: dict[str, Any] = {"expose_value": False, "callback": _keep}
    several: dict[str, Any] = {
        "multiple": True,
        "help": "A register file to use, or the name of one that comes with bywhen; may be given more than once.",
    }
    command = click.option("--config", metavar="FILE", help="The configuration file (TOML) to read.", **given)(command)
    command = click.option("--register", "registers", metavar="FILE", **several, **given)(command)
    return click.option(
        "--state",
        metavar="URL",
        help="Where bywhen keeps what it has read: the path of a SQLite file, or a PostgreSQL URL.",
        **given,
    )(command)


def as_json(command: Command) -> Command:
    """Give a command --json."""
    return click.option("--json", "shaped", is_flag=True, help="Print the result as JSON.")(command)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Note an option given after the command's name; registers add to those given before it."""
    given = ctx.ensure_object(dict)
    if value and param.name:
        given[param.name] = (*given.get(param.name, ()), *value) if param.multiple else value


def options() -> "Options":
    """Return what was said on the command line and in the environment."""
    from tui.wiring import Options  # noqa: PLC0415

    given = click.get_current_context().ensure_object(dict)
    state = given.get("state") or os.environ.get("BYWHEN_STATE") or None
    return Options(state, tuple(given.get("registers") or ()), given.get("config"))


@contextmanager
def opened_service(*, reading: bool = False, crawling: bool = False, looping: bool = False) -> "Iterator[Service]":
    """Open the service as the options say. For `reading` none is made, and one that is write-protected will do.

    For `crawling` the fork server loads what crawls need while the service loads the rest; `looping` crawls later.
    """
    from spiders.fork_server import ForkServer  # noqa: PLC0415

    with ForkServer() as fork_server:
        if crawling:
            fork_server.start()
        from tui import wiring  # noqa: PLC0415 - while the fork server loads

        absent, asking = (aside if reading else None), crawling or looping
        with wiring.open_service(options(), fork_server=fork_server, absent=absent, asking=asking) as opened:
            yield opened
            tell_amiss(opened.amiss())


def tell_amiss(lines: Sequence[str]) -> None:
    """Tell what is wrong with clock or state; the command then ends with 1, whatever it came to."""
    for line in lines:
        aside(line)
    if lines:
        click.get_current_context().ensure_object(dict)[AMISS] = True


def screened() -> bool:
    """Return whether a dashboard can be used: on a terminal that can be drawn on, or in a browser (`bywhen serve`).

    Keys come by stdin, and Textual draws on stderr, not on stdout.
    """
    if os.environ.get("TEXTUAL_DRIVER", "").endswith("WebDriver"):
        return True
    drawn = os.environ.get("TERM", "") not in ("", "dumb", "unknown")
    return drawn and sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()


def width() -> int:
    """Return how wide the terminal is, in columns; 100 where there is none."""
    return shutil.get_terminal_size((PLAIN_WIDTH, 40)).columns if sys.stdout.isatty() else PLAIN_WIDTH


def colour() -> bool:
    """Return whether colours may be used."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def say(text: str) -> None:
    """Write a result to stdout, as it is; the line end is added where it is missing."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def aside(text: str) -> None:
    """Write to stderr: conversation and progress, without which a command goes on all the same."""
    try:
        click.echo(text, err=True)
    except OSError:  # nobody reads it, or there is no room
        forget(sys.stderr)


def leave(code: int) -> None:
    """End the command with an exit code."""
    click.get_current_context().exit(code)


def past(day: date | None, today: date) -> date | None:
    """Return a day of the past or today; raise UserError for one to come."""
    if day and day > today:
        raise UserError(f"The day {day} is yet to come.", f"give a day no later than today, {today}")
    return day

"""bywhen serve: the dashboard in a browser."""

import shlex
import sys
from importlib.util import find_spec

import click

from monitor.model.errors import UserError
from tui.commands.common import aside, common, options


@click.command("serve")
@common
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
def command(host: str, port: int) -> None:
    """Show the dashboard in a browser, with all that it can do. It is reached from this machine only, unless told.

    There is no password: with another --host, whoever reaches it may scan and decide.
    """
    if find_spec("textual_serve") is None:
        raise UserError("The dashboard can't be served: a package is missing.", "pip install 'bywhen[serve]'")
    from tui.web_server import LOOPBACK, DashboardServer  # noqa: PLC0415 - an extra, which is not always there

    if host not in LOOPBACK:
        aside(f"whoever reaches {host}:{port} may scan and decide: there is no password")
    try:
        DashboardServer(_dashboard(), host, port, aside).serve()
    except OSError as wrong:
        raise UserError(f"{host}:{port}: {wrong.strerror}", "choose another --port or --host") from None


def _dashboard() -> str:
    """Return the line for the shell that opens the dashboard with the options that were given."""
    given = options()
    words = [sys.executable, "-P", "-c", "from tui.cli import main; main()"]
    for name, values in (
        ("--state", [given.state] if given.state else []),
        ("--register", given.registers),
        ("--config", [given.config] if given.config else []),
    ):
        words += [word for value in values for word in (name, value)]
    return shlex.join(words)

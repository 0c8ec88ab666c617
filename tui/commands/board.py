"""bywhen status: the board of a day."""

from datetime import date

import click

from tui.commands.common import DAY, as_json, colour, common, desk, past, say, width


@click.command("status")
@common
@as_json
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="The board on a past day, from what had been published by then."
)
@click.option("--without-rulings", is_flag=True, help="As the rules alone see it.")
def command(as_of: date | None, *, shaped: bool, without_rulings: bool) -> None:
    """Show the board: what is delivered, overdue or pending."""
    from monitor.shapes import as_json as to_json, status_shape  # noqa: PLC0415
    from tui.tables import board_text  # noqa: PLC0415

    with desk() as staff:
        board = staff.board(past(as_of, staff.today()), rulings=not without_rulings)
        health = () if shaped else staff.health()
    say(to_json(status_shape(board)) if shaped else board_text(board, health, width=width(), colour=colour()))

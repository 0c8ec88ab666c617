"""bywhen status: the board of a day."""

from collections.abc import Iterator
from datetime import date

import click

from monitor.model.boards import Board, FlagName
from monitor.reports import shapes
from monitor.status.first_promise import before_first
from tui import words
from tui.commands.common import DAY, as_json, colour, common, opened_service, past, say, width
from tui.layout import wrap
from tui.tables import board_text


@click.command("status")
@common
@as_json
@click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="Show the board as it stood on this past day, from what had been published by then.",
)
@click.option(
    "--without-rulings", is_flag=True, help="Leave out what people ruled: show the board as the rules alone see it."
)
def command(as_of: date | None, *, shaped: bool, without_rulings: bool) -> None:
    """Show the board: which promises are delivered, overdue or pending."""
    with opened_service(reading=True) as service:
        board = service.board(past(as_of, service.today()), rulings=not without_rulings)
        health = () if shaped else service.health()
        early = before_first(service.registers, board.as_of)
    if shaped:
        say(shapes.as_json(shapes.status_shape(board)))
        return
    say(board_text(board, health, width=width(), colour=colour()))
    if early:
        say("\n".join(wrap(f"{early.message}: {early.hint}.", width())))
    reasons = list(_stale(board))
    if reasons:
        say(
            "\n".join(
                (
                    "",
                    "Can't say whether these were kept, so they are shown neither as overdue nor as unchanged:",
                    *reasons,
                )
            )
        )


def _stale(board: "Board") -> Iterator[str]:
    """Yield why it can't be said of each commitment whether it was kept, those that share a reason on one line."""
    alike: dict[str, list[str]] = {}
    for row in board.rows:
        flag = row.flag(FlagName.STALE)
        if flag:
            alike.setdefault(flag.detail or words.flag(flag), []).append(row.commitment.id)
    for reasons, ids in alike.items():
        yield from wrap(f"{', '.join(ids)}: {reasons}", width(), "  ", "    ")

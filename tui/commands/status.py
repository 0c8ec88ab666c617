"""bywhen status: the board of a day."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from tui.commands.common import DAY, as_json, colour, common, opened_service, past, say, width

if TYPE_CHECKING:
    from monitor.model.boards import Board


@click.command("status")
@common
@as_json
@click.option(
    "--as-of", type=DAY, metavar="DATE", help="The board on a past day, from what had been published by then."
)
@click.option("--without-rulings", is_flag=True, help="As the rules alone see it.")
def command(as_of: date | None, *, shaped: bool, without_rulings: bool) -> None:
    """Show the board: what is delivered, overdue or pending."""
    from monitor.reports import shapes  # noqa: PLC0415
    from tui.tables import board_text  # noqa: PLC0415

    with opened_service(reading=True) as staff:
        board = staff.board(past(as_of, staff.today()), rulings=not without_rulings)
        health = () if shaped else staff.health()
    if shaped:
        say(shapes.as_json(shapes.status_shape(board)))
        return
    say(board_text(board, health, width=width(), colour=colour()))
    reasons = list(_stale(board))
    if reasons:
        say("\n".join(("", "Stale, so neither overdue nor unchanged can be said of them:", *reasons)))


def _stale(board: "Board") -> Iterator[str]:
    """Yield why each stale commitment can't be judged, those that share their reasons on one line."""
    from monitor.model.boards import FlagName  # noqa: PLC0415
    from tui.layout import wrap  # noqa: PLC0415

    alike: dict[str, list[str]] = {}
    for row in board.rows:
        flag = row.flag(FlagName.STALE)
        if flag:
            alike.setdefault(flag.detail or flag.word, []).append(row.commitment.id)
    for reasons, ids in alike.items():
        yield from wrap(f"{', '.join(ids)}: {reasons}", width(), "  ", "    ")

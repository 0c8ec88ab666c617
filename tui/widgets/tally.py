"""How many commitments have which status on which day, and can the board be relied on?"""

from datetime import date, timedelta

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from monitor.model.boards import Board, FlagName
from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from monitor.model.sources import SourceHealth
from tui import words
from tui.widgets.texts import STATUS_STYLE, line, listed

NOTHING_READ = (
    "Nothing has been read yet, so this board shows only what its register says. "
    "Press s to scan the sources now. The command bywhen demo replays a year, and needs no network."
)
NO_COMMITMENTS = (
    "No register holds a commitment. Name another one with --register; "
    "the command bywhen register check FILE says what is wrong in it."
)


class Tally(Vertical):
    """The lines above the board: the day and the counts, and what is amiss with the sources."""

    DEFAULT_CSS = """
    Tally { height: auto; padding: 0 1; background: $panel; }
    Tally > .amiss { display: none; color: $text-warning; }
    Tally > .amiss.shown { display: block; }
    """

    def compose(self) -> ComposeResult:
        yield Static(Text("Working out the board…"), classes="counts")
        yield Static(classes="amiss")

    def show(self, board: Board, health: tuple[SourceHealth, ...], held: int, today: date) -> None:
        """Show what a board and its sources come to."""
        self.query_one(".counts", Static).update(counts_text(board, self.app.title, today))
        amiss = amiss_text(board, health, held)
        self.query_one(".amiss", Static).set_class(bool(amiss), "shown").update(amiss)

    def refuse(self, error: UserError) -> None:
        """Show why there is no newer board."""
        told = line(f"! {error.message}: {error.hint}")
        self.query_one(".amiss", Static).set_class(True, "shown").update(told)  # noqa: FBT003 - Textual's own


def counts_text(board: Board, title: str, today: date) -> Text:
    """Return the day of a board, and how many commitments have which status."""
    parts = [Text(f"{number} {status.value}", style=STATUS_STYLE[status]) for status, number in board.counts]
    if board.stopped_late:
        parts.append(Text(f"{len(board.stopped_late)} late when replaced or dropped", style="dim"))
    stale = sum(row.flag(FlagName.STALE) is not None for row in board.rows)
    if stale:
        parts.append(Text(f"{stale} {words.CANT_SAY}", style="bold magenta"))
    past = "" if board.as_of == today else " (not today: press d, then Enter, for today)"
    head = Text.assemble((clean_line(title), "bold"), f"  as of {words.day(board.as_of)}", (past, "bold yellow"), "  ")
    return head + listed(parts, " · ")


def amiss_text(board: Board, health: tuple[SourceHealth, ...], held: int) -> Text:
    """Return why the board can't be relied on; empty if it can."""
    if not board.rows:
        return Text(NO_COMMITMENTS)
    if not held and all(h.reach is None and h.tried_at is None for h in health):
        return Text(NOTHING_READ)
    told = [_amiss(h) for h in _unsound(health, board.as_of)]
    return Text(f"! {' · '.join(told)} (press h for more)") if told else Text("")


def _unsound(health: tuple[SourceHealth, ...], as_of: date) -> list[SourceHealth]:
    """Return the sources that fail, or were not read to the day before: the day itself is still being published."""
    behind = words.behind(health, as_of - timedelta(days=1))
    return [h for h in health if h in behind or h in words.failing(health)]


def _amiss(health: SourceHealth) -> str:
    problems = f"; {words.count(len(health.problems), 'problem')}" if health.problems else ""
    return clean_line(f"{health.source}: {words.state(health)}{problems}")

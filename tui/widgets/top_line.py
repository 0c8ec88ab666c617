"""Where is the reader, and of which day is it told?"""

from collections.abc import Mapping
from datetime import date

from rich.text import Text
from textual.widgets import Static

from monitor.model.boards import Board, Standing
from monitor.status.finding import Wanted
from tui import words
from tui.widgets.palette import GLYPHS
from tui.widgets.texts import line, standing_style

_BAR = 24
"""Cells of the widest bar."""


class TopLine(Static):
    """The line at the top of every screen."""

    DEFAULT_CSS = """
    TopLine { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, name: str = "") -> None:
        super().__init__(line(name, "bold"))

    def say(self, *parts: Text) -> None:
        """Say something else; what does not fit is left out, from the end."""
        self.update(Text("  ").join(part for part in parts if part.plain))


class TroubleLine(Static):
    """The line under it that says what is wrong, in one line; it is not there while nothing is."""

    DEFAULT_CSS = """
    TroubleLine { display: none; height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    TroubleLine.-shown { display: block; }
    """

    def say(self, told: str) -> None:
        """Say what is wrong; empty where nothing is."""
        self.update(line(f"! {told}", "warning") if told else Text())
        self.set_class(bool(told), "-shown")


def day_text(as_of: date, today: date) -> Text:
    """Return the day that is looked at, and how to come back where that is not today."""
    if as_of == today:
        return Text(words.short_day(as_of))
    return Text(f"as of {words.short_day(as_of)} (0: today)", style="warning")


def counts_text(standings: Mapping[Standing, int], *, spelled: bool) -> Text:
    """Return how many promises stand how: with words where they are `spelled`, else by their glyphs."""
    parts = [
        Text(f"{number} {standing.value}" if spelled else f"{GLYPHS[standing]}{number}", style=standing_style(standing))
        for standing, number in standings.items()
        if number or standing in (Standing.OVERDUE, Standing.DELIVERED, Standing.PENDING)
    ]
    return Text(" · " if spelled else " ").join(parts)


def bar_text(standings: Mapping[Standing, int], width: int = _BAR) -> Text:
    """Return the shares of the states as a bar; each that is not empty has a cell at least."""
    total = sum(standings.values())
    told = Text()
    for standing, number in standings.items():
        cells = max(1, round(width * number / total)) if number else 0
        told.append(_BLOCKS[standing] * cells, style=standing_style(standing))
    return told


_BLOCKS = {
    Standing.OVERDUE: "█",
    Standing.CANT_SAY: "▒",
    Standing.PENDING: "░",
    Standing.DELIVERED: "▓",
    Standing.STOPPED: "■",
}


def head_parts(board: Board, name: str, today: date, width: int, *, wanted: Wanted, found: int) -> list[Text]:
    """Return what the board's line says: name, day, and how many promises stand how, or how many were found.

    `width`: the cells that there are; what can best be spared is left out.
    """
    parts = [line(name, "bold"), day_text(board.as_of, today)]
    if wanted.everything:
        return [*parts, *_counts(board.standings, width - sum(part.cell_len + 2 for part in parts))]
    told = f"{found} of {len(board.rows)}" if found else f"nothing found among {len(board.rows)}"
    return [*parts, line(f"{told}: {told_wanted(wanted)} (Esc: all)", "warning")]


def told_wanted(wanted: Wanted) -> str:
    """Return what a board was narrowed to, in words."""
    picked = [*sorted(wanted.standings), *filter(None, (wanted.post, wanted.register, wanted.words))]
    return ", ".join([*picked, *[words.UNCHECKED] * wanted.unconfirmed])


def _counts(standings: Mapping[Standing, int], room: int) -> list[Text]:
    """Return how many promises stand how, in as many words as there is room for."""
    spelled, short = counts_text(standings, spelled=True), counts_text(standings, spelled=False)
    bar = bar_text(standings)
    for parts in ([spelled, bar], [spelled], [short, bar]):
        if sum(part.cell_len + 2 for part in parts) <= room:
            return parts
    return [short]

"""Which commitments stand on the board, in which order, and in which words?"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

from monitor.model.boards import Board, Flag, FlagName, Row, Status
from monitor.model.cleaning import clean_line
from monitor.model.sources import SourceHealth
from tui import words
from tui.widgets.plain_table import PlainTable, TableColumn
from tui.widgets.texts import flag_text, fold, line, listed, status_text

WIDE, ROOMY = 104, 130
"""Cells from which there is room for the day something was last heard, and for longer flags."""

_STATUS, _TITLE, _DUE, _FLAGS, _HEARD = "Status", "Commitment", "Due", "Flags", "Last heard"
_RANK = {Status.OVERDUE: 0, Status.PENDING: 1, Status.DELIVERED: 2}

ORDERS: dict[str, Callable[[Row], tuple[int, int]] | None] = {
    "as in the register": None,
    "by due date": lambda r: (r.due.latest.toordinal() if r.due and r.due.latest else date.max.toordinal(), 0),
    "by status": lambda r: (_RANK[Status.PENDING if r.stop else r.status], -(r.days_late or 0)),
    "by what was heard last": lambda r: (-r.last_heard.toordinal() if r.last_heard else 0, 0),
}


class BoardTable(PlainTable):
    """The board as a table: two lines for each commitment."""

    row_height: ClassVar[int] = 2

    class Opened(Message):
        """The reader wants to see a commitment's page."""

        def __init__(self, commitment: str) -> None:
            super().__init__()
            self.commitment = commitment

    def __init__(self) -> None:
        super().__init__()
        self.rows_shown: tuple[Row, ...] = ()
        self._as_of = date.min
        self._health: tuple[SourceHealth, ...] = ()

    def show(self, board: Board, health: tuple[SourceHealth, ...], *, wanted: str, order: str) -> None:
        """Show the rows of a board in which every wanted word stands, in one of ORDERS."""
        self._health = health
        self._as_of = board.as_of
        self.rows_shown = ordered(filtered(board.rows, wanted), order)
        self.lay([row.commitment.id for row in self.rows_shown])

    def columns_for(self, width: int) -> tuple[TableColumn, ...]:
        if width < WIDE:
            return (TableColumn(_STATUS, 15), TableColumn(_TITLE), TableColumn(_DUE, 21), TableColumn(_FLAGS, 14))
        due, flags, heard = (21, 14, 13) if width < ROOMY else (30, 24, 18)
        return (
            TableColumn(_STATUS, 15),
            TableColumn(_TITLE),
            TableColumn(_DUE, due),
            TableColumn(_FLAGS, flags),
            TableColumn(_HEARD, heard),
        )

    def cells(self, index: int, columns: Sequence[TableColumn]) -> Sequence[Text]:
        row = self.rows_shown[index]
        made = {
            _STATUS: lambda: listed([status_text(row.status), line(standing(row, self._as_of), "dim")], "\n"),
            _TITLE: lambda: line(row.commitment.title),
            _DUE: lambda: due_text(row),
            _FLAGS: lambda: flags_text(row, next(c.width or 0 for c in columns if c.title == _FLAGS), self.row_height),
            _HEARD: lambda: heard_text(row, self._health),
        }
        return [made[column.title]() for column in columns]

    def on_data_table_row_selected(self, chosen: DataTable.RowSelected) -> None:
        chosen.stop()
        if chosen.cursor_row < len(self.rows_shown):
            self.post_message(self.Opened(self.rows_shown[chosen.cursor_row].commitment.id))


def filtered(rows: Sequence[Row], wanted: str) -> tuple[Row, ...]:
    """Return the rows in which every word of `wanted` stands, upper and lower case alike."""
    parts = wanted.casefold().split()
    return tuple(r for r in rows if all(part in _all_words(r) for part in parts))


def ordered(rows: tuple[Row, ...], order: str) -> tuple[Row, ...]:
    """Return the rows in one of ORDERS; those that tie stay as they were."""
    key = ORDERS[order]
    return rows if key is None else tuple(sorted(rows, key=key))


def standing(row: Row, as_of: date) -> str:
    """Return what is said under a status: when it was delivered, how late it is, or how long is left."""
    if row.status is Status.DELIVERED:
        return words.short_day(row.delivered_on) if row.delivered_on else "day not given"
    return words.timing(row, as_of)


def due_text(row: Row) -> Text:
    """Return the words of a promise and, under them, the window they come to."""
    if row.due is None:
        return Text(words.UNDATED, style="dim")
    return listed(
        [line(words.quoted(row.due.said)), line(words.window(row.due), "" if row.due.dated else "dim")],
        "\n",
    )


def flags_text(row: Row, width: int, height: int) -> Text:
    """Return a row's flags in full where they fit a column, else in their short forms (the help screen has both)."""
    shown = [f for f in row.flags if not _told_already(row, f)]
    full, short = (
        listed(
            [
                *(flag_text(f, short=shortly) for f in shown),
                *(Text(doubt, style="yellow") for doubt in words.doubts(row, short=shortly)),
            ]
        )
        for shortly in (False, True)
    )
    return full if fold(full, width, height).plain.replace("\n", " ") == full.plain else short


def heard_text(row: Row, health: tuple[SourceHealth, ...]) -> Text:
    """Return when a commitment was last spoken of; where it was not, whether anybody looked."""
    heard = line(words.heard(row, health), "" if row.last_heard else "dim")
    return listed([heard, Text(f"{row.evidence} in all", style="dim")], "\n") if row.evidence else heard


def _told_already(row: Row, flag: Flag) -> bool:
    """Return whether a flag would repeat another cell: lateness stands under “overdue”, “no date given” under Due."""
    undated = flag.name is FlagName.NO_DATE and row.due is None
    return undated or (flag.name is FlagName.LATE and row.status is Status.OVERDUE)


def _all_words(row: Row) -> str:
    promise = row.commitment
    due = row.due.said if row.due else ""
    named = (words.flag(f, short=short) for f in row.flags for short in (False, True))
    flags = " ".join((*named, *row.cautions, *words.doubts(row)))
    said = (promise.id, promise.title, promise.post.title, promise.made_by, row.status.value, due, flags)
    return clean_line(" ".join(said)).casefold()

"""Which promises stand on the board, and what does each line say of one?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from rich.text import Text

from monitor.model.boards import Flag, FlagName, MilestoneRow, Row, Standing, Status
from monitor.model.sources import SourceHealth
from tui import words
from tui.widgets.cell_strips import TableColumn
from tui.widgets.row_list import RowList
from tui.widgets.texts import flag_text, fold, line, listed, standing_style, standing_text

_STATUS = TableColumn("Status", 11)
_TITLE = TableColumn("Promise")
_MINISTER = TableColumn("Minister", 20)
_DUE = TableColumn("Due", 11)
_DAYS = TableColumn("Days", 15)
_FLAGS = TableColumn("Notes", 16)
_WAITS = TableColumn("Waits for", 30)
_HEARD = TableColumn("Heard", 12)
_WIDEST = (_STATUS, _TITLE, _MINISTER, _DUE, _DAYS, _FLAGS, _WAITS, _HEARD)
_LEFT_OUT = ((150, _WAITS), (125, _HEARD), (105, _MINISTER), (88, _FLAGS), (70, _DUE))
"""Below how many cells of width each column gives way, that which can best be spared first."""

NEW = "•"
"""Before a promise of which something was reported since the reader's last visit."""
_SPARKS = "▁▂▃▄▅▆▇█"


class BoardTable(RowList):
    """The board: a line for each promise, or two where the reader asks for more, under the headings of groups."""

    def __init__(self) -> None:
        super().__init__()
        self.rows_shown: tuple[Row, ...] = ()
        self._lines: tuple[Row | str, ...] = ()
        self._as_of = date.min
        self._health: tuple[SourceHealth, ...] = ()
        self._fresh: frozenset[str] = frozenset()

    def show(
        self,
        groups: Sequence[tuple[str, Sequence[Row]]],
        as_of: date,
        health: tuple[SourceHealth, ...],
        *,
        fresh: frozenset[str] = frozenset(),
        top: bool = False,
    ) -> None:
        """Show rows as they stood on a day, under the headings of their groups (no heading where that is empty).

        `fresh`: the commitments of which something is new to the reader. `top`: the cursor goes to the first row.
        """
        self._as_of, self._health, self._fresh = as_of, health, fresh
        self.rows_shown = tuple(row for _, rows in groups for row in rows)
        lines: list[Row | str] = []
        for heading, rows in groups:
            lines += [*([heading] if heading else []), *rows]
        self._lines = tuple(lines)
        keys = [f"group {one}" if isinstance(one, str) else one.commitment.id for one in lines]
        headings = {place: line(one) for place, one in enumerate(lines) if isinstance(one, str)}
        self.lay(keys, headings, top=top)

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        found = None if self.current is None else self._lines[self.current]
        return None if isinstance(found, str) else found

    def seen(self, fresh: frozenset[str]) -> None:
        """Take the mark of what is new from all but these."""
        if fresh != self._fresh:
            self._fresh = fresh
            self.redraw()

    def columns_for(self, width: int) -> tuple[TableColumn, ...]:
        gone = {column for below, column in _LEFT_OUT if width < below}
        return tuple(column for column in _WIDEST if column not in gone)

    def cells(self, index: int, columns: Sequence[TableColumn]) -> Sequence[Text]:
        row = self._lines[index]
        if isinstance(row, str):
            return ()
        made: Mapping[str, Callable[[int], Text]] = {
            "Status": lambda _: standing_text(row.standing),
            "Promise": lambda _: self._promise(row),
            "Minister": lambda _: lines(line(row.commitment.made_by), line(row.commitment.post.title, "muted")),
            "Due": lambda _: lines(_due_day(row), line(row.due.said if row.due else "", "muted")),
            "Days": lambda _: line(days_text(row, self._as_of), standing_style(row.standing)),
            "Notes": lambda width: flags_text(row, width, self.row_height),
            "Waits for": lambda _: line(waits_for(row)),
            "Heard": lambda _: lines(Text(spark(row.by_month), "muted"), line(words.heard(row, self._health), "muted")),
        }
        return [made[column.title](column.width or 1) for column in columns]

    def _promise(self, row: Row) -> Text:
        mark = Text(f"{NEW} ", style="warning") if row.commitment.id in self._fresh else Text()
        title = mark + line(row.commitment.title)
        return lines(title, line(waits_for(row), "muted")) if self.row_height > 1 else title


def lines(first: Text, second: Text) -> Text:
    """Return a cell of two lines, of which the second is seen only where there is room."""
    return listed([first, second], "\n")


def days_text(row: Row, as_of: date) -> str:
    """Return by how many days a promise is late or has time left, or when it was delivered; empty where unknown."""
    if row.status is Status.DELIVERED and not row.days_late:
        return words.short_day(row.delivered_on) if row.delivered_on else ""
    return words.timing(row, as_of)


def waits_for(row: Row) -> str:
    """Return what would end the waiting: the milestone that was missed or comes next; empty where all is done."""
    found = waited_for(row)
    return found.milestone.title if found else ""


def waited_for(row: Row) -> MilestoneRow | None:
    """Return the milestone that makes the status of a promise not yet delivered."""
    return next(iter(row.making), None) if row.standing not in (Standing.DELIVERED, Standing.STOPPED) else None


def flags_text(row: Row, width: int, height: int) -> Text:
    """Return a row's notes in full where they fit a column, else in their short forms (the help screen has both)."""
    shown = [f for f in row.flags if not _told_already(row, f)]
    full, short = (
        listed(
            [
                *(flag_text(f, short=shortly) for f in shown),
                *(Text(doubt, style="warning") for doubt in words.doubts(row, short=shortly)),
            ]
        )
        for shortly in (False, True)
    )
    return full if fold(full, width, height).plain.replace("\n", " ") == full.plain else short


def spark(by_month: Sequence[int]) -> str:
    """Return numbers as little bars, a character each: none for nought, and the tallest for the greatest."""
    most = max(by_month, default=0)
    return "".join(_SPARKS[-(-number * 7 // most)] if number else " " for number in by_month)


def _due_day(row: Row) -> Text:
    if row.due is None or row.due.latest is None:
        return Text("no date", style="muted")
    return line(words.short_day(row.due.latest))


def _told_already(row: Row, flag: Flag) -> bool:
    """Return whether a flag would repeat another cell: lateness, “can't say”, “no date given”."""
    undated = flag.name is FlagName.NO_DATE and (row.due is None or row.due.latest is None)
    return undated or (flag.name, row.standing) in (
        (FlagName.LATE, Standing.OVERDUE),
        (FlagName.STALE, Standing.CANT_SAY),
        (FlagName.SUPERSEDED, Standing.STOPPED),
    )

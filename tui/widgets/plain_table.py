"""How does a table keep its reader's place, fit the terminal, and show nothing but plain text?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from tui.widgets.texts import fold


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading and a width in cells; the one column with no width takes what is left."""

    title: str
    width: int | None = None


class PlainTable(DataTable[Text]):
    """A table of Text cells. `columns_for` says which columns a terminal of some width has room for."""

    DEFAULT_CSS = """
    PlainTable { height: 1fr; scrollbar-gutter: stable; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open", show=True),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    row_height: ClassVar[int] = 1

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True)
        self._keys: tuple[str, ...] = ()

    def columns_for(self, width: int) -> tuple[TableColumn, ...]:
        """Return the columns for a table that many cells wide."""
        raise NotImplementedError

    def cells(self, index: int, columns: Sequence[TableColumn]) -> Sequence[Text]:
        """Return the cells of one row, in the order of the columns."""
        raise NotImplementedError

    @property
    def current(self) -> int | None:
        """The row the cursor is on, None in an empty table."""
        return self.cursor_row if self._keys and self.cursor_row < len(self._keys) else None

    def lay(self, keys: Sequence[str]) -> None:
        """Show a row for each key; the cursor stays with its key, or else on its line."""
        held, line, scrolled = self._held(), self.cursor_row, self.scroll_y
        self._keys = tuple(keys)
        self._fill()
        if self._keys:
            self.move_cursor(row=self._line_of(held, min(line, len(self._keys) - 1)), scroll=False)
            self.call_after_refresh(self._settle, scrolled)

    def on_resize(self, _: events.Resize) -> None:
        """Lay the same rows out again for the new width."""
        self.lay(self._keys)

    def _held(self) -> str | None:
        return None if self.current is None else self._keys[self.current]

    def _line_of(self, key: str | None, line: int) -> int:
        """Return where a key stands now; `line` where it stands there still, or nowhere."""
        return line if key is None or self._keys[line] == key or key not in self._keys else self._keys.index(key)

    def _settle(self, scrolled: float) -> None:
        """Scroll back to where the reader was; only a laid out table can scroll."""
        self.scroll_to(y=scrolled, animate=False, immediate=True)
        self._scroll_cursor_into_view()

    def _fill(self) -> None:
        self.clear(columns=True)
        if not self.size.width:
            return
        columns = self._fitted(self.size.width - self.scrollbar_size_vertical)
        for column in columns:
            self.add_column(Text(column.title), width=column.width)
        for index in range(len(self._keys)):
            cells = self.cells(index, columns)
            folded = (fold(c, k.width or 1, self.row_height) for c, k in zip(cells, columns, strict=True))
            self.add_row(*folded, height=self.row_height)

    def _fitted(self, width: int) -> tuple[TableColumn, ...]:
        columns = self.columns_for(width)
        taken = sum(c.width or 0 for c in columns) + 2 * self.cell_padding * len(columns)
        return tuple(TableColumn(c.title, c.width or max(8, width - taken)) for c in columns)

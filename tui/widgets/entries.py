"""How is a list shown together with the whole text of the line that the cursor is on?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from tui.widgets.cell_strips import TableColumn
from tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A line of a list, and behind it: its whole text (made when wanted), its link, its commitment."""

    key: str
    cells: tuple[Text, ...]
    detail: Callable[[], Text]
    url: str | None = None
    commitment: str | None = None
    copied: Callable[[], str] | None = None

    def cited(self) -> str:
        """Return what is taken away of it: quote, citation and link; where these are not known, its whole text."""
        return self.copied() if self.copied else self.detail().plain


class EntryTable(RowList):
    """The lines."""

    def __init__(self, columns: tuple[TableColumn, ...], *, opens: bool) -> None:
        super().__init__()
        self.columns_given = columns
        self.opens = opens
        self.entries: tuple[ListEntry, ...] = ()

    def columns_for(self, width: int) -> tuple[TableColumn, ...]:
        return tuple(column for column in self.columns_given if column.needs <= width)

    def cells(self, index: int, columns: Sequence[TableColumn]) -> Sequence[Text]:
        titles = {column.title for column in columns}
        pairs = zip(self.columns_given, self.entries[index].cells, strict=True)
        return [cell for column, cell in pairs if column.title in titles]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer Enter only where there is something to open."""
        return self.opens if action == "open" else super().check_action(action, parameters)


class Entries(Vertical):
    """A table of entries over the whole text of the one the cursor is on."""

    DEFAULT_CSS = """
    Entries > EntryTable { height: 1fr; }
    Entries > VerticalScroll { height: 1fr; border-top: solid $primary; padding: 0 1; }
    Entries .detail { max-width: 100; }
    """

    class Opened(Message):
        """The reader pressed Enter on an entry."""

        def __init__(self, entry: ListEntry) -> None:
            super().__init__()
            self.entry = entry

    class Reached(Message):
        """The cursor is on an entry, whose whole text is shown."""

        def __init__(self, entry: ListEntry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, columns: tuple[TableColumn, ...], *, opens: bool = False) -> None:
        super().__init__()
        self._columns = columns
        self._opens = opens
        self._empty = Text("Asking…")

    def compose(self) -> ComposeResult:
        yield EntryTable(self._columns, opens=self._opens)
        with VerticalScroll(can_focus=True):
            yield Static(self._empty, classes="detail")

    def show(self, entries: Sequence[ListEntry], empty: str) -> None:
        """Show entries, or where there are none, why; the cursor stays on the entry it was on."""
        self._empty = Text(empty)
        table = self.query_one(EntryTable)
        table.entries = tuple(entries)
        table.lay([entry.key for entry in entries])
        self._show_detail()

    @property
    def current(self) -> ListEntry | None:
        """The entry the cursor is on."""
        table = self.query_one(EntryTable)
        return None if table.current is None else table.entries[table.current]

    def on_row_list_moved(self, moved: RowList.Moved) -> None:
        moved.stop()
        self._show_detail()
        if self.current is not None:
            self.post_message(self.Reached(self.current))

    def on_row_list_opened(self, opened: RowList.Opened) -> None:
        opened.stop()
        if self.current is not None:
            self.post_message(self.Opened(self.current))

    def mark(self, key: str, cell: Text) -> None:
        """Show something else in the first cell of an entry, if it is still there."""
        table = self.query_one(EntryTable)
        table.entries = tuple(
            replace(entry, cells=(cell, *entry.cells[1:])) if entry.key == key else entry for entry in table.entries
        )
        table.redraw()

    def focus_list(self) -> None:
        """Put the reader on the lines."""
        self.query_one(EntryTable).focus()

    def _show_detail(self) -> None:
        entry = self.current
        self.query_one(".detail", Static).update(self._empty if entry is None else entry.detail())

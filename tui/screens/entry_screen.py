"""What do all screens have in common that show a list over the whole text of the line the cursor is on?"""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer

from tui.messages import CommitmentWanted, LinkWanted, Refused
from tui.screens.service_screen import ServiceScreen
from tui.widgets.cell_strips import TableColumn
from tui.widgets.entries import Entries, ListEntry
from tui.widgets.scan_line import ScanLine
from tui.widgets.texts import line
from tui.widgets.top_line import TopLine

_NO_LINK = "There is no http or https link here."


TAKING: list[BindingType] = [
    Binding("escape", "app.pop_screen", "Back"),
    Binding("y", "copy", "Copy"),
    Binding("o", "open", "Open link"),
    Binding("Y", "copy_link", "Copy link", show=False),
]
"""The keys of each such screen; its own stand before them, for the footer may not have room for all."""


class EntryScreen(ServiceScreen):
    """A heading over a list. Enter opens the commitment of a line, `o` its link; `y` and `Y` take them away."""

    COLUMNS: ClassVar[tuple[TableColumn, ...]]
    ASKING: ClassVar[str]
    """What stands in the heading until there is an answer."""
    AUTO_FOCUS = "EntryTable"

    def compose(self) -> ComposeResult:
        yield TopLine(self.ASKING)
        yield Entries(self.COLUMNS, opens=True)
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def head(self, parts: Sequence[Text]) -> None:
        """Say in the heading what is shown."""
        self.query_one(TopLine).say(*parts)

    def fill(self, entries: Sequence[ListEntry], empty: str) -> None:
        """Show the entries; `empty` says why there is none."""
        self.query_one(Entries).show(entries, empty)

    @property
    def current(self) -> ListEntry | None:
        """The entry the cursor is on."""
        return self.query_one(Entries).current

    def on_refused(self, refused: Refused) -> None:
        """Say in the screen itself why there is no answer; the app shows it as a toast besides."""
        told = f"{refused.error.message}: {refused.error.hint}"
        self.head((line(told, "warning"),))
        self.fill((), told)

    def on_entries_opened(self, opened: Entries.Opened) -> None:
        opened.stop()
        if opened.entry.commitment:
            self.post_message(CommitmentWanted(opened.entry.commitment))

    def action_open(self) -> None:
        if self.current and self.current.url:
            self.post_message(LinkWanted(self.current.url))
        else:
            self.notify(_NO_LINK, severity="warning", markup=False)

    def action_copy(self) -> None:
        if self.current:
            self._copied(self.current.cited(), "Copied, with its source.")

    def action_copy_link(self) -> None:
        if self.current and self.current.url:
            self._copied(self.current.url, "Link copied.")
        else:
            self.notify(_NO_LINK, severity="warning", markup=False)

    def _copied(self, words: str, told: str) -> None:
        self.app.copy_to_clipboard(words)
        self.notify(told, timeout=2, markup=False)

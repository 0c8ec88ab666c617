"""What changed, newest told first?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer

from monitor.model.ports import Told
from tui.messages import CommitmentWanted, LinkWanted
from tui.screens.service_screen import ServiceScreen
from tui.widgets.change_entries import change_entry
from tui.widgets.entries import Entries
from tui.widgets.row_list import TableColumn
from tui.widgets.scan_line import ScanLine
from tui.widgets.top_line import TopLine

_EMPTY = "No change has been found yet. Press s to scan the sources now."


class ChangesScreen(ServiceScreen):
    """Every change that was told; Enter opens the commitment."""

    AUTO_FOCUS = "EntryTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open link"),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    class Answered(Message):
        """What was told, oldest first."""

        def __init__(self, told: tuple[Told, ...]) -> None:
            super().__init__()
            self.told = told

    def compose(self) -> ComposeResult:
        yield TopLine("What changed, newest told first")
        yield Entries((TableColumn("Day", 12), TableColumn("Kind", 12), TableColumn("What")), opens=True)
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        return self.Answered(self.service.changes())

    def on_changes_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        newest_first = sorted(answer.told, key=lambda t: (t.told_on, t.change.at, t.told_at), reverse=True)
        self.query_one(Entries).show([change_entry(told.change, told.told_at) for told in newest_first], _EMPTY)

    def on_entries_opened(self, opened: Entries.Opened) -> None:
        opened.stop()
        if opened.entry.commitment:
            self.post_message(CommitmentWanted(opened.entry.commitment))

    def action_open(self) -> None:
        entry = self.query_one(Entries).current
        if entry is not None and entry.url:
            self.post_message(LinkWanted(entry.url))

"""How are the sources, one by one?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer

from monitor.model.sources import SourceHealth
from tui.screens.service_screen import ServiceScreen
from tui.widgets.entries import Entries
from tui.widgets.health_entries import COLUMNS, health_entry
from tui.widgets.scan_line import ScanLine
from tui.widgets.top_line import TopLine

_EMPTY = "No source is configured. The command bywhen doctor may say more."


class HealthScreen(ServiceScreen):
    """Each source: when it was tried, how far it was read, what went wrong."""

    AUTO_FOCUS = "EntryTable"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen", "Back")]

    class Answered(Message):
        """How the sources are, and how many documents of each are held."""

        def __init__(self, health: tuple[SourceHealth, ...], counts: dict[str, int]) -> None:
            super().__init__()
            self.health = health
            self.counts = counts

    def compose(self) -> ComposeResult:
        yield TopLine("The sources: how far each was read, and what failed")
        yield Entries(COLUMNS)
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        return self.Answered(self.service.health(), self.service.counts())

    def on_health_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        self.query_one(Entries).show([health_entry(h, answer.counts.get(h.source, 0)) for h in answer.health], _EMPTY)

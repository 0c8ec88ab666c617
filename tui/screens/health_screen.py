"""How is each source: how far was it read, when is it read next, and what failed?"""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer

from monitor.model.sources import SourceHealth
from monitor.pipeline.service_port import ServicePort
from tui.screens.service_screen import ServiceScreen
from tui.widgets.entries import Entries
from tui.widgets.health_entries import COLUMNS, SourceRow, health_entry, since
from tui.widgets.scan_line import ScanLine, ScanState
from tui.widgets.texts import line
from tui.widgets.top_line import TopLine

_EMPTY = "No source is switched on."


class HealthScreen(ServiceScreen):
    """Every source, one a line; under them all there is on the one that the cursor is on."""

    AUTO_FOCUS = "EntryTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "scan_one", "Scan this one"),
        Binding("x", "app.stop_scan", "Stop the scan"),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    class Answered(Message):
        """How each source is, how many documents of each are held, and when each is read next."""

        def __init__(
            self, health: tuple[SourceHealth, ...], counts: dict[str, int], turns: dict[str, datetime], now: datetime
        ) -> None:
            super().__init__()
            self.health, self.counts, self.turns, self.now = health, counts, turns, now

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self._answer: HealthScreen.Answered | None = None

    def compose(self) -> ComposeResult:
        yield TopLine("Sources")
        yield Entries(COLUMNS)
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.watch(self.app, "scan", self._show, init=False)

    def question(self) -> Message:
        turns = dict(self.dashboard.turns())
        return self.Answered(self.service.health(), self.service.counts(), turns, self.service.now())

    def on_health_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        self._answer = answer
        self._show(self.dashboard.scan)

    def action_scan_one(self) -> None:
        entry = self.query_one(Entries).current
        if entry is not None:
            self.dashboard.scan_now(entry.key)

    def _show(self, scan: ScanState) -> None:
        answer = self._answer
        if answer is None:
            return
        progress = {told.source: told for told in scan.progress} if scan.running else {}
        rows = [
            SourceRow(h, answer.counts.get(h.source, 0), answer.turns.get(h.source), answer.now, progress.get(h.source))
            for h in answer.health
        ]
        self.query_one(Entries).show([health_entry(row) for row in rows], _EMPTY)
        tried = max((h.tried_at for h in answer.health if h.tried_at), default=None)
        sound = sum(1 for h in answer.health if h.reach and not (h.failures or h.problems or h.unread))
        told = line(f"{sound} of {len(answer.health)} read soundly", "delivered" if sound == len(rows) else "warning")
        self.query_one(TopLine).say(line("Sources", "bold"), told, line(f"last scan {since(tried, answer.now)}"))

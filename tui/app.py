"""What is the dashboard made of, and where do its keys lead?"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType

from monitor.model.cleaning import clean
from monitor.model.errors import UserError
from monitor.pipeline.service_port import ServicePort
from tui import messages
from tui.scanning_app import ScanningApp
from tui.screens.board_screen import BoardScreen
from tui.screens.changes_screen import ChangesScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.screens.health_screen import HealthScreen
from tui.screens.help_screen import HelpScreen
from tui.screens.open_link import open_link
from tui.screens.service_screen import ServiceScreen
from tui.screens.timeline_screen import TimelineScreen
from tui.widgets.scan_line import headlines

Driver = Callable[["BywhenApp"], Awaitable[None]]


class BywhenApp(ScanningApp):
    """The dashboard. Screens ask the service; the app scans, tells what came of it, and opens pages.

    `scan_every`: the time between two scans; None where somebody else scans. `first_scan`: scan at once.
    `opener`: opens an address, returns whether it could. `driver`: runs beside the screens (a replay).
    """

    CSS = """
    ToastRack { max-height: 50%; margin-bottom: 2; }
    Toast { width: 100%; max-width: 80; padding: 0 1; }
    """
    """What is told in passing stands in the lower half, above the scan's line and the keys: fields are in the upper."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "scan", "Scan"),
        Binding("r", "scan", "Scan", show=False),
        Binding("c", "changes", "Changes"),
        Binding("h", "health", "Health"),
        Binding("T", "timeline", "Timeline"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
    ]
    RELOAD_EVERY: ClassVar[timedelta] = timedelta(minutes=5)
    """Another process may scan, and the day may end: so the board is asked for again now and then."""

    def __init__(
        self,
        service: ServicePort,
        *,
        scan_every: timedelta | None = None,
        first_scan: bool = False,
        title: str = "bywhen",
        opener: Callable[[str], bool] = open_link,
        driver: Driver | None = None,
    ) -> None:
        super().__init__(service)
        self.title = title
        self.animation_level = "none"  # nothing here gains by moving, and over ssh it costs
        self._scan_every = scan_every
        self._first_scan = first_scan
        self._opener = opener
        self._beside = driver

    def on_mount(self) -> None:
        self.push_screen(BoardScreen(self.service))
        self.set_interval(self.RELOAD_EVERY.total_seconds(), self.refresh_board)
        if self._scan_every is not None:
            self.set_interval(self._scan_every.total_seconds(), self._start_scan)
        if self._first_scan:
            self._start_scan()
        if self._beside is not None:
            self.run_worker(self._drive(self._beside), group="driver")

    def refresh_board(self) -> None:
        """Have every screen ask the service again; may be called from any thread."""
        self.post_message(messages.BoardChanged())

    def action_changes(self) -> None:
        if not isinstance(self.screen, ChangesScreen):
            self.push_screen(ChangesScreen(self.service))

    def action_health(self) -> None:
        if not isinstance(self.screen, HealthScreen):
            self.push_screen(HealthScreen(self.service))

    def action_timeline(self) -> None:
        if not isinstance(self.screen, TimelineScreen):
            self.push_screen(TimelineScreen(self.service))

    def action_help(self) -> None:
        self.push_screen(HelpScreen())

    def on_changes_told(self, message: messages.ChangesTold) -> None:
        if told := headlines(message.changes):
            self.notify("\n".join(told), markup=False)
        self.refresh_board()

    def on_board_changed(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ServiceScreen):
                screen.reload()

    def on_refused(self, message: messages.Refused) -> None:
        told = clean(f"{message.error.message}\n{message.error.hint}")
        self.notify(told, severity="error", markup=False)

    def on_commitment_wanted(self, message: messages.CommitmentWanted) -> None:
        self.push_screen(CommitmentScreen(self.service, message.commitment, message.as_of))

    def on_link_wanted(self, message: messages.LinkWanted) -> None:
        self.run_worker(self._open(message.url), group="open")

    async def _drive(self, driver: Driver) -> None:
        try:
            await driver(self)
        except UserError as refused:
            self.post_message(messages.Refused(refused))

    async def _open(self, url: str) -> None:
        if not await asyncio.to_thread(self._opener, url):
            self.notify(f"No browser opens from here. The address: {url}", severity="warning", markup=False)

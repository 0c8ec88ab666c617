"""What is the dashboard made of, and where do its keys lead?"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.theme import Theme

from monitor.model.cleaning import clean
from monitor.model.errors import UserError
from monitor.pipeline.service_port import ServicePort
from tui import messages
from tui.command_list import DashboardCommands
from tui.day_app import DayApp
from tui.decisions import Decisions
from tui.key_list import keys_here
from tui.screens.board_screen import BoardScreen
from tui.screens.changes_screen import ChangesScreen
from tui.screens.commitment_screen import CommitmentScreen
from tui.screens.compare_screen import CompareScreen
from tui.screens.health_screen import HealthScreen
from tui.screens.help_screen import HelpScreen
from tui.screens.open_link import open_link
from tui.screens.review_screen import ReviewScreen
from tui.screens.service_screen import ServiceScreen
from tui.screens.timeline_screen import TimelineScreen
from tui.view import Keep, LastVisit, View
from tui.widgets.palette import style_names
from tui.widgets.scan_line import agrees, headlines

if TYPE_CHECKING:
    from monitor.model.changes import Change

Driver = Callable[["BywhenApp"], Awaitable[None]]
Turns = Callable[[], Mapping[str, datetime]]
"""Returns when each source is to be read next, by its name; nothing of one that nobody is to read."""
FIRST_VISIT = LastVisit()


class BywhenApp(DayApp):
    """The dashboard. Screens ask the service; the app scans, tells what came of it, and opens pages.

    `scan_every`: the time between two scans; None where somebody else scans. `first_scan`: scan at once.
    `opener`: opens an address, returns whether it could. `driver`: runs beside the screens (a replay). `view`: how the
    reader wants to see the board, which `keep` keeps for the next visit. `turns`: when each source is read next.
    """

    CSS = """
    ToastRack { max-height: 50%; margin-bottom: 2; }
    Toast { width: 100%; max-width: 80; padding: 0 1; }
    """
    """What is told in passing stands in the lower half, above the scan's line and the keys: fields are in the upper."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "scan", "Scan"),
        Binding("c", "changes", "Changes"),
        Binding("v", "compare", "Compare", show=False),
        Binding("h", "health", "Sources", show=False),
        Binding("T", "timeline", "Timeline"),
        Binding("R", "review", "Review"),
        Binding("colon", "command_palette", "Commands", show=False, key_display=":"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
    ]
    LOOK_EVERY: ClassVar[timedelta] = timedelta(seconds=1)
    """Another process may scan, and the day may end: so often it is asked whether anything was recorded."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {DashboardCommands}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        service: ServicePort,
        *,
        scan_every: timedelta | None = None,
        first_scan: bool = False,
        title: str = "bywhen",
        opener: Callable[[str], bool] = open_link,
        driver: Driver | None = None,
        view: View | None = None,
        keep: Keep = lambda _: None,
        last_visit: LastVisit = FIRST_VISIT,
        turns: Turns = dict,
    ) -> None:
        super().__init__(service)
        self.title = title
        self.animation_level = "none"  # nothing here gains by moving, and over ssh it costs
        self.view = view or View()
        self.last_visit = last_visit
        self.seen: set[str] = set()
        self.unseen: frozenset[str] = last_visit.unseen
        self.turns = turns
        self._untold: tuple[Change, ...] = ()
        self.stamp: str | None = None
        self.decisions = Decisions()
        self._keep = keep
        self._scan_every = scan_every
        self._first_scan = first_scan
        self._opener = opener
        self._beside = driver
        self._dressed = False

    def on_mount(self) -> None:
        if self.view.theme in self.available_themes:
            self.theme = self.view.theme
        self.theme_changed_signal.subscribe(self, self._dress)
        self._dress(self.current_theme)
        self.push_screen(BoardScreen(self.service))
        self.run_worker(self._watch(), group="watch")
        if self._scan_every is not None:
            self.set_interval(self._scan_every.total_seconds(), self._start_scan)
        if self._first_scan:
            self._start_scan()
        if self._beside is not None:
            self.run_worker(self._drive(self._beside), group="driver")

    def look(self, **how: Any) -> None:
        """Alter how the reader wants to see the board, and keep it for the next visit."""
        self.view = replace(self.view, **how)
        self._keep(self.view)

    def _dress(self, theme: Theme) -> None:
        """Give the words on the screen the styles of a theme, and have the screens say them again."""
        if self._dressed:
            self.console.pop_theme()
        self.console.push_theme(style_names(theme))
        self._dressed = True
        if theme.name != self.view.theme:
            self.look(theme=theme.name)
        self.refresh_board()

    def action_changes(self) -> None:
        self._show(ChangesScreen(self.service))

    def action_compare(self) -> None:
        self._show(CompareScreen(self.service))

    def action_health(self) -> None:
        self._show(HealthScreen(self.service))

    def action_timeline(self) -> None:
        self._show(TimelineScreen(self.service))

    def action_review(self) -> None:
        self._show(ReviewScreen(self.service))

    def action_help(self) -> None:
        self.push_screen(HelpScreen(keys_here(self.screen)))

    @property
    def board_screen(self) -> BoardScreen | None:
        """The board, wherever the reader is."""
        return next((screen for screen in self.screen_stack if isinstance(screen, BoardScreen)), None)

    @property
    def sources_known(self) -> tuple[str, ...]:
        """The names of the sources, as far as the board has heard of them."""
        return self.board_screen.sources if self.board_screen else ()

    def back_to_board(self) -> BoardScreen | None:
        """Close what lies over the board, and return it."""
        board = self.board_screen
        while board and self.screen is not board:
            self.pop_screen()
        return board

    def take_away(self, words: str, told: str) -> None:
        """Put words on the reader's clipboard, as far as the terminal lets us."""
        self.copy_to_clipboard(words)
        self.notify(told, timeout=2, markup=False)

    def on_changes_told(self, message: messages.ChangesTold) -> None:
        """Tell the changes once the board shows them: a toast never says other than the row."""
        self._untold += message.changes
        self.refresh_board()

    async def on_board_shown(self, message: messages.BoardShown) -> None:
        untold, self._untold = self._untold, ()
        if told := headlines(change for change in untold if agrees(change, message.board)):
            await self._take_toasts_away()
            self.notify("\n".join(told), markup=False)

    async def _take_toasts_away(self) -> None:
        """Leave no toast of before: what it says may be other by now. Textual keeps the empty place of each."""
        self.clear_notifications()
        for rack in self.screen.query("ToastRack"):
            await rack.remove_children()

    def on_board_changed(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ServiceScreen):
                screen.reload()

    def on_refused(self, message: messages.Refused) -> None:
        told = clean(f"{message.error.message}\n{message.error.hint}")
        self.notify(told, severity="error", markup=False)

    def on_commitment_wanted(self, message: messages.CommitmentWanted) -> None:
        self.push_screen(CommitmentScreen(self.service, message.commitment))

    def on_link_wanted(self, message: messages.LinkWanted) -> None:
        self.run_worker(self._open(message.url), group="open")

    async def _watch(self) -> None:
        """Have the screens ask again when something was recorded, by whomever."""
        while True:
            await asyncio.sleep(self.LOOK_EVERY.total_seconds())
            with suppress(UserError):  # the screens say what is wrong with a state, when they ask
                stamp = await asyncio.to_thread(self.service.stamp)
                if stamp != self.stamp:
                    known, self.stamp = self.stamp, stamp
                    if known is not None:
                        self.refresh_board()

    def _show(self, wanted: ServiceScreen) -> None:
        """Show a screen; where one of its kind lies under others already, come back to that one."""
        if not any(type(screen) is type(wanted) for screen in self.screen_stack):
            self.push_screen(wanted)
            return
        while type(self.screen) is not type(wanted):
            self.pop_screen()

    async def _drive(self, driver: Driver) -> None:
        try:
            await driver(self)
        except UserError as refused:
            self.post_message(messages.Refused(refused))

    async def _open(self, url: str) -> None:
        if not await asyncio.to_thread(self._opener, url):
            self.notify(f"No browser opens from here. The address: {url}", severity="warning", markup=False)

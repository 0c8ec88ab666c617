"""Which day does the reader look at, and by which keys do they come to another?"""

from datetime import date
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from monitor.model.spool_fields import FIRST_DAY
from tui import messages
from tui.scanning_app import ScanningApp
from tui.screens.day_screen import Choice, DayScreen


class DayApp(ScanningApp):
    """An app whose screens all show one day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "day", "Day"),
        Binding("left_square_bracket", "step(-1, 0)", "A day back", show=False, key_display="["),
        Binding("right_square_bracket", "step(1, 0)", "A day on", show=False, key_display="]"),
        Binding("left_curly_bracket", "step(0, -1)", "A month back", show=False, key_display="{"),
        Binding("right_curly_bracket", "step(0, 1)", "A month on", show=False, key_display="}"),
        Binding("0", "today", "Today", show=False),
    ]

    day: reactive[date | None] = reactive(None, init=False)
    """The day that the reader looks at; None: today, whichever day that is."""

    def refresh_board(self) -> None:
        """Have every screen ask the service again; may be called from any thread."""
        self.post_message(messages.BoardChanged())

    def watch_day(self) -> None:
        self.refresh_board()

    def action_day(self) -> None:
        self.push_screen(DayScreen(self.service, self.day), self._go_to)

    def action_today(self) -> None:
        self.day = None

    def action_step(self, days: int, months: int) -> None:
        """Look at a day so many days and months on; days to come are not shown."""
        today = self.service.today()
        day = (self.day or today) + relativedelta(days=days, months=months)
        if day > today:
            self.notify("That day is yet to come.", severity="warning", timeout=2, markup=False)
        elif day >= FIRST_DAY:
            self.day = None if day == today else day

    def _go_to(self, chosen: Choice | None) -> None:
        if chosen is not None:
            self.day = None if chosen.day == self.service.today() else chosen.day

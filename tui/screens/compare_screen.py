"""What turned between two days, and what was told between them?"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from monitor.pipeline.service_port import ServicePort
from monitor.pipeline.two_days import compare_days
from monitor.status.day_comparison import DayComparison
from tui import words
from tui.comparison_text import totals
from tui.screens.day_screen import Choice, DayScreen
from tui.screens.entry_screen import TAKING, EntryScreen
from tui.widgets.comparison_entries import COLUMNS, comparison_entries
from tui.widgets.texts import line

_SAME = "Every promise stands as it did, and nothing was told between these days."


class CompareScreen(EntryScreen):
    """The day that the reader looks at beside another, for which it asks first."""

    COLUMNS = COLUMNS
    ASKING = "Two days compared"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("v", "ask_day", "Other day"), *TAKING]

    class Answered(Message):
        """The two days, side by side."""

        def __init__(self, compared: DayComparison) -> None:
            super().__init__()
            self.compared = compared

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self._other: Choice | None = None

    def on_mount(self) -> None:
        self.action_ask_day()

    def reload(self) -> None:
        """Ask the service, once the reader has said which day to compare with."""
        if self._other is not None:
            super().reload()

    def question(self) -> Message:
        today = self.service.today()
        other = (self._other.day if self._other else None) or today
        return self.Answered(compare_days(self.service, self.day or today, other))

    def on_compare_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        compared = answer.compared
        between = f"From {words.day(compared.earlier)} to {words.day(compared.later)}"
        self.head((line(between, "bold"), line(totals(compared))))
        self.fill(comparison_entries(compared), _SAME)

    def action_ask_day(self) -> None:
        day = self.day
        asked = f"Compare {words.day(day) if day else 'today'} with which day?"
        shown = self._other.day if self._other else None
        empty = "today" if day and day != self.service.today() else "yesterday"
        self.app.push_screen(DayScreen(self.service, shown, asked=asked, empty=empty), self._picked)

    def _picked(self, chosen: Choice | None) -> None:
        """Compare with the day that was picked; go back where none was, and none had been before."""
        if chosen is not None:
            self._other = chosen
            self.reload()
        elif self._other is None:
            self.app.pop_screen()

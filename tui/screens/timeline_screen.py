"""What stands on the timeline's screen: every promise as a bar over months, and in words the one under the cursor."""

import os
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer, Static

from monitor.model.boards import Board
from monitor.pipeline.service_port import ServicePort
from monitor.reports.promise_bars import Bar, bars, days_of
from tui.messages import CommitmentWanted
from tui.screens.service_screen import ServiceScreen
from tui.widgets.scan_line import ScanLine
from tui.widgets.timeline_chart import TimelineChart
from tui.widgets.timeline_foot import TimelineFoot, legend
from tui.widgets.timeline_signs import signs_for
from tui.widgets.top_line import TopLine, counts_text, day_text

ORDERS: dict[str, Callable[[Bar], date] | None] = {
    "by due date": lambda bar: bar.row.due.latest if bar.row.due and bar.row.due.latest else date.max,
    "by the day promised": lambda bar: bar.row.commitment.made_on,
    "as in the register": None,
}
"""The orders of promises; those that tie, and those without a date, stay as they are in the register."""

_LOW, _HIGH = 24, 40
"""Lines below which there is no room for what the signs mean; from which there is room for more words."""


class TimelineScreen(ServiceScreen):
    """The board of the day looked at, drawn as bars."""

    DEFAULT_CSS = """
    TimelineScreen .legend { height: 1; padding: 0 1; color: $foreground; }
    TimelineScreen.low .legend { display: none; }
    TimelineScreen.high TimelineFoot { height: 6; }
    """
    AUTO_FOCUS = "TimelineChart"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "order", "Sort"),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    class Drawn(Message):
        """The bars of a board, which were worked out beside the screen."""

        def __init__(self, board: Board, drawn: tuple[Bar, ...], *, today: date) -> None:
            super().__init__()
            self.board = board
            self.drawn = drawn
            self.ends = days_of(drawn, board.as_of)
            self.today = today

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self._answer: TimelineScreen.Drawn | None = None
        self._order = next(iter(ORDERS))
        self._signs = signs_for(os.environ)

    def compose(self) -> ComposeResult:
        yield TopLine("Timeline")
        yield TimelineChart(self._signs)
        yield Static(classes="legend", markup=False)
        yield TimelineFoot()
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        board = self.service.board(self.day)
        return self.Drawn(board, bars(board), today=self.service.today())

    def on_timeline_screen_drawn(self, answer: Drawn) -> None:
        answer.stop()
        self._answer = answer
        self.query_one(TopLine).say(*_head(answer.board, answer.today))
        self._lay()

    def on_timeline_chart_opened(self, opened: TimelineChart.Opened) -> None:
        opened.stop()
        self.post_message(CommitmentWanted(opened.bar.row.commitment.id))

    def on_timeline_chart_pointed(self, pointed: TimelineChart.Pointed) -> None:
        pointed.stop()
        self.query_one(TimelineFoot).say(pointed.bar, self._signs)

    def on_resize(self, resize: events.Resize) -> None:
        self.set_class(resize.size.height < _LOW, "low")
        self.set_class(resize.size.height >= _HIGH, "high")
        self.query_one(".legend", Static).update(legend(self._signs, resize.size.width - 2))

    def action_order(self) -> None:
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self._lay()

    def _lay(self) -> None:
        if (answer := self._answer) is None:
            return
        key = ORDERS[self._order]
        laid = answer.drawn if key is None else tuple(sorted(answer.drawn, key=key))
        self.query_one(TimelineChart).lay(laid, answer.ends, answer.board.as_of, self._order)


def _head(board: Board, today: date) -> tuple[Text, ...]:
    """Return the name of the screen, the day of its board, and what it counts."""
    counted = counts_text(board.standings, spelled=False)
    return Text("Timeline", style="bold"), day_text(board.as_of, today), counted

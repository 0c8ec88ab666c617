"""What stands on the board screen: how many have which status, what is wrong with the sources, and every commitment."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer, Input

from monitor.model.boards import Board
from monitor.model.sources import SourceHealth
from monitor.pipeline.service_port import ServicePort
from tui.messages import CommitmentWanted, Refused
from tui.screens.day_screen import Choice, DayScreen
from tui.screens.service_screen import ServiceScreen
from tui.widgets.board_table import ORDERS, BoardTable
from tui.widgets.scan_line import ScanLine
from tui.widgets.tally import Tally


class BoardScreen(ServiceScreen):
    """The board of a day; today's until the reader picks another."""

    DEFAULT_CSS = """
    BoardScreen #filter { display: none; height: 3; }
    BoardScreen #filter.wanted { display: block; }
    """
    AUTO_FOCUS = "BoardTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("d", "day", "Day"),
        Binding("t", "order", "Sort"),
        Binding("escape", "clear", "Clear filter", show=False),
    ]

    class Answered(Message):
        """The board of the day that was asked for, and how the sources are."""

        def __init__(self, board: Board, health: tuple[SourceHealth, ...], held: int, *, today: date) -> None:
            super().__init__()
            self.board = board
            self.health = health
            self.held = held
            self.today = today

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self.as_of: date | None = None
        self._order = next(iter(ORDERS))
        self._board: Board | None = None
        self._health: tuple[SourceHealth, ...] = ()

    def compose(self) -> ComposeResult:
        yield Tally()
        yield Input(placeholder="Words to find: titles, statuses, flags. Esc shows all again", id="filter")
        yield BoardTable()
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        held = sum(self.service.counts().values())
        return self.Answered(self.service.board(self.as_of), self.service.health(), held, today=self.service.today())

    def on_board_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        self._board, self._health = answer.board, answer.health
        self.query_one(Tally).show(answer.board, answer.health, answer.held, answer.today)
        self._show_rows()

    def on_refused(self, refused: Refused) -> None:
        """Say it on the board too: the app's toast goes away."""
        self.query_one(Tally).refuse(refused.error)

    def on_board_table_opened(self, opened: BoardTable.Opened) -> None:
        opened.stop()
        self.post_message(CommitmentWanted(opened.commitment, self.as_of))

    def on_input_changed(self, changed: Input.Changed) -> None:
        changed.stop()
        self._show_rows()

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.query_one(BoardTable).focus()

    def action_filter(self) -> None:
        self.query_one("#filter", Input).add_class("wanted").focus()

    def action_clear(self) -> None:
        field = self.query_one("#filter", Input)
        field.value = ""
        field.remove_class("wanted")
        self.query_one(BoardTable).focus()

    def action_order(self) -> None:
        names = list(ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self.notify(f"Sorted {self._order}.", timeout=2, markup=False)
        self._show_rows()

    def action_day(self) -> None:
        self.app.push_screen(DayScreen(self.service, self.as_of), self._go_to)

    def _go_to(self, chosen: Choice | None) -> None:
        if chosen is not None:
            self.as_of = chosen.day
            self.reload()

    def _show_rows(self) -> None:
        if self._board is not None:
            wanted = self.query_one("#filter", Input).value
            self.query_one(BoardTable).show(self._board, self._health, wanted=wanted, order=self._order)

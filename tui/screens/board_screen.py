"""What stands on the board screen: the day and totals, what is wrong, every promise, and the one under the cursor."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Footer, Input

from monitor.model.boards import Row, Standing
from monitor.model.sources import SourceHealth
from monitor.pipeline.service_port import ServicePort
from monitor.status.finding import GROUPS, ORDERS, Finder, Wanted, grouped
from tui.board_trouble import trouble
from tui.messages import BoardShown, CommitmentWanted, Refused
from tui.screens.deciding_screen import DecidingScreen
from tui.screens.taking_screen import TakingScreen
from tui.widgets.board_table import BoardTable
from tui.widgets.promise_panel import PromisePanel
from tui.widgets.row_list import RowList
from tui.widgets.scan_line import ScanLine
from tui.widgets.top_line import TopLine, TroubleLine, head_parts

if TYPE_CHECKING:
    from textual.timer import Timer

BESIDE = 120
"""Columns of the terminal from which the promise under the cursor is shown beside the list."""
_PLACEHOLDER = "Words to find; ! before one: without it. Esc shows all again"
SEEN_AFTER = 1.0
"""Seconds after which a promise under the cursor counts as seen."""
_STATES = {"1": Standing.OVERDUE, "2": Standing.CANT_SAY, "3": Standing.PENDING, "4": Standing.DELIVERED}


class BoardScreen(TakingScreen, DecidingScreen):
    """The board of the day that the reader looks at."""

    DEFAULT_CSS = """
    BoardScreen #filter { display: none; height: 1; border: none; padding: 0 1; background: $panel; }
    BoardScreen BoardTable { width: 3fr; }
    BoardScreen PromisePanel { width: 2fr; display: none; }
    BoardScreen.-beside PromisePanel { display: block; }
    """
    AUTO_FOCUS = "BoardTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "decide('accept')", "Accept", show=False),
        Binding("slash", "filter", "Find", key_display="/"),
        Binding("t", "order", "Sort", show=False),
        Binding("b", "group", "Group", show=False),
        Binding("z", "lines", "Two lines", show=False),
        Binding("p", "panel", "Panel", show=False),
        *(Binding(key, f"only('{standing.name}')", standing.value, show=False) for key, standing in _STATES.items()),
        Binding("5", "unconfirmed", "Unchecked", show=False),
        Binding("escape", "clear", "Show all", show=False),
    ]

    class Answered(Message):
        """The board of the day that was asked for, how the sources are, and what is new to the reader."""

        def __init__(
            self, finder: Finder, health: tuple[SourceHealth, ...], held: int, today: date, fresh: frozenset[str]
        ) -> None:
            super().__init__()
            self.finder, self.health, self.held, self.today, self.fresh = finder, health, held, today, fresh

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self.wanted = Wanted()
        self._answer: BoardScreen.Answered | None = None
        self._seeing: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TopLine("Working out the board…")
        yield TroubleLine()
        yield Input(placeholder=_PLACEHOLDER, id="filter", select_on_focus=False)
        with Horizontal():
            yield BoardTable()
            yield PromisePanel()
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        registers = {c.id: r.title for r in self.service.registers for c in r.commitments}
        held = sum(self.service.counts().values())
        finder = Finder(self.service.board(self.day), registers)
        fresh = self.dashboard.last_visit.fresh(self.service.changes)
        return self.Answered(finder, self.service.health(), held, self.service.today(), fresh)

    def on_board_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        first = self._answer is None
        self._answer = answer
        self.dashboard.unseen = answer.fresh - self.dashboard.seen
        self.query_one(TroubleLine).say(
            trouble(answer.finder.board, answer.health, answer.held, self.service.registers)
        )
        self.show_rows(top=first)
        self.post_message(BoardShown(answer.finder.board))

    @property
    def row_meant(self) -> Row | None:
        return self.query_one(BoardTable).row

    def decided_on(self) -> str | None:
        row = self.query_one(BoardTable).row
        return row.commitment.id if row else None

    def show_rows(self, *, top: bool = False) -> None:
        """Show the rows that are wanted, as the reader wants to see them; `top`: the cursor goes to the first."""
        answer = self._answer
        if answer is None:
            return
        rows = answer.finder.found(self.wanted, self.dashboard.view.order)
        groups = grouped(rows, self.dashboard.view.group, answer.finder.registers)
        table = self.query_one(BoardTable)
        table.row_height = 2 if self.dashboard.view.two_lines else 1
        as_of = answer.finder.board.as_of
        table.show(groups, as_of, answer.health, fresh=self.dashboard.unseen, top=top)
        self._show_top(answer)

    def _show_top(self, answer: Answered) -> None:
        found = len(self.query_one(BoardTable).rows_shown)
        parts = head_parts(
            answer.finder.board, self._titles(), answer.today, self.size.width, wanted=self.wanted, found=found
        )
        self.query_one(TopLine).say(*parts)

    def _titles(self) -> str:
        titles = [register.title for register in self.service.registers]
        return titles[0] if len(titles) == 1 else f"{self.app.title}: {len(titles)} registers"

    def on_refused(self, refused: Refused) -> None:
        """Say it on the board too: the app's toast goes away."""
        self.query_one(TroubleLine).say(f"{refused.error.message}: {refused.error.hint}")

    def on_row_list_moved(self, moved: RowList.Moved) -> None:
        moved.stop()
        answer = self._answer
        if answer is None:
            return
        row = self.query_one(BoardTable).row
        self.query_one(PromisePanel).show(row, answer.finder.board.as_of, answer.health)
        if self._seeing:
            self._seeing.stop()
        self._seeing = self.set_timer(SEEN_AFTER, lambda: self._seen(moved.key)) if row else None

    def on_row_list_opened(self, opened: RowList.Opened) -> None:
        opened.stop()
        self._seen(opened.key)
        self.post_message(CommitmentWanted(opened.key))

    def on_row_list_heading_chosen(self, chosen: RowList.HeadingChosen) -> None:
        chosen.stop()
        orders = {"Due": "by due date", "Promise": "title", "Heard": "last heard", "Status": "most urgent first"}
        self._sort(orders.get(chosen.title, self.dashboard.view.order))

    def on_input_changed(self, changed: Input.Changed) -> None:
        changed.stop()
        self.want(replace(self.wanted, words=changed.value))

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.query_one(BoardTable).focus()
        if not submitted.value:
            self.query_one("#filter", Input).display = False

    def on_resize(self, resized: events.Resize) -> None:
        self._lay_out(resized.size.width)

    def want(self, wanted: Wanted) -> None:
        """Show what is wanted, and nothing else."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.show_rows(top=True)

    def action_filter(self) -> None:
        field = self.query_one("#filter", Input)
        field.display = True  # at once, as the focus: the next key may be on its way already
        self.set_focus(field)

    def action_clear(self) -> None:
        field = self.query_one("#filter", Input)
        field.value, field.display = "", False
        self.query_one(BoardTable).focus()
        self.want(Wanted())

    def action_order(self) -> None:
        names = list(ORDERS)
        self._sort(names[(names.index(self.dashboard.view.order) + 1) % len(names)])

    def action_group(self) -> None:
        names = list(GROUPS)
        self.dashboard.look(group=names[(names.index(self.dashboard.view.group) + 1) % len(names)])
        self._told(f"Grouped {GROUPS[self.dashboard.view.group]}." if self.dashboard.view.group else "No groups.")

    def action_lines(self) -> None:
        self.dashboard.look(two_lines=not self.dashboard.view.two_lines)
        self.show_rows()

    def action_panel(self) -> None:
        self.dashboard.look(panel=not self.dashboard.view.panel)
        self._lay_out(self.size.width)

    def action_only(self, name: str) -> None:
        """Show only the promises in one state; asked once more, all again."""
        only = frozenset({Standing[name]})
        self.want(replace(self.wanted, standings=frozenset() if self.wanted.standings == only else only))

    def action_unconfirmed(self) -> None:
        self.want(replace(self.wanted, unconfirmed=not self.wanted.unconfirmed))

    @property
    def finder(self) -> Finder | None:
        """The board that is shown, ready to be searched; None while it is on its way."""
        return self._answer.finder if self._answer else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources."""
        return tuple(health.source for health in self._answer.health) if self._answer else ()

    def _sort(self, order: str) -> None:
        self.dashboard.look(order=order)
        self._told(f"Sorted: {order}.")

    def _told(self, what: str) -> None:
        self.notify(what, timeout=2, markup=False)
        self.show_rows(top=True)

    def _lay_out(self, width: int) -> None:
        self.set_class(width >= BESIDE and self.dashboard.view.panel, "-beside")
        if self._answer:
            self._show_top(self._answer)

    def _seen(self, commitment: str | None) -> None:
        if commitment and self._answer:
            self.dashboard.seen.add(commitment)
            self.dashboard.unseen = self._answer.fresh - self.dashboard.seen
            self.query_one(BoardTable).seen(self.dashboard.unseen)

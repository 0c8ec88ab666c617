"""What stands on the board screen: the day and totals, what is wrong, every promise, and the one under the cursor."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Footer, Input

from monitor.model.boards import Row, Standing
from monitor.model.sources import SourceHealth
from monitor.pipeline.service_port import ServicePort
from monitor.reports.citation import citation, citation_link
from monitor.status.finding import GROUPS, ORDERS, Finder, Wanted, grouped
from tui.board_trouble import trouble
from tui.messages import BoardShown, CommitmentWanted, LinkWanted, Refused
from tui.screens.deciding_screen import DecidingScreen
from tui.view import View
from tui.widgets.board_table import BoardTable
from tui.widgets.promise_panel import PromisePanel
from tui.widgets.row_list import RowList
from tui.widgets.scan_line import ScanLine
from tui.widgets.texts import line
from tui.widgets.top_line import TopLine, TroubleLine, bar_text, counts_text, day_text

if TYPE_CHECKING:
    from textual.timer import Timer

BESIDE = 120
"""Columns of the terminal from which the promise under the cursor is shown beside the list."""
_PLACEHOLDER = "Words to find; ! before one: without it. Esc shows all again"
SEEN_AFTER = 1.0
"""Seconds after which a promise under the cursor counts as seen."""
_STATES = {"1": Standing.OVERDUE, "2": Standing.CANT_SAY, "3": Standing.PENDING, "4": Standing.DELIVERED}


class BoardScreen(DecidingScreen):
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
        Binding("y", "copy", "Copy citation", show=False),
        Binding("Y", "copy_link", "Copy link", show=False),
        Binding("o", "open_link", "Open link", show=False),
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
        return self.Answered(finder, self.service.health(), held, self.service.today(), self._fresh())

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

    def decided_on(self) -> str | None:
        row = self.query_one(BoardTable).row
        return row.commitment.id if row else None

    @property
    def view(self) -> View:
        """How the reader wants to see the board."""
        return self.dashboard.view

    def show_rows(self, *, top: bool = False) -> None:
        """Show the rows that are wanted, as the reader wants to see them; `top`: the cursor goes to the first."""
        answer = self._answer
        if answer is None:
            return
        rows = answer.finder.found(self.wanted, self.view.order)
        groups = grouped(rows, self.view.group, answer.finder.registers)
        table = self.query_one(BoardTable)
        table.row_height = 2 if self.view.two_lines else 1
        as_of = answer.finder.board.as_of
        table.show(groups, as_of, answer.health, fresh=self.dashboard.unseen, top=top)
        self._show_top(answer)

    def _show_top(self, answer: Answered) -> None:
        board = answer.finder.board
        found, total, standings = len(self.query_one(BoardTable).rows_shown), len(board.rows), board.standings
        parts = [line(self._titles(), "bold"), day_text(board.as_of, answer.today)]
        if self.wanted.everything:
            parts += self._counts(standings, sum(part.cell_len + 2 for part in parts))
        else:
            told = f"{found} of {total}" if found else f"nothing found among {total}"
            parts.append(line(f"{told}: {self._told_wanted()} (Esc: all)", "warning"))
        self.query_one(TopLine).say(*parts)

    def _counts(self, standings: Mapping[Standing, int], taken: int) -> list[Text]:
        """Return how many promises stand how, in as many words as there is room for beside what is `taken`."""
        spelled, short, bar = (
            counts_text(standings, spelled=True),
            counts_text(standings, spelled=False),
            bar_text(standings),
        )
        for parts in ([spelled, bar], [spelled], [short, bar]):
            if taken + sum(part.cell_len + 2 for part in parts) <= self.size.width:
                return parts
        return [short]

    def _titles(self) -> str:
        titles = [register.title for register in self.service.registers]
        return titles[0] if len(titles) == 1 else f"{self.app.title}: {len(titles)} registers"

    def _told_wanted(self) -> str:
        wanted = self.wanted
        picked = [*sorted(wanted.standings), *filter(None, (wanted.post, wanted.register, wanted.words))]
        return ", ".join([*picked, *["not checked by a person"] * wanted.unconfirmed])

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
        self._sort(orders.get(chosen.title, self.view.order))

    def on_input_changed(self, changed: Input.Changed) -> None:
        changed.stop()
        self.want(Wanted(changed.value, self.wanted.standings, self.wanted.post, self.wanted.register))

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
        field.value = ""
        field.display = False
        self.query_one(BoardTable).focus()
        self.want(Wanted())

    def action_order(self) -> None:
        names = list(ORDERS)
        self._sort(names[(names.index(self.view.order) + 1) % len(names)])

    def action_group(self) -> None:
        names = list(GROUPS)
        self.dashboard.look(group=names[(names.index(self.view.group) + 1) % len(names)])
        self._told(f"Grouped {GROUPS[self.view.group]}." if self.view.group else "No groups.")

    def action_lines(self) -> None:
        self.dashboard.look(two_lines=not self.view.two_lines)
        self.show_rows()

    def action_panel(self) -> None:
        self.dashboard.look(panel=not self.view.panel)
        self._lay_out(self.size.width)

    def action_only(self, name: str) -> None:
        """Show only the promises in one state; asked once more, all again."""
        only = frozenset({Standing[name]})
        picked = frozenset() if self.wanted.standings == only else only
        self.want(Wanted(self.wanted.words, picked, self.wanted.post, self.wanted.register))

    def action_unconfirmed(self) -> None:
        wanted = self.wanted
        picked = (wanted.words, wanted.standings, wanted.post, wanted.register)
        self.want(Wanted(*picked, unconfirmed=not wanted.unconfirmed))

    def action_copy(self) -> None:
        if (row := self.query_one(BoardTable).row) and self._answer:
            self.dashboard.take_away(citation(row, self._answer.finder.board.as_of), "Copied, with its source.")

    def action_copy_link(self) -> None:
        if link := self._link():
            self.dashboard.take_away(link, "Link copied.")

    def action_open_link(self) -> None:
        if link := self._link():
            self.post_message(LinkWanted(link))

    def _link(self) -> str | None:
        row = self.query_one(BoardTable).row
        link = citation_link(row) if row else None
        if row and link is None:
            self.notify("There is no http or https link here.", severity="warning", markup=False)
        return link

    def found(self, words: str) -> tuple[Row, ...]:
        """Return the promises in which words stand, whatever the board shows."""
        return self._answer.finder.found(Wanted(words)) if self._answer else ()

    @property
    def headings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The titles of the posts, and those of the registers where there are several, by which can be picked."""
        if self._answer is None:
            return (), ()
        finder = self._answer.finder
        posts = dict.fromkeys(row.commitment.post.title for row in finder.board.rows)
        registers = dict.fromkeys(finder.registers.values())
        return tuple(posts), tuple(registers) if len(registers) > 1 else ()

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
        self.set_class(width >= BESIDE and self.view.panel, "-beside")
        if self._answer:
            self._show_top(self._answer)

    def _fresh(self) -> frozenset[str]:
        """Return the commitments of which something was reported since the reader's last visit, or then not seen."""
        last = self.dashboard.last_visit
        if last.left_at is None:
            return frozenset()
        told = self.service.changes(last.left_at.date())
        return frozenset(t.change.commitment for t in told if t.told_at > last.left_at) | last.unseen

    def _seen(self, commitment: str | None) -> None:
        if commitment and self._answer:
            self.dashboard.seen.add(commitment)
            self.dashboard.unseen = self._answer.fresh - self.dashboard.seen
            self.query_one(BoardTable).seen(self.dashboard.unseen)

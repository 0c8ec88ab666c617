"""Which commands has the palette? Each does what a key does, and is found by what it is called."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from monitor.model.boards import Standing
from monitor.status.finding import GROUPS, ORDERS, Wanted
from tui.messages import CommitmentWanted
from tui.screens.board_screen import BoardScreen
from tui.widgets.texts import line

if TYPE_CHECKING:
    from tui.app import BywhenApp

_MOST_PROMISES = 20
"""How many promises are offered for what was typed."""

Named = tuple[str, str, Callable[[], object]]
"""What a command is called, what it does, and what is called to do it."""


class DashboardCommands(Provider):
    """The commands of the dashboard, and every promise by its title or id."""

    @property
    def _dashboard(self) -> "BywhenApp":
        return cast("BywhenApp", self.app)

    async def discover(self) -> Hits:
        for name, does, call in commands(self._dashboard):
            yield DiscoveryHit(name, call, help=does)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, does, call in commands(self._dashboard):
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), call, help=does)
        for title, open_it in promises(self._dashboard, query):
            yield Hit(0.5, title, open_it, help="Open this promise")


def commands(app: "BywhenApp") -> Iterator[Named]:
    """Yield every command but those that open a promise."""
    for standing in (Standing.OVERDUE, Standing.CANT_SAY, Standing.PENDING, Standing.DELIVERED):
        wanted = Wanted(standings=frozenset({standing}))
        yield standing.value.capitalize(), f"Show only what is {standing.value}", partial(_want, app, wanted)
    unchecked = Wanted(standings=frozenset({Standing.DELIVERED}), unconfirmed=True)
    yield "Delivered, not checked", "Show what the rules alone call delivered", partial(_want, app, unchecked)
    yield "All promises", "Show all promises again", partial(_want, app, Wanted())
    finder = app.board_screen.finder if app.board_screen else None
    for post in dict.fromkeys(row.commitment.post.title for row in finder.board.rows) if finder else ():
        yield f"Post: {post}", "Show only the promises of this post", partial(_want, app, Wanted(post=post))
    for register in dict.fromkeys(finder.registers.values()) if finder else ():
        yield f"Register: {register}", "Show only this register", partial(_want, app, Wanted(register=register))
    yield "As of…", "Look at another day", app.action_day
    yield "Today", "Look at today", app.action_today
    yield "Compare with another day", "What turned, and what was told between", app.action_compare
    for order in ORDERS:
        yield f"Sort: {order}", "Sort the board so", partial(_look, app, order=order)
    for group, name in GROUPS.items():
        yield (
            f"Group {name}" if group else "No groups",
            "Put the board under headings",
            partial(_look, app, group=group),
        )
    yield "Copy citation", "Quote, citation and link of the promise under the cursor", partial(_board(app, "copy"))
    yield "Copy link", "The link of the promise under the cursor", partial(_board(app, "copy_link"))
    yield "Open link", "Open the link of the promise under the cursor", partial(_board(app, "open_link"))
    yield "Timeline", "Every promise as a bar over months", app.action_timeline
    yield "Review", "What waits for a person's answer", app.action_review
    yield "Changes", "What changed, newest first", app.action_changes
    yield "Sources", "How far each source was read", app.action_health
    yield "Scan all sources", "Read all sources now", app.action_scan
    for health in app.sources_known:
        yield f"Scan {health}", "Read this source now", partial(app.scan_now, health)
    for theme in sorted(app.available_themes):
        yield f"Theme: {theme}", "Other colours", partial(setattr, app, "theme", theme)
    yield "Help", "The keys and the words", app.action_help
    yield "Quit", "Leave; a scan that is running is stopped first", app.action_quit


def promises(app: "BywhenApp", query: str) -> Iterator[tuple[Text, Callable[[], object]]]:
    """Yield the promises that what was typed finds, the most urgent first."""
    finder = app.board_screen.finder if app.board_screen else None
    for row in finder.found(Wanted(query))[:_MOST_PROMISES] if finder else ():
        yield line(row.commitment.title), partial(app.post_message, CommitmentWanted(row.commitment.id))


def _want(app: "BywhenApp", wanted: Wanted) -> None:
    """Show what is wanted on the board, coming back to it from wherever the reader is."""
    if board := app.back_to_board():
        board.want(wanted)


def _look(app: "BywhenApp", **how: str) -> None:
    app.look(**how)
    if board := app.back_to_board():
        board.show_rows(top=True)


def _board(app: "BywhenApp", action: str) -> Callable[[], object]:
    def act() -> None:
        screen = app.screen
        board = screen if isinstance(screen, BoardScreen) else app.back_to_board()
        if board:
            getattr(board, f"action_{action}")()

    return act

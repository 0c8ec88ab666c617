"""How is a promise read from top to bottom?"""

from collections.abc import Sequence
from datetime import date

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from monitor.model.boards import Row
from monitor.model.cleaning import safe_link
from monitor.model.sources import SourceHealth
from tui.widgets.promise_page import promise_parts


class PromiseView(VerticalScroll):
    """The whole promise in one scroll; it stays where the reader was when it is shown anew."""

    DEFAULT_CSS = """
    PromiseView { padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        yield Static(Text("Working out the page…"))

    def show(self, row: Row, as_of: date, health: Sequence[SourceHealth]) -> None:
        """Show a promise as it stood on a day."""
        parts = [
            Text.assemble((heading, "bold underline"), "\n", body)
            for heading, body in promise_parts(row, as_of, health)
        ]
        self.query_one(Static).update(Text("\n\n").join(parts))


def best_link(row: Row) -> str | None:
    """Return the link that says most: the newest proof of delivery, else where the promise was made."""
    proofs = [m.proof.url for m in row.milestones if m.proof and m.proof.url]
    links = [*reversed(proofs), *(link.url for link in row.commitment.said_in)]
    return next((link for link in map(safe_link, links) if link), None)

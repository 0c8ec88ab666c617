"""How does a reader take the promise away that they are at: copied with its source, or its link alone?"""

from typing import ClassVar

from textual.binding import Binding, BindingType

from monitor.model.boards import Row
from monitor.reports.citation import citation, citation_link
from tui.messages import LinkWanted
from tui.screens.service_screen import ServiceScreen


class TakingScreen(ServiceScreen):
    """A screen of promises from which one can be taken away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy citation", show=False),
        Binding("Y", "copy_link", "Copy link", show=False),
        Binding("o", "open_link", "Open link", show=False),
    ]

    @property
    def row_meant(self) -> Row | None:
        """The promise that the reader is at."""
        raise NotImplementedError

    def action_copy(self) -> None:
        if row := self.row_meant:
            told = citation(row, self.day or self.service.today())
            self.dashboard.take_away(told, "Copied, with its source.")

    def action_copy_link(self) -> None:
        if link := self._link():
            self.dashboard.take_away(link, "Link copied.")

    def action_open_link(self) -> None:
        if link := self._link():
            self.post_message(LinkWanted(link))

    def _link(self) -> str | None:
        row = self.row_meant
        link = citation_link(row) if row else None
        if row and link is None:
            self.notify("There is no http or https link here.", severity="warning", markup=False)
        return link

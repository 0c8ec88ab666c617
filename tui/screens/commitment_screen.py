"""What stands on a commitment's page: the promise, the evidence, the history?"""

from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Footer, TabbedContent, TabPane

from monitor.model.boards import Dossier
from monitor.model.sources import SourceHealth
from monitor.pipeline.service_port import ServicePort
from tui import words
from tui.messages import LinkWanted, Refused
from tui.screens.service_screen import ServiceScreen
from tui.widgets.change_entries import change_entry
from tui.widgets.entries import Entries, ListEntry
from tui.widgets.evidence_entries import COLUMNS, evidence_entry, ruling_entry
from tui.widgets.promise_view import PromiseView, best_link
from tui.widgets.row_list import TableColumn
from tui.widgets.scan_line import ScanLine
from tui.widgets.texts import line, status_text
from tui.widgets.top_line import TopLine

_NO_HISTORY = "No change and no ruling has been recorded yet."


class CommitmentScreen(ServiceScreen):
    """One commitment as of the day looked at, in three tabs."""

    DEFAULT_CSS = """
    CommitmentScreen TabbedContent, CommitmentScreen ContentSwitcher { height: 1fr; }
    CommitmentScreen TabPane { height: 1fr; padding: 0; }
    """
    AUTO_FOCUS = "PromiseView"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "tab('promise')", "Promise", show=False),
        Binding("2", "tab('evidence')", "Evidence", show=False),
        Binding("3", "tab('history')", "History", show=False),
        Binding("o", "open", "Open link"),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    class Answered(Message):
        """All there is on the commitment, the day it is told for, and how the sources are."""

        def __init__(self, dossier: Dossier, as_of: date, health: tuple[SourceHealth, ...]) -> None:
            super().__init__()
            self.dossier = dossier
            self.as_of = as_of
            self.health = health

    def __init__(self, service: ServicePort, commitment: str) -> None:
        super().__init__(service)
        self._commitment = commitment
        self._dossier: Dossier | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(self._commitment)
        with TabbedContent(initial="promise"):
            with TabPane("1 Promise", id="promise"):
                yield PromiseView()
            with TabPane("2 Evidence", id="evidence"):
                yield Entries(COLUMNS)
            with TabPane("3 History", id="history"):
                yield Entries((TableColumn("Day", 12), TableColumn("Kind", 18), TableColumn("What")))
        yield ScanLine()
        yield Footer(show_command_palette=False)

    def question(self) -> Message:
        as_of = self.day or self.service.today()
        return self.Answered(self.service.dossier(self._commitment, self.day), as_of, self.service.health())

    def on_commitment_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        self._dossier = dossier = answer.dossier
        row = dossier.row
        told = Text(f"as of {words.day(answer.as_of)}", style="muted")
        self.query_one(TopLine).say(line(row.commitment.title, "bold"), status_text(row.status), told)
        self.query_one(PromiseView).show(row, answer.as_of, answer.health)
        silence = words.silence(answer.health, answer.as_of)
        self._entries("evidence").show([evidence_entry(w, row.commitment) for w in dossier.evidence], silence)
        self._entries("history").show(history(dossier), _NO_HISTORY)

    def on_refused(self, refused: Refused) -> None:
        """Say in the page itself why there is none; the app shows it as a toast besides."""
        self.query_one(TopLine).say(line(f"{refused.error.message}: {refused.error.hint}", "warning"))

    def on_tabbed_content_tab_activated(self, activated: TabbedContent.TabActivated) -> None:
        activated.stop()
        if activated.pane.id == "promise":
            self.query_one(PromiseView).focus()
        else:
            self._entries(str(activated.pane.id)).focus_list()

    def action_tab(self, name: str) -> None:
        self.query_one(TabbedContent).active = name

    def action_open(self) -> None:
        url = self._link()
        if url is None:
            self.notify("There is no http or https link here.", severity="warning", markup=False)
        else:
            self.post_message(LinkWanted(url))

    def _link(self) -> str | None:
        name = self.query_one(TabbedContent).active
        if name == "promise":
            return best_link(self._dossier.row) if self._dossier else None
        entry = self._entries(name).current
        return entry.url if entry else None

    def _entries(self, name: str) -> Entries:
        return self.query_one(f"#{name} Entries", Entries)


def history(dossier: Dossier) -> list[ListEntry]:
    """Return the changes and the rulings on a commitment, newest first."""
    dated = [(r.on, ruling_entry(r)) for r in dossier.rulings]
    dated += [(t.change.at.date(), change_entry(t.change, t.told_at)) for t in dossier.changes]
    return [entry for _, entry in sorted(dated, key=lambda d: d[0], reverse=True)]

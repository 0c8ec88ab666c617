"""Who decides, and why? What else a ruling needs is asked in the same small window; Enter records it."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from monitor.pipeline.ruling_drafts import Decided, Decision
from tui.widgets.texts import line

Said = Mapping[str, str]
"""What was typed, by the name of each field."""


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field: its name, what is asked, what stands in it at first, and words that complete what is typed."""

    name: str
    asked: str
    given: str = ""
    words: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class DecisionQuestions:
    """What the window says, what it asks, and which decision the answers make; that may raise UserError."""

    about: Text
    fields: tuple[AskedField, ...]
    decision: Callable[[Said], Decision]


class DecisionScreen(ModalScreen[Decided | UserError | None]):
    """Asks who and why, and records what follows. It stays open where that is refused.

    `asked` and `record` run in a thread. The result: what was recorded, why nothing can be decided, or None where
    the reader went back.
    """

    DEFAULT_CSS = """
    DecisionScreen { align: center middle; }
    DecisionScreen > VerticalScroll { width: 90%; max-width: 100; height: auto; max-height: 90%; padding: 0 1;
        background: $surface; border: thick $primary; }
    DecisionScreen Input, DecisionScreen Input:focus { height: 1; border: none; padding: 0 1; background: $panel; }
    DecisionScreen Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, asked: Callable[[], DecisionQuestions], record: Callable[[Decision], Decided]) -> None:
        super().__init__()
        self._ask, self._record = asked, record
        self._asked: DecisionQuestions | None = None
        self._sending = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(Text("Looking…", style="muted"), id="told")

    def on_mount(self) -> None:
        self.run_worker(self._open(), group="ask")

    async def _open(self) -> None:
        """Show what is asked, and go to the first field that is empty; where none is, Enter is enough."""
        try:
            self._asked = asked = await asyncio.to_thread(self._ask)
        except UserError as refused:
            self.dismiss(refused)
            return
        told = self.query_one("#told", Static)
        await self.query_one(VerticalScroll).mount_all(_widgets(asked), before=told)
        told.update(Text("Enter records it; Tab: next field; Esc: nothing is recorded", style="muted"))
        empty = next((one.name for one in asked.fields if not one.given), asked.fields[0].name)
        self.query_one(f"#field-{empty}", Input).focus()

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        if self._asked and not self._sending:
            self._sending = True
            said = {one.name: self.query_one(f"#field-{one.name}", Input).value.strip() for one in self._asked.fields}
            self.run_worker(self._send(self._asked, said), group="decide")

    def action_back(self) -> None:
        if not self._sending:
            self.dismiss(None)

    async def _send(self, asked: DecisionQuestions, said: Said) -> None:
        try:
            decided = await asyncio.to_thread(self._record, asked.decision(said))
        except UserError as refused:
            self.query_one("#told", Static).update(line(refused.message, "warning"))
            self._sending = False
        else:
            self.dismiss(decided)


def _widgets(asked: DecisionQuestions) -> list[Static | Input]:
    made: list[Static | Input] = [Static(asked.about)]
    for one in asked.fields:
        made.append(Static(line(one.asked, "muted")))
        completed = (
            SuggestFromList([clean_line(word) for word in one.words], case_sensitive=False) if one.words else None
        )
        made.append(Input(clean_line(one.given), id=f"field-{one.name}", suggester=completed))
    return made

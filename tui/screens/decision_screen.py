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

from monitor.model.errors import UserError
from monitor.pipeline.ruling_drafts import Decided
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


class DecisionScreen(ModalScreen[Decided | None]):
    """Asks, and hands what was typed to `send` in a thread; stays open where that refuses. None: nothing decided."""

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

    def __init__(self, about: Text, questions: Sequence[AskedField], send: Callable[[Said], Decided]) -> None:
        super().__init__()
        self._about, self._questions, self._send = about, tuple(questions), send
        self._sending = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(self._about)
            for one in self._questions:
                yield Static(line(one.asked, "muted"))
                completed = SuggestFromList(one.words, case_sensitive=False) if one.words else None
                yield Input(one.given, id=f"field-{one.name}", suggester=completed)
            yield Static(Text("Enter records it; Tab: next field; Esc: nothing is recorded", style="muted"), id="told")

    def on_mount(self) -> None:
        """Go to the first field in which nothing stands; where none is empty, Enter is enough."""
        empty = next((one.name for one in self._questions if not one.given), self._questions[0].name)
        self.query_one(f"#field-{empty}", Input).focus()

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        if not self._sending:
            self._sending = True
            said = {one.name: self.query_one(f"#field-{one.name}", Input).value.strip() for one in self._questions}
            self.run_worker(self._record(said), group="decide")

    def action_back(self) -> None:
        if not self._sending:
            self.dismiss(None)

    async def _record(self, said: Said) -> None:
        try:
            decided = await asyncio.to_thread(self._send, said)
        except UserError as refused:
            self.query_one("#told", Static).update(line(refused.message, "warning"))
            self._sending = False
        else:
            self.dismiss(decided)

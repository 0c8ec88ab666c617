"""Which day does the reader want to see the board of?"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

_ASKED = "Show the board as of which day? Write it as 2025-04-20; leave it empty for today. Esc goes back."
_WRONG = "That is no day. Write year, month and day: 2025-04-20."


@dataclass(frozen=True, slots=True)
class Choice:
    """What was picked; None stands for today, whichever day that is."""

    day: date | None


class DayScreen(ModalScreen[Choice | None]):
    """Asks for a day; None where the reader went back."""

    DEFAULT_CSS = """
    DayScreen { align: center top; }
    DayScreen > Vertical { width: 60; max-width: 100%; height: auto; padding: 1 2;
        background: $surface; border: thick $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    def __init__(self, shown: date | None) -> None:
        super().__init__()
        self._shown = shown

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(_ASKED), id="asked")
            yield Input("" if self._shown is None else self._shown.isoformat(), placeholder="today")

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        try:
            self.dismiss(chosen(submitted.value))
        except ValueError:
            self.query_one("#asked", Static).update(Text(_WRONG, style="warning"))


def chosen(words: str) -> Choice:
    """Return the day that was written; raise ValueError where it is none."""
    words = words.strip()
    return Choice(date.fromisoformat(words) if words else None)

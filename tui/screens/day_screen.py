"""Which day does the reader mean? Asked in words, and said back in full while they are written."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from monitor.model.day_words import day_in_words
from monitor.model.errors import UserError
from monitor.model.wording import day, full_day
from monitor.pipeline.service_port import ServicePort
from monitor.status.first_promise import before_first
from tui.widgets.texts import line

_ASKED = "Show which day?"
_EXAMPLES = "Write yesterday, 1 July, last Friday, 3 weeks ago, June 2025 or 2025-07-01. Esc goes back."


@dataclass(frozen=True, slots=True)
class Choice:
    """What was picked; None stands for today, whichever day that is."""

    day: date | None


class DayScreen(ModalScreen[Choice | None]):
    """Asks for a day; None where the reader went back. `shown`: the day that stands there to begin with.

    `asked`: the question. `empty`: the words of the day that is meant where nothing is written.
    """

    DEFAULT_CSS = """
    DayScreen { align: center top; }
    DayScreen > Vertical { width: 76; max-width: 100%; height: auto; padding: 1 2;
        background: $surface; border: thick $primary; }
    DayScreen #understood { min-height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    def __init__(
        self, service: ServicePort, shown: date | None = None, *, asked: str = _ASKED, empty: str = "today"
    ) -> None:
        super().__init__()
        self._service = service
        self._shown = shown
        self._asked = asked
        self._empty = empty

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(f"{self._asked} {_EXAMPLES}"), id="asked")
            yield Input("" if self._shown is None else day(self._shown), placeholder=self._empty)
            yield Static(id="understood")

    def on_mount(self) -> None:
        self._say(self.query_one(Input).value)

    def on_input_changed(self, changed: Input.Changed) -> None:
        changed.stop()
        self._say(changed.value)

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        try:
            found = self._understood(submitted.value)
        except UserError:
            self._say(submitted.value)
        else:
            self.dismiss(Choice(None if found == self._service.today() else found))

    def _say(self, words: str) -> None:
        """Say which day is understood, or why none is."""
        try:
            told = line(full_day(self._understood(words)), "bold")
        except UserError as wrong:
            told = Text("\n").join((line(f"! {wrong.message}", "warning"), Text(line(wrong.hint).plain)))
        self.query_one("#understood", Static).update(told)

    def _understood(self, words: str) -> date:
        """Return the day that is meant; raise UserError for none, one to come, or one of which nothing can be shown."""
        found = day_in_words(words if words.strip() else self._empty, self._service.today())
        if refused := before_first(self._service.registers, found):
            raise refused
        return found

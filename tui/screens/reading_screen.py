"""How is a long text read over the screen that it belongs to?"""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.texts import line


class ReadingScreen(ModalScreen[None]):
    """A text under a heading; Esc goes back."""

    DEFAULT_CSS = """
    ReadingScreen { align: center middle; }
    ReadingScreen > Static { width: 100%; max-width: 106; height: 1; padding: 0 1; background: $panel; }
    ReadingScreen > VerticalScroll { width: 100%; max-width: 106; height: 1fr; padding: 0 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,E", "dismiss", "Back"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "page", show=False),
    ]

    def __init__(self, heading: str, text: Text) -> None:
        super().__init__()
        self._heading, self._text = heading, text

    def compose(self) -> ComposeResult:
        yield Static(line(f"{self._heading} (Esc: back)", "bold"))
        with VerticalScroll():
            yield Static(self._text)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

"""What do the keys do, and what do the words on the board mean?"""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from monitor.model.board_words import WORDS
from tui.widgets.texts import STATUS_STYLE

KEYS = (
    ("Enter", "open the commitment on which the cursor stands"),
    ("s or r", "scan the sources now"),
    ("c", "list what changed, newest first; there 1 to 5 choose the days, and ● marks what you have not seen"),
    ("v", "compare the day that is shown with another: what turned, and what was told between"),
    ("h", "list the sources: how far each was read, and what failed"),
    ("T", "draw every promise as a bar over months"),
    ("+ - =", "on the timeline: closer, farther, all days; left and right pan, with Shift by a screen"),
    ("< > .", "on the timeline: to the first date, the last date, the day looked at"),
    ("/", "show only the commitments in which some words stand; Esc shows all again"),
    ("d", "show the board as it stood on another day, as “1 July” or “last Friday”; leave the day empty for today"),
    ("t", "sort the board in another order"),
    ("o", "open in your browser the link that is shown"),
    ("y or Y", "in the lists of changes: copy the quote with its source, or the link alone"),
    ("1 2 3", "on a commitment's page: show the promise, the evidence, the history"),
    ("Esc", "go back"),
    ("q", "leave bywhen; a scan that is running is stopped first"),
)


class HelpScreen(ModalScreen[None]):
    """The keys and the words."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll { width: 90%; max-width: 100; height: auto; max-height: 90%; padding: 1 2;
        background: $surface; border: thick $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "Back"),
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(help_text())


def help_text() -> Text:
    """Return the keys and the words, each with what it does or means."""
    styles = {status.value: style for status, style in STATUS_STYLE.items()}
    keys = [Text.assemble((f"{key:<15}", "bold"), does) for key, does in KEYS]
    words = [
        Text.assemble((word, styles.get(word, "bold")), f" (in short: {short})" if short else "", f": {means}")
        for word, short, means in WORDS
    ]
    return Text("\n").join([*keys, Text(""), *words])

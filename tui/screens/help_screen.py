"""What do the keys do, and what do the words on the board mean?"""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.texts import STATUS_STYLE

KEYS = (
    ("Enter", "open the commitment the cursor is on"),
    ("s or r", "scan the sources now"),
    ("c", "what changed, newest first"),
    ("h", "how the sources are"),
    ("/", "show only what holds some words; Esc shows all again"),
    ("d", "the board as of another day; empty is today"),
    ("t", "another order"),
    ("o", "open the link that is shown, in your browser"),
    ("1 2 3", "on a commitment's page: promise, evidence, history"),
    ("Esc", "go back"),
    ("q", "quit; a scan under way is stopped first"),
)
WORDS = (
    ("delivered", "a person ruled so, or what was published meets what was said beforehand to count"),
    ("overdue", "the last day of the window has passed, and every source it relies on was read to that day"),
    ("pending", "neither"),
    ("unconfirmed", "the rules say delivered; no person has ruled on it yet"),
    ("stale", "it can't be known: a source was not read of late, or a delivery's day is in doubt"),
    ("caution", "what speaks against the status, or might; it stands in full on the commitment's page"),
    ("no date given", "words such as “in due course”: they never become overdue"),
    ("slipped", "the date was moved; the first promise still counts"),
    ("weakened", "promised again, in words that promise less"),
    ("superseded", "something else took its place, or (dropped) it was given up: the clock stopped that day"),
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
    words = [Text.assemble((f"{word:<15}", styles.get(word, "bold")), means) for word, means in WORDS]
    return Text("\n").join([*keys, Text(""), *words])

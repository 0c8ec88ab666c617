"""What do the keys do, and what do the words on the board mean?"""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from monitor.model.board_words import WORDS
from monitor.model.boards import Standing
from tui.key_list import KeyGroup
from tui.widgets.texts import STATUS_STYLE, standing_text


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

    def __init__(self, keys: Sequence[KeyGroup]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(help_text(self._keys))


def help_text(groups: Sequence[KeyGroup]) -> Text:
    """Return the keys in their groups, the signs and the words, each with what it does or means."""
    styles = {status.value: style for status, style in STATUS_STYLE.items()}
    keys: list[Text] = []
    for heading, rows in groups:
        keys += [Text(heading, "bold underline"), *(Text.assemble((f"{key:<14} ", "bold"), does) for key, does in rows)]
        keys.append(Text(""))
    signs = Text("   ").join(standing_text(standing) for standing in Standing)
    words = [
        Text.assemble((word, styles.get(word, "bold")), f" (in short: {short})" if short else "", f": {means}")
        for word, short, means in WORDS
    ]
    return Text("\n").join([*keys, Text("Signs and words", "bold underline"), signs, *words])

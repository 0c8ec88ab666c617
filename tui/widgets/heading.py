"""Where is the reader?"""

from rich.text import Text
from textual.widgets import Static

from tui.widgets.texts import line


class Heading(Static):
    """The line at the top of a screen."""

    DEFAULT_CSS = """
    Heading { height: auto; max-height: 2; padding: 0 1; background: $panel; }
    """

    def __init__(self, words: str) -> None:
        super().__init__(line(words, "bold"))

    def say(self, *parts: Text) -> None:
        """Say something else."""
        self.update(Text("  ").join(parts))

"""Of what does a page that is read from top to bottom consist, and how high is each part at a width?"""

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from tui.widgets.texts import paragraph_lines, wrapped_at


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of one line that is wrapped, `indent` cells from the left; `most`: the lines it may take, any for None."""

    text: Text
    indent: int = 0
    most: int | None = None

    def height(self, width: int) -> int:
        """Return how many lines it takes at a width."""
        room = max(1, width - self.indent)
        lines = 1 if self.most == 1 or cell_len(self.text.plain) <= room else len(wrapped_at(self.text.plain, room)) + 1
        return min(lines, self.most or lines)

    def lines(self, width: int) -> list[Text]:
        """Return its lines at a width, what is left out marked by an ellipsis."""
        return paragraph_lines(self.text, max(1, width - self.indent), self.most)


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that belong together. `stops`: whether the cursor stops there."""

    key: str
    paragraphs: tuple[Paragraph, ...]
    stops: bool = True


def paragraphs(text: Text, indent: int = 0) -> tuple[Paragraph, ...]:
    """Return each line of a text as a paragraph."""
    return tuple(Paragraph(part, indent) for part in text.split("\n", allow_blank=True))

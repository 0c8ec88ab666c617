"""How are words shown that went from a text and came into it? By signs as well as by colour, as wdiff writes them."""

from collections.abc import Iterable

from rich.text import Text

from monitor.pipeline.comparing.text_diff import DiffPiece
from tui.widgets.texts import line

KEY = "[-so-] went, {+so+} came"
"""What the signs mean, in a few words."""
_GONE, _CAME = "strike red", "delivered"


def marked_words(pieces: Iterable[DiffPiece]) -> Text:
    """Return the pieces of a text in one paragraph, harmless: what went as [-so-], what came as {+so+}."""
    return Text(" ").join(_marked(piece) for piece in pieces)


def _marked(piece: DiffPiece) -> Text:
    if piece.sign == "-":
        return _plain(f"[-{piece.text}-]", _GONE)
    return _plain(f"{{+{piece.text}+}}", _CAME) if piece.sign == "+" else _plain(piece.text, "")


def _plain(words: str, style: str) -> Text:
    return Text(line(words).plain, style=style)

"""How are other people's words shown, so that they can control neither the screen nor the terminal?

Everything shown is a rich Text made here: never a str, which Textual would read as markup.
"""

from rich.text import Text

from monitor.model import board_words
from monitor.model.boards import Flag, FlagName, Standing, Status
from monitor.model.cleaning import clean, clean_line, safe_link
from tui.widgets.palette import GLYPHS

STATUS_STYLE = {status: status.value for status in Status}
FLAG_STYLE = {
    FlagName.LATE: "overdue",
    FlagName.DUE_SOON: "pending",
    FlagName.SLIPPED: "warning",
    FlagName.WEAKENED: "warning",
    FlagName.SUPERSEDED: "stopped",
    FlagName.UNCONFIRMED: "link",
    FlagName.STALE: "cant-say",
}


def line(words: str, style: str = "") -> Text:
    """Return words on one line, harmless."""
    return Text(clean_line(words), style=style, overflow="ellipsis")


def prose(words: str, style: str = "") -> Text:
    """Return words with their paragraphs, harmless."""
    return Text(clean(words), style=style)


def quoted(words: str) -> Text:
    """Return someone's exact words, harmless, in quotation marks."""
    return Text(f"“{clean(words)}”", style="italic")


def linked(url: str) -> Text:
    """Return an address as plain text, or what is wrong with it."""
    link = safe_link(url)
    return line(f"(no http or https link: {url})", "muted") if link is None else Text(link, style="link")


def status_text(status: Status) -> Text:
    """Return a status as a word in its own style."""
    return Text(status.value, style=STATUS_STYLE[status])


def standing_text(standing: Standing, word: str = "") -> Text:
    """Return the glyph and the word of how a promise stands, in its own style; `word`: another word for it."""
    return Text(f"{GLYPHS[standing]} {word or standing.value}", style=standing_style(standing))


def standing_style(standing: Standing) -> str:
    """Return the name of the style of how a promise stands."""
    return "cant-say" if standing is Standing.CANT_SAY else standing.value


def flag_text(flag: Flag, *, short: bool = False) -> Text:
    """Return a flag's word in its colour; `short`: the one for a narrow column."""
    return line(board_words.flag(flag, short=short), FLAG_STYLE.get(flag.name, ""))


def listed(parts: list[Text], between: str = ", ") -> Text:
    """Return texts one after the other."""
    return Text(between).join(parts)


def fold(text: Text, width: int, height: int) -> Text:
    """Return text in at most `height` lines of `width` cells, what is left out marked by an ellipsis.

    A text of several lines keeps them, each cut; a text of one line is wrapped between words.
    """
    lines = list(text.split("\n")) if "\n" in text.plain else _wrapped(text, width, height)
    for part in lines:
        part.truncate(width, overflow="ellipsis")
    return Text("\n").join(lines[:height])


def _wrapped(text: Text, width: int, height: int) -> list[Text]:
    """Return the text in `height` lines broken between words; the last holds the rest, however long."""
    lines: list[Text] = []
    rest = text.copy()
    while len(lines) < height - 1 and rest.cell_len > width:
        cut = rest.plain.rfind(" ", 0, width + 1)
        first, rest = rest.divide([cut if cut > 0 else width])
        rest = rest[1:] if rest.plain.startswith(" ") else rest
        lines.append(first)
    return [*lines, rest]

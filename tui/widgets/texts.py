"""How are other people's words shown, so that they can control neither the screen nor the terminal?

Everything shown is a rich Text made here: never a str, which Textual would read as markup.
"""

import re

from rich.cells import cell_len, get_character_cell_size
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
RELATION_STYLE = {
    "delivers": "delivered",
    "delays": "overdue",
    "weakens": "warning",
    "supersedes": "warning",
    "asks-about": "muted",
    "mentions-only": "muted",
}

_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0391-\u0481\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Text of which each character takes one cell: nearly all there is."""


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


def wrapped_at(plain: str, width: int) -> list[int]:
    """Return before which characters a line of words is broken to fit a width in cells; a word too long is cut."""
    cuts: list[int] = []
    start, end = 0, len(plain)
    single = _NARROW.fullmatch(plain) is not None
    while True:
        fits = width if single else _fitting(plain, start, width)
        if start + fits >= end:
            return cuts
        cut = plain.rfind(" ", start, start + fits + 1) + 1
        start = cut if cut > start + 1 else start + max(1, fits)
        if start < end:
            cuts.append(start)


def _fitting(plain: str, start: int, width: int) -> int:
    """Return how many characters from a place on fit a width; of those that have none as many as stand there."""
    cells = 0
    for place in range(start, len(plain)):
        cells += get_character_cell_size(plain[place])
        if cells > width:
            return place - start
    return len(plain) - start


def paragraph_lines(text: Text, width: int, most: int | None = None) -> list[Text]:
    """Return a text of one line wrapped to a width, in some lines at most; an ellipsis marks what is left out."""
    if most == 1 or cell_len(text.plain) <= width:
        lines = [text.copy()]
    else:
        cuts = wrapped_at(text.plain, width)
        lines = list(text.divide(cuts if most is None else cuts[: most - 1]))
    for part in lines:
        part.no_wrap, part.end = True, ""
        part.rstrip()
        part.truncate(width, overflow="ellipsis")
    return lines


def laid_out(words: str, style: str = "") -> Text:
    """Return lines that stand as they were laid out, indents and all, each harmless."""
    lines = (f"{' ' * (len(one) - len(one.lstrip(' ')))}{clean_line(one)}" for one in words.split("\n"))
    return Text("\n".join(lines), style=style)


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

"""How is plain text laid out for stdout: wrapped, in columns, and in colour only when asked?"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH = 100
"""Characters a line may have where there is no terminal to ask."""

NARROW = 72
"""Below this many characters columns are no help any more."""

_GAP = "  "
_COLOURS = {"delivered": "32", "overdue": "31;1", "pending": "33", "bold": "1", "dim": "2"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Puts colour on text, or leaves it as it is. Colour only ever stands beside words that say the same."""

    wanted: bool = False

    def __call__(self, text: str, name: str) -> str:
        """Return the text in one of the colours known; text with an unknown colour stays plain."""
        code = _COLOURS.get(name)
        return f"\x1b[{code}m{text}\x1b[0m" if self.wanted and code and text.strip() else text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the least it needs, and its share of what is left over."""

    heading: str
    least: int
    share: int = 0


def wrap(text: str, width: int, first: str = "", then: str | None = None) -> list[str]:
    """Return text in lines of a width; links and long words stay whole, so that they can be copied."""
    return textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=first,
        subsequent_indent=first if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def widths(columns: Sequence[Column], width: int) -> tuple[int, ...]:
    """Return how wide each column is, so that together they fill the width where they can."""
    spare = width - sum(c.least for c in columns) - len(_GAP) * (len(columns) - 1)
    shares = sum(c.share for c in columns) or 1
    return tuple(c.least + max(spare, 0) * c.share // shares for c in columns)


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[tuple[str, ...]]], width: int, paint: Paint
) -> Iterator[str]:
    """Yield a table's lines. A cell is a tuple of paragraphs, each wrapped into its column."""
    wide = widths(columns, width)
    yield paint(_beside([c.heading for c in columns], wide), "bold")
    yield _beside(["-" * w for w in wide], wide)
    for row in rows:
        cells = [[line for text in cell for line in _fit(text, w)] for cell, w in zip(row, wide, strict=True)]
        for n in range(max(len(cell) for cell in cells)):
            line = _beside([cell[n] if n < len(cell) else "" for cell in cells], wide)
            yield _painted(line, paint) if n == 0 else line


def _fit(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _beside(cells: Sequence[str], wide: Sequence[int]) -> str:
    return _GAP.join(f"{cell:<{w}}" for cell, w in zip(cells, wide, strict=True)).rstrip()


def _painted(line: str, paint: Paint) -> str:
    """Return the first line of a row with its first word, a status where it is one, in colour."""
    word, blank, rest = line.partition(" ")
    return paint(word, word) + blank + rest

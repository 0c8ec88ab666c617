"""How do cells stand beside each other in a line, each in its width, whatever their words?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from tui.widgets.texts import fold

GAP = 2
"""Cells between two columns."""
MARGIN = 1
"""Cells before the first column and after the last."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading and a width in cells; the one column with no width takes what is left.

    `needs`: the width of the list in cells below which the column gives way.
    """

    title: str
    width: int | None = None
    needs: int = 0


def fitted(columns: Sequence[TableColumn], width: int) -> tuple[TableColumn, ...]:
    """Return the columns with the one that has no width given what is left of `width` cells."""
    taken = sum(c.width or 0 for c in columns) + GAP * (len(columns) - 1) + 2 * MARGIN
    return tuple(TableColumn(c.title, c.width or max(8, width - taken)) for c in columns)


def column_at(columns: Sequence[TableColumn], x: int) -> str | None:
    """Return the title of the column that stands at a cell of a line, None beside them all."""
    left = MARGIN
    for column in columns:
        if left <= x < left + (column.width or 0) + GAP:
            return column.title
        left += (column.width or 0) + GAP
    return None


Render = Callable[[Text], list[Segment]]
"""Returns a text in the segments of a console."""


def strips_of(
    cells: Sequence[Text], wide: Sequence[int], height: int, style: Style, render: Render, *, plain: bool
) -> list[Strip]:
    """Return `height` lines of cells beside each other, each in its width; `plain`: without colours of their own."""
    lines = [folded(cell, width, height) for cell, width in zip(cells, wide, strict=True)]
    blank = Text("")
    rows = [[cell[n] if n < len(cell) else blank for cell in lines] for n in range(height)]
    if plain:
        rows = [[Text(cell.plain, justify=cell.justify) for cell in row] for row in rows]
    return [strip_of(row, wide, style, render) for row in rows]


def strip_of(cells: Sequence[Text], wide: Sequence[int], style: Style, render: Render) -> Strip:
    """Return cells in their widths beside each other, on a ground of one style."""
    segments = [Segment(" " * MARGIN, style)]
    for number, (cell, width) in enumerate(zip(cells, wide, strict=True)):
        if number:
            segments.append(Segment(" " * GAP, style))
        made = Strip(render(_one_line(cell, width)))
        segments += made.adjust_cell_length(width, style).apply_style(style)
    return Strip(segments)


def folded(cell: Text, width: int, height: int) -> list[Text]:
    """Return the lines of a cell, each set as the cell is."""
    lines = list(fold(cell, width, height).split("\n"))
    for part in lines:
        part.justify = cell.justify
    return lines


def _one_line(cell: Text, width: int) -> Text:
    """Return a cell in one line of at most `width` cells, at the right of it where it is set so."""
    cell = cell.copy()
    right = cell.justify == "right"
    cell.justify, cell.end, cell.no_wrap = None, "", True
    cell.truncate(width, overflow="ellipsis")
    if right:
        cell.pad_left(max(0, width - cell.cell_len))
    return cell

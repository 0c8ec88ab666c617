"""How is a list shown that may have thousands of lines? Only the lines that can be seen are made."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.cell_strips import TableColumn, column_at, fitted, strip_of, strips_of


class RowList(ScrollView, can_focus=True):
    """A table of rich Texts under a line of headings, with a cursor.

    What a line says is asked for when the line is drawn (`cells`), so a list of thousands costs no more than the screen
    full that is seen. A heading between lines has a key of its own, on which the cursor does not stop.
    """

    DEFAULT_CSS = """
    RowList { height: 1fr; scrollbar-gutter: stable; scrollbar-size-vertical: 1; overflow-x: hidden; }
    RowList > .row-list--header { text-style: bold; background: $panel; color: $foreground; }
    RowList > .row-list--heading { text-style: bold underline; }
    RowList > .row-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    RowList > .row-list--cursor-away { background: $panel; text-style: bold; }
    RowList:ansi > .row-list--cursor { text-style: reverse; }
    RowList:ansi > .row-list--cursor-away { text-style: underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--header",
        "row-list--heading",
        "row-list--cursor",
        "row-list--cursor-away",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("down,j", "move(1)", "Next line", show=False),
        Binding("up,k", "move(-1)", "Line before", show=False),
        Binding("pagedown,ctrl+f,space", "page(1)", "Next page", show=False),
        Binding("pageup,ctrl+b", "page(-1)", "Page before", show=False),
        Binding("home,g", "end(-1)", "First line", show=False),
        Binding("end,G", "end(1)", "Last line", show=False),
    ]

    row_height: int = 1
    """Lines of the screen that a line of the list takes."""
    cursor: var[int] = var(0, init=False)
    """The place of the cursor among the keys."""

    class Moved(Message):
        """The cursor is on another line, or the lines are other ones; `key` is None in an empty list."""

        def __init__(self, key: str | None) -> None:
            super().__init__()
            self.key = key

    class Opened(Message):
        """The reader wants to see what is behind a line."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class HeadingChosen(Message):
        """The reader clicked on the heading of a column."""

        def __init__(self, title: str) -> None:
            super().__init__()
            self.title = title

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._columns: tuple[TableColumn, ...] = ()
        self._made: dict[tuple[int, bool, bool], list[Strip]] = {}
        self._headings: Mapping[int, Text] = {}
        self._laid = False

    def columns_for(self, width: int) -> tuple[TableColumn, ...]:
        """Return the columns for a table that many cells wide."""
        raise NotImplementedError

    def cells(self, index: int, columns: Sequence[TableColumn]) -> Sequence[Text]:
        """Return the cells of one line, in the order of the columns."""
        raise NotImplementedError

    def heading(self, index: int) -> Text | None:
        """Return what stands over the lines that follow, where this line is a heading and nothing else."""
        return self._headings.get(index)

    @property
    def current(self) -> int | None:
        """The line that the cursor is on, None in an empty list."""
        return self.cursor if self.cursor < len(self._keys) and self.heading(self.cursor) is None else None

    @property
    def key(self) -> str | None:
        """The key of the line that the cursor is on."""
        return None if self.current is None else self._keys[self.current]

    def lay(
        self, keys: Sequence[str], headings: Mapping[int, Text] = MappingProxyType({}), *, top: bool = False
    ) -> None:
        """Show a line for each key, those in `headings` as headings of the lines that follow.

        The cursor stays with its key, or else on its line; `top`: it goes to the first line.
        """
        held, line = self.key, self.cursor
        self._headings = headings
        self._keys, self._places = tuple(keys), {key: place for place, key in enumerate(keys)}
        place = 0 if top else self._places.get(held, line) if held is not None else line
        self._arrange()
        self.set_reactive(RowList.cursor, self._stop(min(place, max(0, len(keys) - 1)), 1))
        if self._laid:
            self._into_view()
        self.post_message(self.Moved(self.key))

    def redraw(self) -> None:
        """Make each line anew that is seen: what the lines say is another, the keys are the same."""
        self._made.clear()
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Lay the columns out for the new width; what was asked of the list before its first size is done now."""
        self._laid = True
        self._arrange()
        self._into_view()

    def notify_style_update(self) -> None:
        """The theme is another one."""
        self._made.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def watch_cursor(self) -> None:
        self._into_view()
        self.refresh()
        self.post_message(self.Moved(self.key))

    def action_move(self, by: int) -> None:
        self.cursor = self._stop(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        page = max(1, (self.size.height - 1) // self.row_height - 1)
        self.cursor = self._stop(self.cursor + by * page, by)

    def action_end(self, where: int) -> None:
        self.cursor = self._stop(0 if where < 0 else len(self._keys) - 1, -where)

    def action_open(self) -> None:
        if self.key is not None:
            self.post_message(self.Opened(self.key))

    def on_click(self, click: events.Click) -> None:
        at = click.get_content_offset(self)
        if at is None:
            return
        click.stop()
        if at.y == 0:
            if title := column_at(self._columns, at.x):
                self.post_message(self.HeadingChosen(title))
            return
        line = (at.y - 1 + round(self.scroll_y)) // self.row_height
        if line < len(self._keys) and self.heading(line) is None:
            self.cursor = line
            if click.chain > 1:
                self.action_open()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            titles = [Text(column.title) for column in self._columns]
            style = self.get_component_rich_style("row-list--header")
            return self._strips(titles, 1, style, plain=False)[0]
        line, part = divmod(y - 1 + round(self.scroll_y), self.row_height)
        if line >= len(self._keys):
            return Strip.blank(width, self.rich_style)
        return self._line(line)[part]

    def _line(self, line: int) -> list[Strip]:
        """Return the strips of a line; those that were made are kept while nothing they depend on is altered."""
        under, focused = line == self.cursor, self.has_focus
        made = self._made.get((line, under, focused))
        if made is None:
            if len(self._made) > 4 * max(self.size.height, 1):
                self._made.clear()
            made = self._made[line, under, focused] = self._drawn(line, under=under, focused=focused)
        return made

    def _drawn(self, line: int, *, under: bool, focused: bool) -> list[Strip]:
        heading = self.heading(line)
        if heading is not None:
            style = self.get_component_rich_style("row-list--heading")
            blank = Strip.blank(self.size.width, self.rich_style)
            return [*[blank] * (self.row_height - 1), strip_of([heading], [self.size.width], style, self._segments)]
        name = "row-list--cursor" if focused else "row-list--cursor-away"
        style = self.get_component_rich_style(name) if under else self.rich_style
        return self._strips(self.cells(line, self._columns), self.row_height, style, plain=under and focused)

    def _strips(self, cells: Sequence[Text], height: int, style: Style, *, plain: bool) -> list[Strip]:
        """Return the lines of cells beside each other; `plain`: in one colour, that of the cursor."""
        wide = [column.width or 1 for column in self._columns]
        found = strips_of(cells, wide, height, style, self._segments, plain=plain)
        return [strip.adjust_cell_length(self.size.width, style) for strip in found]

    def _segments(self, text: Text) -> list[Segment]:
        return list(text.render(self.app.console))

    def _arrange(self) -> None:
        """Fit the columns to the width, and the scroll bar to the number of lines."""
        self._made.clear()
        width = self.size.width
        self._columns = fitted(self.columns_for(width), width) if width else ()
        self.virtual_size = Size(width, len(self._keys) * self.row_height + 1)
        self.refresh()

    def _stop(self, line: int, by: int) -> int:
        """Return the nearest line on which the cursor may stop, looking first in the direction of `by`."""
        line = max(0, min(line, len(self._keys) - 1))
        for step in (1 if by > 0 else -1, -1 if by > 0 else 1):
            place = line
            while 0 <= place < len(self._keys):
                if self.heading(place) is None:
                    return place
                place += step
        return line

    def _into_view(self) -> None:
        """Scroll so that the line of the cursor is seen, and a heading right above it."""
        top, height = self.cursor * self.row_height, self.size.height - 1
        top -= self.row_height * (self.cursor - 1 in self._headings)
        bottom = (self.cursor + 1) * self.row_height
        at = min(max(self.scroll_y, bottom - height), top)
        if at != self.scroll_y:
            self.scroll_to(y=max(0, at), animate=False, immediate=True, force=True)
        self.refresh(Region(0, 0, self.size.width, self.size.height))

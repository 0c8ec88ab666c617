"""How do thousands of promises lie over the months, and how does one move among them?

Only the lines that are to be seen are drawn, each when it is asked for; the bars were worked out before.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from monitor.model.cleaning import clean_line
from monitor.reports.promise_bars import Bar
from tui.widgets.bar_cells import AXIS, Cell, bar_cells, empty_cells
from tui.widgets.day_scale import DayScale, axis
from tui.widgets.texts import standing_style
from tui.widgets.timeline_signs import SIGNS, Signs
from tui.words import count

AXIS_LINES = 2
_NARROW, _ROOMY = 76, 116
"""Cells from which there is room for a status in its word, and for long titles."""


class TimelineChart(ScrollView, can_focus=True):
    """A line for each promise, below an axis of years and months. `laid` is what stands in it, in its order."""

    DEFAULT_CSS = """
    TimelineChart { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    TimelineChart > .timeline-chart--cursor { background: $panel; text-style: bold; }
    TimelineChart:ansi > .timeline-chart--cursor { text-style: bold underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline-chart--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home,g", "edge(-1)", "First promise", show=False),
        Binding("end,G", "edge(1)", "Last promise", show=False),
        Binding("left", "pan(-1)", "Earlier", show=False),
        Binding("right", "pan(1)", "Later", show=False),
        Binding("shift+left", "pan_screen(-1)", "A screen earlier", show=False),
        Binding("shift+right", "pan_screen(1)", "A screen later", show=False),
        Binding("less_than_sign", "first_day", "First date", show=False),
        Binding("greater_than_sign", "last_day", "Last date", show=False),
        Binding("full_stop", "day", "To the day", key_display="."),
        Binding("plus", "zoom(1)", "Closer", key_display="+"),
        Binding("minus", "zoom(-1)", "Farther", key_display="-"),
        Binding("equals_sign", "fit", "All", key_display="="),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """The number of the line on which the cursor stands."""

    class Opened(Message):
        """The reader wants to see a promise's page."""

        def __init__(self, bar: Bar) -> None:
            super().__init__()
            self.bar = bar

    class Pointed(Message):
        """The cursor stands on another promise, or on none."""

        def __init__(self, bar: Bar | None) -> None:
            super().__init__()
            self.bar = bar

    def __init__(self, signs: Signs = SIGNS) -> None:
        super().__init__()
        self.laid: Sequence[Bar] = ()
        self.signs = signs
        self.day = date.min
        self._order = ""
        self.scale = DayScale(1, 1, 1)
        self._ends = (date.min, date.min)
        self._fits = True
        self._axis = ("", "")
        self._years: frozenset[int] = frozenset()

    def lay(self, laid: Sequence[Bar], ends: tuple[date, date], day: date, order: str) -> None:
        """Show other bars, of which the first and the last day are given, and the word for their order.

        The cursor stays on its promise, and the scale as it was; it shows all days where it did before.
        """
        here = self._pointed()
        self.laid, self.day, self._ends, self._order = laid, day, ends, order
        self.virtual_size = Size(0, len(laid) + AXIS_LINES)
        at = (
            next((n for n, bar in enumerate(laid) if bar.row.commitment.id == here.row.commitment.id), 0) if here else 0
        )
        self.set_reactive(TimelineChart.cursor, at)
        self._rescaled()
        self.call_after_refresh(self._follow)

    @property
    def room(self) -> Size:
        """The cells and lines beside the scrollbar, whose cell is kept free where there is none."""
        return self.scrollable_content_region.size

    @property
    def title_width(self) -> int:
        """Cells before the bars: the cursor, the status, the title and a blank."""
        width = self.room.width
        least, share = (20, 3) if width < _NARROW else (30, 3) if width < _ROOMY else (40, 3)
        return min(max(least, width // share), 60, max(width - 10, 0))

    def render_line(self, y: int) -> Strip:
        width = self.room.width
        if y < AXIS_LINES:
            told = (self._order, f"{count(self.scale.days, 'day')} a cell")[y]
            cells = [Segment(f"  {told}".ljust(self.title_width) + self._axis[y], self._style(AXIS))]
        elif (index := y - AXIS_LINES + self.scroll_offset.y) < len(self.laid):
            cells = self._line(self.laid[index], current=index == self.cursor)
        else:
            cells = self._painted(empty_cells(self.day, self.scale, self.signs, self._years))
            cells.insert(0, Segment(" " * self.title_width))
        return Strip(cells).adjust_cell_length(width).apply_style(self.rich_style)

    def watch_cursor(self, before: int, now: int) -> None:
        for index in (before, now):
            self.refresh_line(index + AXIS_LINES)
        self._follow()

    def validate_cursor(self, index: int) -> int:
        return min(max(index, 0), max(len(self.laid) - 1, 0))

    def on_resize(self) -> None:
        self._rescaled()
        self._follow()

    def on_click(self, click: events.Click) -> None:
        """A click points to a promise; on the one pointed to, it opens it."""
        index = click.y - AXIS_LINES + self.scroll_offset.y
        if click.y < AXIS_LINES or index >= len(self.laid):
            return
        if index == self.cursor:
            self.action_open()
        self.cursor = index

    def action_open(self) -> None:
        if bar := self._pointed():
            self.post_message(self.Opened(bar))

    def action_move(self, lines: int) -> None:
        self.cursor += lines

    def action_page(self, pages: int) -> None:
        self.cursor += pages * max(self.room.height - AXIS_LINES - 1, 1)

    def action_edge(self, way: int) -> None:
        self.cursor = 0 if way < 0 else len(self.laid) - 1

    def action_pan(self, way: int) -> None:
        self._change(lambda scale: scale.panned(way * max(scale.cells // 10, 1)))

    def action_pan_screen(self, way: int) -> None:
        self._change(lambda scale: scale.panned(way * max(scale.cells - 2, 1)))

    def action_first_day(self) -> None:
        self._change(lambda scale: scale.beginning(self._ends[0]))

    def action_last_day(self) -> None:
        self._change(lambda scale: scale.ending(self._ends[1]))

    def action_day(self) -> None:
        self._change(lambda scale: scale.centred(self.day))

    def action_zoom(self, steps: int) -> None:
        self._change(lambda scale: scale.zoomed(steps, self.day))

    def action_fit(self) -> None:
        self._fits = True
        self._rescaled()

    def _change(self, how: Callable[[DayScale], DayScale]) -> None:
        if self.day == date.min:
            return  # the board is still on its way, and there is no scale to change
        self._fits = False
        self.scale = how(self.scale)
        self._rescaled()

    def _rescaled(self) -> None:
        """Fit the scale to the cells there are, work out what follows from it, and draw anew."""
        cells = max(self.room.width - self.title_width, 1)
        fitted = DayScale.fitted(*self._ends, cells, self.day) if self._fits else self.scale.resized(cells)
        self.scale = fitted.within(*self._ends)
        self._axis = axis(self.scale, self.signs.tick)
        self._years = self.scale.new_years()
        self.refresh()
        self._tell()

    def _pointed(self) -> Bar | None:
        return self.laid[self.cursor] if self.cursor < len(self.laid) else None

    def _tell(self) -> None:
        self.post_message(self.Pointed(self._pointed()))

    def _follow(self) -> None:
        """Scroll no further than that the cursor is seen, and tell where it stands."""
        room = max(self.room.height - AXIS_LINES, 1)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + room:
            target = self.cursor if self.cursor < top else self.cursor - room + 1
            self.scroll_to(y=target, animate=False, force=True)
        self._tell()

    def _line(self, bar: Bar, *, current: bool) -> list[Segment]:
        """Return a promise's line: the cursor, how it stands, its title, its bar."""
        status, title = head(bar, self.signs, self.title_width, worded=self.room.width >= _NARROW)
        mark = self.signs.cursor if current else " "
        told = [Segment(mark + status, self._style(standing_style(bar.row.standing))), Segment(title)]
        parts = [*told, *self._painted(bar_cells(bar, self.scale, self.signs, self._years))]
        under = self.get_component_rich_style("timeline-chart--cursor", partial=True)
        return list(Segment.apply_style(parts, post_style=under)) if current else parts

    def _painted(self, cells: Sequence[Cell]) -> list[Segment]:
        """Return cells with their styles, those of one style together."""
        grouped = groupby(cells, key=lambda cell: cell[1])
        return [Segment("".join(sign for sign, _ in same), self._style(name)) for name, same in grouped]

    def _style(self, name: str) -> Style | None:
        return self.app.console.get_style(name) if name else None


def head(bar: Bar, signs: Signs, width: int, *, worded: bool) -> tuple[str, str]:
    """Return what stands between the cursor's cell and the bar: how a promise stands, its title, and a blank.

    Together with the cursor they are `width` cells. `worded`: there is room for the word beside the sign.
    """
    standing = bar.row.standing
    word = f"{standing.value:<9}" if worded else standing.value[0].upper()
    status = f"{signs.standings[standing]} {word} "
    told = Text(status + signs.text(clean_line(bar.row.commitment.title)))
    told.truncate(max(width - 2, 1), overflow="crop" if signs.ascii else "ellipsis", pad=True)
    return told.plain[: len(status)], f"{told.plain[len(status) :]} "

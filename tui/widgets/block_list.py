"""How is a long page read whose paragraphs differ in height? Only the lines that can be seen are made.

A page is a list of blocks, each a paragraph or more. The cursor goes from block to block. Where text is wrapped is
worked out for all of the page from plain strings; rich lines are made when they are drawn.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.paragraphs import Block, Paragraph

WIDEST = 100
"""Cells of the longest line of prose."""
_MARK = "▌"
"""Before each line of the block that the cursor is on."""


class BlockList(ScrollView, can_focus=True):
    """A page of blocks with a cursor. What is shown under a block besides (`unfold`) stays until it is folded."""

    DEFAULT_CSS = """
    BlockList { height: 1fr; scrollbar-gutter: stable; scrollbar-size-vertical: 1; overflow-x: hidden; }
    BlockList > .block-list--cursor { background: $panel; color: $foreground; }
    BlockList > .block-list--mark { color: $primary; }
    BlockList:ansi > .block-list--cursor { text-style: reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"block-list--cursor", "block-list--mark"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,ctrl+f", "page(1)", show=False),
        Binding("pageup,ctrl+b", "page(-1)", show=False),
        Binding("home,g", "end(-1)", show=False),
        Binding("end,G", "end(1)", show=False),
    ]
    cursor: var[int] = var(0, init=False)

    class Moved(Message):
        """The cursor is on another block."""

        def __init__(self, key: str | None) -> None:
            super().__init__()
            self.key = key

    class Opened(Message):
        """The reader clicked twice on a block."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self._unfolded: dict[str, tuple[Paragraph, ...]] = {}
        self._tops: list[int] = [0]
        self._made: dict[int, list[Text]] = {}

    @property
    def key(self) -> str | None:
        """The key of the block that the cursor is on; None on an empty page."""
        return self._blocks[self.cursor].key if self.cursor < len(self._blocks) else None

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other blocks; the cursor stays with its block, or else in its place."""
        held, place = self.key, self.cursor
        self._blocks = tuple(blocks)
        places = {block.key: n for n, block in enumerate(blocks)}
        self._unfolded = {key: shown for key, shown in self._unfolded.items() if key in places}
        wanted = places.get(held, place) if held is not None else 0
        self.set_reactive(BlockList.cursor, self._stop(min(wanted, max(0, len(blocks) - 1)), 1))
        self._measure()
        self.post_message(self.Moved(self.key))

    def unfolded(self, key: str) -> bool:
        """Return whether something is shown under a block besides."""
        return key in self._unfolded

    def unfold(self, key: str, more: Sequence[Paragraph]) -> None:
        """Show more under a block; nothing folds it."""
        if more:
            self._unfolded[key] = tuple(more)
        else:
            self._unfolded.pop(key, None)
        self._measure()
        if key == self.key:
            self._into_view()

    def go_to(self, key: str) -> bool:
        """Put the cursor on a block, at the top of the page; return whether it is there."""
        place = next((n for n, block in enumerate(self._blocks) if block.key == key), None)
        if place is None:
            return False
        self.cursor = self._stop(place, 1)
        self._scroll(self._tops[place])
        return True

    def on_resize(self, _: events.Resize) -> None:
        self._measure()
        self._into_view()

    def notify_style_update(self) -> None:
        """The theme is another one."""
        self._made.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def watch_cursor(self) -> None:
        self._into_view()
        self.post_message(self.Moved(self.key))

    def action_move(self, by: int) -> None:
        """Go to the next block; where this one goes on beyond the screen, read on in it first."""
        top, bottom = self._tops[self.cursor], self._tops[min(self.cursor + 1, len(self._tops) - 1)]
        seen, height = round(self.scroll_y), self.size.height
        if by > 0 and bottom > seen + height:
            self._scroll(min(seen + height - 2, bottom - height) if bottom - top > height else bottom - height)
            return
        if by < 0 and top < seen:
            self._scroll(max(top, seen - height + 2))
            return
        place = self._stop(self.cursor + by, by)
        if place == self.cursor:
            self._scroll(0 if by < 0 else self._tops[-1])
        self.cursor = place

    def action_page(self, by: int) -> None:
        at = round(self.scroll_y) + by * max(1, self.size.height - 2)
        last = max(0, self._tops[-1] - self.size.height)
        self._scroll(max(0, min(at, last)))
        first = bisect_right(self._tops, round(self.scroll_y) + (0 if at <= last else self.size.height - 1)) - 1
        self.set_reactive(BlockList.cursor, self._stop(0 if at < 0 else first, by))
        self.refresh()
        self.post_message(self.Moved(self.key))

    def action_end(self, where: int) -> None:
        self.cursor = self._stop(0 if where < 0 else len(self._blocks) - 1, -where)
        self._scroll(0 if where < 0 else self._tops[-1])

    def on_click(self, click: events.Click) -> None:
        at = click.get_content_offset(self)
        place = None if at is None else self._at(at.y + round(self.scroll_y))
        if place is None or not self._blocks[place].stops:
            return
        click.stop()
        self.cursor = place
        if click.chain > 1 and self.key:
            self.post_message(self.Opened(self.key))

    def render_line(self, y: int) -> Strip:
        at = y + round(self.scroll_y)
        place = self._at(at)
        if place is None:
            return Strip.blank(self.size.width, self.rich_style)
        line, under = at - self._tops[place], place == self.cursor
        return self._strip(self._lines(place)[line], under=under, first=line == 0)

    def _strip(self, text: Text, *, under: bool, first: bool) -> Strip:
        marked = under and self.has_focus
        ground = self.get_component_rich_style("block-list--cursor") if marked and first else self.rich_style
        mark = (f"{_MARK} " if under else "  ", self.get_component_rich_style("block-list--mark"))
        whole = Text.assemble(mark, text)
        whole.end, whole.no_wrap = "", True
        strip = Strip(list(whole.render(self.app.console)))
        return strip.adjust_cell_length(self.size.width, ground).apply_style(Style() + ground)

    def _lines(self, place: int) -> list[Text]:
        """Return the lines of a block; those that were made are kept while nothing that they depend on is altered."""
        made = self._made.get(place)
        if made is None:
            if len(self._made) > 4 * max(self.size.height, 1):
                self._made.clear()
            width = self._width
            made = [Text(" " * p.indent) + line for p in self._whole(place) for line in p.lines(width)]
            self._made[place] = made
        return made

    @property
    def _width(self) -> int:
        return max(10, min(WIDEST, self.size.width - 3))

    def _whole(self, place: int) -> tuple[Paragraph, ...]:
        block = self._blocks[place]
        return (*block.paragraphs, *self._unfolded.get(block.key, ()))

    def _at(self, line: int) -> int | None:
        """Return the block that a line of the page belongs to."""
        return bisect_right(self._tops, line) - 1 if 0 <= line < self._tops[-1] else None

    def _measure(self) -> None:
        self._made.clear()
        width = self._width
        heights = (sum(p.height(width) for p in self._whole(n)) for n in range(len(self._blocks)))
        self._tops = [0, *accumulate(heights)]
        self.virtual_size = Size(self.size.width, self._tops[-1])
        self.refresh()

    def _stop(self, place: int, by: int) -> int:
        """Return the nearest block on which the cursor may stop, looking first in the direction of `by`."""
        if not self._blocks:
            return 0
        place = max(0, min(place, len(self._blocks) - 1))
        ahead = range(place, len(self._blocks)) if by > 0 else range(place, -1, -1)
        behind = range(place, -1, -1) if by > 0 else range(place, len(self._blocks))
        return next((n for way in (ahead, behind) for n in way if self._blocks[n].stops), place)

    def _into_view(self) -> None:
        """Scroll so that the block of the cursor is seen; of one that is taller than the screen its beginning."""
        if not self._blocks or not self.size.height:
            return
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        self._scroll(min(max(round(self.scroll_y), bottom - self.size.height), top))

    def _scroll(self, line: int) -> None:
        line = max(0, min(line, self._tops[-1] - self.size.height))
        if line != round(self.scroll_y):
            self.scroll_to(y=line, animate=False, immediate=True, force=True)
        self.refresh()

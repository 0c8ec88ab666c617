"""In which words was it promised then, and in which now?"""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from monitor.model.cleaning import clean_line
from monitor.pipeline.comparing.text_diff import diff
from monitor.status.wordings import Wording
from tui.widgets.texts import line, linked, listed
from tui.words import day

BESIDE = 100
"""Columns of the terminal from which the two stand beside each other."""


class WordingScreen(ModalScreen[None]):
    """The words of a promise as it was made beside those of a later day; words that went and came are marked."""

    DEFAULT_CSS = """
    WordingScreen { align: center middle; }
    WordingScreen > VerticalScroll { width: 100%; max-width: 204; height: auto; max-height: 100%; background: $surface;
        border: solid $primary; padding: 0 1; }
    WordingScreen Horizontal { height: auto; }
    WordingScreen .side { width: 1fr; height: auto; padding: 0 1 1 0; }
    WordingScreen.-narrow Horizontal { layout: vertical; }
    WordingScreen.-narrow .side { width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w", "dismiss", "Back"),
        Binding("left,h,p", "step(-1)", "Earlier"),
        Binding("right,l,n", "step(1)", "Later"),
    ]

    def __init__(self, found: Sequence[Wording], shown: str | None) -> None:
        """`shown`: the words to begin with, where they are among those found; else the latest."""
        super().__init__()
        self._first, self._later = found[0], tuple(found[1:])
        places = [n for n, one in enumerate(self._later) if one.words == shown]
        self._place = places[0] if places else len(self._later) - 1

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(id="told")
            with Horizontal():
                yield Static(id="then", classes="side")
                yield Static(id="now", classes="side")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self, resized: events.Resize) -> None:
        self.set_class(resized.size.width < BESIDE, "-narrow")

    def action_step(self, by: int) -> None:
        self._place = max(0, min(self._place + by, len(self._later) - 1))
        self._show()

    def _show(self) -> None:
        told = "It was said in no other words since (Esc: back)"
        then, now = Text(clean_line(self._first.words)), Text()
        if self._later:
            told = f"Wording then and now: {self._place + 1} of {len(self._later)} (left, right: others; Esc: back)"
            then, now = compared(self._first.words, self._later[self._place].words)
        self.query_one("#told", Static).update(line(told, "bold"))
        self.query_one("#then", Static).update(_side("Then", self._first, then))
        later = self._later[self._place] if self._later else None
        self.query_one("#now", Static).update(_side("Now", later, now) if later else Text())


def _side(name: str, one: Wording, said: Text) -> Text:
    head = line(f"{name}: {day(one.on)}, {one.where}", "muted")
    return listed([head, said, linked(one.url)], "\n")


def compared(then: str, now: str) -> tuple[Text, Text]:
    """Return two wordings, with the words that only one of them has underlined and in a style of their own."""
    before, after = clean_line(then), clean_line(now)
    edits = diff(before, after)
    if not edits:
        return Text(before), Text(after)
    pieces = [piece for edit in edits for piece in edit.pieces]
    sides = ((before, "-", "overdue"), (after, "+", "delivered"))
    return tuple(_marked(text, [p.text for p in pieces if p.sign == sign], style) for text, sign, style in sides)  # type: ignore[return-value]


def _marked(text: str, parts: Sequence[str], style: str) -> Text:
    marked, at = Text(text), 0
    for part in parts:
        found = text.find(part, at)
        if found >= 0:
            at = found + len(part)
            marked.stylize(style, found, at)
            marked.stylize("underline", found, at)
    return marked

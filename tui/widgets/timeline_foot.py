"""What does the bar under the cursor say in words, and what does each sign mean?"""

from rich.text import Text
from textual.widgets import Static

from monitor.model.cleaning import clean_line
from monitor.reports.bar_words import bar_words
from monitor.reports.promise_bars import Bar, MarkKind, StretchKind
from tui.widgets.texts import fold
from tui.widgets.timeline_signs import Signs

MEASURE = 100
"""Cells that a line of words has at most."""


class TimelineFoot(Static):
    """The promise under the cursor: its title, and below it its bar in words."""

    DEFAULT_CSS = """
    TimelineFoot { height: 4; padding: 0 1; background: $panel; }
    """

    def say(self, bar: Bar | None, signs: Signs) -> None:
        """Explain a bar, as far as there is room; the promise's own page has the rest. Its place stays the same."""
        self.update(
            foot_text(bar, signs, min(self.content_size.width, MEASURE), self.content_size.height), layout=False
        )


def foot_text(bar: Bar | None, signs: Signs, width: int, height: int) -> Text:
    if bar is None or width < 1 or height < 1:
        return Text("")
    title = Text(signs.text(clean_line(bar.row.commitment.title)), style="bold")
    title.truncate(width, overflow="ellipsis")
    told = fold(Text(signs.text(bar_words(bar.row, bar.day))), width, max(height - 1, 1))
    return Text("\n").join([title, told][: max(height, 1)])


def legend(signs: Signs, width: int) -> str:
    """Return what the signs mean, as many as there is room for."""
    said = ""
    for sign, word in _meanings(signs):
        more = f"{said}  {sign} {word}" if said else f"{sign} {word}"
        if len(more) > width:
            break
        said = more
    return said


def _meanings(signs: Signs) -> tuple[tuple[str, str], ...]:
    """Return the signs with their shortest words, those that explain most first."""
    marks, stretches = signs.marks, signs.stretches
    return (
        (marks[MarkKind.PROMISED], "promised"),
        (stretches[StretchKind.WINDOW], "window"),
        (marks[MarkKind.DUE], "last day"),
        (marks[MarkKind.MISSED], "missed"),
        (stretches[StretchKind.LATE], "late"),
        (marks[MarkKind.MOVED], "moved to"),
        (marks[MarkKind.DELIVERED], "delivered"),
        (signs.today, "the day"),
        (marks[MarkKind.STOPPED], "stopped"),
        (stretches[StretchKind.UNKNOWN], "can't say"),
        (stretches[StretchKind.LEFT], "time left"),
        (signs.several, "several: zoom in"),
        (signs.parts[MarkKind.DELIVERED], "part delivered"),
    )

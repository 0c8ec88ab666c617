"""What is the scan doing, or what did the last one come to?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from textwrap import shorten

from rich.text import Text
from textual.widgets import Static

from monitor.model.boards import Board
from monitor.model.changes import Change
from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.scan_outcome import progress_text
from monitor.pipeline.service_port import ScanResult
from tui.widgets.texts import line
from tui.words import count, london_time

_LONGEST = 150
"""Characters of one headline in a toast: two lines of it, where a terminal is 80 wide."""


@dataclass(frozen=True, slots=True)
class ScanState:
    """A scan as far as it has been heard of: the last word of each source, and how much was told."""

    running: bool = False
    stopping: bool = False
    progress: tuple[Progress, ...] = ()
    changes: int = 0
    problems: int = 0
    outcome: ScanResult | UserError | None = None
    ended_at: datetime | None = None

    def told(self, what: Progress | Problem | Change) -> "ScanState":
        """Return the state after one more thing was told."""
        if isinstance(what, Progress):
            others = tuple(p for p in self.progress if p.source != what.source)
            return replace(self, progress=(*others, what))
        if isinstance(what, Problem):
            return replace(self, problems=self.problems + 1)
        return replace(self, changes=self.changes + 1)


class ScanLine(Static):
    """A line at the foot of every screen that tells how the scan is getting on; it is not there while none is."""

    DEFAULT_CSS = """
    ScanLine { display: none; height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; }
    ScanLine.-shown { display: block; }
    """

    def on_mount(self) -> None:
        self.watch(self.app, "scan", self._show)

    def _show(self, state: ScanState) -> None:
        told = scan_text(state)
        self.update(told, layout=False)
        self.set_class(bool(told.plain), "-shown")


def scan_text(state: ScanState) -> Text:
    """Return one line on a scan under way, or on the last one."""
    if state.stopping:
        return Text("Stopping the scan…", style="bold")
    if state.running:
        return _under_way(state)
    if isinstance(state.outcome, UserError):
        return line(f"Not scanned: {state.outcome.message}", "warning")
    return Text("") if state.outcome is None else _over(state.outcome, state.ended_at)


def _under_way(state: ScanState) -> Text:
    told = [f"{count(n, what)}" for n, what in ((state.changes, "change"), (state.problems, "problem")) if n]
    sources = [f"{p.source} {progress_text(p)}" for p in reversed(state.progress)]
    return line(" · ".join(["Scanning…", *told, *sources]))


def _over(result: ScanResult, at: datetime | None) -> Text:
    parts = [count(result.documents, "document") + " new or altered", count(len(result.changes), "change")]
    if result.failed:
        parts.append(f"could not read {', '.join(result.failed)} (press h to see why)")
    elif result.problems:
        parts.append(f"{count(len(result.problems), 'problem')} (press h to see which)")
    told = f"Scanned at {london_time(at)}: " if at else "Scanned: "
    return line(told + " · ".join(parts), "warning" if result.failed else "")


def agrees(change: Change, board: Board) -> bool:
    """Return whether a change may be told over a board: a status that is another again by now may not."""
    row = board.row(change.commitment)
    return change.kind != "status" or row is None or change.after in (row.status, None)


def headlines(changes: Iterable[Change], most: int = 3) -> tuple[str, ...]:
    """Return the lines of the toast that changes deserve: how the last few begin, and the rest as a number."""
    told = tuple(changes)
    shown = tuple(shorten(clean_line(c.headline), _LONGEST, placeholder=" …") for c in told[-most:])
    return shown if len(told) <= most else (*shown, f"and {len(told) - most} more: press c to see all")

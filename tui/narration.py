"""How does a command tell of a scan while it runs? Progress and problems go to stderr: stdout is for results."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TextIO

from monitor.model.changes import Change
from monitor.model.cleaning import clean_line
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.scan_outcome import is_over, progress_text
from monitor.pipeline.service_port import ScanResult
from monitor.reports import shapes
from tui.closed_pipes import forget
from tui.tables import problem_lines
from tui.words import day

PAUSE = 5.0
"""Seconds between two lines on one source, where lines stay: a log should not fill with progress."""

UNREACHED = frozenset({"dns", "refused", "timeout", "failed", "certificate", "given-up"})
"""Kinds of problem that, where a source has no others, say that it did not answer at all."""

_BACK, _CLEAR = "\x1b[{}F", "\x1b[J"


class Narrator:
    """Hears a scan. On a terminal each source keeps one line, rewritten; elsewhere a line now and then.

    `monotonic` is a clock in seconds that never goes back. Alike problems of a source are told once, then counted.
    """

    def __init__(self, monotonic: Callable[[], float], stream: TextIO | None = None, width: int = 100) -> None:
        self._clock = monotonic
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._width = width
        self._lines: dict[str, str] = {}
        self._told_at: dict[str, float] = {}
        self._drawn = 0
        self._alike: Counter[tuple[str, str, str]] = Counter()

    def __call__(self, told: Progress | Problem | Change) -> None:
        if isinstance(told, Progress):
            self._progress(told)
        elif isinstance(told, Problem):
            self._problem(told)

    def _progress(self, told: Progress) -> None:
        text, over = clean_line(f"{told.source}: {progress_text(told)}"), is_over(told)
        if self._live:
            self._lines[told.source] = text[: self._width - 1]
            self._draw()
        elif over or self._due(told.source):
            self._write(text)
        if over:
            self._count_alike(told.source)

    def _due(self, source: str) -> bool:
        """Return whether it is time for a word on a source; the first comes at once."""
        now = self._clock()
        if source in self._told_at and now - self._told_at[source] < PAUSE:
            return False
        self._told_at[source] = now
        return True

    def _problem(self, told: Problem) -> None:
        alike = (told.source, told.kind, told.seen)
        self._alike[alike] += 1
        if self._alike[alike] == 1:
            self._aside(problem_lines((told,), self._width))

    def _count_alike(self, source: str) -> None:
        for of, kind, seen in [known for known in self._alike if known[0] == source]:
            more = self._alike.pop((of, kind, seen)) - 1
            if more:
                self._aside([clean_line(f"{of}: {kind}: {more} more like it")])

    def _aside(self, lines: Iterable[str]) -> None:
        """Write lines that stay, above those that are rewritten."""
        self._erase()
        self._write(*lines)
        if self._live:
            self._draw()

    def _draw(self) -> None:
        self._erase()
        self._write(*self._lines.values())
        self._drawn = len(self._lines)

    def _erase(self) -> None:
        if self._drawn:
            self._stream.write(_BACK.format(self._drawn) + _CLEAR)
            self._drawn = 0

    def _write(self, *lines: str) -> None:
        """Write lines; where nobody reads them any more the scan goes on all the same."""
        try:
            self._stream.writelines(f"{line}\n" for line in lines)
            self._stream.flush()
        except OSError:
            forget(self._stream)


def failures(result: ScanResult) -> tuple[str, ...]:
    """Return a line on the sources not reached, one on those not read soundly, and one for each span still owed."""
    silent = [name for name in result.failed if _unreached(name, result.problems)]
    unsound = [name for name in result.failed if name not in silent]
    told = (("could not be reached", silent), ("could not be read soundly", unsound))
    owed = (
        f"{name}: {day(s.since)} to {day(s.until)} failed before and is still not read" for name, s in result.unread
    )
    return (*(f"{what}: {', '.join(names)}" for what, names in told if names), *owed)


def _unreached(source: str, problems: Iterable[Problem]) -> bool:
    kinds = {p.kind for p in problems if p.source == source}
    return bool(kinds) and kinds <= UNREACHED


def scan_json(result: ScanResult) -> str:
    """Return what came of a scan, or of a file, as JSON that others rely on."""
    shape = shapes.scan_shape(
        changes=result.changes,
        problems=result.problems,
        read=result.read,
        failed=result.failed,
        documents=result.documents,
        unread=result.unread,
    )
    return shapes.as_json(shape)

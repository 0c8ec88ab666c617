"""How does a command tell of a scan while it runs: progress and problems aside, changes as results?"""

import sys

from monitor.changes import Change
from monitor.ports import Progress
from monitor.sources import Problem
from tui.commands.common import aside
from tui.tables import problem_lines


class Narrator:
    """Tells stderr how a scan goes: each source's count on a line of its own, rewritten where there is a terminal."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last: dict[str, str] = {}

    def __call__(self, told: Progress | Problem | Change) -> None:
        if isinstance(told, Problem):
            for line in problem_lines((told,)):
                aside(line)
        elif isinstance(told, Progress) and self._last.get(told.source) != told.doing:
            self._last[told.source] = told.doing
            aside(f"{told.source}: {told.documents} documents, {told.doing}")

"""Why can't a board be relied on, in a line?"""

from collections.abc import Sequence
from datetime import date, timedelta

from monitor.model.boards import Board
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Register
from monitor.model.sources import SourceHealth
from monitor.status.first_promise import before_first
from tui import words

NOTHING_READ = "Nothing read yet: only the register is shown. s scans; bywhen demo needs no network."
NO_COMMITMENTS = "No register holds a commitment: name another one with --register."


def trouble(board: Board, health: tuple[SourceHealth, ...], held: int, registers: Sequence[Register] = ()) -> str:
    """Return why the board can't be relied on, or why there is none; empty if it can."""
    if not board.rows:
        refused = before_first(registers, board.as_of)
        return f"{refused.message}: {refused.hint}" if refused else NO_COMMITMENTS
    if not held and all(h.reach is None and h.tried_at is None for h in health):
        return NOTHING_READ
    unsound = _unsound(health, board.as_of)
    if not unsound:
        return ""
    told = [clean_line(f"{h.source}: {words.state(h)}") for h in unsound]
    if len(told) > 1:
        told = [f"{len(told)} of {len(health)} sources not read to this day or in trouble", *told]
    return f"{'; '.join(told)} (h: more)" if len(told) == 1 else f"{told[0]} (h: more); {'; '.join(told[1:])}"


def _unsound(health: tuple[SourceHealth, ...], as_of: date) -> list[SourceHealth]:
    """Return the sources that fail, or were not read to the day before: the day itself is still being published."""
    behind = words.behind(health, as_of - timedelta(days=1))
    return [h for h in health if h in behind or h in words.failing(health)]

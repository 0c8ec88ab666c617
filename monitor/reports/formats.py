"""What does the cron report say, and when does it ask for an exit code of 1?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from monitor.model.boards import Board
from monitor.model.errors import UserError
from monitor.model.ports import Told
from monitor.model.sources import SourceHealth
from monitor.reports.csv_board import spreadsheet
from monitor.reports.findings import Findings, find
from monitor.reports.html_report import webpage
from monitor.reports.json_report import data
from monitor.reports.markdown import markdown
from monitor.reports.plain_text import plain

_FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": plain,
    "markdown": markdown,
    "html": webpage,
    "csv": lambda findings: spreadsheet(findings.board),
    "json": data,
}
FORMATS = tuple(_FORMATS)
ALARMS = ("overdue", "changed")


def report(
    board: Board,
    told: Sequence[Told],
    health: Sequence[SourceHealth],
    form: str = "text",
    *,
    since: date | None = None,
) -> str:
    """Return the report of a board in one of FORMATS; raise UserError for any other.

    `told` are the changes since `since`, oldest first; the day of the report is the board's.
    """
    if form not in _FORMATS:
        raise UserError(f"There is no report called {form}.", f"Ask for one of: {', '.join(FORMATS)}.")
    return _FORMATS[form](find(board, told, health, since))


def alarmed(board: Board, told: Sequence[Told], asked: Sequence[str]) -> bool:
    """Return whether any of the ALARMS asked for is found: something overdue on the board, or something told."""
    overdue = any(r.overdue for r in board.rows)
    return ("overdue" in asked and overdue) or ("changed" in asked and bool(told))

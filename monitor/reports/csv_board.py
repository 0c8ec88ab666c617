"""How does the board stand in a spreadsheet, so that no cell is taken for a formula?"""

import csv
import io
from datetime import date

from monitor.model import board_words
from monitor.model.boards import Board, Row
from monitor.model.cleaning import clean_line

COLUMNS = (
    "id",
    "title",
    "status",
    "flags",
    "made_on",
    "made_by",
    "post",
    "due_said",
    "due_earliest",
    "due_latest",
    "delivered_on",
    "days_late",
    "confirmed",
    "evidence",
    "last_heard",
    "as_of",
    "caution",
)
BYTE_ORDER_MARK = "\ufeff"
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")  # the full-width ones too: some spreadsheets read them so


def spreadsheet(board: Board) -> str:
    """Return CSV (RFC 4180), one commitment a row; days are ISO, what is not known is empty.

    It begins with a byte order mark, without which spreadsheets make two letters of a pound sign.
    """
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(tuple(cell(v) for v in _row(r, board.as_of)) for r in board.rows)
    return out.getvalue()


def _row(row: Row, as_of: date) -> tuple[object, ...]:
    made, due = row.commitment, row.due
    return (
        made.id,
        made.title,
        row.status.value,
        board_words.flags(row.flags),
        made.made_on,
        made.made_by,
        made.post.title,
        due.said if due else None,
        due.earliest if due else None,
        due.latest if due else None,
        row.delivered_on,
        row.days_late,
        "yes" if row.confirmed else "no",
        row.evidence,
        row.last_heard,
        as_of,
        "; ".join(row.cautions),
    )


def cell(value: object) -> str:
    """Return a value as it may stand in CSV that people open in a spreadsheet: on one line, and never a formula."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = clean_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text

"""How are two days side by side listed: what is new, what turned, and what was told between?"""

from rich.text import Text

from monitor.model.boards import Row
from monitor.model.cleaning import safe_link
from monitor.status.day_comparison import DayComparison, RowTurn, TurnedRow
from tui.comparison_text import promised, turn_words
from tui.widgets.cell_strips import TableColumn
from tui.widgets.change_entries import change_entry
from tui.widgets.entries import ListEntry
from tui.widgets.texts import STATUS_STYLE, line, linked, quoted

COLUMNS = (TableColumn("What", 11), TableColumn("How", 24), TableColumn("Promise or news"))


def comparison_entries(compared: DayComparison) -> list[ListEntry]:
    """Return an entry for each promise that turned, each that is new, and each change told between, newest first."""
    told = sorted(compared.told, key=lambda t: (t.change.at, t.told_at), reverse=True)
    return [
        *(_turned(one) for one in compared.turned),
        *(_new(row) for row in compared.new),
        *(change_entry(one.change, one.told_at) for one in told),
    ]


def _turned(one: TurnedRow) -> ListEntry:
    promise, first, more = one.after.commitment, one.turns[0], len(one.turns) - 1
    how = first.brief + (f" (+{more})" if more else "")
    style = STATUS_STYLE[one.after.status] if first.what == "status" else ""
    because = next((turn.because for turn in one.turns if turn.because), None)
    return ListEntry(
        key=f"turned {promise.id}",
        cells=(Text("turned", "bold"), line(how, style), line(promise.title)),
        detail=lambda: _in_full(one),
        url=safe_link(because.url) if because else None,
        commitment=promise.id,
    )


def _in_full(one: TurnedRow) -> Text:
    parts = [line(one.after.commitment.title, "bold")]
    for turn in one.turns:
        parts += _turn(turn, one.after)
    return Text("\n").join(parts)


def _turn(turn: RowTurn, row: Row) -> list[Text]:
    parts = [line(turn_words(turn, row))]
    if turn.because:
        parts += [quoted(turn.because.quote)] if turn.because.quote else []
        parts.append(linked(turn.because.url))
    return parts


def _new(row: Row) -> ListEntry:
    promise = row.commitment
    return ListEntry(
        key=f"new {promise.id}",
        cells=(Text("new", "bold"), line(row.status.value, STATUS_STYLE[row.status]), line(promise.title)),
        detail=lambda: _promise(row),
        url=safe_link(promise.promise.url),
        commitment=promise.id,
    )


def _promise(row: Row) -> Text:
    promise = row.commitment
    said = [quoted(promise.promise.quote)] if promise.promise.quote else []
    return Text("\n").join(
        [line(promise.title, "bold"), line(promised(row)), line(promise.words), *said, linked(promise.promise.url)]
    )

"""What does `diff --json` print: two days side by side?"""

from monitor.reports.shapes.board_shapes import row_shape, told_shape
from monitor.reports.shapes.json_values import Shape, because
from monitor.status.day_comparison import DayComparison, RowTurn, TurnedRow


def comparison_shape(compared: DayComparison) -> Shape:
    """Return what is otherwise on the later of two days."""
    return {
        "from": compared.earlier.isoformat(),
        "to": compared.later.isoformat(),
        "new": [row_shape(row) for row in compared.new],
        "turned": [_turned(one) for one in compared.turned],
        "unchanged": compared.unchanged,
        "changes": [told_shape(one) for one in compared.told],
    }


def _turned(one: TurnedRow) -> Shape:
    promise = one.after.commitment
    return {"id": promise.id, "title": promise.title, "turns": [_turn(turn) for turn in one.turns]}


def _turn(turn: RowTurn) -> Shape:
    return {
        "what": turn.what,
        "milestone": turn.milestone,
        "from": turn.before,
        "to": turn.after,
        "because": because(turn.because),
    }

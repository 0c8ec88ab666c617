"""How do two days, side by side, read on stdout?"""

from collections.abc import Iterator

from monitor.model.boards import Row
from monitor.model.cleaning import clean_line
from monitor.status.day_comparison import DayComparison, RowTurn, TurnedRow
from tui import words
from tui.layout import WIDTH, Paint, wrap
from tui.tables import change_lines, proof_lines

_INDENT = " " * 4


def comparison_text(compared: DayComparison, *, width: int = WIDTH, colour: bool = False) -> str:
    """Return which promises are new and which turned, with the proof, and what was told between."""
    paint = Paint(colour)
    lines = [paint(f"From {words.day(compared.earlier)} to {words.day(compared.later)}", "bold"), ""]
    lines += wrap(totals(compared), width)
    for heading, part in (
        ("New", [line for row in compared.new for line in _new(row, width)]),
        ("Turned", [line for one in compared.turned for line in _turned(one, width, paint)]),
        ("Told between", [line for t in compared.told for line in change_lines(t.change, width, paint, t.told_on)]),
    ):
        lines += ["", paint(f"{heading}:", "bold"), "", *part] if part else []
    return "\n".join(lines) + "\n"


def totals(compared: DayComparison) -> str:
    """Return how many promises are new, turned and stood as they did, and how much was told."""
    new, turned, same = len(compared.new), len(compared.turned), compared.unchanged
    told = words.count(len(compared.told), "change")
    return f"{new} new, {turned} turned, {same} as before; {told} told between."


def turn_words(turn: RowTurn, row: Row) -> str:
    """Return one thing that is otherwise of a row, in a line: pending → overdue."""
    if turn.what == "flag":
        gone, come = (f"no longer: {turn.was}" if turn.was else ""), turn.now
        return clean_line("; ".join(filter(None, (come, gone))))
    milestone = row.commitment.milestone(turn.milestone)
    return clean_line(f"{turn.was} → {turn.now}" + (f" ({milestone.title})" if milestone else ""))


def promised(row: Row) -> str:
    """Return how a new promise stands, and who made it when."""
    made = row.commitment
    return clean_line(
        f"{row.status.value}, {words.window(row.due)}; promised on {words.day(made.made_on)} by {made.made_by}"
    )


def _new(row: Row, width: int) -> Iterator[str]:
    made = row.commitment
    yield from wrap(clean_line(f"{made.title} [{made.id}]"), width, "", _INDENT)
    yield from wrap(promised(row), width, _INDENT)
    yield from wrap(f"Promised: {clean_line(made.words)}", width, _INDENT)
    yield from proof_lines(made.promise.quote, made.promise.url, width, _INDENT)


def _turned(one: TurnedRow, width: int, paint: Paint) -> Iterator[str]:
    made = one.after.commitment
    yield from (paint(line, "bold") for line in wrap(clean_line(f"{made.title} [{made.id}]"), width, "", _INDENT))
    for turn in one.turns:
        yield from wrap(turn_words(turn, one.after), width, _INDENT, _INDENT * 2)
        if turn.because:
            yield from proof_lines(turn.because.quote, turn.because.url, width, _INDENT * 2)

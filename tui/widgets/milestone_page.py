"""What is there to read on one milestone: what would count as kept, and what came of it?"""

from rich.text import Text

from monitor.model.boards import Figure, MilestoneRow, Move, Proof
from monitor.model.commitments import Link
from monitor.model.due import Due
from tui import words
from tui.widgets.texts import line, linked, prose, quoted, status_text


def milestone_text(row: MilestoneRow) -> Text:
    """Return a milestone's title, status, date, what would count as kept, its moves and its proof."""
    parts = [line(row.milestone.title, "bold"), _standing(row)]
    if row.due:
        parts.append(line(f"Due: {words.quoted(row.due.said)}, {words.window(row.due)}"))
        parts += promised_text(row.milestone.promise)
    parts.append(prose(f"{words.WHAT_COUNTS}: {row.milestone.expect.what}"))
    parts += [_move(move, row.milestone.due) for move in row.moves]
    parts += [prose(told) for told in (words.so_far(row), words.earlier_figures(row)) if told]
    if row.figures:
        parts += _figure(row.figures[-1])
    if row.stale:
        parts.append(line(f"{words.KEPT}: {'; '.join(row.stale)}", "cant-say"))
    if row.proof:
        parts.append(proof_text(row.proof))
    if row.caution:
        parts.append(caution_text(row.caution))
    return Text("\n").join(parts)


def promised_text(link: Link | None) -> list[Text]:
    """Return the words of a promise, where they are known, and the link to them; nothing without a link."""
    if link is None:
        return []
    return [*([quoted(link.quote)] if link.quote else []), linked(link.url)]


def caution_text(caution: str) -> Text:
    """Return what is in doubt."""
    return prose(words.doubt(caution), "warning")


def _standing(row: MilestoneRow) -> Text:
    told = status_text(row.status)
    if row.delivered_on:
        told.append(f" on {words.day(row.delivered_on)}")
    if row.days_late:
        told.append(f", {words.late(row.days_late)}", style="overdue")
    if row.delivered_on and not row.confirmed:
        told.append(f", {words.UNCHECKED}", style="link")
    return told


def _move(move: Move, first: Due | None) -> Text:
    by = words.slipped(first, move.due) if first else ""
    told = f"Moved on {words.day(move.on)} to {words.quoted(move.due.said)}, {words.window(move.due)}"
    parts = [line(f"{told}; {by}" if by else told, "overdue")]
    if move.quote:
        parts.append(quoted(move.quote))
    if move.url:
        parts.append(linked(move.url))
    return Text("\n").join(parts)


def _figure(last: Figure) -> list[Text]:
    return [*([quoted(last.quote)] if last.quote else []), *([linked(last.url)] if last.url else [])]


def proof_text(proof: Proof) -> Text:
    """Return why a milestone counts as delivered: when, by whose word, the sentence and the link."""
    sure = f"ruled by {proof.by}" if proof.confirmed else f"found by {proof.by}, {words.UNCHECKED}"
    parts = [line(f"Proof: done {words.deed(proof)}; {sure}", "delivered" if proof.confirmed else "link")]
    if proof.quote:
        parts.append(quoted(proof.quote))
    if proof.url:
        parts.append(linked(proof.url))
    return Text("\n").join(parts)

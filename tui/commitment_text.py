"""How does all there is on one commitment read on stdout?"""

from collections.abc import Iterator, Sequence
from datetime import date

from monitor.model.boards import MilestoneRow, Row, Stop
from monitor.model.cleaning import clean_line
from monitor.model.commitments import Ruling
from monitor.model.dossiers import Dossier
from monitor.model.due import Due
from monitor.model.incumbents import Incumbent
from monitor.model.sources import SourceHealth
from tui import words
from tui.layout import WIDTH, Paint, wrap
from tui.tables import change_lines, evidence_lines, proof_lines

_IN = "    "


def dossier_text(
    dossier: Dossier,
    as_of: date,
    health: Sequence[SourceHealth] = (),
    *,
    width: int = WIDTH,
    colour: bool = False,
) -> str:
    """Return one commitment on a day: words, milestones, moves, rulings, evidence newest first, and history."""
    paint, row = Paint(colour), dossier.row
    parts = (
        ("Milestones", [line for m in row.milestones for line in _milestone(m, as_of, width, paint)]),
        ("Rulings", [line for r in dossier.rulings for line in _ruling(r, width)]),
        ("Evidence, newest first", list(_evidence(dossier, as_of, health, width, paint))),
        ("History", [line for t in dossier.changes for line in change_lines(t.change, width, paint, t.told_on)]),
        (f"Sources not read to {words.day(as_of)}, or failing", list(words.troubled(health, as_of))),
    )
    lines = [*_head(row, as_of, width, paint, dossier.incumbent)]
    for heading, body in parts:
        lines += ["", paint(heading, "bold"), *body] if body else []
    return "\n".join(lines) + "\n"


def _head(row: Row, as_of: date, width: int, paint: Paint, incumbent: Incumbent | None = None) -> Iterator[str]:
    made = row.commitment
    yield from (paint(line, "bold") for line in wrap(clean_line(made.title), width))
    kind = "a position, not a promise" if made.position else ""
    yield _joined(clean_line(made.id), kind)
    yield from wrap(_joined(row.status.value, words.timing(row, as_of), _delivered(row)), width)
    for flag in row.flags:
        yield from wrap(clean_line(words.flags((flag,), details=True)), width, "  * ", _IN)
    for caution in row.cautions:
        yield from wrap(clean_line(words.doubt(caution)), width, "  * ", _IN)
    yield ""
    yield from wrap(f"Promised: {clean_line(made.words)}", width, _IN)
    by = f"{clean_line(made.made_by)}, {clean_line(made.post.title)}, {words.day(made.made_on)}"
    yield from wrap(_joined(by, words.holders(made.post, made.made_by, as_of, incumbent)), width, _IN)
    for said in made.said_in:
        yield from wrap(clean_line(said.title), width, _IN)
        yield from proof_lines(said.quote, said.url, width, _IN)
    yield from _due("Due", row.due, width, _IN) if row.due else (f"{_IN}Due: {words.UNDATED}",)
    yield from wrap(words.unheard(row, as_of), width, _IN)
    yield from wrap(words.doubt(clean_line(made.caution)), width, _IN) if made.caution else ()
    yield from _stop(row.stop, width) if row.stop else ()


def _delivered(row: Row) -> str:
    if row.delivered_on is None:
        return ""
    confirmed = "" if row.confirmed else f", {words.UNCHECKED}"
    return f"on {words.day(row.delivered_on)}{confirmed}"


def _due(name: str, due: Due, width: int, indent: str) -> Iterator[str]:
    rule = f"; rule: {clean_line(due.rule)}" if due.rule else ""
    text = f"{name}: {words.quoted(due.said)}, {words.window(due)} (said on {words.day(due.said_on)}{rule})"
    yield from wrap(text, width, indent)


def _stop(stop: Stop, width: int) -> Iterator[str]:
    yield from wrap(clean_line(words.clock_stopped(stop)), width, _IN)
    yield from proof_lines(stop.quote, stop.url, width, _IN)


def _milestone(row: MilestoneRow, as_of: date, width: int, paint: Paint) -> Iterator[str]:
    milestone = row.milestone
    step = "a step on the way" if milestone.step else ""
    head = _joined(f"{row.status.value}: {clean_line(milestone.title)}", words.timing(row, as_of), step)
    first, *more = wrap(f"{head} [{clean_line(milestone.id)}]", width, "", _IN)
    yield first.replace(row.status.value, paint(row.status.value, row.status.value), 1)
    yield from more
    yield from wrap(f"{words.WHAT_COUNTS}: {clean_line(milestone.expect.what)}", width, _IN)
    yield from _due("First promised", milestone.due, width, _IN) if milestone.due else (f"{_IN}{words.UNDATED}",)
    if milestone.due and milestone.promise:
        yield from proof_lines(milestone.promise.quote, milestone.promise.url, width, _IN * 2)
    yield from _moves(row, width)
    yield from _figures(row, width)
    yield from _proof(row, width)
    yield from wrap(words.doubt(clean_line(row.caution)), width, _IN) if row.caution else ()
    for reason in row.stale:
        yield from wrap(f"{words.KEPT}: {clean_line(reason)}", width, _IN)


def _moves(row: MilestoneRow, width: int) -> Iterator[str]:
    for move in row.moves:
        first = row.milestone.due
        by = words.slipped(first, move.due) if first else ""
        moved = f"Moved on {words.day(move.on)} to {words.quoted(move.due.said)}"
        yield from wrap(_joined(moved, words.window(move.due), by), width, _IN)
        yield from proof_lines(move.quote, move.url, width, _IN * 2)


def _figures(row: MilestoneRow, width: int) -> Iterator[str]:
    for told in filter(None, (words.so_far(row), words.earlier_figures(row))):
        yield from wrap(clean_line(told), width, _IN)
    if row.figures:
        yield from proof_lines(row.figures[-1].quote, row.figures[-1].url, width, _IN * 2)


def _proof(row: MilestoneRow, width: int) -> Iterator[str]:
    proof = row.proof
    if proof is None:
        return
    who = words.checked(confirmed=proof.confirmed)
    yield from wrap(f"Delivered {words.deed(proof)}, {who}: {clean_line(proof.by)}", width, _IN)
    yield from proof_lines(proof.quote, proof.url, width, _IN * 2)


def _ruling(ruling: Ruling, width: int) -> Iterator[str]:
    of = f" {ruling.milestone}" if ruling.milestone else ""
    head = f"{words.ruling_days(ruling)}: {words.happened(ruling.kind)}{of}, by {ruling.by}: {ruling.why}"
    yield from wrap(clean_line(head), width, "", _IN)
    about = f"on {' '.join(ruling.document)}" if ruling.document else ""
    successor = f"in its place: {ruling.successor}" if ruling.successor else ""
    yield from wrap(clean_line(_joined(about, successor)), width, _IN)
    yield from _due("New date", ruling.due, width, _IN) if ruling.due else ()
    yield from proof_lines(ruling.quote, ruling.source, width, _IN)
    yield from wrap(words.doubt(clean_line(ruling.caution)), width, _IN) if ruling.caution else ()


def _evidence(dossier: Dossier, as_of: date, health: Sequence[SourceHealth], width: int, paint: Paint) -> Iterator[str]:
    if not dossier.evidence:
        yield words.silence(health, as_of)
    for weighed in dossier.evidence:
        yield from evidence_lines(weighed, width, paint)


def _joined(*parts: str) -> str:
    return ", ".join(p for p in parts if p)

"""How do board, changes, evidence and health read on stdout? Plain text that fits a width, and no colour unasked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from monitor.model.boards import Board, Row
from monitor.model.changes import Change
from monitor.model.cleaning import clean_line
from monitor.model.dossiers import Weighed
from monitor.model.evidence import Evidence
from monitor.model.ports import Told
from monitor.model.sources import Problem, SourceHealth
from tui import words
from tui.layout import NARROW, WIDTH, Column, Paint, table, wrap

_BOARD = (
    Column("Status", 15),
    Column("Commitment", 12, 3),
    Column("Due", 12, 3),
    Column("Flags", 11, 2),
    Column("Last heard", 11, 1),
)
_HEALTH = (Column("Source", 18), Column("How it has been", 30, 1), Column("Last tried", 26), Column("Documents", 9))


def board_text(board: Board, health: Sequence[SourceHealth] = (), *, width: int = WIDTH, colour: bool = False) -> str:
    """Return the board of a day: a row for each commitment, then the counts and the sources not read to that day."""
    paint = Paint(colour)
    lines = [paint(f"Board on {words.day(board.as_of)}", "bold"), ""]
    if width < NARROW:
        lines += [line for r in board.rows for line in _stacked(r, board.as_of, health, width, paint)]
    else:
        cells = [_cells(r, board.as_of, health, short=width < WIDTH) for r in board.rows]
        lines += table(_BOARD, cells, width, paint)
    return _text([*lines, "", *_footer(board, health, width)])


def changes_text(told: Sequence[Told], since: date | None = None, *, width: int = WIDTH, colour: bool = False) -> str:
    """Return the changes as they come, each with its day, its sentence and its link; those newly found at the end."""
    if not told:
        return "No change was found in what has been read.\n"
    paint = Paint(colour)
    older = [t for t in told if since is not None and t.newly_found(since)]
    lines = [line for t in told if t not in older for line in change_lines(t.change, width, paint, t.told_on)]
    if older:
        head = [*([""] if lines else []), paint(f"{words.NEWLY_FOUND}:", "bold"), ""]
        lines += [*head, *(line for t in older for line in change_lines(t.change, width, paint, t.told_on))]
    return _text(lines)


def evidence_text(weighed: Sequence[Weighed], *, width: int = WIDTH, colour: bool = False) -> str:
    """Return every piece of evidence as it comes, with strength, sentence, link and reasons."""
    if not weighed:
        return "No evidence was found in what has been read. That does not mean that nothing was done.\n"
    return _text([line for w in weighed for line in evidence_lines(w, width, Paint(colour), named=True)])


def health_text(
    health: Sequence[SourceHealth],
    counts: Mapping[str, int] | None = None,
    *,
    width: int = WIDTH,
    colour: bool = False,
) -> str:
    """Return how each source has been, with its open problems."""
    paint = Paint(colour)
    rows = [_health_cells(h, counts or {}) for h in health]
    lines = list(table(_HEALTH, rows, max(width, NARROW), paint)) if rows else ["No source has been read yet."]
    return _text([*lines, "", *problem_lines([p for h in health for p in h.problems], width)])


def problem_lines(problems: Sequence[Problem], width: int = WIDTH) -> list[str]:
    """Return a line for each problem: the source, what sort of trouble, what was seen, and where; alike ones once."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for p in problems:
        alike.setdefault((p.source, p.kind, p.seen), []).append(p)
    told = (line for (one, *more) in alike.values() for line in _problem(one, len(more)))
    return [line for text in told for line in wrap(clean_line(text), width, "", "    ")]


def _problem(one: Problem, more: int) -> Iterator[str]:
    yield f"{one.source}: {one.kind}: {one.seen}{f' ({one.where})' if one.where else ''}"
    if more:
        yield f"{one.source}: {one.kind}: {more} more like it"


def change_lines(
    change: Change, width: int = WIDTH, paint: Paint | None = None, told_on: date | None = None
) -> Iterator[str]:
    """Yield one change: day and headline, from what to what, details, sentence and link; when it was told, if later."""
    paint = paint or Paint()
    when = words.short_day(words.day_of(change.at))
    head, *more = wrap(clean_line(change.headline), width - 13) or [""]
    yield paint(f"{when:<11}  {head}".rstrip(), "bold")
    yield from (f"{' ' * 13}{line}" for line in more)
    sides = f"{change.before or 'nothing'} \u2192 {change.after or 'nothing'}" if change.turns else ""
    told = f", reported on {words.day(told_on)}" if told_on and told_on != words.day_of(change.at) else ""
    for text in (f"{change.commitment}{told}: {sides or words.happened(change.kind)}", *change.details):
        yield from wrap(clean_line(text), width, " " * 13)
    if change.because:
        yield from proof_lines(change.because.quote, change.because.url, width, " " * 13)


def evidence_lines(
    weighed: Weighed, width: int = WIDTH, paint: Paint | None = None, *, named: bool = False
) -> Iterator[str]:
    """Yield one piece of evidence; `named`: with the commitment it bears on."""
    paint, found = paint or Paint(), weighed.evidence
    of = "/".join(name for name in (found.commitment if named else None, found.milestone) if name)
    does = f"{of}: {words.relation(found.relation)}" if of else words.relation(found.relation)
    sure = f"strength {words.percentage(found.strength)}, {words.judged(weighed)}"
    head = f"{words.short_day(found.document.published_on)}: {does}, {sure}"
    yield from (paint(line, "bold") for line in wrap(clean_line(head), width, "", "    "))
    yield from wrap(clean_line(f"{found.document.source}/{found.document.key}: {found.document.title}"), width, "    ")
    yield from proof_lines(found.quote, found.url, width, "    ")
    yield from wrap(clean_line(found.citation), width, "    ") if found.citation else ()
    yield from wrap(_says(found), width, "    ") if found.says else ()
    yield from wrap(clean_line(f"Why: {'; '.join(found.reasons)}"), width, "    ") if found.reasons else ()


def _says(found: Evidence) -> str:
    """Return what a sentence says of the promise, with its words of time, and by which words it speaks of it."""
    said = ", ".join(filter(None, (found.says, found.firm, words.quoted(found.when) if found.when else "")))
    return clean_line(f"Says: {said}{f'; {found.points}' if found.points else ''}")


def proof_lines(quote: str | None, url: str | None, width: int, indent: str) -> Iterator[str]:
    """Yield a sentence in quotation marks, and its link whole on a line of its own."""
    if quote:
        yield from wrap(words.quoted(quote), width, indent)
    if url and words.link(url):
        yield indent + words.link(url)


def _cells(row: Row, as_of: date, health: Sequence[SourceHealth], *, short: bool) -> tuple[tuple[str, ...], ...]:
    made = row.commitment
    return (
        (row.status.value, words.timing(row, as_of)),
        (clean_line(made.title), clean_line(made.id)),
        _due(row),
        (clean_line(words.flags_but_late(row, short=short)),),
        (words.heard(row, health),),
    )


def _due(row: Row) -> tuple[str, ...]:
    if row.due is None:
        return (words.UNDATED,)
    return (words.quoted(row.due.said), words.window(row.due))


def _stacked(row: Row, as_of: date, health: Sequence[SourceHealth], width: int, paint: Paint) -> Iterator[str]:
    name = clean_line(f"{row.commitment.title} [{row.commitment.id}]")
    head, *more = wrap(f"{row.status.value} {name}", width, "", "    ")
    yield head.replace(row.status.value, paint(row.status.value, row.status.value), 1)
    yield from more
    rest = (*_due(row), words.timing(row, as_of), clean_line(words.flags_but_late(row)))
    heard = f"last heard: {words.heard(row, health)}"
    for text in dict.fromkeys((*rest, heard)):
        yield from wrap(text, width, "    ")


def _footer(board: Board, health: Sequence[SourceHealth], width: int) -> Iterator[str]:
    yield from wrap(words.counts(board), width)
    unread = words.troubled(health, board.as_of)
    if not health:
        yield from wrap("No source has been looked at yet. That does not mean that nothing was done.", width)
    elif unread:
        day = words.day(board.as_of)
        behind = f"Not all sources were read to {day}, so something may have happened that is not shown here:"
        answered = "some have not answered since" if any(h.failures for h in health) else "something is not in order"
        failing = f"All sources were read to {day}, but {answered}:"
        yield from wrap(behind if words.behind(health, board.as_of) else failing, width)
        for text in unread:
            yield from wrap(text, width, "  ", "    ")


def _health_cells(health: SourceHealth, counts: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    tried = words.moment(health.tried_at) if health.tried_at else "never"
    return (
        (clean_line(health.source),),
        (words.state(health),),
        (tried,),
        (f"{counts.get(health.source, 0):,}",),
    )


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"

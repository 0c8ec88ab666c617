"""In which words and order is a report written? As sections of plain text, which each format lays out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from monitor.model import board_words, wording
from monitor.model.boards import FlagName, Row, Status
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.due import Due
from monitor.model.ports import Told
from monitor.model.sources import SourceHealth
from monitor.reports import source_freshness
from monitor.reports.findings import LICENCES, UNCERTAIN, Findings, Overdue, Quoted, Soon, Waiting

CHANGED, BOARD, WINDOWS, SOURCES = (
    "What changed",
    "All commitments",
    "How the words were read as dates",
    "Sources and licences",
)
_NEWLY = "It happened more than a month before it was found and told."
HEADINGS = ("Commitment", "Status", "Due", "Timing", "Flags", "Last heard")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a report: its headline, lines of detail, and the sentences and links that prove it."""

    text: str
    details: tuple[str, ...] = ()
    proofs: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, items, or a table whose first row is its headings. All text is clean, none escaped.

    `files`, where given, are the pages that stand beside this one, one for each row of the table below its headings.
    """

    heading: str
    lines: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    files: tuple[str, ...] = ()


def title(findings: Findings) -> str:
    return f"Commitments on {wording.day(findings.as_of)}"


def sections(findings: Findings) -> tuple[Section, ...]:
    """Return the sections that have something to say."""
    return tuple(s for s in _all(findings) if s.lines or s.items or s.table)


def _all(found: Findings) -> Iterator[Section]:
    yield Section("In short", _short(found))
    changes, older = (tuple(change_item(t) for t in told) for told in (found.changes, found.newly_found))
    since = f" since {wording.day(found.since)}" if found.since else ""
    yield Section(f"{CHANGED}{since}", () if changes or older else (found.no_change,), changes)
    yield Section(wording.NEWLY_FOUND, (_NEWLY,) if older else (), older)
    yield Section("Overdue", (), tuple(_overdue(o, found.as_of) for o in found.overdue))
    yield Section("Late when it was replaced or dropped", (), tuple(_stopped(r) for r in found.stopped_late))
    yield Section("Due soon", (), tuple(_soon(s, found.as_of) for s in found.soon))
    yield Section("Waiting for a person to check", (), tuple(_waiting(w) for w in found.waiting))
    yield Section("What can't be said", _unknown(found), (*_stale(found), *_sources(found)))
    yield Section(BOARD, (), (), _table(found))
    yield Section(WINDOWS, (), tuple(_window(d) for d in found.windows))
    yield Section(SOURCES, LICENCES)


def _short(found: Findings) -> tuple[str, ...]:
    return (wording.counts(found.board), *(() if found.certain else (UNCERTAIN,)))


def change_item(told: Told) -> Item:
    """Return a change as an item: headline, when it happened and was told, from what to what, and its proof."""
    change = told.change
    sides = f"{clean_line(change.before or 'nothing')} \u2192 {clean_line(change.after or 'nothing')}"
    proof = change.because
    proofs = (Quoted(clean_line(proof.quote) or None, safe_link(proof.url)),) if proof else ()
    days = f"{wording.day(wording.day_of(change.at))}, reported on {wording.day(told.told_on)}"
    details = (f"{days}; {clean_line(change.commitment)}", *map(clean_line, change.details))
    return Item(clean_line(change.headline), (*details, *((sides,) if change.turns else ())), proofs)


def _overdue(overdue: Overdue, as_of: date) -> Item:
    made = overdue.row.commitment
    post = clean_line(made.post.title)
    lines = [
        f"promised by {clean_line(made.made_by)}, {post}, on {wording.day(made.made_on)}:",
        clean_line(made.words),
    ]
    if overdue.holder and overdue.holder != made.made_by:
        lines.append(f"the post is now held by {clean_line(overdue.holder)}")
    lines += [_due(overdue.row.due), _flags(overdue.row), *cautions(overdue.row)]
    lines += (*_milestones(overdue.row, Status.OVERDUE, as_of), *_figures(overdue.row))
    late = f", {overdue.late}" if overdue.late else ""
    return Item(f"{_name(overdue.row)}{late}", tuple(line for line in lines if line), overdue.said)


def cautions(row: Row) -> tuple[str, ...]:
    """Return what is in doubt about a row, a line each."""
    return tuple(board_words.doubt(clean_line(caution)) for caution in row.cautions)


def _stopped(row: Row) -> Item:
    details = (_due(row.due), _flags(row), *cautions(row))
    proofs = (Quoted(clean_line(stop.quote or "") or None, safe_link(stop.url or "")),) if (stop := row.stop) else ()
    return Item(_name(row), tuple(t for t in details if t), proofs)


def _soon(soon: Soon, as_of: date) -> Item:
    row, left = soon.row, wording.left(soon.due.latest, as_of) if soon.due.latest else ""
    which = f": {clean_line(soon.milestone.milestone.title)}" if soon.milestone and len(row.milestones) > 1 else ""
    moved = "moved to a date that is" if soon.milestone and soon.due != soon.milestone.due else ""
    details = (f"{moved} {_due(soon.due)}".strip(), _flags(row), *cautions(row), *_figures(row))
    return Item(f"{_name(row)}{which}, {left}", tuple(t for t in details if t))


def _milestones(row: Row, status: Status, as_of: date) -> Iterator[str]:
    """Yield the dated milestones with that status, if there are several milestones."""
    for m in row.milestones:
        if len(row.milestones) > 1 and m.status is status and m.due and m.due.dated:
            timing = wording.timing(m, as_of)
            yield f"{clean_line(m.milestone.title)}: {wording.window(m.due)}{', ' + timing if timing else ''}"


def _figures(row: Row) -> Iterator[str]:
    """Yield how much there is so far of what its milestones count."""
    yield from (clean_line(wording.so_far(m)) for m in row.milestones if m.milestone.measure)


def _waiting(waiting: Waiting) -> Item:
    caution = (board_words.doubt(waiting.caution),) if waiting.caution else ()
    text = f"{_name(waiting.row)}: {waiting.said}, {waiting.when}, {board_words.UNCHECKED}"
    return Item(text, caution, (waiting.proof,))


def _unknown(found: Findings) -> tuple[str, ...]:
    if not found.health:
        return ("No source has been looked at yet. That does not mean that nothing was done.",)
    return (UNCERTAIN,) if not found.certain else ()


def _stale(found: Findings) -> Iterator[Item]:
    for row in found.stale:
        reasons = dict.fromkeys(clean_line(reason) for m in row.milestones for reason in m.stale)
        flag = row.flag(FlagName.STALE)
        yield Item(f"{_name(row)}: {board_words.flag(flag) if flag else board_words.UNREAD}", tuple(reasons))


def _sources(found: Findings) -> Iterator[Item]:
    for health in found.health:
        if health in found.behind or health in found.failing:
            yield Item(f"{clean_line(health.source)}: {source_freshness.state(health)}", _problems(health))


def _problems(health: SourceHealth) -> tuple[str, ...]:
    return tuple(clean_line(f"{p.kind}: {p.seen}{f' ({p.where})' if p.where else ''}") for p in health.problems)


def _table(found: Findings) -> tuple[tuple[str, ...], ...]:
    rows = (
        (
            clean_line(r.commitment.title),
            r.status.value,
            _due(r.due).removeprefix("due ") or wording.UNDATED,
            wording.timing(r, found.as_of),
            clean_line(board_words.flags_but_late(r)),
            source_freshness.heard(r, found.health),
        )
        for r in found.board.rows
    )
    return (HEADINGS, *rows) if found.board.rows else ()


def _window(due: Due) -> Item:
    rule = f" ({clean_line(due.rule)})" if due.rule else ""
    said = f"\u201c{clean_line(due.said)}\u201d, said on {wording.day(due.said_on)}"
    return Item(f"{said}: {wording.window(due)}{rule}")


def _due(due: Due | None) -> str:
    return f"due \u201c{clean_line(due.said)}\u201d: {wording.window(due)}" if due else ""


def _flags(row: Row) -> str:
    return clean_line(board_words.flags(row.flags, details=True))


def _name(row: Row) -> str:
    return clean_line(row.commitment.title)

"""In which words and order is a report told? Sections of plain text, which each format then dresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from monitor.model import wording
from monitor.model.boards import Row, Status
from monitor.model.changes import Change
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Due
from monitor.model.ports import SourceHealth
from monitor.reports import source_freshness
from monitor.reports.findings import LICENCES, UNCERTAIN, Findings, Overdue, Quoted, Waiting

CHANGED, BOARD, WINDOWS, SOURCES = (
    "What changed",
    "All commitments",
    "How the words were read as dates",
    "Sources and licences",
)
HEADINGS = ("Commitment", "Status", "Due", "Timing", "Flags", "Last heard")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing told: its headline, lines of detail, and the sentences and links that prove it."""

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
    changes = tuple(change_item(c) for c in found.changes)
    since = f" since {wording.day(found.since)}" if found.since else ""
    yield Section(f"{CHANGED}{since}", () if changes else (found.no_change,), changes)
    yield Section("Overdue", (), tuple(_overdue(o, found.as_of) for o in found.overdue))
    yield Section("Due soon", (), tuple(_soon(r, found.as_of) for r in found.soon))
    yield Section("Waiting for a person to confirm", (), tuple(_waiting(w) for w in found.waiting))
    yield Section("Not known", _unknown(found), (*_stale(found), *_sources(found)))
    yield Section(BOARD, (), (), _table(found))
    yield Section(WINDOWS, (), tuple(_window(d) for d in found.windows))
    yield Section(SOURCES, LICENCES)


def _short(found: Findings) -> tuple[str, ...]:
    counts = ", ".join(f"{number} {status.value}" for status, number in found.counts)
    total = wording.count(len(found.board.rows), "commitment")
    stale = () if found.certain else (UNCERTAIN,)
    return (f"{total}: {counts}.", *stale)


def change_item(change: Change) -> Item:
    """Return a change as an item: headline, day, from what to what, and its proof."""
    sides = f"{clean_line(change.before or 'nothing')} \u2192 {clean_line(change.after or 'nothing')}"
    proof = change.because
    proofs = (Quoted(clean_line(proof.quote) or None, safe_link(proof.url)),) if proof else ()
    details = (f"{wording.day(wording.day_of(change.at))}; {clean_line(change.commitment)}",)
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
    lines += _milestones(overdue.row, Status.OVERDUE, as_of)
    late = f", {overdue.late}" if overdue.late else ""
    return Item(f"{_name(overdue.row)}{late}", tuple(line for line in lines if line), overdue.said)


def cautions(row: Row) -> tuple[str, ...]:
    """Return what is in doubt about a row, a line each."""
    return tuple(f"Caution: {clean_line(caution)}" for caution in row.cautions)


def _soon(row: Row, as_of: date) -> Item:
    left = wording.timing(row, as_of)
    details = (_due(row.due), _flags(row), *cautions(row), *_milestones(row, Status.PENDING, as_of))
    return Item(f"{_name(row)}{', ' + left if left else ''}", tuple(t for t in details if t))


def _milestones(row: Row, status: Status, as_of: date) -> Iterator[str]:
    """Yield the dated milestones that stand so, where they tell more than the commitment itself does."""
    for m in row.milestones:
        if len(row.milestones) > 1 and m.status is status and m.due and m.due.dated:
            timing = wording.timing(m, as_of)
            yield f"{clean_line(m.milestone.title)}: {wording.window(m.due)}{', ' + timing if timing else ''}"


def _waiting(waiting: Waiting) -> Item:
    caution = (f"caution: {waiting.caution}",) if waiting.caution else ()
    text = f"{_name(waiting.row)}: {waiting.what}, {waiting.when}, unconfirmed"
    return Item(text, caution, (waiting.proof,))


def _unknown(found: Findings) -> tuple[str, ...]:
    if not found.health:
        return ("No source was looked at yet. That is not the same as nothing done.",)
    return (UNCERTAIN,) if not found.certain else ()


def _stale(found: Findings) -> Iterator[Item]:
    for row in found.stale:
        reasons = dict.fromkeys(clean_line(reason) for m in row.milestones for reason in m.stale)
        yield Item(f"{_name(row)} can't be judged yet", tuple(reasons))


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
            clean_line(wording.flags_but_late(r)),
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
    return clean_line(wording.flags(row.flags, details=True))


def _name(row: Row) -> str:
    return clean_line(row.commitment.title)

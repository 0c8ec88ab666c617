"""Which web pages does `publish` write? An index and one page for each commitment, that load nothing from anywhere."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from monitor import freshness, wording
from monitor.boards import Board, Dossier, MilestoneRow, Weighed
from monitor.cleaning import clean_line, safe_link
from monitor.commitments import Due, Ruling
from monitor.ports import SourceHealth, Told
from monitor.reports.findings import LICENCES, Quoted, find
from monitor.reports.sections import Item, Section, change_item, sections, title
from monitor.reports.webpage import page

_ODD = re.compile(r"[^a-z0-9]+")
INDEX = "index.html"


def page_name(commitment: str) -> str:
    """Return the file name of a commitment's page: lower-case letters, digits and hyphens, then .html."""
    name = _ODD.sub("-", commitment.lower()).strip("-")
    return f"commitment-{name}.html"


def index_page(
    board: Board, told: Sequence[Told], health: Sequence[SourceHealth], feeds: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the index: the report, with a link to each commitment's page and to the `feeds` (name, file)."""
    found = find(board, told, health)
    names = [(clean_line(r.commitment.title), page_name(r.commitment.id)) for r in board.rows]
    return page(title(found), sections(found), [*names, *feeds])


def commitment_page(dossier: Dossier, as_of: date, health: Sequence[SourceHealth] = ()) -> str:
    """Return the page of one commitment on a day, evidence newest first."""
    told = tuple(s for s in _sections(dossier, as_of, health) if s.lines or s.items)
    return page(clean_line(dossier.row.commitment.title), told, [("All commitments", INDEX)])


def _sections(dossier: Dossier, as_of: date, health: Sequence[SourceHealth]) -> Iterator[Section]:
    row = dossier.row
    yield Section(f"On {wording.day(as_of)}", tuple(_standing(dossier, as_of)), (_promise(dossier),))
    yield Section("Milestones", (), tuple(_milestone(m, as_of) for m in row.milestones))
    yield Section("Rulings", (), tuple(_ruling(r) for r in dossier.rulings))
    silence = () if dossier.evidence else (freshness.silence(health, as_of),)
    yield Section("Evidence, newest first", silence, tuple(_weighed(w) for w in dossier.evidence))
    yield Section("History", (), tuple(change_item(c) for c in dossier.changes))
    yield Section("Sources not read to this day, or failing", freshness.troubled(health, as_of))
    yield Section("Sources and licences", LICENCES)


def _standing(dossier: Dossier, as_of: date) -> Iterator[str]:
    row = dossier.row
    on = f", on {wording.day(row.delivered_on)}" if row.delivered_on else ""
    timing = wording.timing(row, as_of)
    yield f"{row.status.value}{', ' + timing if timing else ''}{on}{'' if row.confirmed else ' (unconfirmed)'}"
    yield from (clean_line(wording.flags((f,), details=True)) for f in row.flags)
    if row.stop:
        by = f" by {row.stop.by}" if row.stop.by else ""
        yield clean_line(f"Clock stopped: {row.stop.how}{by} since {wording.day(row.stop.on)}")


def _promise(dossier: Dossier) -> Item:
    made = dossier.row.commitment
    by = f"{made.made_by}, {made.post.title}, {wording.day(made.made_on)}"
    caution = (f"Caution: {clean_line(made.caution)}",) if made.caution else ()
    return Item(
        f"Promised: {clean_line(made.words)}",
        (clean_line(by), *_due("Due", dossier.row.due), *caution),
        tuple(Quoted(None, safe_link(link.url)) for link in made.said_in),
    )


def _milestone(row: MilestoneRow, as_of: date) -> Item:
    timing = wording.timing(row, as_of)
    details = [f"Expected: {clean_line(row.milestone.expect.what)}", *_due("First promised", row.milestone.due)]
    proofs = []
    for move in row.moves:
        slipped = wording.slipped(row.milestone.due, move.due) if row.milestone.due else ""
        details += _due(f"Moved on {wording.day(move.on)}{', to ' + slipped if slipped else ''}", move.due)
        proofs.append(_quoted(move.quote, move.url))
    if row.proof:
        who = "confirmed by a person" if row.proof.confirmed else "not yet confirmed by a person"
        details.append(f"Delivered {wording.deed(row.proof)}, {who}: {clean_line(row.proof.by)}")
        proofs.append(_quoted(row.proof.quote, row.proof.url))
    details += [f"Can't be judged yet: {clean_line(reason)}" for reason in row.stale]
    head = f"{row.status.value}: {clean_line(row.milestone.title)}{', ' + timing if timing else ''}"
    return Item(head, tuple(details), tuple(proofs))


def _ruling(ruling: Ruling) -> Item:
    head = clean_line(f"{wording.day(ruling.on)}: {ruling.kind.value}, by {ruling.by}: {ruling.why}")
    return Item(head, tuple(_due("New date", ruling.due)), (_quoted(ruling.quote, ruling.source),))


def _weighed(weighed: Weighed) -> Item:
    found = weighed.evidence
    ruled = f"{weighed.ruling} by a person" if weighed.ruling else "no ruling yet"
    head = f"{wording.day(found.document.published_on)}: {found.relation.value}, {wording.percentage(found.strength)}"
    details = (clean_line(found.document.title), clean_line(f"Why: {'; '.join(found.reasons)}"))
    return Item(f"{head}, {clean_line(ruled)}", details, (_quoted(found.quote, found.url),))


def _due(name: str, due: Due | None) -> list[str]:
    if due is None:
        return [f"{name}: {wording.UNDATED}"] if name == "Due" else []
    rule = f" ({clean_line(due.rule)})" if due.rule else ""
    return [f"{name}: \u201c{clean_line(due.said)}\u201d, {wording.window(due)}{rule}"]


def _quoted(quote: str | None, url: str | None) -> Quoted:
    return Quoted(clean_line(quote) if quote else None, safe_link(url) if url else None)

"""Which web pages does `publish` write? An index and one page for each commitment, that load nothing from anywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from monitor.model import board_words, wording
from monitor.model.boards import Board, FlagName, MilestoneRow
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Ruling
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.due import Due
from monitor.model.ports import Told
from monitor.model.sources import SourceHealth
from monitor.reports import source_freshness
from monitor.reports.findings import LICENCES, Quoted, find
from monitor.reports.html_report import page
from monitor.reports.sections import (
    BOARD,
    CHANGED,
    SOURCES,
    WINDOWS,
    Item,
    Section,
    cautions,
    change_item,
    sections,
    title,
)

_ODD = re.compile(r"[^a-z0-9]+")
INDEX = "index.html"
NEWEST = 50
"""Changes that the index shows: the feeds and the commitments' own pages have the rest."""
_LAST_FIRST = "What was told last comes first."

_ORDER = {"In short": 0, BOARD: 1, CHANGED: 3, WINDOWS: 4, SOURCES: 5}
"""Where a section of the report stands on the index; what calls for somebody's attention comes after the board."""

_TYPES = {"feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}


def page_name(commitment: str) -> str:
    """Return the file name of a commitment's page: lower-case letters, digits and hyphens, then .html."""
    name = _ODD.sub("-", commitment.lower()).strip("-")
    return f"commitment-{name}.html"


def index_page(
    board: Board, told: Sequence[Told], health: Sequence[SourceHealth], feeds: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the index: the report, with a link to each commitment's page and to the `feeds` (name, file).

    The board comes first, for that is what most people come for; of the news, what was told last.
    """
    found = find(board, sorted(told, key=lambda t: t.told_on), health)
    told_in_order = sorted(sections(found), key=lambda s: _ORDER.get(s.heading, 2))
    kinds = [(_TYPES[file], file) for _, file in feeds if file in _TYPES]
    return page(title(found), [_indexed(s, board) for s in told_in_order], feeds, kinds)


def _indexed(section: Section, board: Board) -> Section:
    if section.heading == BOARD:
        return replace(section, files=tuple(page_name(r.commitment.id) for r in board.rows))
    if section.heading == CHANGED and section.items:
        newest, number = section.items[::-1][:NEWEST], len(section.items)
        left_out = (f"The {NEWEST} of {number:,} that were told last; each commitment's page has all of its own.",)
        return replace(section, items=newest, lines=left_out if number > NEWEST else (_LAST_FIRST,))
    return section


def commitment_page(dossier: Dossier, as_of: date, health: Sequence[SourceHealth] = ()) -> str:
    """Return the page of one commitment on a day, evidence newest first."""
    told = tuple(s for s in _sections(dossier, as_of, health) if s.lines or s.items)
    return page(clean_line(dossier.row.commitment.title), told, [("All commitments", INDEX)])


def _sections(dossier: Dossier, as_of: date, health: Sequence[SourceHealth]) -> Iterator[Section]:
    row = dossier.row
    yield Section(f"On {wording.day(as_of)}", tuple(_standing(dossier, as_of)), (_promise(dossier, as_of),))
    yield Section("Milestones", (), tuple(_milestone(m, as_of) for m in row.milestones))
    yield Section("Rulings", (), tuple(_ruling(r) for r in dossier.rulings))
    silence = () if dossier.evidence else (source_freshness.silence(health, as_of),)
    yield Section("Evidence, newest first", silence, tuple(_weighed(w) for w in dossier.evidence))
    yield Section("History", (), tuple(change_item(t) for t in dossier.changes))
    yield Section("Sources not read to this day, or failing", source_freshness.troubled(health, as_of))
    yield Section("Sources and licences", LICENCES)


def _standing(dossier: Dossier, as_of: date) -> Iterator[str]:
    row = dossier.row
    on = f", on {wording.day(row.delivered_on)}" if row.delivered_on else ""
    timing = wording.timing(row, as_of)
    sure = "" if row.confirmed else f" ({board_words.UNCHECKED})"
    yield f"{row.status.value}{', ' + timing if timing else ''}{on}{sure}"
    for flag in row.flags:
        if flag.name is not FlagName.LATE or not timing:
            yield clean_line(
                f"{board_words.flag(flag)} ({more})" if (more := board_words.detail(flag)) else board_words.flag(flag)
            )
    yield from cautions(row)
    if row.stop:
        yield clean_line(board_words.clock_stopped(row.stop))


def _promise(dossier: Dossier, as_of: date) -> Item:
    made = dossier.row.commitment
    by = f"{made.made_by}, {made.post.title}, {wording.day(made.made_on)}"
    # What GOV.UK says of it goes before the register, which may not have been kept up.
    holder = dossier.incumbent.name if dossier.incumbent else made.post.holder(as_of)
    now = (f"The post is now held by {clean_line(holder)}",) if holder and holder != made.made_by else ()
    caution = (board_words.doubt(clean_line(made.caution)),) if made.caution else ()
    return Item(
        f"Promised: {clean_line(made.words)}",
        (clean_line(by), *now, *_due("Due", dossier.row.due), *caution),
        tuple(_quoted(link.quote, link.url) for link in made.said_in),
    )


def _milestone(row: MilestoneRow, as_of: date) -> Item:
    timing = wording.timing(row, as_of)
    details = [
        f"{board_words.WHAT_COUNTS}: {clean_line(row.milestone.expect.what)}",
        *_due("First promised", row.milestone.due),
    ]
    promise = row.milestone.promise if row.milestone.due else None
    proofs = [_quoted(promise.quote, promise.url)] if promise else []
    for move in row.moves:
        slipped = wording.slipped(row.milestone.due, move.due) if row.milestone.due else ""
        details += _due(f"Moved on {wording.day(move.on)}{', to ' + slipped if slipped else ''}", move.due)
        proofs.append(_quoted(move.quote, move.url))
    details += [clean_line(told) for told in (wording.so_far(row), wording.earlier_figures(row)) if told]
    proofs += [_quoted(row.figures[-1].quote, row.figures[-1].url)] if row.figures else []
    if row.proof:
        who = board_words.checked(confirmed=row.proof.confirmed)
        details.append(f"Delivered {wording.deed(row.proof)}, {who}: {clean_line(row.proof.by)}")
        proofs.append(_quoted(row.proof.quote, row.proof.url))
    details += [f"{board_words.KEPT}: {clean_line(reason)}" for reason in row.stale]
    details += [board_words.doubt(clean_line(row.caution))] if row.caution else []
    head = f"{row.status.value}: {clean_line(row.milestone.title)}{', ' + timing if timing else ''}"
    return Item(head, tuple(details), tuple(proofs))


def _ruling(ruling: Ruling) -> Item:
    head = clean_line(
        f"{wording.ruling_days(ruling)}: {board_words.happened(ruling.kind)}, by {ruling.by}: {ruling.why}"
    )
    return Item(head, tuple(_due("New date", ruling.due)), (_quoted(ruling.quote, ruling.source),))


def _weighed(weighed: Weighed) -> Item:
    found = weighed.evidence
    published, relation = wording.day(found.document.published_on), board_words.relation(found.relation)
    head = f"{published}: {relation}, strength {wording.percentage(found.strength)}"
    details = (clean_line(found.document.title), clean_line(f"Why: {'; '.join(found.reasons)}"))
    return Item(f"{head}, {board_words.judged(weighed)}", details, (_quoted(found.quote, found.url),))


def _due(name: str, due: Due | None) -> list[str]:
    if due is None:
        return [f"{name}: {wording.UNDATED}"] if name == "Due" else []
    rule = f" ({clean_line(due.rule)})" if due.rule else ""
    return [f"{name}: \u201c{clean_line(due.said)}\u201d, {wording.window(due)}{rule}"]


def _quoted(quote: str | None, url: str | None) -> Quoted:
    return Quoted(clean_line(quote) if quote else None, safe_link(url) if url else None)

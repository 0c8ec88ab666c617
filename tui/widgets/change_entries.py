"""How is a change read: in a line, in full, and where it is copied?"""

from dataclasses import replace
from datetime import datetime

from rich.text import Text

from monitor.model.boards import Status
from monitor.model.changes import Change
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.ports import Told
from monitor.pipeline.comparing.altered_words import altered_words
from monitor.status.headlines import STANDING
from tui.widgets.entries import ListEntry
from tui.widgets.marked_words import KEY, marked_words
from tui.widgets.texts import line, linked, quoted
from tui.words import day, day_of, happened, short_day

KIND_STYLE = {
    "milestone": "delivered",
    "delays": "overdue",
    "correction": "overdue",
    "weakens": "warning",
    "supersedes": "warning",
    "dropped": "warning",
    "withdrawn": "warning",
    "gone": "warning",
}


def change_entry(change: Change, told_at: datetime | None = None) -> ListEntry:
    """Return a change as an entry: its day, kind and headline, and behind them its proof."""
    return ListEntry(
        key=change.id,
        cells=(
            Text(short_day(day_of(change.at))),
            line(happened(change.kind, short=True), change_style(change)),
            line(change.headline),
        ),
        detail=lambda: change_detail(change, told_at),
        url=safe_link(change.because.url) if change.because else None,
        commitment=change.commitment,
        copied=lambda: cited(change),
    )


def marked_entry(told: Told, *, unread: bool, first: bool) -> ListEntry:
    """Return a change for a list by days: with a mark while it is unread, and its day pale but on its day's first."""
    entry = change_entry(told.change, told.told_at)
    day_, *rest = entry.cells
    return replace(entry, cells=(unread_mark(unread=unread), Text(day_.plain, "bold" if first else "muted"), *rest))


def unread_mark(*, unread: bool) -> Text:
    """Return the mark of what the reader has not seen yet."""
    return Text("●" if unread else " ", style="link")


def cited(change: Change) -> str:
    """Return a change to be quoted: the sentence, in what it stands, and the link; its headline where it has none."""
    if change.because is None:
        return clean_line(f"{change.headline} ({day(day_of(change.at))})")
    quote = quoted(clean_line(change.because.quote)).plain if change.because.quote else clean_line(change.headline)
    where = [clean_line(detail) for detail in change.details if detail.startswith(STANDING)]
    link = safe_link(change.because.url)
    return "\n".join(filter(None, (quote, *(where or [day(day_of(change.at))]), link)))


def change_style(change: Change) -> str:
    """Return the style of what a change is."""
    missed = change.kind == "milestone" and change.after == Status.OVERDUE
    return "overdue" if missed else KIND_STYLE.get(change.kind, "")


def change_detail(change: Change, told_at: datetime | None) -> Text:
    """Return all there is on a change."""
    parts = [line(change.headline, "bold"), *map(line, change.details)]
    if pieces := altered_words(change):
        parts += [marked_words(pieces), line(f"({KEY})", "muted")]
    elif change.turns and not (change.because and change.before is None and change.because.quote == change.after):
        parts.append(line(f"{change.before or 'nothing'} → {change.after or 'nothing'}"))
    if change.because:
        parts += [*([quoted(change.because.quote)] if change.because.quote else ()), linked(change.because.url)]
    told = f", told {day(day_of(told_at))}" if told_at else ""
    parts.append(line(f"{day(day_of(change.at))}{told} · {change.commitment}", "muted"))
    return Text("\n").join(parts)

"""How is a change read: in a line, and in full?"""

from datetime import datetime

from rich.text import Text

from monitor.model.boards import Status
from monitor.model.changes import Change
from monitor.model.cleaning import safe_link
from tui.widgets.entries import ListEntry
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
    )


def change_style(change: Change) -> str:
    """Return the style of what a change is."""
    missed = change.kind == "milestone" and change.after == Status.OVERDUE
    return "overdue" if missed else KIND_STYLE.get(change.kind, "")


def change_detail(change: Change, told_at: datetime | None) -> Text:
    """Return all there is on a change."""
    parts = [line(change.headline, "bold"), *map(line, change.details)]
    if change.turns:
        parts.append(line(f"{change.before or 'nothing'} → {change.after or 'nothing'}"))
    if change.because:
        parts += [quoted(change.because.quote), linked(change.because.url)]
    told = f", told {day(day_of(told_at))}" if told_at else ""
    parts.append(line(f"{day(day_of(change.at))}{told} · {change.commitment}", "muted"))
    return Text("\n").join(parts)

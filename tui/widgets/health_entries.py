"""How is a source's health read: in a line, and in full?"""

from datetime import datetime

from rich.text import Text

from monitor.model.sources import Problem, SourceHealth
from tui.widgets.entries import ListEntry
from tui.widgets.row_list import TableColumn
from tui.widgets.texts import line, linked
from tui.words import UNLOOKED, count, day, moment, short_day, state

COLUMNS = (TableColumn("Source", 20), TableColumn("Read to", 12), TableColumn("Held", 8), TableColumn("State"))


def health_entry(health: SourceHealth, held: int) -> ListEntry:
    """Return a source as an entry: how far it was read, how much is held, how it stands."""
    reach = Text(short_day(health.reach)) if health.reach else Text("never", style="warning")
    return ListEntry(
        key=health.source,
        cells=(line(health.source, "bold"), reach, Text(f"{held:,}", justify="right"), standing(health)),
        detail=lambda: health_detail(health, held),
    )


def standing(health: SourceHealth) -> Text:
    """Return in a few words how a source stands; one that was never looked at must not read as an empty one."""
    problems = f"; {count(len(health.problems), 'problem')}" if health.problems else ""
    failed = health.failures or health.unread
    sound = health.reach and not (failed or health.problems)
    return line(state(health) + problems, "delivered" if sound else "overdue" if failed else "warning")


def health_detail(health: SourceHealth, held: int) -> Text:
    """Return all there is on a source's health."""
    parts = [line(health.source, "bold") + Text(": ") + standing(health)]
    if health.tried_at is None and health.reach is None:
        parts.append(Text(f"{UNLOOKED.capitalize()}: what it has published is not known. That is not “nothing found”."))
    parts += [
        Text(f"Last tried: {_when(health.tried_at)}. Last sound: {_when(health.sound_at)}."),
        Text(f"Read up to and including: {day(health.reach) if health.reach else 'no day yet'}."),
        Text(f"{count(held, 'document')} held."),
    ]
    return Text("\n").join([*parts, *(_problem(p) for p in health.problems)])


def _when(at: datetime | None) -> str:
    return "never" if at is None else moment(at)


def _problem(problem: Problem) -> Text:
    told = line(f"! {problem.kind}: {problem.seen}", "overdue")
    return told if problem.where is None else Text("\n  ").join([told, linked(problem.where)])

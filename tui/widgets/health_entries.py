"""How is a source's health read: in a line, and in full?"""

from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from monitor.model.ports import Progress
from monitor.model.sources import FailedSpan, Problem, SourceHealth
from monitor.pipeline.scan_outcome import is_over, progress_text
from tui.widgets.cell_strips import TableColumn
from tui.widgets.entries import ListEntry
from tui.widgets.texts import line, linked
from tui.words import UNLOOKED, count, day, moment, owed_days, short_day, state

COLUMNS = (
    TableColumn("Source", 18),
    TableColumn("Read to", 11),
    TableColumn("Tried", 11, needs=100),
    TableColumn("Next", 11),
    TableColumn("Held", 8, needs=90),
    TableColumn("State"),
)
TROUBLES = {
    "dns": "no network, or the address is not known",
    "refused": "nobody answers at the address",
    "timeout": "no answer in time",
    "certificate": "the server's certificate is not valid",
    "given-up": "given up after several tries",
    "failed": "the request failed",
}
"""What the commonest problems are called by people, by the kind that programs know."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the screen shows it. `held`: documents; `turn`: when it is read next, None where nobody reads it.

    `progress`: how far a scan that is under way has come with it.
    """

    health: SourceHealth
    held: int
    turn: datetime | None
    now: datetime
    progress: Progress | None = None


def health_entry(row: SourceRow) -> ListEntry:
    """Return a source as an entry: how far it was read, when it is tried, how much is held, how it stands."""
    health = row.health
    reach = Text(short_day(health.reach)) if health.reach else Text("never", style="warning")
    return ListEntry(
        key=health.source,
        cells=(
            line(health.source, "bold"),
            reach,
            line(since(health.tried_at, row.now)),
            line(until(row.turn, row.now)),
            Text(f"{row.held:,}", justify="right"),
            standing(row),
        ),
        detail=lambda: health_detail(row),
    )


def standing(row: SourceRow) -> Text:
    """Return in a few words how a source stands; one that was never looked at must not read as an empty one."""
    if row.progress and not is_over(row.progress):
        return line(progress_text(row.progress), "link")
    health = row.health
    told = "; ".join([state(health), *dict.fromkeys(trouble(problem) for problem in health.problems)])
    failed = health.failures or health.unread
    sound = health.reach and not (failed or health.problems)
    return line(told, "delivered" if sound else "overdue" if failed else "warning")


def trouble(problem: Problem) -> str:
    """Return what a problem is called in a few words."""
    return TROUBLES.get(problem.kind, problem.kind.replace("-", " "))


def health_detail(row: SourceRow) -> Text:
    """Return all there is on a source's health."""
    health = row.health
    parts = [line(health.source, "bold") + Text(": ") + standing(row)]
    if health.tried_at is None and health.reach is None:
        parts.append(Text(f"{UNLOOKED.capitalize()}: what it has published is not known. That is not “nothing found”."))
    parts += [
        Text(f"Last tried: {_when(health.tried_at)}. Last sound: {_when(health.sound_at)}."),
        Text(f"Next: {moment(row.turn) if row.turn else 'when somebody scans: nothing here reads it by itself'}."),
        Text(f"Read up to and including: {day(health.reach) if health.reach else 'no day yet'}."),
        Text(f"{count(row.held, 'document')} held."),
    ]
    return Text("\n").join([*parts, *map(_unread, health.unread), *map(_problem, health.problems)])


def since(at: datetime | None, now: datetime) -> str:
    """Return how long ago a moment is, in a few characters."""
    return "never" if at is None else f"{_long((now - at).total_seconds())} ago"


def until(at: datetime | None, now: datetime) -> str:
    """Return how long it is to a moment, in a few characters; "by hand" where there is none."""
    if at is None:
        return "by hand"
    return "now" if at <= now else f"in {_long((at - now).total_seconds())}"


def _long(seconds: float) -> str:
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "min")):
        if seconds >= size:
            number = int(seconds // size)
            return f"{number} {unit}" + "s" * (number != 1 and unit != "min")
    return f"{max(0, int(seconds))} s"


def _when(at: datetime | None) -> str:
    return "never" if at is None else moment(at)


def _unread(failed: FailedSpan) -> Text:
    why = "; ".join(dict.fromkeys(trouble(problem) for problem in failed.problems))
    told = f"! not read: {owed_days(failed)}, tried {moment(failed.tried_at)}"
    return line(f"{told}: {why}" if why else told, "overdue")


def _problem(problem: Problem) -> Text:
    told = line(f"! {trouble(problem)}: {problem.seen}", "overdue")
    return told if problem.where is None else Text("\n  ").join([told, linked(problem.where)])

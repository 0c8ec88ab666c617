"""What changed since the reader's last visit, since yesterday, in a week, on a day, or ever? Newest first, by days."""

from collections.abc import Callable
from datetime import date, datetime
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from monitor.model.ports import Told
from monitor.pipeline.service_port import ServicePort
from monitor.status.change_ranges import (
    ChangeRange,
    last_week,
    newest_first,
    of_day,
    since_visit,
    since_yesterday,
)
from tui import words
from tui.screens.day_screen import Choice, DayScreen
from tui.screens.entry_screen import TAKING, EntryScreen
from tui.widgets.cell_strips import TableColumn
from tui.widgets.change_entries import marked_entry, unread_mark
from tui.widgets.entries import Entries, ListEntry
from tui.widgets.texts import line

_NEVER = "No change has been found yet. Press s to scan the sources now."
_NONE = "Nothing is told of these days. Press 3 for the week, 5 for all changes."
_FIRST_VISIT = "It is not known when you last looked. 5 shows all changes."
VISIT, YESTERDAY, WEEK, A_DAY, ALL = "visit", "yesterday", "week", "day", "all"
_CLOCKED: dict[str, Callable[[date], ChangeRange]] = {
    YESTERDAY: since_yesterday,
    WEEK: last_week,
    A_DAY: of_day,
    ALL: ChangeRange,
}


class ChangesScreen(EntryScreen):
    """The changes of a range of days. What was told after the last visit is marked until the cursor has been on it."""

    COLUMNS = (TableColumn("", 1), TableColumn("Day", 11), TableColumn("Kind", 12), TableColumn("What"))
    ASKING = "What changed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", f"show('{VISIT}')", "Last visit"),
        Binding("2", f"show('{YESTERDAY}')", "Yesterday"),
        Binding("3", f"show('{WEEK}')", "Week"),
        Binding("4", "pick_day", "A day"),
        Binding("5", f"show('{ALL}')", "All"),
        *TAKING,
    ]

    class Answered(Message):
        """All that was told, and the day that the reader looks at."""

        def __init__(self, told: tuple[Told, ...], day: date, *, past: bool) -> None:
            super().__init__()
            self.told = told
            self.day = day
            self.past = past

    def __init__(self, service: ServicePort) -> None:
        super().__init__(service)
        self._range = ""
        self._of: date | None = None
        self._answer: ChangesScreen.Answered | None = None
        self._shown: tuple[Told, ...] = ()
        self._on: str | None = None

    def question(self) -> Message:
        day, today = self.day, self.service.today()
        return self.Answered(self.service.changes(), day or today, past=day is not None and day != today)

    def on_changes_screen_answered(self, answer: Answered) -> None:
        answer.stop()
        self._answer = answer
        self._range = self._range or (VISIT if self.dashboard.last_visit.left_at else ALL)
        self._show_range()

    def on_entries_reached(self, reached: Entries.Reached) -> None:
        """Take the mark from a change when the cursor leaves it: until then it can be seen what was new."""
        reached.stop()
        left, self._on = self._on, reached.entry.key
        self.dashboard.seen_changes.add(reached.entry.key)
        if left is not None and left != self._on:
            self.query_one(Entries).mark(left, unread_mark(unread=False))
            self._say_heading()

    def action_show(self, wanted: str) -> None:
        if wanted == VISIT and self.dashboard.last_visit.left_at is None:
            self.notify(_FIRST_VISIT, markup=False)
            return
        self._range = wanted
        self._show_range()

    def action_pick_day(self) -> None:
        shown = self._of or self.day
        self.app.push_screen(DayScreen(self.service, shown, asked="Changes of which day?"), self._picked)

    def _picked(self, chosen: Choice | None) -> None:
        if chosen is not None:
            self._of, self._range = chosen.day or self.service.today(), A_DAY
            self._show_range()

    def _wanted(self, day: date) -> ChangeRange:
        visit = self.dashboard.last_visit.left_at
        if self._range == VISIT and visit is not None:
            return since_visit(day, visit)
        return _CLOCKED[self._range](self._of or day if self._range == A_DAY else day)

    def _show_range(self) -> None:
        if self._answer is None:
            return
        self._shown = newest_first(self._answer.told, self._wanted(self._answer.day))
        self._on = None
        self.fill(self._entries(), _NONE if self._answer.told else _NEVER)
        self._say_heading()

    def _entries(self) -> list[ListEntry]:
        days = [one.change.at.date() for one in self._shown]
        firsts = [before != day for before, day in zip([None, *days], days, strict=False)]
        return [marked_entry(t, unread=self._unread(t), first=f) for t, f in zip(self._shown, firsts, strict=True)]

    def _unread(self, one: Told) -> bool:
        visit = self.dashboard.last_visit.left_at
        new = visit is not None and one.told_at > visit
        return new and (one.change.id == self._on or one.change.id not in self.dashboard.seen_changes)

    def _say_heading(self) -> None:
        unread = sum(map(self._unread, self._shown))
        parts = [line(self._called(), "bold"), Text(words.count(len(self._shown), "change"))]
        parts += [Text(f"● {unread} unread", "link")] if unread else []
        self.head(parts)

    def _called(self) -> str:
        if self._answer is None:
            return self.ASKING
        day = self._answer.day
        to = f", up to {words.day(day)}" if self._answer.past else ""
        told = _title(self._range, self._wanted(day), self.dashboard.last_visit.left_at)
        return told if self._range == A_DAY else f"{told}{to}"


def _title(named: str, wanted: ChangeRange, visit: datetime | None) -> str:
    """Return what a range is called."""
    if named == VISIT and visit:
        return f"Since your last visit, {words.moment(visit)}"
    since = words.day(wanted.first) if wanted.first else ""
    return {
        YESTERDAY: f"Changes since {since}",
        WEEK: f"Changes of the week since {since}",
        A_DAY: f"Changes of {since}",
    }.get(named, "All changes")

"""Changes, and how the sources have been: factories."""

from datetime import date, datetime, timedelta

from monitor.model.changes import Because, Change, change_id
from monitor.model.ports import Told
from monitor.model.sources import HANSARD, Problem, SourceHealth
from tests.builders.promises import DEFAULT, LINK, at


def change(
    kind: str = "status",
    *,
    named: str | None = None,
    at: datetime | None = None,
    register: str = "lamps",
    commitment: str = "lamp-report",
    before: str | None = "pending",
    after: str | None = "overdue",
    because: Because | None = None,
    headline: str = "Overdue: a report on the lamps",
) -> Change:
    when = at or _at(date(2031, 4, 17))
    unique = named or change_id(register, commitment, kind, when.isoformat(), str(after))
    return Change(unique, when, register, commitment, kind, before, after, because, headline)


def because(quote: str = "The lamp report was published today.", url: str = LINK) -> Because:
    return Because(quote, url)


def told(change: Change | None = None, told_at: datetime | None = None) -> Told:
    what = change or _change()
    return Told(what, told_at or what.at + timedelta(minutes=5))


def health(
    source: str = HANSARD,
    *,
    reach: date | None = date(2031, 6, 16),
    tried_at: datetime | None = DEFAULT,
    failures: int = 0,
    problems: tuple[Problem, ...] = (),
) -> SourceHealth:
    sound_at = at(reach, 20) if reach else None
    return SourceHealth(source, sound_at if tried_at is DEFAULT else tried_at, sound_at, reach, failures, problems)


# The same factories under names that no argument above takes.
_at, _change = at, change

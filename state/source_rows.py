"""How far has each source been read, and how has it been?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select, update

from monitor.model.cleaning import clean_line
from monitor.model.ports import Entry
from monitor.model.sources import Coverage, Problem, SourceHealth, Span
from state import failed_spans
from state.damage import Damage
from state.document_rows import newest_days
from state.json_columns import identity
from state.schema import problems, sources, spans
from state.stored_values import UNREADABLE, as_stored, day_of, moment_of

_SEPARATOR = "\n"


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """Days of a source that were read soundly, for those who `asked`."""

    source: str
    asked: str
    span: Span


def read_spans(connection: Connection, damage: Damage) -> tuple[ReadSpan, ...]:
    """Return all days read; a row that can't be read is noted, and its days count for nothing."""
    columns = (*spans.c["source", "asked"], *map(as_stored, spans.c["since", "until"]))
    found = []
    for row in connection.execute(select(*columns)):
        try:
            span = Span(day_of(row.since), day_of(row.until))
        except UNREADABLE as wrong:
            damage.note(f"days read of {clean_line(row.source)}, from {clean_line(str(row.since))}", wrong)
        else:
            found.append(ReadSpan(row.source, row.asked, span))
    return tuple(found)


def extend(connection: Connection, source: str, span: Span, asked: Collection[str] = ()) -> bool:
    """Record days read soundly for those who asked, joined to those they touch; return whether any was new."""
    name = _SEPARATOR.join(sorted(asked))
    mine = (spans.c.source == source) & (spans.c.asked == name)
    before = {one.span for one in read_spans(connection, Damage()) if (one.source, one.asked) == (source, name)}
    after = set(Coverage.of((source, s) for s in (*before, span)).spans[source])
    if after != before:
        connection.execute(delete(spans).where(mine))
        rows = [{"source": source, "asked": name, "since": one.since, "until": one.until} for one in after]
        connection.execute(insert(spans), rows)
    return after != before


def coverage(
    connection: Connection, asked: Collection[str] = (), today: date | None = None, damage: Damage | None = None
) -> Coverage:
    """Return which days of each source have been read soundly for all who ask; days nobody asked for are for all.

    With `today`, days to come count for nothing (Span.come_by).
    """
    rows, wanted = read_spans(connection, damage or Damage()), set(asked)
    read = [(row.source, row.span) for row in rows if not row.asked or wanted <= _names(row.asked)]
    if today and any(span.until > today for _, span in read):
        seen = newest_days(connection, today)
        read = [(source, left) for source, span in read if (left := span.come_by(today, seen.get(source)))]
    return Coverage.of(read)


def _names(asked: str) -> set[str]:
    return set(asked.split(_SEPARATOR))


def note(connection: Connection, entry: Entry) -> None:
    """Record that a source was tried, whether it was sound, and what was wrong with it."""
    was = _tried(connection, Damage()).get(entry.source)
    if was is None:  # never tried, or it can't be read any more
        connection.execute(delete(sources).where(sources.c.source == entry.source))
        first = {"source": entry.source, "tried_at": entry.at, "sound_at": None, "failures": 0}
        connection.execute(insert(sources).values(first))
        was = SourceHealth(entry.source, entry.at, None, None, 0, ())
    values = {"tried_at": max(was.tried_at or entry.at, entry.at), "failures": was.failures, "sound_at": was.sound_at}
    if entry.span is not None:
        values |= {"failures": 0, "sound_at": max(was.sound_at or entry.at, entry.at)}
    elif entry.problems:
        values |= {"failures": was.failures + 1}
    connection.execute(update(sources).where(sources.c.source == entry.source).values(values))
    if entry.span is not None or entry.problems:
        failed_spans.settle(connection, entry, coverage(connection, entry.asked))
        _replace_open(connection, entry)


def health(connection: Connection, today: date | None, damage: Damage) -> dict[str, SourceHealth]:
    """Return how each source ever tried has been; its reach as `coverage` has it."""
    read = coverage(connection, today=today, damage=damage)
    open_ones, failed = _open(connection), failed_spans.failed(connection)
    return {
        name: replace(
            was,
            reach=read.reach(name),
            problems=tuple(open_ones.get(name, ())),
            unread=failed.get(name, ()),
        )
        for name, was in _tried(connection, damage).items()
    }


def _tried(connection: Connection, damage: Damage) -> dict[str, SourceHealth]:
    """Return how each source was tried, by name; a row that can't be read is noted, as if it never had been."""
    found = {}
    columns = (*sources.c["source", "failures"], *map(as_stored, sources.c["tried_at", "sound_at"]))
    for row in connection.execute(select(*columns).order_by(sources.c.source)):
        try:
            tried, sound = moment_of(row.tried_at), None if row.sound_at is None else moment_of(row.sound_at)
            found[row.source] = SourceHealth(row.source, tried, sound, None, int(row.failures), ())
        except UNREADABLE as wrong:
            damage.note(f"when {clean_line(row.source)} was tried", wrong)
    return found


def history(connection: Connection, since: datetime | None, damage: Damage) -> tuple[tuple[datetime, Problem], ...]:
    """Return every problem met since a moment, each once with when it was last met, oldest first."""
    query = select(*problems.c["source", "kind", "seen", "place", "position"], as_stored(problems.c.last_at))
    if since is not None:
        query = query.where(problems.c.last_at >= since)
    rows = []
    for row in connection.execute(query):
        try:
            rows.append((moment_of(row.last_at), row))
        except UNREADABLE as wrong:
            damage.note(f"a problem of {clean_line(row.source)}", wrong)
    rows.sort(key=lambda met: (met[0], met[1].source, met[1].position))
    return tuple((at, Problem(row.source, row.kind, row.seen, row.place)) for at, row in rows)


def cleaned(found: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems, each once, with nothing in them that a database or a terminal would choke on."""
    safe = (
        Problem(p.source, p.kind, clean_line(p.seen), None if p.where is None else clean_line(p.where)) for p in found
    )
    return tuple(dict.fromkeys(safe))


def _open(connection: Connection) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    columns = problems.c["reporter", "source", "kind", "seen", "place"]
    query = select(*columns).where(problems.c.open).order_by(problems.c.reporter, problems.c.position)
    for row in connection.execute(query):
        found.setdefault(failed_spans.of_reporter(row.reporter)[0], []).append(
            Problem(row.source, row.kind, row.seen, row.place)
        )
    return found


def _replace_open(connection: Connection, entry: Entry) -> None:
    """Close what was open of a source, but for spans that are not read yet; open what an entry says, in its order."""
    connection.execute(update(problems).where(problems.c.reporter == entry.source, problems.c.open).values(open=False))
    reporter = failed_spans.reporter(entry)
    for position, problem in enumerate(cleaned(entry.problems)):
        said = (problem.source, problem.kind, problem.seen, problem.where)
        key = identity(reporter, *said)
        connection.execute(delete(problems).where(problems.c.identity == key))
        row = dict(zip(("source", "kind", "seen", "place"), said, strict=True))
        row |= {"identity": key, "reporter": reporter}
        connection.execute(insert(problems).values(row | {"position": position, "last_at": entry.at, "open": True}))

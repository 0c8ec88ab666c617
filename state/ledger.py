"""What outlives a restart, in SQLite or PostgreSQL: the one class that the wiring opens and hands about."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime

from sqlalchemy import Engine, func, select

from monitor.model.changes import Change
from monitor.model.commitments import Ruling
from monitor.model.documents import Document, Version
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence
from monitor.model.ports import Entry, Told
from monitor.model.sources import Coverage, Problem, SourceHealth
from monitor.pipeline.watermark import RECORDED
from state import change_rows as telling
from state import clock_mending, damage_notes, document_rows, lease_rows, mark_rows, row_check, source_rows
from state import evidence_rows as finding
from state.board_rows import BoardRows
from state.connections import connect, display, transaction
from state.damage import Damage
from state.evidence_looks import EvidenceLooks
from state.json_columns import batches
from state.schema import changes, rulings, versions

_KEPT = {"versions of documents": versions, "rulings": rulings, "changes told": changes}


def open_ledger(url: str) -> "SqlLedger":
    """Return the ledger at a path, sqlite:///path or postgresql://…, made where there is none.

    Raises UserError where it can't be reached, is something else, or was written by a newer bywhen.
    """
    return SqlLedger(connect(url))


class SqlLedger(BoardRows):
    """A monitor.model.ports.Ledger over a database; several threads and processes may use one at once.

    Every method is one transaction, and raises UserError where the database itself fails.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._damage = Damage()
        self._looks = EvidenceLooks(self._damage)

    @property
    def place(self) -> str:
        """Where the state is, as it may be shown: a path, or a URL without its password."""
        return display(self._engine.url)

    def close(self) -> None:
        """Let go of the database's connections."""
        self._engine.dispose()

    def latest(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Version]:
        """Return the newest version held of each (source, key) that is held."""
        with transaction(self._engine, writes=False) as connection:
            return document_rows.latest(connection, keys, self._damage)

    def versions(self, source: str, key: str) -> tuple[Version, ...]:
        """Return every version of one document, oldest first."""
        with transaction(self._engine, writes=False) as connection:
            return document_rows.of_document(connection, source, key, self._damage)

    def unread(self, digest: str, batch: int = 500) -> Iterator[tuple[Version, ...]]:
        """Yield, in batches, the versions not yet read under a digest, by day; reading between batches is safe."""
        with transaction(self._engine, writes=False) as connection:
            ids = document_rows.unread(connection, digest, self._looks.altered(connection, digest).values())
        for few in batches(ids, batch):
            with transaction(self._engine, writes=False) as connection:
                found = document_rows.of_ids(connection, few, self._damage)
            if found:
                yield found

    def read(self, digest: str, versions: Sequence[Version], evidence: Sequence[Evidence]) -> None:
        """Record that versions held were read against a register, and what was found in them."""
        with transaction(self._engine, writes=True) as connection:
            ids = finding.ids_of(connection, [document_rows.cited(version) for version in versions])
            self._looks.remove(connection, digest, set(ids.values()))
            finding.add(connection, digest, ids, evidence)

    def evidence(self, digest: str, commitment: str | None = None) -> tuple[Evidence, ...]:
        """Return all evidence found for a register, or for one of its commitments, by day, source, key, version.

        What is equal in these comes by commitment and milestone.
        """
        with transaction(self._engine, writes=False) as connection:
            looks, one = self._looks, commitment
            looks.cited(connection, digest, one)
            found = looks.found(connection, digest) if one is None else looks.found_of(connection, digest, one)
        return tuple(sorted(found, key=finding.in_order))

    def replaced(self) -> dict[tuple[str, str, int], date]:
        """Return for each version (source, key, number) that a later live or withdrawn one replaced: from which day."""
        with transaction(self._engine, writes=False) as connection:
            return document_rows.replaced(connection)

    def tell(self, changes: Sequence[Change], at: datetime) -> tuple[Change, ...]:
        """Record changes that came of no document and return them; an id already recorded is left as it is."""
        with transaction(self._engine, writes=True) as connection:
            return telling.add(connection, changes, at)

    def rulings(self, register: str) -> tuple[Ruling, ...]:
        """Return the rulings typed in for a register, oldest first."""
        with transaction(self._engine, writes=False) as connection:
            return telling.rulings_of(connection, register, self._damage)

    def rule(self, register: str, ruling: Ruling) -> None:
        """Record a ruling; the same id twice is recorded once."""
        with transaction(self._engine, writes=True) as connection:
            telling.rule(connection, register, ruling)
            mark_rows.count(connection, RECORDED, ruling.typed_at)

    def coverage(self, asked: Collection[str] = (), today: date | None = None) -> Coverage:
        """Return which days of each source have been read soundly for all these names, none of them to come."""
        with transaction(self._engine, writes=False) as connection:
            read = source_rows.coverage(connection, asked, today, self._damage)
            wanted = damage_notes.wanted(connection)
            return read.without((source, day) for (source, _), day in wanted.items())

    def put_right(self, now: datetime) -> tuple[str, ...]:
        """Put right what a clock that was ahead recorded, now that ours is known to be right; return it in words."""
        with transaction(self._engine, writes=False) as connection:
            if not clock_mending.lies_ahead(connection, now):
                return ()
        with transaction(self._engine, writes=True) as connection:
            return clock_mending.put_right(connection, now)

    def changes(self, register: str, since: datetime | None = None) -> tuple[Told, ...]:
        """Return the changes that happened or were told since a moment, in the order they happened."""
        with transaction(self._engine, writes=False) as connection:
            return telling.of_register(connection, register, since, self._damage)

    def record(self, entry: Entry) -> bool:
        """Record an entry whole; return whether a version, reading, piece of evidence, change or day was new."""
        with transaction(self._engine, writes=True) as connection:
            ids, new = document_rows.add(connection, entry.versions)
            for digest, found in (entry.evidence or {}).items():
                new += finding.add(connection, digest, ids, found)
            new += len(telling.add(connection, entry.changes, entry.at))
            if entry.span is not None:
                new += source_rows.extend(connection, entry.source, entry.span, entry.asked)
            source_rows.note(connection, entry)
            if new:
                mark_rows.count(connection, RECORDED, entry.at)
        return new > 0

    def recorded(self) -> int:
        """Return how often something was recorded from which news may follow: an entry with something new, a ruling."""
        noted = self.recall(RECORDED) or "0"
        return int(noted) if noted.isdecimal() else 0

    def health(self, today: date | None = None) -> dict[str, SourceHealth]:
        """Return how each source ever tried has been; its reach as `coverage` has it."""
        with transaction(self._engine, writes=False) as connection:
            return source_rows.health(connection, today, self._damage)

    def problems(self, since: datetime | None = None) -> tuple[tuple[datetime, Problem], ...]:
        """Return the problems met since a moment, each once with when it was last met, oldest first."""
        with transaction(self._engine, writes=False) as connection:
            return source_rows.history(connection, since, self._damage)

    def keys(self, source: str, since: date, until: date) -> frozenset[str]:
        """Return the keys of the documents held of a source that came out on one of these days, both included."""
        with transaction(self._engine, writes=False) as connection:
            return document_rows.keys(connection, source, since, until)

    def counts(self) -> dict[str, int]:
        """Return the number of documents held, by source."""
        with transaction(self._engine, writes=False) as connection:
            return document_rows.counts(connection)

    def extent(self) -> dict[str, int]:
        """Return how much is held of what is never removed: versions of documents, rulings, changes told."""
        with transaction(self._engine, writes=False) as connection:
            held = {name: select(func.count()).select_from(table) for name, table in _KEPT.items()}
            return {name: connection.scalar(query) or 0 for name, query in held.items()}

    def lease(self, name: str, holder: str, now: datetime, seconds: float) -> bool:
        """Take or renew a lease; return False when somebody else holds it."""
        with transaction(self._engine, writes=True) as connection:
            return lease_rows.take(connection, name, holder, now, seconds)

    def release(self, name: str, holder: str) -> None:
        """Give a lease back, if it is held by that holder."""
        with transaction(self._engine, writes=True) as connection:
            lease_rows.give_back(connection, name, holder)

    def holder(self, name: str) -> str | None:
        """Return who took a lease last and has not given it back, run out or not; None where nobody has."""
        with transaction(self._engine, writes=False) as connection:
            return lease_rows.holder(connection, name)

    def recall(self, name: str) -> str | None:
        """Return what was noted last under a name, None where nothing was."""
        with transaction(self._engine, writes=False) as connection:
            return mark_rows.recall(connection, name)

    def remember(self, name: str, value: str, at: datetime) -> None:
        """Note a value under a name, in the place of the one before it."""
        with transaction(self._engine, writes=True) as connection:
            mark_rows.remember(connection, name, value, at)

    def prune(self, digests: Collection[str]) -> None:
        """Remove what was read and found under every register digest but these; nothing else is ever removed."""
        with transaction(self._engine, writes=True) as connection:
            finding.prune(connection, digests)

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the database and each of its rows, a line each; empty when it is sound."""
        return row_check.check(self._engine)

    def damaged(self, now: datetime) -> tuple[str, ...]:
        """Return what to say of the rows that were asked for and could not be read; empty where all could.

        Documents among them are noted to be fetched again.
        """
        if self._damage.versions:
            with suppress(UserError), transaction(self._engine, writes=True) as connection:
                damage_notes.note(connection, self._damage, now)
        return self._damage.lines()

    def wanted(self, source: str) -> dict[str, date]:
        """Return the documents of a source that could not be read and are to be fetched again, with their days."""
        with transaction(self._engine, writes=False) as connection:
            return {key: day for (of, key), day in damage_notes.wanted(connection).items() if of == source}

    def mend(self, documents: Sequence[Document], now: datetime) -> None:
        """Make whole, of what was fetched again, the versions that could not be read."""
        with transaction(self._engine, writes=False) as connection:
            wanted = damage_notes.wanted(connection)
        brought = [document for document in documents if (document.source, document.key) in wanted]
        if brought:
            with transaction(self._engine, writes=True) as connection:
                damage_notes.mend(connection, brought, self._damage, now)

"""How is a state read where nothing may be written, or where there is none yet?

What a state does not yet know of a register is then worked out anew and kept nowhere. Nothing is ever written: no file,
no folder, and no table. A state that was named and is not there is told: a board of nothing looks like good news.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError

from monitor.model.documents import Version
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence
from state.connections import PATIENCE, database_url, display, open_engine, unusable
from state.evidence_rows import in_order
from state.ledger import SqlLedger
from state.schema import HEAD, metadata
from state.schema_steps import refuse_what_is_not_ours, step
from state.state_files import holds_database

_WHERE = "Check --state, BYWHEN_STATE, or `state` in the configuration; where there is none, bywhen scan makes one."


def open_read_only(address: str, *, named: bool = False) -> SqlLedger | None:
    """Return the ledger at an address for somebody who only reads; None where none was named and none was ever made.

    Raises UserError where there is none though it was `named`, where it can't be read or is something else, or where
    its tables must first be brought to the newest step; DamagedError where it was one.
    """
    url = database_url(address)
    if url.drivername != "sqlite":
        return SqlLedger(_up_to_date(open_engine(url)))
    place = Path(url.database or "")
    try:
        if not holds_database(place, display(url)):
            if named or _was_made(place):
                raise _nothing_there(url, ", but an empty file" if place.exists() else "")
            return None
    except OSError as wrong:
        raise unusable(url, wrong) from wrong
    if _writable(place) and _writable(place.parent):
        return SqlLedger(_up_to_date(open_engine(url)))
    return ReadOnlyLedger(_up_to_date(open_engine(url, lambda: _connected(place)), protected=True))


def _was_made(place: Path) -> bool:
    """Return whether a state was there once: an empty file, or the log of one, is left of it."""
    return place.exists() or place.with_name(f"{place.name}-wal").exists()


def _nothing_there(url: URL, instead: str) -> UserError:
    return UserError(f"There is no state at {display(url)}{instead}", _WHERE)


def _writable(place: Path) -> bool:
    return os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def empty_ledger(address: str) -> SqlLedger:
    """Return a ledger that holds nothing, for an address where there is none; it is forgotten with its process."""
    engine = open_engine(database_url(address), lambda: sqlite3.connect(":memory:", check_same_thread=False))
    metadata.create_all(engine)
    return SqlLedger(engine)


class ReadOnlyLedger(SqlLedger):
    """A ledger in a file that may not be written to: what is read against a register is kept here."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._read: dict[str, set[tuple[str, str, int]]] = defaultdict(set)
        self._found: dict[str, list[Evidence]] = defaultdict(list)

    def unread(self, digest: str, batch: int = 500) -> Iterator[tuple[Version, ...]]:
        """Yield, in batches, the versions not yet read under a digest, by day."""
        for versions in super().unread(digest, batch):
            if new := tuple(version for version in versions if _named(version) not in self._read[digest]):
                yield new

    def read(self, digest: str, versions: Sequence[Version], evidence: Sequence[Evidence]) -> None:
        """Keep that versions were read against a register, and what was found in them."""
        self._read[digest] |= set(map(_named, versions))
        self._found[digest] += evidence

    def evidence(self, digest: str, commitment: str | None = None) -> tuple[Evidence, ...]:
        """Return all evidence found for a register, or for one of its commitments, in the order of every ledger."""
        read = (piece for piece in self._found[digest] if commitment in (None, piece.commitment))
        return tuple(sorted((*super().evidence(digest, commitment), *read), key=in_order))

    def keep_rows(self, name: str, follows_from: str, packed: bytes) -> None:
        """Keep nothing."""


def _named(version: Version) -> tuple[str, str, int]:
    return version.document.source, version.document.key, version.number


def _up_to_date(engine: Engine, *, protected: bool = False) -> Engine:
    """Return an engine whose tables are at the newest step; else let go of it and raise UserError."""
    url = engine.url
    try:
        with engine.connect() as connection:
            at = step(connection)
            if at != HEAD:
                refuse_what_is_not_ours(connection, display(url))
    except (DBAPIError, sqlite3.Error) as wrong:
        engine.dispose()
        raise unusable(url, wrong) from wrong
    except UserError:
        engine.dispose()
        raise
    if at == HEAD:
        return engine
    engine.dispose()
    raise (
        _nothing_there(url, ", but a database without tables")
        if at is None
        else _of_older(url, at, protected=protected)
    )


def _of_older(url: URL, at: str, *, protected: bool) -> UserError:
    if protected:
        return UserError(
            f"{display(url)} is write-protected, and was written by another version of bywhen, whose tables differ",
            "Have somebody who may write to it bring it up to date with bywhen scan.",
        )
    return UserError(
        f"The state at {display(url)} was made by an older bywhen: its tables stand at {at}, and this one needs {HEAD}",
        "Copy it, then bring it up to date with bywhen scan; the older bywhen can't use it after that.",
    )


def _connected(place: Path) -> sqlite3.Connection:
    """Return a connection that can't write.

    A state in write-ahead mode wants to make files beside it even to be read. Where it may not, it is read as one that
    nobody alters: right as long as nobody does, which the log of an unfinished write would tell.
    """
    try:
        return _tried(place, "mode=ro")
    except sqlite3.OperationalError:
        log = place.with_name(f"{place.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        return _tried(place, "immutable=1")


def _tried(place: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{place.as_uri()}?{how}", uri=True, timeout=PATIENCE, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        raise
    return connection

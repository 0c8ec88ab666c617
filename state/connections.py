"""How is a database reached: which kind is it, how is it set up, and what is said when it can't be?"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    ExceptionContext,
    StaticPool,
    create_engine,
    event,
    inspect,
    make_url,
)
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InternalError, OperationalError, ProgrammingError

from monitor.model.cleaning import clean_line
from monitor.model.errors import DamagedError, UserError
from monitor.model.user_paths import user_path
from state.schema import HEAD, metadata
from state.schema_steps import as_long_as_ours, migrate, step
from state.state_files import DAMAGED, holds_database

PATIENCE = 30
"""Seconds to wait for another writer before giving up."""
_WRITERS = 8_170_250_114
"""The number of PostgreSQL's advisory lock that our writers take in turn."""
_SQLITE_LACKS = ("no such table", "no such column", "has no column")

_DAMAGED_WORDS = ("not a database", "malformed", "decode", "corrupt", "invalid page", "unsupported file format")
"""What a database says of a file or a page that was altered."""
_KINDS = "Give a path, sqlite:///path, or postgresql://user@host/database."


def connect(address: str) -> Engine:
    """Return an engine for a path or a URL, with its tables at the newest step; raises UserError where that fails."""
    url = database_url(address)
    engine = open_engine(url)
    try:
        _prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def database_url(address: str) -> URL:
    """Return the database's URL, driver included; raises UserError where the address is none."""
    if not address.strip():
        raise UserError("The address of the state is empty", _KINDS)
    if "://" not in address:
        return URL.create("sqlite", database=_file(address))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise UserError("The address of the state can't be read", _KINDS) from None
    kind = url.drivername.partition("+")[0]
    if kind in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if kind != "sqlite" or url.query or url.host:
        raise UserError(f"{display(url)} is not an address that a state can have", _KINDS)
    return URL.create("sqlite", database=_file(url.database or ":memory:"))


def display(url: URL) -> str:
    """Return the address as it may be shown: a path, or a URL without its password."""
    if url.drivername == "sqlite":
        return clean_line(url.database or "")
    return clean_line(url.difference_update_query(["password", "sslpassword"]).render_as_string(hide_password=True))


@contextmanager
def transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    """Yield a connection in one transaction, committed at the end; writers come one at a time.

    Raises UserError where the database itself fails: gone, full, locked, damaged.
    """
    try:
        with engine.execution_options(**_options(engine, writes=writes)).begin() as connection:
            yield connection
    except DatabaseError as wrong:
        if lacking := missing_table_or_column(engine, wrong):
            raise _of_another_build(engine, lacking) from wrong
        if isinstance(wrong, (OperationalError, InternalError)) or type(wrong) is DatabaseError:
            raise unusable(engine.url, wrong) from wrong
        raise


def _file(given: str) -> str:
    if given == ":memory:":
        raise UserError("A state in memory would be lost as soon as the command ends", _KINDS)
    try:
        return str(user_path(given).absolute())
    except UserError as wrong:
        raise UserError(f"The address of the state: {wrong.message}", _KINDS) from None


def open_engine(url: URL, connect: Callable[[], Any] | None = None) -> Engine:
    """Return an engine set up for several writers, its tables as they may be; raises UserError without psycopg.

    `connect` gives the one connection of a SQLite engine that is to have no other.
    """
    if url.drivername == "sqlite":
        alone: dict[str, Any] = {"creator": connect, "poolclass": StaticPool} if connect else {}
        engine = create_engine(url, connect_args={"timeout": PATIENCE}, **alone)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "handle_error", _undecodable)
        return engine
    try:
        # psycopg prepares what is asked often; a plan made while a table was empty then outlives its filling.
        ours = {"connect_timeout": 10, "prepare_threshold": None}
        unsaid = {name: value for name, value in ours.items() if name not in url.query}
        engine = create_engine(url, pool_pre_ping=True, connect_args=unsaid)
    except ImportError:
        raise UserError(
            "PostgreSQL needs psycopg, which is not installed", "Install it: pip install 'bywhen[postgres]'"
        ) from None
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _options(engine: Engine, *, writes: bool) -> dict[str, Any]:
    if writes or engine.dialect.name == "sqlite":
        return {"writes": writes}
    return {"writes": False, "isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # Python's own BEGINs come too late to cover reading before writing, and none covers CREATE TABLE.
    connection.isolation_level = None
    # One value that can't be decoded should keep no other from being read: hashes show that it was altered.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    connection.execute("PRAGMA foreign_keys = ON")


def _undecodable(context: ExceptionContext) -> None:
    """Raise DamagedError where SQLite's own message can't be decoded: it quotes what is altered in the schema."""
    if isinstance(context.original_exception, UnicodeDecodeError) and context.engine is not None:
        message = f"The state at {display(context.engine.url)} can't be used: its schema is altered"
        raise DamagedError(message, DAMAGED) from context.original_exception


def _begin_sqlite(connection: Connection) -> None:
    # A plain BEGIN that reads and then writes fails at once when another writer was quicker, whatever the timeout.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


def _prepare(engine: Engine) -> None:
    try:
        if engine.dialect.name == "sqlite":
            place = Path(engine.url.database or "")
            holds_database(place, display(engine.url))
            place.parent.mkdir(parents=True, exist_ok=True)
        with engine.connect() as connection:
            ready = step(connection) == HEAD
        if not ready:
            with transaction(engine, writes=True) as connection:
                if step(connection) != HEAD:
                    migrate(connection, display(engine.url))
        if engine.dialect.name == "sqlite":
            _write_ahead(engine)
    except OSError as wrong:
        raise unusable(engine.url, wrong) from wrong
    except DBAPIError as wrong:
        raise unusable(engine.url, wrong) from wrong


def _write_ahead(engine: Engine) -> None:
    """Let readers and a writer work side by side; where the disk can't (some network ones), they take turns."""
    raw = engine.raw_connection()
    try:
        for _ in range(PATIENCE * 20):
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            except engine.dialect.loaded_dbapi.OperationalError as wrong:
                # Turning it on needs the file alone for a moment, and SQLite does not wait for that.
                if "locked" not in str(wrong):
                    return
                time.sleep(0.05)
            else:
                return
    finally:
        raw.close()


def missing_table_or_column(engine: Engine, wrong: DatabaseError) -> str | None:
    """Return a table or column of ours that a database lacks, where that is why something failed; else None."""
    named = any(words in str(wrong.orig) for words in _SQLITE_LACKS)
    if not (named if engine.dialect.name == "sqlite" else isinstance(wrong, ProgrammingError)):
        return None
    with engine.connect() as connection:
        held = {name: _columns(connection, name) for name in inspect(connection).get_table_names()}
    ours = ((table.name, column.name) for table in metadata.sorted_tables for column in table.columns)
    return next((f"{table}.{column}" for table, column in ours if column not in held.get(table, ())), None)


def _columns(connection: Connection, table: str) -> frozenset[str]:
    return frozenset(column["name"] for column in inspect(connection).get_columns(table))


def _of_another_build(engine: Engine, lacking: str) -> UserError:
    """Return what to say of a database whose steps are ours by name and whose tables are not."""
    place = display(engine.url)
    with engine.connect() as connection:
        altered = as_long_as_ours(connection)
    if altered:
        return DamagedError(f"The state at {place} can't be used: in its schema, {lacking} is altered", DAMAGED)
    return UserError(
        f"The state at {place} was made by a version of bywhen that was never released: it has no {lacking}",
        "Leave it as it is, name a new state with --state, and read the past again: bywhen scan --since DATE.",
    )


def unusable(url: URL, wrong: Exception) -> UserError:
    """Return what to say where a database can't be used, with a hint at what may help."""
    reason = clean_line(str(getattr(wrong, "orig", None) or wrong)) or type(wrong).__name__
    damaged = any(word in reason for word in _DAMAGED_WORDS)
    kind = DamagedError if damaged else UserError
    return kind(f"The state at {display(url)} can't be used: {reason}", DAMAGED if damaged else _hint(url, reason))


def _hint(url: URL, reason: str) -> str:
    busy = f"Another program has been writing for {PATIENCE} seconds; try again when it has ended."
    if url.drivername != "sqlite" and "lock timeout" in reason:
        return busy
    if url.drivername != "sqlite":
        return "Check that the server runs and lets you in, and the address given with --state or BYWHEN_STATE."
    hints = {
        "locked": busy,
        "full": "Make room on the disk, then try again.",
        "readonly": "Make the file and its folder writable, or name another with --state.",
    }
    return next(
        (hint for word, hint in hints.items() if word in reason),
        "Name a file in a folder you may write to, with --state.",
    )

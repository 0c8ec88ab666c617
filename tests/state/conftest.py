"""Ledgers to be tried: one in memory, one in a SQLite file, one in PostgreSQL; each test gets an empty one."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import psycopg
import pytest

from monitor.model.ports import Ledger
from state.ledger import SqlLedger, open_ledger
from state.schema import metadata
from tests.fakes import MemoryLedger
from tests.needed import absent
from tests.state.postgres import NoServerError, server

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server, with `{}` for a database; its `ready` database holds our tables."""
    with ExitStack() as until_the_end:
        try:
            address = until_the_end.enter_context(server())
        except NoServerError as why:
            absent(str(why))
        _create(address, "ready")
        open_ledger(address.format("ready")).close()
        yield address


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds our tables, empty, to be copied."""
    place = tmp_path_factory.mktemp("state") / "ready.sqlite"
    open_ledger(str(place)).close()
    return place


@pytest.fixture
def empty_database(postgres: str) -> str:
    """The address of a database of its own with nothing in it."""
    return _create(postgres, f"t{next(_NUMBERS)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> str:
    """Where an empty SQL ledger may be opened."""
    return new_place(request.param)


@pytest.fixture
def sql_ledger(address: str) -> Iterator[SqlLedger]:
    """A SQL ledger, empty."""
    opened = open_ledger(address)
    yield opened
    opened.close()


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Callable[[], Ledger]]:
    """What makes one empty ledger after another, all of one kind; each may empty the one before."""
    opened: list[SqlLedger] = []

    def make() -> Ledger:
        if request.param == "memory":
            return MemoryLedger()
        opened.append(open_ledger(new_place(request.param)))
        return opened[-1]

    yield make
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(fresh: Callable[[], Ledger]) -> Ledger:
    """An empty ledger."""
    return fresh()


@pytest.fixture
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """What returns the address of a database with our tables, empty: a new file, or the server's `ready` one, wiped."""

    def make(kind: str) -> str:
        if kind == "sqlite":
            ready = request.getfixturevalue("ready_file")
            return str(shutil.copy(ready, tmp_path / f"{next(_NUMBERS)}.sqlite"))
        address: str = request.getfixturevalue("postgres").format("ready")
        with psycopg.connect(address) as connection:
            connection.execute(f"TRUNCATE {', '.join(metadata.tables)}".encode())
        return address

    return make


def _create(postgres: str, name: str) -> str:
    with psycopg.connect(postgres.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return postgres.format(name)

"""Do the steps lead to the tables that the code speaks of, whole or not at all?"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

import state.migrations
from state.connections import connect, database_url, open_engine, transaction
from state.ledger import open_ledger
from state.schema import HEAD, VERSION_TABLE, metadata
from state.schema_steps import migrate, step
from tests.state.makers import NOON, entry, found, version
from tests.state.older import step_back

OURS = Path(next(iter(state.migrations.__path__)))

BROKEN = '''
"""A step that fails halfway."""

import sqlalchemy as sa
from alembic import op

revision = "9999_broken"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("half_made", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO half_made VALUES (1)")
    op.add_column("documents", sa.Column("note", sa.Text))
    raise RuntimeError("the light went out")
'''


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is nothing yet."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    return str(request.getfixturevalue("empty_database"))


@pytest.fixture
def engine(empty: str) -> Iterator[Engine]:
    opened = open_engine(database_url(empty))
    yield opened
    opened.dispose()


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A folder with our steps, and one more that fails."""
    folder = tmp_path / "100% broken"
    shutil.copytree(OURS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "step_9999_broken.py").write_text(BROKEN.format(head=HEAD))
    return str(folder)


def test_the_steps_lead_to_the_tables_the_code_speaks_of(empty: str) -> None:
    reached = connect(empty)
    with reached.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert step(connection) == HEAD
    reached.dispose()


def test_the_newest_step_is_the_one_the_code_names() -> None:
    config = Config()
    config.set_main_option("script_location", "state:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_step_that_fails_leaves_nothing_behind_in_a_new_database(engine: Engine, broken: str) -> None:
    with pytest.raises(RuntimeError, match="light"), transaction(engine, writes=True) as connection:
        migrate(connection, "here", broken)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_a_step_that_fails_leaves_the_tables_as_they_were(empty: str, broken: str) -> None:
    reached = connect(empty)
    with pytest.raises(RuntimeError, match="light"), transaction(reached, writes=True) as connection:
        migrate(connection, "here", broken)
    with reached.connect() as connection:
        there = inspect(connection)
        assert set(there.get_table_names()) == {*metadata.tables, VERSION_TABLE}
        assert [column["name"] for column in there.get_columns("documents")] == ["id", "source", "key"]
        assert step(connection) == HEAD
    reached.dispose()


def test_evidence_of_an_older_state_is_found_by_its_commitment(empty: str) -> None:
    ledger = open_ledger(empty)
    first, second = version("1"), version("2")
    pieces = tuple(found(v, commitment=named) for v in (first, second) for named in ("inquiry", "lamp \u2028 plan"))
    ledger.record(entry(first, second, evidence={"d": pieces}))
    ledger.close()
    step_back(empty)
    ledger = open_ledger(empty)
    assert [p.document.key for p in ledger.evidence("d", "inquiry")] == ["1", "2"]
    assert ledger.evidence("d", "lamp \u2028 plan") == pieces[1::2]
    assert (ledger.evidence("d"), ledger.evidence("d", "harbour")) == (pieces, ())
    assert (ledger.check(), ledger.damaged(NOON)) == ((), ())
    ledger.close()


@pytest.mark.parametrize("said", ["{", "[1]", "12", '{"commitment": 3}', "[" * 9_000])
def test_a_piece_of_an_older_state_that_is_damaged_keeps_no_other_from_the_step(tmp_path: Path, said: str) -> None:
    place = str(tmp_path / "old.sqlite")
    ledger = open_ledger(place)
    ledger.record(entry(version("1"), version("2"), evidence={"d": (found(version("1")), found(version("2")))}))
    ledger.close()
    step_back(place)
    with closing(sqlite3.connect(place)) as old, old:
        old.execute("UPDATE evidence SET said = ? WHERE id = 1", (said,))
    ledger = open_ledger(place)
    assert [p.document.key for p in ledger.evidence("d", "inquiry")] == ["2"]
    assert len(ledger.check()) == 1
    ledger.close()

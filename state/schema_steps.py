"""Which step do a database's tables stand at, and how are they brought to the newest?"""

import re

from sqlalchemy import Connection, create_engine, inspect, text

from monitor.model.errors import DamagedError, UserError
from state.schema import HEAD, VERSION_TABLE, metadata
from state.state_files import DAMAGED

_STEP = re.compile(r"\d{4}\w*")


def step(connection: Connection) -> str | None:
    """Return the name of the step the tables stand at, None where there are none of ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    name: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - our own name
    if name is not None and not _STEP.fullmatch(name):
        raise DamagedError("The state can't be used: the name of the step it stands at is altered", DAMAGED)
    return name


def migrate(connection: Connection, place: str, location: str = "state:migrations") -> None:
    """Bring the tables to the newest step, within the transaction that the connection is in.

    `location` is Alembic's script_location. Raises UserError where the tables are somebody else's, or of
    a newer bywhen.
    """
    from alembic import command  # noqa: PLC0415 - a quarter of a second, which an up-to-date ledger need not pay
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", location.replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    refuse_what_is_not_ours(connection, place, known)
    command.upgrade(config, "head")


def refuse_what_is_not_ours(connection: Connection, place: str, known: set[str] | None = None) -> None:
    """Raise UserError where the tables are somebody else's, or of a newer bywhen: a step not among those known.

    Without those known, a step is newer whose number is higher than ours.
    """
    at = step(connection)
    if at is None and (taken := _taken(connection)):
        if set(taken) & set(metadata.tables) and connection.dialect.name == "sqlite":
            raise DamagedError(f"{place} can't be used: the name of {VERSION_TABLE} is altered", DAMAGED)
        raise UserError(
            f"{place} already holds something else (a table called {taken[0]})",
            "Name another place with --state; bywhen keeps its state in a database of its own.",
        )
    if at is not None and at != HEAD and at.partition("_")[2] == HEAD.partition("_")[2]:
        raise DamagedError(f"{place} can't be used: the name of the step it stands at is altered", DAMAGED)
    if at is not None and (at > HEAD if known is None else at not in known):
        raise UserError(
            f"{place} was written by a newer bywhen (its tables are of version {at}; this bywhen knows {HEAD})",
            "Install the newer bywhen again, or name another place with --state.",
        )


def as_long_as_ours(connection: Connection) -> bool:
    """Return whether each statement of a SQLite schema is as long as if it were made anew.

    Where it is and something lacks all the same, it was not made otherwise, but altered since.
    """
    if connection.dialect.name != "sqlite":
        return False
    with create_engine("sqlite://").begin() as anew:
        migrate(anew, "")
        return _lengths(connection) == _lengths(anew)


def _lengths(connection: Connection) -> list[int]:
    asked = text("SELECT length(CAST(sql AS BLOB)) FROM sqlite_master WHERE sql IS NOT NULL")
    return sorted(connection.scalars(asked))


def _taken(connection: Connection) -> list[str]:
    """Return the tables that stand in the way: in a file any at all, on a server those that bear our names."""
    there = set(inspect(connection).get_table_names())
    return sorted(there if connection.dialect.name == "sqlite" else there & set(metadata.tables))

"""Which rows of boards that were worked out are kept, and has anything moved since? What is altered is not there."""

import hashlib

from sqlalchemy import Connection, Engine, delete, insert, select

from state import stamp_rows
from state.connections import transaction
from state.damage import Damage
from state.schema import boards


class BoardRows:
    """A monitor.model.board_store.BoardStore over a database: a part of the ledger."""

    _engine: Engine
    _damage: Damage

    def follows_from(self) -> str:
        """Return what stands for all that is recorded and that statuses follow from."""
        with transaction(self._engine, writes=False) as connection:
            return stamp_rows.follows_from(connection)

    def stamp(self) -> str:
        """Return what stands for all that is recorded and that can be shown."""
        with transaction(self._engine, writes=False) as connection:
            return stamp_rows.stamp(connection)

    def kept_rows(self, name: str, follows_from: str) -> bytes | None:
        """Return the rows kept under a name, None where there are none, or they followed from something else."""
        here = (boards.c.name == name) & (boards.c.follows_from == follows_from)
        with transaction(self._engine, writes=False) as connection:
            row = connection.execute(select(boards.c.seal, boards.c.packed).where(here)).first()
        if row is None or not isinstance(row.packed, bytes) or row.seal != _seal(name, follows_from, row.packed):
            return None
        return row.packed

    def keep_rows(self, name: str, follows_from: str, packed: bytes) -> None:
        """Keep rows under a name, and let go of those that followed from something else; none of a damaged state."""
        if not self._damage.rows:
            with transaction(self._engine, writes=True) as connection:
                _keep(connection, name, follows_from, packed)


def _keep(connection: Connection, name: str, follows_from: str, packed: bytes) -> None:
    connection.execute(delete(boards).where((boards.c.name == name) | (boards.c.follows_from != follows_from)))
    seal = _seal(name, follows_from, packed)
    connection.execute(insert(boards).values(name=name, follows_from=follows_from, seal=seal, packed=packed))


def _seal(name: str, follows_from: str, packed: bytes) -> str:
    return hashlib.sha256(f"{name}\0{follows_from}\0".encode() + packed).hexdigest()[:32]

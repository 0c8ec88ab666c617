"""Is a register's evidence still what was recorded, and what it quotes? A process looks at each row once."""

from sqlalchemy import Connection

from state import evidence_rows
from state.damage import Damage
from state.document_rows import by_ids
from state.json_columns import batches
from state.stored_values import ALTERED


class EvidenceLooks:
    """Which rows were looked at: whoever reads evidence reads all of it, and often."""

    def __init__(self, damage: Damage) -> None:
        self._damage = damage
        self._altered: dict[str, tuple[dict[int, int], int]] = {}
        self._sound: set[int] = set()

    def altered(self, connection: Connection, digest: str) -> dict[int, int]:
        """Return the version of each piece of a register's evidence that is not as it was recorded, by row id."""
        before, last = self._altered.get(digest, ({}, 0))
        more, last = evidence_rows.altered(connection, digest, last)
        for row_id in more:
            self._damage.note(f"a piece of evidence ({row_id})", ALTERED)
        self._altered[digest] = (before | more, last)
        return before | more

    def remove(self, connection: Connection, digest: str, versions: set[int]) -> None:
        """Remove what is altered of the evidence in versions that are read again."""
        altered = self.altered(connection, digest)
        again = [row for row, version in altered.items() if version in versions]
        if again:
            evidence_rows.remove(connection, again)
            left = {row: version for row, version in altered.items() if row not in again}
            self._altered[digest] = (left, self._altered[digest][1])

    def cited(self, connection: Connection, digest: str) -> None:
        """Look at every version that a register's evidence quotes."""
        new = evidence_rows.versions_of(connection, digest) - self._sound - self._damage.versions.keys()
        for few in batches(sorted(new)):
            self._sound.update(by_ids(connection, few, self._damage))

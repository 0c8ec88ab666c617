"""Is a register's evidence still what was recorded, and what it quotes? A process looks at each row once."""

from sqlalchemy import Connection

from monitor.model.evidence import Evidence
from state import evidence_rows
from state.damage import Damage
from state.document_rows import by_ids
from state.json_columns import batches
from state.stored_values import ALTERED


class EvidenceLooks:
    """What is known of the rows of evidence: which were looked at, and which are not as they were recorded."""

    def __init__(self, damage: Damage) -> None:
        self._damage = damage
        self._altered: dict[str, dict[int, int]] = {}
        self._looked: dict[str, int] = {}
        self._compared: dict[str, int] = {}
        self._orphans: dict[int, int] | None = None
        self._sound: set[int] = set()

    def altered(self, connection: Connection, digest: str) -> dict[int, int]:
        """Return the version of each piece of a register's evidence that was found altered, by row id.

        What belongs to no reading is among them: it may have been the register's.
        """
        if self._orphans is None:
            self._orphans = evidence_rows.orphans(connection)
        return self._note(digest, self._orphans)

    def found(self, connection: Connection, digest: str) -> list[Evidence]:
        """Return all evidence of a register that is as it was recorded, in the order it was found."""
        wrong, looked = self.altered(connection, digest), self._looked.get(digest, 0)
        pieces, more, last = list[Evidence](), dict[int, int](), looked
        for row_id, version, piece in evidence_rows.rows(connection, digest, looked=looked):
            last = max(last, row_id)
            if piece is None:
                more[row_id] = version
            elif row_id not in wrong:
                pieces.append(piece)
        self._looked[digest] = last
        self._note(digest, more)
        return pieces

    def found_of(self, connection: Connection, digest: str, commitment: str) -> list[Evidence]:
        """Return the evidence of one commitment that is as it was recorded; of others' no piece is made.

        What stands under a commitment that it does not speak of may be this one's, and is noted.
        """
        above = max(self._looked.get(digest, 0), self._compared.get(digest, 0))
        misplaced, self._compared[digest] = evidence_rows.misplaced(connection, digest, above)
        wrong = {**self.altered(connection, digest), **misplaced}
        rows = list(evidence_rows.rows(connection, digest, commitment))
        self._note(digest, misplaced | {row_id: version for row_id, version, piece in rows if piece is None})
        return [piece for row_id, _, piece in rows if piece is not None and row_id not in wrong]

    def remove(self, connection: Connection, digest: str, versions: set[int]) -> None:
        """Remove what is altered of the evidence in versions that are read again."""
        altered = self.altered(connection, digest)
        again = [row for row, version in altered.items() if version in versions]
        if again:
            evidence_rows.remove(connection, again)
            self._altered[digest] = {row: version for row, version in altered.items() if row not in again}
            self._orphans = None

    def cited(self, connection: Connection, digest: str, commitment: str | None = None) -> None:
        """Look at every version that a register's evidence, or that of one commitment, quotes."""
        quoted = evidence_rows.versions_of(connection, digest, commitment)
        for few in batches(sorted(quoted - self._sound - self._damage.versions.keys())):
            self._sound.update(by_ids(connection, few, self._damage))

    def _note(self, digest: str, altered: dict[int, int]) -> dict[int, int]:
        """Note what is altered, and return all that is known to be."""
        for row_id in altered:
            self._damage.note(f"a piece of evidence ({row_id})", ALTERED)
        self._altered[digest] = self._altered.get(digest, {}) | altered
        return self._altered[digest]

"""Is a register's evidence still what was recorded, and what it quotes? A process looks at each row once."""

from sqlalchemy import Connection

from monitor.model.evidence import Evidence
from state import evidence_rows
from state.damage import Damage
from state.document_rows import by_ids
from state.json_columns import batches
from state.stored_values import ALTERED


class EvidenceLooks:
    """Which rows were looked at: whoever reads the evidence of a register reads all of it, and often."""

    def __init__(self, damage: Damage) -> None:
        self._damage = damage
        self._altered: dict[str, tuple[dict[int, int], int]] = {}
        self._misplaced: dict[str, tuple[dict[int, int], int]] = {}
        self._orphans: dict[int, int] | None = None
        self._sound: set[int] = set()

    def found(self, connection: Connection, digest: str) -> list[Evidence]:
        """Return all evidence of a register that is as it was recorded, in the order it was found."""
        before, last = self._before(connection, digest)
        pieces, wrong = list[Evidence](), dict[int, int]()
        for row_id, version, piece in evidence_rows.rows(connection, digest, looked=last):
            last = max(last, row_id)
            if piece is None:
                wrong[row_id] = version
            elif row_id not in before:
                pieces.append(piece)
        self._note(digest, before | wrong, last)
        return pieces

    def altered(self, connection: Connection, digest: str) -> dict[int, int]:
        """Return the version of each piece of a register's evidence that is not as it was recorded, by row id."""
        before, last = self._before(connection, digest)
        for row_id, version, piece in evidence_rows.rows(connection, digest, above=last):
            last = max(last, row_id)
            if piece is None:
                before[row_id] = version
        return self._note(digest, before, last)

    def found_of(self, connection: Connection, digest: str, commitment: str) -> list[Evidence]:
        """Return the evidence of one commitment that is as it was recorded; of others' no piece is made."""
        wrong = self._out_of_place(connection, digest)
        rows = evidence_rows.rows(connection, digest, commitment)
        return [piece for row_id, _, piece in rows if piece is not None and row_id not in wrong]

    def altered_of(self, connection: Connection, digest: str, commitment: str) -> dict[int, int]:
        """Return what is altered of one commitment's evidence, or stands where it may be that of any, by row id."""
        wrong = self._out_of_place(connection, digest)
        rows = evidence_rows.rows(connection, digest, commitment)
        wrong |= {row_id: version for row_id, version, piece in rows if piece is None}
        self._tell(wrong)
        return wrong

    def remove(self, connection: Connection, digest: str, versions: set[int]) -> None:
        """Remove what is altered of the evidence in versions that are read again."""
        altered = self.altered(connection, digest)
        again = [row for row, version in altered.items() if version in versions]
        if again:
            evidence_rows.remove(connection, again)
            left = {row: version for row, version in altered.items() if row not in again}
            self._altered[digest] = (left, self._altered[digest][1])
            self._misplaced.pop(digest, None)
            self._orphans = None

    def cited(self, connection: Connection, digest: str, commitment: str | None = None) -> None:
        """Look at every version that a register's evidence, or that of one commitment, quotes."""
        quoted = evidence_rows.versions_of(connection, digest, commitment)
        for few in batches(sorted(quoted - self._sound - self._damage.versions.keys())):
            self._sound.update(by_ids(connection, few, self._damage))

    def _before(self, connection: Connection, digest: str) -> tuple[dict[int, int], int]:
        """Return what is known to be altered of a register, and the row to which all were looked at."""
        if digest not in self._altered:
            self._altered[digest] = (self._unread(connection), 0)
        known, last = self._altered[digest]
        return dict(known), last

    def _out_of_place(self, connection: Connection, digest: str) -> dict[int, int]:
        known, last = self._altered.get(digest, ({}, 0))
        before, compared = self._misplaced.get(digest, ({}, 0))
        more, compared = evidence_rows.misplaced(connection, digest, max(last, compared))
        self._misplaced[digest] = (before | more, compared)
        wrong = {**self._unread(connection), **before, **more, **known}
        self._tell(wrong)
        return wrong

    def _unread(self, connection: Connection) -> dict[int, int]:
        if self._orphans is None:
            self._orphans = evidence_rows.orphans(connection)
        return dict(self._orphans)

    def _note(self, digest: str, altered: dict[int, int], last: int) -> dict[int, int]:
        self._tell(altered)
        self._altered[digest] = (altered, last)
        return altered

    def _tell(self, altered: dict[int, int]) -> None:
        for row_id in altered:
            self._damage.note(f"a piece of evidence ({row_id})", ALTERED)

"""Where does every promise stand on a day, and must that be worked out, or was it already?

Statuses follow from the registers and our rules, from what is recorded, and from the day. The ledger says in a short
text what is recorded (monitor.model.board_store); as long as that, the registers, the code and the day are the same,
the board is. So the rows of today's are kept in the ledger, a register under its own name, and the last few boards of
any day in this process. Nothing else tells whether they are of use: where anything moved they are worked out anew.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from monitor.model.boards import Board, Row
from monitor.model.ports import Ledger
from monitor.pipeline.board_packing import code, pack, unpack
from monitor.pipeline.register_cache import RegisterCache
from monitor.pipeline.tick import Subject, facts_of
from monitor.status.facts import Facts
from monitor.status.judgement import board_of_day

WORTH = 1_000
"""From so many pieces of evidence on the rows of a register are kept: fewer are weighed within half a second."""
ROWS_AT_HAND = 20_000
"""So many rows, at the most, have the boards together that are kept in this process besides the last one."""
_Asked = tuple[date, bool, str]


class BoardCache:
    """The boards over a ledger and registers. `worth`: from how much evidence on a register's rows are kept."""

    def __init__(self, ledger: Ledger, shelf: RegisterCache, *, worth: int = WORTH) -> None:
        self._ledger = ledger
        self._shelf = shelf
        self._worth = worth
        self._boards: OrderedDict[_Asked, Board] = OrderedDict()

    def board(self, day: date, today: date, *, rulings: bool = True) -> Board:
        """Return the board of a day, as it is known today; without what people ruled, where `rulings` says so."""
        follows = self._follows_from(today)
        asked = (day, rulings, self._name(follows))
        board = self._boards.get(asked)
        if board is None:
            current = day == today and rulings
            found = (
                self._rows(one, day, today, follows if current else None, rulings=rulings) for one in self._subjects
            )
            board = Board(day, tuple(row for rows in found for row in rows))
        if self._follows_from(today) == follows:
            self._put_at_hand(asked, board)
        return board

    def keeping(self, today: date) -> Callable[[Facts], None]:
        """Return what keeps today's rows of a register, made of facts that are gathered from now on."""
        follows = self._follows_from(today)

        def keep(facts: Facts) -> None:
            if self._worthwhile(facts):
                self._keep(facts, board_of_day(facts, today).rows, today, follows)

        return keep

    @property
    def _subjects(self) -> tuple[Subject, ...]:
        return self._shelf.subjects()

    def _rows(self, subject: Subject, day: date, today: date, follows: str | None, *, rulings: bool) -> Sequence[Row]:
        """Return a register's rows; those of today are looked up, and kept, by what they follow from."""
        kept = self._kept(subject, follows) if follows else None
        if kept is not None:
            return kept
        facts = facts_of(self._ledger, subject, today)
        rows = board_of_day(facts if rulings else facts.without_rulings(), day).rows
        if follows and self._worthwhile(facts):
            self._keep(facts, rows, today, follows)
        return rows

    def _kept(self, subject: Subject, follows: str) -> tuple[Row, ...] | None:
        packed = self._ledger.kept_rows(self._name(subject.register.digest), follows)
        try:
            return None if packed is None else unpack(subject.register, packed)
        except ValueError:
            return None

    def _keep(self, facts: Facts, rows: Sequence[Row], today: date, follows: str) -> None:
        """Keep rows, unless something was recorded since it was asked what they follow from."""
        if self._follows_from(today) == follows:
            self._ledger.keep_rows(self._name(facts.register.digest), follows, pack(rows))

    def _worthwhile(self, facts: Facts) -> bool:
        return len(facts.evidence) >= self._worth

    def _name(self, said: str) -> str:
        return _hash(said, self._shelf.interest)

    def _follows_from(self, today: date) -> str:
        return _hash(str(today), self._ledger.follows_from(), code())

    def _put_at_hand(self, asked: _Asked, board: Board) -> None:
        self._boards[asked] = board
        self._boards.move_to_end(asked)
        for old in list(self._too_many()):
            del self._boards[old]

    def _too_many(self) -> Iterator[_Asked]:
        rows = 0
        for nth, (asked, board) in enumerate(reversed(self._boards.items())):
            rows += len(board.rows) if nth else 0
            if rows > ROWS_AT_HAND:
                yield asked


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]

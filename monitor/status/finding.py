"""Which promises of a board does a reader look for, in which order, under which headings?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from monitor.model import board_words, wording
from monitor.model.boards import Board, Row, Standing, Status
from monitor.model.cleaning import clean_line

_LIKE, _SHORTEST = 80, 4
"""How like two words must be, of 100, where a word that was typed stands nowhere; and its fewest letters."""

URGENT, DUE, REGISTERED, HEARD, TITLE = "most urgent first", "by due date", "as in the register", "last heard", "title"

_RANK = {Standing.OVERDUE: 0, Standing.CANT_SAY: 1, Standing.PENDING: 2, Standing.DELIVERED: 3, Standing.STOPPED: 4}


def _urgency(row: Row) -> tuple[Any, ...]:
    late = -(row.days_late or 0) if row.standing is Standing.OVERDUE else 0
    kept = -row.delivered_on.toordinal() if row.delivered_on else 0
    return (_RANK[row.standing], late, kept if row.standing is Standing.DELIVERED else _due(row))


def _due(row: Row) -> int:
    open_ = (m for m in row.milestones if m.status is not Status.DELIVERED)
    coming = [due.latest for m in open_ for due in m.held if due.latest]
    return (row.due.latest if row.due and row.due.latest else min(coming, default=date.max)).toordinal()


ORDERS: Mapping[str, Callable[[Row], Any] | None] = {
    URGENT: _urgency,
    DUE: _due,
    HEARD: lambda row: -row.last_heard.toordinal() if row.last_heard else 0,
    TITLE: lambda row: row.commitment.title.casefold(),
    REGISTERED: None,
}
"""How promises are sorted, by what people call it; what ties stays as in the register."""

GROUPS: Mapping[str, str] = {"": "no groups", "post": "by post", "register": "by register"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown of a board: the words typed (`!` before one: without it), and what was picked.

    `standings`: only these, any where there are none. `post`: the title of a post. `register`: a register's id.
    """

    words: str = ""
    standings: frozenset[Standing] = frozenset()
    post: str | None = None
    register: str | None = None
    unconfirmed: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


@dataclass(slots=True)
class Finder:
    """A board made ready to be searched. `registers`: the register's id for each commitment's, where known."""

    board: Board
    registers: Mapping[str, str] = field(default_factory=dict)
    _texts: list[str] = field(init=False)
    _words: list[str] | None = field(init=False, default=None)
    _sorted: dict[str, tuple[tuple[Row, str], ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._texts = [searched(row, self.board.as_of) for row in self.board.rows]

    def found(self, wanted: Wanted, order: str = URGENT) -> tuple[Row, ...]:
        """Return the rows that are wanted, in one of ORDERS."""
        parts = wanted.words.casefold().split()
        tests = [(self._spellings(part.lstrip("!")), part.startswith("!")) for part in parts if part.strip("!")]
        picked = wanted != Wanted(wanted.words)
        return tuple(
            row
            for row, text in self._in_order(order)
            if (not picked or self._picked(row, wanted))
            and all(any(s in text for s in like) != without for like, without in tests)
        )

    def _in_order(self, order: str) -> tuple[tuple[Row, str], ...]:
        """Return the rows with their words, in one of ORDERS: sorted once, for each letter that is typed."""
        if order not in self._sorted:
            pairs, key = zip(self.board.rows, self._texts, strict=True), ORDERS[order]
            self._sorted[order] = tuple(pairs) if key is None else tuple(sorted(pairs, key=lambda pair: key(pair[0])))
        return self._sorted[order]

    def _picked(self, row: Row, wanted: Wanted) -> bool:
        return (
            (not wanted.standings or row.standing in wanted.standings)
            and wanted.post in (None, row.commitment.post.title)
            and wanted.register in (None, self.registers.get(row.commitment.id))
            and not (wanted.unconfirmed and row.confirmed)
        )

    def _spellings(self, part: str) -> tuple[str, ...]:
        """Return what was typed; where that stands nowhere, the words that are most like it."""
        if len(part) < _SHORTEST or any(part in text for text in self._texts):
            return (part,)
        if self._words is None:
            self._words = sorted({word for text in self._texts for word in text.split()})
        like = process.extract(part, self._words, scorer=ratio, score_cutoff=_LIKE, limit=5)
        return tuple(word for word, _, _ in like) or (part,)


def grouped(rows: Sequence[Row], group: str, registers: Mapping[str, str]) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Return rows under headings, by one of GROUPS, in the order in which the headings come up; their order stays."""
    if not group:
        return (("", tuple(rows)),) if rows else ()
    found: dict[str, list[Row]] = {}
    for row in rows:
        name = row.commitment.post.title if group == "post" else registers.get(row.commitment.id, "")
        found.setdefault(clean_line(name), []).append(row)
    return tuple((name, tuple(rows)) for name, rows in found.items())


def searched(row: Row, as_of: date) -> str:
    """Return all words by which a promise can be found.

    They are its title and words, who promised it and who holds the post now, the post, its sources, and the board's
    words for it.
    """
    promise = row.commitment
    sources = {source for m in promise.milestones for source in m.relies_on}
    flags = (board_words.flag(flag, short=short) for flag in row.flags for short in (False, True))
    said = (
        promise.id, promise.title, promise.words, promise.made_by, promise.post.holder(as_of) or "", promise.post.title,
        row.standing, row.status, row.due.said if row.due else "", wording.window(row.due), *sources, *flags,
        *row.cautions, *board_words.doubts(row),
    )  # fmt: skip
    return clean_line(" ".join(said)).casefold()

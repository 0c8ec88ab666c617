"""Which rows of a state can't be read any more, and what is said of them?"""

from dataclasses import dataclass, field

from monitor.model.wording import count

SHOWN = 5


@dataclass
class Damage:
    """What was found in a state by whoever reads it: rows by name, with why. `versions`: names of some by row id."""

    rows: dict[str, str] = field(default_factory=dict)
    versions: dict[int, str] = field(default_factory=dict)

    def note(self, row: str, what: Exception | str) -> None:
        """Note that a row can't be read, and why."""
        self.rows.setdefault(row, str(what) or type(what).__name__)

    def forget(self, row: str) -> None:
        """Note that a row was made whole."""
        self.rows.pop(row, None)

    def lines(self) -> tuple[str, ...]:
        """Return what to say of it: how many rows, and the first few by name."""
        if not self.rows:
            return ()
        names = "; ".join([*self.rows][:SHOWN])
        more = f"; and {len(self.rows) - SHOWN:,} more" if len(self.rows) > SHOWN else ""
        return (
            f"The state is damaged: {count(len(self.rows), 'row')} can't be read, and left out here: {names}{more}",
            "What can be fetched again is, by bywhen scan; bywhen doctor names all; else put back a copy.",
        )

"""What is all that there is to read on one commitment?"""

from dataclasses import dataclass

from monitor.model.boards import Row
from monitor.model.commitments import Ruling
from monitor.model.evidence import Evidence
from monitor.model.incumbents import Incumbent
from monitor.model.ports import Told


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of evidence with what a person said of it: accepted, rejected, or None while nobody has.

    `found`: the piece as the rules found it, where a person gave it another relation or milestone.
    """

    evidence: Evidence
    ruling: str | None
    found: Evidence | None = None

    @property
    def as_found(self) -> Evidence:
        """The piece as the rules found it: what a ruling on it names."""
        return self.found or self.evidence


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is on one commitment: its row, evidence (newest first), rulings and changes (oldest first)."""

    row: Row
    evidence: tuple[Weighed, ...]
    rulings: tuple[Ruling, ...]
    changes: tuple[Told, ...]
    incumbent: Incumbent | None = None
    """Who holds the post today as GOV.UK says it; None on a past day, and where it was not read."""

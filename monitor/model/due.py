"""By when was something promised: in which words, and which window of days do they name?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Due:
    """The words used and the window they resolve to; both ends are None where the words give no date."""

    said: str
    earliest: date | None
    latest: date | None
    rule: str | None
    said_on: date

    @property
    def dated(self) -> bool:
        return self.latest is not None

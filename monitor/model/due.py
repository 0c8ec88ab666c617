"""By when was something promised: in which words, and which window of days do they name?"""

import re
from dataclasses import dataclass
from datetime import date

_A_START = re.compile(
    r"\W*(?:from|starting|beginning|commencing|with effect from|effective|as of|onwards from)\b"
    r"(?!.*\b(?:to|until|till|by)\b)",
    re.IGNORECASE,
)


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

    @property
    def starts(self) -> bool:
        """Whether the words name a start and no end: “from April 2026” is to have begun by 30 April."""
        return self.latest is not None and bool(_A_START.match(self.said))

"""What is a change, and how is it told from one already told?"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass(frozen=True, slots=True)
class Because:
    """The proof of a change: the exact words, and where they stand."""

    quote: str
    url: str


@dataclass(frozen=True, slots=True)
class Change:
    """One transition or event. `at` is when it happened, in UTC; the feed carries it once, under its id, for ever.

    `kind`: made, status, milestone, correction; what bears on the promise: announces, progress, delays, weakens,
    supersedes, dropped, resumed; and what befell a document: holding (a holding answer), answered, transferred,
    corrected, amended, withdrawn, redirected, gone, restored, with the altered sentences as they were and are.
    """

    id: str
    at: datetime
    register: str
    commitment: str
    kind: str
    before: str | None
    after: str | None
    because: Because | None
    headline: str

    @property
    def turns(self) -> bool:
        """Whether it goes from one thing to another, or to a first: what stays as it is goes nowhere."""
        return self.before != self.after


def change_id(*parts: str) -> str:
    """Return a stable id for what the parts name: the same parts give the same id on every machine."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def start_of(day: date) -> datetime:
    """Return the moment that stands for a day: when it begins, in UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)

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

    `headline`: the news in its first 100 characters, then the commitment's title. `details`: whole sentences to stand
    beneath it, those of what is in doubt among them.

    `kind`: made, status, milestone (reached, or a date of it missed), correction; what bears on the promise: announces,
    progress, delays, weakens, supersedes, dropped, resumed; and what befell a document: holding (a holding answer),
    answered, transferred, corrected, amended, withdrawn, redirected, gone, restored, with the altered sentences as they
    were and are.
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
    details: tuple[str, ...] = ()

    @property
    def turns(self) -> bool:
        """Whether it goes from one thing to another, or to a first: what stays as it is goes nowhere."""
        return self.before != self.after


_TURNS = ("announces", "progress", "delays", "weakens", "supersedes", "dropped", "resumed")
_STANDS = ("milestone", "status", "correction")
_RANK = {"made": 0} | dict.fromkeys(_TURNS, 2) | {kind: n for n, kind in enumerate(_STANDS, 3)}


def in_order(change: Change) -> tuple[object, ...]:
    """Return what changes are sorted by: when they happened.

    On one day a promise comes first, then what befell documents, what they say, and last how it stands.
    """
    return (change.at, change.commitment, _RANK.get(change.kind, 1), change.id)


def change_id(*parts: str) -> str:
    """Return a stable id for what the parts name: the same parts give the same id on every machine."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def start_of(day: date) -> datetime:
    """Return the moment that stands for a day: when it begins, in UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)

"""Is all told that follows from what was recorded? A note says so, and is taken away before anything is recorded.

Whoever is killed between recording and telling leaves no such note, so the next pass tells what this one owed.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a quiet scan reads the note with hardly anything loaded
    from monitor.ports import Ledger

NOTE = "review"
"""Under which name it is noted of which day, and of what, all was told."""


def owe(ledger: "Ledger", at: datetime) -> None:
    """Note that something is about to be recorded from which more may follow than is told."""
    ledger.remember(NOTE, f"owed since {at.isoformat()}", at)


def all_told(day: date, interest: str) -> str:
    """Return what the note says once all is told that followed by a day; `interest` stands for registers and rules."""
    return f"{day} {interest}"

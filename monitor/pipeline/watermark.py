"""Has every change been reported that follows from what was recorded? A note says up to which recording that is so.

The ledger counts what it records in the transaction that records it. So a process that is killed before it reports, or
records while another reports, leaves a count that differs from the note, and the next pass reports what is missing.
"""

from datetime import date

NOTE = "review"
"""The name of the note that all was reported."""
RECORDED = "recorded"
"""The name under which the ledger counts what it records."""


def watermark(day: date, interest: str, recorded: int) -> str:
    """Return what the note says once all is told that followed by a day; `interest` stands for registers and rules."""
    return f"{day} {interest} {recorded}"

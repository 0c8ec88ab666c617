"""Has every change been reported that follows from what was recorded? A note says up to which recording that is so.

The ledger counts what it records in the transaction that records it. So whoever is killed before telling, or records
while another tells, leaves a count that the note does not have, and the next pass tells what this one owed.
"""

from datetime import date

NOTE = "review"
"""The name of the note that all was reported."""
RECORDED = "recorded"
"""The name under which the ledger counts what it records."""


def watermark(day: date, interest: str, recorded: int) -> str:
    """Return what the note says once all is told that followed by a day; `interest` stands for registers and rules."""
    return f"{day} {interest} {recorded}"

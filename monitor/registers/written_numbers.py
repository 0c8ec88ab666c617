"""Which number did a person write: 3000, “3,000”, 1.5 million?"""

import re
from decimal import Decimal

from monitor.model.cleaning import clean_line

_WRITTEN = re.compile(
    r"(?P<figures>\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,12}\.\d{1,6})(?: (?P<scale>thousand|million|billion))?"
)
A_SUM = "is a sum of money, and sums are not counted"
"""What is said of a number that is one."""
_SCALES = {"": 1, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}


def whole_number(said: object) -> object:
    """Return a number as people write it, “3,000” or “1.5 million”, as the whole number that it is."""
    if not isinstance(said, str):
        return said
    if re.match(r"[£$€]|.*\b(?:pounds|gbp)$", said.strip().lower()):
        raise ValueError(f"“{clean_line(said)[:40]}” {A_SUM}")
    found = _WRITTEN.fullmatch(said.strip().lower())
    scaled = Decimal(found["figures"].replace(",", "")) * _SCALES[found["scale"] or ""] if found else None
    if scaled is None or scaled != int(scaled):
        raise ValueError(f"“{clean_line(said)[:40]}” is no number: write it as 3000, “3,000” or “1.5 million”")
    return int(scaled)

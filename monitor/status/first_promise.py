"""From which day on is there anything to show of some registers? Before it nothing had been promised yet."""

from collections.abc import Sequence
from datetime import date

from monitor.model.cleaning import clean_line
from monitor.model.commitments import Register
from monitor.model.errors import UserError
from monitor.model.wording import day as say

_NAMED = 5
"""Registers of which it is told when each begins."""


def before_first(registers: Sequence[Register], day: date) -> UserError | None:
    """Return why there is nothing to show of a day, and which day to give; None where something had been promised."""
    begins = [(register, first) for register in registers if (first := register.begins)]
    if not begins or min(first for _, first in begins) <= day:
        return None
    which = "this register" if len(begins) == 1 else "these registers"
    first = min(first for _, first in begins)
    each = "; ".join(f"{clean_line(register.title)} begins on {say(one)}" for register, one in begins[:_NAMED])
    more = "" if len(begins) == 1 else f" ({each}{'; and others' if len(begins) > _NAMED else ''})"
    return UserError(f"The first promise of {which} was made on {say(first)}", f"give that day or a later one{more}")

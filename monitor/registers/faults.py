"""What is wrong in a register, and where?"""

from dataclasses import dataclass

Loc = tuple[int | str, ...]
"""The way to a part of a register: the keys and numbers that lead to it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a register: the line (from 1), what, and how to mend it."""

    line: int
    what: str
    mend: str

"""How does the reader want to see the board? Kept from one visit to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from monitor.status.finding import URGENT


@dataclass(frozen=True, slots=True)
class View:
    """The theme, the order, the groups, the lines a promise takes, whether the panel is wanted, and what is unseen.

    `unseen`: the commitments of which something new was marked on the last visit, and not looked at. `reviewer`: under
    which name the reader decided last.
    """

    theme: str = "textual-dark"
    order: str = URGENT
    group: str = ""
    two_lines: bool = False
    panel: bool = True
    unseen: frozenset[str] = frozenset()
    reviewer: str = ""


Keep = Callable[[View], None]
"""Keeps a view for the next visit."""

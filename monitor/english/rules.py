"""What takes back that a thing is told as done? A rule is a row: a test, what it says to people, and two examples.

In its example, which it refuses, the thing stands between braces; so it does in what it must leave alone. The rows
stand in moods, doers and wholes, by what they ask.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from monitor.english.telling import Telling

Test = Callable[[Telling], bool]


@dataclass(frozen=True)
class Refusal:
    """A rule that takes a deed back: what it says to people, what it refuses and what it leaves alone."""

    id: str
    why: str
    test: Test
    example: str
    counter: str


def within(stretches: str, shape: str, *, but: Test | None = None) -> Test:
    """Return the test whether words of a shape stand in one of some stretches (parted by commas)."""
    names, wanted = stretches.split(", "), re.compile(shape, re.IGNORECASE)
    return lambda told: any(wanted.search(told.stretch(name)) for name in names) and not (but and but(told))

"""Which mistakes are the user's to mend, and which name did somebody mean who gave one that is not known?

    UserError     wrong use, told in two lines: what is wrong, and how to mend it (exit 2)
    BusyError     no wrong use: somebody else is at work where only one may be (exit 1)
    DamagedError  no wrong use: what was kept can't be read any more (exit 1)
    anything else a bug, and goes up (exit 70)

What a source does wrong is no error but a value: monitor.model.sources.Problem.
"""

import difflib
from collections.abc import Iterable

_MANY = 3
_ALIKE = 0.5
"""How much of a name must be the same: ids are long, and a slip in them is short."""


class UserError(Exception):
    """Something the user asked that can't be done, with a hint at what can."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class BusyError(UserError):
    """Something that somebody else is doing just now; it can be asked again later."""


class DamagedError(UserError):
    """Something that was kept and can't be read any more, as on a failing disk."""


def offered(said: str, known: Iterable[str]) -> str:
    """Return a hint that names those near to what was said, or all that there are where none is near."""
    names = list(known)
    near = difflib.get_close_matches(said, names, _MANY, _ALIKE)
    return f"did you mean {' or '.join(near)}?" if near else f"one of: {', '.join(names) or 'none'}"

"""Which of the names that are known may somebody have meant who gave one that is not?"""

import difflib
from collections.abc import Iterable

_MANY = 3
_ALIKE = 0.5
"""How much of a name must be the same: ids are long, and a slip in them is short."""


def offered(said: str, known: Iterable[str]) -> str:
    """Return a hint that names those near to what was said, or all that there are where none is near."""
    names = list(known)
    near = difflib.get_close_matches(said, names, _MANY, _ALIKE)
    return f"did you mean {' or '.join(near)}?" if near else f"one of: {', '.join(names) or 'none'}"

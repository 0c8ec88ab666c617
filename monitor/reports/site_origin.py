"""From how much was a published site made, and would it now be replaced by one made from less?

A state under a wrong name, a copy of last year, or a clock that was set back gives a site that takes back what it told.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from monitor.model.errors import UserError

ORIGIN = "made-from.json"
"""The file of a site that says so."""


def origin(as_of: date, counts: Mapping[str, int], extent: Mapping[str, int]) -> str:
    """Return what the file says: the day of the board, documents by source, and how much else the state held."""
    said = {"as_of": str(as_of), "documents": dict(counts), "held": dict(extent)}
    return json.dumps(said, indent=2) + "\n"


def refuse_less(before: str, now: str) -> None:
    """Raise UserError where the state of a site before held more than the one now, or was of a later day.

    Both are what `origin` returned. What can't be read says nothing, so it is refused as well.
    """
    hint = "Check --state and the clock; to replace the site all the same: bywhen publish --from-less"
    try:
        was, now_is = _read(before), _read(now)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UserError(f"{ORIGIN} can't be read, so nobody knows what the site there was made from", hint) from None
    less = next(_less(was, now_is), None)
    if less:
        raise UserError(f"The site there was made from more than this state holds: {less}", hint)


def _read(text: str) -> tuple[str, dict[str, int]]:
    said: dict[str, Any] = json.loads(text)
    held = {f"documents of {source}": int(n) for source, n in said["documents"].items()}
    return str(date.fromisoformat(said["as_of"])), held | {name: int(n) for name, n in said["held"].items()}


def _less(was: tuple[str, dict[str, int]], now: tuple[str, dict[str, int]]) -> Iterator[str]:
    """Yield in words what there was more of."""
    for name, number in was[1].items():
        if number > now[1].get(name, 0):
            yield f"{number:,} {name}, now {now[1].get(name, 0):,}"
    if was[0] > now[0]:
        yield f"a board of {was[0]}, now of {now[0]}"

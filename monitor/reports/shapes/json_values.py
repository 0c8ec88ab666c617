"""How do days, moments, windows and proofs stand in JSON, and how is a shape written out safely?"""

import json
import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any

from monitor.model.changes import Because
from monitor.model.due import Due

Shape = dict[str, Any]

_BEYOND_ASCII = re.compile(r"[^\x00-\x7e]")
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def as_json(shape: Any) -> str:
    """Return a shape as JSON to read: characters that could steer a terminal are escaped, letters are not."""
    text = json.dumps(shape, ensure_ascii=False, indent=2, allow_nan=False)
    return _BEYOND_ASCII.sub(_escaped, text)


def due(window: Due | None) -> Shape | None:
    """Return the words and the window as `status --json` promises them."""
    if window is None:
        return None
    return {"said": window.said, "earliest": day(window.earliest), "latest": day(window.latest)}


def due_in_full(window: Due | None) -> Shape | None:
    """Return the window with the rule that gave it and the day the words were said."""
    if window is None:
        return None
    return (due(window) or {}) | {"rule": window.rule, "said_on": window.said_on.isoformat()}


def because(proof: Because | None) -> Shape | None:
    """Return the words and the link that prove a change."""
    return {"quote": proof.quote, "url": proof.url} if proof else None


def day(value: date | None) -> str | None:
    """Return an ISO day."""
    return value.isoformat() if value else None


def moment(at: datetime) -> str:
    """Return an ISO moment in UTC, to the second, that ends in Z."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    unprintable = unicodedata.category(character) in _UNPRINTABLE
    return json.dumps(character)[1:-1] if unprintable else character

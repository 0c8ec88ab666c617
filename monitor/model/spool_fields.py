"""Is a field of a spool row what it should be? What is wrong with one is said in words that its writer knows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from monitor.model.cleaning import clean_line, safe_link

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""Between them lies every day of which anything is read: sums of days stay within the calendar."""


class SpoolError(ValueError):
    """A line that is not a document; the message says what is wrong with it."""


def text(row: Mapping[str, Any], name: str) -> str:
    """Return text that must be there."""
    value = row[name]
    if not isinstance(value, str):
        raise SpoolError(f"{name} is not text")
    return value


def line_or_none(row: Mapping[str, Any], name: str) -> str | None:
    """Return a line of text, None where it is absent or nothing of it can be seen."""
    return None if row.get(name) is None else clean_line(text(row, name)) or None


def flag(row: Mapping[str, Any], name: str) -> bool:
    """Return true or false, false where it is missing."""
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise SpoolError(f"{name} is neither true nor false")
    return value


def elements(value: Any, name: str) -> list[Any]:
    """Return a list as it is."""
    if not isinstance(value, list):
        raise SpoolError(f"{name} is not a list")
    return value


def pairs(row: Mapping[str, Any], name: str) -> list[tuple[Any, Any]]:
    """Return a list of pairs, none where it is missing."""
    pairs = elements(row.get(name) or [], name)
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise SpoolError(f"{name} is not a list of pairs")
    return [(one, other) for one, other in pairs]


def day(value: Any, name: str) -> date:
    """Return a day written as 2025-01-16, not before FIRST_DAY."""
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise SpoolError(f"{name} is no day as 2025-01-16") from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise SpoolError(f"{name} is {found}: only days from {FIRST_DAY.year} to {LAST_DAY.year} are read")
    return found


def key(row: Mapping[str, Any], name: str) -> str:
    """Return a name: a line of text, not empty and not long."""
    value = clean_line(text(row, name))
    if not value or len(value) > 500:
        raise SpoolError(f"{name} is empty or too long")
    return value


def names(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of names that may be missing; SpoolError where it holds anything else."""
    return tuple(key({name: said}, name) for said in elements(row.get(name) or [], name))


def link(value: Any) -> str:
    """Return an address that may be followed."""
    link = safe_link(value) if isinstance(value, str) else None
    if link is None:
        raise SpoolError("url is not an http or https address")
    return link


def number_or_none(row: Mapping[str, Any], name: str) -> int | None:
    """Return a whole number, None where it is missing."""
    value = row.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise SpoolError(f"{name} is not a number")
    return value

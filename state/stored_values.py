"""Is what stands in a column still what was written there? Bits turn over on failing disks, and copies are cut short.

Columns are read as they are stored and made into values one by one here, so that one row that can't be read keeps no
other from being read. What no other hash covers is sealed: a hash is written with it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, type_coerce
from sqlalchemy.types import NullType

from state.json_columns import identity

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What making a value of something altered may raise."""

SEAL = "seal"
"""Under which name the hash stands within a JSON object. Rows of older states have none."""

ALTERED = "it is not what was recorded"


def as_stored(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a column whose values come as the database has them, whatever they should be."""
    return type_coerce(column, NullType()).label(str(getattr(column, "name", "")))


def day_of(value: object) -> date:
    """Return the day that a column holds; ValueError or TypeError where it holds none."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise TypeError("no day")
    return date.fromisoformat(value)


def moment_of(value: object) -> datetime:
    """Return the moment that a column holds, in UTC; ValueError or TypeError where it holds none."""
    at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def object_of(value: object) -> dict[str, Any]:
    """Return the JSON object that a column holds; ValueError or TypeError where it holds none."""
    found = json.loads(value) if isinstance(value, str) else value
    if not isinstance(found, dict):
        raise TypeError("no object")
    return found


def sealed(said: Mapping[str, Any], *others: object) -> dict[str, Any]:
    """Return a JSON object with a hash of it, and of what else belongs to its row."""
    return {**said, SEAL: identity(said, *others)}


def unsealed(said: Mapping[str, Any], *others: object) -> dict[str, Any]:
    """Return the object without its seal; ValueError where it, or what belongs to its row, is not what was sealed."""
    bare = {name: value for name, value in said.items() if name != SEAL}
    if SEAL in said and said[SEAL] != identity(bare, *others):
        raise ValueError(ALTERED)
    return bare

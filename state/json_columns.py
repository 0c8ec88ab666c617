"""How do values of ours become JSON in a column, and come back the same?"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Insert, Table

from monitor.model.changes import Change
from monitor.model.commitments import Ruling
from monitor.model.evidence import Evidence

T = TypeVar("T")

EVIDENCE = TypeAdapter(Evidence)
RULING = TypeAdapter(Ruling)
CHANGE = TypeAdapter(Change)

FEW = 500
"""How many values go into one IN (...): SQLite allows 999 variables in its older builds."""


def packed(adapter: TypeAdapter[T], value: T) -> dict[str, Any]:
    """Return a value as JSON can hold it."""
    row: dict[str, Any] = adapter.dump_python(value, mode="json")
    return row


def identity(*parts: object) -> str:
    """Return a short hash that is the same for the same JSON values, and for no others."""
    said = json.dumps(parts, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def batches(values: Iterable[T], size: int = FEW) -> Iterator[tuple[T, ...]]:
    """Yield the values in tuples of at most `size`."""
    left = iter(values)
    while batch := tuple(islice(left, size)):
        yield batch


def add_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows whose keys are not there yet; return how many that were."""
    if not rows:
        return 0
    statement = _insert_missing(table, connection.dialect.name)
    return connection.execute(statement.execution_options(preserve_rowcount=True), rows).rowcount


def _insert_missing(table: Table, dialect: str) -> Insert:
    """Each has its own word for it; PostgreSQL's takes a tenth of a second to load."""
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415

        return insert(table).on_conflict_do_nothing()
    from sqlalchemy.dialects.postgresql import insert as put  # noqa: PLC0415

    return put(table).on_conflict_do_nothing()

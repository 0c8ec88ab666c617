"""How is a row of the timeline read whole? Fields are taken one by one, and what is left over is an error."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from monitor.model.errors import UserError

T = TypeVar("T")
HINT = "mend the timeline file, or leave --timeline out to use the one that comes with the product"


def wrong(where: str, what: str) -> UserError:
    """Return the error that says where in the timeline something is amiss, and what."""
    return UserError(f"timeline, {where}: {what}", HINT)


@dataclass(frozen=True, slots=True)
class RowFields:
    """One mapping of the file, emptied as it is read."""

    where: str
    left: dict[str, Any]

    @classmethod
    def of(cls, where: str, value: Any) -> "RowFields":
        """Return the fields of a YAML mapping; raise UserError for anything else."""
        if not isinstance(value, Mapping):
            raise wrong(where, "not a mapping of names to values")
        return cls(where, {str(name): part for name, part in value.items()})

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text (a number is read as its digits); raise UserError where it is missing without a default."""
        value = self.left.pop(name, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self._typed(name, value, str)

    def maybe(self, name: str) -> str | None:
        """Return a text, or None where there is none."""
        return self.text(name) if self.left.get(name) is not None else None

    def number(self, name: str, default: int | None = None) -> int:
        """Return a whole number."""
        return self._typed(name, self.left.pop(name, default), int)

    def flag(self, name: str) -> bool:
        """Return true or false; false where it is missing."""
        return self._typed(name, self.left.pop(name, False), bool)

    def day(self, name: str, default: date | None = None) -> date:
        """Return a day, written as YYYY-MM-DD."""
        return self._typed(name, self.left.pop(name, default), date)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; empty where it is missing."""
        return tuple(str(part) for part in self._typed(name, self.left.pop(name, []), list))

    def rows(self, name: str, read: Callable[["RowFields"], T]) -> tuple[T, ...]:
        """Return each mapping of a list as `read` makes it, and check that it read all of it."""
        parts = self._typed(name, self.left.pop(name, []), list)
        return tuple(_whole(RowFields.of(f"{self.where} {name}[{n}]", part), read) for n, part in enumerate(parts, 1))

    def one(self, name: str, read: Callable[["RowFields"], T]) -> T | None:
        """Return a single mapping as `read` makes it, None where it is missing."""
        if self.left.get(name) is None:
            return None
        return _whole(RowFields.of(f"{self.where} {name}", self.left.pop(name)), read)

    def done(self) -> None:
        """Raise UserError where a field was not read: a misspelt name must not pass in silence."""
        if self.left:
            raise wrong(self.where, f"no such field: {', '.join(sorted(self.left))}")

    def _typed(self, name: str, value: Any, kind: type[T]) -> T:
        if value is None:
            raise wrong(self.where, f"{name} is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise wrong(self.where, f"{name} is not a {kind.__name__}")
        return value


def _whole(fields: RowFields, read: Callable[[RowFields], T]) -> T:
    made = read(fields)
    fields.done()
    return made

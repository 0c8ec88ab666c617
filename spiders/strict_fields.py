"""Is a payload shaped as the source has always shaped it?

Fields are taken one by one, by name and type; what is missing or of another type stops the reading,
and what is left over at the end is reported once: nothing is absorbed silently.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NoReturn, TypeVar

from monitor.model.london import london_day
from monitor.model.sources import Problem

T = TypeVar("T")


class SourceChanged(Exception):  # noqa: N818 - the name says what happened, as the house calls it
    """Going on would emit wrong data: what was seen, where (an address), and what kind of Problem it makes."""

    def __init__(self, what: str, where: str, kind: str = "changed-shape") -> None:
        super().__init__(f"{what} ({where})")
        self.what = what
        self.where = where
        self.kind = kind


class Fields:
    """A JSON object from which fields are taken one by one.

    `where` is the address it came from, `path` its place in the payload; `strange` collects the
    names left over, for all objects of one crawl.
    """

    def __init__(self, value: object, where: str, path: str = "", strange: set[str] | None = None) -> None:
        if not isinstance(value, dict):
            raise SourceChanged(f"{path or 'the payload'} is {_sort(value)}, not an object", where)
        self._left: dict[str, Any] = dict(value)
        self._where = where
        self._path = path
        self._strange = strange if strange is not None else set()

    def take(self, name: str, kind: type[T]) -> T:
        """Return a field that must be there and of that type."""
        if name not in self._left:
            self.refuse(f"{self._named(name)} is missing")
        return self._checked(name, self._left.pop(name), kind)

    def take_or_none(self, name: str, kind: type[T]) -> T | None:
        """Return a field that must be there, but may be null."""
        if name not in self._left:
            self.refuse(f"{self._named(name)} is missing")
        return self.find(name, kind)

    def find(self, name: str, kind: type[T]) -> T | None:
        """Return a field that may be missing or null."""
        value = self._left.pop(name, None)
        return None if value is None else self._checked(name, value, kind)

    def inner(self, name: str) -> "Fields":
        """Return an object that must be there."""
        return self._at(name, self.take(name, dict))

    def inner_or_null(self, name: str) -> "Fields | None":
        """Return an object that must be there, but may be null."""
        value = self.take_or_none(name, dict)
        return None if value is None else self._at(name, value)

    def inner_or_none(self, name: str) -> "Fields | None":
        """Return an object that may be missing or null."""
        value = self.find(name, dict)
        return None if value is None else self._at(name, value)

    def each(self, name: str) -> "tuple[Fields, ...]":
        """Return the objects of a list that must be there."""
        return tuple(self._at(f"{name}[]", item) for item in self.take(name, list))

    def each_found(self, name: str) -> "tuple[Fields, ...]":
        """Return the objects of a list that may be missing or null."""
        return tuple(self._at(f"{name}[]", item) for item in self.find(name, list) or ())

    def day(self, name: str) -> date:
        """Return the day of a naive date-time, which is how Parliament writes London days."""
        return self._day(name, self.take(name, str))

    def day_or_none(self, name: str) -> date | None:
        """Return the day of a naive date-time that must be there, but may be null."""
        value = self.take_or_none(name, str)
        return None if value is None else self._day(name, value)

    def london_day(self, name: str) -> date | None:
        """Return the day in London of a moment with its offset, None where it is missing or null."""
        value = self.find(name, str)
        if value is None:
            return None
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.refuse(f"{self._named(name)} is no moment: {value[:40]!r}")
        if moment.utcoffset() is None:
            self.refuse(f"{self._named(name)} has no offset: {value[:40]!r}")
        return london_day(moment)

    def holds(self, name: str) -> bool:
        """Return whether a field is there, not taken yet and not null."""
        return self._left.get(name) is not None

    def drop(self, *names: str) -> None:
        """Pass over fields that are known and not needed."""
        for name in names:
            self._left.pop(name, None)

    def done(self) -> None:
        """Note the fields that nobody has taken: the source has something new to say."""
        self._strange.update(self._named(name) for name in self._left)

    def rest(self) -> dict[str, Any]:
        """Return all fields that nobody has taken, and take them."""
        left, self._left = self._left, {}
        return left

    def refuse(self, what: str, kind: str = "changed-shape") -> NoReturn:
        """Raise SourceChanged: this payload can't be read."""
        raise SourceChanged(what, self._where, kind)

    def _named(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _at(self, name: str, value: object) -> "Fields":
        return Fields(value, self._where, self._named(name), self._strange)

    def _checked(self, name: str, value: object, kind: type[T]) -> T:
        if isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool):
            return value
        return self.refuse(f"{self._named(name)} is {_sort(value)}, not {_SORTS.get(kind, kind.__name__)}")

    def _day(self, name: str, value: str) -> date:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.refuse(f"{self._named(name)} is no date: {value[:40]!r}")
        if moment.utcoffset() is not None:
            return london_day(moment)
        return moment.date()


_SORTS: dict[type, str] = {
    str: "text", bool: "true or false", int: "a number", float: "a number", dict: "an object", list: "a list",
}  # fmt: skip


def _sort(value: object) -> str:
    return "null" if value is None else _SORTS.get(type(value), type(value).__name__)


def new_fields(source: str, strange: Iterable[str], where: str | None = None) -> tuple[Problem, ...]:
    """Return the problem that tells of all fields that nobody knew, none where there are none."""
    new = ", ".join(sorted(strange))
    seen = f"the answers have fields that bywhen does not know: {new}"[:500]
    return (Problem(source, "new-field", seen, where),) if new else ()


def days(since: date, until: date) -> Iterator[date]:
    """Yield the days from one to another, both included."""
    for number in range((until - since).days + 1):
        yield since + timedelta(days=number)


def opened(body: bytes, where: str) -> object:
    """Return what a JSON body holds; raise SourceChanged saying what came instead where it is not JSON."""
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        raise SourceChanged(_instead(body, wrong), where, _kind(body, wrong)) from None


def _no_number(said: str) -> NoReturn:
    raise ValueError(f"{said} is not JSON")


def _kind(body: bytes, wrong: Exception) -> str:
    """Return the kind of Problem: JSON in another encoding, as its first letters show, or no JSON at all."""
    garbled = isinstance(wrong, UnicodeDecodeError) and not body.lstrip().startswith(b"<")
    return "wrong-encoding" if garbled else "not-json"


def _instead(body: bytes, wrong: Exception) -> str:
    """Return in a few words what a body is that should have been JSON."""
    text = body[:4000].decode("utf-8", "replace").strip()
    if not text:
        return "an empty body instead of JSON"
    if text.startswith("<"):
        _, _, after = text.partition("<title>")
        title = " ".join(after.partition("</title>")[0].split())[:80]
        page = "an HTML page" if "<html" in text.lower() or "<!doctype html" in text.lower() else "markup"
        return f"{page}{f' titled {title!r}' if title else ''} instead of JSON"
    if isinstance(wrong, UnicodeDecodeError):
        return f"text that is not UTF-8 (byte {wrong.start})"
    if isinstance(wrong, RecursionError):
        return "JSON nested too deeply to be read"
    if isinstance(wrong, json.JSONDecodeError) and text[0] in "{[":
        return f"JSON that breaks off or is broken after {wrong.pos:,} characters"
    return f"not JSON: {text[:60]!r}"

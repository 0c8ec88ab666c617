"""In which column of Hansard does a speech stand, and how is that cited?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spiders.html_text import plain

_MARK = re.compile(r"<span\b(?=[^>]*\bclass=[\"'][^\"']*\bcolumn-number\b)[^>]*>", re.IGNORECASE)
_NUMBER = re.compile(r"\bdata-column-number=[\"']\s*(\d+\w*)\s*[\"']", re.IGNORECASE)
_HOUSES = {"commons": "HC", "lords": "HL"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The column in which a text begins, None where nothing tells, and at which character each further one begins."""

    first: str | None
    turns: tuple[tuple[int, str], ...]


def columns(values: Iterable[str]) -> Iterator[Columns]:
    """Yield the columns of each text of a debate, in their order.

    A debate that begins in mid-column has no mark before it: it begins in the column before the first one marked.
    """
    marked = [tuple(_marks(value)) for value in values]
    current = _before(next((number for marks in marked for _, number in marks), None))
    for marks in marked:
        first = next((number for at, number in reversed(marks) if at == 0), current)
        yield Columns(first, tuple((at, number) for at, number in marks if at > 0))
        current = marks[-1][1] if marks else first


def _marks(value: str) -> Iterator[tuple[int, str]]:
    """Yield at which character of the plain text a column begins, and its number."""
    for mark in _MARK.finditer(value):
        number = _NUMBER.search(mark.group())
        if number:
            yield len(plain(value[: mark.start()], breaks=True)), number[1]


def _before(column: str | None) -> str | None:
    digits = re.match(r"\d+", column or "")
    if column is None or digits is None or int(digits.group()) < 2:
        return None
    return f"{int(digits.group()) - 1}{column[digits.end() :]}"


def cited(house: str, day: date, volume: int | None, column: str | None) -> str:
    """Return the standard citation, "HC Deb 16 January 2025 vol 760 c560", without the parts that are not known."""
    in_volume = f" vol {volume}" if volume else ""
    at = f" c{column}" if column else ""
    return f"{_HOUSES.get(house.casefold(), house)} Deb {day.day} {day:%B %Y}{in_volume}{at}"

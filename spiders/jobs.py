"""What is one crawl asked to do? A job travels to the child process as a JSON file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from monitor.model.sources import GOV_UK, Card, Visit
from spiders.departments import numbers

Query = Mapping[str, str | int | tuple[str, ...] | tuple[int, ...]]
"""What an address is asked: a value, or several, by name."""


@dataclass(frozen=True, slots=True)
class Departments:
    """The departments followed: GOV.UK's names of organisations, and Parliament's numbers of answering bodies.

    Nothing named means all of them.
    """

    organisations: tuple[str, ...] = ()
    bodies: tuple[int, ...] = ()

    @classmethod
    def of(cls, card: Card) -> "Departments":
        """Return the departments on a card; KeyError where Parliament has no number for one of them."""
        names = card.departments
        return cls(names) if card.name == GOV_UK else cls((), numbers(names))


@dataclass(frozen=True, slots=True)
class Job:
    """One pass over one source: from where, for which days (both included), and what to look at besides.

    `address` may hold a port and a path; `delay` is in seconds between two requests. `today`: the day on which it is
    read, the last of its days where none is given.
    """

    source: str
    address: str
    since: date
    until: date
    delay: float
    pages: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    bodies: tuple[int, ...] = ()
    houses: tuple[str, ...] = ("Commons", "Lords")
    titles: tuple[str, ...] = ()
    visits: tuple[Visit, ...] = ()
    today: date | None = None

    def at(self, path: str) -> str:
        """Return the full address of a path of the source, which begins with a slash."""
        return self.address.rstrip("/") + path

    def follows(self, body: int) -> bool:
        """Return whether an answering body is one of those followed."""
        return not self.bodies or body in self.bodies

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    def dump(self) -> str:
        """Return the job as JSON."""
        return json.dumps(asdict(self), default=str)

    @classmethod
    def load(cls, said: str) -> "Job":
        """Return the job that JSON holds; ValueError, TypeError or KeyError where it holds none."""
        row: dict[str, Any] = json.loads(said)
        unknown = sorted(set(row) - {f.name for f in fields(cls)})
        if unknown:
            raise ValueError(f"a job has no {', '.join(unknown)}")
        for name, value in row.items():
            if isinstance(value, list):
                row[name] = tuple(value)
        row["visits"] = tuple(Visit(**visit) for visit in row.get("visits", ()))
        days = {name: date.fromisoformat(row[name]) for name in ("since", "until", "today") if row.get(name)}
        return cls(**row | days)

"""What is one crawl asked to do? A job travels to the child process as a JSON file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from monitor.sources import Visit

BODIES: Mapping[str, int] = MappingProxyType(
    {
        "home-office": 1,
        "ministry-of-housing-communities-local-government": 7,
        "ministry-of-defence": 11,
        "department-for-environment-food-rural-affairs": 13,
        "hm-treasury": 14,
        "department-of-health-and-social-care": 17,
        "department-for-transport": 21,
        "department-for-work-pensions": 29,
        "department-for-culture-media-and-sport": 47,
        "cabinet-office": 53,
        "ministry-of-justice": 54,
        "department-for-education": 60,
        "attorney-generals-office": 88,
        "department-for-energy-security-and-net-zero": 202,
        "foreign-commonwealth-development-office": 208,
        "department-for-science-innovation-and-technology": 216,
    }
)
"""For each department, as GOV.UK names the organisation, the number of the answering body in Parliament."""

ALL = "all"


@dataclass(frozen=True, slots=True)
class Departments:
    """The departments followed: GOV.UK's names of organisations, and Parliament's numbers of answering bodies.

    Nothing named means all of them. GOV.UK is asked for what one department publishes, and for terms anywhere;
    others answer questions about its promises, so these are asked of Parliament too.
    """

    organisations: tuple[str, ...] = ("home-office",)
    bodies: tuple[int, ...] = (1, 54, 60, 7, 21)

    @classmethod
    def named(cls, names: tuple[str, ...]) -> "Departments":
        """Return the departments of some names; "all" is every one. KeyError for a name that is not known."""
        if ALL in names:
            return cls((), ())
        return cls(names, tuple(BODIES[name] for name in names))


@dataclass(frozen=True, slots=True)
class Job:
    """One pass over one source: from where, for which days (both included), and what to look at besides.

    `address` may hold a port and a path; `delay` is in seconds between two requests.
    """

    source: str
    address: str
    since: date
    until: date
    delay: float
    pages: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    organisations: tuple[str, ...] = Departments().organisations
    bodies: tuple[int, ...] = Departments().bodies
    houses: tuple[str, ...] = ("Commons", "Lords")
    titles: tuple[str, ...] = ()
    visits: tuple[Visit, ...] = ()

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
        row["since"], row["until"] = (date.fromisoformat(row[name]) for name in ("since", "until"))
        return cls(**row)

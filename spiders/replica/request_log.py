"""What was asked of the replica, when, and how much of it at once?"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """One request as it came in: `at` is in seconds of a clock that never goes back."""

    host: str
    at: float
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class RequestLog:
    """The requests in the order they came, and the most that each host had to answer at the same time."""

    seen: list[LoggedRequest] = field(default_factory=list)
    most: Counter[str] = field(default_factory=Counter)
    _open: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def of(self, seen: LoggedRequest) -> Iterator[None]:
        """Note a request for as long as it is being answered."""
        self.seen.append(seen)
        self._open[seen.host] += 1
        self.most[seen.host] = max(self.most[seen.host], self._open[seen.host])
        try:
            yield
        finally:
            self._open[seen.host] -= 1

    def paths(self, host: str) -> list[str]:
        """Return the paths that a host was asked for, in order."""
        return [one.path for one in self.seen if one.host == host]

    def gaps(self, host: str) -> list[float]:
        """Return the seconds between the requests to a host, from the start of each to the start of the next."""
        times = [one.at for one in self.seen if one.host == host]
        return [after - before for before, after in pairwise(times)]

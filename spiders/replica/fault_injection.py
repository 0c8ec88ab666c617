"""In which ways do sources misbehave? Each fault by its name, so that it can be met on purpose.

python -m spiders.replica --fault challenge
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any

from spiders.replica import fault_acts
from spiders.replica.fault_acts import Act
from spiders.replica.replies import Asked

GOV_UK, HANSARD, QUESTIONS = "gov-uk", "hansard", "questions-statements"
SEARCH, PAGES = "/api/search.json", "/api/content/*"
QUESTION_LIST, ONE_QUESTION = "/api/writtenquestions/questions", "/api/writtenquestions/questions/*"
STATEMENT_LIST, ONE_STATEMENT = "/api/writtenstatements/statements", "/api/writtenstatements/statements/*"
DAYS, TREES, DEBATES = "/overview/sectionsforday.json", "/overview/sectiontrees.json", "/debates/debate/*"
CHALLENGE = "<!DOCTYPE html><html><title>Just a moment...</title><p>Enable JavaScript and cookies to continue</html>"


@dataclass(frozen=True, slots=True)
class InjectedFault:
    """One way to misbehave: at which host, for which paths (a shell pattern), and what is done instead of answering.

    `times`: how many requests are spoilt, all where None. `ahead`: days by which the host's clock is fast; it then
    answers as it will on that day. `closed`: nobody listens at all.
    """

    host: str
    path: str = "*"
    act: Act | None = None
    times: int | None = None
    ahead: int = 0
    closed: bool = False


class Faults:
    """The faults of one run: which fault does a request meet? Faults that are used up are left out."""

    def __init__(self, faults: Iterable[InjectedFault]) -> None:
        self._faults = tuple(faults)
        self._done: Counter[int] = Counter()

    def closed(self, host: str) -> bool:
        """Return whether nobody listens at a host."""
        return any(fault.closed for fault in self._of(host))

    def ahead(self, host: str) -> int:
        """Return by how many days a host's clock is fast."""
        return max((fault.ahead for fault in self._of(host)), default=0)

    def due(self, host: str, asked: Asked) -> Act | None:
        """Return the fault that a request meets, None where it is answered as it should be."""
        for number, fault in enumerate(self._faults):
            used_up = fault.times is not None and self._done[number] >= fault.times
            if fault.act and fault.host == host and fnmatchcase(asked.path, fault.path) and not used_up:
                self._done[number] += 1
                return fault.act
        return None

    def _of(self, host: str) -> list[InjectedFault]:
        return [fault for fault in self._faults if fault.host == host]


def _without_day(payload: Any) -> Any:
    del payload["value"]["dateTabled"]
    return payload


def _retyped(payload: Any) -> Any:
    payload["Overview"]["Date"] = 20250618
    return payload


def _with_mood(payload: Any) -> Any:
    return payload | {"mood": "fair"}


def _twice(payload: Any) -> Any:
    rows = payload["results"]
    return payload | {"results": [*rows, *rows[:1]], "totalResults": len(rows) + bool(rows)}


def _mixed_up(payload: Any) -> Any:
    """Give every statement by itself the id of one and the same: two things then stand under one key."""
    payload["value"]["id"] = 1
    return payload


_MOMENT = {"Retry-After": "1"}
_HOUR = {"Retry-After": "3600"}
_JSON = {"Content-Type": "application/json"}

FAULTS: Mapping[str, InjectedFault] = MappingProxyType(
    {
        # The connection
        "refused": InjectedFault(HANSARD, closed=True),
        "reset": InjectedFault(QUESTIONS, STATEMENT_LIST, fault_acts.resets),
        "timeout": InjectedFault(QUESTIONS, STATEMENT_LIST, fault_acts.keeps_silent),
        "drip": InjectedFault(QUESTIONS, ONE_STATEMENT, fault_acts.drips),
        "cut-body": InjectedFault(QUESTIONS, ONE_STATEMENT, fault_acts.breaks_off),
        # Where it sends us
        "redirect-loop": InjectedFault(GOV_UK, SEARCH, fault_acts.sends_on()),
        "private-redirect": InjectedFault(
            GOV_UK, SEARCH, fault_acts.sends_on("http://169.254.169.254/latest/meta-data/")
        ),
        # What it refuses
        "challenge": InjectedFault(HANSARD, "*", fault_acts.says(403, CHALLENGE, {"Content-Type": "text/html"})),
        "missing": InjectedFault(QUESTIONS, STATEMENT_LIST, fault_acts.says(404)),
        "missing-page": InjectedFault(GOV_UK, PAGES, fault_acts.says(404)),
        "gone": InjectedFault(HANSARD, DEBATES, fault_acts.says(410)),
        "gone-page": InjectedFault(GOV_UK, PAGES, fault_acts.says(410)),
        "shut-out": InjectedFault(GOV_UK, SEARCH, fault_acts.says(429, "Too Many Requests", _HOUR)),
        "too-fast": InjectedFault(
            QUESTIONS, STATEMENT_LIST, fault_acts.says(429, "Too Many Requests", _MOMENT), times=1
        ),
        "server-error": InjectedFault(QUESTIONS, QUESTION_LIST, fault_acts.says(500, '{"status": 500}', _JSON)),
        "stumble": InjectedFault(QUESTIONS, "*", fault_acts.says(500), times=2),
        "robots-unavailable": InjectedFault(GOV_UK, "/robots.txt", fault_acts.says(503)),
        "crawl-delay": InjectedFault(HANSARD, "/robots.txt", fault_acts.says(200, "User-agent: *\nCrawl-delay: 0.3\n")),
        # What it says instead
        "cut-json": InjectedFault(
            QUESTIONS, ONE_QUESTION, fault_acts.spells(lambda text: text[: len(text) // 2].encode())
        ),
        "html": InjectedFault(
            HANSARD, TREES, fault_acts.says(200, "<!DOCTYPE html><html><title>Hansard</title></html>")
        ),
        "wrong-encoding": InjectedFault(
            GOV_UK, PAGES, fault_acts.spells(lambda text: f'{text[:-1]}, "x": "é"}}'.encode("latin-1"))
        ),
        "not-compressed": InjectedFault(
            QUESTIONS, ONE_STATEMENT, fault_acts.spells(str.encode, {"Content-Encoding": "gzip"})
        ),
        "huge-body": InjectedFault(GOV_UK, PAGES, fault_acts.floods),
        "bomb": InjectedFault(QUESTIONS, STATEMENT_LIST, fault_acts.bombs),
        # The shape of what it says
        "missing-field": InjectedFault(QUESTIONS, ONE_QUESTION, fault_acts.edits(_without_day)),
        "retyped-field": InjectedFault(HANSARD, DEBATES, fault_acts.edits(_retyped)),
        "new-field": InjectedFault(GOV_UK, PAGES, fault_acts.edits(_with_mood)),
        # What cannot be
        "empty-days": InjectedFault(
            QUESTIONS, QUESTION_LIST, fault_acts.says(200, '{"totalResults": 0, "results": []}', _JSON)
        ),
        "empty-tree": InjectedFault(HANSARD, TREES, fault_acts.says(200, "[]", _JSON)),
        "duplicate-ids": InjectedFault(QUESTIONS, QUESTION_LIST, fault_acts.edits(_twice)),
        "one-id-for-all": InjectedFault(QUESTIONS, ONE_STATEMENT, fault_acts.edits(_mixed_up)),
        "clock-skew": InjectedFault(GOV_UK, ahead=1),
        # No fault at all, only late: whoever asks twice at once is seen to do so
        "slow": InjectedFault(HANSARD, "*", fault_acts.waits(0.05)),
    }
)
"""Every fault by name. The same deed at another host is `replace(FAULTS[name], host=…, path=…)`."""

"""What is the smallest request that tells whether a source has anything new, and what in its answer is the mark?

A mark is a text that changes when something was published. Each source has its row in `PROBES`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from urllib.parse import urlencode

from monitor.model.cleaning import clean_line
from monitor.model.sources import BILLS, COMMITTEES, GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS, Card
from spiders.jobs import Departments
from spiders.strict_fields import Fields, SourceChanged

Pair = tuple[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True)
class ProbeRequest:
    """A path, the query for a card and a day, and what of the answer (its payload, its address) is the mark."""

    path: str
    query: Callable[[Card, date], list[Pair]]
    mark: Callable[[object, str], str]


def asked(card: Card, day: date) -> tuple[str, list[Pair]]:
    """Return the path and the query of the smallest request that says something."""
    probe = PROBES[card.name]
    return probe.path, probe.query(card, day)


def asking(card: Card, address: str, day: date) -> str:
    """Return the whole address of the request at a source's own address."""
    path, query = asked(card, day)
    return f"{address.rstrip('/')}{path}?{urlencode(query)}"


def settled(source: str, mark: str, day: date) -> bool:
    """Return whether an unchanged mark means that nothing was added. Hansard grows on a sitting day under one mark."""
    return source != HANSARD or mark < str(day)


def mark(source: str, payload: object, where: str) -> str:
    """Return the mark in an answer; SourceChanged where its shape is new."""
    return PROBES[source].mark(payload, where)


def _searched(card: Card, _day: date) -> list[Pair]:
    organisations: list[Pair] = [("filter_organisations", name) for name in Departments.of(card).organisations]
    return [*organisations, ("fields", "public_timestamp"), ("order", "-public_timestamp"), ("count", "1")]


def _published(_card: Card, day: date) -> list[Pair]:
    return [("StartDate", str(day)), ("EndDate", f"{day}T23:59:59"), ("ShowOnWebsiteOnly", "true"), ("Take", "1")]


def _of_bodies(window: str, card: Card, day: date) -> list[Pair]:
    bodies: list[Pair] = [("answeringBodies", str(number)) for number in Departments.of(card).bodies]
    return [(f"{window}WhenFrom", str(day)), (f"{window}WhenTo", str(day)), *bodies, ("take", "1")]


def _last_sitting_day(payload: object, where: str) -> str:
    if not isinstance(payload, str):
        raise SourceChanged("the last sitting day is not text", where)
    return clean_line(payload)


def _total(payload: object, where: str) -> str:
    return str(Fields(payload, where).take("totalResults", int))


def _newest(rows: str, moment: str, payload: object, where: str) -> str:
    """Return the moment that the first row bears, where the newest comes first."""
    found = Fields(payload, where).each(rows)
    return clean_line(found[0].take(moment, str)) if found else "nothing"


PROBES: Mapping[str, ProbeRequest] = MappingProxyType(
    {
        GOV_UK: ProbeRequest("/api/search.json", _searched, partial(_newest, "results", "public_timestamp")),
        WRITTEN_QUESTIONS: ProbeRequest("/api/writtenquestions/questions", partial(_of_bodies, "answered"), _total),
        WRITTEN_STATEMENTS: ProbeRequest("/api/writtenstatements/statements", partial(_of_bodies, "made"), _total),
        HANSARD: ProbeRequest("/overview/lastsittingdate.json", lambda *_: [("house", "Commons")], _last_sitting_day),
        COMMITTEES: ProbeRequest("/api/Publications", _published, _total),
        BILLS: ProbeRequest(
            "/api/v1/Bills",
            lambda *_: [("SortOrder", "DateUpdatedDescending"), ("Take", "1")],
            partial(_newest, "items", "lastUpdate"),
        ),
    }
)

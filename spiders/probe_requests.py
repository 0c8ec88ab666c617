"""What is the smallest request that tells whether a source has anything new, and what in its answer is the mark?"""

from datetime import date
from urllib.parse import urlencode

from monitor.model.cleaning import clean_line
from monitor.model.sources import BILLS, COMMITTEES, GOV_UK, HANSARD, WRITTEN_QUESTIONS, Card
from spiders.jobs import Departments
from spiders.strict_fields import Fields, SourceChanged

Pair = tuple[str, str | int | float | bool | None]


def asked(card: Card, day: date) -> tuple[str, list[Pair]]:
    """Return the path and the query of the smallest request that says something."""
    source, followed = card.name, Departments.of(card)
    if source == GOV_UK:
        organisations = [("filter_organisations", name) for name in followed.organisations]
        fields = [("fields", "public_timestamp"), ("order", "-public_timestamp"), ("count", "1")]
        return "/api/search.json", [*organisations, *fields]
    if source == HANSARD:
        return "/overview/lastsittingdate.json", [("house", "Commons")]
    if source == COMMITTEES:
        lately = [("StartDate", str(day)), ("EndDate", f"{day}T23:59:59")]
        return "/api/Publications", [*lately, ("ShowOnWebsiteOnly", "true"), ("Take", "1")]
    if source == BILLS:
        return "/api/v1/Bills", [("SortOrder", "DateUpdatedDescending"), ("Take", "1")]
    bodies = [("answeringBodies", str(number)) for number in followed.bodies]
    if source == WRITTEN_QUESTIONS:
        days = [("answeredWhenFrom", str(day)), ("answeredWhenTo", str(day))]
        return "/api/writtenquestions/questions", [*days, *bodies, ("take", "1")]
    days = [("madeWhenFrom", str(day)), ("madeWhenTo", str(day))]
    return "/api/writtenstatements/statements", [*days, *bodies, ("take", "1")]


def asking(card: Card, address: str, day: date) -> str:
    """Return the whole address of the request at a source's own address."""
    path, query = asked(card, day)
    return f"{address.rstrip('/')}{path}?{urlencode(query)}"


def settled(source: str, mark: str, day: date) -> bool:
    """Return whether a mark that stands still means that nothing was added. While a House sits, Hansard grows."""
    return source != HANSARD or mark < str(day)


def mark(source: str, payload: object, where: str) -> str:
    """Return the mark in an answer; SourceChanged where its shape is new."""
    if source == HANSARD:
        if not isinstance(payload, str):
            raise SourceChanged("the last sitting day is not text", where)
        return clean_line(payload)
    answer = Fields(payload, where)
    if source == BILLS:
        latest = answer.each("items")
        return clean_line(latest[0].take("lastUpdate", str)) if latest else "nothing"
    if source != GOV_UK:
        return str(answer.take("totalResults", int))
    newest_first = answer.each("results")
    return clean_line(newest_first[0].take("public_timestamp", str)) if newest_first else "nothing"

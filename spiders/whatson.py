"""When do the Houses sit, when not, and which sessions are there? Asked of Parliament's calendar: five small requests.

It brings no documents, so it is no crawl: what comes back is a Calendar, to be kept for when there is no network.
"""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta

from monitor.deadlines.parliament_calendar import COMMONS, LORDS, Calendar, DaysOff, Session
from monitor.model.cleaning import clean_line
from monitor.model.sources import WHATSON, Problem
from spiders.probe_requests import Pair
from spiders.strict_fields import Fields, SourceChanged

SITTING = "/calendar/proceduraldates/{house}/sittingdates.json"
OFF = "/calendar/events/nonsitting.json"
SESSIONS = "/calendar/sessions/list.json"
BACK, AHEAD = timedelta(days=60), timedelta(days=400)
"""How far from today it is asked for: back to before the longest of recesses, ahead to the next summer's."""
OLDEST = date(2010, 1, 1)
"""Sessions that began earlier are of no use."""


def sitting_query(since: date, until: date) -> list[Pair]:
    """Return the query for the sitting days of a span."""
    return [("startDate", str(since)), ("endDate", str(until))]


def off_query(house: str, since: date, until: date) -> list[Pair]:
    """Return the query for the days off of a House in a span; here the names have a prefix."""
    given = (("house", house), ("startDate", str(since)), ("endDate", str(until)))
    return [(f"queryParameters.{name}", value) for name, value in given]


async def calendar(address: str, today: date, delay: float = 1.0) -> Calendar | Problem:
    """Return the calendar around a day, or what is wrong with it; `delay` is in seconds between two requests."""
    since, until = today - BACK, today + AHEAD
    asked: list[tuple[str, list[Pair]]] = [
        *((SITTING.format(house=house), sitting_query(since, until)) for house in (COMMONS, LORDS)),
        *((OFF, off_query(house, since, until)) for house in (COMMONS, LORDS)),
        (SESSIONS, []),
    ]
    from spiders.probe import fetched  # noqa: PLC0415 - httpx: who only reads need not wait for it

    found = []
    for number, (path, query) in enumerate(asked):
        await asyncio.sleep(delay if number else 0)
        payload = await fetched(WHATSON, address.rstrip("/") + path, query)
        if isinstance(payload, Problem):
            return payload
        found.append(payload)
    try:
        return read(found, address, today)
    except SourceChanged as changed:
        return Problem(WHATSON, changed.kind, changed.what, changed.where)


def read(found: list[object], address: str, today: date) -> Calendar:
    """Return the calendar of five payloads: sitting days of each House, days off of each, sessions."""
    commons, lords, commons_off, lords_off, sessions = found
    since, until = today - BACK, today + AHEAD
    return Calendar(
        address=address,
        fetched_on=today,
        since=since,
        until=until,
        commons=_sitting(commons, address, since, until),
        lords=_sitting(lords, address, since, until),
        off=(*_off(commons_off, address, COMMONS), *_off(lords_off, address, LORDS)),
        sessions=tuple(_sessions(sessions, address)),
    )


def _sitting(payload: object, where: str, since: date, until: date) -> tuple[date, ...]:
    """Return the sitting days; SourceChanged where there is none in more than a year, or one of another span."""
    answer = Fields(payload, where)
    days = [item.day("Date") for item in answer.each("SittingDates")]
    if not days:
        answer.refuse("no House sits at all")
    if min(days) < since or max(days) > until:
        answer.refuse("sitting days of another span than was asked for")
    return tuple(sorted(set(days)))


def _off(payload: object, where: str, house: str) -> Iterator[DaysOff]:
    for item in _listed(payload, where, "the days off"):
        first, last = item.day("StartDate"), item.day("EndDate")
        of = item.take("House", str)
        if of != house or last < first:
            item.refuse(f"days off of the {of}, from {first} to {last}")
        name, code = item.take_or_none("Description", str), item.take_or_none("CategoryCode", str)
        yield DaysOff(house, clean_line(name or ""), clean_line(code or ""), first, last)


def _sessions(payload: object, where: str) -> Iterator[Session]:
    for item in _listed(payload, where, "the sessions"):
        first, last = item.day("StartDate"), item.day_or_none("EndDate")
        if first >= OLDEST:
            yield Session(clean_line(item.take_or_none("CommonsDescription", str) or ""), first, last)


def _listed(payload: object, where: str, what: str) -> Iterator[Fields]:
    if not isinstance(payload, list):
        raise SourceChanged(f"{what} are not a list", where)
    yield from (Fields(item, where) for item in payload)

"""How does whatson-api.parliament.uk answer? Sitting days, days off, and sessions; all are known long before."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from spiders.replica.markup import Value
from spiders.replica.proceedings import RECESS, DaysAway
from spiders.replica.replies import Asked, BadValueError, Library, Reply, day_of, naive, said
from spiders.replica.shared_api import SESSIONS
from spiders.strict_fields import days

HOUSES = ("Commons", "Lords")
LONGEST_AWAY = timedelta(days=70)
_NAMES = ("2024-26", "2026-27")


def answer(library: Library, _today: date, asked: Asked) -> Reply:
    """Return the reply to any path; 404, in the framework's own words, where no route or parameter fits."""
    for pattern, reply in _ROUTES:
        if match := re.fullmatch(pattern, asked.path.lower()):
            try:
                return reply(library, asked, *match.groups())
            except BadValueError:
                return _no_route(asked)
    return _no_route(asked)


def _no_route(asked: Asked) -> Reply:
    uri = f"https://whatson-api.parliament.uk{asked.path}"
    return said({"Message": f"No HTTP resource was found that matches the request URI '{uri}'."}, 404)


def _day(asked: Asked, name: str) -> date:
    day = day_of(asked, name)
    if day is None:
        raise BadValueError(name, "")
    return day


def _sitting(library: Library, asked: Asked, _house: str) -> Reply:
    since, until = _day(asked, "startDate"), _day(asked, "endDate")
    return said({"SittingDates": [{"Date": naive(d)} for d in days(since, until) if _sits(library, d)]})


def _next(library: Library, asked: Asked, _house: str) -> Reply:
    after = _day(asked, "dateToCheck")
    soon = days(after + timedelta(days=1), after + LONGEST_AWAY)
    return said(naive(next((d for d in soon if _sits(library, d)), None)))


def _sits(library: Library, day: date) -> bool:
    """Return whether the Houses sit: as the timeline says, and before and after it from Monday to Thursday.

    A Parliament never stops sitting, though our story of one does.
    """
    told = library.timeline.days
    if told and told[0] <= day <= told[-1]:
        return day in told
    return day.weekday() < 4 and not any(away.since <= day <= away.until for away in library.timeline.away)


def _off(library: Library, asked: Asked) -> Reply:
    flat = Asked(asked.path, tuple((n.lower().removeprefix("queryparameters."), v) for n, v in asked.query))
    house, since, until = flat.first("house"), day_of(flat, "startDate"), day_of(flat, "endDate")
    rows = [
        _days_off(there, name, n)
        for n, there in enumerate(library.timeline.away, 1)
        for name in there.houses
        if (house is None or house.lower() == name.lower())
        and (since is None or there.until >= since)
        and (until is None or there.since <= until)
    ]
    return said(rows)


def _days_off(there: DaysAway, house: str, number: int) -> Value:
    return {
        "Id": number * 2 + HOUSES.index(house),
        "StartDate": naive(there.since),
        "EndDate": naive(there.until),
        "SummarisedDetails": f"House of {house} - {there.name}",
        "StartTime": None,
        "EndTime": None,
        "Description": there.name,
        "SortOrder": 0,
        "Category": "Recess",
        "Location": None,
        "Type": "Non-sitting",
        "House": house,
        "CategoryCode": RECESS,
    }


def _sessions(_library: Library, _asked: Asked) -> Reply:
    return said([_session(n) for n in range(len(SESSIONS))])


def _for_date(_library: Library, asked: Asked, given: str) -> Reply:
    try:
        day = date.fromisoformat(given[:10])
    except ValueError:
        raise BadValueError("date", given) from None
    held = [n for n, first in enumerate(SESSIONS) if first <= day]
    return said(_session(held[-1])) if held else _no_route(asked)


def _session(number: int) -> Value:
    following = SESSIONS[number + 1] if number + 1 < len(SESSIONS) else None
    return {
        "SessionId": 39 + number,
        "Number": str(39 + number),
        "StartDate": naive(SESSIONS[number]),
        "EndDate": naive(following - timedelta(days=14)) if following else None,
        "CommonsDescription": _NAMES[number],
        "LordsDescription": _NAMES[number],
        "SessionNumber": str(number + 1),
        "ParliamentNumber": "59",
    }


_HOUSE = r"(commons|lords)"
_ROUTES: tuple[tuple[str, Callable[..., Reply]], ...] = (
    (rf"/calendar/proceduraldates/{_HOUSE}/sittingdates\.json", _sitting),
    (rf"/calendar/proceduraldates/{_HOUSE}/nextsittingdate\.json", _next),
    (r"/calendar/events/nonsitting\.json", _off),
    (r"/calendar/sessions/list\.json", _sessions),
    (r"/calendar/sessions/fordate\.json/([^/]+)", _for_date),
)

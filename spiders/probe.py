"""Is a source there, and has anything changed since we last looked? One small request, never a crawl.

The only module with httpx, and none of its types leaves it. httpx hands a compressed bomb over as one chunk and
counts its timeout per read, so nothing compressed is asked for, and one clock bounds the whole.
"""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime

import httpx

from monitor.cleaning import clean_line
from monitor.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, Card, Problem
from spiders.jobs import Departments
from spiders.settings import USER_AGENT
from spiders.strict import LONDON, Fields, SourceChanged, opened

Pair = tuple[str, str | int | float | bool | None]
LARGEST = 1_000_000
LONGEST = 20.0
"""Bytes and seconds that one look may take."""


@dataclass(frozen=True, slots=True)
class Look:
    """A source that answered as it should: where it was asked, and a mark that moves when something is published."""

    source: str
    where: str
    mark: str


async def reachable(card: Card, day: date, address: str | None = None, limit: float = LONGEST) -> Look | Problem:
    """Return what a source answers to one small request about a day, or what is wrong with it."""
    return await newest(card, day, address, limit=limit)


async def newest(
    card: Card, day: date, address: str | None = None, followed: Departments | None = None, limit: float = LONGEST
) -> Look | Problem:
    """Return the mark of the newest thing a source has, or what is wrong with the source.

    The mark is GOV.UK's latest moment, how many questions or statements the day has, or Hansard's last sitting day.
    """
    path, query = _asked(card.name, day, followed or Departments())
    where = (address or card.address).rstrip("/") + path
    try:
        async with asyncio.timeout(limit):
            body = await _get(where, query)
        return Look(card.name, where, _mark(card.name, opened(body, where), where))
    except SourceChanged as changed:
        return Problem(card.name, changed.kind, changed.what, changed.where)
    except TimeoutError:
        return Problem(card.name, "timeout", f"no whole answer in {limit:g} seconds", where)
    except httpx.HTTPError as wrong:
        return Problem(card.name, _kind(wrong), clean_line(str(wrong))[:200] or type(wrong).__name__, where)


class Probe:
    """Remembers the last mark of one source."""

    def __init__(self, card: Card, address: str, followed: Departments) -> None:
        self._card = card
        self._address = address
        self._followed = followed
        self._mark: str | None = None

    async def moved(self, now: datetime) -> bool:
        """Return whether the mark has moved since the last look; True at first, and where the source can't tell."""
        look = await newest(self._card, now.astimezone(LONDON).date(), self._address, self._followed)
        mark = f"{now.astimezone(LONDON).date()} {look.mark}" if isinstance(look, Look) else None
        before, self._mark = self._mark, mark
        return mark is None or mark != before


def _asked(source: str, day: date, followed: Departments) -> tuple[str, list[Pair]]:
    """Return the path and the query of the smallest request that says something."""
    if source == GOV_UK:
        organisations = [("filter_organisations", name) for name in followed.organisations]
        fields = [("fields", "public_timestamp"), ("order", "-public_timestamp"), ("count", "1")]
        return "/api/search.json", [*organisations, *fields]
    if source == HANSARD:
        return "/overview/lastsittingdate.json", [("house", "Commons")]
    bodies = [("answeringBodies", str(number)) for number in followed.bodies]
    if source == WRITTEN_QUESTIONS:
        days = [("answeredWhenFrom", str(day)), ("answeredWhenTo", str(day))]
        return "/api/writtenquestions/questions", [*days, *bodies, ("take", "1")]
    days = [("madeWhenFrom", str(day)), ("madeWhenTo", str(day))]
    return "/api/writtenstatements/statements", [*days, *bodies, ("take", "1")]


def _mark(source: str, payload: object, where: str) -> str:
    if source == HANSARD:
        if not isinstance(payload, str):
            raise SourceChanged("the last sitting day is not text", where)
        return clean_line(payload)
    answer = Fields(payload, where)
    if source != GOV_UK:
        return str(answer.take("totalResults", int))
    newest_first = answer.each("results")
    return clean_line(newest_first[0].take("public_timestamp", str)) if newest_first else "nothing"


async def _get(where: str, query: list[Pair]) -> bytes:
    """Return the body of an answer that is 200 and not too large; no redirect is followed."""
    headers = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
    async with (
        httpx.AsyncClient(headers=headers, timeout=LONGEST, follow_redirects=False) as client,
        client.stream("GET", where, params=httpx.QueryParams(query)) as response,
    ):
        if response.status_code != httpx.codes.OK:
            raise SourceChanged(f"answered {response.status_code}", where, f"http-{response.status_code}")
        body = b""
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > LARGEST:
                raise SourceChanged(f"more than {LARGEST:,} bytes", where, "too-large")
    return body


def _kind(wrong: httpx.HTTPError) -> str:
    said = str(wrong).casefold()
    if isinstance(wrong, httpx.TimeoutException):
        return "timeout"
    if "name or service" in said or "nodename" in said or "name resolution" in said or "getaddrinfo" in said:
        return "dns"
    return "refused" if isinstance(wrong, httpx.ConnectError) else "failed"

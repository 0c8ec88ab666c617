"""Is a source there, and has anything changed since we last looked? One small request, never a crawl.

The only module with httpx, and none of its types leaves it. httpx hands a compressed bomb over as one chunk and
counts its timeout per read, so nothing compressed is asked for, and one clock bounds the whole.
"""

import asyncio
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

import httpx

from monitor.model.cleaning import clean_line
from monitor.model.ports import Watchlist
from monitor.model.sources import BILLS, Card, Problem
from spiders.allowed_peers import intruder, proxied
from spiders.probe_requests import Pair, asked, mark
from spiders.server_clock import served_at
from spiders.settings import USER_AGENT
from spiders.strict_fields import SourceChanged, opened

NOBODY = frozenset({"dns", "refused", "reset", "failed"})
"""Kinds of problem that say that nobody answered."""
LARGEST = 1_000_000
LONGEST = 20.0
"""Bytes and seconds that one look may take."""


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """A source that answered as it should: where it was asked, and a mark that moves when something is published."""

    source: str
    where: str
    mark: str


def _unheard(_at: datetime) -> None:
    """Do nothing with the time that a server has."""


async def newest(
    card: Card,
    day: date,
    address: str | None = None,
    limit: float = LONGEST,
    served: Callable[[datetime], None] = _unheard,
) -> ProbeAnswer | Problem:
    """Return the mark of the newest thing a source has, or what is wrong with the source.

    `served` hears what time it is by the server's clock, whatever else it answers.

    The mark is GOV.UK's or a Bill's latest moment, how many questions, statements or committee publications the day
    has, or Hansard's last sitting day.
    """
    path, query = asked(card, day)
    where = (address or card.address).rstrip("/") + path
    found = await fetched(card.name, where, query, limit, served)
    if isinstance(found, Problem):
        return found
    try:
        return ProbeAnswer(card.name, where, mark(card.name, found, where))
    except SourceChanged as changed:
        return Problem(card.name, changed.kind, changed.what, changed.where)


async def fetched(
    source: str,
    where: str,
    query: list[Pair],
    limit: float = LONGEST,
    served: Callable[[datetime], None] = _unheard,
) -> object | Problem:
    """Return the JSON that one small request brings, or what is wrong; no redirect is followed."""
    try:
        async with asyncio.timeout(limit):
            await _known_public(where)
            body = await _get(where, query, served)
        return opened(body, where)
    except SourceChanged as changed:
        return Problem(source, changed.kind, changed.what, changed.where)
    except TimeoutError:
        return Problem(source, "timeout", f"the answer was not complete after {limit:g} seconds", where)
    except httpx.HTTPError as wrong:
        return Problem(source, _kind(wrong), clean_line(str(wrong))[:200] or type(wrong).__name__, where)


def asks(source: str, watch: Watchlist) -> bool:
    """Return whether a pass would ask a source for anything: Bills are read only where a register names one."""
    return source != BILLS or bool(watch.titles)


async def _known_public(where: str) -> None:
    """Raise SourceChanged where a source's name leads to a private machine; one that leads nowhere httpx will tell."""
    host = httpx.URL(where).host
    if proxied(where):
        return
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    for peer in (str(address[0]) for *_, address in found):
        if intruder(host, peer):
            raise SourceChanged(f"{host} is {peer}, which is not on the public internet", where, "private-address")


async def _get(where: str, query: list[Pair], served: Callable[[datetime], None]) -> bytes:
    """Return the body of an answer that is 200 and not too large; no redirect is followed."""
    headers = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
    async with (
        httpx.AsyncClient(headers=headers, timeout=LONGEST, follow_redirects=False, verify=_trusted()) as client,
        client.stream("GET", where, params=httpx.QueryParams(query)) as response,
    ):
        if at := served_at(response.headers.get("Date"), response.headers.get("Age")):
            served(at)
        if response.status_code != httpx.codes.OK:
            raise SourceChanged(f"answered {response.status_code}", where, f"http-{response.status_code}")
        body = b""
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > LARGEST:
                raise SourceChanged(f"more than {LARGEST:,} bytes", where, "too-large")
    return body


@cache
def _trusted() -> ssl.SSLContext:
    """Return whom to trust, read once: it takes longer than to ask."""
    return httpx.create_ssl_context()


def _kind(wrong: httpx.HTTPError) -> str:
    said = str(wrong).casefold()
    if isinstance(wrong, httpx.TimeoutException):
        return "timeout"
    if "name or service" in said or "nodename" in said or "name resolution" in said or "getaddrinfo" in said:
        return "dns"
    if isinstance(wrong, httpx.ConnectError):
        return "refused"
    return "reset" if isinstance(wrong, (httpx.NetworkError, httpx.RemoteProtocolError)) else "failed"

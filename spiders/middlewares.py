"""How do we behave towards a server: what do we not ask, where do we not go, and when do we wait?"""

import asyncio
from email.utils import parsedate_to_datetime
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.response import response_status_message
from twisted.internet.error import DNSLookupError

from spiders.allowed_peers import intruder, proxied
from spiders.failures import NotAsked, why_failed
from spiders.settings import LENGTHENED, LENGTHENING

LONGEST_WAIT = 120.0
"""Seconds we wait when a server asks us to. Asked for longer, the crawl ends: another pass will try again."""
LONGEST_GAP = 60.0
"""Seconds between two requests that robots.txt may ask for."""
SHUT_OUT = 15
"""Too many requests: GOV.UK then shuts us out for a minute, so the first wait is this many times the usual wait."""


class SameOrigin:
    """Refuses every request that leaves the source's scheme, host and port, redirects and retries included.

    Only the one host on which the source keeps its files is let through besides. Scrapy's own filter looks at host
    names only, and lets through what is marked "don't filter", as every retried request is, and whatever it is then
    redirected to.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SameOrigin":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        asked, owns = urlparse_cached(request), (urlparse_cached(Request(address)) for address in self._addresses())
        if (asked.scheme, asked.netloc) not in ((own.scheme, own.netloc) for own in owns):
            raise NotAsked("redirected-away", f"sent on to {request.url[:200]}")

    def _addresses(self) -> tuple[str, ...]:
        return tuple(str(self.crawler.settings[name]) for name in ("SOURCE_ADDRESS", "FILES_ADDRESS"))


class Onward(RedirectMiddleware):
    """Follows redirects as Scrapy does, but loses none.

    One that leads to an address asked for before, or to itself, would be dropped as a duplicate without a word.
    """

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        onward = super()._redirect(redirected, request, reason)
        onward.dont_filter = True
        return onward


class PublicPeer:
    """Refuses a source whose name leads to a private machine.

    What was resolved here is what is connected to: Scrapy keeps the answer for the whole crawl. A proxy resolves names
    by itself, out of our sight.
    """

    def __init__(self) -> None:
        self._found: set[str] = set()

    async def process_request(self, request: Request) -> None:
        asked = urlparse_cached(request)
        host, address = asked.hostname or "", f"{asked.scheme}://{asked.netloc}"
        if address in self._found or proxied(request.url):
            return
        from twisted.internet import reactor  # noqa: PLC0415 - importing it installs it, and Scrapy chooses which

        resolver: Any = reactor  # typed as one that takes no name
        try:
            peer = await maybe_deferred_to_future(resolver.resolve(host))
        except DNSLookupError as wrong:
            raise CannotResolveHostError(str(wrong)) from wrong
        if intruder(host, peer):
            raise NotAsked("private-address", f"{host} is {peer}, which is not on the public internet")
        self._found.add(address)


class SerialRobotsTxt(RobotsTxtMiddleware):
    """Reads robots.txt as RFC 9309 says.

    In Scrapy 2.19.0 requests that wait while robots.txt is fetched are let through (several waiters on one
    Deferred: the second is handed None, which means "allow"), hence the lock. It also takes a server error, or no
    answer at all, for "everything is allowed", and passes over Crawl-delay.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._locks: dict[str, asyncio.Lock] = {}
        self._refusals: dict[str, NotAsked] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        netloc = urlparse_cached(request).netloc
        async with self._locks.setdefault(netloc, asyncio.Lock()):
            parser = await super().robot_parser(request)
        if refusal := self._refusals.get(netloc):
            raise refusal
        self._heed_delay(parser, request)
        return parser

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest:
            raise NotAsked("robots", "robots.txt forbids this address") from None

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            self._refusals[netloc] = NotAsked("robots", f"robots.txt answered {response.status}: nothing is allowed")
        elif not 200 <= response.status < 300:
            response = response.replace(body=b"")  # no robots.txt: a 404 page may say anything
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        kind, seen = why_failed(exc)
        self._refusals[netloc] = NotAsked(kind, f"robots.txt: {seen}")
        super()._robots_error(exc, netloc)

    def _heed_delay(self, parser: RobotParser | None, request: Request) -> None:
        """Slow the host's slot down to its Crawl-delay; each time, because Scrapy forgets a slot that idles."""
        asked = parser.crawl_delay(self._default_useragent) if parser else None
        if asked and self.crawler.engine:
            _, slot = self.crawler.engine.downloader._get_slot(request)  # noqa: SLF001 - Scrapy offers no public way to it
            slot.delay = max(slot.delay, min(asked, LONGEST_GAP) * LENGTHENED)
            slot.jitter = LENGTHENING / LENGTHENED


class PatientRetry(RetryMiddleware):
    """Retries as Scrapy does, but waits first: as long as Retry-After says, else longer each time.

    One request is under way at a time, so the whole crawl waits with it. Where that would take too long, nothing more
    is asked of the server.
    """

    sent_away = False

    def process_request(self, request: Request) -> None:
        if self.sent_away:
            raise NotAsked("given-up", f"not asked for, as the server sent us away: {request.url[:200]}")

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override] # Scrapy awaits either
        if response.status not in self.retry_http_codes or request.meta.get("dont_retry", False):
            return response
        if asked_away(response):
            self.sent_away = True
            return response
        again = self._retry(request, response_status_message(response.status))
        if again is None:
            return response
        usual = self._pause(request) * (SHUT_OUT if response.status == 429 else 1)
        await asyncio.sleep(max(usual, waiting_time(response) or 0.0))
        return again

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:  # type: ignore[override] # as above
        again = super().process_exception(request, exception)
        if isinstance(again, Request):
            await asyncio.sleep(self._pause(request))
            return again
        return None

    def _pause(self, request: Request) -> float:
        """Return how many seconds to wait before a request is made again: twice as long each time."""
        delay: float = self.crawler.settings.getfloat("DOWNLOAD_DELAY")
        return delay * 2.0 ** int(request.meta.get("retry_times", 0))


def asked_away(response: Response) -> bool:
    """Return whether a server asks us to stay away for longer than a crawl waits."""
    return (waiting_time(response) or 0.0) > LONGEST_WAIT


def waiting_time(response: Response) -> float | None:
    """Return the seconds for which a response asks us to wait, None where it does not."""
    return retry_after(response.headers.get("Retry-After"), response.headers.get("Date"))


def retry_after(said: bytes | None, date: bytes | None) -> float | None:
    """Return the seconds that a Retry-After header asks for, None where it asks for none that can be read.

    It is a number, or a moment; the moment is held against the response's own Date, so no clock is needed.
    """
    if not said:
        return None
    text = said.decode("latin-1").strip()
    if text.isdigit() and len(text) < 10:
        return float(text)
    try:
        until, at = parsedate_to_datetime(text), parsedate_to_datetime((date or b"").decode("latin-1"))
        return max(0.0, (until - at).total_seconds())
    except (TypeError, ValueError):
        return None

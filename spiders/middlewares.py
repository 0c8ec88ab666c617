"""How do we behave towards a server: what do we not ask, where do we not go, and when do we wait?"""

import asyncio
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.response import response_status_message

from spiders.settings import LARGEST

LONGEST_WAIT = 120.0
"""Seconds we wait when a server asks us to. Asked for longer, we let the request fail: another pass will try again."""


class NotAsked(IgnoreRequest):
    """A request that was never sent: `kind` and `seen` as a Problem has them."""

    def __init__(self, kind: str, seen: str) -> None:
        super().__init__(seen)
        self.kind = kind
        self.seen = seen


class SameOrigin:
    """Refuses every request that leaves the source's scheme, host and port, redirects and retries included.

    Scrapy's own filter looks at host names only, and lets through what is marked "don't filter", as every
    retried request is, and whatever it is then redirected to.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SameOrigin":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        asked, own = urlparse_cached(request), urlparse_cached(Request(self._address()))
        if (asked.scheme, asked.netloc) != (own.scheme, own.netloc):
            raise NotAsked("redirected-away", f"sent on to {request.url[:200]}")

    def _address(self) -> str:
        return str(self.crawler.settings["SOURCE_ADDRESS"])


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
        self._heed_delay(self._parsers.get(netloc), request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        kind, seen = why_failed(exc)
        self._refusals[netloc] = NotAsked(kind, f"robots.txt: {seen}")
        super()._robots_error(exc, netloc)

    def _heed_delay(self, parser: object, request: Request) -> None:
        """Slow the host's slot down to its Crawl-delay, up to a minute."""
        asked = parser.crawl_delay(self._default_useragent) if isinstance(parser, RobotParser) else None
        if asked and self.crawler.engine:
            _, slot = self.crawler.engine.downloader._get_slot(request)  # noqa: SLF001 - Scrapy offers no public way to it
            slot.delay = max(slot.delay, min(asked, 60.0))


class PatientRetry(RetryMiddleware):
    """Retries as Scrapy does, but waits first: as long as Retry-After says, else longer each time.

    One request is under way at a time, so the whole crawl waits with it.
    """

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override] # Scrapy awaits either
        if response.status not in self.retry_http_codes or request.meta.get("dont_retry", False):
            return response
        pause = self._pause(request, response)
        if pause > LONGEST_WAIT:
            return response
        again = self._retry(request, response_status_message(response.status))
        if again is None:
            return response
        await asyncio.sleep(pause)
        return again

    def _pause(self, request: Request, response: Response) -> float:
        asked = retry_after(response.headers.get("Retry-After"), response.headers.get("Date"))
        own: float = self.crawler.settings.getfloat("DOWNLOAD_DELAY") * 2 ** request.meta.get("retry_times", 0)
        return max(own, asked or 0.0)


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


_WORDS = (
    ("DownloadTimeoutError", "timeout", "no whole answer in time"),
    ("CannotResolveHostError", "dns", "the host name is not known"),
    ("DownloadConnectionRefusedError", "refused", "the connection was refused"),
    ("ResponseDataLossError", "truncated", "the answer broke off"),
)


def why_failed(wrong: BaseException) -> tuple[str, str]:
    """Return the kind of Problem a failed request makes, and what was seen, in a few words."""
    if isinstance(wrong, NotAsked):
        return wrong.kind, wrong.seen
    name, said = type(wrong).__name__, " ".join(str(wrong).split())
    for known, kind, words in _WORDS:
        if name == known:
            return kind, words
    if "DOWNLOAD_MAXSIZE" in said or "larger than download max size" in said:
        return "too-large", f"an answer of more than {LARGEST:,} bytes"
    if "certificate" in said.casefold() or "SSL" in said:
        return "certificate", said[-200:]
    return "failed", f"{name}: {said[:200]}" if said else name

"""What do the spiders of all sources do alike? Ask, open what comes as JSON, and account for what does not come."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any
from urllib.parse import urlencode

import scrapy
from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from monitor.documents import Document
from monitor.sources import Problem
from spiders.jobs import Job
from spiders.middlewares import why_failed
from spiders.strict import SourceChanged, opened

Found = Iterable[Document | Request]
Reader = Callable[..., Found]
Query = Mapping[str, str | int | tuple[str, ...] | tuple[int, ...]]

PATIENCE = 5
"""So many requests in a row that failed for good: the source is down, and asking on would be rude."""


class SourceSpider(scrapy.Spider):
    """A spider of one source. `problems` says what went wrong; `offered` counts what the source said it had."""

    def __init__(self, job: Job, tell: Callable[[int, str], None] | None = None, **kept: Any) -> None:
        super().__init__(**kept)
        self.job = job
        self.allowed_domains = [job.host]
        self.problems: list[Problem] = []
        self.strange: set[str] = set()
        self.offered: int | None = None
        self.written = 0
        self.tell = tell or _say_nothing
        self._failed_in_a_row = 0

    def ask(
        self, path: str, query: Query, then: Reader, *, doing: str = "", accept: tuple[int, ...] = (), **kept: Any
    ) -> Request:
        """Return a request for a path of the source; its JSON, its address and what is kept go to `then`.

        `accept`: statuses beside 200 that are answers too; `then` is then handed None for the payload.
        """
        asked = urlencode([(k, v) for k, vs in query.items() for v in (vs if isinstance(vs, tuple) else (vs,))])
        return Request(
            self.job.at(path) + (f"?{asked}" if asked else ""),
            callback=self.answered,
            errback=self.failed,
            cb_kwargs={"then": then, "doing": doing, "kept": kept},
            meta={"handle_httpstatus_list": list(accept)} if accept else {},
        )

    def answered(
        self, response: Response, then: Reader, doing: str, kept: dict[str, Any]
    ) -> Iterator[Document | Request]:
        """Yield what `then` finds in an answer; a new shape becomes a problem, and nothing more is read from it."""
        self.tell(self.written, doing)
        try:
            for found in then(_payload(response), response.url, **kept):
                self.written += isinstance(found, Document)
                yield found
            self._failed_in_a_row = 0
        except SourceChanged as changed:
            self.trouble(changed.kind, changed.what, changed.where)
            self._count_failure(bad=changed.kind == "not-json")

    def failed(self, failure: Failure) -> None:
        """Record why a request failed for good; end the crawl where everything fails."""
        request, wrong = getattr(failure, "request", None), failure.value or RuntimeError("no reason given")
        where = request.meta.get("redirect_urls", [request.url])[0] if request is not None else None
        if isinstance(wrong, HttpError):
            status = wrong.response.status
            self.trouble(f"http-{status}", _status_words(wrong.response), where)
            self._count_failure(bad=status >= 500 or status == 429)
        else:
            kind, seen = why_failed(wrong)
            self.trouble(kind, seen, where)
            self._count_failure(bad=True)

    def each(self, items: Iterable[object], read: Callable[[object], Found]) -> Iterator[Document | Request]:
        """Yield what is found in each item; an item of a new shape becomes a problem and leaves the others alone."""
        for item in items:
            try:
                yield from read(item)
            except SourceChanged as changed:
                self.trouble(changed.kind, changed.what, changed.where)

    def trouble(self, kind: str, seen: str, where: str | None) -> None:
        """Record a problem of this source, once."""
        problem = Problem(self.job.source, kind, seen, where)
        if problem not in self.problems:
            self.problems.append(problem)

    def all_problems(self) -> tuple[Problem, ...]:
        """Return the problems, the fields nobody knew among them, told once for the whole crawl."""
        new = ", ".join(sorted(self.strange))
        extra = [Problem(self.job.source, "new-field", f"fields not known before: {new}"[:500])] if new else []
        return tuple(chain(self.problems, extra))

    def _count_failure(self, *, bad: bool) -> None:
        self._failed_in_a_row = self._failed_in_a_row + 1 if bad else 0
        if self._failed_in_a_row >= PATIENCE:
            raise CloseSpider("failing")


def _payload(response: Response) -> object:
    """Return what an answer holds, None for a status that was accepted as an answer in itself."""
    if response.status in response.meta.get("handle_httpstatus_list", ()):
        return None
    if response.status != 200:  # 204 and 206 succeed too, and hold less than was asked for
        raise SourceChanged(_status_words(response), response.url, f"http-{response.status}")
    return opened(response.body, response.url)


def _status_words(response: Response) -> str:
    """Return a status with what the server said about it, and how long it asked us to stay away."""
    wait = response.headers.get("Retry-After")
    asked = f", Retry-After {wait.decode('latin-1')[:40]}" if wait else ""
    said = " ".join(response.body[:300].decode("utf-8", "replace").split())[:120]
    return f"answered {response.status}{asked}{f': {said}' if said else ''}"


def _say_nothing(documents: int, doing: str) -> None:
    """Tell nobody."""

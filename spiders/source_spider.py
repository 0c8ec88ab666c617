"""What do the spiders of all sources do alike? Ask, open what comes as JSON, and account for what does not come."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

import scrapy
from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from monitor.model.documents import Document
from monitor.model.sources import Problem, Visit
from spiders.failures import why_failed, why_refused
from spiders.jobs import Job, Query
from spiders.middlewares import asked_away
from spiders.not_found import MISSING, NOT_AGAIN, NOT_FOUND, denied, gone, on_its_way
from spiders.strict_fields import SourceChanged, new_fields, opened
from spiders.validators import NOT_MODIFIED, conditions
from spiders.validators import visit as visited

Found = Iterable[Document | Request]
Reader = Callable[..., Found]

PATIENCE = 5
"""So many requests in a row that failed for good: the source is down, and asking on would be rude."""
NO_ANSWER = frozenset({"not-json", "wrong-encoding", "challenge"})
"""Kinds of problem that say that what came was not the service speaking."""
AT_LAST = -10
"""The priority of what is asked for when all else was: a thing that was not there may be there then."""
DISBELIEVED = (
    "the service says that it has no such document, but says so of most that it was asked for, so it is not believed"
)
"""What to say of a thing where a service denies more than it gives: it keeps its words, and is asked for again."""
FAILING, SENT_AWAY = "failing", "sent-away"
"""Why a crawl ended early: everything failed, or the server asked us to stay away for long."""


class SourceSpider(scrapy.Spider):
    """A spider of one source. `problems`: what went wrong; `offered`: how many items the source said it had."""

    in_turn = True
    """Whether what is relied on and could not be read again has its turn again in the next pass."""

    def __init__(self, job: Job, tell: Callable[[int, str], None] | None = None, **kept: Any) -> None:
        super().__init__(**kept)
        self.job = job
        self.allowed_domains = [job.host]
        self.problems: list[Problem] = []
        self.strange: set[str] = set()
        self.offered: int | None = None
        self.written = 0
        self.listed = 0
        """How many items a list showed that need not be read again: nothing says that they were altered."""
        self.known = {visit.key: visit for visit in job.visits}
        self.visits: dict[str, Visit] = {}
        self.tell = tell or _say_nothing
        self.named_on: dict[str, date] = {}
        """What the lists of this pass name, each with the latest day it bears there."""
        self._failed_in_a_row = 0
        self._found = 0
        self._denied: set[str] = set()
        self._unread: list[tuple[str, Problem]] = []

    def ask(
        self,
        path: str,
        query: Query,
        then: Reader,
        *,
        doing: str = "",
        accept: tuple[int, ...] = (),
        named: str | None = None,
        visit: str | None = None,
        **kept: Any,
    ) -> Request:
        """Return a request for a path of the source; its JSON, its address and what is kept go to `then`.

        `accept`: statuses beside 200 that are answers too; `then` is then handed None for the payload. `named`: the
        key of the one document that was asked for; another in its place is refused. `visit`: under which key to note
        how it was read; where it is the same as at the visit before, the server may say only that.
        """
        headers = conditions(self.known.get(visit or ""))
        accept = (*accept, NOT_MODIFIED) if headers else accept
        asked = urlencode([(k, v) for k, vs in query.items() for v in (vs if isinstance(vs, tuple) else (vs,))])
        return Request(
            self.job.at(path) + (f"?{asked}" if asked else ""),
            callback=self.answered,
            errback=self.failed,
            headers=headers,
            cb_kwargs={"then": then, "doing": doing, "named": named, "visit": visit, "kept": kept},
            meta={"handle_httpstatus_list": list(accept)} if accept else {},
        )

    def answered(
        self,
        response: Response,
        *,
        then: Reader,
        doing: str,
        named: str | None,
        visit: str | None,
        kept: dict[str, Any],
    ) -> Iterator[Document | Request]:
        """Yield what `then` finds in an answer; a new shape becomes a problem, and nothing more is read from it."""
        self.tell(self.written, doing)
        if response.status == NOT_MODIFIED and visit in self.known:
            self._failed_in_a_row = 0
            self.visited(self.known[visit])
            return
        try:
            for found in then(_payload(response), response.url, **kept):
                if isinstance(found, Document):
                    _same(named, found, response.url)
                    self._found += named is not None
                    self.written += 1
                yield found
            self._failed_in_a_row = 0
            if visit is not None:
                self.visited(visited(visit, response, self.visits.get(visit)))
        except SourceChanged as changed:
            self.trouble(changed.kind, changed.what, changed.where)
            self._count_failure(bad=changed.kind in NO_ANSWER)

    def failed(self, failure: Failure) -> Found:
        """Record why a request failed for good, and return what follows; end the crawl where everything fails."""
        request, wrong = getattr(failure, "request", None), failure.value or RuntimeError("no reason given")
        where = request.meta.get("redirect_urls", [request.url])[0] if request is not None else None
        named = request.cb_kwargs.get("named") if request is not None else None
        if not isinstance(wrong, HttpError):
            self._unanswered(named, Problem(self.job.source, *why_failed(wrong), where))
            self._count_failure(bad=True)
            return ()
        if named and request is not None and denied(wrong.response):
            return self._not_there(named, request, wrong.response)
        kind, seen = why_refused(wrong.response)
        self._unanswered(named, Problem(self.job.source, kind, seen, where))
        if asked_away(wrong.response):
            raise CloseSpider(SENT_AWAY)
        self._count_failure(bad=kind == "challenge" or wrong.response.status not in (404, 410))
        return ()

    def _not_there(self, named: str, request: Request, response: Response) -> Found:
        """Return what follows where the service says that it has no such thing: to ask again at last, or its end.

        Where it says so of more than it gives, it is not believed; that takes the days only from what a list names.
        """
        self._count_failure(bad=False)
        known, listed_on = self.known.get(named), self.named_on.get(named)
        if not (known and known.missing):
            self._denied.add(named)
            if not request.meta.get("at_last"):
                return (request.replace(dont_filter=True, priority=AT_LAST, meta={**request.meta, "at_last": True}),)
            if on_its_way(listed_on, self._today):
                self.trouble(*why_refused(response), request.url)
                return ()
            if len(self._denied) > max(1, self._found):
                self._unanswered(named, Problem(self.job.source, f"http-{NOT_FOUND}", DISBELIEVED, request.url))
                return ()
        self.visited(Visit(named, missing=True))
        if listed_on:
            self.trouble(
                MISSING, f"a list of the service names {named}, but the service has no such document", request.url
            )
            return ()
        self.written += 1
        return (gone(self.job.source, named, request.url, self._today),)

    def _unanswered(self, named: str | None, problem: Problem) -> None:
        """Record why something could not be read: at the end where it was read before, and a list may name it yet."""
        if self.in_turn and named in self.job.keys:
            self._unread.append((named, problem))
        else:
            self.trouble(problem.kind, problem.seen, problem.where)

    @property
    def _today(self) -> date:
        return self.job.today or self.job.until

    def visited(self, visit: Visit) -> None:
        """Note how something was read, or that it is as it was at the visit before."""
        self.visits[visit.key] = visit

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
        for named, problem in self._unread:
            if named in self.named_on:
                self.trouble(problem.kind, problem.seen, problem.where)
            else:
                self.trouble(NOT_AGAIN, f"{problem.kind}: {problem.seen}", problem.where)
        return (*self.problems, *new_fields(self.job.source, self.strange))

    def _count_failure(self, *, bad: bool) -> None:
        self._failed_in_a_row = self._failed_in_a_row + 1 if bad else 0
        if self._failed_in_a_row >= PATIENCE:
            raise CloseSpider(FAILING)


def _payload(response: Response) -> object:
    """Return what an answer holds, None for a status that was accepted as an answer in itself."""
    if response.status in response.meta.get("handle_httpstatus_list", ()):
        return None
    if response.status != 200:  # 204 and 206 succeed too, and hold less than was asked for
        kind, seen = why_refused(response)
        raise SourceChanged(seen, response.url, kind)
    payload = opened(response.body, response.url)
    if payload is None:  # which here stands for an answer that has no body
        raise SourceChanged("null instead of an answer", response.url)
    return payload


def _same(named: str | None, found: Document, where: str) -> None:
    """Raise SourceChanged where another document came than the one asked for: recorded, it would hide its loss."""
    if named is not None and found.key.upper() != named.upper():
        raise SourceChanged(f"{named} was asked for, and {found.key} came", where)


def _say_nothing(documents: int, doing: str) -> None:
    """Tell nobody."""

"""What is asked of GOV.UK?

The search API for what the followed organisations published or changed in the days wanted, and for the
followed terms; the content API for the pages so found, for the watched pages, and for the HTML publications
below them. Minor edits move no date in the search, so the watched pages are read every time.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from scrapy import Request
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from monitor.documents import Document, Presence
from spiders import catalogue
from spiders.content_items import SAFE, below, content_item, destination, own_path, vanished
from spiders.jobs import Job
from spiders.paging import PAGE, Reading
from spiders.source_spider import Query, SourceSpider
from spiders.strict import Fields
from spiders.text import folded

CARD = catalogue.GOV_UK_CARD
SEARCH = "/api/search.json"
CONTENT = "/api/content"
TERM_RESULTS = 20
GONE, NOT_FOUND = 410, 404


def department_query(job: Job, start: int) -> Query:
    """Return the query for one page of what the followed organisations published, newest first."""
    return {
        "filter_organisations": job.organisations,
        "filter_public_timestamp": _span(job),
        "order": "-public_timestamp",
        "fields": "title,link,description,public_timestamp,content_store_document_type",
        "start": start,
        "count": PAGE,
    }


def term_query(job: Job, term: str) -> Query:
    """Return the query for what speaks of a term, best first; only what was published in the days wanted."""
    return {
        "q": '"{}"'.format(term.replace('"', " ")[:500]),
        "filter_public_timestamp": _span(job),
        "fields": "title,link,description,public_timestamp,content_store_document_type",
        "count": TERM_RESULTS,
    }


def _span(job: Job) -> str:
    """Return the days as the search filters by them. It counts in UTC: a summer day in London begins the day before."""
    return f"from:{job.since - timedelta(days=1)},to:{job.until}"


class GovUkSpider(SourceSpider):
    """Reads watched pages, then what is new, each page once; keys are base paths."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._reading = Reading()
        self._taken: set[str] = set()

    async def start(self) -> AsyncIterator[Request]:
        for page in (*self.job.pages, *self.job.keys):
            path = own_path(page)
            if path is None:
                self.trouble("bad-page", "a watched page that is no path on GOV.UK", page[:200])
            for request in self._page(path or ""):
                yield request
        yield self._list(0)
        for term in self.job.terms:
            yield self.ask(SEARCH, term_query(self.job, term), self.term, doing=f"search for {term}", term=term)

    def _list(self, start: int) -> Request:
        doing = f"published since {self.job.since}, from {start}"
        return self.ask(SEARCH, department_query(self.job, start), self.published, doing=doing, start=start)

    def _page(self, path: str) -> Iterator[Request]:
        """Yield the request for a page, unless it was asked for already."""
        if path and path not in self._taken:
            self._taken.add(path)
            safe = quote(path, safe=SAFE)
            yield self.ask(CONTENT + safe, {}, self.page, doing=path, accept=(GONE,), page=path)

    def failed(self, failure: Failure) -> None:
        """Record why a request failed for good; a page that is not there (yet) is a matter of that page alone."""
        wrong = failure.value
        if isinstance(wrong, HttpError) and wrong.response.status == NOT_FOUND and CONTENT in wrong.response.url:
            self.trouble("missing-page", "GOV.UK has no such page", wrong.response.url)
        else:
            super().failed(failure)

    def published(self, payload: object, where: str, start: int) -> Iterator[Document | Request]:
        """Yield the requests for the pages of a search, and for its next page, a short page being the last."""
        links, more = self._links(payload, where, self._reading)
        self.offered = len([link for link in self._reading.seen if own_path(link)])
        if more:
            yield self._list(start + len(links))
        elif self._reading.short:
            self.trouble("short-list", self._reading.short, where)
        for link, _ in links:
            yield from self._page(own_path(link) or "")

    def term(self, payload: object, where: str, term: str) -> Iterator[Document | Request]:
        """Yield the requests for the pages whose title or summary holds every word of a term.

        The search may take words apart, so what it finds is looked at again.
        """
        links, _ = self._links(payload, where, Reading())
        wanted = set(folded(term).split())
        for link, said in links:
            if wanted <= set(folded(said).split()):
                yield from self._page(own_path(link) or "")

    def page(self, payload: object, where: str, page: str) -> Iterator[Document | Request]:
        """Yield a page's document, and the requests for what stands below it or where it has moved to."""
        if payload is None:
            yield vanished(page, self.job.until)
            return
        document = content_item(payload, where, self.strange)
        if document.key != page:
            self._taken.add(document.key)
        yield document
        onward = destination(payload, where) if document.presence is Presence.REDIRECTED else None
        for further in (*below(payload, where), *([onward] if onward else [])):
            yield from self._page(further)

    def _links(self, payload: object, where: str, reading: Reading) -> tuple[list[tuple[str, str]], bool]:
        """Return the links of a page of results, with title and summary, and whether there is another page."""
        answer = Fields(payload, where, "", self.strange)
        links = []
        for result in answer.each("results"):
            said = f"{result.find('title', str) or ''} {result.find('description', str) or ''}"
            links.append((result.take("link", str), said))
        more = reading.page(tuple(link for link, _ in links), answer.take("total", int), answer)
        answer.drop("start", "aggregates", "suggested_queries", "suggested_autocomplete", "es_cluster")
        answer.drop("facets", "discovery_engine_attribution_token", "result_sets")
        answer.done()
        return links, more

"""What is asked of GOV.UK?

The search API for what the followed organisations published in the days wanted, and for what anybody did: it tells
which watched pages were altered, and which pages speak of a followed term. The content API for the pages so found, and
for the HTML publications below them. A minor edit moves no date in the search, so that besides a few pages are read
again in each pass, in turn. Where that is fewer requests, as over many days, every watched page is read instead, and
each term searched for.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import quote

from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from monitor.model.documents import Document, Presence
from monitor.model.sources import Problem, Visit
from monitor.pipeline.coverage.revisit_queue import again
from spiders import catalogue
from spiders.attachments import LARGEST, UNREAD, Attached, attached, expected, is_file, read_file, why_unread
from spiders.content_items import SAFE, below, content_item, destination, later, own_path, stamped_on, updated, vanished
from spiders.department_check import organisation_query, silent_organisations, unknown_organisation
from spiders.departments import replaced
from spiders.gov_uk_search import A_DAY, SEARCH, SWEEP, department_query, everything_query, rows, term_query
from spiders.html_text import folded
from spiders.jobs import Job
from spiders.not_found import MISSING, NOT_FOUND, on_its_way
from spiders.paging import PagedList
from spiders.settings import files_address
from spiders.source_spider import Found, SourceSpider
from spiders.strict_fields import Fields, SourceChanged

CARD = catalogue.GOV_UK_CARD
CONTENT = "/api/content"
GONE = 410


class GovUkSpider(SourceSpider):
    """Reads watched pages, then what is new, each page once; keys are base paths."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._lists = {"published": PagedList(), "everything": PagedList(size=SWEEP)}
        self._taken: set[str] = set()
        self._named: dict[str, str | None] = {}
        self._absent: dict[str, str] = {}
        self._in_a_year: dict[str, int] = {}
        self._came: Counter[str] = Counter()
        self._wanted = [set(folded(term).split()) for term in job.terms]
        self._pages = self._paths(job.pages)
        self._keys = self._paths(tuple(key for key in job.keys if not is_file(key)))
        self._watched = dict.fromkeys((*self._pages, *self._keys))
        pages = ((job.until - job.since).days + 1) * A_DAY / SWEEP
        self._thorough = len(job.terms) + len(self._watched) < pages

    async def start(self) -> AsyncIterator[Request]:
        fresh, turn = again(self._pages, self._keys, self.job.visits)
        for path in (*fresh, *(self._watched if self._thorough else ()), *turn):
            for request in self._page(path):
                yield request
        yield self._list("published", 0)
        for organisation in self.job.organisations:
            yield self._count(organisation)
        if self._thorough:
            for term in self.job.terms:
                yield self.ask(SEARCH, term_query(self.job, term), self.term, doing=f"search for {term}")
        elif self._watched or self._wanted:
            yield self._list("everything", 0)

    def _paths(self, pages: tuple[str, ...]) -> tuple[str, ...]:
        """Return what is watched as paths on GOV.UK; what is none becomes a problem."""
        for page in pages:
            if own_path(page) is None:
                self.trouble("bad-page", "a page to watch is not an address on GOV.UK", page[:200])
        return tuple(path for page in pages if (path := own_path(page)))

    def _list(self, name: str, start: int) -> Request:
        query = department_query if name == "published" else everything_query
        doing = f"{name} since {self.job.since}, from {start}"
        return self.ask(SEARCH, query(self.job, start), self.results, doing=doing, name=name, start=start)

    def _count(self, organisation: str, *, ever: bool = False) -> Request:
        """Return the request that counts what an organisation published: a name that is none finds nothing."""
        query, doing = organisation_query(self.job, organisation, ever=ever), f"what {organisation} publishes"
        return self.ask(SEARCH, query, self.counted, doing=doing, organisation=organisation, ever=ever)

    def counted(self, payload: object, where: str, organisation: str, *, ever: bool) -> Iterator[Request]:
        """Note how much an organisation published; where it was nothing in a year, ask whether it ever was anything."""
        many = Fields(payload, where).take("total", int)
        if not ever:
            self._in_a_year[organisation] = many
        if many or replaced(organisation):
            return
        if ever:
            self.trouble(*unknown_organisation(organisation), where)
        else:
            yield self._count(organisation, ever=True)

    def _page(self, path: str, stamp: str | None = None) -> Iterator[Request]:
        """Yield the request for a page, unless it was asked for already, or was read since it was last altered.

        `stamp`: when it was last altered, as the search that names it knows.
        """
        if stamp:
            self._named[path] = stamp
        if not path or path in self._taken:
            return
        known = self.known.get(path)
        if stamp and known and known.stamp and not later(stamp, known.stamp):
            self.listed += 1
            return
        self._taken.add(path)
        safe = quote(path, safe=SAFE)
        yield self.ask(CONTENT + safe, {}, self.page, doing=path, accept=(GONE,), visit=path, page=path)

    def failed(self, failure: Failure) -> Found:
        """Record why a request failed for good; a page that is not there (yet) is a matter of that page alone."""
        wrong, request = failure.value, getattr(failure, "request", None)
        page = request.cb_kwargs.get("visit") if request is not None else None
        if page and isinstance(wrong, HttpError) and wrong.response.status == NOT_FOUND:
            self._absent[page] = wrong.response.url
            self.visited(Visit(page, missing=True))
            return ()
        return super().failed(failure)

    def all_problems(self) -> tuple[Problem, ...]:
        """Return the problems, also of watched pages that were not there when they were last asked for.

        A page that the search or the page above it has just named is there: not to get it is to have missed it. If
        what names it is days old, it will not come: a link leads nowhere, or the search is behind.
        """
        for path, where in self._absent.items():
            if path in self._named:
                kind = f"http-{NOT_FOUND}" if on_its_way(stamped_on(self._named[path]), self._today) else MISSING
                self.trouble(kind, "GOV.UK lists this page, but does not answer with it", where)
            else:
                self._missing(where)
        for path in self._pages:
            if path not in self._taken and (known := self.known.get(path)) and known.missing:
                self._missing(self.job.at(CONTENT + quote(path, safe=SAFE)))
        for kind, seen in silent_organisations(self.job, self._in_a_year, self._came):
            self.trouble(kind, seen, self.job.at(SEARCH))
        return super().all_problems()

    def _missing(self, where: str) -> None:
        self.trouble("missing-page", "GOV.UK has no such page", where)

    def results(self, payload: object, where: str, name: str, start: int) -> Iterator[Document | Request]:
        """Yield the requests for the wanted pages of a list, and for its next page, a short page being the last."""
        reading = self._lists[name]
        found, count, more = rows(payload, where, reading, self.strange, self._came)
        if name == "published":
            self.offered = len([link for link in reading.seen if own_path(link)])
        if more:
            yield self._list(name, start + count)
        elif reading.short:
            self.trouble("short-list", reading.short, where)
        for path, said, stamp in found:
            if name == "published" or path in self._watched or self._speaks(said):
                yield from self._page(path, stamp)

    def term(self, payload: object, where: str) -> Iterator[Document | Request]:
        """Yield the requests for the pages that speak of a term. The search takes words apart, so we look again."""
        for path, said, stamp in rows(payload, where, PagedList(), self.strange)[0]:
            if self._speaks(said):
                yield from self._page(path, stamp)

    def _speaks(self, said: str) -> bool:
        """Return whether a title with its summary holds every word of one of the terms."""
        words = set(folded(said).split())
        return any(wanted <= words for wanted in self._wanted)

    def page(self, payload: object, where: str, page: str) -> Iterator[Document | Request]:
        """Yield a page's document, and the requests for what stands below it or where it has moved to.

        What stands below has its own turn; but with the page it may have been altered too.
        """
        if payload is None:
            yield vanished(page, self.job.until)
            return
        document, stamp = content_item(payload, where, self.strange), updated(payload, where)
        if document.key != page:
            self._taken.add(document.key)
        yield document
        known = self.known.get(page)
        altered = known is None or known.stamp != stamp
        self.visited(Visit(page, stamp=stamp))
        onward = destination(payload, where) if document.presence is Presence.REDIRECTED else None
        for further in (*below(payload, where), *([onward] if onward else [])):
            self._named[further] = stamp
            if altered or further not in self.known:
                yield from self._page(further)
        if page in self._watched or expected(document.title, self.job.titles):
            for file in attached(payload, where, document):
                yield from self._file(file)

    def _file(self, file: Attached) -> Iterator[Request]:
        """Yield the request for a file, unless it was read before: what replaces it has another address."""
        where = files_address(self.job) + file.path
        if (known := self.known.get(file.path)) and known.stamp:
            self.trouble(UNREAD, known.stamp, where)
        if file.path in self._taken or known:
            return
        self._taken.add(file.path)
        if file.size > LARGEST:
            self.trouble(UNREAD, f"{file.title}: its {file.size:,} bytes are more than bywhen reads", where)
            return
        given: dict[str, Any] = {"headers": {"Accept": "application/pdf"}, "meta": {"download_maxsize": LARGEST}}
        yield Request(where, callback=self.file, errback=self.unread, cb_kwargs={"file": file}, **given)

    def file(self, response: Response, file: Attached) -> Iterator[Document]:
        """Yield the document of a file; one that can't be read becomes a warning."""
        self.tell(self.written, file.path)
        try:
            read = read_file(file, response.body, response.url)
        except SourceChanged as wrong:
            self.trouble(wrong.kind, wrong.what, wrong.where)
            return
        if read.partly:
            self.trouble(UNREAD, read.partly, response.url)
        self.visited(Visit(file.path, stamp=read.partly))
        self.written += len(read.documents)
        yield from read.documents

    def unread(self, failure: Failure) -> None:
        """Record that a file could not be fetched: a warning, as its publication was read."""
        self.trouble(UNREAD, *why_unread(failure))

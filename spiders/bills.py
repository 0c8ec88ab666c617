"""What is asked of the Bills service?

The Bills whose title a register names, then the stages of each. The service's search is not relied on: what it finds is
held against the title again. Where it finds no Bill of the Government's, the Bill may have been renamed: it is then
looked for by its former title among the Bills with news. Every stage is read in every pass, so that a Bill's story is
whole whenever it is read.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request

from monitor.model.bill_names import BillBy
from monitor.model.documents import Document
from spiders import catalogue
from spiders.bill_stages import Bill, Stage, bill, documents, named, names, stage
from spiders.jobs import Job, Query
from spiders.paging import PagedList
from spiders.source_spider import SourceSpider
from spiders.strict_fields import Fields

CARD = catalogue.BILLS_CARD
PATH = "/api/v1/Bills"
MANY = 100
GOVERNMENT = 1
"""The service's number for the Government's Bills."""
LIKELY = 500
"""Bills that one title finds at the very most; the service has thousands, and passes over a search it can't read."""


def list_query(term: str, skip: int) -> Query:
    """Return the query for one page of the Bills that a term finds, the one with news first."""
    return {"SearchTerm": term, "SortOrder": "DateUpdatedDescending", "Skip": skip, "Take": MANY}


def newest_query() -> Query:
    """Return the query for the Government's Bills, those with news first."""
    return {"BillType": GOVERNMENT, "SortOrder": "DateUpdatedDescending", "Skip": 0, "Take": MANY}


def stages_query(skip: int) -> Query:
    """Return the query for one page of a Bill's stages."""
    return {"Skip": skip, "Take": MANY}


class BillsSpider(SourceSpider):
    """Reads the list for each title, then each Bill's stages, each Bill once."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self.offered = 0
        self._bills: set[int] = set()
        self._readings: dict[str, PagedList] = {}
        self._governments: set[str] = set()
        self._newest = False

    async def start(self) -> AsyncIterator[Request]:
        for term in sorted({named(title) for title in self.job.titles} - {""}):
            yield self._list(term, 0)

    def _list(self, term: str, skip: int) -> Request:
        return self.ask(PATH, list_query(term, skip), self.page, doing=f"Bills called {term}", term=term, skip=skip)

    def _stages(self, one: Bill, found: tuple[Stage, ...] = ()) -> Request:
        doing, path = f"stages of the {one.title}", f"{PATH}/{one.number}/Stages"
        return self.ask(path, stages_query(len(found)), self.stages, doing=doing, one=one, found=found)

    def page(self, payload: object, where: str, term: str, skip: int) -> Iterator[Document | Request]:
        """Yield the request for the stages of each Bill of a page that is one of those named, and the next page's."""
        answer = Fields(payload, where, "", self.strange)
        found = tuple(bill(item) for item in answer.each("items"))
        self._governments |= {named(b.title) for b in found if b.by is BillBy.GOVERNMENT}
        if self._more(term, [str(b.number) for b in found], answer):
            yield self._list(term, skip + len(found))
        elif term not in self._governments and not self._newest:
            self._newest = True
            yield self.ask(PATH, newest_query(), self.newest, doing="Bills of the Government")
        yield from self._named(found)

    def newest(self, payload: object, where: str) -> Iterator[Document | Request]:
        """Yield the request for the stages of each of the Government's Bills that is one of those named."""
        answer = Fields(payload, where, "", self.strange)
        yield from self._named(tuple(bill(item) for item in answer.each("items")))
        answer.drop("totalResults", "itemsPerPage")
        answer.done()

    def _named(self, found: tuple[Bill, ...]) -> Iterator[Request]:
        for one in found:
            if one.number not in self._bills and names(one, self.job.titles):
                self._bills.add(one.number)
                yield self._stages(one)

    def stages(self, payload: object, where: str, one: Bill, found: tuple[Stage, ...]) -> Iterator[Document | Request]:
        """Yield the documents of a Bill once all pages of its stages have been read."""
        answer = Fields(payload, where, "", self.strange)
        new = tuple(stage(item, self.job.until) for item in answer.each("items"))
        found = (*found, *new)
        if self._more(f"stages of {one.number}", [str(s.number) for s in new], answer):
            yield self._stages(one, found)
            return
        read = documents(one, found)
        self.offered = (self.offered or 0) + len(read)
        yield from read

    def _more(self, name: str, rows: list[str], answer: Fields) -> bool:
        """Return whether a list goes on after a page, by the total it gives: pages may be shorter than asked for."""
        reading, total = self._readings.setdefault(name, PagedList()), answer.take("totalResults", int)
        if total > LIKELY:
            answer.refuse(f"{total} found for {name!r}: the search was not heeded")
        reading.page(tuple(rows), total, answer)
        more = bool(rows) and len(reading.seen) < total
        if reading.short and not more:
            answer.refuse(reading.short)
        answer.drop("itemsPerPage")
        answer.done()
        return more

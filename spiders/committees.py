"""What is asked of the committees service?

Which types of publication there are, then every publication of the days wanted: what is of interest is chosen here,
so a pass costs as much for one term as for a thousand. What is relied on already is asked for again by its number.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

from scrapy import Request

from monitor.model.documents import Document
from spiders import catalogue
from spiders.committee_publications import publication, sort
from spiders.jobs import Job, Query
from spiders.paging import PagedList
from spiders.source_spider import SourceSpider
from spiders.strict_fields import Fields, SourceChanged

CARD = catalogue.COMMITTEES_CARD
PATH = "/api/Publications"
TYPES = "/api/PublicationType"
MANY = 100


def list_query(job: Job, types: tuple[int, ...], skip: int) -> Query:
    """Return the query for one page of what was published in the days wanted; both days are the London ones."""
    return {
        "PublicationTypeIds": types,
        "StartDate": str(job.since),
        "EndDate": f"{job.until}T23:59:59",
        "SortOrder": "PublicationDateDescending",
        "ShowOnWebsiteOnly": "true",
        "Skip": skip,
        "Take": MANY,
    }


def one_query() -> Query:
    """Return the query for one publication by its number; the name is spelt otherwise there."""
    return {"showOnWebsiteOnly": "true"}


class CommitteesSpider(SourceSpider):
    """Reads what is relied on, then the types, then the list."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._reading = PagedList()
        self._taken: set[str] = set()

    async def start(self) -> AsyncIterator[Request]:
        for key in sorted({key for key in self.job.keys if key.isdecimal()}, key=int):
            self._taken.add(key)
            yield self.ask(f"{PATH}/{key}", one_query(), self.one, doing=f"publication {key}", named=key)
        yield self.ask(TYPES, {}, self.types, doing="types of publication")

    def types(self, payload: object, where: str) -> Iterator[Request]:
        """Yield the request for the first page of the types wanted; SourceChanged where none is."""
        if not isinstance(payload, list):
            raise SourceChanged("the types of publication are not a list", where)
        known = tuple(sort(Fields(item, where, "type", self.strange)) for item in payload)
        wanted = tuple(s.number for s in known if s.wanted)
        if not wanted:
            raise SourceChanged("no type of publication is one the government responds to", where)
        yield self._list(wanted, 0)

    def _list(self, types: tuple[int, ...], skip: int) -> Request:
        doing = f"publications since {self.job.since}, from {skip}"
        return self.ask(PATH, list_query(self.job, types, skip), self.page, doing=doing, types=types, skip=skip)

    def page(self, payload: object, where: str, types: tuple[int, ...], skip: int) -> Iterator[Document | Request]:
        """Yield what is of interest on a page, and the next page's request until as many came as were announced."""
        answer = Fields(payload, where, "", self.strange)
        rows = answer.take("items", list)
        self._reading.page(tuple(self._names(rows, where)), answer.take("totalResults", int), answer)
        answer.drop("itemsPerPage", "links")
        answer.done()
        self.offered = len(self._reading.seen)
        if rows and len(self._reading.seen) < (self._reading.said or 0):
            yield self._list(types, skip + len(rows))
        elif self._reading.short:
            self.trouble("short-list", self._reading.short, where)
        yield from self.each(rows, lambda row: self._row(row, where))

    def one(self, payload: object, where: str) -> Iterator[Document]:
        """Yield a publication that is relied on already, whatever it is."""
        yield publication(Fields(payload, where, "", self.strange)).document

    def _row(self, row: object, where: str) -> Iterator[Document]:
        read = publication(Fields(row, where, "items[]", self.strange))
        wanted = read.concerns((*self.job.terms, *self.job.titles), self.job.keys)
        if wanted and read.document.key not in self._taken:
            self._taken.add(read.document.key)
            yield read.document

    def _names(self, rows: list[object], where: str) -> Iterator[str]:
        """Yield the rows' numbers; refuse a page with mostly other days: the service ignored the search."""
        found = [_placed(Fields(row, where, "items[]")) for row in rows]
        outside = [number for number, day in found if day and not self.job.since <= day <= self.job.until]
        if len(outside) * 2 > len(found):
            raise SourceChanged(
                f"{len(outside)} of {len(found)} publications are from other days than asked for", where
            )
        yield from (number for number, _ in found)


def _placed(row: Fields) -> tuple[str, date | None]:
    return str(row.take("id", int)), row.day_or_none("publicationStartDate")

"""What is asked of the written statements service? Every statement made in the days wanted, each read by itself.

Once read, it is read again only where the list shows it altered. A statement relied on already is read again wherever
it lies, together with the list of its day: only the list tells that it was made in the Lords as well.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scrapy import Request

from monitor.model.documents import Document
from monitor.model.sources import Visit
from spiders import catalogue
from spiders.body_spider import BodySpider
from spiders.jobs import Job, Query
from spiders.paging import PAGE, PagedList
from spiders.statement_fields import Listed, copies_of, joined, listed, marks, statement, without_copies
from spiders.strict_fields import Fields, SourceChanged

CARD = catalogue.WRITTEN_STATEMENTS_CARD
PATH = "/api/writtenstatements/statements"


@dataclass(slots=True)
class Listing:
    """One list as it is being read, of the days `since` to `until`: its rows, and the statements that wait for it."""

    since: date
    until: date
    bodies: tuple[int, ...]
    reading: PagedList = field(default_factory=PagedList)
    rows: list[Listed] = field(default_factory=list)
    waiting: list[Document] | None = field(default_factory=list)

    def holds(self, row: Listed) -> bool:
        """Return whether a row is one of those asked for."""
        return self.since <= row.made_on <= self.until and (not self.bodies or row.body in self.bodies)

    def joined(self, document: Document) -> Document:
        """Return a statement with what the list knows of its copies."""
        return joined(document, copies_of(self.rows).get(int(document.key), ()))


def list_query(job: Job, skip: int, of: Listing | None = None) -> Query:
    """Return the query for one page of a list, by default of the job's days and departments."""
    asked = of or Listing(job.since, job.until, job.bodies)
    return {
        "madeWhenFrom": str(asked.since),
        "madeWhenTo": str(asked.until),
        "answeringBodies": asked.bodies,
        "sessionStatus": "Any",
        "skip": skip,
        "take": PAGE,
    }


class WrittenStatementsSpider(BodySpider):
    """Reads the list to its end, leaves out Lords copies, then reads each statement by itself."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._wanted = Listing(job.since, job.until, job.bodies)
        self._days: dict[date, Listing] = {}
        self._marks: Mapping[str, str] = {}

    async def start(self) -> AsyncIterator[Request]:
        yield self._list(self._wanted, 0)

    def _list(self, of: Listing, skip: int) -> Request:
        doing = f"statements from {of.since} to {of.until}, from {skip}"
        return self.ask(PATH, list_query(self.job, skip, of), self.page, doing=doing, of=of, skip=skip)

    def _detail(self, number: int) -> Request:
        path, query = f"{PATH}/{number}", {"expandMember": "true"}
        return self.ask(path, query, self.one, doing=f"statement {number}", named=str(number))

    def page(self, payload: object, where: str, of: Listing, skip: int) -> Iterator[Document | Request]:
        """Yield the next page's request, or at a list's end what it was read for."""
        answer = Fields(payload, where, "", self.strange)
        rows = answer.take("results", list)
        found = [_checked(listed(row, where), of, where) for row in rows]
        more = of.reading.page(tuple(str(s.number) for s in found), answer.take("totalResults", int), answer)
        answer.done()
        of.rows += found
        if more:
            yield self._list(of, skip + len(rows))
            return
        if of.reading.short:
            self.trouble("short-list", of.reading.short, where)
        yield from self._read(of)

    def _read(self, of: Listing) -> Iterator[Document | Request]:
        """Yield the statements that waited for a list, or the requests for those in the list of the days wanted."""
        waiting, of.waiting = of.waiting or [], None
        yield from (of.joined(document) for document in waiting)
        if of is self._wanted:
            numbers = {one.number for one in without_copies(of.rows)}
            self.offered, self._marks = len(numbers), marks(of.rows)
            self.named_on |= {str(row.number): row.made_on for row in of.rows}
            relied = {int(key) for key in self.job.keys if key.isdecimal()}
            same = {number for number in numbers - relied if self._as_it_was(str(number))}
            self.listed += len(same)
            self.heard |= {row.body for row in of.rows}
            yield from self.unheard(PATH, "made")
            yield from (self._detail(number) for number in sorted((numbers | relied) - same))

    def _as_it_was(self, key: str) -> bool:
        known = self.known.get(key)
        return known is not None and known.stamp == self._marks[key]

    def one(self, payload: object, where: str) -> Iterator[Document | Request]:
        """Yield the document of a statement read by itself, once the list of its day has been read."""
        document = statement(payload, where, self.strange)
        yield from self._with_its_day(document)
        self.visited(Visit(document.key, stamp=self._marks.get(document.key)))

    def _with_its_day(self, document: Document) -> Iterator[Document | Request]:
        day = document.published_on
        if self.job.since <= day <= self.job.until:
            yield self._wanted.joined(document)
        elif day not in self._days:
            self._days[day] = Listing(day, day, (), waiting=[document])
            yield self._list(self._days[day], 0)
        elif (waiting := self._days[day].waiting) is not None:
            waiting.append(document)
        else:
            yield self._days[day].joined(document)


def _checked(row: Listed, of: Listing, where: str) -> Listed:
    """Return a list row; refuse the page where the row is not what was asked for."""
    if not of.holds(row):
        raise SourceChanged(f"a statement of {row.made_on} by body {row.body}, which was not asked for", where)
    return row

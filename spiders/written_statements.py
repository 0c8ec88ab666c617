"""What is asked of the written statements service? Every statement made in the days wanted, each read by itself."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request

from monitor.documents import Document
from spiders import catalogue
from spiders.jobs import Job
from spiders.paging import PAGE, Reading
from spiders.source_spider import Query, SourceSpider
from spiders.statements import Listed, listed, statement, without_copies
from spiders.strict import Fields, SourceChanged

CARD = catalogue.WRITTEN_STATEMENTS_CARD
PATH = "/api/writtenstatements/statements"


def list_query(job: Job, skip: int) -> Query:
    """Return the query for one page of the list, of the followed departments."""
    return {
        "madeWhenFrom": str(job.since),
        "madeWhenTo": str(job.until),
        "answeringBodies": job.bodies,
        "sessionStatus": "Any",
        "skip": skip,
        "take": PAGE,
    }


class WrittenStatementsSpider(SourceSpider):
    """Reads the list to its end, leaves out Lords copies, then reads each statement by itself."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._reading = Reading()
        self._listed: list[Listed] = []

    async def start(self) -> AsyncIterator[Request]:
        for number in sorted({int(key) for key in self.job.keys if key.isdecimal()}):
            yield self._detail(number)
        yield self._list(0)

    def _list(self, skip: int) -> Request:
        doing = f"statements since {self.job.since}, from {skip}"
        return self.ask(PATH, list_query(self.job, skip), self.page, doing=doing, skip=skip)

    def _detail(self, number: int) -> Request:
        return self.ask(f"{PATH}/{number}", {"expandMember": "true"}, self.one, doing=f"statement {number}")

    def page(self, payload: object, where: str, skip: int) -> Iterator[Document | Request]:
        """Yield the next page's request, or at the list's end the requests for the statements themselves."""
        answer = Fields(payload, where, "", self.strange)
        rows = answer.take("results", list)
        found = [self._checked(row, where) for row in rows]
        more = self._reading.page(tuple(str(s.number) for s in found), answer.take("totalResults", int), answer)
        answer.done()
        self._listed += found
        if more:
            yield self._list(skip + len(rows))
            return
        if self._reading.short:
            self.trouble("short-list", self._reading.short, where)
        wanted = without_copies(self._listed)
        self.offered = len({s.number for s in wanted})
        for one in wanted:
            yield self._detail(one.number)

    def one(self, payload: object, where: str) -> Iterator[Document]:
        """Yield the document of a statement read by itself."""
        yield statement(payload, where, self.strange)

    def _checked(self, row: object, where: str) -> Listed:
        """Return a list row; refuse the page where the row is not what was asked for."""
        found = listed(row, where)
        if not self.job.since <= found.made_on <= self.job.until or not self.job.follows(found.body):
            seen = f"a statement of {found.made_on} by body {found.body}, which was not asked for"
            raise SourceChanged(seen, where)
        return found

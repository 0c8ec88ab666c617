"""What is asked of the written questions service?

Questions tabled, answered or corrected in the days wanted, and those relied on already, wherever they have gone:
a question handed to another department is found by its number only. An answer is read whole by itself, once for as long
as the list shows it unaltered; those relied on are read again in any case, as a list cuts texts and hides edits.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

from scrapy import Request

from monitor.model.documents import Document
from monitor.model.sources import Visit
from monitor.pipeline.coverage.harvest_check import SILENT
from spiders import catalogue
from spiders.body_spider import BodySpider
from spiders.department_check import USUAL, sat
from spiders.jobs import Job, Query
from spiders.paging import PAGE, PagedList
from spiders.question_fields import question, question_fields, row_mark, to_be_fetched
from spiders.strict_fields import Fields, SourceChanged

CARD = catalogue.WRITTEN_QUESTIONS_CARD
PATH = "/api/writtenquestions/questions"
WINDOWS = {"tabled": "dateTabled", "answered": "dateAnswered", "corrected": "dateAnswerCorrected"}
"""The three windows of days a list can be asked for, each with the field that must then lie within it."""
_DAILY = ("tabled", "answered")
"""Those in which something comes on every sitting day; corrections are few."""


def list_query(job: Job, window: str, skip: int) -> Query:
    """Return the query for one page of one window.

    Always with days: asked for departments alone, the service searches everything and times out.
    """
    return {
        f"{window}WhenFrom": str(job.since),
        f"{window}WhenTo": str(job.until),
        "answeringBodies": job.bodies,
        "includeWithdrawn": "true",
        "expandMember": "true",
        "sessionStatus": "Any",
        "skip": skip,
        "take": PAGE,
    }


class WrittenQuestionsSpider(BodySpider):
    """Reads the three lists, then each question by itself where the list gives less than the whole."""

    name = CARD.name

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._readings = {window: PagedList() for window in WINDOWS}
        self._taken: set[int] = set()
        self._marks: dict[str, str] = {}
        self._ended: set[str] = set()

    async def start(self) -> AsyncIterator[Request]:
        for number in sorted({int(key) for key in self.job.keys if key.isdecimal()}):
            self._taken.add(number)
            yield self._detail(number)
        for window in WINDOWS:
            yield self._list(window, 0)

    def _list(self, window: str, skip: int) -> Request:
        doing = f"questions {window} since {self.job.since}, from {skip}"
        return self.ask(PATH, list_query(self.job, window, skip), self.page, doing=doing, window=window, skip=skip)

    def _detail(self, number: int) -> Request:
        path, query = f"{PATH}/{number}", {"expandMember": "true"}
        return self.ask(path, query, self.one, doing=f"question {number}", named=str(number))

    def page(self, payload: object, where: str, window: str, skip: int) -> Iterator[Document | Request]:
        """Yield the questions of a page and the next page's request, a short page being the last."""
        answer = Fields(payload, where, "", self.strange)
        rows = answer.take("results", list)
        names = self._names(rows, where, window)
        reading = self._readings[window]
        more = reading.page(names, answer.take("totalResults", int), answer)
        answer.done()
        self.offered = len(set().union(*(r.seen for r in self._readings.values())))
        if more:
            yield self._list(window, skip + len(rows))
        elif reading.short:
            self.trouble("short-list", reading.short, where)
        if not more:
            yield from self._after(window, where)
        yield from self.each(rows, lambda row: self._row(row, where))

    def _after(self, window: str, where: str) -> Iterator[Request]:
        """Yield, once all lists are read to their ends, a request for each department of which nothing came."""
        self._ended.add(window)
        if self._ended < WINDOWS.keys():
            return
        came = {name: len(self._readings[name].seen) for name in _DAILY}
        if min(came.values()) == 0 and max(came.values()) >= USUAL and sat(self.job, CARD.quiet):
            empty = min(came, key=lambda name: came[name])
            self.trouble(SILENT, f"no question {empty} from {self.job.since} to {self.job.until}", where)
        yield from self.unheard(PATH, "tabled")

    def one(self, payload: object, where: str) -> Iterator[Document]:
        """Yield the document of a question read by itself."""
        document = question(payload, where, self.strange)
        yield document
        self.visited(Visit(document.key, stamp=self._marks.get(document.key)))

    def _row(self, row: object, where: str) -> Iterator[Document | Request]:
        number, cut = to_be_fetched(row, where)
        if number in self._taken:
            return
        self._taken.add(number)
        mark, known = row_mark(row), self.known.get(str(number))
        if not cut:
            yield question(row, where, self.strange)
        elif known and known.stamp == mark:
            self.listed += 1
        else:
            self._marks[str(number)] = mark
            yield self._detail(number)

    def _names(self, rows: list[object], where: str, window: str) -> tuple[str, ...]:
        """Return the rows' numbers; refuse a page most of whose rows are not what was asked for.

        The service passes over a parameter it does not know, and then answers with everything it has. A few rows may
        lie outside: an answer that replaced a holding one, a question handed on.
        """
        found = [self._fits(question_fields(row, where), window) for row in rows]
        outside = [number for number, _, fits in found if not fits]
        if len(outside) * 2 > len(found):
            seen = f"{len(outside)} of {len(found)} questions are from other days or departments than were asked for"
            raise SourceChanged(seen, where)
        for number, day, _ in found:
            self.named_on[number] = max(day or date.min, self.named_on.get(number, date.min))
        return tuple(number for number, *_ in found)

    def _fits(self, value: Fields, window: str) -> tuple[str, date | None, bool]:
        """Return a row's number, its day, and whether it lies within the days and departments asked for."""
        day, body = value.day_or_none(WINDOWS[window]), value.take("answeringBodyId", int)
        self.heard.add(body)
        within = day is not None and self.job.since <= day <= self.job.until
        return str(value.take("id", int)), day, within and self.job.follows(body)

"""What is asked of Hansard?

By day: of each month and House the calendar, of each sitting day its sections, of each section the tree of its
debates, and from the trees the debates worth reading: what the card says is taken. A tree shows titles only, so that
the debates in which a term is but spoken are searched for besides. A longer stretch of the past goes by way of search
alone where that is fewer requests (routes). Speeches are provisional at first: those relied on are read again on the
days that the card names.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Any

from scrapy import Request

from monitor.model.documents import Document
from spiders import catalogue, hansard_routes, hansard_trees
from spiders.contributions import PATH, hits, query
from spiders.debates import debate
from spiders.jobs import Job
from spiders.paging import PagedList
from spiders.source_spider import SourceSpider
from spiders.strict_fields import Fields, SourceChanged

CARD = catalogue.HANSARD_CARD
CALENDAR = "/overview/calendar.json"
SECTIONS = "/overview/sectionsforday.json"
TREES = "/overview/sectiontrees.json"
DEBATE = "/debates/debate"
ELSEWHERE = frozenset(("CWA", "QWA", "WMS"))
"""Sections of written answers and statements: they have their own sources."""
ASKED_AGAIN = 2
LEFT_OUT = "left-out"
"""The kind of problem that says which debates of the days read are not read."""
_ONLY = "only those with it in their titles, and statements, are read; narrower terms would find the rest"


class HansardSpider(SourceSpider):
    """Reads days, then trees, then debates, each once; keys are external ids in capitals."""

    name = CARD.name
    in_turn = False  # it is read again on certain days: what can't be read on one of them makes that day unread

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self._taken: set[str] = set()
        self._terms = (*job.terms, *job.titles)
        self._by_day = False
        self._left_out = False
        self._searched = self._to_come = 0

    async def start(self) -> AsyncIterator[Request]:
        job, terms = self.job, hansard_routes.fewest(self._terms)
        for key in job.keys:
            for request in self._debate(key):
                yield request
        if not hansard_routes.searched(job.since, job.until, terms, len(job.houses)):
            for request in (*self._calendars(), *self._searches(terms, hansard_routes.KINDS[:1])):
                yield request
            return
        for request in self._searches(terms, hansard_routes.KINDS):
            yield request

    def _searches(self, terms: tuple[str, ...], kinds: tuple[str, ...]) -> Iterator[Request]:
        """Yield the first page of each search; how many pages there are will show whether it is worth going on.

        Corrections are a section of their own, which a day's trees show whole.
        """
        self._searched = self._to_come = len(terms) * len(kinds)
        for kind in kinds:
            for term in terms:
                yield self._search(kind, term, 0, PagedList(size=hansard_routes.TAKE))

    def _search(self, kind: str, term: str, skip: int, reading: PagedList) -> Request:
        path, doing = PATH.format(kind=kind), f"{term!r}, {kind.lower()}, from {skip}"
        asked = query(term, self.job.since, self.job.until, skip)
        return self.ask(path, asked, self.found, doing=doing, kind=kind, term=term, reading=reading)

    def found(
        self, payload: object, where: str, kind: str, term: str, reading: PagedList
    ) -> Iterator[Document | Request]:
        """Yield the requests for the debates that a page of hits is from, and for the next page.

        Where the pages to come are more than reading day by day would take, it is read day by day after all; and where
        they are many more than that, some debates are left out, which is said.
        """
        if self._left_out:
            return
        answer = Fields(payload, where, "", self.strange)
        page = hits(answer, kind, self.job.since, self.job.until, self._terms)
        first = reading.pages == 0
        more = reading.page(page.rows, page.total, answer)
        self._to_come += hansard_routes.pages(page.total) - 1 if first else 0
        for key, day in page.debates.items():
            yield from self._debate(key, day)
        cost = hansard_routes.by_days(self.job.since, self.job.until, len(self.job.houses))
        if self._to_come > cost and not self._by_day:
            yield from self._calendars()
        if self._to_come > max(cost, self._searched) * hansard_routes.MOST:
            self._left_out = True
            self.trouble(LEFT_OUT, f"{self._to_come} pages of debates speak of what is followed: {_ONLY}", where)
        elif more:
            yield self._search(kind, term, len(reading.seen), reading)
        elif reading.short:
            self.trouble("short-list", reading.short, where)

    def _calendars(self) -> Iterator[Request]:
        self._by_day = True
        for year, month in hansard_routes.months(self.job.since, self.job.until):
            for house in self.job.houses:
                asked = {"year": str(year), "month": str(month), "house": house}
                yield self.ask(CALENDAR, asked, self.calendar, doing=f"{house}, {year}-{month:02}", house=house)

    def calendar(self, payload: object, where: str, house: str) -> Iterator[Document | Request]:
        """Yield the requests for the sections of the days on which a House sat, as far as they are wanted."""
        if not isinstance(payload, list):
            raise SourceChanged("the calendar of a month is not a list", where)
        for value in payload:
            item = Fields(value, where, "calendar", self.strange)
            day = item.day("ItemDate")
            item.drop("House", "Metadata")
            item.done()
            if self.job.since <= day <= self.job.until:
                query = {"date": str(day), "house": house}
                yield self.ask(SECTIONS, query, self.sections, doing=f"{house}, {day}", day=day, house=house)

    def sections(self, payload: object, where: str, day: date, house: str) -> Iterator[Document | Request]:
        """Yield the requests for a day's trees; no sections means that the House did not sit, or nothing is out yet."""
        if not isinstance(payload, list) or not all(isinstance(name, str) for name in payload):
            raise SourceChanged("the sections of a day are not a list of names", where)
        for section in payload:
            if section not in ELSEWHERE:
                yield self._tree(section, day, house)

    def _tree(self, section: str, day: date, house: str, again: int = 0) -> Request:
        query = {"section": section, "date": str(day), "house": house}
        doing = f"{house}, {day}, {section}"
        asked = self.ask(TREES, query, self.tree, doing=doing, section=section, day=day, house=house, again=again)
        return asked.replace(dont_filter=again > 0)

    def tree(
        self, payload: object, where: str, *, section: str, day: date, house: str, again: int
    ) -> Iterator[Document | Request]:
        """Yield the requests for the debates worth reading. An empty tree is asked for again: it may come late."""
        nodes = tuple(hansard_trees.nodes(payload, where, day, self.strange))
        if not nodes:
            if again < ASKED_AGAIN:
                yield self._tree(section, day, house, again + 1)
            else:
                self.trouble("empty-tree", f"the section {section} of {day} is listed, but holds no debate", where)
        for node in hansard_trees.chosen(nodes, self._terms, whole="correction" in section.casefold()):
            yield from self._debate(node.key or "", day)

    def one(self, payload: object, where: str) -> Iterator[Document]:
        """Yield the document of a debate; a heading under which nobody speaks is none."""
        document = debate(payload, where, self.strange)
        if document.passages:
            yield document
        elif self.offered:
            self.offered -= 1

    def _debate(self, key: str, day: date | None = None) -> Iterator[Request]:
        """Yield the request for a debate, unless it was asked for already. `day`: on which something names it."""
        if day:
            self.named_on[key.upper()] = day
        if not key.replace("-", "").isalnum() or key.upper() in self._taken:
            return
        self._taken.add(key.upper())  # ids come in either case; each is asked for as it was spelt
        self.offered = (self.offered or 0) + 1
        yield self.ask(f"{DEBATE}/{key}.json", {}, self.one, doing=f"debate {key}", named=key.upper())

"""Does a source still answer in the shape that its spider reads? One small thing of each is asked for, and read.

Each source's steps yield a path and a query, and are sent the payload and its address; whatever is left over in the end
is named. It shares the readers of the spiders, and nothing of the crawl.
"""

import asyncio
from collections.abc import Callable, Generator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from urllib.parse import quote

from monitor.model.sources import (
    BILLS,
    COMMITTEES,
    GOV_UK,
    HANSARD,
    WRITTEN_QUESTIONS,
    WRITTEN_STATEMENTS,
    Card,
    Problem,
)
from spiders.bill_stages import bill, stage
from spiders.committee_publications import publication
from spiders.content_items import SAFE, content_item, own_path
from spiders.debates import debate
from spiders.hansard_trees import TAKEN_TAGS, nodes
from spiders.jobs import Departments
from spiders.probe import fetched
from spiders.probe_requests import Pair
from spiders.question_fields import question, to_be_fetched
from spiders.statement_fields import listed, statement
from spiders.strict_fields import Fields, SourceChanged, new_fields

Asked = tuple[str, list[Pair]]
Answer = tuple[object, str]
Steps = Generator[Asked, Answer, None]

_LATELY = timedelta(days=730)
"""How far back one thing is looked for: far enough for any recess, and never without an end, which times out."""
_PARTLY = 3
"""How many of the last sitting days are tried: of the latest, nothing may be out yet."""
_LISTED = "title,link,description,public_timestamp,content_store_document_type"


async def misshapen(card: Card, day: date) -> tuple[Problem, ...]:
    """Return what is wrong with the answers of a source to a few small requests; none where all is as it was.

    After each request its delay is waited: the next may go to the same host.
    """
    strange: set[str] = set()
    steps = STEPS[card.name](card, day, strange)
    try:
        path, query = next(steps)
        while True:
            where = card.address.rstrip("/") + path
            payload = await fetched(card.name, where, query)
            await asyncio.sleep(card.delay)
            if isinstance(payload, Problem):
                return (payload,)
            path, query = steps.send((payload, where))
    except StopIteration:
        return new_fields(card.name, strange, card.address)
    except SourceChanged as changed:
        return (Problem(card.name, changed.kind, changed.what, changed.where),)


def _gov_uk(card: Card, _day: date, strange: set[str]) -> Steps:
    organisations: list[Pair] = [("filter_organisations", name) for name in card.departments]
    wanted: list[Pair] = [("fields", _LISTED), ("order", "-public_timestamp"), ("count", "1")]
    payload, where = yield "/api/search.json", [*organisations, *wanted]
    answer = Fields(payload, where, "", strange)
    answer.take("total", int)
    links = [result.take("link", str) for result in answer.each("results")]
    path = own_path(links[0]) if links else None
    if path is None:
        answer.refuse("the search names no page on GOV.UK")
    payload, where = yield f"/api/content{quote(path, safe=SAFE)}", []
    content_item(payload, where, strange)


def _questions(card: Card, day: date, strange: set[str]) -> Steps:
    path = "/api/writtenquestions/questions"
    rows, where = yield from _rows(card, path, "answered", day, strange)
    if rows:
        payload, where = yield f"{path}/{to_be_fetched(rows[0], where)[0]}", [("expandMember", "true")]
        question(payload, where, strange)


def _statements(card: Card, day: date, strange: set[str]) -> Steps:
    path = "/api/writtenstatements/statements"
    rows, where = yield from _rows(card, path, "made", day, strange)
    if rows:
        payload, where = yield f"{path}/{listed(rows[0], where).number}", [("expandMember", "true")]
        statement(payload, where, strange)


def _rows(
    card: Card, path: str, window: str, day: date, strange: set[str]
) -> Generator[Asked, Answer, tuple[list[object], str]]:
    """Return the rows of a list of at most one, and where it came from; there are none where nothing was published."""
    days: list[Pair] = [(f"{window}WhenFrom", str(day - _LATELY)), (f"{window}WhenTo", str(day))]
    bodies: list[Pair] = [("answeringBodies", str(number)) for number in Departments.of(card).bodies]
    payload, where = yield path, [*days, *bodies, ("sessionStatus", "Any"), ("take", "1")]
    answer = Fields(payload, where, "", strange)
    rows: list[object] = answer.take("results", list)
    if answer.take("totalResults", int) > 0 and not rows:
        answer.refuse("a list that says it has rows, and gives none")
    answer.done()
    return rows, where


def _hansard(_card: Card, _day: date, strange: set[str]) -> Steps:
    last, where = yield "/overview/lastsittingdate.json", [("house", "Commons")]
    day = _day_of(last, where)
    months: list[Pair] = [("year", str(day.year)), ("month", str(day.month)), ("house", "Commons")]
    calendar, where = yield "/overview/calendar.json", months
    if not isinstance(calendar, list):
        raise SourceChanged("the calendar of a month is not a list", where)
    sat = sorted({Fields(item, where, "calendar").day("ItemDate") for item in calendar}, reverse=True)
    for there in sat[:_PARTLY]:
        asked: list[Pair] = [("date", str(there)), ("house", "Commons")]
        sections, where = yield "/overview/sectionsforday.json", asked
        if not isinstance(sections, list) or not all(isinstance(name, str) for name in sections):
            raise SourceChanged("the sections of a day are not a list of names", where)
        if sections:
            yield from _debate("Debate" if "Debate" in sections else sections[0], there, asked, strange)
            return


def _debate(section: str, day: date, asked: list[Pair], strange: set[str]) -> Steps:
    trees, where = yield "/overview/sectiontrees.json", [("section", section), *asked]
    found = sorted((n for n in nodes(trees, where, day, strange) if n.key), key=lambda n: n.tag not in TAKEN_TAGS)
    if found:
        payload, where = yield f"/debates/debate/{quote(found[0].key or '', safe='-')}.json", []
        debate(payload, where, strange)


def _day_of(said: object, where: str) -> date:
    try:
        return date.fromisoformat(str(said)[:10])
    except ValueError:
        raise SourceChanged(f"the last sitting day is {str(said)[:40]!r}", where) from None


def _committees(_card: Card, day: date, strange: set[str]) -> Steps:
    days: list[Pair] = [("StartDate", str(day - _LATELY)), ("EndDate", f"{day}T23:59:59")]
    payload, where = yield "/api/Publications", [*days, ("ShowOnWebsiteOnly", "true"), ("Take", "1")]
    answer = Fields(payload, where, "", strange)
    answer.take("totalResults", int)
    for row in answer.each("items"):
        publication(row)


def _bills(_card: Card, day: date, strange: set[str]) -> Steps:
    payload, where = yield "/api/v1/Bills", [("SortOrder", "DateUpdatedDescending"), ("Take", "1")]
    found = [bill(item) for item in Fields(payload, where, "", strange).each("items")]
    if found:
        payload, where = yield f"/api/v1/Bills/{found[0].number}/Stages", [("Skip", 0), ("Take", 20)]
        for item in Fields(payload, where, "", strange).each("items"):
            stage(item, day)


STEPS: Mapping[str, Callable[[Card, date, set[str]], Steps]] = MappingProxyType(
    {
        GOV_UK: _gov_uk,
        WRITTEN_QUESTIONS: _questions,
        WRITTEN_STATEMENTS: _statements,
        HANSARD: _hansard,
        COMMITTEES: _committees,
        BILLS: _bills,
    }
)

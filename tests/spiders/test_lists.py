"""Is what a list shows unaltered left unread, what it shows altered read again, and what is relied on read anyhow?"""

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scrapy import Request
from scrapy.http import TextResponse

from monitor.model.documents import Document
from monitor.model.sources import Visit
from spiders.jobs import Job
from spiders.source_spider import SourceSpider
from spiders.written_questions import WrittenQuestionsSpider
from spiders.written_statements import WrittenStatementsSpider
from tests.spiders.serving import FAITHFUL, SINCE, UNTIL, Answer, Reply, as_json, payload

STATEMENTS = "/api/writtenstatements/statements"
ADDRESS = "https://questions.example"


@dataclass(frozen=True, slots=True)
class Walked:
    """What a spider read and what it asked for, answered here and not over a wire."""

    documents: Mapping[str, Document]
    paths: list[str]
    spider: SourceSpider

    @property
    def details(self) -> list[str]:
        """The numbers of what was read by itself."""
        return sorted(last for path in self.paths if (last := path.rpartition("/")[2]).isdecimal())

    @property
    def visits(self) -> tuple[Visit, ...]:
        return tuple(self.spider.visits.values())


async def walk(
    kind: type[SourceSpider], answer: Answer, *, keys: tuple[str, ...] = (), before: Walked | None = None
) -> Walked:
    """Walk a spider through all it asks for; `before`: the pass before this one."""
    spider = kind(Job(kind.name, ADDRESS, SINCE, UNTIL, 0.0, keys=keys, visits=before.visits if before else ()))
    waiting = [request async for request in spider.start()]
    documents: dict[str, Document] = {}
    paths: list[str] = []
    while waiting:
        request = waiting.pop(0)
        split = urlsplit(request.url)
        reply = answer(split.path, dict(parse_qsl(split.query)))
        paths.append(split.path)
        response = TextResponse(request.url, status=reply.status, body=reply.body, request=request)
        for one in spider.answered(response, **request.cb_kwargs):
            if isinstance(one, Request):
                waiting.append(one)
            else:
                documents[one.key] = one
    assert not spider.problems
    return Walked(documents, paths, spider)


def altered(path: str, query: Mapping[str, str]) -> Reply:
    """The same lists, but that question 502 and statement 703 have another text."""
    reply = FAITHFUL["written-questions"](path, query)
    if not path.endswith(("/questions", "/statements")):
        return reply
    body = json.loads(reply.body)
    for value in (row["value"] for row in body["results"]):
        value.update({502: {"answerText": "Lit.Really."}, 703: {"text": "Otherwise"}}.get(value["id"], {}))
    return as_json(body)


def long_past(path: str, query: Mapping[str, str]) -> Reply:
    """The same statements, made five months before; the list of the days wanted is empty."""
    if path == STATEMENTS:
        day = query["madeWhenFrom"] == query["madeWhenTo"] == "2025-01-16"
        return as_json(_dated("list") if day else {"totalResults": 0, "results": []})
    return as_json(_dated(path.rpartition("/")[2]))


def _dated(name: str) -> Any:
    found: Any = copy.deepcopy(payload(f"written-statements/{name}.json"))
    for item in found.get("results", [found]):
        item["value"]["dateMade"] = "2025-01-16T00:00:00"
    return found


async def test_a_second_pass_reads_no_answer_that_the_list_shows_unaltered() -> None:
    first = await walk(WrittenQuestionsSpider, FAITHFUL["written-questions"])
    second = await walk(WrittenQuestionsSpider, FAITHFUL["written-questions"], before=first)
    assert (first.details, second.details) == (["502", "503", "504"], [])
    assert (second.spider.listed, second.spider.offered) == (3, first.spider.offered)
    assert set(second.documents) == {"501"}


async def test_an_answer_that_the_list_shows_altered_is_read_again_and_so_is_one_relied_on() -> None:
    first = await walk(WrittenQuestionsSpider, FAITHFUL["written-questions"])
    second = await walk(WrittenQuestionsSpider, altered, keys=("504",), before=first)
    assert second.details == ["502", "504"]
    assert set(second.documents) == {"501", "502", "504"}


async def test_what_was_read_before_the_list_came_is_read_again_as_the_list_may_show_a_later_text() -> None:
    first = await walk(WrittenQuestionsSpider, FAITHFUL["written-questions"], keys=("504",))
    second = await walk(WrittenQuestionsSpider, FAITHFUL["written-questions"], before=first)
    assert second.details == ["504"]


async def test_a_second_pass_reads_only_the_statement_that_the_list_shows_altered() -> None:
    first = await walk(WrittenStatementsSpider, FAITHFUL["written-statements"])
    second = await walk(WrittenStatementsSpider, FAITHFUL["written-statements"], before=first)
    third = await walk(WrittenStatementsSpider, altered, before=first)
    assert (first.details, second.details, third.details) == (["701", "703"], [], ["703"])
    assert second.spider.listed == 2


async def test_a_copy_in_the_lords_that_comes_later_has_its_statement_read_again() -> None:
    def alone(path: str, query: Mapping[str, str]) -> Reply:
        listed: Any = payload("written-statements/list.json")
        rows = [row for row in listed["results"] if row["value"]["id"] == 701]
        return (
            as_json({"totalResults": 1, "results": rows})
            if path == STATEMENTS
            else FAITHFUL["written-statements"](path, query)
        )

    first = await walk(WrittenStatementsSpider, alone)
    second = await walk(WrittenStatementsSpider, FAITHFUL["written-statements"], before=first)
    assert second.details == ["701", "703"]
    assert {"HLWS66" in str(walked.documents["701"].notes) for walked in (first, second)} == {False, True}


async def test_a_statement_relied_on_reads_the_same_whether_its_day_is_wanted_or_long_past() -> None:
    inside = await walk(WrittenStatementsSpider, FAITHFUL["written-statements"])
    past = await walk(WrittenStatementsSpider, long_past, keys=("701", "703"))
    notes = [[note for _, note in walked.documents["701"].notes] for walked in (inside, past)]
    assert [note.replace("2025-01-16", "2025-06-16") for note in notes[1]] == notes[0]
    assert "HLWS66" in str(notes[0])
    assert past.paths.count(STATEMENTS) == 2
    assert past.details == ["701", "703"]

"""How does a test walk a spider through all it asks for, answering it here and not over a wire?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.misc import load_object
from twisted.python.failure import Failure

from monitor.model.documents import Document
from monitor.model.sources import Problem
from spiders.catalogue import spider_path
from spiders.jobs import Job
from tests.spiders.serving import SINCE, UNTIL, Answer, Reply

ADDRESS = "https://source.example"
TERMS, TITLES = ("harbour", "lamp"), ("Lighthouse Keepers Bill", "Harbours Bill")


@dataclass(frozen=True, slots=True)
class Walk:
    """What a spider read, in which order it asked, and what was wrong; `ended` where it gave up."""

    documents: Mapping[str, Document]
    paths: tuple[str, ...]
    problems: tuple[Problem, ...]
    ended: bool

    @property
    def kinds(self) -> set[str]:
        return {problem.kind for problem in self.problems}


async def walked(source: str, answer: Answer, *, since: date = SINCE, **wanted: Any) -> Walk:
    """Return what a spider makes of a source that answers so. Nothing is asked twice, and nothing waits.

    `wanted` are fields of the job.
    """
    given: dict[str, Any] = {"terms": TERMS, "titles": TITLES, **wanted}
    spider = load_object(spider_path(source))(Job(source, ADDRESS, since, UNTIL, 0.0, **given))
    waiting, documents, paths = [request async for request in spider.start()], dict[str, Document](), list[str]()
    try:
        while waiting:
            waiting.sort(key=lambda request: -request.priority)
            request = waiting.pop(0)
            split = urlsplit(request.url)
            paths.append(split.path)
            for found in _followed(request, answer(split.path, dict(parse_qsl(split.query)))):
                if isinstance(found, Request):
                    waiting.append(found)
                else:
                    documents[found.key] = found
    except CloseSpider:
        return Walk(documents, tuple(paths), spider.all_problems(), ended=True)
    return Walk(documents, tuple(paths), spider.all_problems(), ended=False)


def _followed(request: Request, reply: Reply) -> Iterable[Document | Request]:
    response = TextResponse(request.url, status=reply.status, body=reply.body, headers=reply.headers, request=request)
    back: Any = request.callback
    if reply.status == 200 or reply.status in request.meta.get("handle_httpstatus_list", ()):
        return back(response, **request.cb_kwargs)  # type: ignore[no-any-return] # Scrapy types no callback
    failure = Failure(HttpError(response))  # type: ignore[no-untyped-call] # Twisted types few of its own
    failure.request = request  # type: ignore[attr-defined] # as Scrapy does
    back = request.errback
    return back(failure) or ()


def endpoint(path: str) -> str:
    """Return what a path asks for, its numbers, ids and names left out."""
    if path.startswith("/api/content/"):
        return "/api/content"
    return re.sub(r"/(\d+|[0-9A-Fa-f]{8}-[-0-9A-Fa-f]+)(?=[/.]|$)", "/*", path)

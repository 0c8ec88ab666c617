"""What do the spiders of questions and of statements do alike? They account for the answering bodies that are silent.

`heard` are the numbers of those of whom something came.
"""

from collections.abc import Iterator
from typing import Any

from scrapy import Request

from spiders.department_check import body_query, silent_body
from spiders.departments import body_name
from spiders.jobs import Job
from spiders.source_spider import Found, SourceSpider
from spiders.strict_fields import Fields


class BodySpider(SourceSpider):
    """A spider of a service that is asked by the numbers of answering bodies."""

    def __init__(self, job: Job, **kept: Any) -> None:
        super().__init__(job, **kept)
        self.heard: set[int] = set()

    def unheard(self, path: str, window: str) -> Iterator[Request]:
        """Yield a request for each answering body that brought nothing: has it brought anything in five years?"""
        for body in self.job.bodies:
            if body not in self.heard:
                query, doing = body_query(self.job, window, body), f"what comes of {body_name(body)}"
                yield self.ask(path, query, self.counted, doing=doing, body=body)

    def counted(self, payload: object, where: str, body: int) -> Found:
        """Tell of a body whose silence can't be."""
        if wrong := silent_body(self.job, body, Fields(payload, where).take("totalResults", int)):
            self.trouble(*wrong, where)
        return ()

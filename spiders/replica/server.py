"""How are the replies put on the wire? One small aiohttp application for each host, each on its own port."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from monitor.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS
from spiders.replica import gov_uk, hansard, questions, statements
from spiders.replica.recorded import Recorded, read
from spiders.replica.replies import Asked, BadValueError, Library, Reply, plain, problem
from spiders.replica.timeline import Timeline

Today = Callable[[], date]
Answer = Callable[[Library, date, Asked], Reply]


def parliament(library: Library, today: date, asked: Asked) -> Reply:
    """Return the reply of the questions and statements API; it has no robots.txt."""
    try:
        reply = questions.answer(library, today, asked) or statements.answer(library, today, asked)
    except BadValueError as wrong:
        return problem(400, "One or more validation errors occurred.", str(wrong))
    return reply or plain("", 404)


HOSTS: dict[str, tuple[Answer, tuple[str, ...]]] = {
    "gov-uk": (gov_uk.answer, (GOV_UK,)),
    "questions-statements": (parliament, (WRITTEN_QUESTIONS, WRITTEN_STATEMENTS)),
    "hansard": (hansard.answer, (HANSARD,)),
}
"""For each host: how it answers, and the sources that are read from it."""


class Replica:
    """The sources, imitated: an async context manager that serves while it is open.

    It answers with what had been published by the end of `today()`; `recorded` is a folder of payloads
    to be served beside the timeline.
    """

    def __init__(self, timeline: Timeline, today: Today, recorded: Path | None = None, host: str = "127.0.0.1") -> None:
        held = read(recorded) if recorded else Recorded()
        self._library = Library(timeline, held)
        self._today = today
        self._host = host
        self._runners: list[web.AppRunner] = []
        self._addresses: dict[str, str] = {}

    @property
    def addresses(self) -> dict[str, str]:
        """Return the base address of each source, by its name; empty before it is opened."""
        return dict(self._addresses)

    async def __aenter__(self) -> Self:
        try:
            for answer, names in HOSTS.values():
                address = await self._open(answer)
                self._addresses |= dict.fromkeys(names, address)
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close()

    async def _open(self, answer: Answer) -> str:
        runner = web.AppRunner(application(self._library, self._today, answer), access_log=None, shutdown_timeout=1.0)
        self._runners.append(runner)
        await runner.setup()
        await web.TCPSite(runner, self._host, 0).start()
        port = runner.addresses[0][1]
        return f"http://{self._host}:{port}"

    async def _close(self) -> None:
        await asyncio.gather(*(runner.cleanup() for runner in self._runners))
        self._runners.clear()
        self._addresses.clear()


def application(library: Library, today: Today, answer: Answer) -> web.Application:
    """Return an application that answers every GET with a function over the library."""

    async def handle(request: web.Request) -> web.Response:
        asked = Asked(request.path, tuple(request.query.items()))
        reply = answer(library, today(), asked)
        return web.Response(status=reply.status, body=reply.body.encode(), headers=reply.headers)

    app = web.Application()
    app.router.add_get("/{path:.*}", handle)
    return app

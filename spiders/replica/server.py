"""How are the replies put on the wire? One small aiohttp application for each host, each on its own port."""

import asyncio
import socket
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from monitor.model.ports import Clock
from monitor.model.sources import BILLS, COMMITTEES, GOV_UK, HANSARD, WHATSON, WRITTEN_QUESTIONS, WRITTEN_STATEMENTS
from spiders.replica import (
    bills_api,
    committees_api,
    gov_uk_api,
    hansard_api,
    questions_api,
    statements_api,
    whatson_api,
)
from spiders.replica.fault_acts import sent
from spiders.replica.fault_injection import Faults, InjectedFault
from spiders.replica.imagined_year import Timeline
from spiders.replica.recorded_payloads import RecordedPayloads, read
from spiders.replica.replies import Asked, BadValueError, Library, Reply, plain, problem
from spiders.replica.request_log import LoggedRequest, RequestLog

Today = Callable[[], date]
Answer = Callable[[Library, date, Asked], Reply]


def parliament(library: Library, today: date, asked: Asked) -> Reply:
    """Return the reply of the questions and statements API; it has no robots.txt."""
    try:
        reply = questions_api.answer(library, today, asked) or statements_api.answer(library, today, asked)
    except BadValueError as wrong:
        return problem(400, "One or more validation errors occurred.", str(wrong))
    return reply or plain("", 404)


HOSTS: dict[str, tuple[Answer, tuple[str, ...]]] = {
    "gov-uk": (gov_uk_api.answer, (GOV_UK,)),
    "questions-statements": (parliament, (WRITTEN_QUESTIONS, WRITTEN_STATEMENTS)),
    "hansard": (hansard_api.answer, (HANSARD,)),
    "committees": (committees_api.answer, (COMMITTEES,)),
    "bills": (bills_api.answer, (BILLS,)),
    "whatson": (whatson_api.answer, (WHATSON,)),
}
"""For each host: how it answers, and the sources that are read from it; the last holds a calendar and no documents."""


class Replica:
    """The sources, imitated: an async context manager that serves while it is open.

    It answers with what had been published by the end of `today()`; `recorded` is a folder of payloads
    to be served beside the timeline, `faults` is what goes wrong. `record` keeps what was asked. `clock` is the time
    that its servers say to have (the Date header), this machine's where none is given.
    """

    def __init__(
        self,
        timeline: Timeline,
        today: Today,
        recorded: Path | None = None,
        host: str = "127.0.0.1",
        faults: Iterable[InjectedFault] = (),
        *,
        clock: Clock | None = None,
    ) -> None:
        held = read(recorded) if recorded else RecordedPayloads()
        self.record = RequestLog()
        self._faults = Faults(faults)
        self._library = Library(timeline, held)
        self._today = today
        self._clock = clock
        self._host = host
        self._runners: list[web.AppRunner] = []
        self._held: list[socket.socket] = []
        self._addresses: dict[str, str] = {}

    @property
    def addresses(self) -> dict[str, str]:
        """Return the base address of each source, by its name; empty before it is opened."""
        return dict(self._addresses)

    async def __aenter__(self) -> Self:
        try:
            for host, (answer, names) in HOSTS.items():
                address = self._closed() if self._faults.closed(host) else await self._open(host, answer)
                self._addresses |= dict.fromkeys(names, address)
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close()

    def _closed(self) -> str:
        """Return an address at which nobody listens, nor can as long as we hold it."""
        held = socket.socket()
        self._held.append(held)
        held.bind((self._host, 0))
        return f"http://{self._host}:{held.getsockname()[1]}"

    async def _open(self, host: str, answer: Answer) -> str:
        app = application(self._library, self._today, answer, host=host, faults=self._faults, record=self.record)
        if clock := self._clock:
            app.on_response_prepare.append(partial(_dated, clock))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0, handler_cancellation=True)
        self._runners.append(runner)
        await runner.setup()
        await web.TCPSite(runner, self._host, 0).start()
        port = runner.addresses[0][1]
        return f"http://{self._host}:{port}"

    async def _close(self) -> None:
        await asyncio.gather(*(runner.cleanup() for runner in self._runners))
        for held in self._held:
            held.close()
        self._runners.clear()
        self._held.clear()
        self._addresses.clear()


async def _dated(clock: Clock, _request: web.Request, response: web.StreamResponse) -> None:
    response.headers["Date"] = format_datetime(clock(), usegmt=True)


def application(
    library: Library, today: Today, answer: Answer, *, host: str, faults: Faults, record: RequestLog
) -> web.Application:
    """Return an application that answers every GET with a function over the library, unless a fault befalls it."""

    async def handle(request: web.Request) -> web.StreamResponse:
        asked = Asked(request.path, tuple(request.query.items()), request.headers.get("If-None-Match"))
        at, headers = asyncio.get_running_loop().time(), tuple(request.headers.items())
        with record.of(LoggedRequest(host, at, asked.path, asked.query, headers)):
            reply = answer(library, today() + timedelta(days=faults.ahead(host)), asked)
            act = faults.due(host, asked)
            return await act(request, reply) if act else sent(reply)

    app = web.Application()
    app.router.add_get("/{path:.*}", handle)
    return app

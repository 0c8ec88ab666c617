"""How does a screen ask the service for data without freezing meanwhile?"""

import asyncio
from datetime import date
from typing import TYPE_CHECKING, cast

from textual.message import Message
from textual.screen import Screen

from monitor.model.errors import UserError
from monitor.pipeline.service_port import ServicePort
from tui.messages import Refused

if TYPE_CHECKING:
    from tui.app import BywhenApp


class ServiceScreen(Screen[None]):
    """A screen filled from one question, asked in a thread and answered by a message.

    Asked again while the answer is on its way, it asks once more when that has come:
    a board that changes faster than it can be worked out still shows.
    """

    class QuestionSettled(Message):
        """The question was answered, or refused; either was posted before this."""

    def __init__(self, service: ServicePort) -> None:
        super().__init__()
        self.service = service
        self._asking = False
        self._again = False

    @property
    def dashboard(self) -> "BywhenApp":
        """The app that the screen is part of."""
        return cast("BywhenApp", self.app)

    @property
    def day(self) -> date | None:
        """The day that the reader looks at; None: today, whichever day that is."""
        return self.dashboard.day

    def question(self) -> Message:
        """Return the answer as a message of the screen's own. Runs in a thread: touch no widget."""
        raise NotImplementedError

    def reload(self) -> None:
        """Ask the service; its answer comes as the screen's message."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        self.run_worker(self._ask(), group="ask")

    def on_mount(self) -> None:
        self.reload()

    async def _ask(self) -> None:
        try:
            answer = await asyncio.to_thread(self.question)
        except UserError as refused:
            answer = Refused(refused)
        self.post_message(answer)
        self.post_message(self.QuestionSettled())

    def on_service_screen_question_settled(self, settled: QuestionSettled) -> None:
        settled.stop()
        self._asking = False
        if self._again:
            self._again = False
            self.reload()

"""What do workers and screens tell the app? Workers touch no widget: they post one of these."""

from collections.abc import Sequence

from textual.message import Message

from monitor.model.boards import Board
from monitor.model.changes import Change
from monitor.model.errors import UserError
from monitor.model.ports import Progress
from monitor.model.sources import Problem
from monitor.pipeline.service_port import ScanResult


class BoardChanged(Message):
    """Something was recorded: whatever is on the screen should be asked for again."""


class BoardShown(Message):
    """The board of the day looked at is on its screen."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board


class ChangesTold(Message):
    """Changes that deserve a word wherever the reader is."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__()
        self.changes = tuple(changes)


class ScanTold(Message):
    """What a scan said on its way."""

    def __init__(self, told: Progress | Problem | Change) -> None:
        super().__init__()
        self.told = told


class ScanEnded(Message):
    """A scan is over: with its result, with why the service would not do it, or None where the reader stopped it."""

    def __init__(self, outcome: ScanResult | UserError | None) -> None:
        super().__init__()
        self.outcome = outcome


class Refused(Message):
    """The service would not answer, and says why."""

    def __init__(self, error: UserError) -> None:
        super().__init__()
        self.error = error


class CommitmentWanted(Message):
    """The reader wants a commitment's page, as of the day looked at."""

    def __init__(self, commitment: str) -> None:
        super().__init__()
        self.commitment = commitment


class LinkWanted(Message):
    """The reader wants a published page in their browser."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

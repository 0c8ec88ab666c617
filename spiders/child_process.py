"""How is a crawl's process started, watched and stopped?

A crawl blocks whoever shares a process with it, so it has its own: in its own session, so that Ctrl-C reaches only
us; in a neutral directory, so that no folder called `spiders` shadows ours; and never writing to our terminal.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from spiders.environment import environment
from spiders.fork_server import ForkedProcess, ForkServer

GRACE = 3.0
"""Seconds a crawl is given after each SIGTERM: the first lets the answer under way come in, the second does not."""


class ChildProcess:
    """One crawl under way. Not started by hand: `await Child.started(…)`."""

    def __init__(self, process: asyncio.subprocess.Process | ForkedProcess) -> None:
        self._process = process

    @classmethod
    async def started(cls, arguments: tuple[str, ...], folder: Path, fork_server: ForkServer | None = None) -> Self:
        """Start `python -P -m spiders` with arguments in a folder, where its log will be; a fork server may fork it."""
        with (folder / "log").open("wb") as log:
            forked = await fork_server.forked(arguments, folder, log.fileno()) if fork_server else None
            return cls(
                forked
                or await asyncio.create_subprocess_exec(
                    sys.executable, "-P", "-m", "spiders", *arguments,
                    cwd=folder, env=environment(os.environ), start_new_session=True,
                    stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=log,
                )
            )  # fmt: skip

    async def heard(self, tell: Callable[[int, str], None]) -> None:
        """Pass on what the crawl says of its progress until it has ended."""
        assert self._process.stdout is not None  # noqa: S101 - it was asked for above
        async for line in self._process.stdout:
            with suppress(ValueError, TypeError, KeyError):
                said = json.loads(line)
                tell(int(said["documents"]), str(said["doing"]))
        await self._process.wait()

    async def stop(self, grace: float = GRACE) -> None:
        """End the crawl: ask, ask again, then kill. Returns when it is gone."""
        for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGKILL):
            if self._process.returncode is not None:
                return
            with suppress(ProcessLookupError):
                self._process.send_signal(number)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._drained(), None if number == signal.SIGKILL else grace)

    @property
    def code(self) -> int | None:
        """The exit code, below zero for a signal; it tells a kill from an end, and nothing else."""
        return self._process.returncode

    async def _drained(self) -> None:
        """Wait for the end; a full pipe that nobody reads would keep the child from ending."""
        if self._process.stdout is not None:
            while await self._process.stdout.read(65536):
                pass
        await self._process.wait()

"""Where does a crawl's process come from, if Scrapy is not to be loaded for each? From one that has it, and forks.

    we: job, socket, log → fork server: fork → crawl: its number → we: go on → crawl

The fork server forks and does nothing else. We watch a crawl and end it ourselves, by a descriptor of its process, so a
crawl once begun needs no fork server. Until it is told to go on it does nothing. Whatever is amiss before that, the
crawl is started without a fork server. Linux only: elsewhere a fork is not safe, or a process has no descriptor.
"""

import asyncio
import gc
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn, Self

from spiders.environment import environment

COMMAND = (sys.executable, "-P", "-m", "spiders", "--fork-server")
IDLE = 30.0
"""Seconds without a job or a crawl after which it ends: it holds some 60 MB, and a loop may wait for hours."""
PATIENCE = 15.0
"""Seconds that we wait for a crawl to be forked; it takes one second the first time, and hundredths then."""
_LARGEST = 1 << 20
"""Bytes of one job: its arguments and its environment."""


class ForkedProcess:
    """A crawl that the fork server forked: as much of asyncio's Process as spiders.child_process asks for."""

    def __init__(self, process: int, stdout: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """`process` is a descriptor of it, ours to close."""
        self.stdout = stdout
        self.returncode: int | None = None
        self._process = process
        self._writer = writer

    def send_signal(self, number: int) -> None:
        signal.pidfd_send_signal(self._process, number)

    async def wait(self) -> int:
        """Wait until it has ended; return 0 for whatever its code was, which only the fork server is told."""
        if self.returncode is None:
            loop, ended = asyncio.get_running_loop(), asyncio.Event()
            loop.add_reader(self._process, ended.set)
            try:
                await ended.wait()
            finally:
                loop.remove_reader(self._process)
            self.returncode = 0
            os.close(self._process)
            self._writer.close()
        return self.returncode


class ForkServer:
    """Forks crawls. It is started when it is first asked to, or before; it ends when it is left, or with us."""

    def __init__(self, command: tuple[str, ...] = COMMAND, idle: float = IDLE, patience: float = PATIENCE) -> None:
        self._command = (*command, str(idle))
        self._patience = patience
        self._sound = sys.platform == "linux" and hasattr(os, "pidfd_open")
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Have it load what crawls need, while we load what we need; where that fails, crawls do without it."""
        if self._sound:
            try:
                self._started()
            except OSError:
                self._sound = False

    async def forked(self, arguments: tuple[str, ...], folder: Path, log: int) -> ForkedProcess | None:
        """Return a crawl under way in a folder, its log going to a descriptor; None if none came.

        A fork server that failed once is not asked again.
        """
        if not self._sound:
            return None
        said = json.dumps({"arguments": arguments, "folder": str(folder), "environment": environment(os.environ)})
        try:
            near, far = socket.socketpair()
            with near:
                with far:
                    socket.send_fds(self._started(), [said.encode()], [far.fileno(), log])
                async with asyncio.timeout(self._patience):
                    return await _begun(near.dup())
        except (OSError, ValueError):  # a timeout is one of the first, a number that is none one of the second
            self._sound = False  # but it is not ended: that would end what else it has forked
        return None

    def close(self) -> None:
        """End it; nothing of it is left after."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            try:
                self._process.wait(1.0)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._line = self._process = None

    def _started(self) -> socket.socket:
        """Return the line to the fork server, started where there is none; raise OSError where it can't be."""
        if self._process is None or self._line is None or self._process.poll() is not None:
            self.close()
            self._line, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
            self._line.settimeout(0)
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own command
                    self._command, cwd="/", env=environment(os.environ), start_new_session=True,
                    stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
        return self._line


async def _begun(line: socket.socket) -> ForkedProcess:
    """Return the crawl at the other end of a line once it has said its number, and have it go on."""
    reader, writer = await asyncio.open_unix_connection(sock=line)
    try:
        process = os.pidfd_open(int(await reader.readline()))
    except BaseException:
        writer.close()
        raise
    writer.write(b"\n")
    return ForkedProcess(process, reader, writer)


def wait_for_job(idle: float) -> list[str]:
    """Be the fork server on stdin, without end; in a fork alone this returns: the arguments of its crawl."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # where a service ignores it, so do we, and no end can be awaited
    gc.freeze()  # what is loaded stays loaded: no fork need go through it again
    with socket.socket(fileno=0) as line:
        said, descriptors = _forked(line, idle)
    job: dict[str, Any] = json.loads(said)
    os.setsid()
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["environment"])
    for wanted, held in enumerate((os.open(os.devnull, os.O_RDONLY), *descriptors)):
        if held != wanted:
            os.dup2(held, wanted)
            os.close(held)
    os.write(1, f"{os.getpid()}\n".encode())
    if not os.read(1, 1):
        sys.exit("nobody waits for this crawl any more")
    return list(job["arguments"])


def _forked(line: socket.socket, idle: float) -> tuple[bytes, list[int]]:
    """Fork for each job that comes on a line; return, in the fork, the job and its stdout and log."""
    line.settimeout(idle)
    crawls: set[int] = set()
    while True:
        try:
            said, descriptors, _, _ = socket.recv_fds(line, _LARGEST, 2)
        except TimeoutError:
            said, descriptors = b"idle", []
        crawls = {crawl for crawl in crawls if not os.waitpid(crawl, os.WNOHANG)[0]}
        if not said or not (descriptors or crawls):
            _leave(crawls)
        if len(descriptors) == 2:
            crawl = os.fork()
            if not crawl:
                return said, descriptors
            crawls.add(crawl)
        for descriptor in descriptors:
            os.close(descriptor)


def _leave(crawls: set[int]) -> NoReturn:
    """End the crawls that nobody waits for any more, and then this process."""
    for crawl in crawls:
        os.kill(crawl, signal.SIGTERM)
    for crawl in crawls:
        os.waitpid(crawl, 0)
    os._exit(0)

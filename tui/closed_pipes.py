"""What becomes of output that nobody reads any more, or that was never to be had? `head` and pagers leave early."""

import errno
import os
import sys
from typing import TextIO

UNWRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""How writing fails for want of room, or of anything to write to. Where it befalls a file of ours, that is named."""


def forget(*streams: TextIO) -> None:
    """Have what is still to be written to streams go nowhere: Python would complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def fill_in() -> None:
    """Put something in the place of each standard stream that we were started without (`>&-`).

    Else the next file that is opened would get its number, and the state be written over by a command's results. Who
    writes to the output that is not there is told so, as by any other program.
    """
    if sys.stdin is None:
        sys.stdin = _instead(0, os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _instead(1, os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _instead(2, os.O_WRONLY, "w")


def _instead(number: int, how: int, mode: str) -> TextIO:
    """Return a stream that leads nowhere, under the number of the one that is missing."""
    nowhere = os.open(os.devnull, how)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
    return open(number, mode, encoding="utf-8", closefd=False)  # type: ignore[return-value] # as text

"""What becomes of output that nobody reads any more? `head` and pagers leave early, and that is no error."""

import os
from typing import TextIO


def forget(*streams: TextIO) -> None:
    """Have what is still to be written to streams go nowhere: Python would complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

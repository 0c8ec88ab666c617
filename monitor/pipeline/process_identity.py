"""By which name does a process hold a lease, and is the process of a given name gone?

A name is `host pid-namespace pid start`: several containers may bear one host's name, each with pids of its own,
and a pid is given out again after a while.
"""

import os
import socket
from pathlib import Path

_PROC = Path("/proc")
_UNKNOWN = "-"
_ENDED = ("Z", "X")
"""What the kernel says of a process that has ended and was not yet waited for."""


def own_name() -> str:
    """Return this process's name among all that may share a state."""
    return " ".join((*_place(), str(os.getpid()), _started(os.getpid())))


def has_ended(name: str) -> bool:
    """Return whether the process of a name is known to have ended; False where that can't be told from here."""
    parts = name.split(" ")
    if os.name != "posix" or len(parts) != 4 or tuple(parts[:2]) != _place() or not parts[2].isdecimal():
        return False
    pid, started = int(parts[2]), parts[3]
    return not _runs(pid) or _started(pid) != started


def _place() -> tuple[str, str]:
    """Return the host and the pid namespace, without blanks."""
    try:
        namespace = (_PROC / "self" / "ns" / "pid").readlink().name
    except OSError:
        namespace = _UNKNOWN
    return "".join(socket.gethostname().split()) or _UNKNOWN, namespace


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _started(pid: int) -> str:
    """Return when a process started, in the kernel's ticks; a dash where the system does not say, or it is gone.

    The command's name stands in brackets and may itself hold blanks and brackets.
    """
    try:
        fields = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return _UNKNOWN
    return fields[19] if len(fields) > 19 and fields[0] not in _ENDED else _UNKNOWN

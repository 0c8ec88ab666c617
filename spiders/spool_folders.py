"""Where does a crawl put its spool, or a replay its state, and what becomes of that folder when we are killed?

Each folder is locked by the process that made it, and a lock ends with its process, however that ends. So whoever
comes next can tell what was left behind, even from within another container, where process ids mean nothing.
"""

import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":  # there nothing is locked, and so nothing is taken for left behind
    import fcntl

_LEFT = re.compile(r"bywhen-(?:spool|demo)-[0-9]+-[a-z0-9_]{8}")
_LOOK = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def spool_folder(kind: str = "spool") -> Iterator[Path]:
    """Yield an empty folder of our own, gone at the end; those of processes that were killed are removed first.

    `kind`: what is kept in it, spool or demo, for its name. OSError where there is no room for one.
    """
    place = Path(tempfile.gettempdir())
    sweep(place)
    # It gets the name by which it may be swept away only when it is locked.
    folder = Path(tempfile.mkdtemp(prefix="bywhen-new-", dir=place)).resolve()
    lock = _locked(folder)
    try:
        if lock is not None:
            folder = folder.rename(folder.with_name(f"bywhen-{kind}-{os.getpid()}-{folder.name[-8:]}"))
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def sweep(place: Path) -> tuple[str, ...]:
    """Remove the folders that a killed process of this user left in a folder; return their names.

    Only folders with our kind of name that belong to this user and that nobody holds locked; no link is followed.
    """
    if not shutil.rmtree.avoids_symlink_attacks:
        return ()
    with suppress(OSError):
        left = sorted(folder for folder in place.iterdir() if _LEFT.fullmatch(folder.name))
        return tuple(folder.name for folder in left if _removed(folder))
    return ()


def _removed(folder: Path) -> bool:
    """Remove a folder if it was left behind; return whether it is gone."""
    lock = _locked(folder)
    if lock is None:
        return False
    try:
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(lock)
    return not folder.exists()


def _locked(folder: Path) -> int | None:
    """Return the descriptor that holds a folder locked; None where it is not ours, no folder, or locked already."""
    if sys.platform == "win32":
        return None
    try:
        lock = os.open(folder, _LOOK)
    except OSError:
        return None
    try:
        if os.fstat(lock).st_uid == os.geteuid() and stat.S_ISDIR(os.fstat(lock).st_mode):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
    except OSError:  # somebody holds it, or this file system knows no locks
        pass
    os.close(lock)
    return None

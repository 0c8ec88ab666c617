"""How does a whole folder take the place of another, so that who is killed between leaves the old one whole?

The new folder is made beside the old, with all that others put there, and the two change places in one step of the
system. Where that can't be (a folder that is mounted, or whose parent may not be written to), its files are replaced
one by one.
"""

import ctypes
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from monitor.model.user_paths import user_path
from tui.files import (
    BESIDE,
    is_left_over,
    make_folder,
    new_text,
    refuse_unless_file,
    replace_files,
    sole_owner,
    telling,
)

_HERE, _EXCHANGE = -100, 2
"""Of renameat2: paths count from where we stand, and two of them change places."""


def replace_folder(place: str, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Put files into a folder, by name, all of them or none, and return where; what else it holds stays.

    It is made where there is none, but no folder above it. Raises UserError where that can't be done.
    """
    named = user_path(place)
    with telling(named):
        there = Path(os.path.realpath(named))
        if place and there.parent.is_dir():
            _sweep(there)
    folder = Path(os.path.realpath(make_folder(place)))
    for name in texts:
        refuse_unless_file(named / name)
    if not _is_swappable(folder) or not _swapped(folder, texts):
        replace_files({named / name: text for name, text in texts.items()})
    return tuple(named / name for name in texts)


def _is_swappable(folder: Path) -> bool:
    """Return whether a folder may be moved: it is not mounted, nor is anything within it."""
    within = (Path(root) / name for root, folders, _ in os.walk(folder) for name in folders)
    return not any(os.path.ismount(path) for path in (folder, *within))


def _swapped(folder: Path, texts: Mapping[str, str]) -> bool:
    """Return whether a new folder with these files, and all that others put into the old one, stands in its place."""
    try:
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=BESIDE.format(folder.name)))
    except OSError:
        return False
    with _gone_after(beside), telling(folder):
        try:
            _mirror(folder, beside, texts)
        except OSError as wrong:
            if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
                raise
            return False
        for name, text in texts.items():
            new_text(beside / name, text)
        with suppress(OSError):
            os.chown(beside, folder.stat().st_uid, folder.stat().st_gid)
        beside.chmod(stat.S_IMODE(folder.stat().st_mode))
        _synced(beside)
        if not _exchanged(beside, folder):
            return False
        _synced(folder.parent)
        _bring(beside, folder, texts)
    return True


@contextmanager
def _gone_after(beside: Path) -> Iterator[None]:
    """Own a folder beside another, and remove it in the end, whichever of the two it is by then."""
    with sole_owner(beside):
        try:
            yield
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _mirror(old: Path, new: Path, texts: Mapping[str, str]) -> None:
    """Have a new folder hold all that an old one does but these files: the same files, not copies of them."""
    for entry in os.scandir(old):
        if entry.name in texts or is_left_over(entry.name, texts):
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.copytree(entry.path, new / entry.name, symlinks=True, copy_function=_linked)
        elif entry.is_symlink():
            (new / entry.name).symlink_to(Path(entry.path).readlink())
        else:
            _linked(entry.path, str(new / entry.name))


def _linked(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _bring(old: Path, new: Path, texts: Container[str] = ()) -> None:
    """Bring into a new folder what others put into the old one while it was made."""
    for entry in os.scandir(old):
        there = new / entry.name
        if is_left_over(entry.name, texts):
            continue
        if not os.path.lexists(there):
            Path(entry.path).rename(there)
        elif entry.is_dir(follow_symlinks=False) and there.is_dir() and not there.is_symlink():
            _bring(Path(entry.path), there)


def _exchanged(one: Path, other: Path) -> bool:
    """Return whether two folders changed places; not where the system can't do it in one step."""
    swap: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return swap is not None and swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _synced(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sweep(folder: Path) -> None:
    """Remove the folders that somebody who was killed left beside a folder."""
    for entry in list(os.scandir(folder.parent)):
        if is_left_over(entry.name, (folder.name,)) and entry.is_dir(follow_symlinks=False):
            with suppress(OSError), sole_owner(Path(entry.path)):
                shutil.rmtree(entry.path, ignore_errors=True)

"""How is a file replaced, so that a reader sees the old one or the new one and never half of either?

Only a folder that was asked for by its name is made, and none above it: a path with a slip in it should be told. What
somebody who was killed left beside a file is swept away by the next who replaces it.
"""

import fcntl
import os
import re
import tempfile
from collections.abc import Container, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from monitor.model.errors import UserError
from monitor.model.user_paths import user_path

BESIDE = ".{}.bywhen-"
_LEFT = re.compile(r"\.(?P<of>.+)\.bywhen-[a-z0-9_]{8}")
"""How what stands beside a file or folder while it is written begins, and its whole name; the last part is chance."""


def replace_file(place: str | Path, text: str) -> Path:
    """Write text as UTF-8 into a file, at once, and return where; raise UserError where that can't be done."""
    return replace_files({Path(place): text})[0]


def replace_files(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write each text as UTF-8 into its file, and return where; raise UserError where that can't be done.

    None is replaced before all are written beside theirs: where one is refused, all stay as they were.
    """
    places = {user_path(str(path)): text for path, text in texts.items()}
    for path in places:
        refuse_unless_file(path)
    for folder in {path.parent for path in places}:
        _sweep(folder, {path.name for path in places if path.parent == folder})
    with ExitStack() as beside:
        written = [(beside.enter_context(_beside(path, text)), path) for path, text in places.items()]
        for new, path in written:
            with telling(path):
                new.replace(path)
    return tuple(places)


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """Yield a file beside another that holds a text, safely on the disk; it is gone afterwards if it stands there."""
    with telling(path):
        number, name = tempfile.mkstemp(dir=path.parent, prefix=BESIDE.format(path.name))
    new = Path(name)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with telling(path), os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            _written(file.fileno(), text)
            os.fchmod(file.fileno(), mode(0o666))
            yield new
    finally:
        new.unlink(missing_ok=True)


def new_text(place: Path, text: str) -> None:
    """Write text as UTF-8 into a file that was not there, safely on the disk; OSError where that can't be done."""
    number = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        _written(number, text)
    finally:
        os.close(number)


def _written(number: int, text: str) -> None:
    left = text.encode("utf-8")
    while left:
        left = left[os.write(number, left) :]
    os.fsync(number)


def mode(usual: int) -> int:
    """Return the mode of a file or a folder, less what the user's umask takes from it."""
    umask = os.umask(0o077)
    os.umask(umask)
    return usual & ~umask


@contextmanager
def sole_owner(place: Path) -> Iterator[None]:
    """Hold a file or folder that stands beside another; OSError where somebody who still runs holds it."""
    number = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(number)


def is_left_over(name: str, of: Container[str]) -> bool:
    """Return whether a name is that of what stands beside one of some files while it is written."""
    found = _LEFT.fullmatch(name)
    return found is not None and found["of"] in of


def _sweep(folder: Path, names: Container[str]) -> None:
    """Remove what somebody who was killed left beside files; what somebody still writes is left alone."""
    with suppress(OSError):
        for left in [entry for entry in os.scandir(folder) if is_left_over(entry.name, names)]:
            if left.is_file(follow_symlinks=False):
                with suppress(OSError), sole_owner(Path(left.path)):
                    Path(left.path).unlink()


def make_folder(place: str) -> Path:
    """Make a folder where there is none, and return where it is; raise UserError where that can't be done."""
    path = user_path(place)
    if not place or (path.exists() and not path.is_dir()):
        raise UserError(f"“{place}” is not a folder.", "name a folder; it is made if it does not exist")
    _refuse_without(path.parent)
    with telling(path):
        path.mkdir(exist_ok=True)
    return path


def _refuse_without(folder: Path) -> None:
    if not folder.exists():
        raise UserError(f"There is no folder {folder}.", "make it first, or name another folder")


def refuse_unless_file(path: Path) -> None:
    """Raise UserError where something stands that is no file, or no folder is there for one."""
    if path.exists() and not path.is_file():  # a device among others, which would be gone for everyone
        raise UserError(f"{path} is not a file.", "only a file can be replaced: name another one")
    _refuse_without(path.parent)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Tell a person that a file can't be written, where the system says so."""
    try:
        yield
    except OSError as wrong:
        raise UserError(f"{path}: {wrong.strerror}", "name a file or folder that can be written to") from None

"""How is a file replaced, so that a reader sees the old one or the new one and never half of either?

Only a folder that was asked for by its name is made, and none above it: a path with a slip in it should be told.
"""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from monitor.model.errors import UserError


def replace_file(place: str | Path, text: str) -> Path:
    """Write text as UTF-8 into a file, at once, and return where; raise UserError where that can't be done."""
    return replace_files({Path(place): text})[0]


def replace_files(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write each text as UTF-8 into its file, and return where; raise UserError where that can't be done.

    None is replaced before all are written beside theirs: where one is refused, all stay as they were.
    """
    places = {path.expanduser(): text for path, text in texts.items()}
    for path in places:
        _refuse_unless_file(path)
    with ExitStack() as beside:
        written = [(beside.enter_context(_beside(path, text)), path) for path, text in places.items()]
        for new, path in written:
            with _telling(path):
                new.replace(path)
    return tuple(places)


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """Yield a file beside another that holds a text, safely on the disk; it is gone afterwards if it stands there."""
    with _telling(path):
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    new = Path(name)
    try:
        with _telling(path), os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            new.chmod(0o644)
        yield new
    finally:
        new.unlink(missing_ok=True)


def make_folder(place: str) -> Path:
    """Make a folder where there is none, and return where it is; raise UserError where that can't be done."""
    path = Path(place).expanduser()
    if not place or (path.exists() and not path.is_dir()):
        raise UserError(f"“{place}” is not a folder.", "name a folder; it is made if it does not exist")
    _refuse_without(path.parent)
    with _telling(path):
        path.mkdir(exist_ok=True)
    return path


def _refuse_without(folder: Path) -> None:
    if not folder.exists():
        raise UserError(f"There is no folder {folder}.", "make it first, or name another folder")


def _refuse_unless_file(path: Path) -> None:
    if path.exists() and not path.is_file():  # a device among others, which would be gone for everyone
        raise UserError(f"{path} is not a file.", "only a file can be replaced: name another one")
    _refuse_without(path.parent)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell a person that a file can't be written, where the system says so."""
    try:
        yield
    except OSError as wrong:
        raise UserError(f"{path}: {wrong.strerror}", "name a file or folder that can be written to") from None

"""How is a file replaced, so that a reader sees the old one or the new one and never half of either?

Only a folder that was asked for by its name is made, and none above it: a path with a slip in it should be told.
"""

import os
import tempfile
from pathlib import Path

from monitor.errors import UserError


def replace_file(place: str | Path, text: str) -> Path:
    """Write text as UTF-8 into a file, at once, and return where; raise UserError where that can't be done."""
    path = Path(place).expanduser()
    if path.exists() and not path.is_file():  # a device among others, which would be gone for everyone
        raise UserError(f"{path} is no file.", "only files are replaced: name another place")
    _refuse_without(path.parent)
    try:
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as wrong:
        raise _unwritable(path, wrong) from None
    return path


def make_folder(place: str) -> Path:
    """Make a folder where there is none, and return where it is; raise UserError where that can't be done."""
    path = Path(place).expanduser()
    if not place or (path.exists() and not path.is_dir()):
        raise UserError(f"“{place}” is no folder.", "name a folder, which is made where there is none")
    _refuse_without(path.parent)
    try:
        path.mkdir(exist_ok=True)
    except OSError as wrong:
        raise _unwritable(path, wrong) from None
    return path


def _refuse_without(folder: Path) -> None:
    if not folder.exists():
        raise UserError(f"There is no folder {folder}.", "make it first, or name another place")


def _unwritable(path: Path, wrong: OSError) -> UserError:
    return UserError(f"{path}: {wrong.strerror}", "name a place that can be written to")

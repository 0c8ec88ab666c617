"""How is a file replaced, so that a reader sees the old one or the new one and never half of either?"""

import os
import tempfile
from pathlib import Path

from monitor.errors import UserError


def replace_file(place: str | Path, text: str) -> Path:
    """Write text as UTF-8 into a file, at once, and return where; raise UserError where that can't be done."""
    path = Path(place).expanduser()
    if path.exists() and not path.is_file():
        raise UserError(f"{path} is no file.", "name a file; without one the report goes to stdout")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
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
        raise UserError(f"{path}: {wrong.strerror}", "name a place that can be written to") from None
    return path

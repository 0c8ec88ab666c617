"""Which file did somebody name, and what does it hold? Nothing that is named can be endless, and no name is a bug."""

from pathlib import Path

from monitor.model.cleaning import clean_line
from monitor.model.errors import UserError

LONGEST = 16_000_000
"""Bytes of a register, a configuration or a text: far more than anybody writes."""

_ODD = "not UTF-8 text"


def user_path(said: str) -> Path:
    """Return the path that was named, `~` written out; raise UserError where there can be none of that name."""
    try:
        path = Path(said).expanduser()
    except RuntimeError:
        raise UserError(f"{clean_line(said)}: nobody here has that home folder", "name the folder itself") from None
    if "\0" in said:
        raise UserError(f"{clean_line(said)}: no path holds such a character", "name another file")
    return path


def read_text(said: str | Path) -> str:
    """Return the text of a file that was named; raise UserError where it can't be read, is endless, or no UTF-8."""
    path = user_path(said) if isinstance(said, str) else said
    try:
        with path.open("rb") as file:
            held = file.read(LONGEST + 1)
    except OSError as wrong:
        raise UserError(f"{said}: {wrong.strerror}", "name a file that can be read") from None
    if len(held) > LONGEST:
        raise UserError(f"{said}: more than {LONGEST:,} bytes", "name a text that people write, and no device")
    try:
        text = held.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is None or encoding_of(held) != _ODD:  # plain letters in UTF-16 are UTF-8 too, with nothing between them
        raise UserError(f"{said}: {encoding_of(held)}", "save it as UTF-8")
    return text


def encoding_of(held: bytes) -> str:
    """Return in words what bytes that are no UTF-8 are."""
    if held.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32 text, not UTF-8"
    if held.startswith((b"\xff\xfe", b"\xfe\xff")) or _every_other_is_null(held[:200]):
        return "UTF-16 text, not UTF-8"
    return _ODD


def _every_other_is_null(held: bytes) -> bool:
    """Return whether bytes are as those of plain text in UTF-16 without a byte order mark."""
    return len(held) > 3 and min(held[::2].count(0), held[1::2].count(0)) == 0 and held.count(0) * 3 > len(held)

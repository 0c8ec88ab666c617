"""What of other people's text is let in: nothing that could steer a terminal, a page or a feed."""

import re
import unicodedata
from urllib.parse import urlsplit

_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls, tab, newline and return aside
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"  # bidi
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates, tags
)
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_BLANKS = re.compile(r"[^\S\n]+")
_UNCLEAN = re.compile(rf"{_STEERING.pattern}|{_BREAKS.pattern}|[^\S \n]|  | \n|\n |\n\n\n|\A\s|\s\Z")
_BETWEEN = re.compile(r" *\n *(?:\n *)+")


def clean(text: str) -> str:
    """Return text with paragraphs parted by one blank line and no control, unseen or bidi characters.

    Line breaks of every kind become newlines first; white space runs fold to one space.
    """
    if not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return text  # most text was cleaned before, on its way into the state
    text = _STEERING.sub("", _BREAKS.sub("\n", text))
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    return re.sub(r" ?\n ?", "\n", _BETWEEN.sub("\n\n", text)).strip()


def clean_line(text: str) -> str:
    """Return text as clean, on one line."""
    return " ".join(clean(text).split())


def safe_link(url: str) -> str | None:
    """Return the address if it is a plain http or https link with a host, else None."""
    url = clean_line(url).replace(" ", "%20")
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None

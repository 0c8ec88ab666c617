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
_STRAY = (" \n", "\n ", "\n\n\n")
"""What cleaning would fold around a newline."""
_PLAIN_LINK = re.compile(r"https?://[A-Za-z0-9.-]*[A-Za-z0-9](?:/[!-~]*)?")
"""Most addresses by far; what else may be one is asked of the parser."""
_BETWEEN = re.compile(r" *\n *(?:\n *)+")


def clean(text: str) -> str:
    """Return text with paragraphs parted by one blank line and no control, unseen or bidi characters.

    Line breaks of every kind become newlines first; white space runs fold to one space.
    """
    if _is_clean(text):
        return text  # most text was cleaned before, on its way into the state
    text = _STEERING.sub("", _BREAKS.sub("\n", text))
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    return re.sub(r" ?\n ?", "\n", _BETWEEN.sub("\n\n", text)).strip()


def clean_line(text: str) -> str:
    """Return text as clean, on one line."""
    return text if "\n" not in text and _is_clean(text) else " ".join(clean(text).split())


def safe_link(url: str) -> str | None:
    """Return the address if it is a plain http or https link with a host, else None."""
    if _PLAIN_LINK.fullmatch(url):
        return url
    url = clean_line(url).replace(" ", "%20")
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _is_clean(text: str) -> bool:
    """Return whether cleaning would alter nothing. Nothing that steers or that only looks like a space is printable."""
    if not text.isprintable() and not text.replace("\n", "").isprintable():
        return False
    if "  " in text or ("\n" in text and any(map(text.__contains__, _STRAY))):
        return False
    ends = text[:1] + text[-1:]
    return ends == ends.strip() and (text.isascii() or unicodedata.is_normalized("NFC", text))

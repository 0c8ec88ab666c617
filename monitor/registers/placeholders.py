"""What does a draft leave for a person to fill in, and is it still blank?"""

from urllib.parse import urlsplit

BLANK = "To be filled in"
"""Stands at the start of a text that a person has to write."""
POST = "to-be-filled-in"
"""The post of a draft whose source does not tell it."""
NOBODY = "the minister who answered"
URL = "https://www.example.org/to-be-filled-in"
_NOWHERE = ("example.org", "example.com", "example.net", "example", "test", "invalid")


def is_blank(text: str) -> bool:
    """Return whether a text is one that a person has to write still."""
    return text.strip().lower().startswith(BLANK.lower())


def leads_nowhere(url: str) -> bool:
    """Return whether an address only stands for one: a host set apart for examples, or a site's front page."""
    parts = urlsplit(url)
    host = f".{(parts.hostname or '').rstrip('.')}"
    return host.endswith(tuple(f".{name}" for name in _NOWHERE)) or (parts.path in ("", "/") and not parts.query)

"""How do texts look as the sources send them: as HTML, stripped of it, cut?"""

import html
import re
from typing import Any

_TAGS = re.compile(r"<[^>]*>")
Value = dict[str, Any]
"""A JSON object on its way out."""


def paragraphs(text: str) -> str:
    """Return text as HTML: a paragraph for each line, unless it is HTML already."""
    if text.lstrip().startswith("<"):
        return text.strip()
    return "".join(f"<p>{html.escape(line.strip(), quote=False)}</p>" for line in text.splitlines() if line.strip())


def stripped(markup: str) -> str:
    """Return HTML as the list shows it: tags dropped, paragraphs joined with no space, entities left as they are."""
    return _TAGS.sub("", markup)


def cut(text: str, ellipsis: str = "") -> str:
    """Return text as the list cuts it: 255 characters, and the ellipsis after them where some were lost."""
    return text if len(text) <= 255 else text[:255] + ellipsis

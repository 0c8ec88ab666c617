"""How is a server asked whether something is still as it was? By what it gave with it: HTTP's validators (RFC 9110).

Scrapy's own cache policy would answer from a store of whole responses; here a page that is the same needs no second
reading, so it is enough to know that it is.
"""

from dataclasses import replace

from scrapy.http import Response

from monitor.model.sources import Visit

NOT_MODIFIED = 304
_LONGEST = 300
"""Characters of a validator that is kept: what is sent back must be short, and printable."""


def conditions(known: Visit | None) -> dict[str, str]:
    """Return the headers that ask for a thing only if it is no longer as it was at a visit; none without validators."""
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
    return {name: value for name, value in given.items() if value}


def visit(key: str, response: Response, noted: Visit | None) -> Visit:
    """Return a visit, with the validators of its answer added to what was noted of it already."""
    return replace(noted or Visit(key), etag=_given(response, "ETag"), modified=_given(response, "Last-Modified"))


def _given(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    text = value.decode("latin-1") if value else ""
    return text if text and len(text) <= _LONGEST and text.isascii() and text.isprintable() else None

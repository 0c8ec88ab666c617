"""Is what a source shows still what it showed before? The smallest request, made with the standard library alone.

It knows one answer only: the very same mark. Whatever else there is (no answer, another one, a proxy, a name that leads
to a private machine) is for the probe to find out, which can say what is wrong.
"""

import ssl
from datetime import datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import monotonic
from urllib.parse import urlsplit

from spiders.allowed_peers import intruder, proxied
from spiders.probe_requests import mark
from spiders.server_clock import FARTHEST, served_at
from spiders.settings import USER_AGENT
from spiders.strict_fields import SourceChanged, opened

LARGEST = 1_000_000
LONGEST = 20.0
"""Bytes and seconds that one look may take."""


def same(source: str, url: str, before: str, now: datetime) -> bool:
    """Return whether a source answers, has our day, and shows the mark it showed before: then nothing was added."""
    if proxied(url):
        return False
    try:
        body = _body(url, monotonic() + LONGEST, now)
        return body is not None and mark(source, opened(body, url), url) == before
    except (OSError, HTTPException, SourceChanged, ValueError):
        return False


def _body(url: str, until: float, now: datetime) -> bytes | None:
    """Return the body of an answer that is 200, of today, in time and not too large; None for any other."""
    parts = urlsplit(url)
    connection = _connection(parts.scheme, parts.netloc)
    try:
        connection.connect()
        if intruder(parts.hostname or "", connection.sock.getpeername()[0]):
            return None
        headers = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
        connection.request("GET", f"{parts.path}?{parts.query}" if parts.query else parts.path, headers=headers)
        response = connection.getresponse()
        served = served_at(response.getheader("Date"), response.getheader("Age"))
        if served and abs(now - served) > FARTHEST:
            return None
        body = b""
        while response.status == 200 and len(body) <= LARGEST and monotonic() < until:
            piece = response.read1(65_536)
            if not piece:
                return body
            body += piece
        return None
    finally:
        connection.close()


def _connection(scheme: str, netloc: str) -> HTTPConnection:
    if scheme == "https":
        return HTTPSConnection(netloc, timeout=LONGEST, context=ssl.create_default_context())
    return HTTPConnection(netloc, timeout=LONGEST)

"""What is asked of the replica, and what does it reply? Plain values, so that a fault can wrap an answer."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from spiders.replica.imagined_year import Timeline
from spiders.replica.recorded_payloads import RecordedPayloads


@dataclass(frozen=True, eq=False)
class Library:
    """All the replica can ever answer from. Known by identity, so that what it holds on a day is worked out once."""

    timeline: Timeline = field(default_factory=Timeline)
    recorded: RecordedPayloads = field(default_factory=RecordedPayloads)


@dataclass(frozen=True, slots=True)
class Asked:
    """A GET: the path, and the query in its order with repeats. `same`: the If-None-Match that came with it."""

    path: str
    query: tuple[tuple[str, str], ...] = ()
    same: str | None = None

    def every(self, name: str) -> tuple[str, ...]:
        """Return every value given under a name, whatever its case: so Parliament's APIs read it."""
        return tuple(value for given, value in self.query if given.lower() == name.lower())

    def first(self, name: str) -> str | None:
        """Return the first value given under a name, None where there is none or it is empty."""
        return next((value for value in self.every(name) if value), None)


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: status, body and headers."""

    status: int
    body: str
    headers: Mapping[str, str]


class BadValueError(ValueError):
    """A parameter that the API knows, with a value it can't read; `name` says which."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"The value '{value}' is not valid for {name}.")
        self.name = name


def said(value: Any, status: int = 200, **headers: str) -> Reply:
    """Return a JSON reply."""
    body = json.dumps(value, ensure_ascii=False)
    return Reply(status, body, {"Content-Type": "application/json; charset=utf-8", **headers})


def unless_same(reply: Reply, asked: Asked) -> Reply:
    """Return a reply with a weak ETag, as Rails gives one; 304 and no body where that was asked for."""
    tag = f'W/"{hashlib.sha256(reply.body.encode()).hexdigest()[:32]}"'
    headers = {**reply.headers, "ETag": tag}
    return Reply(304, "", headers) if asked.same == tag else Reply(reply.status, reply.body, headers)


def plain(text: str, status: int = 200, kind: str = "text/plain; charset=utf-8") -> Reply:
    """Return a reply of plain text."""
    return Reply(status, text, {"Content-Type": kind})


def problem(status: int, title: str, detail: str | None = None) -> Reply:
    """Return the error body of the questions and statements API (RFC 7807)."""
    told = {"type": f"https://httpstatuses.io/{status}", "title": title, "status": status}
    reply = said(told | {"detail": detail, "instance": None}, status)
    return Reply(status, reply.body, {"Content-Type": "application/problem+json; charset=utf-8"})


def day_of(asked: Asked, name: str) -> date | None:
    """Return a date parameter, None where it is not given; raise BadValueError where it is no date."""
    value = asked.first(name)
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        raise BadValueError(name, value) from None


def number_of(asked: Asked, name: str, default: int | None = None, least: int = 0) -> int | None:
    """Return a whole-number parameter; raise BadValueError where it is none, or less than `least`."""
    value = asked.first(name)
    if value is None:
        return default
    if not value.lstrip("-").isdecimal() or int(value) < least:
        raise BadValueError(name, value)
    return int(value)


def naive(day: date | None) -> str | None:
    """Return a day as Parliament's APIs write it: a date-time at midnight, without a zone."""
    return f"{day.isoformat()}T00:00:00" if day else None

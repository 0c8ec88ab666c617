"""What do the two halves of the questions and statements API share? Bodies, members, envelopes, cut texts."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from spiders.departments import ANSWERING_BODIES
from spiders.replica.happenings import Member
from spiders.replica.markup import Value
from spiders.replica.replies import Asked, BadValueError, Reply, number_of, said

BODIES = {body.name: body.number for body in ANSWERING_BODIES}
SESSIONS = (date(2024, 7, 17), date(2026, 5, 13))
"""First days of the sessions that the API would call current, one after the other."""


def expanded(member: Member | None) -> Value | None:
    """Return a MemberViewModel, None where the member is not known."""
    if member is None:
        return None
    return {
        "id": member.id,
        "listAs": member.listed,
        "name": member.name,
        "party": member.party,
        "partyColour": "0087dc" if member.short == "Con" else "d50000",
        "partyAbbreviation": member.short,
        "memberFrom": member.seat,
        "thumbnailUrl": f"https://members-api.parliament.uk/api/Members/{member.id}/Thumbnail",
    }


def item(value: Value, href: str) -> Value:
    """Return a value with its links; the href leads nowhere, as it does on the API."""
    return {"value": value, "links": [{"rel": "self", "href": href, "method": "GET"}]}


def envelope(asked: Asked, values: Sequence[Value], show: Callable[[Value], Value]) -> Reply:
    """Return one page of the values: `totalResults` counts them all, `take` is 20 unless given."""
    skip, take = number_of(asked, "skip", 0) or 0, number_of(asked, "take", 20)
    page = values[skip : skip + (take or 0)]
    return said({"totalResults": len(values), "results": [show(value) for value in page]})


def chosen(asked: Asked, name: str) -> set[int]:
    """Return the numbers given under a repeated parameter; raise BadValueError for anything else."""
    values = asked.every(name)
    bad = next((value for value in values if not value.isdecimal()), None)
    if bad is not None:
        raise BadValueError(name, bad)
    return {int(value) for value in values}


def named(asked: Asked, name: str, choices: Iterable[str]) -> str | None:
    """Return one of an enumeration's values as the API spells it; raise BadValueError where it is none of them."""
    value = asked.first(name)
    if value is None:
        return None
    found = next((choice for choice in choices if choice.lower() == value.lower()), None)
    if found is None:
        raise BadValueError(name, value)
    return found


def within(value: str | None, since: date | None, until: date | None) -> bool:
    """Return whether a date-time of the API lies in a span; without a span everything does."""
    if since is None and until is None:
        return True
    if value is None:
        return False
    day = date.fromisoformat(value[:10])
    return (since is None or since <= day) and (until is None or day <= until)


def mentions(term: str | None, *texts: str | None) -> bool:
    """Return whether any word, or quoted phrase, of a search term stands in the texts."""
    if not term:
        return True
    where = " ".join(text for text in texts if text).lower()
    words = re.findall(r'"([^"]+)"|(\S+)', term.lower())
    return any((phrase or word) in where for phrase, word in words if (phrase or word) not in ("and", "or"))


def session_start(asked: Asked, today: date) -> date | None:
    """Return the first day of the current session where only that is asked for, else None."""
    if named(asked, "sessionStatus", ("Current", "Any")) != "Current":
        return None
    return max((day for day in SESSIONS if day <= today), default=SESSIONS[0])

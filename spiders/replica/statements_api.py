"""What does the API say of written statements on a day?"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from spiders.replica import earlier
from spiders.replica.happenings import Statement
from spiders.replica.markup import Value, cut, paragraphs, stripped
from spiders.replica.replies import Asked, Library, Reply, day_of, naive, problem, said
from spiders.replica.shared_api import BODIES, chosen, envelope, expanded, item, mentions, named, session_start, within

ROOT = "/api/writtenstatements/statements"
LORDS = 500_000
"""Added to a statement's id to make that of its copy in the Lords."""


def answer(library: Library, today: date, asked: Asked) -> Reply | None:
    """Return the reply to a path beneath the statements' root, None where it is no such path."""
    path = asked.path.rstrip("/")
    if path.lower() == ROOT:
        return _list(library, today, asked)
    if single := re.fullmatch(f"{ROOT}/(\\d+)", path, re.IGNORECASE):
        number = int(single[1])
        return _one(library, today, asked, lambda v: v["id"] == number, f"/Statements/{number}")
    if dated := re.fullmatch(f"{ROOT}/(\\d{{4}}-\\d\\d-\\d\\d)[^/]*/([^/]+)", path, re.IGNORECASE):
        made, uin = f"{dated[1]}T00:00:00", dated[2].lower()
        meant = lambda v: v["dateMade"] == made and v["uin"].lower() == uin  # noqa: E731 (used once, below)
        return _one(library, today, asked, meant, f"/Statements/{dated[1]}/{dated[2]}")
    return None


@lru_cache(maxsize=8)
def states(library: Library, today: date) -> tuple[Value, ...]:
    """Return every statement made by a day, newest first, and after it its copy in the Lords."""
    made = [s for s in (*library.timeline.statements, *earlier.statements()) if s.made <= today]
    values = [value(s, lords=copy) for s in made for copy in ((False, True) if s.lords else (False,))]
    return tuple(sorted(values, key=lambda v: (v["dateMade"], -v["id"]), reverse=True))


def value(statement: Statement, *, lords: bool) -> Value:
    """Return the 17 keys of a statement, its text whole; in the Lords a copy stands under its own id and UIN."""
    return {
        "id": statement.id + (LORDS if lords else 0),
        "memberId": statement.by,
        "member": None,
        "memberRole": statement.role,
        "uin": statement.lords if lords else statement.uin,
        "dateMade": naive(statement.made),
        "answeringBodyId": BODIES.get(statement.body, 999),
        "answeringBodyName": statement.body,
        "title": statement.title,
        "text": paragraphs(statement.text),
        "house": "Lords" if lords else "Commons",
        "noticeNumber": 1 + statement.id % 40,
        "hasAttachments": False,
        "hasLinkedStatements": bool(statement.links),
        "linkedStatements": [
            {"linkedStatementId": other, "linkType": kind, "linkDate": naive(statement.made)}
            for other, kind in statement.links
        ],
        "attachments": [],
    }


def listed(whole: Value) -> Value:
    """Return a statement as the list is taken to show it: its text stripped and cut, as an answer's is."""
    return whole | {"text": cut(stripped(whole["text"]), "...")}


def _list(library: Library, today: date, asked: Asked) -> Reply:
    since, until = day_of(asked, "madeWhenFrom"), day_of(asked, "madeWhenTo")
    bodies, members = chosen(asked, "answeringBodies"), chosen(asked, "members")
    house = named(asked, "house", ("Bicameral", "Commons", "Lords"))
    session, uin, term = session_start(asked, today), asked.first("uIN"), asked.first("searchTerm")
    found = [
        v
        for v in states(library, today)
        if within(v["dateMade"], since, until)
        and (session is None or within(v["dateMade"], session, None))
        and (not bodies or v["answeringBodyId"] in bodies)
        and (not members or v["memberId"] in members)
        and (house in (None, "Bicameral") or v["house"] == house)
        and (uin is None or v["uin"].lower() == uin.lower())
        and mentions(term, v["title"], v["text"])
    ]
    return envelope(asked, found, lambda v: item(listed(_shown(library, asked, v)), f"/Statements/{v['id']}"))


def _one(library: Library, today: date, asked: Asked, meant: Callable[[Value], bool], href: str) -> Reply:
    found = next((state for state in states(library, today) if meant(state)), None)
    if found is None:
        return problem(404, "Not Found")
    return said(item(_shown(library, asked, found), href))


def _shown(library: Library, asked: Asked, state: Value) -> Value:
    if (asked.first("expandMember") or "").lower() != "true":
        return state
    return state | {"member": expanded(library.timeline.member(state["memberId"]))}

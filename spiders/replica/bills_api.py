"""How does bills-api.parliament.uk answer? Bills, and the stages of each, those of the week to come among them."""

import re
from datetime import date, timedelta

from spiders.replica.markup import Value
from spiders.replica.proceedings import BillStep, ImaginedBill
from spiders.replica.replies import Asked, BadValueError, Library, Reply, naive, number_of, plain, problem, said
from spiders.replica.shared_api import chosen, mentions, named

ROOT = "/api/v1/bills"
SORTS = ("TitleAscending", "TitleDescending", "DateUpdatedAscending", "DateUpdatedDescending")
SESSION = 39
AHEAD = timedelta(days=7)
"""How long before a sitting the service tells of it."""
_MORE: Value = {
    "longTitle": "A Bill to make provision for what its title says; and for connected purposes.",
    "summary": None,
    "sponsors": [],
    "promoters": [],
    "petitioningPeriod": None,
    "petitionInformation": None,
    "agent": None,
}


def answer(library: Library, today: date, asked: Asked) -> Reply:
    """Return the reply to any path; it has no robots.txt."""
    path = asked.path.rstrip("/").lower()
    begun = [b for b in library.timeline.bills if b.steps and b.steps[0].days[0] <= today]
    try:
        if path == ROOT:
            return _list([summary(b, today) for b in begun], asked)
        if match := re.fullmatch(rf"{ROOT}/(\d+)(/stages)?", path):
            one = next((b for b in begun if b.id == int(match[1])), None)
            if one is None:
                return problem(404, "Not Found")
            return _paged(stages(one, today), asked) if match[2] else said(summary(one, today) | _MORE)
    except BadValueError as bad:
        return problem(400, "One or more validation errors occurred.", str(bad))
    return plain("", 404)


def summary(one: ImaginedBill, today: date) -> Value:
    """Return the 13 keys of a Bill in a list; once it is an Act it is called so."""
    taken = [s for s in one.steps if s.days[0] <= today]
    last = max(day for s in taken for day in s.days if day <= today)
    renamed = one.former is None or (one.renamed is not None and one.renamed <= today)
    is_act = taken[-1].name == "Royal Assent"
    return {
        "billId": one.id,
        "shortTitle": one.act if is_act else one.title if renamed else one.former,
        "formerShortTitle": one.former if renamed else None,
        "currentHouse": taken[-1].house,
        "originatingHouse": one.house,
        "lastUpdate": f"{last.isoformat()}T17:42:08.0579851",
        "billWithdrawn": naive(one.withdrawn) if one.withdrawn and one.withdrawn <= today else None,
        "isDefeated": one.defeated,
        "billTypeId": one.type,
        "introducedSessionId": SESSION,
        "includedSessionIds": [SESSION],
        "isAct": is_act,
        "currentStage": _stage(one, taken[-1], len(taken), today),
    }


def stages(one: ImaginedBill, today: date) -> list[Value]:
    """Return the stages of a Bill that are over, under way or announced."""
    known = [s for s in one.steps if s.days[0] <= today + AHEAD]
    return [_stage(one, step, n, today) for n, step in enumerate(known, 1)]


def _stage(one: ImaginedBill, step: BillStep, order: int, today: date) -> Value:
    kind = step.id % 50
    days = [day for day in step.days if day <= today + AHEAD]
    sittings = [
        {"id": step.id * 10 + n, "stageId": kind, "billStageId": step.id, "billId": one.id, "date": naive(day)}
        for n, day in enumerate(days)
    ]
    return {
        "id": step.id,
        "stageId": kind,
        "sessionId": SESSION,
        "description": step.name,
        "abbreviation": step.short,
        "house": step.house,
        "stageSittings": sittings,
        "sortOrder": order,
    }


def _list(found: list[Value], asked: Asked) -> Reply:
    term, order = asked.first("SearchTerm"), named(asked, "SortOrder", SORTS) or SORTS[0]
    key = "lastUpdate" if order.startswith("Date") else "shortTitle"
    types = chosen(asked, "BillType")
    kept = [v for v in found if not types or v["billTypeId"] in types]
    kept = [v for v in kept if mentions(f'"{term}"' if term else None, v["shortTitle"])]
    kept.sort(key=lambda v: (v[key], v["billId"]), reverse=order.endswith("Descending"))
    return _paged(kept, asked)


def _paged(values: list[Value], asked: Asked) -> Reply:
    skip, take = number_of(asked, "Skip", 0) or 0, number_of(asked, "Take", 20) or 0
    return said({"items": values[skip : skip + take], "totalResults": len(values), "itemsPerPage": take})

"""How does committees-api.parliament.uk answer? Types of publication, lists of publications, and single ones."""

import re
from datetime import date
from functools import lru_cache
from operator import itemgetter

from spiders.replica.markup import Value
from spiders.replica.proceedings import TYPES, Published
from spiders.replica.replies import Asked, BadValueError, Library, Reply, day_of, naive, number_of, plain, problem, said
from spiders.replica.shared_api import mentions, named, within

ROOT = "/api/publications"
SORTS = ("PublicationDateDescending", "PublicationDateAscending", "ResponseDateDescending", "ResponseDateAscending")


def answer(library: Library, today: date, asked: Asked) -> Reply:
    """Return the reply to any path; it has no robots.txt."""
    path = asked.path.rstrip("/").lower()
    try:
        if path == "/api/publicationtype":
            return said([type_of(name) for name in TYPES])
        if path == ROOT:
            return _list(library, today, asked)
        if single := re.fullmatch(rf"{ROOT}/(\d+)", path):
            found = next((v for v in states(library, today) if v["id"] == int(single[1])), None)
            return said(found) if found else problem(404, "Not Found")
    except BadValueError as bad:
        return problem(400, "One or more validation errors occurred.", str(bad))
    return plain("", 404)


@lru_cache(maxsize=8)
def states(library: Library, today: date) -> tuple[Value, ...]:
    """Return every publication out by a day, newest first."""
    out = sorted((p for p in library.timeline.published if p.on <= today), key=lambda p: (p.on, p.id), reverse=True)
    return tuple(value(p, tuple(r for r in out if r.answers == p.id)) for p in out)


def value(one: Published, responses: tuple[Published, ...]) -> Value:
    """Return the 15 keys of a publication, and its committee and inquiry."""
    inquiries = [_inquiry(one)] if one.inquiry else []
    return _summary(one, responses) | {"businesses": inquiries, "committee": _committee(one.committee)}


def type_of(name: str) -> Value:
    """Return a type of publication."""
    number, can_be_answered, can_answer = TYPES[name]
    return {
        "id": number,
        "name": name,
        "description": f"{name}s that a committee publishes.",
        "governmentCanRespond": can_be_answered,
        "canBeResponse": can_answer,
        "iconKey": None,
        "pluralVersion": name if name == "Correspondence" else f"{name}s",
    }


def _summary(one: Published, responses: tuple[Published, ...]) -> Value:
    number, session = one.paper, "2024-26"
    paper = {"number": number, "sessionId": 39, "sessionDescription": session} if number else None
    department = {"address": None, "otherAddress": None, "phone": None, "email": None, "url": None}
    return {
        "description": one.title,
        "id": one.id,
        "publicationStartDate": f"{one.on.isoformat()}T00:01:00",
        "governmentResponses": {
            "publication": [_summary(r, ()) for r in responses],
            "responseDeadline": naive(one.due),
            "responseExcepted": False,
        },
        "publicationEndDate": None,
        "documents": [{"documentId": one.id * 5, "files": [_file(one)]}],
        "hcNumber": paper,
        "hlPaper": None,
        "type": type_of(one.type),
        "responseToPublicationId": one.answers,
        "additionalContentUrl": None,
        "additionalContentUrl2": None,
        "respondingDepartment": {"id": 51, "name": one.department} | department if one.department else None,
    }


def _file(one: Published) -> Value:
    return {"fileName": f"{one.title}.pdf", "fileSize": 181_204, "fileDataFormat": "OriginalFormat", "url": None}


def _inquiry(one: Published) -> Value:
    kind = {"id": 1, "name": "Inquiry", "isInquiry": True, "description": "An inquiry takes evidence and reports."}
    return {
        "id": 8000 + sum(map(ord, one.inquiry or "")) % 900,
        "title": one.inquiry,
        "type": kind,
        "openDate": f"{one.on.year}-01-15T00:00:00",
        "closeDate": None,
        "latestReport": None,
        "openSubmissionPeriods": [],
        "closedSubmissionPeriods": [],
        "nextOralEvidenceSession": None,
        "contact": None,
    }


def _committee(name: str) -> Value:
    number = 83 if name == "Home Affairs Committee" else 100 + sum(map(ord, name)) % 400
    return {
        "contact": None,
        "id": number,
        "name": name,
        "parentCommittee": None,
        "subCommittees": [],
        "house": "Commons",
        "leadHouse": None,
        "category": {"id": 1, "name": "Select"},
        "committeeTypes": [],
        "showOnWebsite": True,
        "websiteLegacyUrl": None,
        "websiteLegacyRedirectEnabled": False,
        "startDate": "2010-07-13T00:00:00",
        "endDate": None,
        "dateCommonsAppointed": None,
        "dateLordsAppointed": None,
        "scrutinisingDepartments": [],
        "isLeadCommittee": None,
        "nameHistory": [],
    }


def _list(library: Library, today: date, asked: Asked) -> Reply:
    since, until, term = day_of(asked, "StartDate"), day_of(asked, "EndDate"), asked.first("SearchTerm")
    types, committee = {_number(v) for v in asked.every("PublicationTypeIds")}, number_of(asked, "CommitteeId")
    order = named(asked, "SortOrder", SORTS) or SORTS[0]
    found = [
        v
        for v in states(library, today)
        if within(v["publicationStartDate"], since, until)
        and (not types or v["type"]["id"] in types)
        and (committee is None or v["committee"]["id"] == committee)
        and mentions(term, v["description"])
    ]
    found.sort(key=itemgetter("publicationStartDate"), reverse=order.endswith("Descending"))
    skip, take = number_of(asked, "Skip", 0) or 0, number_of(asked, "Take", 30) or 0
    page = found[skip : skip + take]
    return said({"items": page, "totalResults": len(found), "itemsPerPage": take, "links": []})


def _number(given: str) -> int:
    if not given.isdecimal():
        raise BadValueError("PublicationTypeIds", given)
    return int(given)

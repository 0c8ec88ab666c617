"""Does a service know the departments it is asked for, and can it be that one of them said nothing?

A filter by a name that a service does not know finds nothing, and says nothing of it. So who brought nothing is asked
for over a long time: who never said anything is not known there, and of who says much every week a silence is not
believed. In both cases no day counts as read.
"""

from collections.abc import Mapping
from datetime import timedelta

from monitor.deadlines.sitting_calendar import after_sitting_days
from monitor.pipeline.coverage.harvest_check import SILENT
from spiders.departments import answers_no_more, body_name
from spiders.jobs import Job, Query

UNKNOWN = "unknown-department"
"""The kind of problem where a service has nothing at all from a department."""
LONG, YEAR = timedelta(days=5 * 365), timedelta(days=365)
"""How far back answering bodies and organisations are asked for."""
USUAL = 20
"""So many documents usually come of a department in the days asked for: then it does not happen that none does."""
_SAT = 4
"""Sitting days in which Parliament's departments say something."""
Trouble = tuple[str, str]
"""The kind of a problem, and what was seen."""


def organisation_query(job: Job, organisation: str, *, ever: bool) -> Query:
    """Return the query that counts what an organisation published in the year before, or ever."""
    asked: dict[str, str | int] = {"filter_organisations": organisation, "count": 0}
    return asked if ever else {**asked, "filter_public_timestamp": f"from:{job.until - YEAR},to:{job.until}"}


def body_query(job: Job, window: str, body: int) -> Query:
    """Return the query that counts what came of an answering body in the last five years, `window` being the day's."""
    days = {f"{window}WhenFrom": str(job.until - LONG), f"{window}WhenTo": str(job.until)}
    return {**days, "answeringBodies": (body,), "sessionStatus": "Any", "skip": 0, "take": 1}


def unknown_organisation(organisation: str) -> Trouble:
    """Return what is wrong with an organisation that has published nothing at all on GOV.UK."""
    return UNKNOWN, f"GOV.UK has nothing at all by {organisation}: no organisation is called so, or it is no more"


def silent_organisations(job: Job, in_a_year: Mapping[str, int], came: Mapping[str, int]) -> tuple[Trouble, ...]:
    """Return a problem for each organisation that brought nothing, though it publishes much in that many days."""
    return tuple(
        (SILENT, _silence(organisation, job, usual))
        for organisation, many in in_a_year.items()
        if not came.get(organisation) and (usual := _expected(many, YEAR, job)) >= USUAL
    )


def silent_body(job: Job, body: int, many: int) -> Trouble | None:
    """Return what is wrong with an answering body that brought nothing, with how many came of it in five years."""
    if answers_no_more(body):
        return None
    if not many:
        return (
            UNKNOWN,
            f"nothing at all came of {body_name(body)} ({body}) in five years: nobody answers by that number",
        )
    usual = _expected(many, LONG, job)
    return (SILENT, _silence(body_name(body), job, usual)) if usual >= USUAL and sat(job, _SAT) else None


def sat(job: Job, days: int) -> bool:
    """Return whether the Commons sat on that many of the days asked for."""
    return after_sitting_days(job.since - timedelta(days=1), days) <= job.until


def _expected(many: int, over: timedelta, job: Job) -> float:
    return many * ((job.until - job.since).days + 1) / over.days


def _silence(who: str, job: Job, usual: float) -> str:
    return f"nothing by {who} from {job.since} to {job.until}, where {usual:.0f} documents are usual"

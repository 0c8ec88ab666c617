"""Registers and what stands in them: factories."""

from datetime import UTC, date, datetime
from typing import Any

from monitor.model.commitments import (
    Commitment,
    Expectation,
    Link,
    Milestone,
    PageExpected,
    Post,
    Register,
    Ruling,
    RulingKind,
    Tenure,
    Watch,
    WordsExpected,
)
from monitor.model.due import Due
from monitor.model.measures import Measure
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS

SAID = date(2031, 1, 16)
"""The day on which the made-up minister of these tests promised everything."""

LINK = "https://hansard.parliament.uk/Commons/2031-01-16/debates/A1/Lighthouses"

DEFAULT: Any = object()
"""Stands for "not given" where None means something."""


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """Return a moment on a day, in UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def due(
    said: str = "within three months",
    latest: date | None = date(2031, 4, 16),
    *,
    earliest: date | None = None,
    rule: str | None = "three months from the day it was said",
    said_on: date = SAID,
) -> Due:
    return Due(said, earliest or (said_on if latest else None), latest, rule if latest else None, said_on)


def undated(said: str = "in due course", said_on: date = SAID) -> Due:
    return Due(said, None, None, None, said_on)


def post(
    *holders: tuple[str, date, date | None], named: str = "lighthouses", title: str = "Minister for Lighthouses"
) -> Post:
    held = holders or (("Ada Marsh", date(2030, 7, 5), date(2031, 9, 5)), ("Ben Field", date(2031, 9, 5), None))
    return Post(named, title, tuple(Tenure(name, since, until, None) for name, since, until in held))


def expectation(
    what: str = "a report is published",
    *,
    things: tuple[str, ...] = ("lamp report",),
    deeds: tuple[str, ...] = ("published",),
) -> Expectation:
    return Expectation(what, words=(WordsExpected(things, deeds),))


def page_expected(
    *title: str, kinds: tuple[str, ...] = ("independent_report",), sources: tuple[str, ...] = (GOV_UK,)
) -> Expectation:
    return Expectation("it stands on GOV.UK", pages=(PageExpected(sources, kinds, title or ("lamp report",)),))


def milestone(
    named: str = "report",
    *,
    title: str = "The report on lamps is published",
    promised_on: date = SAID,
    due: Due | None = DEFAULT,
    expect: Expectation | None = None,
    relies_on: tuple[str, ...] = (HANSARD, WRITTEN_QUESTIONS),
    step: bool = False,
    said_in: tuple[Link, ...] = (),
    caution: str | None = None,
    measure: Measure | None = None,
) -> Milestone:
    due = _due() if due is DEFAULT else due
    expect = expect or expectation()
    return Milestone(named, title, promised_on, due, expect, relies_on, step, said_in, caution, measure)


def commitment(
    named: str = "lamp-report",
    *,
    title: str = "A report on the lamps",
    words: str = "We will publish a report on the lamps within three months.",
    made_on: date = SAID,
    made_by: str = "Ada Marsh",
    post: Post | None = None,
    said_in: tuple[Link, ...] = (Link("Statement on lighthouses", LINK),),
    due: Due | None = DEFAULT,
    watch: Watch | None = None,
    milestones: tuple[Milestone, ...] | None = None,
    ledger: tuple[Ruling, ...] = (),
    position: bool = False,
    caution: str | None = None,
) -> Commitment:
    return Commitment(
        id=named,
        title=title,
        words=words,
        made_on=made_on,
        made_by=made_by,
        post=post or _post(),
        said_in=said_in,
        due=_due() if due is DEFAULT else due,
        watch=watch or Watch(names=("lamp report",)),
        milestones=(milestone(),) if milestones is None else milestones,
        ledger=ledger,
        position=position,
        caution=caution,
    )


def register(*commitments: Commitment, named: str = "lamps", digest: str = "d1") -> Register:
    return Register(
        id=named,
        title="Lighthouses",
        about="What the minister promised about lighthouses.",
        compiled_on=SAID,
        commitments=commitments or (commitment(),),
        pages=(),
        terms=("lighthouse",),
        digest=digest,
    )


def ruling(
    named: str = "r1",
    *,
    commitment: str = "lamp-report",
    milestone: str | None = "report",
    kind: RulingKind = RulingKind.DELIVERED,
    on: date = date(2031, 6, 16),
    by: str = "C. Clerk",
    why: str = "The report stands on the department's page.",
    **more: Any,
) -> Ruling:
    return Ruling(named, commitment, milestone, kind, on, by, why, **more)


# The same factories under names that no argument above takes.
_due, _post = due, post

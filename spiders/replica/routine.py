"""What does an ordinary day bring? Questions, business and pages on other matters."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from spiders.replica.happenings import Debate, Edition, Page, Question, Speech, Step
from spiders.replica.row_fields import RowFields

FIRST_ID = 7_900_001


@dataclass(frozen=True, slots=True)
class RoutineSubject:
    """An ordinary matter: {place} and {number} in its texts are filled in anew each time."""

    body: str
    organisation: str
    heading: str
    by: int
    question: str
    answer: str
    answered_by: int


@dataclass(frozen=True, slots=True)
class Routine:
    """The ordinary matters, and the places they are asked about; empty where the file has none."""

    subjects: tuple[RoutineSubject, ...] = ()
    places: tuple[str, ...] = ()


def routine(row: RowFields) -> Routine:
    """Return the ordinary matters a file gives."""
    return Routine(row.rows("subjects", _subject), row.texts("places"))


def _subject(row: RowFields) -> RoutineSubject:
    return RoutineSubject(
        body=row.text("body"),
        organisation=row.text("organisation"),
        heading=row.text("heading"),
        by=row.number("by"),
        question=row.text("question"),
        answer=row.text("answer"),
        answered_by=row.number("answered-by"),
    )


def questions(plan: Routine, days: Iterable[date]) -> tuple[Question, ...]:
    """Return two questions for each sitting day, answered some days later."""
    return tuple(
        _question(plan, day, turn) for n, day in enumerate(days) for turn in (2 * n, 2 * n + 1) if plan.subjects
    )


def debates(plan: Routine, days: Iterable[date]) -> tuple[Debate, ...]:
    """Return one short exchange of oral questions for each sitting day."""
    return tuple(_debate(plan, day, n) for n, day in enumerate(days) if plan.subjects)


def pages(plan: Routine, days: Iterable[date]) -> tuple[Page, ...]:
    """Return a news story for every fourth sitting day."""
    return tuple(_page(plan, day, n) for n, day in enumerate(days) if plan.subjects and n % 4 == 1)


def _fill(plan: Routine, text: str, turn: int) -> str:
    place = plan.places[turn % len(plan.places)] if plan.places else "England"
    return text.replace("{place}", place).replace("{number}", str(120 + turn * 37 % 880))


def _weekday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def _question(plan: Routine, day: date, turn: int) -> Question:
    subject = plan.subjects[turn % len(plan.subjects)]
    answer = _fill(plan, subject.answer, turn)
    answered = _weekday(day + timedelta(days=2 + turn % 6))
    return Question(
        id=FIRST_ID + turn,
        uin=str(800_001 + turn),
        house="Commons",
        tabled=day,
        due=day + timedelta(days=3),
        body=subject.body,
        by=subject.by,
        heading=subject.heading,
        text=_fill(plan, subject.question, turn),
        named_day=False,
        grouped=(),
        attachments=(),
        steps=(Step(answered, "answer", answer, subject.answered_by, None),),
    )


def _debate(plan: Routine, day: date, turn: int) -> Debate:
    subject = plan.subjects[(turn * 3 + 1) % len(plan.subjects)]
    return Debate(
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"routine:{day}")).upper(),
        on=day,
        title=subject.heading,
        tag="hs_8Question",
        section="Debate",
        under=("Oral Answers to Questions", subject.body),
        column=1 + turn * 5 % 900,
        speeches=(
            Speech(subject.by, None, _fill(plan, subject.question, turn), "Question", str(900_001 + turn)),
            Speech(subject.answered_by, None, _fill(plan, subject.answer, turn), "hs_Para", None),
        ),
    )


def _page(plan: Routine, day: date, turn: int) -> Page:
    subject = plan.subjects[turn % len(plan.subjects)]
    name = subject.heading.lower().replace(":", "").replace(" ", "-")
    return Page(
        path=f"/government/news/{name}-{day:%d-%B-%Y}".lower(),
        kind="news_story",
        title=f"{subject.heading}: {_fill(plan, '{place}', turn)}",
        description=_fill(plan, f"An update on {subject.heading.lower()} in {{place}}.", turn),
        organisations=(subject.organisation,),
        editions=(Edition(day, "First published.", None, _fill(plan, subject.answer, turn)),),
        children=(),
        files=(),
        documents=(),
        ending=None,
        prefix=False,
    )

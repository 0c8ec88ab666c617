"""What does the API say of written questions on a day? Worked out from the timeline, or as recorded."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from spiders.replica import earlier
from spiders.replica.happenings import Question, Step
from spiders.replica.markup import Value, cut, paragraphs, stripped
from spiders.replica.replies import Asked, Library, Reply, day_of, naive, number_of, problem, said
from spiders.replica.shared_api import BODIES, chosen, envelope, expanded, item, mentions, named, session_start, within

ROOT = "/api/writtenquestions/questions"
_ANSWERS = ("answer", "holding", "correction", "edit")
_MEMBERS = (("askingMember", "askingMemberId"), ("answeringMember", "answeringMemberId"))


def answer(library: Library, today: date, asked: Asked) -> Reply | None:
    """Return the reply to a path beneath the questions' root, None where it is no such path."""
    path = asked.path.rstrip("/")
    if path.lower() == ROOT:
        return _list(library, today, asked)
    if single := re.fullmatch(f"{ROOT}/(\\d+)", path, re.IGNORECASE):
        number = int(single[1])
        return _one(library, today, asked, lambda v: v["id"] == number, f"/Questions/{number}")
    if dated := re.fullmatch(f"{ROOT}/([^/]+)/([^/]+)", path, re.IGNORECASE):
        return _by_uin(library, today, asked, dated[1][:10], dated[2])
    return None


@lru_cache(maxsize=8)
def states(library: Library, today: date) -> tuple[Value, ...]:
    """Return every question as its own page would show it on a day, newest first."""
    told = [value(q, today) for q in (*library.timeline.questions, *earlier.questions()) if q.tabled <= today]
    every = [*told, *library.recorded.questions(today)]
    return tuple(sorted(every, key=lambda v: (v["dateTabled"], v["id"]), reverse=True))


def value(question: Question, today: date) -> Value:
    """Return the 30 keys of a question as they stood on a day, texts whole."""
    steps = [step for step in question.steps if step.on <= today]
    return _asked(question, steps, today) | _answered(question, steps)


def _asked(question: Question, steps: list[Step], today: date) -> Value:
    moved = [step.body for step in steps if step.kind == "transfer" and step.body]
    worded = [step.text for step in steps if step.kind in ("transfer", "reword") and step.text]
    body = moved[-1] if moved else question.body
    # The table office gives a heading some days after tabling; until then there is none.
    headed = today >= question.tabled + timedelta(days=2) or any(step.kind in _ANSWERS for step in steps)
    return {
        "id": question.id,
        "askingMemberId": question.by,
        "askingMember": None,
        "house": question.house,
        "memberHasInterest": False,
        "dateTabled": naive(question.tabled),
        "dateForAnswer": naive(question.due),
        "uin": question.uin,
        "questionText": worded[-1] if worded else question.text,
        "answeringBodyId": BODIES.get(body, 999),
        "answeringBodyName": body,
        "isWithdrawn": any(step.kind == "withdraw" for step in steps),
        "isNamedDay": question.named_day,
        "groupedQuestions": list(question.grouped),
        "attachmentCount": 0,
        "heading": question.heading if headed else None,
        "groupedQuestionsDates": [
            {"questionUin": uin, "dateTabled": naive(question.tabled)} for uin in question.grouped
        ],
    }


def _answered(question: Question, steps: list[Step]) -> Value:
    texts = [step for step in steps if step.kind in _ANSWERS]
    given = [step for step in texts if step.kind in ("answer", "holding")]
    held = next((step for step in given if step.kind == "holding"), None)
    mended = next((step for step in reversed(texts) if step.kind == "correction"), None)
    last = given[-1] if given else None
    return {
        "answerIsHolding": last.kind == "holding" if last else None,
        "answerIsCorrection": mended is not None if last else None,
        "answeringMemberId": last.by if last else None,
        "answeringMember": None,
        "correctingMemberId": mended.by if mended else None,
        "correctingMember": None,
        "dateAnswered": naive(last.on) if last else None,
        "answerText": paragraphs(texts[-1].text or "") if last else None,
        "originalAnswerText": "",
        "comparableAnswerText": "",
        "dateAnswerCorrected": naive(mended.on) if mended else None,
        "dateHoldingAnswer": naive(held.on) if held else None,
        "attachments": [
            {
                "url": f"https://qna.files.parliament.uk/qna-attachments/{question.id}/original/{file.title}",
                "title": file.title,
                "fileType": file.kind,
                "fileSizeBytes": file.size,
            }
            for file in (question.attachments if last and last.kind == "answer" else ())
        ],
    }


def listed(whole: Value) -> Value:
    """Return a question as the list shows it: texts cut, attachments and earlier answers left out."""
    text = whole["answerText"]
    return whole | {
        "questionText": cut(whole["questionText"]),
        "answerText": None if text is None else cut(stripped(text), "..."),
        "attachments": [],
        "attachmentCount": 0,
        "originalAnswerText": "",
        "comparableAnswerText": "",
    }


def _list(library: Library, today: date, asked: Asked) -> Reply:
    wanted = _wanted(asked, today)
    found = [state for state in states(library, today) if wanted(state)]
    return envelope(asked, found, lambda v: item(listed(_shown(library, asked, v)), f"/Questions/{v['id']}"))


def _one(library: Library, today: date, asked: Asked, meant: Callable[[Value], bool], href: str) -> Reply:
    found = next((state for state in states(library, today) if meant(state)), None)
    if found is None:
        return problem(404, "Not Found")
    return said(item(_shown(library, asked, found), href))


def _by_uin(library: Library, today: date, asked: Asked, day: str, uin: str) -> Reply:
    try:
        tabled = naive(date.fromisoformat(day))
    except ValueError:
        return problem(400, "One or more validation errors occurred.", f"The value '{day}' is not valid.")
    return _one(
        library,
        today,
        asked,
        lambda v: bool(v["dateTabled"] == tabled and v["uin"].lower() == uin.lower()),
        f"/Questions/{day}/{uin}",
    )


def _shown(library: Library, asked: Asked, state: Value) -> Value:
    if (asked.first("expandMember") or "").lower() != "true":
        return state
    seen = {name: expanded(library.timeline.member(state[key])) for name, key in _MEMBERS if state[key] is not None}
    return state | seen


def _wanted(asked: Asked, today: date) -> Callable[[Value], bool]:
    """Return the test that the query's filters make together; a name the API does not know adds nothing."""
    tests = (*_by_dates(asked), *_by_numbers(asked), *_by_state(asked, today))
    return lambda state: all(test(state) for test in tests)


def _by_dates(asked: Asked) -> list[Callable[[Value], bool]]:
    spans = {
        "dateTabled": "tabledWhen",
        "dateForAnswer": "dateForAnswerWhen",
        "dateAnswered": "answeredWhen",
        "dateAnswerCorrected": "correctedWhen",
    }
    ends = {key: (day_of(asked, f"{name}From"), day_of(asked, f"{name}To")) for key, name in spans.items()}
    return [lambda v: all(within(v[key], since, until) for key, (since, until) in ends.items())]


def _by_numbers(asked: Asked) -> list[Callable[[Value], bool]]:
    asking = number_of(asked, "askingMemberId", least=1)
    answering = number_of(asked, "answeringMemberId", least=1)
    bodies, members = chosen(asked, "answeringBodies"), chosen(asked, "members")
    return [
        lambda v: asking is None or v["askingMemberId"] == asking,
        lambda v: answering is None or v["answeringMemberId"] == answering,
        lambda v: not bodies or v["answeringBodyId"] in bodies,
        lambda v: not members or v["askingMemberId"] in members,
    ]


def _by_state(asked: Asked, today: date) -> list[Callable[[Value], bool]]:
    answered = named(asked, "answered", ("Any", "Answered", "Unanswered"))
    status = named(asked, "questionStatus", ("NotAnswered", "AnsweredOnly", "AllQuestions"))
    house = named(asked, "house", ("Bicameral", "Commons", "Lords"))
    withdrawn = (asked.first("includeWithdrawn") or "").lower() == "true"
    since, uin, term = session_start(asked, today), asked.first("uIN"), asked.first("searchTerm")
    only = {"Answered": True, "AnsweredOnly": True, "Unanswered": False, "NotAnswered": False}
    asked_for = [only[choice] for choice in (answered, status) if choice in only]
    return [
        lambda v: all((v["dateAnswered"] is not None) is choice for choice in asked_for),
        lambda v: house in (None, "Bicameral") or v["house"] == house,
        lambda v: withdrawn or not v["isWithdrawn"],
        lambda v: since is None or within(v["dateTabled"], since, None),
        lambda v: uin is None or v["uin"].lower() == uin.lower(),
        lambda v: mentions(term, v["questionText"], v["answerText"], v["heading"]),
    ]

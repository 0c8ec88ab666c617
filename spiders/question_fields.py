"""How does one written question, with or without its answer, read as a document?"""

import hashlib
import json
import re
from urllib.parse import quote

from monitor.model.cleaning import clean, clean_line, safe_link
from monitor.model.documents import Document, Passage, Presence
from monitor.model.sources import WRITTEN_QUESTIONS
from spiders.catalogue import WRITTEN_QUESTIONS_CARD as CARD
from spiders.html_text import plain
from spiders.strict_fields import Fields

CUT = 255
"""Characters after which a list cuts a text; an answer then gets "...", a question gets nothing."""
_UNANSWERED = re.compile(
    r"\A\s*It has not proved possible to (?:respond|reply|answer)\b.{0,120}\bbefore Prorogation\.?\s*\Z"
)
"""The stock text that ends a session's open questions; the service calls it an answer, and no holding one."""


def question_fields(item: object, where: str, strange: set[str] | None = None) -> Fields:
    """Return the question inside an item, which is {value, links} in a list and alone."""
    outer = Fields(item, where, "", strange)
    outer.drop("links")
    value = outer.inner("value")
    outer.done()
    return value


def to_be_fetched(item: object, where: str) -> tuple[int, bool]:
    """Return a list item's id, and whether its full text has to be fetched before it may be recorded.

    True for everything answered, and for a question that may have been cut. A list cuts answers, joins their
    paragraphs without a space, and holds no attachments: even a short answer reads otherwise than it was written.
    """
    value = question_fields(item, where)
    number = value.take("id", int)
    answered = value.take_or_none("answerText", str) is not None
    return number, answered or len(value.take("questionText", str)) >= CUT


def row_mark(item: object) -> str:
    """Return a mark of all that a list row shows: as long as it stays the same, nothing says that there is more."""
    return hashlib.sha256(json.dumps(item, sort_keys=True).encode()).hexdigest()[:20]


def question(item: object, where: str, strange: set[str] | None = None) -> Document:
    """Return the document of a question read by itself; SourceChanged where its shape is new or its answer cut."""
    value = question_fields(item, where, strange)
    number = value.take("id", int)
    tabled, uin = value.day("dateTabled"), value.take("uin", str)
    answered, answer = value.day_or_none("dateAnswered"), value.take_or_none("answerText", str)
    if (answer is None) is not (answered is None):
        value.refuse("an answer without a day, or a day without an answer")
    if answer is not None and len(answer) == CUT + 3 and answer.endswith("...") and "<" not in answer:
        value.refuse("the answer is cut, though the question was read by itself")
    asked, told, corrector = (_name(value, f"{who}Member") for who in ("asking", "answering", "correcting"))
    corrected_on = value.day_or_none("dateAnswerCorrected")
    passages = [Passage("question", clean(value.take("questionText", str)), asked)]
    if answer is not None:
        passages.append(Passage("answer", plain(answer), told))
    holding = bool(value.take_or_none("answerIsHolding", bool)) or bool(_UNANSWERED.search(passages[-1].text))
    passages += attachments(value)
    document = Document(
        source=WRITTEN_QUESTIONS,
        key=str(number),
        url=f"{CARD.site}/written-questions/detail/{tabled}/{quote(uin.lower(), safe='')}",
        title=clean_line(value.take_or_none("heading", str) or ""),
        kind="written-question" if answered is None else "written-answer",
        published_on=answered or tabled,
        body=clean_line(value.take("answeringBodyName", str)),
        passages=tuple(passages),
        presence=Presence.WITHDRAWN if value.take("isWithdrawn", bool) else Presence.LIVE,
        holding=holding,
        corrected_on=corrected_on,
        notes=((corrected_on, f"Corrected by {corrector}."),) if corrected_on and corrector else (),
        grouped=_grouped(value),
    )
    _pass_over(value)
    value.done()
    return document


def attachments(value: Fields) -> list[Passage]:
    """Return a passage for each attached file: its title, and where it lies."""
    found = []
    for file in value.each("attachments"):
        title = clean_line(file.take_or_none("title", str) or "")
        link = safe_link(file.take_or_none("url", str) or "")
        file.drop("fileType", "fileSizeBytes")
        file.done()
        if title and link:
            found.append(Passage("text", title, url=link))
    return found


def member_name(member: Fields | None) -> str | None:
    """Return the name of a member, None where the service did not expand it."""
    return clean_line(member.take_or_none("name", str) or "") or None if member else None


def _name(value: Fields, field: str) -> str | None:
    return member_name(value.inner_or_null(field))


def _grouped(value: Fields) -> tuple[str, ...]:
    """Return the UINs of the other questions that the same answer was given to, which come in any order."""
    uins = value.take_or_none("groupedQuestions", list) or []
    if not all(isinstance(uin, str) for uin in uins):
        value.refuse("groupedQuestions holds something else than UINs")
    return tuple(sorted({clean_line(uin) for uin in uins} - {""}))


def _pass_over(value: Fields) -> None:
    """Take what is known and not needed; originalAnswerText is only known to be empty, so it is not relied on."""
    value.drop("askingMemberId", "house", "memberHasInterest", "dateForAnswer", "answeringBodyId", "isNamedDay")
    value.drop("groupedQuestionsDates", "answerIsCorrection", "answeringMemberId")
    value.drop("correctingMemberId", "originalAnswerText", "comparableAnswerText")
    value.drop("dateHoldingAnswer", "attachmentCount")

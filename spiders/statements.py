"""How does one written statement read as a document, and which statements are copies of one another?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from monitor.cleaning import clean_line
from monitor.documents import Document, Passage
from monitor.sources import WRITTEN_STATEMENTS
from spiders.catalogue import WRITTEN_STATEMENTS_CARD as CARD
from spiders.questions import attachments, member_name, question_fields
from spiders.strict import Fields
from spiders.text import folded, plain


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement as the list names it, enough to tell copies apart. Its text there is never relied on."""

    number: int
    title: str
    made_on: date
    house: str
    body: int


def listed(item: object, where: str) -> Listed:
    """Return a list item's name; SourceChanged where it is not a statement."""
    value = question_fields(item, where)
    return Listed(
        number=value.take("id", int),
        title=folded(value.take_or_none("title", str) or ""),
        made_on=value.day("dateMade"),
        house=value.take("house", str),
        body=value.take("answeringBodyId", int),
    )


def without_copies(found: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return the statements without the Lords copies of Commons ones: same title, same day."""
    found = tuple(found)
    commons = {(s.title, s.made_on) for s in found if s.house == "Commons"}
    return tuple(s for s in found if s.house == "Commons" or not s.title or (s.title, s.made_on) not in commons)


def statement(item: object, where: str, strange: set[str] | None = None) -> Document:
    """Return the document of a statement read by itself; its links to others are its notes."""
    value = question_fields(item, where, strange)
    made_on, uin = value.day("dateMade"), value.take("uin", str)
    role, member = value.take_or_none("memberRole", str), value.inner_or_none("member")
    spoken = Passage(
        role="speech",
        text=plain(value.take("text", str)),
        speaker=member_name(member),
        post=clean_line(role) if role else None,
    )
    if not spoken.text:
        value.refuse("a statement without words")
    document = Document(
        source=WRITTEN_STATEMENTS,
        key=str(value.take("id", int)),
        url=f"{CARD.site}/written-statements/detail/{made_on}/{quote(uin.lower(), safe='')}",
        title=clean_line(value.take_or_none("title", str) or ""),
        kind="written-statement",
        published_on=made_on,
        body=clean_line(value.take("answeringBodyName", str)),
        passages=(spoken, *attachments(value)),
        notes=_links(value),
    )
    value.drop("memberId", "answeringBodyId", "house", "noticeNumber", "hasAttachments", "hasLinkedStatements")
    value.done()
    return document


def _links(value: Fields) -> tuple[tuple[date, str], ...]:
    """Return the days on which other statements were linked to this one, and how, oldest first."""
    found = []
    for link in value.each_found("linkedStatements"):
        kind, number = link.take("linkType", str), link.take("linkedStatementId", int)
        found.append((link.day("linkDate"), clean_line(f"{kind}: statement {number}")))
        link.done()
    return tuple(sorted(found))

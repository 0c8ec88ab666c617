"""How does one written statement read as a document, which are copies of one another, and which corrects which?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, Passage
from monitor.model.sources import WRITTEN_STATEMENTS
from spiders.catalogue import WRITTEN_STATEMENTS_CARD as CARD
from spiders.html_text import folded, plain
from spiders.question_fields import attachments, member_name, question_fields, row_mark
from spiders.strict_fields import Fields

_CORRECTING = ("CorrectedStatement", "CorrectedAnswer")


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement as the list names it, enough to tell copies apart. Its text there is never relied on."""

    number: int
    title: str
    made_on: date
    house: str
    body: int
    uin: str = ""
    mark: str = ""


def listed(item: object, where: str) -> Listed:
    """Return a list item's name; SourceChanged where it is not a statement."""
    value = question_fields(item, where)
    return Listed(
        number=value.take("id", int),
        title=folded(value.take_or_none("title", str) or ""),
        made_on=value.day("dateMade"),
        house=value.take("house", str),
        body=value.take("answeringBodyId", int),
        uin=value.take("uin", str),
        mark=row_mark(item),
    )


def without_copies(found: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return the statements without the Lords copies of Commons ones."""
    found = tuple(found)
    copied = {copy for copies in copies_of(found).values() for copy in copies}
    return tuple(s for s in found if s not in copied)


def copies_of(found: Iterable[Listed]) -> Mapping[int, tuple[Listed, ...]]:
    """Return for each Commons statement, by its number, its copies in the Lords: same title, same day."""
    found = tuple(found)
    lords = [s for s in found if s.house != "Commons" and s.title]
    alike = {s.number: (s.title, s.made_on) for s in found if s.house == "Commons"}
    return {
        n: copies for n, name in alike.items() if (copies := tuple(s for s in lords if (s.title, s.made_on) == name))
    }


def marks(found: Iterable[Listed]) -> Mapping[str, str]:
    """Return for each statement, by its key, a mark of all that a list shows of it and of its copies."""
    found = tuple(found)
    copies = copies_of(found)
    return {str(s.number): "".join((s.mark, *sorted(c.mark for c in copies.get(s.number, ())))) for s in found}


def joined(document: Document, copies: Iterable[Listed]) -> Document:
    """Return a statement with a note of where its copies stand."""
    uins = sorted({copy.uin for copy in copies})
    notes = tuple(
        (document.published_on, f"Also made in the Lords as {u}: {address(document.published_on, u)}") for u in uins
    )
    return replace(document, notes=tuple(sorted((*document.notes, *notes)))) if notes else document


def address(made_on: date, uin: str) -> str:
    """Return where a statement is to be read by people; the day is part of its name there."""
    return f"{CARD.site}/written-statements/detail/{made_on}/{quote(uin.lower(), safe='')}"


def statement(item: object, where: str, strange: set[str] | None = None) -> Document:
    """Return the document of a statement read by itself; its links to others are its notes.

    They are dated by the day it was made: a link added later alters nothing of what was said.
    """
    value = question_fields(item, where, strange)
    number, made_on, uin = value.take("id", int), value.day("dateMade"), value.take("uin", str)
    role, member = value.take_or_none("memberRole", str), value.inner_or_null("member")
    spoken = Passage(
        role="speech",
        text=plain(value.take("text", str)),
        speaker=member_name(member),
        post=clean_line(role) if role else None,
    )
    if not spoken.text:
        value.refuse("a statement without words")
    corrects, links = _links(value, number)
    document = Document(
        source=WRITTEN_STATEMENTS,
        key=str(number),
        url=address(made_on, uin),
        title=clean_line(value.take_or_none("title", str) or ""),
        kind="written-statement",
        published_on=made_on,
        body=clean_line(value.take("answeringBodyName", str)),
        passages=(spoken, *attachments(value)),
        notes=tuple((made_on, link) for link in links),
        corrects=corrects,
    )
    value.drop("memberId", "answeringBodyId", "house", "noticeNumber", "hasAttachments", "hasLinkedStatements")
    value.done()
    return document


def _links(value: Fields, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the statements that this one corrects, and a note of each link.

    Both ends may name a link, and neither says which end it is. Numbers are given in order: the later one corrects.
    """
    corrects, notes = set[str](), set[str]()
    for link in value.each("linkedStatements"):
        kind, other, day = link.take("linkType", str), link.take("linkedStatementId", int), link.day("linkDate")
        link.done()
        if kind in _CORRECTING and other < number:
            corrects.add(str(other))
        notes.add(clean_line(f"{kind}: statement {other}, linked on {day}"))
    return tuple(sorted(corrects)), tuple(sorted(notes))

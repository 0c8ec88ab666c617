"""How does one publication of a select committee read as a document?

What it says is a record in plain words: who published what, on which day, when the government is to respond, and
whether it has. Its role is `speech` and its speaker the committee, because a committee does not speak for the
government: its words must never be taken for a minister's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from monitor.model.cleaning import clean_line, safe_link
from monitor.model.documents import Document, Passage
from monitor.model.sources import COMMITTEES
from spiders.catalogue import COMMITTEES_CARD as CARD
from spiders.html_text import speaks_of
from spiders.strict_fields import Fields

RESPONSE, REPORT = "government-response", "committee-report"
CORRESPONDENCE = "correspondence"


@dataclass(frozen=True, slots=True)
class PublicationType:
    """A type of publication, by its number at the service."""

    number: int
    name: str
    can_be_answered: bool
    can_answer: bool

    @property
    def wanted(self) -> bool:
        """Whether it is of a type the government responds to, or responds with, or a letter."""
        return self.can_be_answered or self.can_answer or self.name.lower() == CORRESPONDENCE


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication, and what tells whether it is of interest."""

    document: Document
    inquiries: tuple[str, ...]
    answers: str | None
    sort: PublicationType

    def concerns(self, terms: tuple[str, ...], keys: tuple[str, ...]) -> bool:
        """Return whether title or inquiry speaks of a term, or it answers a publication relied on already."""
        spoken = any(speaks_of(title, terms) for title in (self.document.title, *self.inquiries))
        return self.sort.wanted and (spoken or self.answers in keys)


def sort(value: Fields) -> PublicationType:
    """Return a type of publication."""
    read = PublicationType(
        number=value.take("id", int),
        name=clean_line(value.take("name", str)),
        can_be_answered=value.take("governmentCanRespond", bool),
        can_answer=value.take("canBeResponse", bool),
    )
    value.drop("description", "iconKey", "pluralVersion")
    value.done()
    return read


def publication(value: Fields) -> Publication:
    """Return what a publication reads as; SourceChanged where its shape is new."""
    of, committee, number = sort(value.inner("type")), value.inner("committee"), value.take("id", int)
    by, title = clean_line(committee.take("name", str)), clean_line(value.take("description", str))
    house, seat = committee.take("house", str), committee.take("id", int)
    committee.drop(*_OF_COMMITTEE)
    committee.done()
    published = value.day("publicationStartDate")
    answers, inquiries = value.take_or_none("responseToPublicationId", int), tuple(_inquiries(value))
    kind = _kind(of, answers)
    record, notes = _record(value, title, by, published, kind)
    links = [*_documents(value, number), *_elsewhere(value), f"{CARD.site}/committee/{seat}/"]
    document = Document(
        source=COMMITTEES,
        key=str(number),
        url=links[0],
        title=title,
        kind=kind,
        published_on=published,
        body=by,
        passages=(Passage("speech", " ".join((record, *_belongs(inquiries, answers))), speaker=f"{by} ({house})"),),
        notes=notes,
    )
    value.drop("publicationEndDate")
    value.done()
    return Publication(document, inquiries, str(answers) if answers else None, of)


_OF_RESPONSE = (
    "id", "governmentResponses", "publicationEndDate", "documents", "hcNumber", "hlPaper", "type",
    "responseToPublicationId", "additionalContentUrl", "additionalContentUrl2", "respondingDepartment",
)  # fmt: skip
_OF_COMMITTEE = (
    "contact", "parentCommittee", "subCommittees", "leadHouse", "category", "committeeTypes", "showOnWebsite",
    "websiteLegacyUrl", "websiteLegacyRedirectEnabled", "startDate", "endDate", "dateCommonsAppointed",
    "dateLordsAppointed", "scrutinisingDepartments", "isLeadCommittee", "nameHistory",
)  # fmt: skip


def _kind(of: PublicationType, answers: int | None) -> str:
    """Return the kind: a letter stays a letter, and what answers a publication is a response, whatever its type."""
    slug = "-".join(re.findall(r"[a-z0-9]+", of.name.lower()))
    if slug == CORRESPONDENCE:
        return f"committee-{slug}"
    if answers or slug == RESPONSE:
        return RESPONSE
    return REPORT if of.can_be_answered else f"committee-{slug}"


def _record(value: Fields, title: str, by: str, published: date, kind: str) -> tuple[str, tuple[tuple[date, str], ...]]:
    """Return what there is to say of a publication, and the days on which a response to it came."""
    papers = [said for name, house in (("hcNumber", "HC"), ("hlPaper", "HL")) if (said := _paper(value, name, house))]
    numbered = f" ({', '.join(papers)})" if papers else ""
    who = _department(value)
    due, excepted, came = _responses(value.inner("governmentResponses"))
    told = [f"{by}: {title}{numbered}, {_said(published)}."]
    if due and kind != RESPONSE:
        told.append(f"The government's response is due by {_said(due)}{f', from the {who}' if who else ''}.")
    if excepted:
        told.append("No response by the government is called for.")
    told += [f"Response of {_said(day)}: {name}." for day, name in came]
    return " ".join(told), tuple((day, f"response: {name}") for day, name in came)


def _responses(value: Fields) -> tuple[date | None, bool, tuple[tuple[date, str], ...]]:
    """Return by when a response is due, whether none is called for, and the day and title of each that came."""
    due, excepted = value.day_or_none("responseDeadline"), value.take("responseExcepted", bool)
    came = []
    for one in value.each("publication"):
        day, name = one.day_or_none("publicationStartDate"), one.take_or_none("description", str)
        one.drop(*_OF_RESPONSE)
        one.done()
        if day:
            came.append((day, clean_line(name or "untitled")))
    value.done()
    return due, excepted, tuple(sorted(came))


def _department(value: Fields) -> str:
    """Return the name of the department that is to respond, empty where none is given."""
    department = value.inner_or_none("respondingDepartment")
    if department is None:
        return ""
    name = department.find("name", str)
    department.drop("id", "address", "otherAddress", "phone", "email", "url")
    department.done()
    return clean_line(name or "")


def _paper(value: Fields, name: str, house: str) -> str | None:
    """Return a paper's number as it is cited ("HC 271"), None where it has none."""
    paper = value.inner_or_none(name)
    if paper is None:
        return None
    number = clean_line(paper.find("number", str) or "")
    paper.drop("sessionId", "sessionDescription")
    paper.done()
    return f"{house} {number}" if number else None


def _inquiries(value: Fields) -> Iterator[str]:
    for business in value.each("businesses"):
        if title := clean_line(business.take_or_none("title", str) or ""):
            yield title


def _belongs(inquiries: tuple[str, ...], answers: int | None) -> Iterator[str]:
    if inquiries:
        yield f"Inquiry: {'; '.join(inquiries)}."
    if answers:
        yield f"In response to publication {answers}."


def _documents(value: Fields, number: int) -> Iterator[str]:
    """Yield where each document of a publication can be read."""
    for one in value.each("documents"):
        yield f"{CARD.site}/publications/{number}/documents/{one.take('documentId', int)}/default/"
        one.drop("files")
        one.done()


def _elsewhere(value: Fields) -> tuple[str, ...]:
    """Return where a publication without a document of its own can be read."""
    given = [value.find(name, str) for name in ("additionalContentUrl", "additionalContentUrl2")]
    return tuple(link for said in given if said and (link := safe_link(said)))


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

"""What can happen in an imagined year? The nouns a timeline is made of; days are the days of publication, in London."""

from dataclasses import dataclass
from datetime import date

LOCATIONS = {
    ("Commons", "Debate"): "Commons Chamber",
    ("Commons", "WestHall"): "Westminster Hall",
    ("Commons", "Corrections"): "Written Corrections",
    ("Lords", "Debate"): "Lords Chamber",
    ("Lords", "GrandCommittee"): "Grand Committee",
}
"""By House and section of the record: where it was said. The service's own names are known of the first two only."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of either House; `seat` is the constituency, or the title in the Lords."""

    id: int
    name: str
    listed: str
    party: str
    short: str
    seat: str


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a question on a day.

    `kind`: answer, holding, correction, edit (unannounced), transfer, reword, withdraw. `text` is the
    answer's paragraphs, or the question's new words; `body` the department it was transferred to.
    """

    on: date
    kind: str
    text: str | None
    by: int | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent with an answer or a statement."""

    title: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Question:
    """A written question and all that happened to it. `grouped`: the other questions its answer serves, by UIN."""

    id: int
    uin: str
    house: str
    tabled: date
    due: date
    body: str
    by: int
    heading: str
    text: str
    named_day: bool
    grouped: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A written statement; `lords` is the UIN of the copy made in the Lords, if one was."""

    id: int
    uin: str
    lords: str | None
    made: date
    body: str
    by: int
    role: str
    title: str
    text: str
    links: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """What a page became on a day. Without a note it is a minor edit: no change note, no new public timestamp."""

    on: date
    note: str | None
    title: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class ChildPage:
    """An HTML publication beneath a publication: its own page, seldom in search."""

    path: str
    title: str
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a page ended: withdrawn (still shown, with a notice), gone, or redirected `to` another path."""

    kind: str
    on: date
    explanation: str
    to: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of GOV.UK. The first edition is its publication. `prefix`: paths below it lead to it (303)."""

    path: str
    kind: str
    title: str
    description: str
    organisations: tuple[str, ...]
    editions: tuple[Edition, ...]
    children: tuple[ChildPage, ...]
    files: tuple[str, ...]
    documents: tuple[str, ...]
    ending: Ending | None
    prefix: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """One contribution. `said_as` is a minister's title; without it the name, with seat and party the first time.

    `refers`: the contribution that a written correction corrects, as DEBATE:N, its Nth speech.
    """

    by: int
    said_as: str | None
    text: str
    tag: str
    uin: str | None
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Debate:
    """A debate. `under`: the headings above it, outermost first; `section`: the part of the record it stands in."""

    id: str
    on: date
    title: str
    tag: str
    section: str
    under: tuple[str, ...]
    column: int
    speeches: tuple[Speech, ...]
    house: str = "Commons"


@dataclass(frozen=True, slots=True)
class Sitting:
    """Weeks in which the Commons sat, Monday to Thursday, both ends included."""

    since: date
    until: date

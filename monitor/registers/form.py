"""What may stand in a register file, field by field? The form, as pydantic checks it and editors learn it."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from monitor.model.cleaning import clean_line
from monitor.model.sentences import phrase_words
from monitor.model.sources import SOURCES
from monitor.registers.public_links import public

if TYPE_CHECKING:
    SourceName = str
else:
    SourceName = Literal[SOURCES]
_WRITTEN = re.compile(
    r"(?P<figures>\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,12}\.\d{1,6})(?: (?P<scale>thousand|million|billion))?"
)
A_SUM = "is a sum of money, and sums are not counted"
"""What is said of a number that is one."""
_SCALES = {"": 1, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}


def _filled(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise ValueError("nothing is left of it once unseen characters are taken out")
    return text


def _findable(phrase: str) -> str:
    phrase = clean_line(phrase)
    if not phrase_words(phrase):
        raise ValueError("there is no word in it to look for")
    return phrase


def _path(path: str) -> str:
    path = path.removeprefix("https://www.gov.uk")
    if not path.startswith("/") or path.startswith("//") or ".." in path or any(c in path for c in "?#\\ "):
        raise ValueError("a watched page is a GOV.UK path such as /government/publications/…")
    return path


def _as_words(due: object) -> object:
    """Return due words that YAML takes for a day or a year as the words they were: “5 April 2026”, “2027”."""
    if isinstance(due, date):
        return _in_words(due)
    if isinstance(due, int) and not isinstance(due, bool) and _FIRST_YEAR <= due <= _LAST_YEAR:
        return str(due)
    if isinstance(due, int) and (day := _run_together(due)):
        raise ValueError(f"{due} is no time: write it as {day}")
    if isinstance(due, int | float):
        raise ValueError(f"{due} is no time: write it in words, such as “by 5 April 2026” or “in 2027”")  # noqa: TRY004
    return due


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _run_together(due: int) -> date | None:
    """Return the day that a number of eight figures stands for: 20260405; None for any other."""
    try:
        return date.fromisoformat(str(due)) if len(str(due)) == len("20260405") else None
    except ValueError:
        return None


def whole_number(said: object) -> object:
    """Return a number as people write it, “3,000” or “1.5 million”, as the whole number that it is."""
    if not isinstance(said, str):
        return said
    if re.match(r"[£$€]|.*\b(?:pounds|gbp)$", said.strip().lower()):
        raise ValueError(f"“{clean_line(said)[:40]}” {A_SUM}")
    found = _WRITTEN.fullmatch(said.strip().lower())
    scaled = Decimal(found["figures"].replace(",", "")) * _SCALES[found["scale"] or ""] if found else None
    if scaled is None or scaled != int(scaled):
        raise ValueError(f"“{clean_line(said)[:40]}” is no number: write it as 3000, “3,000” or “1.5 million”")
    return int(scaled)


_FIRST_YEAR, _LAST_YEAR = 1900, 2199
UNDATED = "none"
"""Due words that stand for no date, whatever the commitment's own are."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_filled)]
Number = Annotated[int, Field(ge=1, le=10**15), BeforeValidator(whole_number)]
When = Annotated[Line, BeforeValidator(_as_words)]
Phrase = Annotated[str, Field(min_length=2, max_length=120), AfterValidator(_findable)]
Group = Annotated[tuple[Phrase, ...], Field(min_length=1)]
Groups = Annotated[tuple[Group, ...], Field(min_length=1)]
Url = Annotated[str, AfterValidator(public)]
GovUkPath = Annotated[str, AfterValidator(_path)]


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DueForm(Form):
    """Due words whose window the register sets itself, overruling the conventions."""

    said: When
    said_on: date | None = Field(None, description="the day the words were said, if not the day of the promise")
    earliest: date | None = None
    latest: date | None = None
    rule: Line | None = Field(None, description="why this window: shown beside the status")


class LinkForm(Form):
    title: Line
    url: Url
    quote: Line | None = Field(None, description="its very words there: what a change is proved with")


class TenureForm(Form):
    name: Line
    since: date
    until: date | None = None
    source: Url | None = None


class PostForm(Form):
    title: Line
    held: tuple[TenureForm, ...] = Field(min_length=1)
    page: GovUkPath | None = Field(None, description="the post's page on GOV.UK, which tells who holds it today")


class MadeForm(Form):
    on: date
    by: Line
    post: Id


class WatchForm(Form):
    """The words to watch for."""

    names: tuple[Phrase, ...] = Field((), description="any one of these names the commitment outright")
    together: tuple[Groups, ...] = Field(
        (), description="sets of groups: one word of every group must stand in the same passage"
    )
    context: tuple[Phrase, ...] = Field((), description="one of these must stand somewhere in the document")
    namesakes: tuple[Phrase, ...] = Field((), description="what is like it and is not it")
    parts: tuple[Phrase, ...] = Field((), description="what is only a part: to end it is not to end the whole")
    bodies: tuple[Line, ...] = Field((), description="the departments that would speak of it")


class PageForm(Form):
    """A published item that would keep the milestone."""

    sources: tuple[SourceName, ...] = ("gov-uk",)
    kinds: tuple[Phrase, ...] = Field((), description="document types as the source spells them; none: any")
    title: tuple[Phrase, ...] = Field(min_length=1, description="all of these stand in its title")


class WordsForm(Form):
    """What a minister would say, as a fact, when it is done."""

    things: tuple[Phrase, ...] = Field(min_length=1)
    deeds: tuple[Phrase, ...] = Field(min_length=1, description="published, laid, established, came into force …")


class ExpectForm(Form):
    what: Line = Field(description="what would count as kept, in a sentence for people")
    pages: tuple[PageForm, ...] = ()
    words: tuple[WordsForm, ...] = ()


class MeasureForm(Form):
    """So many of something: the figures that ministers give for it are kept with their days."""

    number: Number
    of: tuple[Phrase, ...] = Field(min_length=1, description="what is counted: any one name of it is enough")
    deeds: tuple[Phrase, ...] = Field((), description="where given, a figure counts only where one of these is told")


class MilestoneForm(Form):
    id: Id
    title: Line
    measure: MeasureForm | None = Field(None, description="what is counted, where a number was promised")
    promised_on: date | None = Field(None, description="the day its own date was said, if later than the promise")
    due: When | DueForm | None = Field(None, description="its own date; left out: the whole's; `none`: it has no date")
    said_in: tuple[LinkForm, ...] = Field(
        (), description="where its date was said; none: where an `announced` of the ledger, or the promise, was"
    )
    step: bool = Field(default=False, description="a step on the way, not needed for the whole to be kept")
    caution: Line | None = Field(None, description="why it may be done though nothing shows it: told if it is late")
    expect: ExpectForm
    relies_on: tuple[SourceName, ...] = Field(min_length=1)


class LedgerForm(Form):
    """Something that happened, as a person read it in a source."""

    on: date
    ruling: Literal[
        "announced",
        "delivered",
        "not-delivered",
        "progress",
        "moved",
        "weakened",
        "superseded",
        "dropped",
        "resumed",
        "note",
    ]
    earliest: date | None = Field(
        None, description="for delivered, where its day is not known: the first it may be; `on` is then the last"
    )
    milestone: Id | None = None
    why: Line
    source: Url | None = None
    quote: Line | None = None
    due: When | DueForm | None = None
    figure: Number | None = Field(None, description="how many there were of what the milestone counts")
    successor: Id | None = None
    caution: Line | None = Field(None, description="what is weak about it: one source, memory, disputed")


class CommitmentForm(Form):
    id: Id
    title: Line
    words: Line
    made: MadeForm
    said_in: tuple[LinkForm, ...] = Field(min_length=1)
    due: When | DueForm | None = None
    position: bool = Field(default=False, description="a position taken, not a promise: it has no milestones")
    caution: Line | None = None
    watch: WatchForm
    milestones: tuple[MilestoneForm, ...] = ()
    ledger: tuple[LedgerForm, ...] = ()


class RegisterForm(Form):
    """A register of commitments."""

    register_id: Id = Field(alias="register")
    title: Line
    about: Line
    compiled_by: Line
    compiled_on: date
    posts: dict[Id, PostForm]
    pages: tuple[GovUkPath, ...] = Field((), description="GOV.UK pages to watch")
    terms: tuple[Phrase, ...] = Field((), description="words to search the sources for")
    commitments: tuple[CommitmentForm, ...] = Field(min_length=1)

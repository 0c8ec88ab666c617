"""How do a Bill and its stages, as the Bills service gives them, read as documents?

A stage that has had a sitting is a document: `bill-first-reading`, `bill-royal-assent`. In the House to which a Bill
goes second the kind ends with that House's name (`bill-first-reading-lords`), so that no stage is taken for another.
Of a Bill that is not the Government's it begins otherwise (monitor.model.bill_names).
"""

import re
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from monitor.model.bill_names import BillBy, title_of
from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, Passage
from monitor.model.sources import BILLS
from spiders.catalogue import BILLS_CARD as CARD
from spiders.html_text import folded
from spiders.strict_fields import Fields

BODY = "UK Parliament"
ROYAL_ASSENT = "royal assent"
_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third"}
_ACT = re.compile(r" Act \d{4}$")
_HOUSES = ("Commons", "Lords")


@dataclass(frozen=True, slots=True)
class Bill:
    """A Bill as the list gives it. `title` names it as a Bill even when it has become the Act of `act`."""

    number: int
    title: str
    act: str | None
    began_in: str
    withdrawn_on: date | None
    defeated: bool
    by: BillBy = BillBy.GOVERNMENT
    former: str | None = None
    """What it was called before it was renamed."""

    @property
    def full_title(self) -> str:
        return title_of(self.title, self.former)

    @property
    def url(self) -> str:
        return f"{CARD.site}/bills/{self.number}"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a Bill and the days on which it was taken, oldest first; none for one that is still to come."""

    number: int
    name: str
    house: str
    days: tuple[date, ...]


def bill(item: Fields) -> Bill:
    """Return the Bill of a list item; SourceChanged where it is none.

    Once a Bill is an Act the service calls it so, which would alter every stage's title with it.
    """
    title = clean_line(item.take("shortTitle", str))
    is_act, became = item.take("isAct", bool), _ACT.search(title)
    former = _ACT.sub(" Bill", clean_line(item.take_or_none("formerShortTitle", str) or ""))
    item.drop("currentHouse", "lastUpdate", "introducedSessionId")
    item.drop("includedSessionIds", "currentStage", *_DETAILED)
    read = Bill(
        number=item.take("billId", int),
        title=_ACT.sub(" Bill", title),
        act=title if is_act and became else None,
        began_in=item.take("originatingHouse", str),
        withdrawn_on=item.day_or_none("billWithdrawn"),
        defeated=item.take("isDefeated", bool),
        by=_BY_TYPE.get(item.take("billTypeId", int), BillBy.UNKNOWN),
        former=former if former and named(former) != named(title) else None,
    )
    item.done()
    return read


_BY_TYPE = MappingProxyType(
    {
        1: BillBy.GOVERNMENT,
        2: BillBy.MEMBER,
        5: BillBy.MEMBER,
        6: BillBy.PROMOTER,
        7: BillBy.MEMBER,
        8: BillBy.MEMBER,
    }
)
"""The service's types (/api/v1/BillTypes): a private Member's Bill begins in the Lords (2), under the ten minute rule
(5), by ballot (7) or by presentation (8). Of consolidation (3) and hybrid Bills (4) it is not known for sure."""
_SAID_TO_BE = MappingProxyType(
    {
        BillBy.GOVERNMENT: "",
        BillBy.MEMBER: ", a private Member's Bill,",
        BillBy.PROMOTER: ", a private Bill,",
        BillBy.UNKNOWN: ", of which it is not known whether it is the Government's,",
    }
)


_DETAILED = ("longTitle", "summary", "sponsors", "promoters", "petitioningPeriod", "petitionInformation", "agent")
"""What a Bill asked for by itself has besides what the list gives."""


def stage(item: Fields, until: date) -> Stage:
    """Return a stage with the days of its sittings up to a day: the service lists sittings to come as well."""
    days = set()
    for sitting in item.each("stageSittings"):
        day = sitting.day_or_none("date")
        sitting.drop("id", "stageId", "billStageId", "billId")
        sitting.done()
        if day and day <= until:
            days.add(day)
    read = Stage(
        number=item.take("id", int),
        name=clean_line(item.take("description", str)),
        house=item.take("house", str),
        days=tuple(sorted(days)),
    )
    item.drop("stageId", "sessionId", "abbreviation", "sortOrder")
    item.done()
    return read


def documents(one: Bill, stages: tuple[Stage, ...]) -> tuple[Document, ...]:
    """Return a document for each stage that has happened, and one for the end of a Bill that fell."""
    taken = tuple(_of_stage(one, s) for s in stages if s.days)
    last = max((day for s in stages for day in s.days), default=None)
    return (*taken, *_ended(one, last))


def names(one: Bill, terms: tuple[str, ...]) -> bool:
    """Return whether a Bill's title, or its former one, holds one of the terms, "Bill" and "Act 2026" aside."""
    said = f" {named(one.title)} | {named(one.former or '')} "
    return any(f" {named(term)} " in said for term in terms if named(term))


def named(title: str) -> str:
    """Return the words of a title by which the service is to be asked: a Bill and its Act share all but the last."""
    return re.sub(r" (?:bill|act(?: \d{4})?)(?: hl)?$", "", folded(title))


def kind_of(one: Bill, there: Stage) -> str:
    """Return the kind of a stage's document: its name as a slug, and the House where that is not the first."""
    words = [_ORDINALS.get(word, word) for word in re.findall(r"[a-z0-9]+", there.name.lower())]
    second = there.house in _HOUSES and there.house != one.began_in
    return "-".join((one.by.value, *words, *((there.house.lower(),) if second else ())))


def _of_stage(one: Bill, there: Stage) -> Document:
    where = f" ({there.house})" if there.house in _HOUSES else ""
    first, *later = there.days
    return Document(
        source=BILLS,
        key=f"{one.number}/{there.number}",
        url=f"{one.url}/stages/{there.number}",
        title=f"{one.full_title}: {there.name}{where}",
        kind=kind_of(one, there),
        published_on=first,
        body=f"House of {there.house}" if there.house in _HOUSES else BODY,
        passages=(Passage("text", _told(one, there)),),
        notes=tuple((day, f"{there.name}: a further sitting") for day in later),
    )


def _told(one: Bill, there: Stage) -> str:
    days = _listed([_said(day) for day in there.days])
    if there.name.lower() == ROYAL_ASSENT:
        became = f" It is now the {one.act}." if one.act else ""
        return f"{_subject(one)} received Royal Assent on {days}.{became}"
    where = f" in the House of {there.house}" if there.house in _HOUSES else ""
    return f"{_subject(one)} had its {there.name[0].lower()}{there.name[1:]}{where} on {days}."


def _subject(one: Bill) -> str:
    """Return a Bill as the subject of a sentence, with whose it is where it is not the Government's."""
    before = f", first called the {one.former}," if one.former else ""
    return f"The {one.title}{_SAID_TO_BE[one.by]}{before}".replace(",,", ",")


def _ended(one: Bill, last: date | None) -> tuple[Document, ...]:
    """Return the document of a Bill's withdrawal or defeat; a defeat has no day of its own, so its last sitting's."""
    if one.withdrawn_on:
        return (
            _end(one, "withdrawn", one.withdrawn_on, f"{_subject(one)} was withdrawn on {_said(one.withdrawn_on)}."),
        )
    if one.defeated and last:
        return (_end(one, "defeated", last, f"{_subject(one)} was defeated; its last sitting was on {_said(last)}."),)
    return ()


def _end(one: Bill, how: str, on: date, told: str) -> Document:
    return Document(
        source=BILLS,
        key=f"{one.number}/{how}",
        url=one.url,
        title=f"{one.full_title}: {how}",
        kind=f"{one.by.value}-{how}",
        published_on=on,
        body=BODY,
        passages=(Passage("text", told),),
    )


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)

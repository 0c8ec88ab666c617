"""How does one debate of Hansard read as a document?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

from monitor.model.cleaning import clean_line
from monitor.model.documents import Document, Passage
from monitor.model.sources import HANSARD
from spiders.attributions import Speaker, attributed, completed
from spiders.catalogue import HANSARD_CARD as CARD
from spiders.hansard_columns import cited, columns
from spiders.html_text import plain
from spiders.strict_fields import Fields

_REFERRED = re.compile(r"""class=["']cross-reference["'][^>]*\bdata-external-id=["']([\w-]+)["']""")
"""What a written correction refers to: the contribution, or the debate, that it corrects."""
_KINDS = {
    "hs_2cStatement": "oral-statement",
    "hs_2cUrgentQuestion": "urgent-question",
    "hs_8Question": "oral-question",
    "hs_6bPetitions": "petition",
    "hs_8Petition": "petition",
}
_LONGEST_SITTING = timedelta(days=2)
"""How far a timecode may lie after the day of its sitting to be believed."""
_NOT_SAID = frozenset(
    [
        "hs_ColumnNumber",
        "hs_CLHeading",
        "hs_CLChairman",
        "hs_CLMember",
        "hs_CLStaff",
        "hs_CLClerks",
        "hs_DebateType",
        "hs_AmendmentHeading",
        "hs_AmendmentLevel0",
        "hs_AmendmentLevel1",
        "hs_AmendmentLevel2",
        "hs_AmendmentLevel3",
        "hs_TabledBy",
        "hs_Procedure",
        "hs_76fChair",
        "hs_brev",
        "err_tablewrapper",
    ]
)


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a debate: what is in it, and who is said to have spoken. `said`: somebody spoke here.

    `timed`: the day of its timecode, which is the clock's in London; None where it has none.
    """

    said: bool
    value: str
    member: int | None
    voice: Speaker
    anchor: str | None
    timed: date | None
    corrects: tuple[str, ...]


def debate(payload: object, where: str, strange: set[str] | None = None) -> Document:
    """Return the document of a debate: what stands directly in it, never what its child debates hold.

    A container repeats its children when they are flattened, so each is fetched by itself, and nothing counts twice.
    """
    whole = Fields(payload, where, "", strange)
    overview = whole.inner("Overview")
    key, title = overview.take("ExtId", str).upper(), clean_line(overview.take("Title", str))
    house, day = overview.take("House", str), overview.day("Date")
    tag, place = overview.find("HRSTag", str), overview.find("Location", str) or ""
    url, volume = debate_url(house, day, key, title), overview.find("VolumeNo", int)
    correcting = "correction" in place.casefold()
    items = tuple(_item(item, house) for item in whole.each("Items"))
    document = Document(
        source=HANSARD,
        key=key,
        url=url,
        title=title,
        kind="correction" if correcting else _KINDS.get(tag or "", "debate"),
        published_on=day,
        body=f"House of {clean_line(house)}",
        passages=tuple(_speeches(items, url, day, lambda column: cited(house, day, volume, column))),
        corrects=tuple(dict.fromkeys(key for item in items for key in item.corrects)) if correcting else (),
    )
    _pass_over(overview)
    whole.drop("Navigator", "ChildDebates")
    overview.done()
    whole.done()
    return document


def debate_url(house: str, day: date, key: str, title: str) -> str:
    """Return the public address of a debate; its last part is cosmetic, and spelt as the site spells it."""
    return f"{CARD.site}/{quote(house)}/{day}/debates/{quote(key, safe='-')}/{quote(slug(title), safe='()-')}"


def slug(title: str) -> str:
    """Return a title as the site writes it in an address: words begin with capitals, no space, comma, colon, dot or %.

    Words are parted as .NET's TitleCase parts them, also at digits and apostrophes; words all in capitals stay.
    """
    words = re.sub(r"[^\W\d_]+", lambda w: w[0] if w[0].isupper() and len(w[0]) > 1 else w[0].capitalize(), title)
    return re.sub(r"[\s:,.%]+", "", words)


def _item(item: Fields, house: str) -> _Item:
    sort, tag = item.take("ItemType", str), item.find("HRSTag", str)
    value = (item.take_or_none if sort == "Contribution" else item.find)("Value", str) or ""
    found = _Item(
        said=sort == "Contribution" and tag not in _NOT_SAID,
        value=value,
        member=item.find("MemberId", int) or None,  # 0 stands for nobody
        voice=attributed(item.find("AttributedTo", str), house),
        anchor=item.find("ExternalId", str),
        timed=_timed(item.find("Timecode", str)),
        corrects=tuple(key.upper() for key in _REFERRED.findall(value)),
    )
    item.drop("ItemId", "OrderInSection", "HansardSection", "UIN", "IsReiteration")
    item.done()
    return found


def _speeches(items: tuple[_Item, ...], url: str, day: date, cite: Callable[[str | None], str]) -> Iterator[Passage]:
    """Yield a passage for each contribution; not for a column marker, a heading, a time, an amendment."""
    voices = completed((item.member, item.voice) for item in items)
    places, days = columns(item.value for item in items), _days(items, day)
    for item, voice, place, clock in zip(items, voices, places, days, strict=True):
        text = plain(item.value, breaks=True) if item.said else ""
        if text:
            yield Passage(
                role="speech",
                text=text,
                speaker=voice.speaker,
                post=voice.post,
                url=f"{url}#contribution-{item.anchor}" if item.anchor else url,
                party=voice.party,
                constituency=voice.constituency,
                member_id=item.member,
                citation=cite(place.first),
                columns=place.turns,
                said_on=clock if clock > day else None,
            )


def _timed(code: str | None) -> date | None:
    """Return the day of a timecode, None where it tells none: it is an aid, and no reason to leave out a speech."""
    try:
        return date.fromisoformat(code[:10]) if code else None
    except ValueError:
        return None


def _days(items: tuple[_Item, ...], day: date) -> Iterator[date]:
    """Yield the clock's day of each item of a sitting: one without a timecode has that of the one before it."""
    clock = day
    for item in items:
        if item.timed and day <= item.timed <= day + _LONGEST_SITTING:
            clock = max(clock, item.timed)
        yield clock


def _pass_over(overview: Fields) -> None:
    overview.drop("Id", "Source", "ContentLastUpdated", "DebateTypeId", "SectionType")
    overview.drop("NextDebateExtId", "NextDebateTitle", "PreviousDebateExtId", "PreviousDebateTitle")

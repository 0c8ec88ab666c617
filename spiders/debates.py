"""How does one debate of Hansard read as a document?"""

import re
from datetime import date
from urllib.parse import quote

from monitor.cleaning import clean_line
from monitor.documents import Document, Passage
from monitor.sources import HANSARD
from spiders.catalogue import HANSARD_CARD as CARD
from spiders.strict import Fields
from spiders.text import plain

_KINDS = {
    "hs_2cStatement": "oral-statement",
    "hs_2cUrgentQuestion": "urgent-question",
    "hs_8Question": "oral-question",
    "hs_6bPetitions": "petition",
    "hs_8Petition": "petition",
}
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
_MINISTERS = re.compile(
    r"^The (?!Lord Bishop)(?=.*(?:Minister|Secretary|Chancellor|Attorney.General|Solicitor.General|Advocate.General"
    r"|Leader of the House|Privy Seal|Paymaster|President of the|Treasurer of|Comptroller|Vice.Chamberlain"
    r"|Commissioner of|Captain of))|^(?:Lords?|Baroness(?:es)?)[ -]in[ -]Waiting|^(?:Deputy )?Prime Minister$"
)
_NAMED = re.compile(r"^(?P<post>[^()]+?)\s*\((?P<name>[^()]+(?:\([^()]*\)[^()]*)?)\)(?:\s*\([^()]*\))*$")


def debate(payload: object, where: str, strange: set[str] | None = None) -> Document:
    """Return the document of a debate: what stands directly in it, never what its child debates hold.

    A container repeats its children when they are flattened, so each is fetched by itself, and nothing counts twice.
    """
    whole = Fields(payload, where, "", strange)
    overview = whole.inner("Overview")
    key, title = overview.take("ExtId", str).upper(), clean_line(overview.take("Title", str))
    house, day = overview.take("House", str), overview.day("Date")
    tag, place = overview.find("HRSTag", str), overview.find("Location", str) or ""
    url = debate_url(house, day, key, title)
    document = Document(
        source=HANSARD,
        key=key,
        url=url,
        title=title,
        kind="correction" if "correction" in place.casefold() else _KINDS.get(tag or "", "debate"),
        published_on=day,
        body=f"House of {clean_line(house)}",
        passages=_speeches(whole, url),
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


def attributed(said: str | None) -> tuple[str | None, str | None]:
    """Return the speaker and the ministerial post that an attribution names, None for what it does not name.

    "The Secretary of State for X (Name)" names both, "Name (Place) (Party)" a speaker, "The Prime Minister" a post.
    The Chair holds no ministerial post: "Madam Deputy Speaker (Name)" is a speaker.
    """
    said = clean_line(said or "")
    if not said:
        return None, None
    named = _NAMED.match(said)
    if _MINISTERS.match(named["post"] if named else said):
        return (clean_line(named["name"]), clean_line(named["post"])) if named else (None, said)
    if re.match(r"(?:M(?:r|adam)\.? )?(?:Deputy )?Speaker|.*\b(?:Chair|Chairman)\b", said):
        return said, None
    return clean_line(said.partition(" (")[0]), None


def _speeches(whole: Fields, url: str) -> tuple[Passage, ...]:
    """Return a passage for each contribution; later turns, which give a bare name, take the post given before."""
    known: dict[int, tuple[str | None, str | None]] = {}
    found = []
    for item in whole.each("Items"):
        passage = _speech(item, url, known)
        if passage is not None:
            found.append(passage)
    return tuple(found)


def _speech(item: Fields, url: str, known: dict[int, tuple[str | None, str | None]]) -> Passage | None:
    """Return one contribution, None where nobody speaks: a column marker, a heading, a time, an amendment."""
    sort, tag = item.take("ItemType", str), item.find("HRSTag", str)
    member, value = item.find("MemberId", int), item.find("Value", str)
    speaker, post = attributed(item.find("AttributedTo", str))
    anchor = item.find("ExternalId", str)
    item.drop("ItemId", "OrderInSection", "Timecode", "HansardSection", "UIN", "IsReiteration")
    item.done()
    if sort != "Contribution" or tag in _NOT_SAID:
        return None
    if member:
        before = known.get(member, (None, None))
        speaker, post = known[member] = (speaker or before[0], post or before[1])
    text = plain(value or "", breaks=True)
    return Passage("speech", text, speaker, post, f"{url}#contribution-{anchor}" if anchor else url) if text else None


def _pass_over(overview: Fields) -> None:
    overview.drop("Id", "Source", "VolumeNo", "ContentLastUpdated", "DebateTypeId", "SectionType")
    overview.drop("NextDebateExtId", "NextDebateTitle", "PreviousDebateExtId", "PreviousDebateTitle")

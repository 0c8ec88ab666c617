"""Which contributions does a search of Hansard find, and where on the site does one stand?"""

import re
from collections.abc import Iterator

from spiders.replica.day_trees import SittingDay, Value, number
from spiders.replica.debate_payload import items
from spiders.replica.happenings import LOCATIONS, Debate
from spiders.replica.replies import Asked, day_of, naive, number_of

_KINDS = {"Corrections": "corrections"}
"""What a search calls the contributions of a section, where it does not call them spoken."""
_TAGS = re.compile(r"<[^>]*>")


def found(sat: SittingDay, asked: Asked, kind: str) -> list[Value]:
    """Return the contributions that a search finds, "spoken" or "corrections"; unknown names change nothing."""
    since, until, day = day_of(asked, "startDate"), day_of(asked, "endDate"), day_of(asked, "date")
    member, section = number_of(asked, "memberId"), number_of(asked, "debateSectionId")
    house = (asked.first("house") or "").lower()
    held = [d for d in sat.debates if _KINDS.get(d.section, "spoken") == kind and house in ("", d.house.lower())]
    held = [d for d in held if (since or d.on) <= d.on <= (until or d.on) and d.on == (day or d.on)]
    held = [d for d in held if section in (None, number(d.id))]
    rows = [row for d in held for row in _references(sat, d) if member in (None, row["MemberId"])]
    rows = [row for row in rows if _meets(asked.first("searchTerm"), row)]
    return rows if asked.first("orderBy") == "SittingDateAsc" else rows[::-1]


def _meets(term: str | None, row: Value) -> bool:
    """Return whether every word of a search term, directives included, is met."""
    if not term:
        return True
    for part in re.split(r"\s+AND\s+", term):
        directive, _, words = part.partition(":") if re.match(r"(spokenby|debate|words):", part) else ("", "", part)
        field = {"spokenby": "AttributedTo", "debate": "DebateSection"}.get(directive, "ContributionTextFull")
        where = set(re.findall(r"\w+", row[field].lower()))
        if not set(re.findall(r"\w+", words.lower())) <= where:
            return False
    return True


def _references(sat: SittingDay, held: Debate) -> Iterator[Value]:
    spoken = [item for item in items(sat, held) if item["MemberId"] is not None]
    for item in spoken:
        member = sat.timeline.member(item["MemberId"])
        yield {
            "MemberName": member.name if member else "",
            "MemberId": item["MemberId"],
            "AttributedTo": item["AttributedTo"],
            "ItemId": item["ItemId"],
            "ContributionExtId": item["ExternalId"],
            "ContributionText": (" " + _TAGS.sub(" ", item["Value"]))[:255],
            "ContributionTextFull": item["Value"],
            "HRSTag": item["HRSTag"],
            "HansardSection": item["HansardSection"],
            "Timecode": item["Timecode"],
            "DebateSection": held.title,
            "DebateSectionId": number(held.id),
            "DebateSectionExtId": held.id,
            "SittingDate": naive(held.on),
            "Section": LOCATIONS[held.house, held.section],
            "House": held.house,
            "OrderInDebateSection": item["OrderInSection"],
            "DebateSectionOrder": 1,
            "Rank": 0,
        }


def redirect(sat: SittingDay, wanted: str) -> str | None:
    """Return the site's path of a contribution, relative to hansard.parliament.uk; None where unknown."""
    for held in sat.debates:
        for item in items(sat, held):
            if item["ExternalId"] and item["ExternalId"].lower() == wanted.lower():
                base = f"/{held.house}/{held.on}/debates/{held.id}/{slug(held.title)}"
                return f"{base}#contribution-{item['ExternalId']}"
    return None


def slug(title: str) -> str:
    """Return a title as the resolver writes it: each word capitalised, spaces and : , . % gone; capitals stay."""
    words = re.sub(r"[^\W\d_]+", lambda w: w[0] if w[0].isupper() else w[0].capitalize(), title)
    return re.sub(r"[\s:,.%]", "", words)

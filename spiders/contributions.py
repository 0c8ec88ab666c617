"""What does a search of Hansard's contributions find?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spiders.hansard_routes import TAKE
from spiders.html_text import plain, speaks_of
from spiders.jobs import Query
from spiders.strict_fields import Fields

PATH = "/search/contributions/{kind}.json"


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of a search: how many hits there are in all, the name of each, and the debates of those that count.

    The debates by their keys, with the day of each.
    """

    total: int
    rows: tuple[str, ...]
    debates: Mapping[str, date]


def query(term: str, since: date, until: date, skip: int) -> Query:
    """Return the query for one page of a term's hits in a stretch of days, both Houses together, oldest first."""
    said: dict[str, str | int] = {
        "searchTerm": term,
        "startDate": str(since),
        "endDate": str(until),
        "skip": skip,
        "take": TAKE,
        "orderBy": "SittingDateAsc",
    }
    return {f"queryParameters.{name}": value for name, value in said.items()}


def hits(answer: Fields, kind: str, since: date, until: date, terms: tuple[str, ...]) -> Hits:
    """Return a page of hits; SourceChanged where one is of another day than asked for.

    The service finds the words of a term, not the term: a hit counts where it, or the title above it, holds one whole.
    """
    names: list[str] = []
    debates: dict[str, date] = {}
    for row in answer.each("Results"):
        debate, title = row.take("DebateSectionExtId", str), row.find("DebateSection", str) or ""
        day, text = row.day("SittingDate"), row.find("ContributionTextFull", str) or row.find("ContributionText", str)
        names.append(f"{debate} {row.take('ItemId', int)}")
        if not since <= day <= until:
            row.refuse(f"a contribution of {day}, which was not asked for")
        if speaks_of(title, terms) or speaks_of(plain(text or "", breaks=True), terms):
            debates[debate] = day
        row.drop(*_KNOWN)
        row.done()
    total = answer.find(f"{kind}ResultCount", int)
    hits = Hits(answer.take("TotalResultCount", int) if total is None else total, tuple(names), debates)
    answer.drop("SearchTerms", "TotalResultCount", *(f"{k}ResultCount" for k in _COUNTED))
    answer.done()
    return hits


_COUNTED = ("Spoken", "Written", "Corrections", "Divisions")
_KNOWN = (
    "MemberName", "MemberId", "AttributedTo", "ContributionExtId", "ContributionText", "HRSTag", "HansardSection",
    "Timecode", "DebateSectionId", "Section", "House", "OrderInDebateSection", "DebateSectionOrder", "Rank",
)  # fmt: skip

"""How does hansard-api.parliament.uk answer? Days, trees, debates, search and links."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from spiders.replica.day_trees import SittingDay, sections, tree
from spiders.replica.debate_payload import debate
from spiders.replica.replies import Asked, BadValueError, Library, Reply, day_of, naive, number_of, said
from spiders.replica.speeches import found, redirect

HOUSES = ("Commons", "Lords")


def answer(library: Library, today: date, asked: Asked) -> Reply:
    """Return the reply to any path; 404, in the framework's own words, where no route or parameter fits."""
    sat = _sat(library, today)
    path = asked.path.lower()
    for pattern, reply in _ROUTES:
        if match := re.fullmatch(pattern, path):
            try:
                return reply(sat, asked, *match.groups())
            except BadValueError:
                return no_route(asked)
    return no_route(asked)


@lru_cache(maxsize=8)
def _sat(library: Library, today: date) -> SittingDay:
    return SittingDay.by(library.timeline, today)


def no_route(asked: Asked) -> Reply:
    """Return what the framework says where nothing matches, prefixed parameters in the flat calls included."""
    uri = f"https://hansard-api.parliament.uk{asked.path}"
    return said({"Message": f"No HTTP resource was found that matches the request URI '{uri}'."}, 404)


def _house(asked: Asked) -> str:
    value = asked.first("house") or ""
    house = next((name for name in HOUSES if name.lower() == value.lower()), None)
    if house is None:
        raise BadValueError("house", value)
    return house


def _day(asked: Asked, name: str = "date") -> date:
    day = day_of(asked, name)
    if day is None:
        raise BadValueError(name, "")
    return day


def _last(sat: SittingDay, asked: Asked) -> Reply:
    days = sat.days(_house(asked))
    return said(days[-1].isoformat() if days else None)


def _linked(sat: SittingDay, asked: Asked) -> Reply:
    day, days = _day(asked), sat.days(_house(asked))
    before, after = [d for d in days if d < day], [d for d in days if d > day]
    told = {"PreviousSittingDate": naive(before[-1]) if before else None}
    return said(told | ({"NextSittingDate": naive(after[0])} if after else {}))


def _calendar(sat: SittingDay, asked: Asked) -> Reply:
    year, month, house = number_of(asked, "year"), number_of(asked, "month"), _house(asked)
    if year is None or month is None:
        raise BadValueError("year", "")
    days = [d for d in sat.days(house) if (d.year, d.month) == (year, month)]
    return said([{"House": house, "ItemDate": naive(d), "Metadata": None} for d in days])


def _sections(sat: SittingDay, asked: Asked) -> Reply:
    day, house = _day(asked), _house(asked)
    return said(list(sections(sat, day, house)))


def _trees(sat: SittingDay, asked: Asked) -> Reply:
    section, day, house = asked.first("section"), _day(asked), _house(asked)
    if section is None:
        raise BadValueError("section", "")
    made = tree(sat, day, house, section)
    return said([made] if made else [])


def _debate(sat: SittingDay, asked: Asked, wanted: str) -> Reply:
    made = debate(sat, wanted)
    return said(made) if made else no_route(asked)


def _search(sat: SittingDay, asked: Asked, kind: str) -> Reply:
    flat = Asked(asked.path, tuple((n.lower().removeprefix("queryparameters."), v) for n, v in asked.query))
    every = {name: found(sat, flat, name) for name in ("spoken", "corrections")}
    rows = every.get(kind, [])
    skip, take = number_of(flat, "skip", 0) or 0, number_of(flat, "take")
    page = rows[skip:] if take is None else rows[skip : skip + take]
    words = (flat.first("searchTerm") or "").split()
    counts = {"WrittenResultCount": 0, "CorrectionsResultCount": len(every["corrections"]), "DivisionsResultCount": 0}
    told = {"SearchTerms": words, "SpokenResultCount": len(every["spoken"])} | counts
    return said(told | {"Results": page, "TotalResultCount": len(rows)})


def _redirect(sat: SittingDay, asked: Asked) -> Reply:
    path = redirect(sat, asked.first("externalId") or "")
    return said(path) if path else no_route(asked)


_ROUTES: tuple[tuple[str, Callable[..., Reply]], ...] = (
    (r"/overview/lastsittingdate\.json", _last),
    (r"/overview/linkedsittingdates\.json", _linked),
    (r"/overview/calendar\.json", _calendar),
    (r"/overview/sectionsforday\.json", _sections),
    (r"/overview/sectiontrees\.json", _trees),
    (r"/debates/debate/([^/]+)\.json", _debate),
    (r"/search/contributions/(spoken|written|corrections|petitions)\.json", _search),
    (r"/search/parlisearchredirect\.json", _redirect),
)

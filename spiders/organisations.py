"""Which organisations does GOV.UK know, by its own search, and which took the place of others?

Asked for where a configuration names one that is not known here, and once a month: a new department must not wait for
a new version of this program. It brings no documents, so it is no crawl.
"""

from collections.abc import Iterator
from datetime import date

from monitor.model.cleaning import clean_line
from monitor.model.sources import GOV_UK, Problem
from spiders.departments import Directory, organisations
from spiders.gov_uk_search import SEARCH, SWEEP
from spiders.probe_requests import Pair
from spiders.strict_fields import Fields, SourceChanged

_PAGES = 4
"""Pages of the list at the most: of 1,500 each, and there are some 1,300 organisations."""


def organisations_query(start: int) -> list[Pair]:
    """Return the query for one page of all organisations, by their names."""
    fields = "slug,superseding_organisations"
    return [("filter_format", "organisation"), ("fields", fields), ("count", str(SWEEP)), ("start", str(start))]


async def directory(address: str, today: date) -> Directory | Problem:
    """Return the departments that can be named, those of GOV.UK as it names them today; or what went wrong."""
    from spiders.probe import fetched  # noqa: PLC0415 - httpx: who only reads need not wait for it

    where, found = address.rstrip("/") + SEARCH, dict[str, tuple[str, ...]]()
    try:
        for _ in range(_PAGES):
            payload = await fetched(GOV_UK, where, organisations_query(len(found)))
            if isinstance(payload, Problem):
                return payload
            answer = Fields(payload, where)
            total, rows = answer.take("total", int), dict(_rows(answer))
            if not rows.keys() - found.keys():
                break
            found |= rows
            if len(found) >= total:
                break
        if len(found) * 2 < len(organisations()):
            answer.refuse(f"only {len(found)} organisations")
    except SourceChanged as changed:
        return Problem(GOV_UK, changed.kind, changed.what, changed.where)
    return Directory(found, address, today)


def _rows(answer: Fields) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in answer.each("results"):
        slug = row.find("slug", str) or ""
        heirs = row.find("superseding_organisations", list) or []
        said = [heir.get("slug") if isinstance(heir, dict) else heir for heir in heirs]
        if slug:
            yield clean_line(slug), tuple(clean_line(heir) for heir in said if isinstance(heir, str) and heir)

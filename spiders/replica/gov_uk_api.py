"""How does www.gov.uk answer? Search, content items, and robots.txt."""

from datetime import date
from functools import lru_cache

from spiders.replica.content_api import items
from spiders.replica.page_ends import Item
from spiders.replica.pdfs import media, pdf
from spiders.replica.replies import Asked, Library, Reply, plain, said, unless_same
from spiders.replica.search_api import Row, organisation_rows, row, search

CONTENT = "/api/content"
ROBOTS = """User-agent: *
Disallow: /*/print$
Disallow: /search/all*
Sitemap: https://www.gov.uk/sitemap.xml
"""
HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=300, public"}


def answer(library: Library, today: date, asked: Asked) -> Reply:
    """Return the reply to any path of the site; 404 for a path that the replica does not imitate."""
    if asked.path == "/robots.txt":
        return plain(ROBOTS)
    if asked.path == "/api/search.json":
        return search(asked, _rows(library, today))
    if asked.path.startswith(f"{CONTENT}/"):
        reply = _content(library, today, asked.path.removeprefix(CONTENT))
        return unless_same(reply, asked) if reply.status == 200 else reply
    if asked.path.startswith("/media/"):
        return _file(library, asked.path)
    return plain("<h1>Page not found</h1>", 404, "text/html; charset=utf-8")


@lru_cache(maxsize=8)
def _known(library: Library, today: date) -> dict[str, Item]:
    return items(library.timeline.pages, today) | library.recorded.pages(today)


@lru_cache(maxsize=8)
def _rows(library: Library, today: date) -> tuple[Row, ...]:
    """Return the pages that search finds: those not gone by that day, and all recorded pages."""
    told = items(library.timeline.pages, today).values()
    live = [i for i in told if i["document_type"] not in ("gone", "redirect", "html_publication")]
    recorded = [i for i in library.recorded.pages(today).values() if i["document_type"] not in ("gone", "redirect")]
    return (
        *(row(i, asked_in=False) for i in live),
        *(row(i, asked_in=True) for i in recorded),
        *organisation_rows(),
    )


def _content(library: Library, today: date, path: str) -> Reply:
    found = _known(library, today).get(path)
    if found is None:
        return _elsewhere(library, today, path)
    if found["document_type"] == "gone" and not any((found.get("details") or {}).values()):
        return Reply(410, "", HEADERS)
    return said(found, 200, **HEADERS)


def _file(library: Library, path: str) -> Reply:
    """Return a file of a page, as the assets host would; it says only to which page it belongs."""
    owner = next((p for p in library.timeline.pages for name in p.files if media(p.path, name) == path), None)
    if owner is None:
        return plain("", 404)
    return plain(pdf("A file that belongs to", owner.title), 200, "application/pdf")


def _elsewhere(library: Library, today: date, path: str) -> Reply:
    """Return 303 to the page that a path lies beneath where that page takes all paths below it, else 404."""
    above = [p.path for p in library.timeline.pages if p.prefix and p.editions[0].on <= today]
    owner = next((root for root in above if path.startswith(f"{root}/")), None)
    if owner is None:
        return Reply(404, "", HEADERS)
    return Reply(303, "", {**HEADERS, "Location": f"{CONTENT}{owner}"})

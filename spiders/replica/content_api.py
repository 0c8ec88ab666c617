"""What is a page of the timeline, as a content item, on a day? Items in the shape of the Content API."""

from collections.abc import Sequence
from datetime import date, time

from spiders.replica.happenings import ChildPage, Edition, Page
from spiders.replica.page_ends import SITE, Item, content_id, gone, govspeak, redirect, stamp
from spiders.replica.pdfs import media

SCHEMAS = {
    "news_story": "news_article",
    "press_release": "news_article",
    "government_response": "news_article",
    "speech": "speech",
    "oral_statement": "speech",
    "written_statement": "speech",
    "document_collection": "document_collection",
    "open_consultation": "consultation",
    "closed_consultation": "consultation",
    "consultation_outcome": "consultation",
    "detailed_guide": "detailed_guide",
    "html_publication": "html_publication",
    "plan_for_change_landing_page": "plan_for_change_landing_page",
    "landing_page": "landing_page",
}


def items(pages: Sequence[Page], today: date) -> dict[str, Item]:
    """Return every content item there is on a day, HTML publications too, by path.

    A page gone with no explanation is there with empty details: the API answers 410 for it.
    """
    out = [p for p in pages if p.editions[0].on <= today]
    titles = {p.path: p for p in out}
    made = {p.path: _page(p, titles, today) for p in out}
    for page in out:
        if _ended(page, today) not in ("gone", "redirect"):
            made |= {c.path: _html(c, page, today) for c in page.children if c.editions[0].on <= today}
    return made


def _ended(page: Page, today: date) -> str | None:
    return page.ending.kind if page.ending and page.ending.on <= today else None


def _page(page: Page, titles: dict[str, Page], today: date) -> Item:
    ended = _ended(page, today)
    if ended in ("gone", "redirect"):
        return gone(page) if ended == "gone" else redirect(page)
    title, body, majors = _latest(page.editions, page.title, today)
    item = _top(page.path, page.kind, title, majors, today)
    item["description"] = page.description
    item["withdrawn_notice"] = _notice(page) if ended == "withdrawn" else {}
    children = [c for c in page.children if c.editions[0].on <= today]
    item["details"] = _details(page, body, majors, children)
    documents = [titles[path] for path in page.documents if path in titles]
    item["links"] = _links(page, children, documents)
    return dict(sorted(item.items()))


def _latest(editions: Sequence[Edition], title: str, today: date) -> tuple[str, str, list[Edition]]:
    """Return title and body as they stand on a day, and the editions that carry a note, newest first."""
    out = [e for e in editions if e.on <= today]
    titles, bodies = [e.title for e in out if e.title], [e.body for e in out if e.body]
    return (titles or [title])[-1], govspeak((bodies or [""])[-1]), [e for e in reversed(out) if e.note]


def _top(path: str, kind: str, title: str, majors: list[Edition], today: date) -> Item:
    # updated_at moves whenever anything linked is rendered again: every night, here.
    return {
        "analytics_identifier": None,
        "base_path": path,
        "content_id": content_id(path),
        "document_type": kind,
        "first_published_at": stamp(majors[-1].on),
        "locale": "en",
        "phase": "live",
        "public_updated_at": stamp(majors[0].on),
        "publishing_app": "whitehall",
        "publishing_request_id": None,
        "publishing_scheduled_at": None,
        "rendering_app": "frontend",
        "scheduled_publishing_delay_seconds": None,
        "schema_name": SCHEMAS.get(kind, "publication"),
        "title": title,
        "updated_at": f"{today.isoformat()}T03:12:07.064Z",
    }


def _details(page: Page, body: str, majors: list[Edition], children: list[ChildPage]) -> Item:
    if page.kind.endswith("landing_page"):
        heading = {"type": "heading", "content": page.title}
        return {"blocks": [heading, {"type": "hero", "hero_content": {"blocks": [_govspeak(body)]}}]}
    details: Item = {
        "body": body,
        "change_history": [{"public_timestamp": stamp(e.on), "note": e.note} for e in majors],
        "emphasised_organisations": [content_id(organisation(page.organisations[0]))],
        "first_public_at": stamp(majors[-1].on),
        "political": True,
        "tags": {"browse_pages": [], "topics": []},
    }
    if SCHEMAS.get(page.kind, "publication") == "publication":
        files = [_file(page, name) for name in page.files]
        attached = [_attached(child) for child in children]
        details["attachments"] = files + attached
        details["featured_attachments"] = [part["id"] for part in files + attached]
        details["documents"] = []
    if page.kind == "document_collection":
        details["collection_groups"] = [
            {"title": "Documents", "body": "", "documents": [content_id(path) for path in page.documents]}
        ]
    return details


def _govspeak(body: str) -> Item:
    return {"type": "govspeak", "content": body}


def _file(page: Page, name: str) -> Item:
    return {
        "accessible": False,
        "attachment_type": "file",
        "content_type": "application/pdf",
        "file_size": 1_204_118,
        "filename": name,
        "id": name,
        "number_of_pages": 12,
        "title": page.title,
        "url": f"https://assets.publishing.service.gov.uk{media(page.path, name)}",
    }


def _attached(child: ChildPage) -> Item:
    name = child.path.rsplit("/", 1)[-1]
    return {"attachment_type": "html", "id": name, "title": child.title, "url": child.path}


def organisation(slug: str) -> str:
    """Return the path of an organisation's page."""
    return f"/government/organisations/{slug}"


def link(path: str, title: str, kind: str, updated: str) -> Item:
    """Return one element of an item's links."""
    return {
        "api_path": f"/api/content{path}",
        "api_url": f"{SITE}/api/content{path}",
        "base_path": path,
        "content_id": content_id(path),
        "document_type": kind,
        "links": {},
        "locale": "en",
        "public_updated_at": updated,
        "title": title,
        "web_url": SITE + path,
        "withdrawn": False,
    }


def name_of(slug: str) -> str:
    """Return an organisation's name from its slug."""
    small = {"of", "for", "and", "the"}
    words = slug.split("-")
    return " ".join(word if n and word in small else word.capitalize() for n, word in enumerate(words))


def _organisations(page: Page) -> list[Item]:
    opened = "2024-07-05T09:00:00Z"
    return [link(organisation(slug), name_of(slug), "organisation", opened) for slug in page.organisations]


def _links(page: Page, children: list[ChildPage], documents: list[Page]) -> Item:
    out: Item = {
        "organisations": _organisations(page),
        "primary_publishing_organisation": _organisations(page)[:1],
        "available_translations": [link(page.path, page.title, page.kind, stamp(page.editions[0].on))],
    }
    if children:
        out["children"] = [link(c.path, c.title, "html_publication", stamp(c.editions[0].on)) for c in children]
    if documents:
        out["documents"] = [link(p.path, p.title, p.kind, stamp(p.editions[0].on)) for p in documents]
    return out


def _html(child: ChildPage, parent: Page, today: date) -> Item:
    title, body, majors = _latest(child.editions, child.title, today)
    item = _top(child.path, "html_publication", title, majors, today)
    item["description"] = None
    item["withdrawn_notice"] = _notice(parent) if _ended(parent, today) == "withdrawn" else {}
    item["details"] = {
        "body": body,
        "first_published_version": len(majors) == 1,
        "headers": [],
        "public_timestamp": stamp(majors[0].on),
    }
    item["links"] = {
        "organisations": _organisations(parent),
        "parent": [link(parent.path, parent.title, parent.kind, stamp(parent.editions[0].on))],
    }
    return dict(sorted(item.items()))


def _notice(page: Page) -> Item:
    if page.ending is None:
        return {}
    moment = stamp(page.ending.on, time(11, 5))
    return {"explanation": govspeak(page.ending.explanation), "withdrawn_at": moment}

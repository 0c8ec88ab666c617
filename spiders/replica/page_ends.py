"""How does a page stand in the Content API once it is gone or leads elsewhere, and how is each value written?"""

import uuid
from datetime import date, datetime, time
from typing import Any

from monitor.model.london import LONDON
from spiders.replica.happenings import Page
from spiders.replica.markup import paragraphs

SITE = "https://www.gov.uk"
Item = dict[str, Any]


def stamp(day: date, at: time = time(9, 30)) -> str:
    """Return a moment of a day as the Content API writes it: London's clock, with its offset."""
    return datetime.combine(day, at, LONDON).isoformat(timespec="milliseconds")


def content_id(path: str) -> str:
    """Return the id of a path: the same for ever."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, SITE + path))


def govspeak(text: str) -> str:
    """Return text as the publishing apps render it."""
    return f'<div class="govspeak">{paragraphs(text)}\n</div>'


def gone(page: Page) -> Item:
    ending = page.ending
    told = bool(ending and (ending.explanation or ending.to))
    details = {"explanation": govspeak(ending.explanation), "alternative_path": ending.to} if ending and told else {}
    return {**_ended_item(page, "gone"), "details": details}


def redirect(page: Page) -> Item:
    to = page.ending.to if page.ending else ""
    redirects = [{"path": page.path, "type": "exact", "destination": to}]
    return {**_ended_item(page, "redirect"), "details": {}, "redirects": redirects}


def _ended_item(page: Page, kind: str) -> Item:
    day = page.ending.on if page.ending else page.editions[0].on
    return {
        "base_path": page.path,
        "content_id": None,
        "description": None,
        "document_type": kind,
        "links": {},
        "locale": "en",
        "public_updated_at": stamp(day),
        "publishing_app": "whitehall",
        "schema_name": kind,
        "title": None,
        "updated_at": stamp(day),
    }

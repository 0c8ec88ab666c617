"""What does a page of GOV.UK say, whatever its schema? Its texts, and the dates and states that it holds in fields.

The schemas of most pages have names for their texts, which are taken in the order of the page. All that is left over is
text too (blocks, steps, tables, sections of manuals, numbers to call), but what is known to be a setting.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.model.cleaning import clean_line
from spiders.html_text import folded, plain
from spiders.page_blocks import Blocks, in_formats, in_one_format
from spiders.strict_fields import Fields

_BODIES = ("introduction", "body", "summary", "final_outcome_detail", "public_feedback_detail", "outcome_detail")
_PARTS = ("parts", "collection_groups")
_LISTS = """
gone redirect vanish role role_appointment person ministers_index organisation organisations_homepage government
worldwide_organisation worldwide_office world_index world_location world_location_news embassies_index taxon topic
mainstream_browse_page finder finder_email_signup email_alert_signup homepage special_route historic_appointments
how_government_works get_involved link_collection need service_manual_homepage service_manual_topic
service_manual_service_toolkit service_manual_service_standard travel_advice_index licence_finder
completed_transaction smart_answer generic generic_with_external_links external_content field_of_operation
fields_of_operation document_collection search substitute coming_soon calendar calendars service_sign_in
"""
WITHOUT_TEXT = frozenset(_LISTS.split())
"""Schemas of pages that are lists of links, or are drawn from elsewhere: they need have no text of their own."""
Note = tuple[date, str]


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says: its texts in order, and the notes on what happened to a day that the page announces."""

    texts: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def page_text(
    details: Fields, schema: str, updated: date | None, *, elsewhere: bool = False, body_needed: bool = False
) -> PageText:
    """Return what is left of a page's details as text; SourceChanged where a page should say something and does not.

    `elsewhere`: what it says stands in files. `body_needed`: only the fields of its text will do. `updated`: the day of
    its last major change.
    """
    excused = elsewhere or schema in WITHOUT_TEXT or details.holds("explanation")
    reader = Blocks(details)
    found = [_text(details, name) for name in _BODIES]
    for name in _PARTS:
        for part in details.each_found(name):
            found += [clean_line(part.find("title", str) or ""), _text(part, "body"), *_left_of_part(reader, part)]
    if (why := details.find("explanation", str)) is not None:
        found.append(plain(why))
    has_body = any(found)
    released, notes = _release(details, updated)
    headers = {"headers": details.find("headers", list)}
    left = _without_names_of_pictures(details.rest())
    found += [*released, *reader.lines(left), *reader.lines(left.get("metadata")), "\n\n".join(reader.read(left))]
    found.append("\n\n".join(_not_said(reader.read(headers), found)))
    if not excused and not has_body and (body_needed or not (released or reader.spoke)):
        named = clean_line(schema)[:60] or "without a name"
        details.refuse(f"a page of the schema {named} in which no text was found", "unread-page")
    return PageText(tuple(text for text in found if text), tuple(notes))


def _left_of_part(reader: Blocks, part: Fields) -> list[str]:
    """Return what else stands in a part of a page."""
    left = part.rest()
    return [*reader.lines(left), *reader.read(left)]


def _without_names_of_pictures(left: dict[str, Any]) -> dict[str, Any]:
    """Return details without the words for the page's own pictures where they only name them: a portrait."""
    pictures = {name: left[name] for name in ("image", "images") if name in left}
    return {**left, **{name: _unnamed(held) for name, held in pictures.items()}}


def _unnamed(held: Any) -> Any:
    if isinstance(held, list):
        return [_unnamed(one) if isinstance(one, dict) else one for one in held]
    if not isinstance(held, dict) or not isinstance(words := held.get("alt_text"), str):
        return held
    says = words.rstrip().endswith((".", "!", "?")) or any(map(str.isdigit, words))
    return held if says else {**held, "alt_text": None}


def _not_said(headers: tuple[str, ...], texts: list[str]) -> list[str]:
    """Return the headings of a page's list of contents that do not stand in its texts."""
    said = {folded(line) for text in texts for line in text.splitlines()} if headers else set()
    return [header for header in headers if folded(header) not in said]


def _text(fields: Fields, name: str) -> str:
    """Return a text that is either HTML or a list of the same text in several formats, HTML where there is such."""
    value = fields.find(name, object)
    if isinstance(value, str):
        return plain(value)
    if in_formats(value):
        return in_one_format(value)
    if value is not None and value != []:
        fields.refuse(f"{name} is neither text nor a list")
    return ""


def _release(details: Fields, updated: date | None) -> tuple[list[str], list[Note]]:
    """Return what an announcement of statistics says of its release, and that its day was moved or it was cancelled."""
    shown, before = details.find("display_date", str), details.find("previous_display_date", str)
    note, state = details.find("latest_change_note", str), details.find("state", str)
    why, cancelled = details.find("cancellation_reason", str), details.london_day("cancelled_at")
    if shown is None:
        return [], []
    said, notes = [clean_line(f"Release date: {shown}{f' ({state})' if state else ''}.")], list[Note]()
    if updated and (note or before):
        moved = f"Release date moved from {before} to {shown}" if before else "Release date changed"
        notes.append((updated, clean_line(": ".join(filter(None, (moved, note))))))
    if state == "cancelled":
        said.append(clean_line(f"Release cancelled{f': {why}' if why else '.'}"))
        if on := cancelled or updated:
            notes.append((on, said[-1]))
    return said, notes

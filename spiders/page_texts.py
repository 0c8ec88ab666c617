"""What does a page of GOV.UK say, whatever its schema? Its texts, and the dates and states that it holds in fields.

The schemas of most pages have names for their texts, which are taken in the order of the page. What is left over is
walked: blocks, steps, nodes, sections of manuals, numbers to call. Passed over is only what is known to be no text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.model.cleaning import clean, clean_line
from monitor.model.london import london_day
from monitor.model.wording import day as in_words
from spiders.html_text import plain
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
fields_of_operation search substitute coming_soon calendar calendars service_sign_in
"""
WITHOUT_TEXT = frozenset(_LISTS.split())
"""Schemas of pages that are lists of links, or are drawn from elsewhere: they need have no text of their own."""
_SETTINGS = """
featured_attachments documents final_outcome_documents public_feedback_documents outcome_documents outcome_attachments
headers tags government image images logo alt alt_text credit caption brand acronym metadata emphasised_organisations
breadcrumbs navigation_groups social_media_links external_related_links national_applicability theme slug type style
kind format content_type filename hidden_search_terms ordered_featured_documents ordered_featured_links country
ordered_corporate_information_pages ordered_promotional_features organisation_govuk_status start_button_text
internal_name notes_for_editors department_analytics_profile data_attributes rel method sources id ids url urls href
path base_path src
"""
_NO_TEXT = frozenset(_SETTINGS.split())
_NO_TEXT_ENDINGS = (
    "_id", "_ids", "_url", "_urls", "_path", "_paths", "_at", "_on", "_type", "_slug", "_code", "_date",
    "_state", "_status", "_link", "_timestamp",
)  # fmt: skip
_MOMENT = re.compile(r"\A\d{4}-\d\d-\d\d[T ]")
_FIRST = ("title", "heading", "name", "label", "number", "value", "text", "content")
"""What stands before the rest within one block, however its fields are sorted; a single word counts there too."""
_DEEPEST = 40
"""Blocks within blocks, at the most: a page is not deeper than a dozen."""
Note = tuple[date, str]


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says: its texts in order, and the notes of what befell a day that it announces."""

    texts: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def page_text(details: Fields, schema: str, updated: date | None, *, elsewhere: bool = False) -> PageText:
    """Return what is left of a page's details as text; SourceChanged where a page should say something and does not.

    `elsewhere`: what it says stands in files. `updated`: the day of its last major change.
    """
    known = elsewhere or schema in WITHOUT_TEXT or any(details.holds(n) for n in (*_BODIES, *_PARTS, "explanation"))
    found = [_text(details, name) for name in _BODIES]
    for name in _PARTS:
        for part in details.each_found(name):
            found += [clean_line(part.find("title", str) or ""), _text(part, "body")]
    if (why := details.find("explanation", str)) is not None:
        found.append(plain(why))
    released, notes = _release(details, updated)
    left = details.rest()
    found += [*released, *_facts(left), *_facts(left.get("metadata"))]
    found.append("\n\n".join(dict.fromkeys(_walked(left, "", details, 0))))
    if not known and not any(found):
        named = clean_line(schema)[:60] or "without a name"
        details.refuse(f"a page of the schema {named} in which no text was found", "unread-page")
    return PageText(tuple(text for text in found if text), tuple(notes))


def _text(fields: Fields, name: str) -> str:
    """Return a text that is either HTML or a list of the same text in several formats, HTML where there is such."""
    value = fields.find(name, object)
    if isinstance(value, str):
        return plain(value)
    if _in_formats(value):
        return _in_one_format(value)
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


def _facts(value: Any) -> Iterator[str]:
    """Yield the dates and states that stand in fields, as in “Closing date: 1 May 2026”."""
    for name, given in value.items() if isinstance(value, dict) else ():
        what = clean_line(str(name)).replace("_", " ").capitalize()
        if name.endswith("_date") and isinstance(given, str) and (day := _day(given)):
            yield f"{what}: {in_words(day)}."
        elif name.endswith(("_state", "_status")) and given:
            words = [given] if isinstance(given, str) else given if isinstance(given, list) else []
            if said := ", ".join(clean_line(w).replace("_", " ") for w in words if isinstance(w, str)):
                yield f"{what}: {said}."


def _day(said: str) -> date | None:
    """Return the day of a moment in London, or of a date alone; None where it is neither."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return london_day(moment) if moment.utcoffset() is not None else moment.date()


def _walked(value: Any, name: str, details: Fields, depth: int) -> Iterator[str]:
    """Yield every text in what is left of the details, in the order of the page; `name` is the field it stands in."""
    if depth > _DEEPEST:
        details.refuse(f"blocks within blocks, more than {_DEEPEST} deep", "unread-page")
    if _in_formats(value):
        yield from filter(None, (_in_one_format(value),))
    elif isinstance(value, list):
        for item in value:
            yield from _walked(item, name, details, depth + 1)
    elif isinstance(value, dict):
        for one in sorted(value, key=lambda one: _FIRST.index(one) if one in _FIRST else len(_FIRST)):
            if not _no_text(one):
                yield from _walked(value[one], one, details, depth + 1)
    elif isinstance(value, str) and not _MOMENT.match(value):
        said = plain(value) if "<" in value or "&" in value else clean(value).strip()
        if said and (name in _FIRST or " " in said or said[-1] in ".!?"):  # else a setting of the page
            yield said


def _no_text(name: str) -> bool:
    return name in _NO_TEXT or name.endswith(_NO_TEXT_ENDINGS) or name.startswith("ga4_")


def _in_formats(value: object) -> bool:
    """Return whether a value is one text in several formats."""
    return isinstance(value, list) and bool(value) and all(isinstance(f, dict) and "content_type" in f for f in value)


def _in_one_format(value: Any) -> str:
    markup = [f for f in value if f.get("content_type") == "text/html"]
    return plain(str((markup or value)[0].get("content") or ""))

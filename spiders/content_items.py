"""How does one GOV.UK content item read as a document?

A document's key is its base path and not its content_id: a page that has gone answers with no body at all, and
redirects and gone items often carry no content_id or a new one, so the path alone tells which page it was.
HTML publications are documents of their own under their own paths: when one can't be fetched, its parent
does not seem to have lost its text.
"""

from datetime import date, datetime
from urllib.parse import quote, urljoin

from monitor.model.cleaning import clean_line, safe_link
from monitor.model.documents import Document, Passage, Presence
from monitor.model.incumbents import ROLE
from monitor.model.incumbents import passage as held_by
from monitor.model.sources import GOV_UK
from spiders.catalogue import GOV_UK_CARD as CARD
from spiders.html_text import plain
from spiders.page_texts import WITHOUT_TEXT, Note, page_text
from spiders.strict_fields import Fields

_SPOKEN = ("speech", "oral_statement", "written_statement")
SAFE = "/%:@!$&'()*+,;=~"
"""Characters of a path that stay as they are in an address."""

WITH_BODY = frozenset({"publication", "news_article", "speech", "html_publication", "detailed_guide", "consultation"})
"""Schemas whose pages have a body: one without it has not lost its text, we have."""


def content_item(payload: object, where: str, strange: set[str] | None = None) -> Document:
    """Return the document of a content item; SourceChanged where its shape is new."""
    item = Fields(payload, where, "", strange)
    path, kind = item.take("base_path", str), item.take("document_type", str)
    details, links = item.inner("details"), item.inner_or_null("links")
    withdrawn = item.inner_or_none("withdrawn_notice")
    updated = item.london_day("public_updated_at")
    withdrawal = _withdrawal(withdrawn)
    title, summary = item.take_or_none("title", str), item.take_or_none("description", str)
    schema = item.find("schema_name", str) or ""
    if schema in WITH_BODY and not details.holds("body"):
        details.refuse("a page of this schema without a body")
    first, changes, files = details.london_day("first_public_at"), _changes(details), _files(details)
    elsewhere = bool(files or (links and links.find("children", list))) or kind in WITHOUT_TEXT
    page = page_text(details, schema, updated, elsewhere=elsewhere, body_needed=schema in WITH_BODY)
    notes = [*changes, *page.notes, *withdrawal, *_moves(item, path, updated)]
    document = Document(
        source=GOV_UK,
        key=path,
        url=page_url(path),
        title=clean_line(title or ""),
        kind=clean_line(kind),
        published_on=_first_day(item, first, notes, updated),
        body=_publisher(links),
        passages=(
            *_passages(kind, summary, page.texts, links),
            *files,
            *(_in_post(title, links) if kind == ROLE else ()),
        ),
        presence=_presence(kind, withdrawn=bool(withdrawal)),
        notes=tuple(sorted(notes)),
    )
    _pass_over(item)
    item.done()
    return document


def below(payload: object, where: str) -> tuple[str, ...]:
    """Return the paths of the HTML publications of a content item: its children, and attachments of type html."""
    item = Fields(payload, where)
    links, details = item.inner_or_none("links"), item.inner_or_none("details")
    files = details.each_found("attachments") if details else ()
    children = links.each_found("children") if links else ()
    paths = [c.find("base_path", str) for c in children if c.find("document_type", str) == "html_publication"]
    paths += [file.find("url", str) for file in files if file.take("attachment_type", str) == "html"]
    return tuple(dict.fromkeys(own for path in paths if path and (own := own_path(path))))


def destination(payload: object, where: str) -> str | None:
    """Return the path on GOV.UK to which a redirect leads, None where it leads nowhere or elsewhere."""
    item = Fields(payload, where)
    base = item.find("base_path", str)
    for redirect in item.each_found("redirects"):
        if redirect.find("path", str) == base:
            return own_path(redirect.find("destination", str) or "")
    return None


def updated(payload: object, where: str) -> str | None:
    """Return the moment of the last major change as an item says it, None where it says none."""
    return Fields(payload, where).find("public_updated_at", str)


def later(one: str, other: str) -> bool:
    """Return whether a moment is later than another; True where either is none: then they can't be told apart."""
    try:
        return datetime.fromisoformat(one) > datetime.fromisoformat(other)
    except (ValueError, TypeError):
        return True


def stamped_on(stamp: str | None) -> date | None:
    """Return the day of a moment as an item or the search says it, None where that is none."""
    try:
        return datetime.fromisoformat(stamp).date() if stamp else None
    except ValueError:
        return None


def own_path(address: str) -> str | None:
    """Return the path of an address on GOV.UK, without query and fragment; None where it is no page there."""
    address = clean_line(address).removeprefix(CARD.site).partition("#")[0].partition("?")[0]
    parts = address.split("/")
    proper = address.startswith("/") and len(address) < 2000 and not {"", ".", ".."} & set(parts[1:])
    return address if proper and "\\" not in address else None


def vanished(path: str, day: date) -> Document:
    """Return what is left of a page that answers 410 with no body: where it was, and that by that day it was gone."""
    return Document(GOV_UK, path, page_url(path), "", "gone", day, None, (), Presence.GONE)


def page_url(path: str) -> str:
    """Return the public address of a path on GOV.UK."""
    return CARD.site + quote(path, safe=SAFE)


def _first_day(item: Fields, public: date | None, notes: list[Note], updated: date | None) -> date:
    """Return the day in London on which the page was first published.

    An update years later must not look like a first publication, so public_updated_at counts only where
    nothing older is given, as in examples older than first_published_at itself.
    """
    first = item.london_day("first_published_at")
    older = [public, *(day for day, _ in notes)]
    given = [day for day in older if day]
    day = first or (min(given) if given else None) or updated or item.london_day("updated_at")
    if day is None:
        item.refuse("a page without any date")
    return day


def _presence(kind: str, *, withdrawn: bool) -> Presence:
    if kind in ("gone", "redirect"):
        return Presence.GONE if kind == "gone" else Presence.REDIRECTED
    return Presence.WITHDRAWN if withdrawn else Presence.LIVE


def _changes(details: Fields) -> list[Note]:
    """Return the published change notes with their days in London."""
    found = []
    for change in details.each_found("change_history"):
        day, note = change.london_day("public_timestamp"), change.take("note", str)
        if day is None:
            details.refuse("a change note without a day")
        found.append((day, clean_line(note)))
    return found


def _withdrawal(notice: Fields | None) -> list[Note]:
    """Return the note of a withdrawal; a page that is not withdrawn has an empty notice, or none."""
    if notice is None:
        return []
    why, day = notice.find("explanation", str), notice.london_day("withdrawn_at")
    if day is None:
        if why:
            notice.refuse("a withdrawal without a day")
        return []
    return [(day, clean_line(f"Withdrawn: {plain(why or '')}"))]


def _moves(item: Fields, path: str, updated: date | None) -> list[Note]:
    """Return the note of a redirect of this very path, where it has a day."""
    redirects = item.each_found("redirects")
    to = [r.find("destination", str) for r in redirects if r.take("path", str) == path]
    return [(updated, clean_line(f"Redirected to {to[0]}"))] if to and updated else []


def _publisher(links: Fields | None) -> str | None:
    """Return the title of the organisation that published the page."""
    for name in ("primary_publishing_organisation", "organisations"):
        for organisation in links.each_found(name) if links else ():
            if title := organisation.find("title", str):
                return clean_line(title)
    return None


def _passages(kind: str, summary: str | None, texts: tuple[str, ...], links: Fields | None) -> tuple[Passage, ...]:
    """Return the summary and the texts, said by whoever the page says."""
    speaker, post = _speaker(links) if kind in _SPOKEN else (None, None)
    role = "speech" if speaker and post else "text"
    lead = clean_line(summary or "")
    found = [Passage("text", lead)] if lead else []
    return (*found, *(Passage(role, text, speaker, post) for text in texts))


def _speaker(links: Fields | None) -> tuple[str | None, str | None]:
    """Return who spoke and the post they held, as the page says; None for what it does not say."""
    names = [link.find("title", str) for link in links.each_found("speaker")] if links else []
    posts = [link.find("title", str) for link in links.each_found("roles")] if links else []
    return tuple(clean_line(found[0]) if found and found[0] else None for found in (names, posts))  # type: ignore[return-value] # two in, two out


def _files(details: Fields) -> list[Passage]:
    """Return a passage for each attached file. A replaced file has a new address: that is how it is noticed."""
    found = []
    for file in details.each_found("attachments"):
        title, address = clean_line(file.take("title", str)), file.take("url", str)
        link = safe_link(urljoin(CARD.site, address))
        if title and link:
            found.append(Passage("text", title, url=link))
    return found


def _pass_over(item: Fields) -> None:
    """Take what is known and not needed; updated_at moves with every rendering and says nothing."""
    item.drop("content_id", "locale", "phase", "analytics_identifier")
    item.drop("publishing_app", "rendering_app", "publishing_request_id", "publishing_scheduled_at")
    item.drop("scheduled_publishing_delay_seconds", "updated_at", "need_ids", "email_document_supertype")
    item.drop("content_purpose_supergroup", "content_purpose_subgroup", "user_journey_document_supertype")
    item.drop("government_document_supertype", "navigation_document_supertype", "search_user_need_document_supertype")
    item.drop("content_purpose_document_supertype")


def _in_post(title: str | None, links: Fields | None) -> tuple[Passage, ...]:
    """Return a passage for each person who holds the role now; the page lists everybody who ever did."""
    found = []
    for appointment in links.each_found("role_appointments") if links else ():
        details = appointment.inner("details")
        within = appointment.inner_or_none("links")
        names = [person.find("title", str) for person in within.each_found("person")] if within else []
        if details.find("current", bool) and names and names[0]:
            found.append(held_by(clean_line(names[0]), clean_line(title or ""), details.london_day("started_on")))
    return tuple(found)

"""What does a feed reader see of the changes? RSS 2.0, Atom and JSON Feed: the same changes in, the same bytes out."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any

import feedgenerator

from monitor.model.changes import Change
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.ports import Told
from monitor.reports.shapes import as_json, change_shape
from monitor.reports.shapes.json_values import moment

LIMIT = 1000
"""Items a feed carries unless told otherwise; what a reader has seen does not come back, whatever drops off the end."""

_ABOUT = "What changed in what was promised: each change with the sentence and the link that prove it."

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""What an empty feed says of its age: feedgenerator would ask the clock, and never write the same twice."""

_NOT_XML = re.compile("[\ufffe\uffff]")  # no control characters, yet no XML 1.0 may hold them


class _Rss(feedgenerator.Rss201rev2Feed):  # type: ignore[misc]  # feedgenerator comes without types
    def latest_post_date(self) -> datetime:
        return _latest(self.items)


class _Atom(feedgenerator.Atom1Feed):  # type: ignore[misc]  # feedgenerator comes without types
    def latest_post_date(self) -> datetime:
        return _latest(self.items)


@dataclass(frozen=True, slots=True)
class _Channel:
    title: str
    link: str
    address: str | None


def rss(told: Sequence[Told], title: str, link: str, *, address: str | None = None, limit: int = LIMIT) -> str:
    """Return an RSS 2.0 feed, newest told first. Guids are the changes' ids, the same for ever.

    `link` is the site the feed belongs to, `address` where the feed itself will stand, where that is known.
    """
    channel = _Channel(title, link, address)
    feed = _Rss(**_head(channel))
    for change in _newest(told, limit):
        feed.add_item(**_item(change, channel), unique_id=change.id, unique_id_is_permalink=False)
    return str(feed.writeString("utf-8"))


def atom(told: Sequence[Told], title: str, link: str, *, address: str | None = None, limit: int = LIMIT) -> str:
    """Return an Atom feed, newest told first. Ids are URNs made of the changes' ids, the same for ever."""
    channel = _Channel(title, link, address)
    feed = _Atom(**_head(channel), author_name="bywhen", feed_guid=_urn(title, link))
    for change in _newest(told, limit):
        feed.add_item(**_item(change, channel), unique_id=_urn(change.id), updateddate=change.at.astimezone(UTC))
    return str(feed.writeString("utf-8"))


def feed_json(told: Sequence[Told], title: str, link: str, *, address: str | None = None, limit: int = LIMIT) -> str:
    """Return a JSON Feed 1.1, newest told first; each item carries the change itself under `_bywhen`."""
    channel = _Channel(title, link, address)
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _line(title),
        "home_page_url": _link(link),
        "description": _ABOUT,
        "language": "en-GB",
    }
    own = {"feed_url": _link(address)} if address else {}
    items = [_json_item(change, channel) for change in _newest(told, limit)]
    return as_json(head | own | {"items": items}) + "\n"


def _head(channel: _Channel) -> dict[str, Any]:
    return {
        "title": _line(channel.title),
        "link": _link(channel.link),
        "description": _ABOUT,
        "language": "en-gb",
        "feed_url": _link(channel.address) if channel.address else None,
    }


def _newest(told: Sequence[Told], limit: int) -> list[Change]:
    newest = sorted(told, key=lambda t: (t.told_at, t.change.at, t.change.id), reverse=True)
    return [t.change for t in newest[:limit]]


def _item(change: Change, channel: _Channel) -> dict[str, Any]:
    return {
        "title": _title(change),
        "link": _proof(change) or _link(channel.link),
        "description": _body(change),
        "pubdate": change.at.astimezone(UTC),
        "categories": _tags(change),
    }


def _json_item(change: Change, channel: _Channel) -> dict[str, Any]:
    return {
        "id": change.id,
        "url": _proof(change) or _link(channel.link),
        "title": _title(change),
        "content_html": _body(change),
        "date_published": moment(change.at),
        "tags": list(_tags(change)),
        "_bywhen": change_shape(change),
    }


def _title(change: Change) -> str:
    """Return the headline. Readers disagree whether a title is text or HTML: with no angle brackets it is the same."""
    return _line(change.headline).replace("<", "\u2039").replace(">", "\u203a")


def _body(change: Change) -> str:
    """Return what happened as HTML: from what to what, the sentence, and where it stands."""
    parts = [f"<p>{escape(_line(change.headline))}</p>"]
    if change.turns:
        parts.append(f"<p>{_side(change.before)} \u2192 {_side(change.after)}</p>")
    if change.because and change.because.quote:
        parts.append(f"<blockquote><p>{escape(_line(change.because.quote))}</p></blockquote>")
    if link := _proof(change):
        parts.append(f'<p><a href="{escape(link)}">{escape(link)}</a></p>')
    return "\n".join(parts)


def _side(side: str | None) -> str:
    return escape(_line(side)) if side else "nothing"


def _tags(change: Change) -> tuple[str, ...]:
    return tuple(_line(t) for t in (change.commitment, change.kind))


def _proof(change: Change) -> str | None:
    return safe_link(_line(change.because.url)) if change.because else None


def _link(url: str) -> str:
    return safe_link(_line(url)) or ""


def _line(text: str) -> str:
    return _NOT_XML.sub("", clean_line(text))


def _urn(*names: str) -> str:
    """Return the id Atom wants, an address of its own kind, out of ours."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join(names)).urn


def _latest(items: list[dict[str, Any]]) -> datetime:
    return max((item["pubdate"] for item in items), default=_UNDATED)

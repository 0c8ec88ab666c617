"""What does a feed reader see of the changes? RSS 2.0, Atom and JSON Feed: the same changes in, the same bytes out."""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

import feedgenerator

from monitor.model import wording
from monitor.model.changes import Change, in_order
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.ports import Told
from monitor.reports.shapes import as_json
from monitor.reports.shapes.board_shapes import told_shape
from monitor.reports.shapes.json_values import moment

LIMIT = 1000
"""Items a feed carries unless told otherwise; what a reader has seen does not come back, whatever drops off the end."""

_ABOUT = "What changed in the promises that bywhen follows: each change with the sentence and the link that prove it."

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""The date that an empty feed gives: feedgenerator would take the time of day, and the same feed would differ."""

_SECOND = timedelta(seconds=1)
_PASS = timedelta(minutes=10)
"""How far apart two things are told at most to be told by one pass."""
_NOT_XML = re.compile("[\ufffe\uffff]")  # no control characters, yet no XML 1.0 may hold them


class _Rss(feedgenerator.Rss201rev2Feed):  # type: ignore[misc]  # feedgenerator comes without types
    def latest_post_date(self) -> datetime:
        return _latest(self.items)


class _Atom(feedgenerator.Atom1Feed):  # type: ignore[misc]  # feedgenerator comes without types
    def latest_post_date(self) -> datetime:
        return _latest(self.items)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A change with the moment that a feed gives it."""

    told: Told
    dated: datetime

    @property
    def change(self) -> Change:
        return self.told.change


@dataclass(frozen=True, slots=True)
class _Channel:
    title: str
    link: str
    address: str | None


def rss(told: Sequence[Told], title: str, link: str, *, address: str | None = None, limit: int = LIMIT) -> str:
    """Return an RSS 2.0 feed, what was reported last first. Guids are the changes' ids, the same for ever.

    `link` is the site the feed belongs to, `address` where the feed itself will stand, where that is known.
    """
    channel = _Channel(title, link, address)
    feed = _Rss(**_head(channel))
    for one in _newest(told, limit):
        feed.add_item(**_item(one, channel), unique_id=one.change.id, unique_id_is_permalink=False)
    return str(feed.writeString("utf-8"))


def atom(told: Sequence[Told], title: str, link: str, *, address: str | None = None, limit: int = LIMIT) -> str:
    """Return an Atom feed, what was reported last first. Ids are URNs made of the changes' ids, the same for ever."""
    channel = _Channel(title, link, address)
    feed = _Atom(**_head(channel), author_name="bywhen", feed_guid=_urn(title, link))
    for one in _newest(told, limit):
        feed.add_item(**_item(one, channel), unique_id=_urn(one.change.id), updateddate=one.dated)
    return str(feed.writeString("utf-8"))


def feed_json(told: Sequence[Told], title: str, link: str, *, address: str | None = None, limit: int = LIMIT) -> str:
    """Return a JSON Feed 1.1, what was reported last first; each item carries the change itself under `_bywhen`."""
    channel = _Channel(title, link, address)
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _line(title),
        "home_page_url": _link(link),
        "description": _ABOUT,
        "language": "en-GB",
    }
    own = {"feed_url": _link(address)} if address else {}
    items = [_json_item(one, channel) for one in _newest(told, limit)]
    return as_json(head | own | {"items": items}) + "\n"


def _head(channel: _Channel) -> dict[str, Any]:
    return {
        "title": _line(channel.title),
        "link": _link(channel.link),
        "description": _ABOUT,
        "language": "en-gb",
        "feed_url": _link(channel.address) if channel.address else None,
    }


def _newest(told: Sequence[Told], limit: int) -> list[_Dated]:
    return list(_dated(told))[::-1][:limit]


def _dated(told: Iterable[Told]) -> Iterator[_Dated]:
    """Yield changes with a moment of each one's own about when it was told: readers sort by these.

    What one pass told comes in the order of the story, a second apart; the last has the moment at which it was told.
    """
    last = _UNDATED
    for together in _passes(sorted(told, key=_second)):
        first = max(_second(together[-1]) - (len(together) - 1) * _SECOND, last + _SECOND)
        for n, one in enumerate(sorted(together, key=lambda t: in_order(t.change))):
            last = first + n * _SECOND
            yield _Dated(one, last)


def _passes(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Yield what was told by one pass over the sources, oldest first: each source tells of its own documents."""
    together: list[Told] = []
    for one in told:
        if together and _second(one) - _second(together[0]) > _PASS:
            yield together
            together = []
        together.append(one)
    if together:
        yield together


def _second(told: Told) -> datetime:
    """Return when a change was told, in UTC, to the second: RSS has none smaller."""
    return told.told_at.astimezone(UTC).replace(microsecond=0)


def _item(one: _Dated, channel: _Channel) -> dict[str, Any]:
    change = one.change
    return {
        "title": _title(change),
        "link": _proof(change) or _link(channel.link),
        "description": _body(one),
        "pubdate": one.dated,
        "categories": _tags(change),
    }


def _json_item(one: _Dated, channel: _Channel) -> dict[str, Any]:
    change = one.change
    return {
        "id": change.id,
        "url": _proof(change) or _link(channel.link),
        "title": _title(change),
        "content_html": _body(one),
        "date_published": moment(one.dated),
        "tags": list(_tags(change)),
        "_bywhen": told_shape(one.told),
    }


def _title(change: Change) -> str:
    """Return the headline. Readers disagree whether a title is text or HTML: with no angle brackets it is the same."""
    return _line(change.headline).replace("<", "\u2039").replace(">", "\u203a")


def _body(one: _Dated) -> str:
    """Return what happened as HTML: when it did and when it was told, from what to what, the sentence and its link."""
    change = one.change
    happened, told = wording.day(wording.day_of(change.at)), wording.day(one.told.told_on)
    said = (change.headline, *change.details, f"It happened on {happened}, and was reported on {told}.")
    parts = [f"<p>{escape(_line(text))}</p>" for text in said]
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

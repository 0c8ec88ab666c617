"""Does a feed reader get every change once, unharmed, and the same each time?"""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import feedparser
import pytest

from monitor.model.changes import Change
from monitor.model.ports import Told
from monitor.reports.feeds import atom, feed_json, rss
from tests import builders as a

SITE = ("Lighthouses", "https://bywhen.example/lamps/")
XML = pytest.mark.parametrize("write", [rss, atom])
Write = Callable[..., str]

HOSTILE = (
    "<script>alert(1)</script>",
    "]]> <![CDATA[ &lt;b&gt; &#x1b; & \" '",
    "\x00\x08\x1b[2J\x9b31m \ufffe\uffff",
    "\u202egnp.exe\u2066",
    "<item><guid>forged</guid></item>",
)


def hostile(text: str) -> Change:
    because = a.because(text, f"javascript:alert('{text}')")
    return a.change(before=text, after=text, headline=text, kind=text, commitment=text, because=because, named="c9")


def news(days: int) -> list[Told]:
    made = date(2031, 4, 1)
    return [
        a.told(a.change(at=a.at(made + timedelta(days=n)), headline=f"Day {n}", because=a.because()))
        for n in range(days)
    ]


def parsed(text: str) -> Any:
    return feedparser.parse(text.encode(), sanitize_html=False)


@XML
def test_a_feed_parses_and_tells_the_newest_first(write: Write) -> None:
    feed = parsed(write(news(3), *SITE, address="https://bywhen.example/lamps/feed.xml"))
    assert not feed.bozo
    assert [e.title for e in feed.entries] == ["Day 2", "Day 1", "Day 0"]
    assert feed.feed.title == "Lighthouses"
    assert "https://bywhen.example/lamps/feed.xml" in [link["href"] for link in feed.feed.links]


def test_rss_says_who_it_is_and_that_guids_are_no_links() -> None:
    (told,) = news(1)
    channel = ET.fromstring(rss([told], *SITE))[0]  # noqa: S314 - our own words
    guid = channel.find("item/guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (told.change.id, "false")
    assert channel.findtext("link") == SITE[1]
    assert channel.findtext("item/pubDate") == "Tue, 01 Apr 2031 09:05:00 +0000"
    assert channel.findtext("lastBuildDate") == "Tue, 01 Apr 2031 09:05:00 +0000"


@XML
def test_an_item_shows_from_what_to_what_the_sentence_and_the_link(write: Write) -> None:
    (entry,) = parsed(write(news(1), *SITE)).entries
    assert "pending → overdue" in entry.summary
    assert "<blockquote><p>The lamp report was published today.</p></blockquote>" in entry.summary
    assert f'<a href="{a.LINK}">' in entry.summary
    assert entry.link == a.LINK


def test_an_item_without_proof_links_to_the_site() -> None:
    (entry,) = parsed(rss([a.told()], *SITE)).entries
    assert entry.link == SITE[1]
    assert "blockquote" not in entry.summary


@pytest.mark.parametrize("write", [rss, atom, feed_json])
def test_the_same_changes_give_the_same_bytes_in_whatever_order_they_come(write: Write) -> None:
    assert write(news(5), *SITE) == write(news(5)[::-1], *SITE)


@pytest.mark.parametrize("write", [rss, atom, feed_json])
def test_an_empty_feed_asks_no_clock_and_stays_the_same(write: Write) -> None:
    assert write([], *SITE) == write([], *SITE)
    assert str(datetime.now(tz=UTC).year) not in write([], *SITE)


@XML
def test_ids_stay_when_more_is_told(write: Write) -> None:
    before = [e.id for e in parsed(write(news(3), *SITE)).entries]
    after = [e.id for e in parsed(write(news(5), *SITE)).entries]
    assert after[2:] == before
    assert len(set(after)) == 5


def test_what_is_told_last_stands_first_though_it_happened_long_ago() -> None:
    late = a.told(a.change(at=a.at(a.SAID), headline="Long ago"), told_at=a.at(date(2032, 1, 1)))
    assert parsed(rss([late, *news(2)], *SITE)).entries[0].title == "Long ago"


def test_a_feed_drops_the_oldest_when_there_are_too_many() -> None:
    assert [e.title for e in parsed(rss(news(5), *SITE, limit=2)).entries] == ["Day 4", "Day 3"]


def test_moments_of_another_zone_are_told_in_utc() -> None:
    at = datetime(2031, 6, 16, 0, 25, tzinfo=timezone(timedelta(hours=1)))
    assert "Sun, 15 Jun 2031 23:30:00 +0000" in rss([a.told(a.change(at=at))], *SITE)


@XML
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_no_feed_and_brings_no_markup_in(write: Write, text: str) -> None:
    feed = parsed(write([a.told(hostile(text))], *SITE))
    assert not feed.bozo
    (entry,) = feed.entries
    assert entry.id != "forged"
    assert entry.link == SITE[1]
    html = ET.fromstring(f"<div>{entry.summary}</div>")  # noqa: S314 - our own words
    assert {e.tag for e in html.iter()} <= {"div", "p", "blockquote"}
    assert "<" not in entry.title
    assert not set(entry.summary + entry.title) & set("\x00\x08\x1b\x9b\u202e\u2066\ufffe\uffff")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless_in_a_json_feed(text: str) -> None:
    (item,) = json.loads(feed_json([a.told(hostile(text))], *SITE))["items"]
    assert item["url"] == SITE[1]
    assert "<script" not in item["content_html"]
    assert item["id"] == "c9"


def test_a_json_feed_carries_the_change_itself() -> None:
    feed = json.loads(feed_json(news(1), *SITE, address="https://bywhen.example/feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://bywhen.example/feed.json"
    assert feed["items"][0]["_bywhen"]["to"] == "overdue"
    assert feed["items"][0]["date_published"] == "2031-04-01T09:05:00Z"


def test_an_atom_feed_has_urns_for_ids() -> None:
    (entry,) = parsed(atom(news(1), *SITE)).entries
    assert entry.id.startswith("urn:uuid:")
    assert entry.updated == "2031-04-01T09:05:00+00:00"

"""Are both days kept and shown, when it happened and when it was told, and is is what is old parted from it?"""

import json
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise

import feedparser
import pytest

from monitor.model.changes import in_order
from monitor.model.ports import Told
from monitor.reports.feeds import atom, feed_json, rss
from monitor.reports.formats import alarmed, report
from monitor.reports.pages import commitment_page, index_page
from monitor.reports.shapes import as_json, changes_shape
from monitor.reports.shapes.commitment_shape import dossier_shape
from tests import builders as b
from tests.builders import Newsroom
from tui.tables import changes_text

SITE = ("Lamps", "https://bywhen.example/")
TODAY, SINCE = date(2031, 7, 1), date(2031, 6, 24)
NEWLY = "Of earlier days, and newly found"


def told(name: str, happened: date, told_on: date, hour: int = 9, minute: int = 0) -> Told:
    return b.told(b.change(named=name, at=b.at(happened, 0), headline=f"News {name}"), b.at(told_on, hour, minute))


LATE, OLD, LONG_TOLD = (
    told("late", date(2031, 6, 2), TODAY),
    told("old", date(2031, 2, 2), TODAY),
    told("before", date(2031, 2, 2), date(2031, 3, 1)),
)


@pytest.mark.parametrize(
    ("one", "since", "newly"),
    [
        (told("new", SINCE, TODAY), True, False),
        (LATE, True, False),
        (OLD, True, True),
        (LONG_TOLD, False, False),
        (told("edge", TODAY - timedelta(days=31), TODAY), True, False),
        (told("over", TODAY - timedelta(days=32), TODAY), True, True),
    ],
)
def test_what_was_told_since_a_day_counts_however_old_it_is(one: Told, since: bool, newly: bool) -> None:
    assert (one.since(SINCE), one.newly_found(SINCE)) == (since, newly)


def test_the_day_of_telling_is_londons() -> None:
    assert told("night", TODAY, date(2031, 6, 23), 23, 30).told_on == SINCE


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_never_says_that_nothing_changed_where_something_old_was_told(form: str) -> None:
    text = report(b.board(as_of=TODAY), [OLD], (b.health(reach=TODAY),), form, since=SINCE)
    assert "Nothing changed" not in text
    assert "What changed" not in text
    assert text.index(NEWLY) < text.index("News old")
    assert "2 February 2031, reported on 1 July 2031" in " ".join(text.split())
    assert alarmed(b.board(as_of=TODAY), [OLD], ("changed",))


def test_both_sections_stand_where_there_is_both_and_neither_where_there_is_none() -> None:
    both = report(b.board(as_of=TODAY), [OLD, LATE], (b.health(reach=TODAY),), since=SINCE)
    assert both.index("What changed since") < both.index("News late") < both.index(NEWLY) < both.index("News old")
    none = report(b.board(as_of=TODAY), [], (b.health(reach=TODAY),), since=SINCE)
    assert "Nothing changed since 24 June 2031." in none
    assert NEWLY not in none


def test_the_json_of_a_report_and_of_changes_has_both_moments() -> None:
    data = json.loads(report(b.board(as_of=TODAY), [OLD, LATE], (), "json", since=SINCE))
    assert [c["id"] for c in data["changes"]] == ["late"]
    assert [(c["id"], c["at"], c["told_at"]) for c in data["newly_found"]] == [
        ("old", "2031-02-02T00:00:00Z", "2031-07-01T09:00:00Z")
    ]
    assert json.loads(as_json(changes_shape([OLD])))[0]["told_at"] == "2031-07-01T09:00:00Z"
    assert dossier_shape(b.dossier(changes=(OLD.change,)))["changes"][0]["told_at"]


def test_the_listing_of_changes_parts_them_too() -> None:
    text = changes_text([OLD, LATE], SINCE)
    assert text.index("News late") < text.index(NEWLY) < text.index("News old")
    assert "lamp-report, reported on 1 July 2031: pending → overdue" in text
    assert NEWLY not in changes_text([OLD, LATE])


def test_the_site_shows_what_was_told_last_first_with_both_days() -> None:
    page = index_page(b.board(as_of=TODAY), [LONG_TOLD, OLD, told("mid", date(2031, 4, 1), date(2031, 4, 2))], ())
    assert page.index("News old") < page.index("News mid") < page.index("News before")
    assert "2 February 2031, reported on 1 July 2031" in page
    assert "reported on" in commitment_page(b.dossier(changes=(OLD.change,)), TODAY)


# ------------------------------------------------------------------ moments of feeds


def moments(text: str) -> dict[str, datetime]:
    return {e.title: parsedate_to_datetime(e.published) for e in feedparser.parse(text.encode()).entries}


def test_a_feed_is_dated_by_the_telling_and_its_text_says_when_it_happened() -> None:
    (entry,) = feedparser.parse(rss([OLD], *SITE).encode()).entries
    assert parsedate_to_datetime(entry.published) == b.at(TODAY)
    assert "It happened on 2 February 2031, and was reported on 1 July 2031." in entry.summary
    (entry,) = feedparser.parse(atom([OLD], *SITE).encode()).entries
    assert (entry.updated[:19], entry.published[:19]) == ("2031-07-01T09:00:00",) * 2
    (item,) = json.loads(feed_json([OLD], *SITE))["items"]
    assert (item["date_published"], item["_bywhen"]["at"]) == ("2031-07-01T09:00:00Z", "2031-02-02T00:00:00Z")


def test_what_a_pass_told_rises_in_the_order_of_the_story_up_to_the_moment_of_telling() -> None:
    room = Newsroom()
    room.read(b.answer("Work on the lamp report has begun.", date(2031, 2, 3)), on=date(2031, 2, 4))
    out = b.answer("The lamp report was published today. It has forty pages.", date(2031, 6, 16), "q2")
    room.read(out, b.answer("Work on the lamp report has ended.", date(2031, 2, 3)), on=TODAY)
    every = [Told(t.change, t.told_at + timedelta(seconds=n)) for n, t in enumerate(room.ledger.changes("lamps"))]
    dated = moments(rss(every, *SITE))
    story = sorted((t for t in every if t.told_at.date() == TODAY), key=lambda t: in_order(t.change))
    rising = [dated[t.change.headline] for t in story]
    assert len(rising) == 3
    assert {after - before for before, after in pairwise(rising)} == {timedelta(seconds=1)}
    assert rising[-1] == max(t.told_at for t in story)


@pytest.mark.parametrize("apart", [11, 60, 1440])
def test_what_a_later_pass_tells_comes_after_however_old_it_is(apart: int) -> None:
    first = [told(f"a{n:02}", date(2031, 6, 1), TODAY) for n in range(40)]
    second = [Told(told("b", date(2031, 1, 5), TODAY).change, b.at(TODAY) + timedelta(minutes=apart))]
    before, after = moments(rss(first, *SITE)), moments(rss(first + second, *SITE))
    assert {title: after[title] for title in before} == before
    assert after["News b"] > max(before.values())


def test_no_two_items_share_a_moment_though_many_are_told_at_once() -> None:
    first = [told(f"a{n:03}", date(2031, 6, 1), TODAY) for n in range(300)]
    second = [told(f"b{n:03}", date(2031, 5, 1), TODAY, 9, 11) for n in range(900)]
    dated = moments(rss(first + second, *SITE, limit=1200))
    assert len(set(dated.values())) == 1200
    assert max(dated[f"News a{n:03}"] for n in range(300)) < min(dated[f"News b{n:03}"] for n in range(900))

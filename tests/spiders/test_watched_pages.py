"""What does a pass over GOV.UK ask for when pages are watched, and what does it overlook?"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.model.documents import Presence
from monitor.model.ports import Watchlist
from monitor.model.sources import GOV_UK, Harvest
from monitor.pipeline.coverage.revisit_queue import EACH, merged
from spiders.attachments import attached
from spiders.catalogue import CARDS
from spiders.content_items import vanished
from spiders.crawl import CrawlBounds, CrawledSource
from spiders.pdf import UnreadablePdfError, text
from spiders.replica.happenings import ChildPage, Edition, Ending, Page
from spiders.replica.imagined_year import Timeline
from spiders.replica.pdfs import pdf
from spiders.replica.server import Replica
from tests.spiders.serving import FORK_SERVER

FIRST = date(2025, 6, 16)
OLD = date(2024, 3, 4)
CONTENT = "/api/content"


def page(path: str, *later: Edition, by: str = "home-office", on: date = OLD, title: str = "A plan") -> Page:
    first = Edition(on, "First published.", None, "We will build a harbour.")
    return Page(path, "policy_paper", title, "What we plan.", (by,), (first, *later), (), (), (), None, False)


@dataclass
class Watching:
    """Makes passes over a replica, one a day, and hands each what was noted in the one before."""

    replica: Replica
    today: date = FIRST
    watch: Watchlist = field(default_factory=Watchlist)

    async def read(self, days: int = 0, reach: int = 3) -> Harvest:
        """Wait some days, make a pass over the last few, and return what it brought."""
        self.today += timedelta(days=days)
        self.replica.record.seen.clear()
        at = datetime(self.today.year, self.today.month, self.today.day, 12, tzinfo=UTC)
        reached = CrawlBounds(address=self.replica.addresses[GOV_UK], delay=0.0)
        source = CrawledSource(CARDS[GOV_UK], lambda: at, reached, FORK_SERVER)
        found = await source.harvest(self.today - timedelta(days=reach), self.today, self.watch, lambda _: None)
        kept = merged(self.watch.visits, found.visits, {*self.watch.pages, *self.watch.keys})
        self.watch = replace(self.watch, visits=tuple(kept))
        return found

    def asked(self) -> list[str]:
        """Return which pages were asked for in the last pass, in order."""
        return [p.removeprefix(CONTENT) for p in self.replica.record.paths("gov-uk") if p.startswith(CONTENT)]

    def searched(self) -> int:
        """Return how many searches listed pages; those with a count of 0 ask whether an organisation is known."""
        asked = (one for one in self.replica.record.seen if one.path == "/api/search.json")
        return sum(("count", "0") not in one.query for one in asked)


@asynccontextmanager
async def watching(*pages: Page, watch: Watchlist | None = None) -> AsyncIterator[Watching]:
    on: list[Watching] = []
    async with Replica(Timeline(pages=pages), lambda: on[0].today if on else FIRST) as replica:
        on.append(Watching(replica, watch=watch or Watchlist(pages=tuple(p.path for p in pages))))
        yield on[0]


async def test_every_watched_page_is_read_at_first_and_then_a_few_in_turn_however_many_there_are() -> None:
    pages = tuple(page(f"/plans/{n}") for n in range(2 * EACH))
    async with watching(*pages) as watched:
        first = await watched.read()
        assert len(first.documents) == len(pages)
        turns = []
        for _ in range(2):
            again = await watched.read()
            turns.append(set(watched.asked()))
            assert (again.documents, again.problems, watched.searched()) == ((), (), 2)
    assert [len(turn) for turn in turns] == [EACH, EACH]
    assert set().union(*turns) == {p.path for p in pages}


async def test_a_page_that_is_as_it_was_is_told_so_and_not_read_again() -> None:
    async with watching(page("/plan")) as watched:
        await watched.read()
        again = await watched.read()
        sent = [dict(one.headers) for one in watched.replica.record.seen if one.path == f"{CONTENT}/plan"]
    assert [s["If-None-Match"].startswith('W/"') for s in sent] == [True]
    assert (again.documents, [v.key for v in again.visits]) == ((), ["/plan"])


async def test_a_watched_page_that_another_department_updates_is_read_out_of_turn() -> None:
    others = tuple(page(f"/plans/{n}") for n in range(EACH + 5))
    update = Edition(FIRST + timedelta(days=1), "Dates added.", None, "By the end of June.")
    async with watching(*others, page("/strategy", update, by="cabinet-office")) as watched:
        await watched.read()
        await watched.read()
        assert "/strategy" not in watched.asked()
        found = await watched.read(days=1)
        assert [d.key for d in found.documents if d.notes[-1][1] == "Dates added."] == ["/strategy"]
        await watched.read()
        assert watched.asked().count("/strategy") <= 1


async def test_an_edit_without_a_note_is_found_when_the_page_has_its_turn() -> None:
    silent = Edition(FIRST + timedelta(days=1), None, None, "We may build a harbour.")
    async with watching(page("/plan", silent)) as watched:
        await watched.read()
        found = await watched.read(days=1)
    assert [d.passages[-1].text for d in found.documents] == ["We may build a harbour."]


async def test_what_a_department_published_is_read_once_and_not_again_the_next_day() -> None:
    news = page("/news", on=FIRST)
    async with watching(news, watch=Watchlist()) as watched:
        assert [d.key for d in (await watched.read()).documents] == ["/news"]
        again = await watched.read(days=1)
    assert (watched.asked(), again.documents, again.listed, again.offered) == ([], (), 1, 1)


async def test_pages_that_speak_of_a_term_are_found_among_all_that_was_published_with_one_search_for_all_terms() -> (
    None
):
    pages = (
        page("/one", by="cabinet-office", on=FIRST, title="Harbour lights"),
        page("/two", by="cabinet-office", on=FIRST, title="Tax rates"),
        page("/three", by="cabinet-office", on=FIRST, title="Buoys of every sort"),
    )
    terms = ("harbour lights", "buoys", *(f"nothing of sort {n}" for n in range(20)))
    async with watching(*pages, watch=Watchlist(terms=terms)) as watched:
        found = await watched.read()
    assert {d.key for d in found.documents} == {"/one", "/three"}
    assert watched.searched() == 2


async def test_over_many_days_each_term_is_searched_for_where_that_is_fewer_requests() -> None:
    pages = (page("/one", by="cabinet-office", on=FIRST - timedelta(days=300), title="Harbour lights"),)
    async with watching(*pages, watch=Watchlist(terms=("harbour lights",))) as watched:
        found = await watched.read(reach=360)
    assert ([d.key for d in found.documents], watched.searched()) == (["/one"], 2)


async def test_a_page_that_is_not_there_stays_a_warning_until_it_is_and_is_then_read_at_once() -> None:
    late = page("/wanted", by="cabinet-office", on=FIRST + timedelta(days=1))
    others = tuple(page(f"/plans/{n}") for n in range(EACH + 1))
    async with watching(*others, late) as watched:
        for _ in range(3):
            found = await watched.read()
            assert [p.kind for p in found.problems] == ["missing-page"]
        found = await watched.read(days=1)
    assert (found.problems, "/wanted" in {d.key for d in found.documents}) == ((), True)


async def test_withdrawn_redirected_gone_and_gone_without_a_word_are_four_things() -> None:
    def ended(path: str, kind: str, explanation: str = "", to: str = "") -> Page:
        return replace(page(path), ending=Ending(kind, FIRST + timedelta(days=1), explanation, to))

    pages = (
        ended("/kept", "withdrawn", "Out of date."),
        ended("/moved", "redirect", to="/new"),
        ended("/told", "gone", "It was published in error."),
        ended("/silent", "gone"),
        page("/new", on=FIRST - timedelta(days=60)),
    )
    async with watching(*pages, watch=Watchlist(pages=tuple(p.path for p in pages[:4]))) as watched:
        assert {d.presence for d in (await watched.read()).documents} == {Presence.LIVE}
        found = await watched.read(days=1)
    assert {d.key: d.presence for d in found.documents} == {
        "/kept": Presence.WITHDRAWN,
        "/moved": Presence.REDIRECTED,
        "/told": Presence.GONE,
        "/silent": Presence.GONE,
        "/new": Presence.LIVE,
    }


async def test_an_html_publication_is_read_with_its_parent_and_has_its_own_turn_later() -> None:
    edit = Edition(FIRST + timedelta(days=1), None, None, "We will build two harbours.")
    below = ChildPage("/plan/full-text", "A plan", (Edition(OLD, "First published.", None, "One harbour."), edit))
    async with watching(replace(page("/plan"), children=(below,))) as watched:
        assert {d.key for d in (await watched.read()).documents} == {"/plan", "/plan/full-text"}
        found = await watched.read(days=1)
    assert [d.passages[-1].text for d in found.documents if d.key == below.path] == ["We will build two harbours."]


async def test_a_pdf_is_read_once_as_a_document_of_its_own_unless_it_stands_there_as_html_too() -> None:
    plan = replace(page("/plan", title="The harbour plan"), files=("plan.pdf",))
    below = ChildPage("/both/full-text", "The lamp plan", (Edition(OLD, "First published.", None, "Lamps."),))
    both = replace(page("/both", title="The lamp plan"), files=("lamps.pdf",), children=(below,))
    async with watching(plan, both) as watched:
        first = await watched.read()
        again = await watched.read(days=1)
        assert not any(path.startswith("/media/") for path in watched.replica.record.paths("gov-uk"))
    (file,) = [d for d in first.documents if d.kind == "attachment"]
    assert file.url.startswith("https://assets.publishing.service.gov.uk/media/")
    assert "belongs to\nThe harbour plan" in file.passages[0].text
    assert (file.published_on, file.body, first.problems, again.problems) == (OLD, "Home Office", (), ())


def test_a_file_that_is_no_pdf_or_says_nothing_is_said_to_be_unread() -> None:
    for body, why in ((b"<html>", "no PDF"), (b"%PDF-1.4\nbroken", "Error"), (pdf().encode(), "no text")):
        with pytest.raises(UnreadablePdfError, match=why):
            text(body)


def test_a_file_may_only_lie_on_the_assets_host() -> None:
    def item(url: str) -> dict[str, object]:
        kind = {"attachment_type": "file", "content_type": "application/pdf", "title": "A"}
        return {"details": {"attachments": [kind | {"url": url}]}}

    parent = vanished("/plan", OLD)
    for url in (
        "https://10.0.0.1/media/a/b.pdf",
        "http://assets.publishing.service.gov.uk/media/a/b.pdf",
        "/media/a/b.pdf",
    ):
        assert attached(item(url), "x", parent) == ()
    assert attached(item("https://assets.publishing.service.gov.uk/media/a/../b.pdf"), "x", parent) == ()
    (found,) = attached(item("https://assets.publishing.service.gov.uk/media/a/b.pdf"), "x", parent)
    assert found.path == "/media/a/b.pdf"

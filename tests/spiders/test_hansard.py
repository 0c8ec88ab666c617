"""Is Hansard read by the fewest requests, and does each speech say who spoke, for whom, and where to find it?"""

from datetime import date, timedelta
from typing import Any

import pytest
from scrapy import Request

from monitor.model.documents import Document, Passage, from_spool, to_spool
from monitor.model.ports import Watchlist
from monitor.model.sources import Harvest
from monitor.pipeline.coverage.harvest_check import WARNINGS
from spiders import hansard_routes
from spiders.attributions import Speaker, attributed, completed
from spiders.contributions import hits
from spiders.debates import debate
from spiders.hansard import HansardSpider
from spiders.hansard_columns import Columns, cited, columns
from spiders.jobs import Job
from spiders.paging import PagedList
from spiders.replica.imagined_year import load
from spiders.replica.server import Replica
from spiders.strict_fields import Fields, SourceChanged
from tests.spiders.serving import payload, source

YEAR = load()
TERMS = ("grooming gangs", "child sexual exploitation", "child sexual abuse", "Beaconport")
WH, LORDS, WRONG = "3A7D61E2-4C19-4F0B-B0E8-6D2A5C9F0326", "7F1B84D5-6E2A-4B3C-9D70-1C5E8A4F0619", "25031221000001"


async def harvested(since: date, until: date, watch: Watchlist) -> tuple[Harvest, list[str]]:
    async with Replica(YEAR, lambda: date(2026, 2, 1)) as replica:
        found = await source("hansard", replica.addresses["hansard"]).harvest(since, until, watch, lambda _: None)
        return found, [path for path in replica.record.paths("hansard") if path != "/robots.txt"]


async def test_a_few_days_are_read_through_calendar_sections_and_trees_and_days_off_cost_nothing() -> None:
    found, asked = await harvested(date(2025, 6, 12), date(2025, 6, 22), Watchlist(terms=TERMS))
    assert not found.problems
    assert {LORDS, "51C5DFD1-9C32-4A85-AB4F-4EF38EE7CA1A"} <= {d.key for d in found.documents}
    assert asked.count("/overview/calendar.json") == 2
    assert asked.count("/overview/sectionsforday.json") == 6, "five days of the Commons and one of the Lords"


async def test_a_long_past_goes_by_search_and_finds_what_was_said_in_every_part_of_the_record() -> None:
    found, asked = await harvested(date(2025, 3, 1), date(2025, 6, 30), Watchlist(terms=TERMS))
    assert not found.problems
    assert {WH, LORDS, WRONG} <= {d.key for d in found.documents}
    assert not [path for path in asked if path.startswith("/overview/")]
    assert len(asked) - len(found.documents) < hansard_routes.by_days(date(2025, 3, 1), date(2025, 6, 30)) / 10


def test_search_is_chosen_for_a_long_past_where_it_is_fewer_requests() -> None:
    assert not hansard_routes.searched(date(2025, 3, 1), date(2025, 3, 31), tuple(f"term {n}" for n in range(100)))
    assert not hansard_routes.searched(date(2025, 3, 1), date(2025, 3, 31), ())
    assert not hansard_routes.searched(date(2025, 3, 1), date(2025, 3, 15), TERMS)
    assert hansard_routes.searched(date(2025, 3, 1), date(2025, 3, 31), TERMS)


def test_of_terms_that_hold_each_other_the_shortest_is_searched_for() -> None:
    assert hansard_routes.fewest(("Lamp post repairs", "lamp post", "Lamp Post", "lighthouse", "")) == (
        "lamp post",
        "lighthouse",
    )
    assert hansard_routes.fewest(("post", "posted")) == ("post", "posted")


@pytest.mark.parametrize(
    ("key", "passage", "citation", "columns_"),
    [
        ("0065FA0A-716B-455D-BFFF-A61A4046FC69", 0, "HC Deb 16 January 2025 vol 760 c560", ["561", "562"]),
        ("0065FA0A-716B-455D-BFFF-A61A4046FC69", 1, "HC Deb 16 January 2025 vol 760 c562", []),
        (WH, 2, "HC Deb 26 March 2025 vol 764 c151WH", ["152WH"]),
        (LORDS, 1, "HL Deb 19 June 2025 vol 850 c2081", ["2082"]),
        (WRONG, 0, "HC Deb 12 March 2025 vol 763 c5WC", []),
    ],
)
async def test_every_passage_has_its_citation(key: str, passage: int, citation: str, columns_: list[str]) -> None:
    (read,) = await one(key)
    said = read.passages[passage]
    assert said.citation == citation
    assert [column for _, column in said.columns] == columns_
    assert (said.url or "").startswith("https://hansard.parliament.uk/")
    assert "#contribution-" in (said.url or "")
    assert "[[" not in said.text
    assert from_spool(to_spool(read)) == read


async def one(key: str) -> tuple[Document, ...]:
    day = date(2026, 1, 30)
    found, _ = await harvested(day, day, Watchlist(keys=(key,)))
    assert not found.problems
    return found.documents


async def test_speakers_keep_party_place_post_and_number_at_every_turn() -> None:
    (lords,) = await one(LORDS)
    assert [(p.speaker, p.party, p.member_id) for p in lords.passages] == [
        ("Lord Tavener", "CB", 99010), ("Lord Ravensden", "Lab", 99011), ("Lord Tavener", "CB", 99010),
    ]  # fmt: skip
    (wh,) = await one(WH)
    assert (wh.passages[0].constituency, wh.passages[0].party) == ("Stonebeck West", "Lab")
    assert (wh.passages[2].post or "").startswith("The Parliamentary Under-Secretary")


async def test_a_written_correction_names_what_it_corrects() -> None:
    (read,) = await one(WRONG)
    (corrected,) = await one("11AB7C02-3B5E-4B0E-9E3B-5A1F6E2C0210")
    assert read.kind == "correction"
    assert [f"#contribution-{key}" in (corrected.passages[1].url or "") for key in read.corrects] == [True]


@pytest.mark.parametrize(
    ("said", "house", "voice"),
    [
        ("Sam Shore (Dover) (Tide)", "Commons", Speaker("Sam Shore", None, "Dover", "Tide")),
        ("Lord Pier (Tide)", "Lords", Speaker("Lord Pier", None, None, "Tide")),
        ("The Minister of State, Ports (Lord Pier of Hull) (T)", "Lords",
         Speaker("Lord Pier of Hull", "The Minister of State, Ports", None, "T")),
        ("The Prime Minister", "Commons", Speaker(post="The Prime Minister")),
    ],
)  # fmt: skip
def test_an_attribution_says_party_and_place(said: str, house: str, voice: Speaker) -> None:
    assert attributed(said, house) == voice


def test_a_turn_takes_what_it_lacks_from_its_own_member_only() -> None:
    whole, bare, other = Speaker("Ada Quay", "Minister", "Hull", "T"), Speaker("Ada Quay"), Speaker("Sam Shore")
    assert completed([(8, bare), (8, whole), (None, bare), (7, other)]) == (whole, whole, whole, other)


def test_a_debate_that_begins_in_mid_column_begins_in_the_one_before_the_first_mark() -> None:
    mark = '<span id="41" class="column-number" data-column-number="41"></span>'
    refers = '<span class="cross-reference" data-column-number="902">column 902</span>'
    assert list(columns(["One.", f"A sent{mark}ence, {refers}.", "Two."])) == [
        Columns("40", ()), Columns("40", ((6, "41"),)), Columns("41", ()),
    ]  # fmt: skip
    assert list(columns(["No mark at all."])) == [Columns(None, ())]
    assert cited("Commons", date(2031, 6, 2), None, None) == "HC Deb 2 June 2031"


def test_a_sentence_is_cited_by_the_column_it_begins_in() -> None:
    said = Passage(
        "speech", "One. Two. Three.", citation="HC Deb 2 June 2031 vol 9 c40", columns=((5, "41"), (10, "42"))
    )
    assert [(said.cited(q) or "")[-3:] for q in ("One.", "Two.", "Three.", "not there")] == ["c40", "c41", "c42", "c40"]
    assert Passage("speech", "One.").cited("One.") is None


def test_what_is_filled_in_about_a_speaker_is_no_edit_of_the_words() -> None:
    row: Any = to_spool(debate(payload("hansard/AAAAAAAA-0000-4000-8000-000000000004.json"), "x"))
    whole = from_spool(row)
    for passage in row["passages"]:
        for name in ("party", "constituency", "member_id", "citation", "columns"):
            passage.pop(name, None)
    assert from_spool(row) != whole
    assert from_spool(row).fingerprint == whole.fingerprint
    row["passages"][0]["text"] += " More."
    assert from_spool(row).fingerprint != whole.fingerprint


def test_a_hit_counts_where_a_term_stands_whole_and_a_hit_of_another_day_is_refused() -> None:
    def found(text: str, day: str) -> dict[str, date]:
        row = {"DebateSectionExtId": "A", "ItemId": 1, "SittingDate": f"{day}T00:00:00", "ContributionTextFull": text}
        answer = {"Results": [row], "TotalResultCount": 1, "SpokenResultCount": 1}
        june = date(2031, 6, 1)
        page = hits(Fields(answer, "x"), "Spoken", june, june + timedelta(days=29), ("lamp post",))
        return dict(page.debates)

    assert found("The <em>lamp</em> post is lit.", "2031-06-02") == {"A": date(2031, 6, 2)}
    assert found("A post with a lamp.", "2031-06-02") == {}
    with pytest.raises(SourceChanged, match="not asked for"):
        found("A lamp post.", "2031-07-02")


async def test_where_the_pages_of_a_search_are_too_many_the_days_are_read_after_all() -> None:
    job = Job("hansard", "https://lamps.example", date(2031, 3, 1), date(2031, 3, 31), 0.0, terms=("lamp post",))
    spider = HansardSpider(job)
    first = await anext(aiter(spider.start()))
    assert "/search/contributions/Spoken.json" in first.url
    page: dict[str, Any] = {"Results": [], "TotalResultCount": 90_000, "SpokenResultCount": 90_000}
    asked = spider.found(page, "x", "Spoken", "lamp post", PagedList(size=hansard_routes.TAKE))
    then = [r.url for r in asked if isinstance(r, Request)]
    assert [url.partition("?")[0].rpartition("/")[2] for url in then] == ["calendar.json"] * 2
    (left,) = spider.problems
    assert (left.kind, "901 pages" in left.seen) == ("left-out", True)
    assert left.kind in WARNINGS


@pytest.mark.parametrize("days", [0, 3])
async def test_many_terms_over_few_days_are_no_wide_terms(days: int) -> None:
    terms, until = tuple(f"lamp number {n}" for n in range(200)), date(2031, 3, 9)
    spider = HansardSpider(Job("hansard", "https://lamps.example", until - timedelta(days), until, 0.0, terms=terms))
    asked = [request async for request in spider.start() if "/search/" in request.url]
    assert len(asked) == len(terms)
    page: dict[str, Any] = {"Results": [], "TotalResultCount": 0, "SpokenResultCount": 0}
    for term in terms:
        list(spider.found(page, "x", "Spoken", term, PagedList(size=hansard_routes.TAKE)))
    assert not spider.problems


@pytest.mark.parametrize(
    ("since", "until", "term", "key"),
    [
        (date(2025, 11, 14), date(2025, 11, 19), "Child Sexual Abuse", "A0CF8ECF-7BD8-4DEC-8ADB-DF8CEDA01117"),
        (date(2025, 11, 17), date(2025, 11, 17), "Child Protection Authority", "A0CF8ECF-7BD8-4DEC-8ADB-DF8CEDA01117"),
        (date(2025, 10, 20), date(2025, 10, 24), "liaison group", None),
    ],
)
async def test_by_day_a_debate_in_which_a_term_is_only_spoken_is_read_as_by_search(
    since: date, until: date, term: str, key: str | None
) -> None:
    daily, _ = await harvested(since, until, Watchlist(terms=(term,)))
    by_search, _ = await harvested(since - timedelta(days=60), until, Watchlist(terms=(term,)))
    assert not daily.problems
    found = {d.key for d in by_search.documents if since <= d.published_on <= until}
    assert found
    assert found <= {d.key for d in daily.documents}
    assert key is None or key in found


async def test_every_debate_that_the_search_of_a_year_finds_the_days_find_too() -> None:
    terms = ("ethnicity", "Beaconport", "mandatory reporting")
    for first in (date(2025, 1, 6), date(2025, 6, 16), date(2025, 12, 8)):
        daily, _ = await harvested(first, first + timedelta(days=4), Watchlist(terms=terms))
        whole, _ = await harvested(first - timedelta(days=40), first + timedelta(days=4), Watchlist(terms=terms))
        assert {d.key for d in whole.documents if d.published_on >= first} <= {d.key for d in daily.documents}

"""Do Bills and what committees publish read into documents that say what happened, on which day, and no more?"""

import copy
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from scrapy import Request

from monitor.judging.english.speakers import answers
from monitor.model.documents import Document, from_spool, to_spool
from monitor.model.ports import Watchlist
from spiders.bill_stages import Bill, Stage, bill, documents, kind_of, names, stage
from spiders.bills import BillsSpider
from spiders.catalogue import CARDS
from spiders.committee_publications import Publication, publication
from spiders.committees import CommitteesSpider
from spiders.jobs import Job
from spiders.strict_fields import Fields, SourceChanged
from tests.spiders.serving import SHARED, SINCE, UNTIL, Reply, as_json, bills, committees, harvest, payload, serving
from tests.spiders.walking import walked

WHERE = "https://x.example/one"
RECORDED = SHARED / "samples"
beside = pytest.mark.skipif(
    not RECORDED.exists(), reason="no recorded payloads (../shared/samples) beside the checkout"
)


def _job(name: str, terms: tuple[str, ...] = (), titles: tuple[str, ...] = ()) -> Job:
    return Job(name, CARDS[name].address, SINCE, UNTIL, 0.0, terms=terms, titles=titles)


def _bill(number: int = 0, **altered: object) -> Bill:
    listed: Any = payload("bills/list.json")
    return bill(Fields(listed["items"][number] | altered, WHERE))


def _stages(number: int, until: date = date(2025, 6, 30)) -> tuple[Document, ...]:
    listed: Any = payload(f"bills/{number}-stages.json")
    found = tuple(stage(Fields(item, WHERE), until) for item in listed["items"])
    return documents(_bill(number - 801), found)


def _publication(number: int, **altered: object) -> Publication:
    listed: Any = payload("committees/list.json")
    every = [payload("committees/31.json"), *listed["items"]]
    value = next(copy.deepcopy(one) for one in every if isinstance(one, dict) and one["id"] == number)
    strange: set[str] = set()
    read = publication(Fields(value | altered, WHERE, "", strange))
    assert not strange
    return read


def test_each_stage_that_has_happened_is_a_document_of_its_own_kind() -> None:
    found = {d.key: (d.kind, str(d.published_on), d.title) for d in _stages(801)}
    assert found == {
        "801/8011": ("bill-first-reading", "2025-02-03", "Harbour Lights Bill: 1st reading (Commons)"),
        "801/8012": ("bill-second-reading", "2025-03-04", "Harbour Lights Bill: 2nd reading (Commons)"),
        "801/8013": ("bill-committee-stage", "2025-04-01", "Harbour Lights Bill: Committee stage (Commons)"),
        "801/8014": ("bill-first-reading-lords", "2025-05-06", "Harbour Lights Bill: 1st reading (Lords)"),
        "801/8015": ("bill-royal-assent", "2025-06-12", "Harbour Lights Bill: Royal Assent"),
    }


def test_royal_assent_is_told_in_a_plain_sentence_with_its_day_and_the_act() -> None:
    assent = _stages(801)[-1]
    said = "The Harbour Lights Bill received Royal Assent on 12 June 2025. It is now the Harbour Lights Act 2025."
    assert [(p.role, p.text) for p in assent.passages] == [("text", said)]
    assert assent.url == "https://bills.parliament.uk/bills/801/stages/8015"


def test_a_stage_of_several_days_is_dated_by_the_first_and_notes_the_others() -> None:
    committee = _stages(801)[2]
    assert committee.passages[0].text == (
        "The Harbour Lights Bill had its committee stage in the House of Commons on 1 April 2025 and 3 April 2025."
    )
    assert [day for day, _ in committee.notes] == [date(2025, 4, 3)]


def test_a_sitting_still_to_come_has_not_happened() -> None:
    found = _stages(802, date(2025, 6, 20))
    assert [d.kind for d in found] == ["bill-first-reading", "bill-second-reading", "bill-defeated"]
    assert "20 June 2025." in found[1].passages[0].text
    assert found[2].passages[0].text.endswith("was defeated; its last sitting was on 20 June 2025.")


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (1, "bill-first-reading", "The Inner Harbour Lighting Bill had"),
        (2, "members-bill-first-reading", "The Inner Harbour Lighting Bill, a private Member's Bill, had"),
        (5, "members-bill-first-reading", "The Inner Harbour Lighting Bill, a private Member's Bill, had"),
        (7, "members-bill-first-reading", "The Inner Harbour Lighting Bill, a private Member's Bill, had"),
        (8, "members-bill-first-reading", "The Inner Harbour Lighting Bill, a private Member's Bill, had"),
        (6, "private-bill-first-reading", "The Inner Harbour Lighting Bill, a private Bill, had"),
        (4, "unclassified-bill-first-reading", "of which it is not known whether it is the Government's, had"),
        (77, "unclassified-bill-first-reading", "of which it is not known whether it is the Government's, had"),
    ],
)
def test_whose_bill_it_is_is_told_by_its_type(number: int, kind: str, said: str) -> None:
    one = _bill(2, billTypeId=number)
    (read,) = documents(one, (Stage(1, "1st reading", one.began_in, (date(2025, 6, 5),)),))
    assert read.kind == kind
    assert said in read.passages[0].text


def test_a_renamed_bill_is_told_with_its_former_title_and_found_by_either() -> None:
    one = _bill(2, formerShortTitle="Quay Lighting Bill")
    (read,) = documents(one, (Stage(1, "1st reading", one.began_in, (date(2025, 6, 5),)),))
    assert read.title.startswith("Inner Harbour Lighting Bill (formerly Quay Lighting Bill): 1st reading")
    assert "first called the Quay Lighting Bill, had" in read.passages[0].text
    assert [names(one, (term,)) for term in ("Quay Lighting Bill", "Inner Harbour Lighting Bill", "Pier Bill")] == [
        True, True, False,
    ]  # fmt: skip


def test_an_act_was_not_renamed() -> None:
    assert _bill(0, formerShortTitle="Harbour Lights Bill").former is None


async def test_a_bill_that_no_search_finds_by_the_title_promised_is_found_among_the_governments() -> None:
    whole: Any = payload("bills/list.json")
    renamed = whole["items"][0] | {"shortTitle": "Port Lights Bill", "isAct": False, "formerShortTitle": "Quay Bill"}

    def answer(path: str, query: Mapping[str, str]) -> Reply:
        if path == "/api/v1/Bills":
            found = [renamed] if query.get("BillType") == "1" else []
            return as_json({"items": found, "totalResults": len(found), "itemsPerPage": 100})
        return bills(path, query)

    walk = await walked("bills", answer, titles=("Quay Bill",))
    assert walk.documents["801/8011"].title == "Port Lights Bill (formerly Quay Bill): 1st reading (Commons)"
    assert not walk.problems


def test_a_withdrawn_bill_says_so_on_the_day_it_was_withdrawn() -> None:
    ended = documents(_bill(2, billWithdrawn="2025-06-05T00:00:00"), ())
    assert [(d.key, d.kind, d.published_on) for d in ended] == [("803/withdrawn", "bill-withdrawn", date(2025, 6, 5))]
    assert ended[0].passages[0].text == "The Inner Harbour Lighting Bill was withdrawn on 5 June 2025."


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("Harbour Lights Bill", (True, True, False)),
        ("harbour lights act 2025", (True, True, False)),
        ("Harbour Lights (Repeal)", (False, True, False)),
        ("Bill", (False, False, False)),
    ],
)
def test_a_bill_is_known_by_its_title_before_and_after_it_is_an_act(term: str, found: tuple[bool, ...]) -> None:
    assert tuple(names(_bill(n), (term,)) for n in range(3)) == found


@pytest.mark.parametrize(
    ("altered", "seen"),
    [({"isAct": "yes"}, "isAct is text"), ({"shortTitle": None}, "shortTitle is null"), ({"billId": "1"}, "billId")],
)
def test_a_bill_of_another_shape_is_refused(altered: dict[str, object], seen: str) -> None:
    with pytest.raises(SourceChanged, match=seen):
        _bill(0, **altered)


def test_a_report_keeps_the_deadline_of_the_response_and_then_the_response() -> None:
    report = _publication(31).document
    assert (report.kind, report.published_on, report.body) == (
        "committee-report", date(2025, 4, 10), "Harbours Committee",
    )  # fmt: skip
    text = report.passages[0].text
    assert "The government's response is due by 10 June 2025, from the Department of Tides." in text
    assert "Response of 18 June 2025: Second Special Report - Lights out: Government Response." in text
    assert report.notes == ((date(2025, 6, 18), "response: Second Special Report - Lights out: Government Response"),)
    assert report.url == "https://committees.parliament.uk/publications/31/documents/310/default/"


def test_a_response_is_a_document_of_its_own_that_names_what_it_answers() -> None:
    response = _publication(32)
    assert (response.document.kind, response.answers) == ("government-response", "31")
    assert response.document.passages[0].text.endswith("In response to publication 31.")


def test_a_letter_stays_a_letter_even_when_it_answers_something() -> None:
    assert _publication(33, responseToPublicationId=31).document.kind == "committee-correspondence"


def test_a_committee_never_speaks_for_the_government() -> None:
    for number in (31, 32, 33):
        read = _publication(number).document
        assert not any(answers(passage, read) for passage in read.passages)


def test_a_publication_that_calls_for_no_response_says_so_and_one_elsewhere_is_linked_there() -> None:
    excepted: dict[str, object] = {"publication": [], "responseDeadline": None, "responseExcepted": True}
    read = _publication(35, governmentResponses=excepted).document
    assert "No response by the government is called for." in read.passages[0].text
    assert "(HL 12)" in read.passages[0].text
    assert read.url == "https://publications.example.org/buoys"


@pytest.mark.parametrize(
    ("number", "terms", "keys", "taken"),
    [
        (33, ("harbour lights",), (), True),
        (35, ("harbour lights",), (), True),  # only its inquiry speaks of them
        (34, ("harbour lights",), (), False),
        (32, ("harbour lights",), (), False),
        (32, (), ("31",), True),
    ],
)
def test_what_concerns_us_is_found_by_title_inquiry_or_what_it_answers(
    number: int, terms: tuple[str, ...], keys: tuple[str, ...], taken: bool
) -> None:
    assert _publication(number).concerns(terms, keys) is taken


@pytest.mark.parametrize(
    ("altered", "seen"),
    [
        ({"publicationStartDate": None}, "publicationStartDate is null"),
        ({"governmentResponses": []}, "governmentResponses is a list"),
        ({"type": {"id": 1, "name": "Report"}}, "governmentCanRespond is missing"),
    ],
)
def test_a_publication_of_another_shape_is_refused(altered: dict[str, object], seen: str) -> None:
    with pytest.raises(SourceChanged, match=seen):
        _publication(31, **altered)


async def test_a_pass_over_bills_reads_every_stage_of_the_bills_that_are_named() -> None:
    async with serving(bills) as served:
        found = await harvest("bills", served.address, Watchlist(titles=("Harbour Lights Bill",), terms=("fish",)))
    assert not found.problems
    assert {d.key.partition("/")[0] for d in found.documents} == {"801", "802"}
    assert (len(found.documents), found.offered) == (8, 8)
    assert served.paths()[:2] == ["/robots.txt", "/api/v1/Bills"]
    assert sorted(served.paths()[2:]) == ["/api/v1/Bills/801/Stages", "/api/v1/Bills/802/Stages"]
    assert dict(served.asked[1][1])["SearchTerm"] == "harbour lights"
    assert all(from_spool(to_spool(d)) == d for d in found.documents)


async def test_a_register_that_names_no_bill_makes_no_request() -> None:
    spider = BillsSpider(_job("bills", terms=("harbour lights",)))
    assert [request async for request in spider.start()] == []


def test_a_search_for_bills_that_was_not_heeded_is_refused() -> None:
    whole: Any = payload("bills/list.json")
    spider = BillsSpider(_job("bills", titles=("Harbour Lights Bill",)))
    with pytest.raises(SourceChanged, match="the search was not heeded"):
        list(spider.page(whole | {"totalResults": 3660}, WHERE, "harbour lights", 0))


def test_stages_that_are_fewer_than_announced_are_refused() -> None:
    whole: Any = payload("bills/801-stages.json")
    spider = BillsSpider(_job("bills"))
    [again] = spider.stages(whole | {"totalResults": 9}, WHERE, _bill(), ())
    assert isinstance(again, Request)
    assert "Skip=5" in again.url
    with pytest.raises(SourceChanged, match="said 9 items and gave 5"):
        list(spider.stages({"items": [], "totalResults": 9, "itemsPerPage": 9}, WHERE, _bill(), ()))


async def test_a_pass_over_committees_takes_what_concerns_us_and_what_is_relied_on() -> None:
    async with serving(committees) as served:
        found = await harvest("committees", served.address, Watchlist(terms=("harbour lights",), keys=("31",)))
    assert not found.problems
    assert {d.key: d.kind for d in found.documents} == {
        "31": "committee-report",
        "32": "government-response",
        "33": "committee-correspondence",
        "35": "committee-report",
    }
    assert found.offered == 4
    listed = next(query for path, query in served.asked if path == "/api/Publications")
    assert [value for name, value in listed if name == "PublicationTypeIds"] == ["1", "2", "3"]
    assert all(from_spool(to_spool(d)) == d for d in found.documents)


def test_a_list_of_publications_is_read_to_its_end_however_short_its_pages() -> None:
    whole: Any = payload("committees/list.json")
    spider, found = CommitteesSpider(_job("committees", terms=("fish",))), []
    for skip in range(4):
        found += list(spider.page(whole | {"items": whole["items"][skip : skip + 1]}, WHERE, (1,), skip))
    asked = [one.url.partition("Skip=")[2].partition("&")[0] for one in found if isinstance(one, Request)]
    assert asked == ["1", "2", "3"]
    assert [one.key for one in found if isinstance(one, Document)] == ["34"]
    assert (spider.offered, spider.problems) == (4, [])


def test_a_list_of_publications_that_is_not_whole_is_a_problem() -> None:
    whole: Any = payload("committees/list.json")
    spider = CommitteesSpider(_job("committees"))
    assert list(spider.page(whole | {"items": [], "totalResults": 9}, WHERE, (1,), 0)) == []
    assert [(p.kind, p.seen) for p in spider.problems] == [("short-list", "the source said 9 items and gave 0")]


def test_publications_of_other_days_than_were_asked_for_are_refused() -> None:
    listed: Any = payload("committees/list.json")
    old = [item | {"publicationStartDate": "2019-01-01T00:00:00"} for item in listed["items"]]
    with pytest.raises(SourceChanged, match="4 of 4 publications are from other days"):
        list(CommitteesSpider(_job("committees")).page(listed | {"items": old}, WHERE, (1,), 0))


def test_types_none_of_which_the_government_answers_are_refused() -> None:
    listed: Any = payload("committees/types.json")
    with pytest.raises(SourceChanged, match="no type of publication"):
        list(CommitteesSpider(_job("committees")).types(listed[-1:], WHERE))


@beside
def test_every_recorded_bill_and_stage_reads() -> None:
    folder = RECORDED / "bills"
    strange: set[str] = set()
    single = json.loads((folder / "bill-2818.json").read_text(encoding="utf-8"))
    single.pop("comment")  # the collector's own note
    listed = json.loads((folder / "bills.json").read_text(encoding="utf-8"))["items"]
    for value in (single, *listed):
        read = bill(Fields(value, WHERE, "", strange))
        assert (read.number, read.title, read.act, read.began_in) == (
            2818, "Abolition of Business Rates Bill", None, "Commons",
        )  # fmt: skip
    items = json.loads((folder / "bill-2818_stages.json").read_text(encoding="utf-8"))["items"]
    stages = tuple(stage(Fields(item, WHERE, "", strange), date(2026, 1, 1)) for item in items)
    assert [kind_of(read, s) for s in stages] == ["members-bill-first-reading", "members-bill-second-reading"]
    assert [(d.key, str(d.published_on)) for d in documents(read, stages)] == [("2818/12654", "2021-01-12")]
    assert not strange


@beside
def test_every_recorded_publication_of_a_committee_reads() -> None:
    text = (RECORDED / "committees" / "publications-list-education-5.json").read_text(encoding="utf-8")
    items, strange = json.loads(text)["items"], set[str]()
    assert len(items) == 5
    for item in items:
        read = publication(Fields(item, WHERE, "", strange)).document
        assert (read.key, read.title) == (str(item["id"]), item["description"].strip())
        assert (str(read.published_on), read.body) == (item["publicationStartDate"][:10], "Education Committee")
        assert str(item["documents"][0]["documentId"]) in read.url
    assert not strange

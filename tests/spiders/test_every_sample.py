"""Is every recorded payload read by its reader? One that nobody reads, and one that is read otherwise, is a failure."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.model.documents import Document, Presence
from spiders import contributions
from spiders.content_items import content_item
from spiders.debates import debate, debate_url
from spiders.question_fields import question
from spiders.strict_fields import Fields
from tests.spiders.serving import SHARED
from tests.spiders.timelines import whole

RECORDED = SHARED / "samples"
FOLDERS = ("gov-uk", "hansard", "written-questions")
WHERE = "https://x.example/one"
pytestmark = pytest.mark.skipif(
    not RECORDED.exists(), reason="no recorded payloads (../shared/samples) beside the checkout"
)

Read = Callable[[Any], Iterator[Document]]


def page(found: Any) -> Iterator[Document]:
    yield content_item(found, WHERE)


def questions(found: Any) -> Iterator[Document]:
    """Every item of the questions service in a file, whole; the members service, which numbers the Houses, aside."""
    if isinstance(found, list):
        for inner in found:
            yield from questions(inner)
    elif isinstance(found, dict):
        value = found.get("value")
        if isinstance(value, dict) and isinstance(value.get("house"), str) and "questionText" in value:
            yield question(whole(found), WHERE)
        else:
            for inner in found.values():
                yield from questions(inner)


def full_texts(found: Any) -> Iterator[Document]:
    """Questions of a list with the texts that were read by themselves put in their places."""
    for both in found:
        value, texts = both["list_item"]["value"], both["longform"]
        answer = texts["answer_text"] if value["dateAnswered"] else None
        whole_one = value | {"questionText": texts["question_text"], "answerText": answer}
        yield question({"value": whole_one, "links": []}, WHERE)


def overviews(found: Any) -> Iterator[Document]:
    """Debates of which only the heads were recorded, each with one speech of ours."""
    speech: dict[str, object] = {"ItemType": "Contribution", "ItemId": 1, "MemberId": None, "AttributedTo": "Ada Quay"}
    speech |= {"Value": "It is lit.", "OrderInSection": 1, "Timecode": None, "ExternalId": "A", "HRSTag": "hs_Para"}
    speech |= {"HansardSection": None, "UIN": None, "IsReiteration": False}
    for overview in found:
        whole_one = {"Overview": overview, "Navigator": [], "Items": [speech], "ChildDebates": []}
        yield debate(whole_one, WHERE)


def spoken(found: Any) -> Iterator[Document]:
    """Speeches as the search gives them, put into a debate: their text is that of a debate's items."""
    for row in found if isinstance(found, list) else found["results"]:
        kept = ("AttributedTo", "MemberId", "HRSTag", "ItemId", "Timecode", "HansardSection")
        item = {name: row[name] for name in kept} | {"ItemType": "Contribution", "UIN": None, "IsReiteration": False}
        item |= {"Value": row["ContributionTextFull"], "ExternalId": row["ContributionExtId"], "OrderInSection": 1}
        head = {"ExtId": row["DebateSectionExtId"], "Title": row["DebateSection"], "Date": row["SittingDate"]}
        head |= {"House": row["House"], "HRSTag": None, "Location": row["Section"], "VolumeNo": None}
        yield debate({"Overview": head, "Navigator": [], "Items": [item], "ChildDebates": []}, WHERE)


READERS: tuple[tuple[str, Read], ...] = (
    ("gov-uk/*", page),
    ("written-questions/full-text-vs-list-*", full_texts),
    ("written-questions/*", questions),
    ("hansard/debate-overviews-*", overviews),
    ("hansard/search-contributions-*", spoken),
)
"""For each sample the first that fits."""
ASIDE = {
    "http-headers-manifest-subset": "no document: test_hansard_offers_nothing_to_ask_by",
    "members-contributionsummary-page1": "the members service, which no spider asks: test_debates_go_by_their_names",
    "parlisearchredirect-pairs-306": "addresses: test_recorded",
}

PINS = {
    "gov-uk/consultation-open": (1, "2016-11-04", "2016-11-04"),
    "gov-uk/consultation-outcome": (1, "2016-04-20", "2016-04-20"),
    "gov-uk/detailed_guide-withdrawn": (1, "2012-09-12", "2012-09-12"),
    "gov-uk/document_collection-with_history": (1, "2013-10-11", "2013-10-11"),
    "gov-uk/document_collection": (1, "2016-02-29", "2016-02-29"),
    "gov-uk/gone-with-alternative-path": (1, "2016-09-26", "2016-09-26"),
    "gov-uk/gone": (1, "2016-09-26", "2016-09-26"),
    "gov-uk/html_publication-command-paper": (1, "2017-11-29", "2017-11-29"),
    "gov-uk/html_publication-updated": (1, "2016-02-02", "2016-02-02"),
    "gov-uk/html_publication": (1, "2016-01-17", "2016-01-17"),
    "gov-uk/ministers_index": (1, "2016-11-14", "2016-11-14"),
    "gov-uk/news_article-government-response": (1, "2014-05-08", "2014-05-08"),
    "gov-uk/news_article-history-mode": (1, "2016-02-29", "2016-02-29"),
    "gov-uk/news_article-press-release": (1, "2013-01-28", "2013-01-28"),
    "gov-uk/news_article-withdrawn": (1, "2016-12-25", "2016-12-25"),
    "gov-uk/organisation": (1, "2016-07-14", "2016-07-14"),
    "gov-uk/publication-independent-report": (1, "2014-01-15", "2014-01-15"),
    "gov-uk/publication-policy-paper": (1, "2013-05-23", "2013-05-23"),
    "gov-uk/publication-transparency-data": (1, "2015-03-13", "2015-03-13"),
    "gov-uk/publication-with-featured-attachments": (1, "2014-05-29", "2014-05-29"),
    "gov-uk/publication-withdrawn": (1, "2011-09-29", "2011-09-29"),
    "gov-uk/redirect": (1, "2017-10-20", "2017-10-20"),
    "gov-uk/role-prime_minister": (1, "2011-10-11", "2011-10-11"),
    "gov-uk/speech-oral-statement": (1, "2014-04-30", "2014-04-30"),
    "gov-uk/speech-with-updates": (1, "2012-05-22", "2012-05-22"),
    "gov-uk/speech-withdrawn": (1, "2014-04-30", "2014-04-30"),
    "gov-uk/speech-written-statement": (1, "2014-04-01", "2014-04-01"),
    "hansard/debate-overviews-202": (202, "2024-07-17", "2026-07-16"),
    "hansard/search-contributions-spoken-results-8": (8, "2024-07-17", "2024-07-25"),
    "hansard/search-contributions-spoken-with-markup": (12, "2024-07-25", "2025-09-10"),
    "written-questions/detail-by-date-uin-and-members-index": (14, "2024-10-22", "2026-07-09"),
    "written-questions/detail-by-id-1679416": (1, "2024-01-10", "2024-01-10"),
    "written-questions/full-text-vs-list-home-office-cse": (9, "2024-09-09", "2026-05-13"),
    "written-questions/list-envelope-first3": (3, "2024-02-14", "2024-03-12"),
    "written-questions/list-items-home-office-cse": (12, "2025-01-08", "2026-07-07"),
    "written-questions/timeline-corrected-1753711": (3, "2025-01-08", "2025-01-15"),
    "written-questions/timeline-corrected-answertext-1725947": (2, "2024-09-09", "2024-09-09"),
    "written-questions/timeline-holding-to-final-1740104": (3, "2024-11-06", "2024-11-14"),
    "written-questions/timeline-question-text-edited-1739414": (4, "2024-11-04", "2024-11-08"),
    "written-questions/timeline-silent-edit-1752558": (4, "2025-01-03", "2025-01-09"),
    "written-questions/timeline-transferred-away-1739740": (3, "2024-11-05", "2024-11-11"),
    "written-questions/timeline-transferred-to-home-office-1739427": (4, "2024-11-04", "2024-11-11"),
    "written-questions/timeline-unanswered-to-answered-1752804": (3, "2025-01-06", "2025-01-14"),
    "written-questions/timeline-unanswered-to-answered-grooming-inquiry-1752317": (2, "2025-01-03", "2025-01-08"),
}
"""For each sample how many documents it holds, and the days of the first and the last."""


def samples() -> dict[str, Path]:
    """Return every sample of the folders by name, those aside left out."""
    found = sorted(path for folder in FOLDERS for path in (RECORDED / folder).iterdir())
    return {f"{path.parent.name}/{path.stem}": path for path in found if path.stem not in ASIDE}


def opened(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", samples() if RECORDED.exists() else [])
def test_every_sample_is_read_into_the_documents_it_holds(name: str) -> None:
    path = samples()[name]
    readers = [reader for pattern, reader in READERS if path.relative_to(RECORDED).match(pattern)]
    assert readers, f"no reader for {name}: a sample that nobody reads tells nothing"
    documents = tuple(readers[0](opened(path)))
    days = sorted(str(document.published_on) for document in documents)
    assert (len(documents), days[0], days[-1]) == PINS[name]
    assert all(document.passages or document.presence is not Presence.LIVE for document in documents)


def test_no_sample_that_is_pinned_has_gone() -> None:
    assert set(samples()) == set(PINS)
    assert {path.stem for folder in FOLDERS for path in (RECORDED / folder).iterdir()} >= set(ASIDE)


def test_hansard_offers_nothing_to_ask_by_whether_a_debate_is_the_same() -> None:
    met = opened(RECORDED / "hansard/http-headers-manifest-subset.json")
    debates = [one for one in met if one["url"].startswith("https://hansard-api.parliament.uk/")]
    assert debates
    assert {(one["etag"], one["last_modified"]) for one in debates} == {(None, None)}


def test_debates_go_by_the_same_names_and_addresses_in_the_members_service() -> None:
    for item in opened(RECORDED / "hansard/members-contributionsummary-page1.json")["items"]:
        value, (link,) = item["value"], item["links"]
        key = value["debateWebsiteId"]
        assert link["href"].endswith(f"/{key}.json")
        url = debate_url(
            value["house"], date.fromisoformat(value["sittingDate"][:10]), key, value["debateTitle"].strip()
        )
        assert f"/debates/{key}/" in url


def test_the_search_finds_the_debates_whose_speeches_hold_a_term() -> None:
    rows = opened(RECORDED / "hansard/search-contributions-spoken-with-markup.json")
    answer = {"Results": rows, "TotalResultCount": len(rows), "SpokenResultCount": len(rows)}
    strange: set[str] = set()
    found = contributions.hits(
        Fields(answer, WHERE, "", strange), "Spoken", date(2024, 1, 1), date(2027, 1, 1), ("the",)
    )
    assert (found.total, len(found.rows), strange) == (len(rows), len(rows), set())
    assert set(found.debates) == {row["DebateSectionExtId"] for row in rows}

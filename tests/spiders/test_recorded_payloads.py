"""Do real recorded payloads read into documents whose text and dates are theirs? (They lie beside the checkout.)"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.model.documents import from_spool, to_spool
from spiders.content_items import content_item
from spiders.debates import debate, debate_url, slug
from spiders.question_fields import question, to_be_fetched
from tests.spiders.serving import SHARED

RECORDED = SHARED / "samples"
pytestmark = pytest.mark.skipif(
    not RECORDED.exists(), reason="no recorded payloads (../shared/samples) beside the checkout"
)


def _load(name: str) -> Any:
    return json.loads((RECORDED / name).read_text(encoding="utf-8"))


def _files(folder: str) -> list[Path]:
    return sorted((RECORDED / folder).glob("*.json"))


def _items(found: Any) -> Iterator[Any]:
    """Yield the items of the questions service in a recorded file; the members service numbers Houses instead."""
    if isinstance(found, dict):
        value = found.get("value")
        if isinstance(value, dict) and isinstance(value.get("house"), str) and "questionText" in value:
            yield found
        for inner in found.values():
            yield from _items(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from _items(inner)


def _words(markup: str) -> str:
    """Return the words of markup with nothing between them, to compare texts whose white space differs."""
    return re.sub(r"&\w+;|\W", "", re.sub(r"<[^>]*>", "", markup))


@pytest.mark.parametrize("path", _files("gov-uk"), ids=lambda p: p.stem)
def test_every_recorded_page_reads_into_its_own_document(path: Path) -> None:
    page, strange = json.loads(path.read_text(encoding="utf-8")), set[str]()
    read = content_item(page, "x", strange)
    assert not strange
    assert (read.key, read.kind, read.title) == (
        page["base_path"],
        page["document_type"],
        (page["title"] or "").strip(),
    )
    first = page.get("first_published_at")
    if first:
        assert str(read.published_on) == first[:10]
    assert len(read.notes) >= len(page["details"].get("change_history") or ())
    body = page["details"].get("body")
    if isinstance(body, str):
        assert _words("".join(p.text for p in read.passages)).find(_words(body)[:40]) >= 0
        assert len(_words("".join(p.text for p in read.passages))) > 0.9 * len(_words(body))
    assert from_spool(to_spool(read)).fingerprint == read.fingerprint


def test_every_recorded_question_read_by_itself_has_its_text_and_dates() -> None:
    records = [r["detail_payload"] for r in _load("written-questions/detail-by-date-uin-and-members-index.json")]
    records.append(_load("written-questions/detail-by-id-1679416.json"))
    for item in records:
        strange: set[str] = set()
        read, value = question(item, "x", strange), item["value"]
        assert not strange
        assert str(read.published_on) == (value["dateAnswered"] or value["dateTabled"])[:10]
        assert (read.title, read.body) == (value["heading"] or "", value["answeringBodyName"])
        assert read.holding is bool(value["answerIsHolding"])
        assert [_words(p.text) for p in read.passages[:1]] == [_words(value["questionText"])]
        if value["answerText"] and "safelinks" not in value["answerText"]:
            assert _words(read.passages[1].text) == _words(value["answerText"])
        assert len([p for p in read.passages if p.url]) == len(value["attachments"])


def test_every_recorded_list_row_that_was_cut_would_be_fetched_whole() -> None:
    rows = [
        item for path in _files("written-questions") for item in _items(json.loads(path.read_text(encoding="utf-8")))
    ]
    assert len(rows) > 50
    for item in rows:
        value = item["value"]
        cut = len(value["questionText"]) >= 255 or (value["answerText"] or "").endswith("...")
        assert to_be_fetched(item, "x")[1] or not cut


@pytest.mark.parametrize("pair", _load("hansard/parlisearchredirect-pairs-306.json") if RECORDED.exists() else [])
def test_every_recorded_debate_address_is_spelt_as_the_resolver_spells_it(pair: dict[str, str]) -> None:
    assert slug(" ".join(pair["debate_title"].split())) == pair["return_value"].split("/")[5].partition("#")[0]


def test_every_recorded_debate_overview_and_speech_reads() -> None:
    speeches = _load("hansard/search-contributions-spoken-with-markup.json")
    items = [
        {k: s[k] for k in ("AttributedTo", "MemberId", "HRSTag", "ItemId", "Timecode", "HansardSection")}
        | {"ItemType": "Contribution", "Value": s["ContributionTextFull"], "ExternalId": s["ContributionExtId"]}
        | {"OrderInSection": 1, "UIN": None, "IsReiteration": False}
        for s in speeches
    ]
    for overview in _load("hansard/debate-overviews-202.json"):
        strange: set[str] = set()
        read = debate({"Overview": overview, "Navigator": [], "Items": items, "ChildDebates": []}, "x", strange)
        assert not strange
        assert (read.key, str(read.published_on)) == (overview["ExtId"].upper(), overview["Date"][:10])
        assert read.url == debate_url(overview["House"], read.published_on, read.key, read.title)
        assert [_words(p.text) for p in read.passages] == [_words(s["ContributionTextFull"]) for s in speeches]
        assert {p.speaker for p in read.passages} == {s["MemberName"] for s in speeches}

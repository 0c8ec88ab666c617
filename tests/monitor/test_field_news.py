"""Do the inputs of the field that are about news give the right values, handed in file by file as a user does?"""

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import pytest

from monitor.deadlines import resolve_words
from monitor.model.changes import Change, in_order
from monitor.model.documents import Document, read_spool
from monitor.pipeline.coverage.file_harvests import harvests
from monitor.pipeline.service import Service
from monitor.registers import load
from monitor.reports.feeds import rss
from tests.fakes import MemoryLedger

FIELD = Path(__file__).resolve().parents[2].parent / "shared" / "field"
pytestmark = pytest.mark.skipif(
    not FIELD.is_dir(), reason="no inputs of the field (../shared/field) beside the checkout"
)
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def handed_in(folder: str, *files: str) -> Service:
    """Return a service that was handed files of a folder one after the other, half a minute apart."""
    kind = FIELD / folder
    moment = [NOW]
    register = load((kind / "register.yaml").read_text(encoding="utf-8"), "register.yaml")
    service = Service((register,), MemoryLedger(), (), lambda: moment[0], holder="test")
    for file in files:
        lines = (kind / file).read_text(encoding="utf-8").splitlines()
        documents = [d for _, d in read_spool(lines) if isinstance(d, Document)]
        assert documents
        service.ingest(harvests(documents, moment[0]))
        moment[0] += timedelta(seconds=30)
    return service


def told(service: Service) -> list[Change]:
    return [t.change for t in service.changes()]


REFUTED = "08-overdue-that-its-own-proof-refutes"


def test_an_overdue_that_its_own_proof_refutes_is_taken_back_after_the_delivery() -> None:
    changes = told(handed_in(REFUTED, "first.jsonl", "second.jsonl"))
    assert [(c.kind, c.after) for c in changes] == [
        ("made", "pending"),
        ("status", "overdue"),
        ("status", "delivered"),
        ("correction", "delivered"),
    ]
    assert "6 April 2026" in changes[-1].headline
    assert "in time" in changes[2].headline


def test_where_both_are_known_at_once_there_is_no_overdue_at_all() -> None:
    changes = told(handed_in(REFUTED, "both.jsonl"))
    assert [(c.kind, c.after) for c in changes] == [("made", "pending"), ("status", "delivered")]


def test_words_of_a_debate_that_were_seen_later_were_said_on_its_day() -> None:
    service = handed_in("11-words-seen-later", "early.jsonl", "full-next-week.jsonl")
    (piece,) = [w.evidence for w in service.evidence() if w.evidence.when == "next week"]
    window = resolve_words(piece.when or "", piece.document.since)
    assert (piece.document.since, window.latest) == (date(2026, 3, 6), date(2026, 3, 15))
    assert "delays" not in [c.kind for c in told(service)]


def test_words_that_moved_to_another_id_of_the_sitting_are_not_told_as_edited_away() -> None:
    service = handed_in("12-debate-split", "before.jsonl", "after.jsonl")
    assert not [c.headline for c in told(service) if "gone" in c.headline or "without a note" in c.headline]


@pytest.mark.parametrize("then", ["merged.jsonl", "footnote.jsonl"])
def test_an_edit_with_nothing_to_show_is_not_told(then: str) -> None:
    folder = "13-edited-with-nothing-to-show"
    once = told(handed_in(folder, "first.jsonl"))
    assert [c.id for c in told(handed_in(folder, "first.jsonl", then))] == [c.id for c in once]


def test_the_moments_of_a_feed_rise_in_the_order_of_the_story() -> None:
    service = handed_in("20-feed-same-moment", "k1.jsonl", "k2.jsonl", "k3.jsonl")
    every = service.changes()
    feed = feedparser.parse(rss(every, "Harbours", "https://bywhen.example/").encode())
    dated = {entry.id: parsedate_to_datetime(entry.published) for entry in feed.entries}
    for day in {t.told_on for t in every}:
        story = sorted((t for t in every if t.told_on == day), key=lambda t: in_order(t.change))
        moments = [dated[t.change.id] for t in story]
        assert moments == sorted(set(moments))

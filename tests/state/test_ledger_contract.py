"""What every ledger promises about documents and what was found in them: in memory, SQLite, PostgreSQL."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.model.documents import Presence
from monitor.model.evidence import Relation
from monitor.model.ports import Ledger
from monitor.model.sources import Span
from tests.state.makers import (
    DAY,
    DUE,
    NOON,
    change,
    entry,
    found,
    full_document,
    version,
    words_of,
)

HOUR = timedelta(hours=1)


def test_a_document_comes_back_with_every_field_it_went_in_with(ledger: Ledger) -> None:
    kept = version().__class__(full_document(), 1, NOON, DAY)
    assert ledger.record(entry(kept))
    assert ledger.latest([("written-questions", "full")]) == {("written-questions", "full"): kept}
    assert ledger.versions("written-questions", "full") == (kept,)


def test_what_was_never_held_is_not_found(ledger: Ledger) -> None:
    ledger.record(entry(version("1")))
    assert ledger.latest([("written-questions", "2"), ("hansard", "1")]) == {}
    assert ledger.latest([]) == {}
    assert ledger.versions("hansard", "1") == ()


def test_the_same_key_of_two_sources_is_two_documents(ledger: Ledger) -> None:
    ledger.record(entry(version("1", "Asked."), version("1", "Said.", source="hansard")))
    assert words_of(ledger.versions("hansard", "1")) == ["Said."]
    assert ledger.counts() == {"hansard": 1, "written-questions": 1}


def test_the_keys_of_some_days_are_those_of_what_came_out_then(ledger: Ledger) -> None:
    days = [DAY + timedelta(days=n) for n in range(4)]
    ledger.record(entry(*(version(key, since=day) for key, day in zip("abcd", days, strict=True))))
    ledger.record(entry(version("a", "Said again.", 2, days[2]), version("b", source="hansard", since=days[1])))
    assert ledger.keys("written-questions", days[1], days[2]) == {"b", "c"}
    assert ledger.keys("written-questions", days[3] + timedelta(days=1), days[3] + timedelta(days=9)) == frozenset()


def test_a_second_reading_is_kept_behind_the_first(ledger: Ledger) -> None:
    ledger.record(entry(version(words="By Easter.")))
    assert ledger.record(entry(version(words="By summer.", number=2)))
    assert words_of(ledger.versions("written-questions", "1")) == ["By Easter.", "By summer."]
    assert ledger.latest([("written-questions", "1")])["written-questions", "1"].number == 2
    assert ledger.counts() == {"written-questions": 1}


def test_a_version_is_replaced_from_the_day_the_next_one_could_be_read(ledger: Ledger) -> None:
    readings = [
        version("moved", "By Easter."),
        version("moved", "By summer.", 2, DAY + timedelta(days=2)),
        version("moved", "By autumn.", 3, DAY + timedelta(days=5)),
        version("once"),
    ]
    ledger.record(entry(*readings))
    assert ledger.replaced() == {
        ("written-questions", "moved", 1): DAY + timedelta(days=2),
        ("written-questions", "moved", 2): DAY + timedelta(days=5),
    }


@pytest.mark.parametrize(
    ("presence", "replaces"),
    [(Presence.LIVE, True), (Presence.WITHDRAWN, True), (Presence.GONE, False), (Presence.REDIRECTED, False)],
)
def test_a_page_that_went_away_replaces_nothing_that_it_said(
    ledger: Ledger, presence: Presence, replaces: bool
) -> None:
    first, second = version(), version(words="Otherwise.", number=2, since=DAY + timedelta(days=1))
    now = replace(second, document=replace(second.document, presence=presence))
    ledger.record(entry(first, now))
    assert (("written-questions", "1", 1) in ledger.replaced()) is replaces


def test_a_page_that_came_back_replaces_what_it_said_before_it_went(ledger: Ledger) -> None:
    days = [DAY + timedelta(days=n) for n in range(3)]
    live, gone, back = (version(words=str(n), number=n + 1, since=day) for n, day in enumerate(days))
    gone = replace(gone, document=replace(gone.document, presence=Presence.GONE))
    ledger.record(entry(live, gone, back))
    assert ledger.replaced() == {("written-questions", "1", n): days[2] for n in (1, 2)}


def test_a_reading_like_the_last_one_is_not_a_new_version(ledger: Ledger) -> None:
    ledger.record(entry(version()))
    assert not ledger.record(entry(version(number=2, seen_at=NOON + HOUR)))
    assert [v.number for v in ledger.versions("written-questions", "1")] == [1]


def test_words_that_come_back_after_being_changed_are_a_version_of_their_own(ledger: Ledger) -> None:
    for number, words in enumerate(["By Easter.", "By summer.", "By Easter."], 1):
        assert ledger.record(entry(version(words=words, number=number)))
    assert words_of(ledger.versions("written-questions", "1")) == ["By Easter.", "By summer.", "By Easter."]


def test_two_who_give_different_readings_the_same_number_both_keep_theirs(ledger: Ledger) -> None:
    ledger.record(entry(version(words="First.")))
    late = version(words="Second.")
    assert ledger.record(entry(late, evidence={"d": (found(late, "Second."),)}))
    assert words_of(ledger.versions("written-questions", "1")) == ["First.", "Second."]
    assert [(e.quote, e.document.version) for e in ledger.evidence("d")] == [("Second.", 2)]
    assert not ledger.record(entry(late, evidence={"d": (found(late, "Second."),)}))


def test_an_entry_recorded_again_adds_nothing(ledger: Ledger) -> None:
    first = version()
    whole = entry(first, evidence={"d": (found(first),)}, changes=(change(),))
    assert ledger.record(whole)
    assert not ledger.record(whole)
    assert len(ledger.versions("written-questions", "1")) == 1
    assert len(ledger.evidence("d")) == 1
    assert len(ledger.changes("cooper")) == 1


@pytest.mark.parametrize("part", ["version", "reading", "evidence", "change", "span"])
def test_anything_new_in_an_entry_is_said_to_be_new(ledger: Ledger, part: str) -> None:
    held = version()
    ledger.record(entry(held, evidence={"d": ()}))
    more = {
        "version": entry(version("2")),
        "reading": entry(held, evidence={"other": ()}),
        "evidence": entry(held, evidence={"d": (found(held),)}),
        "change": entry(changes=(change(),)),
        "span": entry(span=Span(DAY, date(2025, 3, 10))),
    }[part]
    assert ledger.record(more)
    assert not ledger.record(more)


def test_evidence_comes_back_with_every_field_it_went_in_with(ledger: Ledger) -> None:
    held = version()
    piece = found(held, milestone="terms", relation=Relation.DELAYS, reasons=("a", "b"), moved_to=DUE)
    ledger.record(entry(held, evidence={"d": (piece,)}))
    assert ledger.evidence("d") == (piece,)
    assert ledger.evidence("other") == ()


def test_evidence_is_sorted_by_day_source_key_version_commitment_and_milestone(ledger: Ledger) -> None:
    day, later = DAY, DAY + timedelta(days=1)
    old, new = version("b", "Old."), version("b", "New.", 2, later)
    capital, other = version("B"), version("a", source="hansard")
    wanted = (
        found(other),
        found(capital),
        found(old),
        found(old, milestone="terms"),
        found(old, commitment="review"),
        found(new),
    )
    ledger.record(entry(old, capital, other, evidence={"d": tuple(reversed(wanted[:5]))}))
    ledger.record(entry(new, evidence={"d": (wanted[5],)}))
    assert ledger.evidence("d") == wanted
    assert day < later


def test_evidence_of_one_commitment_is_given_alone_and_in_the_same_order(ledger: Ledger) -> None:
    versions = [version(key, since=day) for key, day in zip("cab", (DAY, DAY + timedelta(days=9), DAY), strict=True)]
    pieces = [found(v, commitment=named) for v in versions for named in ("inquiry", "harbour")]
    ledger.record(entry(*versions, evidence={"d": tuple(pieces), "other": (found(versions[0]),)}))
    every = ledger.evidence("d")
    assert [piece.document.key for piece in ledger.evidence("d", "harbour")] == ["b", "c", "a"]
    for named in ("inquiry", "harbour", "lamp", ""):
        assert ledger.evidence("d", named) == tuple(piece for piece in every if piece.commitment == named)


def test_two_pieces_found_in_one_sentence_are_both_kept(ledger: Ledger) -> None:
    held = version()
    both = (found(held, relation=Relation.DELAYS), found(held, relation=Relation.WEAKENS))
    ledger.record(entry(held, evidence={"d": both}))
    assert set(ledger.evidence("d")) == set(both)


def test_evidence_in_a_superseded_version_is_kept_and_says_which(ledger: Ledger) -> None:
    old, new = version(words="By Easter."), version(words="By summer.", number=2, since=date(2025, 3, 8))
    ledger.record(entry(old, evidence={"d": (found(old),)}))
    ledger.record(entry(new, evidence={"d": (found(new),)}))
    assert [(e.document.version, e.document.since) for e in ledger.evidence("d")] == [
        (1, DAY),
        (2, date(2025, 3, 8)),
    ]


def test_evidence_of_a_version_that_is_not_held_is_refused_and_nothing_of_its_entry_is_kept(
    ledger: Ledger,
) -> None:
    wrong = entry(version("1"), evidence={"d": (found(version("2")),)}, changes=(change(),))
    with pytest.raises(LookupError):
        ledger.record(wrong)
    with pytest.raises(LookupError):
        ledger.read("d", [version("2")], [])
    assert ledger.counts() == {}
    assert ledger.changes("cooper") == ()
    assert ledger.coverage().spans == {}
    assert ledger.health() == {}


def test_versions_recorded_without_a_reading_are_unread_oldest_first(ledger: Ledger) -> None:
    days = [DAY + timedelta(days=n) for n in (2, 0, 1)]
    ledger.record(entry(*(version(key, since=day) for key, day in zip("abc", days, strict=True))))
    assert [[v.document.key for v in batch] for batch in ledger.unread("d", batch=2)] == [["b", "c"], ["a"]]


def test_every_version_of_an_entry_counts_as_read_even_where_nothing_was_found(ledger: Ledger) -> None:
    held = version("1")
    ledger.record(entry(held, version("2"), evidence={"d": (found(held),)}))
    assert list(ledger.unread("d")) == []
    assert [len(batch) for batch in ledger.unread("other")] == [2]


def test_a_catch_up_may_record_what_it_read_between_two_batches(ledger: Ledger) -> None:
    ledger.record(entry(*(version(f"{n:02}") for n in range(25))))
    seen = []
    for batch in ledger.unread("d", batch=10):
        seen += [v.document.key for v in batch]
        ledger.read("d", batch, [found(batch[0])])
    assert seen == [f"{n:02}" for n in range(25)]
    assert list(ledger.unread("d")) == []
    assert [e.document.key for e in ledger.evidence("d")] == ["00", "10", "20"]


def test_a_catch_up_left_halfway_is_taken_up_where_it_was_left(ledger: Ledger) -> None:
    ledger.record(entry(*(version(f"{n}") for n in range(4))))
    first = next(ledger.unread("d", batch=3))
    ledger.read("d", first, [])
    assert [[v.document.key for v in batch] for batch in ledger.unread("d")] == [["3"]]


def test_reading_the_same_versions_again_doubles_nothing(ledger: Ledger) -> None:
    held = version()
    ledger.record(entry(held))
    for _ in range(2):
        ledger.read("d", [held], [found(held)])
    assert ledger.evidence("d") == (found(held),)

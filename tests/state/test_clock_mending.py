"""Does a clock that was ahead leave days that count as read before they came, and are they cut back?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from monitor.model.ports import Ledger
from monitor.model.sources import Span
from monitor.pipeline.watermark import NOTE
from state.ledger import SqlLedger
from tests.state.makers import change, entry, found, ruling, version

NAME = "written-questions"
TODAY = date(2025, 3, 12)
NOW = datetime(2025, 3, 12, 9, tzinfo=UTC)
YEAR = timedelta(days=365)
FAR = Span(date(2025, 2, 20), TODAY + YEAR)
SEEN = date(2025, 3, 6)


def far(ledger: Ledger, **others: object) -> None:
    """Record what a clock recorded that was a year ahead; its newest document is of 6 March."""
    ledger.record(entry(version("1"), version("2", since=SEEN), at=NOW + YEAR, span=FAR, **others))


def test_days_to_come_and_those_since_the_newest_document_count_for_nothing(ledger: Ledger) -> None:
    far(ledger)
    assert ledger.coverage((), TODAY).spans == {NAME: (Span(FAR.since, SEEN),)}
    assert ledger.health(TODAY)[NAME].reach == SEEN
    assert ledger.coverage((), TODAY + YEAR).spans == {NAME: (FAR,)}


def test_a_span_that_lies_wholly_ahead_counts_for_nothing(ledger: Ledger) -> None:
    ledger.record(entry(at=NOW + YEAR, span=Span(TODAY + YEAR - timedelta(days=14), TODAY + YEAR)))
    assert ledger.coverage((), TODAY).spans == {}
    ledger.put_right(NOW)
    assert ledger.coverage().spans == {}


def test_a_span_without_any_document_counts_for_its_first_day(ledger: Ledger) -> None:
    ledger.record(entry(at=NOW + YEAR, span=FAR))
    assert ledger.coverage((), TODAY).spans == {NAME: (Span(FAR.since, FAR.since),)}


def test_days_up_to_tomorrow_are_left_as_they_are_for_two_clocks_are_never_quite_alike(ledger: Ledger) -> None:
    for days in (0, 1):
        near = Span(FAR.since, TODAY + timedelta(days=days))
        ledger.record(entry(version("1"), at=NOW, span=near))
        assert ledger.put_right(NOW) == ()
        assert ledger.coverage((), TODAY).spans == {NAME: (near,)}


def test_once_put_right_the_days_are_cut_back_for_good_and_read_again(ledger: Ledger) -> None:
    far(ledger, asked=("lamps",))
    (said,) = [line for line in ledger.put_right(NOW) if "recorded as read" in line]
    assert NAME in said
    assert ledger.coverage().spans == ledger.coverage((), TODAY).spans == {NAME: (Span(FAR.since, SEEN),)}
    again = Span(SEEN, TODAY)
    ledger.record(entry(at=NOW, span=again, asked=("lamps",)))
    assert ledger.coverage((), TODAY + YEAR).spans == {NAME: (Span(FAR.since, TODAY),)}
    assert ledger.put_right(NOW) == ()


def test_what_was_told_ahead_was_told_by_now(ledger: Ledger) -> None:
    ledger.tell([change("early", at=NOW - timedelta(days=3))], NOW - timedelta(days=2))
    ledger.tell([change("late", at=NOW + YEAR)], NOW + YEAR)
    ledger.remember(NOTE, f"{TODAY + YEAR} interest 4", NOW + YEAR)
    ledger.put_right(NOW)
    assert {told.change.id: told.told_at for told in ledger.changes("cooper")} == {
        "early": NOW - timedelta(days=2),
        "late": NOW,
    }
    assert not ledger.recall(NOTE)


def test_a_lease_of_a_clock_that_was_ahead_keeps_nobody_out(ledger: Ledger) -> None:
    assert ledger.lease("scan", "killed", NOW + YEAR, 180)
    assert ledger.lease("scan", "next", NOW, 180)
    assert not ledger.lease("scan", "third", NOW + timedelta(seconds=100), 180)


def test_a_silent_edit_dated_by_the_clock_is_dated_today_and_judged_again(sql_ledger: SqlLedger) -> None:
    first, later = version("1"), version("1", "We will act soon.", 2, since=TODAY + YEAR, seen_at=NOW + YEAR)
    pieces = (found(first), found(later))
    sql_ledger.record(entry(first, later, at=NOW + YEAR, span=None, evidence={"digest": pieces}))
    assert list(sql_ledger.unread("digest")) == []
    assert any("dated after today" in line for line in sql_ledger.put_right(NOW))
    kept = sql_ledger.versions(NAME, "1")
    assert [(v.since, v.seen_at) for v in kept] == [(first.since, first.seen_at), (TODAY, NOW)]
    assert [v.number for batch in sql_ledger.unread("digest") for v in batch] == [2]
    assert [e.document.version for e in sql_ledger.evidence("digest")] == [1]


def test_a_document_whose_publisher_dates_it_ahead_keeps_its_day(sql_ledger: SqlLedger) -> None:
    day = TODAY + timedelta(days=60)
    dated = version("1", since=day)
    ahead = replace(dated, document=replace(dated.document, published_on=day))
    sql_ledger.record(entry(ahead, at=NOW, span=None))
    assert sql_ledger.put_right(NOW) == ()
    assert sql_ledger.versions(NAME, "1") == (ahead,)


def test_a_ruling_typed_in_ahead_does_not_outrank_those_to_come(sql_ledger: SqlLedger) -> None:
    sql_ledger.rule("cooper", ruling("wrong", NOW + YEAR))
    sql_ledger.put_right(NOW)
    sql_ledger.rule("cooper", ruling("right", NOW + timedelta(hours=1)))
    assert [r.id for r in sql_ledger.rulings("cooper")] == ["wrong", "right"]

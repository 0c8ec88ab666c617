"""What every ledger promises about what was ruled and what was told: in memory, SQLite, PostgreSQL."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from monitor.model.ports import Ledger
from tests.state.makers import (
    NOON,
    change,
    entry,
    ruling,
    version,
)

HOUR = timedelta(hours=1)


def test_a_ruling_comes_back_with_every_field_it_went_in_with(ledger: Ledger) -> None:
    ledger.rule("cooper", ruling())
    assert ledger.rulings("cooper") == (ruling(),)
    assert ledger.rulings("other") == ()


def test_a_ruling_once_made_is_never_altered(ledger: Ledger) -> None:
    ledger.rule("cooper", ruling(why="First."))
    ledger.rule("cooper", ruling(why="Second thoughts."))
    ledger.rule("other", ruling(why="Another register."))
    assert [r.why for r in ledger.rulings("cooper")] == ["First."]
    assert [r.why for r in ledger.rulings("other")] == ["Another register."]


def test_rulings_come_oldest_first(ledger: Ledger) -> None:
    for name, at in (("late", NOON + HOUR), ("undated", None), ("b", NOON), ("a", NOON)):
        ledger.rule("cooper", ruling(name, at))
    assert [r.id for r in ledger.rulings("cooper")] == ["undated", "b", "a", "late"]


def test_changes_come_in_the_order_they_happened(ledger: Ledger) -> None:
    ledger.record(entry(changes=(change("b"), change("late", NOON + HOUR), change("B"))))
    ledger.record(entry(at=NOON + 2 * HOUR, changes=(change("early", NOON - HOUR),)))
    assert [t.change.id for t in ledger.changes("cooper")] == ["early", "B", "b", "late"]
    assert {t.change.id: t.told_at for t in ledger.changes("cooper")}["early"] == NOON + 2 * HOUR
    assert ledger.changes("other") == ()


def test_a_change_once_told_is_never_altered(ledger: Ledger) -> None:
    ledger.record(entry(changes=(change(headline="As told"),)))
    ledger.record(entry(at=NOON + HOUR, changes=(change(headline="As told otherwise"),)))
    (told,) = ledger.changes("cooper")
    assert (told.change, told.told_at) == (change(headline="As told"), NOON)


def test_a_change_that_came_of_no_document_is_told_once_and_tries_no_source(ledger: Ledger) -> None:
    ledger.tell([change("overdue")], NOON)
    ledger.tell([change("overdue", headline="Otherwise"), change("late")], NOON + HOUR)
    assert [(t.change.id, t.change.headline, t.told_at) for t in ledger.changes("cooper")] == [
        ("late", "It moved", NOON + HOUR),
        ("overdue", "It moved", NOON),
    ]
    assert ledger.health() == {}


def test_changes_since_a_moment_are_those_that_happened_or_were_told_since(ledger: Ledger) -> None:
    ledger.record(entry(changes=(change("past", NOON - HOUR), change("ahead", NOON + 3 * HOUR))))
    ledger.record(entry(at=NOON + HOUR, changes=(change("told late", NOON - 2 * HOUR),)))
    since = [t.change.id for t in ledger.changes("cooper", NOON + HOUR)]
    assert since == ["told late", "ahead"]


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(ledger: Ledger) -> None:
    summer = datetime(2025, 6, 1, 0, 30, tzinfo=timezone(HOUR))
    seen = version(seen_at=summer)
    ledger.record(entry(seen, at=summer, changes=(change(at=summer),)))
    (told,) = ledger.changes("cooper")
    (held,) = ledger.versions("written-questions", "1")
    same = [told.change.at, told.told_at, held.seen_at]
    assert same == [datetime(2025, 5, 31, 23, 30, tzinfo=UTC)] * 3


def test_a_time_without_a_zone_is_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    naive = datetime(2025, 3, 3, 12)  # noqa: DTZ001 - the mistake that is to be refused
    for wrong in (entry(version(), at=naive), entry(version(seen_at=naive))):
        with pytest.raises(ValueError, match="time zone"):
            ledger.record(wrong)
    with pytest.raises(ValueError, match="time zone"):
        ledger.record(entry(version(), changes=(change(at=naive),)))
    with pytest.raises(ValueError, match="time zone"):
        ledger.tell([change()], naive)
    with pytest.raises(ValueError, match="time zone"):
        ledger.lease("tick", "a", naive, 60)
    with pytest.raises(ValueError, match="time zone"):
        ledger.rule("cooper", ruling(decided_at=naive))
    assert (ledger.counts(), ledger.health(), ledger.rulings("cooper")) == ({}, {}, ())

"""What every ledger promises about sources and leases: in memory, SQLite, PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from monitor.model.ports import Ledger
from monitor.model.sources import FailedSpan, Problem, SourceHealth, Span
from tests import builders as b
from tests.state.makers import NOON, WEEK, entry, problem

HOUR = timedelta(hours=1)
NAME = "written-questions"


def test_days_read_soundly_are_joined_where_they_touch(ledger: Ledger) -> None:
    apart = Span(date(2025, 4, 1), date(2025, 4, 2))
    for span in (WEEK, apart, Span(date(2025, 3, 10), date(2025, 3, 12)), Span(date(2025, 3, 5), date(2025, 3, 6))):
        ledger.record(entry(span=span))
    assert ledger.coverage().spans == {NAME: (Span(date(2025, 3, 3), date(2025, 3, 12)), apart)}


def test_a_span_that_bridges_two_leaves_one(ledger: Ledger) -> None:
    for days in ((1, 2), (5, 6), (9, 10), (2, 5)):
        ledger.record(entry(span=Span(*(date(2025, 3, day) for day in days))))
    assert ledger.coverage().spans == {
        NAME: (Span(date(2025, 3, 1), date(2025, 3, 6)), Span(date(2025, 3, 9), date(2025, 3, 10)))
    }


def test_the_days_of_one_source_say_nothing_of_another(ledger: Ledger) -> None:
    ledger.record(entry())
    ledger.record(entry(source="hansard", span=Span(date(2025, 3, 10), date(2025, 3, 11))))
    assert ledger.coverage().reach(NAME) == date(2025, 3, 9)
    assert ledger.coverage().reach("hansard") == date(2025, 3, 11)


def test_days_read_already_are_not_news(ledger: Ledger) -> None:
    assert ledger.record(entry())
    assert not ledger.record(entry(span=Span(WEEK.since, WEEK.since)))


def test_a_source_never_tried_has_no_health(ledger: Ledger) -> None:
    assert ledger.health() == {}


def test_a_sound_pass_says_when_and_how_far(ledger: Ledger) -> None:
    ledger.record(entry())
    assert ledger.health() == {NAME: SourceHealth(NAME, NOON, NOON, date(2025, 3, 9), 0, ())}


def test_failures_are_counted_and_the_last_one_is_open(ledger: Ledger) -> None:
    ledger.record(entry())
    for hours, seen in ((1, "HTTP 503"), (2, "HTTP 503"), (3, "HTTP 429")):
        failed = entry(at=NOON + hours * HOUR, span=None, problems=(problem(seen),))
        assert not ledger.record(failed)
    was = ledger.health()[NAME]
    assert (was.failures, was.problems) == (3, (problem("HTTP 429"),))
    assert (was.tried_at, was.sound_at) == (NOON + 3 * HOUR, NOON)
    assert was.reach == date(2025, 3, 9)


def test_a_sound_pass_ends_a_run_of_failures_and_keeps_its_own_warnings(ledger: Ledger) -> None:
    ledger.record(entry(span=None, problems=(problem("HTTP 503"),)))
    ledger.record(entry(at=NOON + HOUR, problems=(problem("fewer than usual"), problem("a page was skipped"))))
    was = ledger.health()[NAME]
    assert (was.failures, was.sound_at) == (0, NOON + HOUR)
    assert was.problems == (problem("fewer than usual"), problem("a page was skipped"))
    ledger.record(entry(at=NOON + 2 * HOUR))
    assert ledger.health()[NAME].problems == ()


def test_an_entry_that_read_nothing_and_met_nothing_is_no_failure(ledger: Ledger) -> None:
    ledger.record(entry(span=None, problems=(problem(),)))
    ledger.record(entry(at=NOON + HOUR, span=None))
    was = ledger.health()[NAME]
    assert (was.failures, was.problems, was.tried_at) == (1, (problem(),), NOON + HOUR)


def test_an_entry_from_the_past_does_not_turn_the_clock_back(ledger: Ledger) -> None:
    ledger.record(entry())
    ledger.record(entry(at=NOON - HOUR))
    was = ledger.health()[NAME]
    assert (was.tried_at, was.sound_at) == (NOON, NOON)


def test_what_a_problem_quotes_cannot_steer_a_terminal_or_stop_a_database(ledger: Ledger) -> None:
    hostile = Problem(NAME, "unreadable", "a\x00b\x1b[2J\u202ec\ud800", None)
    ledger.record(entry(span=None, problems=(hostile, hostile)))
    assert ledger.health()[NAME].problems == (Problem(NAME, "unreadable", "ab[2Jc", None),)


def test_a_lease_is_held_by_one_at_a_time(ledger: Ledger) -> None:
    assert ledger.lease("tick", "a", NOON, 60)
    assert not ledger.lease("tick", "b", NOON + timedelta(seconds=59), 60)
    assert ledger.lease("publish", "b", NOON, 60)


def test_a_lease_runs_out_by_the_time_handed_in(ledger: Ledger) -> None:
    ledger.lease("tick", "a", NOON, 60)
    assert ledger.lease("tick", "b", NOON + timedelta(seconds=60), 60)
    assert not ledger.lease("tick", "a", NOON + timedelta(seconds=61), 60)


def test_a_holder_renews_its_lease(ledger: Ledger) -> None:
    ledger.lease("tick", "a", NOON, 60)
    assert ledger.lease("tick", "a", NOON + timedelta(seconds=30), 60)
    assert not ledger.lease("tick", "b", NOON + timedelta(seconds=89), 60)


def test_only_its_holder_gives_a_lease_back(ledger: Ledger) -> None:
    ledger.lease("tick", "a", NOON, 60)
    ledger.release("tick", "b")
    assert not ledger.lease("tick", "b", NOON, 60)
    ledger.release("tick", "a")
    assert ledger.lease("tick", "b", NOON, 60)
    ledger.release("never taken", "a")


def test_what_was_noted_under_a_name_is_recalled_until_something_else_is(ledger: Ledger) -> None:
    assert ledger.recall("mark gov-uk") is None
    for value in ("first", "second — “quoted”"):
        ledger.remember("mark gov-uk", value, NOON)
    ledger.remember("mark hansard", "", NOON)
    assert (ledger.recall("mark gov-uk"), ledger.recall("mark hansard")) == ("second — “quoted”", "")


def test_what_is_recorded_is_counted_and_what_was_known_already_is_not(ledger: Ledger) -> None:
    assert ledger.recorded() == 0
    assert [ledger.record(entry(span=WEEK)) for _ in range(2)] == [True, False]
    assert ledger.recorded() == 1
    ledger.rule("lamps", b.ruling(decided_at=NOON))
    assert ledger.recorded() == 2


def test_of_what_several_record_at_once_all_is_counted(ledger: Ledger) -> None:
    apart = [n * timedelta(days=30) for n in range(12)]
    weeks = [Span(WEEK.since + later, WEEK.until + later) for later in apart]
    with ThreadPoolExecutor(4) as several:
        assert all(several.map(lambda week: ledger.record(entry(span=week)), weeks))
    assert ledger.recorded() == 12


def test_days_count_for_those_who_asked_and_those_of_a_file_for_everyone(ledger: Ledger) -> None:
    ledger.record(entry(span=WEEK, asked=("lamps", "lamps 1")))
    assert ledger.coverage(("lamps",)).reach(NAME) == WEEK.until
    assert ledger.coverage(("lamps", "lamps 2")).spans == {}
    assert ledger.coverage(("buoys",)).spans == {}
    assert ledger.coverage().reach(NAME) == WEEK.until
    handed_over = Span(date(2025, 2, 1), date(2025, 3, 2))
    ledger.record(entry(span=handed_over))
    assert ledger.coverage(("buoys",)).spans == {NAME: (handed_over,)}
    assert ledger.coverage(("lamps",)).spans == {NAME: (Span(handed_over.since, WEEK.until),)}


def test_the_same_days_read_for_others_are_news(ledger: Ledger) -> None:
    assert ledger.record(entry(span=WEEK, asked=("lamps",)))
    assert ledger.record(entry(span=WEEK, asked=("buoys", "lamps")))
    assert not ledger.record(entry(span=WEEK, asked=("buoys", "lamps")))


OLD = Span(date(2025, 1, 1), date(2025, 1, 31))


def test_days_that_failed_stand_as_not_read_though_later_ones_are_read(ledger: Ledger) -> None:
    ledger.record(entry(span=None, tried=OLD, problems=(problem("HTTP 503"),)))
    ledger.record(entry(at=NOON + HOUR, tried=WEEK, problems=(problem("a page was skipped"),)))
    was = ledger.health()[NAME]
    assert was.unread == (FailedSpan(OLD, NOON, (problem("HTTP 503"),)),)
    assert (was.failures, was.sound_at) == (0, NOON + HOUR)
    assert was.problems == (problem("a page was skipped"), problem("HTTP 503"))


@pytest.mark.parametrize(
    "read",
    [
        (OLD,),
        (Span(date(2024, 12, 1), date(2025, 2, 2)),),
        (Span(date(2025, 1, 20), date(2025, 2, 2)), Span(date(2024, 12, 31), date(2025, 1, 19))),
    ],
)
def test_they_stand_until_all_of_them_are_read_in_one_pass_or_in_several(
    ledger: Ledger, read: tuple[Span, ...]
) -> None:
    ledger.record(entry(span=None, tried=OLD, problems=(problem("HTTP 503"),)))
    for hours, span in enumerate(read, 1):
        assert ledger.health()[NAME].unread
        ledger.record(entry(at=NOON + hours * HOUR, span=span, tried=span))
    was = ledger.health()[NAME]
    assert (was.unread, was.problems, was.failures) == ((), (), 0)


def test_a_day_short_they_stand(ledger: Ledger) -> None:
    ledger.record(entry(span=None, tried=OLD, problems=(problem("HTTP 503"),)))
    short = Span(OLD.since, OLD.until - timedelta(days=1))
    ledger.record(entry(at=NOON + HOUR, span=short, tried=short))
    assert [f.span for f in ledger.health()[NAME].unread] == [OLD]


def test_a_longer_try_that_fails_stands_in_the_place_of_the_shorter(ledger: Ledger) -> None:
    ledger.record(entry(span=None, tried=OLD, problems=(problem("HTTP 503"),)))
    longer = Span(OLD.since, OLD.until + timedelta(days=1))
    ledger.record(entry(at=NOON + HOUR, span=None, tried=longer, problems=(problem("HTTP 429"),)))
    was = ledger.health()[NAME]
    assert was.unread == (FailedSpan(longer, NOON + HOUR, (problem("HTTP 429"),)),)
    assert (was.failures, was.problems) == (2, (problem("HTTP 429"),))


def test_those_of_one_source_say_nothing_of_another(ledger: Ledger) -> None:
    ledger.record(entry(span=None, tried=OLD, problems=(problem(),)))
    ledger.record(entry(span=None, tried=OLD, source="hansard", problems=(problem(source="hansard"),)))
    ledger.record(entry(at=NOON + HOUR, span=OLD, tried=OLD))
    found = ledger.health()
    assert (found[NAME].unread, [f.span for f in found["hansard"].unread]) == ((), [OLD])

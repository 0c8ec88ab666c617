"""Whatever is recorded in whatever order, recording it again leaves the ledger as it was."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.model.ports import Entry, Ledger
from monitor.model.sources import Span
from tests.fakes import MemoryLedger
from tests.state.makers import NOON, change, entry, found, version, words_of

Pass = tuple[str, str, int, bool, int, int]
"""One pass over a source: a key, the words found, how many versions behind its view is, whether evidence was found,
the first day it read, and how many more."""

passes = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["By Easter.", "By summer.", "In due course."]),
        st.integers(0, 2),
        st.booleans(),
        st.integers(1, 20),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=8,
)


def an_entry(ledger: Ledger, number: int, one: Pass) -> Entry:
    """Return what somebody would record who saw the ledger as it was a few versions ago."""
    key, words, behind, bears, day, more = one
    held = ledger.versions("written-questions", key)
    seen = version(key, words, max(0, len(held) - behind) + 1)
    return entry(
        seen,
        at=NOON + timedelta(hours=number),
        span=Span(date(2025, 3, day), date(2025, 3, day + more)),
        evidence={"d": (found(seen, words),) if bears else ()},
        changes=(change(f"{key}{words}{day}"),),
    )


def all_of(ledger: Ledger) -> Sequence[object]:
    return (
        [ledger.versions("written-questions", key) for key in "ab"],
        ledger.evidence("d"),
        list(ledger.unread("d")),
        ledger.changes("cooper"),
        ledger.coverage(),
        ledger.counts(),
        ledger.replaced(),
        ledger.health(),
    )


def tried(ledger: Ledger) -> settings:
    """Return how often to try: what is in memory is quick."""
    often = 50 if isinstance(ledger, MemoryLedger) else 4
    return settings(max_examples=often, deadline=None, database=None)


def test_recording_everything_a_second_time_changes_nothing(fresh: Callable[[], Ledger]) -> None:
    @tried(fresh())
    @given(passes)
    def check(several: list[Pass]) -> None:
        ledger = fresh()
        entries = []
        for number, one in enumerate(several):
            entries.append(an_entry(ledger, number, one))
            ledger.record(entries[-1])
            assert not ledger.record(entries[-1])
        once = all_of(ledger)
        assert [ledger.record(one) for one in entries] == [False] * len(entries)
        assert all_of(ledger) == once

    check()


def test_no_words_that_were_read_are_ever_lost(fresh: Callable[[], Ledger]) -> None:
    @tried(fresh())
    @given(passes)
    def check(several: list[Pass]) -> None:
        ledger = fresh()
        for number, one in enumerate(several):
            ledger.record(an_entry(ledger, number, one))
        for key in "ab":
            held = ledger.versions("written-questions", key)
            assert [v.number for v in held] == list(range(1, len(held) + 1))
            assert set(words_of(held)) == {words for of, words, *_ in several if of == key}

    check()


def test_memory_and_databases_agree_on_whatever_is_recorded(fresh: Callable[[], Ledger]) -> None:
    @tried(fresh())
    @given(passes)
    def check(several: list[Pass]) -> None:
        ledger, plain = fresh(), MemoryLedger()
        for number, one in enumerate(several):
            new = an_entry(plain, number, one)
            assert ledger.record(new) == plain.record(new)
        assert all_of(ledger) == all_of(plain)

    check()

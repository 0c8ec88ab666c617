"""Is the past read in pieces that can be lost one at a time, and nothing of it twice?"""

import itertools
from datetime import date, timedelta

import pytest

from monitor.model.sources import HANSARD, Card, Span
from monitor.pipeline.coverage.reading_spans import ReadingPace, split_spans, unread_spans

TODAY = date(2031, 6, 20)
CARD = Card(
    name=HANSARD, publisher="", address="https://lamps.example", site="", licence="", every=timedelta(hours=1), delay=0,
    overlap=timedelta(days=3), fewest=0, most=100, stretch=timedelta(days=31),
)  # fmt: skip


def day(month: int, number: int) -> date:
    return date(2031, month, number)


def test_a_pass_that_reaches_no_further_than_a_fortnight_is_one_span() -> None:
    assert unread_spans(CARD, (), None, TODAY) == (Span(day(6, 6), TODAY),)
    assert unread_spans(CARD, (Span(day(1, 1), day(6, 19)),), None, TODAY) == (Span(day(6, 16), TODAY),)


def test_the_past_is_read_a_stretch_at_a_time_and_the_newest_fortnight_by_itself() -> None:
    spans = unread_spans(CARD, (), day(3, 1), TODAY)
    assert spans[0] == Span(day(3, 1), day(3, 31))
    assert spans[-1] == Span(day(6, 6), TODAY)
    assert all(later.since == span.until + timedelta(days=1) for span, later in itertools.pairwise(spans))
    assert all(span.until - span.since < CARD.stretch for span in spans)


def test_what_was_read_is_not_read_again_but_for_the_overlap_at_the_end() -> None:
    read = (Span(day(1, 1), day(2, 28)), Span(day(5, 1), day(6, 19)))
    assert unread_spans(CARD, read, day(1, 1), TODAY) == (
        Span(day(3, 1), day(3, 31)), Span(day(4, 1), day(4, 30)), Span(day(6, 16), TODAY),
    )  # fmt: skip


@pytest.mark.parametrize("spans_read", range(5))
def test_a_scan_cut_short_goes_on_where_it_was_stopped(spans_read: int) -> None:
    whole = unread_spans(CARD, (), day(2, 1), TODAY)
    again = unread_spans(CARD, whole[:spans_read], day(2, 1), TODAY)
    assert again[-1].until == TODAY
    missing = {d for s in whole[spans_read:] for d in _days(s)}
    assert missing <= {d for s in again for d in _days(s)}
    assert sum(len(_days(s)) for s in again) <= len(missing) + CARD.overlap.days + 1


def test_a_day_to_come_asks_for_today_at_most() -> None:
    assert unread_spans(CARD, (Span(day(6, 1), day(6, 30)),), None, TODAY) == (Span(TODAY, TODAY),)


def test_spans_that_are_left_may_be_read_in_longer_stretches() -> None:
    left = unread_spans(CARD, (), day(1, 1), TODAY)[1:]
    wider = split_spans(left, timedelta(days=400), TODAY)
    assert wider == (Span(left[0].since, day(6, 5)), Span(day(6, 6), TODAY))


def test_the_estimate_is_made_from_the_days_read_so_far_and_says_so() -> None:
    spans = unread_spans(CARD, (), day(3, 1), TODAY)
    pace = ReadingPace(spans[:1], spans[1:], timedelta(minutes=10))
    assert pace.told() == "span 2 of 5, about 26 minutes left, from 1 of 5 spans"
    assert ReadingPace((), spans, timedelta()).told() == "span 1 of 5"
    assert ReadingPace((), spans[:1], timedelta()).told() == ""
    assert "less than a minute" in ReadingPace(spans[:1], spans[1:], timedelta(seconds=1)).told()
    assert "about 3 hours" in ReadingPace(spans[:1], spans[1:], timedelta(minutes=62)).told()


def _days(span: Span) -> list[date]:
    return [span.since + timedelta(days=n) for n in range((span.until - span.since).days + 1)]

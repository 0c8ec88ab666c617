"""In which stretches of days is a source read? The past is read by stretches, so a scan cut short can go on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.model.sources import Card, Span

FIRST_REACH = timedelta(days=14)
"""How far the first pass over a source looks back."""
_DAY = timedelta(days=1)


def first_day(card: Card, reach: date | None, wanted: date | None, today: date) -> date:
    """Return from which day a source is to be read: where it was left, a little before, or as far back as wanted."""
    usual = reach - card.overlap if reach else today - FIRST_REACH
    return min(usual, wanted) if wanted else usual


def unread_spans(card: Card, read: Iterable[Span], wanted: date | None, today: date) -> tuple[Span, ...]:
    """Return the spans to be read, oldest first, the last of them up to today; `read` has those read already.

    Days read already are left out, but for the card's overlap at the end: the newest are never final. Each span is no
    longer than the card's stretch, and the newest fortnight is one by itself.
    """
    read = tuple(read)
    reach = max((s.until for s in read), default=None)
    usual = min(first_day(card, reach, None, today), today)
    since = min(usual, wanted) if wanted else usual
    known = [s for s in read if s.since < usual]
    return split_spans([*_lacking(known, since, usual - _DAY), Span(usual, today)], card.stretch, today)


def _lacking(read: Iterable[Span], since: date, until: date) -> Iterator[Span]:
    """Yield what is missing between two days, both included."""
    for span in sorted(read, key=lambda s: s.since):
        if since < span.since <= until:
            yield Span(since, span.since - _DAY)
        since = max(since, span.until + _DAY)
    if since <= until:
        yield Span(since, until)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.since <= joined[-1].until + _DAY:
            joined[-1] = Span(joined[-1].since, max(joined[-1].until, span.until))
        else:
            joined.append(span)
    return joined


def split_spans(spans: Iterable[Span], stretch: timedelta, today: date) -> tuple[Span, ...]:
    """Return the same days in spans no longer than a stretch; the newest fortnight is one by itself."""
    return tuple(part for gap in _joined(spans) for part in _parts(gap, stretch, today))


def _parts(span: Span, stretch: timedelta, today: date) -> Iterator[Span]:
    """Yield a span in stretches. What is but a little longer than the newest fortnight is read together with it."""
    recent = today - FIRST_REACH
    if span.since + FIRST_REACH <= recent <= span.until:
        yield from _parts(Span(span.since, recent - _DAY), stretch, today)
        span = Span(recent, span.until)
    while span.until - span.since >= stretch:
        yield Span(span.since, span.since + stretch - _DAY)
        span = Span(span.since + stretch, span.until)
    yield span


@dataclass(frozen=True, slots=True)
class ReadingPace:
    """How far reading the past has come: the spans read, those to come, and how long those read took."""

    done: tuple[Span, ...]
    left: tuple[Span, ...]
    took: timedelta

    def told(self) -> str:
        """Return which span is being read and how long the rest may take, judged by the days read; "" for only one."""
        total = len(self.done) + len(self.left)
        if total < 2:
            return ""
        here = f"span {len(self.done) + 1} of {total}"
        if not self.done:
            return here
        left = self.took / _days(self.done) * _days(self.left)
        return f"{here}, {_about(left)} left, from {len(self.done)} of {total} spans"


def _days(spans: Iterable[Span]) -> int:
    return sum((span.until - span.since).days + 1 for span in spans)


def _about(left: timedelta) -> str:
    """Return a length of time, rounded as far as an estimate deserves."""
    minutes = round(left.total_seconds() / 60)
    if minutes < 1:
        return "less than a minute"
    if minutes < 100:
        return f"about {minutes} minute{'s' if minutes > 1 else ''}"
    return f"about {round(minutes / 60)} hours"

"""Is a crawl spared when, and only when, nothing can have moved since the last sound one?"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest

from monitor.model.ports import Entry, Progress, Watchlist
from monitor.model.sources import WRITTEN_QUESTIONS, Card, Harvest, Problem, Span, Visit
from monitor.pipeline.coverage.probe_marks import ProbeMark, mark_name, read_mark
from monitor.pipeline.coverage.probe_skip import skip_crawl, visits
from monitor.pipeline.tick import tick
from tests import builders as b
from tests.builders import Newsroom

TODAY = date(2031, 6, 20)
NOON = b.at(TODAY, 12)
CARD = Card(WRITTEN_QUESTIONS, "", "https://example.org", "", "", timedelta(hours=1), 0, timedelta(3), 0, 50)
DOWN = Problem(WRITTEN_QUESTIONS, "refused", "nobody answered")


@dataclass
class Marked:
    """A source that shows a mark, and counts how often it was crawled."""

    shows: str | Problem | bool = "https://example.org/new 7"
    brings: Harvest | None = None
    card: Card = CARD
    crawls: list[Watchlist] = field(default_factory=list)
    asked: list[Watchlist] = field(default_factory=list)

    async def harvest(self, since: date, until: date, watch: Watchlist, tell: Callable[[Progress], None]) -> Harvest:
        self.crawls.append(watch)
        return replace(self.brings or b.harvest(), since=since, until=until)

    async def changed(self, watch: Watchlist) -> str | Problem | bool:
        self.asked.append(watch)
        return self.shows


async def passed(
    source: Marked, room: Newsroom, now: datetime = NOON, since: date = date(2031, 6, 17), interest: str = "lamps"
) -> Entry:
    """Make one pass as a scan makes it."""
    found = await skip_crawl(source, room.ledger, interest, Watchlist, since=since, clock=lambda: now)
    if isinstance(found, Entry):
        return found
    return await tick(source, room.ledger, [room.subject], since, clock=lambda: now, tell=lambda _: None, mark=found)


async def test_a_source_whose_mark_stands_still_is_not_crawled_and_its_day_counts_as_read() -> None:
    room, source = Newsroom(), Marked()
    await passed(source, room)
    again = await passed(source, room, NOON + timedelta(hours=2))
    assert (len(source.crawls), again.still, again.span, again.changes) == (1, True, Span(TODAY, TODAY), ())
    health = room.ledger.health()[WRITTEN_QUESTIONS]
    assert (health.tried_at, health.sound_at) == (NOON + timedelta(hours=2),) * 2


@pytest.mark.parametrize(
    ("how", "later"),
    [
        ("the mark moved", {"shows": "https://example.org/new 8"}),
        ("it can't tell", {"shows": True}),
        ("a day has passed", {"now": NOON + timedelta(days=1)}),
        ("marks don't show everything", {"now": NOON + timedelta(hours=6)}),
        ("another thing is looked for", {"interest": "lamps and buoys"}),
        ("days further back are wanted", {"since": date(2031, 1, 1)}),
    ],
)
async def test_a_source_is_crawled_wherever_something_may_have_moved(how: str, later: dict[str, object]) -> None:
    room, source = Newsroom(), Marked()
    await passed(source, room)
    source.shows = later.pop("shows", source.shows)  # type: ignore[assignment] # as the table has it
    entry = await passed(source, room, **later)  # type: ignore[arg-type] # as above
    assert (len(source.crawls), entry.still) == (2, False), how


async def test_a_crawl_that_was_not_sound_is_never_a_reason_to_spare_the_next() -> None:
    room, source = Newsroom(), Marked(brings=b.harvest(problems=(Problem(WRITTEN_QUESTIONS, "timeout", "slow"),)))
    for _ in range(2):
        await passed(source, room)
    assert len(source.crawls) == 2
    assert room.ledger.recall(mark_name(WRITTEN_QUESTIONS)) is None


async def test_a_source_where_nobody_answers_has_failed_without_a_crawl() -> None:
    room, source = Newsroom(), Marked(shows=DOWN)
    entry = await passed(source, room)
    assert (source.crawls, entry.span, entry.problems) == ([], None, (DOWN,))
    assert room.ledger.health()[WRITTEN_QUESTIONS].failures == 1


async def test_warnings_stay_open_while_nothing_moves_and_a_failure_in_between_is_over() -> None:
    warning = Problem(WRITTEN_QUESTIONS, "missing-page", "no such page")
    room, source = Newsroom(), Marked(brings=b.harvest(problems=(warning,)))
    await passed(source, room)
    assert (await passed(source, room)).problems == (warning,)
    mark, source.shows = source.shows, DOWN
    await passed(source, room)
    source.shows = mark
    assert (await passed(source, room)).problems == ()
    assert room.ledger.health()[WRITTEN_QUESTIONS].failures == 0


async def test_how_pages_were_read_is_handed_to_the_next_crawl() -> None:
    room, source = Newsroom(), Marked(brings=replace(b.harvest(), visits=(Visit("/a", etag='W/"1"'),)), shows=True)
    await passed(source, room)
    await passed(source, room)
    assert [w.visits for w in source.crawls] == [(), (Visit("/a", etag='W/"1"'),)]
    assert visits(CARD, room.ledger) == (Visit("/a", etag='W/"1"'),)


async def test_what_is_expected_by_title_is_remembered_so_that_registers_need_not_be_read() -> None:
    room, source = Newsroom(), Marked()
    room.ledger.remember(mark_name(WRITTEN_QUESTIONS), ProbeMark("x", NOON, "lamps", ("Lamps Bill",)).dumped(), NOON)

    def unread() -> Watchlist:
        raise AssertionError("the registers were read")

    await skip_crawl(source, room.ledger, "lamps", unread, since=TODAY, clock=lambda: NOON)
    assert source.asked == [Watchlist(titles=("Lamps Bill",))]
    assert read_mark(None) is None

"""What time has the server that answered, and by how much is ours ahead of it?"""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from monitor.model.ports import Watchlist
from spiders.server_clock import served_at
from tests.spiders.serving import NOW, Reply, serving, source

SAID = "Mon, 16 Jun 2031 09:30:00 GMT"
AT = datetime(2031, 6, 16, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("date", "age", "at"),
    [
        (SAID, None, AT),
        ("Monday, 16-Jun-31 09:30:00 GMT", None, AT),
        ("Mon, 16 Jun 2031 10:30:00 +0100", None, AT),
        (SAID, "90000", AT + timedelta(seconds=90_000)),
        (SAID, " 60 ", AT + timedelta(minutes=1)),
        (SAID, "-60", AT),
        (SAID, "a while", AT),
        (SAID, "9" * 40, AT),
        (SAID, "99999999", None),
        (None, None, None),
        ("", None, None),
        ("yesterday", None, None),
        ("Mon, 16 Jun 99999 09:30:00 GMT", None, None),
    ],
)
def test_the_time_of_a_server_is_what_it_says_and_how_long_a_cache_held_that(
    date: str | None, age: str | None, at: datetime | None
) -> None:
    assert served_at(date, age) == at


@pytest.mark.parametrize("status", [200, 404, 503])
@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=365), timedelta(days=-3)])
async def test_a_source_tells_by_how_much_our_clock_is_ahead_whatever_else_it_answers(
    status: int, ahead: timedelta
) -> None:
    date = {"Date": format_datetime(NOW - ahead, usegmt=True)}

    async with serving(lambda path, query: Reply(b'{"totalResults": 3}', status, date)) as served:
        asked = source("written-questions", served.address)
        assert asked.clock_ahead is None
        await asked.changed(Watchlist())
    assert asked.clock_ahead == ahead
    await asked.changed(Watchlist())  # nobody answers any more
    assert asked.clock_ahead is None

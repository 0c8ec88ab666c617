"""Are dates, windows and lateness said so that nobody can misread them?"""

from datetime import UTC, date, datetime

import pytest

from monitor.model import wording
from monitor.model.boards import Proof, Row, Status, Stop
from monitor.model.due import Due
from monitor.model.sources import SourceHealth
from monitor.reports import source_freshness
from tests import builders as a

SAID = a.SAID


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "no date given"),
        (a.undated("in due course"), "no date given"),
        (a.due(latest=date(2031, 4, 16)), "by 16 April 2031"),
        (a.due(latest=date(2031, 5, 31), earliest=date(2031, 3, 1)), "1 March to 31 May 2031"),
        (a.due(latest=date(2031, 5, 31), earliest=date(2031, 5, 1)), "1 to 31 May 2031"),
        (a.due(latest=date(2032, 2, 29), earliest=date(2031, 12, 1)), "1 December 2031 to 29 February 2032"),
        (a.due(latest=date(2031, 6, 16), earliest=date(2031, 6, 16)), "on 16 June 2031"),
        (Due("from May", date(2031, 5, 1), None, None, SAID), "from 1 May 2031, no last day given"),
        (Due("by May", None, date(2031, 5, 1), None, SAID), "by 1 May 2031"),
    ],
)
def test_a_window_is_said_as_people_say_it(due: Due | None, said: str) -> None:
    assert wording.window(due) == said


@pytest.mark.parametrize(
    ("row", "day", "said"),
    [
        (a.row(status=Status.OVERDUE, days_late=1), date(2031, 4, 17), "1 day late"),
        (a.row(status=Status.DELIVERED, days_late=61), date(2031, 7, 1), "61 days late"),
        (a.row(status=Status.DELIVERED, days_late=0), date(2031, 7, 1), "on time"),
        (a.row(status=Status.DELIVERED, days_late=None), date(2031, 7, 1), ""),
        (a.row(), date(2031, 4, 4), "12 days left"),
        (a.row(), date(2031, 4, 15), "1 day left"),
        (a.row(), date(2031, 4, 16), "last day today"),
        (a.row(), date(2031, 4, 17), "date has passed"),
        (a.row(a.commitment(due=None)), date(2031, 4, 17), ""),
        (a.row(a.commitment(due=a.undated())), date(2031, 4, 17), ""),
        (a.row(stop=Stop(SAID, "dropped", None, None, None, confirmed=True)), date(2031, 4, 4), ""),
    ],
)
def test_a_row_says_how_it_stands_against_its_date(row: Row, day: date, said: str) -> None:
    assert wording.timing(row, day) == said


def test_a_pending_row_whose_date_has_passed_is_not_called_late() -> None:
    assert "late" not in wording.timing(a.row(), date(2032, 1, 1))


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        (date(2031, 5, 31), "45 days after the day first promised"),
        (date(2031, 4, 17), "1 day after the day first promised"),
        (date(2031, 4, 15), "1 day earlier than first promised"),
        (date(2031, 4, 16), "the day first promised"),
        (None, ""),
    ],
)
def test_a_move_says_how_far_it_slipped_from_the_first_promise(latest: date | None, said: str) -> None:
    assert wording.slipped(a.due(), a.due("later", latest)) == said


@pytest.mark.parametrize(("share", "said"), [(0, "0%"), (0.824, "82%"), (0.999, "99%"), (1.0, "100%")])
def test_only_full_strength_reads_as_a_hundred_percent(share: float, said: str) -> None:
    assert wording.percentage(share) == said


def test_a_moment_late_on_a_summer_evening_falls_on_the_next_day_in_london() -> None:
    at = datetime(2031, 6, 15, 23, 30, tzinfo=UTC)
    assert wording.day_of(at) == date(2031, 6, 16)
    assert wording.moment(at) == "15 June 2031 at 23:30 UTC"


def test_a_delivery_without_a_day_says_by_when_it_was_so() -> None:
    proof = Proof(on=None, known_on=date(2031, 6, 16), confirmed=True, quote=None, url=None, by="x")
    assert wording.deed(proof) == "by 16 June 2031, day not given"


@pytest.mark.parametrize(
    ("health", "said"),
    [
        ((), "not looked at yet"),
        ((a.health("hansard", reach=None), a.health("written-questions", reach=None)), "not looked at yet"),
        ((a.health("hansard"),), "nothing found yet, written-questions unread"),
        ((a.health("hansard"), a.health("written-questions")), "nothing found"),
        ((a.health("gov-uk"),), "not looked at yet"),
    ],
)
def test_not_looked_at_never_reads_as_nothing_found(health: tuple[SourceHealth, ...], said: str) -> None:
    assert source_freshness.heard(a.row(), health) == said


@pytest.mark.parametrize(
    ("health", "said"),
    [
        (a.health(reach=None, tried_at=None), "not looked at yet"),
        (a.health(reach=None, tried_at=a.at(SAID), failures=1), "tried, and never read soundly"),
        (a.health(reach=date(2031, 6, 16)), "read to 16 June 2031"),
        (a.health(reach=date(2031, 6, 16), failures=2), "read to 16 June 2031; 2 tries failed since"),
    ],
)
def test_a_source_says_how_far_it_was_read(health: SourceHealth, said: str) -> None:
    assert source_freshness.state(health) == said


FAILS = a.health("bills", reach=date(2031, 6, 16), tried_at=a.at(date(2031, 6, 20)), failures=1)
NEVER = a.health("gov-uk", reach=None, tried_at=a.at(date(2031, 6, 20)), failures=1)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2031, 5, 1), ("gov-uk: tried, and never read soundly",)),
        (date(2031, 6, 16), ("gov-uk: tried, and never read soundly",)),
        (date(2031, 6, 18), ("bills: read to 16 June 2031", "gov-uk: tried, and never read soundly")),
        (
            date(2031, 6, 20),
            ("bills: read to 16 June 2031; 1 try failed since", "gov-uk: tried, and never read soundly"),
        ),
    ],
)
def test_a_past_day_is_told_what_was_read_as_far_as_that_day_and_no_later_failure(
    day: date, told: tuple[str, ...]
) -> None:
    assert source_freshness.troubled((FAILS, NEVER), day) == told

"""Is what is relied on read again on the days it should be, and on no other?"""

from datetime import date, timedelta

import pytest

from monitor.pipeline.coverage.revisit_queue import is_due_again
from spiders.catalogue import HANSARD_CARD

SAID = date(2031, 6, 2)
AGAIN = (2, 3, 7, 14, 30, 60, 100)


def test_a_debate_is_read_again_on_its_days_by_a_scan_of_every_day() -> None:
    days = [n for n in range(1, 200) if _due(SAID + timedelta(days=n), SAID + timedelta(days=n - 1))]
    assert tuple(days) == HANSARD_CARD.again == AGAIN


@pytest.mark.parametrize(("read_to", "wanted"), [(5, True), (7, False), (8, False)])
def test_a_day_that_was_missed_is_made_up_for_once(read_to: int, wanted: bool) -> None:
    assert _due(SAID + timedelta(days=9), SAID + timedelta(days=read_to)) is wanted


def test_what_was_never_read_since_is_due_and_what_has_no_days_is_always_due() -> None:
    assert is_due_again(SAID, AGAIN, None, SAID + timedelta(days=2))
    assert not is_due_again(SAID, AGAIN, None, SAID + timedelta(days=1))
    assert is_due_again(SAID, (), SAID, SAID)


def _due(today: date, read_to: date) -> bool:
    return is_due_again(SAID, AGAIN, read_to, today)

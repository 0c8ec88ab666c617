"""For how long was nothing heard, in days and in sitting days?"""

from datetime import date

import pytest

from monitor.status.silence import silence
from tests import builders as b


@pytest.mark.parametrize(
    ("heard", "as_of", "days", "sitting"),
    [
        (date(2025, 3, 3), date(2025, 3, 3), 0, 0),
        (date(2025, 3, 3), date(2025, 3, 6), 3, 3),
        (date(2025, 3, 6), date(2025, 3, 10), 4, 1),
        (date(2025, 4, 8), date(2025, 4, 22), 14, 1),
        (date(2025, 7, 22), date(2025, 9, 1), 41, 1),
    ],
)
def test_recesses_and_weekends_are_days_and_no_sitting_days(heard: date, as_of: date, days: int, sitting: int) -> None:
    found = silence(b.row(last_heard=heard), as_of)
    assert (found.since, found.heard, found.days, found.sitting_days) == (heard, True, days, sitting)


def test_what_was_never_heard_of_is_silent_since_it_was_made() -> None:
    row = b.row(last_heard=None)
    found = silence(row, date(2031, 1, 20))
    assert (found.since, found.heard, found.days) == (row.commitment.made_on, False, 4)

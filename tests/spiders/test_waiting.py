"""How long do we stay away when a server asks us to?"""

import pytest

from spiders.middlewares import retry_after

NOW = b"Mon, 16 Jun 2025 10:00:00 GMT"


@pytest.mark.parametrize(
    ("said", "date", "seconds"),
    [
        (b"5", None, 5.0),
        (b" 0 ", None, 0.0),
        (b"Mon, 16 Jun 2025 10:01:30 GMT", NOW, 90.0),
        (b"Mon, 16 Jun 2025 09:00:00 GMT", NOW, 0.0),
        (b"Mon, 16 Jun 2025 10:01:30 GMT", None, None),
        (b"soon", NOW, None),
        (b"-5", NOW, None),
        (b"9" * 40, NOW, None),
        (None, NOW, None),
    ],
)
def test_a_server_says_how_long_to_wait_in_seconds_or_by_the_hour(
    said: bytes | None, date: bytes | None, seconds: float | None
) -> None:
    assert retry_after(said, date) == seconds

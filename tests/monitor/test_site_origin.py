"""Is a site made from less told from one that was made from more?"""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from monitor.model.errors import UserError
from monitor.reports.site_origin import origin, refuse_less

DAY = date(2031, 6, 16)
COUNTS = {"gov-uk": 40, "hansard": 7}
HELD = {"versions of documents": 61, "rulings": 3, "changes told": 12}


def made(day: date = DAY, counts: Mapping[str, int] = COUNTS, held: Mapping[str, int] = HELD) -> str:
    return origin(day, counts, held)


@pytest.mark.parametrize(
    "now",
    [
        made(),
        made(DAY + timedelta(days=1)),
        made(counts=COUNTS | {"hansard": 8}),
        made(counts=COUNTS | {"bills": 1}),
        made(held=HELD | {"rulings": 4}),
    ],
)
def test_what_was_made_from_as_much_or_more_takes_the_place_of_the_old(now: str) -> None:
    refuse_less(made(), now)


@pytest.mark.parametrize(
    ("now", "less"),
    [
        (made(counts={}, held={}), "40 documents of gov-uk, now 0"),
        (made(counts={"gov-uk": 4_000}), "7 documents of hansard, now 0"),
        (made(held=HELD | {"versions of documents": 60}), "61 versions of documents, now 60"),
        (made(held=HELD | {"rulings": 2}), "3 rulings, now 2"),
        (made(held=HELD | {"changes told": 0}), "12 changes told, now 0"),
        (made(DAY - timedelta(days=1)), "a board of 2031-06-16, now of 2031-06-15"),
    ],
)
def test_what_was_made_from_less_is_refused_and_says_of_what(now: str, less: str) -> None:
    with pytest.raises(UserError) as told:
        refuse_less(made(), now)
    assert told.value.message.endswith(less)
    assert "--from-less" in told.value.hint


@pytest.mark.parametrize("before", ["", "{", "[]", "{}", made().replace("40", '"many"'), made().replace("2031", "31")])
def test_what_can_not_be_read_says_nothing_and_is_refused(before: str) -> None:
    with pytest.raises(UserError, match="can't be read"):
        refuse_less(before, made())

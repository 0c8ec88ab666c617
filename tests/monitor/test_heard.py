"""How much was heard of a commitment in each of the last twelve months?"""

from datetime import date

import pytest

from monitor.model.boards import Row
from monitor.model.commitments import RulingKind
from monitor.model.evidence import Evidence, Relation
from monitor.reports.shapes import row_shape
from monitor.status.judgement import board_of_day
from tests import builders as b

DAY = date(2031, 12, 15)


def told(on: date, key: str) -> Evidence:
    return b.evidence(
        document=b.citation(b.document(key, published_on=on)), relation=Relation.PROGRESS, quote=f"Work of {key}."
    )


def row(*pieces: Evidence, day: date = DAY, **known: object) -> Row:
    return board_of_day(b.facts(evidence=pieces, **known), day).rows[0]  # type: ignore[arg-type]


def test_there_are_twelve_months_oldest_first_and_the_last_is_that_of_the_day() -> None:
    found = row(told(date(2031, 2, 1), "q1"), told(date(2031, 2, 28), "q2"), told(date(2031, 12, 15), "q3")).by_month
    assert found == (0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("on", "month"), [(date(2031, 1, 31), 0), (date(2031, 1, 1), 0), (date(2031, 12, 1), 11), (date(2031, 11, 30), 10)]
)
def test_a_year_is_twelve_months_of_the_calendar(on: date, month: int) -> None:
    found = row(told(on, "q1"), day=date(2031, 12, 31)).by_month
    assert [n for n, many in enumerate(found) if many] == [month]


def test_what_is_older_than_a_year_or_had_not_come_by_the_day_is_not_in_it() -> None:
    early, late = told(date(2031, 2, 1), "q1"), told(date(2031, 12, 16), "q2")
    assert sum(row(early, late).by_month) == 1
    assert row(early, late, day=date(2032, 2, 1)).by_month == (0,) * 9 + (1, 0, 0)


def test_it_agrees_with_the_count_of_evidence_where_none_is_older() -> None:
    pieces = tuple(told(date(2031, month, 3), f"q{month}") for month in range(2, 12))
    gone = b.ruling("r1", kind=RulingKind.REJECT, document=("written-questions", "q5"), milestone=None)
    found = row(*pieces, rulings=(gone,), replaced={("written-questions", "q3", 1): date(2031, 3, 9)})
    assert (found.evidence, sum(found.by_month)) == (8, 8)


def test_json_is_as_it_was() -> None:
    assert "by_month" not in row_shape(row())

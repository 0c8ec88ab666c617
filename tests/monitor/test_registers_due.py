"""Are the due words of a register read whole, or refused where only a part of them is?"""

from datetime import date

import pytest

from monitor.model.commitments import Register
from monitor.registers import examine
from tests.builders.register_files import SOUND, faults


def _due(written: str) -> tuple[str, date | None, date | None]:
    found = examine(SOUND.replace("due: by Easter", f"due: {written}"))
    assert isinstance(found, Register), found
    due = found.commitments[0].due
    assert due is not None
    return due.said, due.earliest, due.latest


@pytest.mark.parametrize(
    ("written", "said", "earliest", "latest"),
    [
        ("2025-04-05", "5 April 2025", "2025-04-05", "2025-04-05"),
        ("2027", "2027", "2027-01-01", "2027-12-31"),
        ('"2025-04-05"', "2025-04-05", "2025-04-05", "2025-04-05"),
        ("{said: 2025-04-05}", "5 April 2025", "2025-04-05", "2025-04-05"),
    ],
)
def test_a_day_or_a_year_that_yaml_takes_for_one_is_read_as_it(
    written: str, said: str, earliest: str, latest: str
) -> None:
    assert _due(written) == (said, date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize("written", ["3", "20250405", "true"])
def test_another_number_is_refused_with_what_to_write(written: str) -> None:
    (fault,) = faults("due: by Easter", f"due: {written}")
    assert "write it in words, such as “by 5 April 2026”" in fault.what


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("a week on Thursday", "2025-01-30", "2025-01-30"),
        ("after the county elections on 1 May", "2025-05-02", None),
        ("w/c 3 March", "2025-03-03", "2025-03-09"),
        ("on or before 31 March", "2025-01-16", "2025-03-31"),
        ("not before 2027", "2027-01-01", None),
        ("six months after Royal Assent", None, None),
        ("this session", "2025-01-16", "2026-04-29"),
    ],
)
def test_words_that_are_understood_are_read_whole(written: str, earliest: str | None, latest: str | None) -> None:
    ends = (date.fromisoformat(end) if end else None for end in (earliest, latest))
    assert _due(written) == (written, *ends)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("before the 2029 election", "no rule reads a date"),
        ("next autumn, probably", "“probably” is not"),
        ("by May, if possible", "“if possible” is not"),
        ("the Tuesday after Easter", "“Tuesday” is not"),
        ("before the summer holidays", "“holidays” is not"),
        ("not by May", "“not” is not"),
        ("by June or soon after", "“soon” is not"),
        ("by May unless it is delayed", "“unless” is not"),
        ("two Fridays before June", "is not"),
    ],
)
def test_words_of_which_only_a_part_is_understood_are_refused(written: str, left: str) -> None:
    (fault,) = faults("due: by Easter", f"due: {written}")
    assert left in fault.what
    assert "write a date" in fault.mend.lower()

"""Are the due words of a register read whole, or refused where only a part of them is?"""

from datetime import date

import pytest

from monitor.deadlines import resolve_words
from monitor.deadlines.unread_words import unread
from monitor.model.commitments import Register
from monitor.model.sources import Coverage
from monitor.model.wording import starts, window
from monitor.registers import examine
from monitor.registers.checking import check
from monitor.status.facts import gather
from monitor.status.judgement import board_of_day
from tests.builders.register_files import SOUND, faults, sound


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


@pytest.mark.parametrize("written", ["3", "20251345", "true"])
def test_another_number_is_refused_with_what_to_write(written: str) -> None:
    (fault,) = faults("due: by Easter", f"due: {written}")
    assert "write it in words, such as “by 5 April 2026”" in fault.what


def test_a_day_without_its_dashes_is_refused_with_the_day_as_it_is_written() -> None:
    (fault,) = faults("due: by Easter", "due: 20250405")
    assert "20250405 is no time: write it as 2025-04-05" in fault.what


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
        ("in this session", "2025-01-16", "2026-04-29"),
        ("in the current session of Parliament", "2025-01-16", "2026-04-29"),
        ("next Spring", "2026-03-01", "2026-05-31"),
        ("in or before May", "2025-01-16", "2025-05-31"),
        ("beginning in September", "2025-09-01", "2025-09-30"),
        ("by the start of the autumn term", "2025-01-16", "2025-09-01"),
        ("in the summer term of 2026", "2026-04-01", "2026-07-31"),
    ],
)
def test_words_that_are_understood_are_read_whole(written: str, earliest: str | None, latest: str | None) -> None:
    ends = (date.fromisoformat(end) if end else None for end in (earliest, latest))
    assert _due(written) == (written, *ends)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("before the 2029 election", "from “before the 2029 election”"),
        ("next autumn, probably", "“probably” is not"),
        ("by May, if possible", "“if possible” is not"),
        ("the Tuesday after Easter", "“Tuesday” is not"),
        ("before the summer holidays", "“holidays” is not"),
        ("not by May", "“not” is not"),
        ("by June or soon after", "“soon” is not"),
        ("by May unless it is delayed", "“unless” is not"),
        ("two Fridays before June", "is not"),
        ("by June, funding permitting", "“funding permitting” is not"),
        ("in May subject to consultation", "“subject to” is not"),
        ("by Easter, all being well", "“all being well” is not"),
        ("each spring", "“each” is not"),
        ("weekly from May 2026", "“weekly” is not"),
        ("Boxing Day 2025", "“Day” is not"),
        ("halfway through 2026", "“halfway” is not"),
        ("by the February half-term", "“half-term” is not"),
        ("from May, for three months", "“for three months” is not"),
        ("by May for the first, and 2027 for the rest", "“first” is not"),
        ("after the May elections", "from “after the May elections”"),
    ],
)
def test_words_of_which_only_a_part_is_understood_are_refused(written: str, left: str) -> None:
    (fault,) = faults("due: by Easter", f"due: {written}")
    assert left in fault.what
    assert "write a date" in fault.mend.lower()


@pytest.mark.parametrize(
    ("said", "on", "first"),
    [
        ("next Spring", "2025-09-05", "2026-03-01"),
        ("next summer", "2025-11-30", "2026-06-01"),
        ("next Autumn", "2025-09-20", "2026-09-01"),
        ("next winter", "2025-09-05", "2025-12-01"),
    ],
)
def test_the_next_season_is_read_in_every_month(said: str, on: str, first: str) -> None:
    assert unread(said, date.fromisoformat(on)) is None
    assert resolve_words(said, date.fromisoformat(on)).earliest == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("from April 2026", "to start 1 to 30 April 2026"),
        ("from 1 June 2025", "to start on 1 June 2025"),
        ("starting in the autumn", "to start 1 September to 30 November 2025"),
        ("with effect from July", "to start 1 to 31 July 2025"),
    ],
)
def test_a_start_is_told_from_an_end(written: str, told: str) -> None:
    due = sound("by Easter", written).commitments[0].due
    assert due is not None
    assert (window(due), starts(due)) == (told, True)
    assert due.rule
    assert "is to have begun by its last day" in due.rule


@pytest.mark.parametrize("written", ["by April 2026", "in April 2026", "from April to June 2026", "until April 2026"])
def test_an_end_and_a_span_are_no_start(written: str) -> None:
    due = sound("by Easter", written).commitments[0].due
    assert due is not None
    assert not starts(due)
    assert "start" not in window(due)


PLAN = "        title: The plan published\n"
MONEY = "        step: true\n"


@pytest.mark.parametrize("none", ["none", "None", '"none"'])
def test_a_milestone_can_be_said_to_have_no_date_though_the_whole_has_one(none: str) -> None:
    found = examine(SOUND.replace(MONEY, f"        due: {none}\n"))
    assert isinstance(found, Register), found
    plan, money = found.commitments[0].milestones
    assert plan.due is not None
    assert (money.due, money.step) == (None, False)
    reading = check(SOUND.replace(MONEY, f"        due: {none}\n"), date(2026, 1, 1)).readings[-1]
    assert (reading.milestone, reading.due, reading.own) == ("money", None, True)


def test_a_milestone_without_a_date_is_never_overdue_and_makes_nothing_overdue() -> None:
    found = examine(SOUND.replace(MONEY, "        due: none\n"))
    assert isinstance(found, Register)
    board = board_of_day(gather(found, (), (), Coverage({}), {}), date(2030, 1, 1))
    assert [m.due is None for m in board.rows[0].milestones] == [False, True]
    assert [m.status.value for m in board.rows[0].milestones] == ["delivered", "pending"]
    assert board.rows[0].days_late is None


def test_a_date_that_no_milestone_has_is_refused_and_so_is_one_of_an_entry_that_moves_nothing() -> None:
    text = SOUND.replace(MONEY, "        due: none\n").replace(PLAN, f"{PLAN}        due: none\n")
    found = examine(text)
    assert not isinstance(found, Register)
    assert [f.what for f in found] == ["the date is no milestone's: each has `due: none`"]
    for ruling in ("announced", "progress", "note"):
        (fault,) = faults("ruling: delivered", f"ruling: {ruling}\n        due: by the end of May")
        assert (fault.line, fault.what) == (40, f"{ruling} has no date of its own")
        assert "`promised_on:` and `said_in:`" in fault.mend
    (moved,) = faults("ruling: delivered", "ruling: moved\n        due: none")
    assert moved.what == "it does not say to which date it was moved"


def test_words_without_a_date_are_answered_with_how_to_say_that_there_is_none() -> None:
    for written in ("unknown", "no date yet", "tbc"):
        (fault,) = faults("due: by Easter", f"due: {written}")
        assert "due: none" in fault.mend


@pytest.mark.parametrize(
    ("written", "what", "mend"),
    [
        (
            "by 1 December 2024",
            "“by 1 December 2024” ends before it begins: by 1 December 2024, and it was",
            "mend the",
        ),
        ("six weeks before 1 February 2025", "“six weeks before 1 February 2025” ends before it begins", "mend the"),
        (
            "{said: May, earliest: 2025-05-09, latest: 2025-05-01}",
            "“May” ends before it begins: 9 May 2025 to 1",
            "`ea",
        ),
    ],
)
def test_a_window_that_ends_before_it_begins_is_told_with_the_words_that_gave_it(
    written: str, what: str, mend: str
) -> None:
    (fault,) = faults("due: by Easter", f"due: {written}")
    assert what in fault.what
    assert mend in fault.mend

"""Are the British ways of naming weeks, days, decades and the first days of a Government read?"""

from datetime import date

import pytest

from monitor.deadlines import resolve, resolve_words

THURSDAY = date(2026, 3, 5)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("a week on Friday", "2026-03-13", "2026-03-13"),
        ("two weeks on Monday", "2026-03-23", "2026-03-23"),
        ("Wednesday week", "2026-03-18", "2026-03-18"),
        ("by Monday fortnight", "2026-03-05", "2026-03-23"),
        ("a week today", "2026-03-12", "2026-03-12"),
        ("three weeks tomorrow", "2026-03-27", "2026-03-27"),
        ("a month today", "2026-04-05", "2026-04-05"),
        ("six months from now", "2026-09-05", "2026-09-05"),
        ("the week after next", "2026-03-16", "2026-03-22"),
        ("by the month after next", "2026-03-05", "2026-05-31"),
        ("in a fortnight", "2026-03-05", "2026-03-19"),
        ("the day after tomorrow", "2026-03-07", "2026-03-07"),
        ("this time next month", "2026-04-05", "2026-04-05"),
        ("by this time next year", "2026-03-05", "2027-03-05"),
        ("w/c 23 March", "2026-03-23", "2026-03-29"),
        ("week commencing Monday 23 March 2026", "2026-03-23", "2026-03-29"),
        ("in the week beginning 6 April", "2026-04-06", "2026-04-12"),
        ("w/e 27 March", "2026-03-21", "2026-03-27"),
        ("by week ending 10/04/2026", "2026-03-05", "2026-04-10"),
        ("week commencing Monday", "2026-03-09", "2026-03-15"),
        ("on or before 20 March", "2026-03-05", "2026-03-20"),
        ("before 20 March", "2026-03-05", "2026-03-19"),
        ("by close of play Friday", "2026-03-05", "2026-03-06"),
        ("by close of business on 20 March", "2026-03-05", "2026-03-20"),
        ("by noon on Tuesday", "2026-03-05", "2026-03-10"),
        ("over the weekend", "2026-03-07", "2026-03-08"),
        ("next weekend", "2026-03-14", "2026-03-15"),
        ("before the year is out", "2026-03-05", "2026-12-31"),
        ("within weeks", "2026-03-05", "2026-04-30"),
    ],
)
def test_days_and_weeks_are_counted_as_people_here_count_them(words: str, earliest: str, latest: str) -> None:
    for found in (resolve_words(words, THURSDAY), resolve(f"We will open the lock {words}.", THURSDAY)):
        assert (found.earliest, found.latest) == (_day(earliest), _day(latest))
        assert found.phrase == words


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("in the early 2030s", "2030-01-01", "2033-12-31"),
        ("in the mid-2030s", "2034-01-01", "2036-12-31"),
        ("by the late 2020s", "2026-03-05", "2029-12-31"),
        ("during the 2030s", "2030-01-01", "2039-12-31"),
        ("in a decade", "2026-03-05", "2036-03-05"),
        ("within a decade", "2026-03-05", "2036-03-05"),
        ("over the next decade", "2026-03-05", "2036-03-05"),
        ("by the end of the decade", "2026-03-05", "2029-12-31"),
        ("in the second half of the 2030s", "2035-01-01", "2039-12-31"),
    ],
)
def test_decades_have_their_years(words: str, earliest: str, latest: str) -> None:
    found = resolve(f"We will rebuild the sea wall {words}.", THURSDAY)
    assert (found.earliest, found.latest) == (_day(earliest), _day(latest))


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("within the first 100 days", "2024-10-13"),
        ("in our first hundred days in office", "2024-10-13"),
        ("within the first 100 days of this Government", "2024-10-13"),
        ("in its first year in office", "2025-07-05"),
        ("within the first six months of a Labour government", "2025-01-05"),
    ],
)
def test_the_first_days_of_the_government_count_from_when_it_took_office(words: str, latest: str) -> None:
    assert resolve(f"We will convene the harbour forum {words}.", date(2024, 8, 1)).latest == _day(latest)


@pytest.mark.parametrize(
    ("sentence", "said", "earliest", "latest"),
    [
        ("The Bill will be introduced this session.", "2026-03-05", "2026-03-05", "2026-04-29"),
        ("We will legislate in this session.", "2026-06-16", "2026-06-16", None),
        ("We will publish the chart next Spring.", "2025-09-10", "2026-03-01", "2026-05-31"),
        ("We will publish the chart this autumn, probably.", "2026-03-05", "2026-09-01", "2026-11-30"),
        ("The pier will open between May and July 2026.", "2026-03-05", "2026-05-01", "2026-07-31"),
        ("The first chart will come in May.", "2026-03-05", "2026-05-01", "2026-05-31"),
    ],
)
def test_sessions_and_seasons_are_read_however_they_are_said(
    sentence: str, said: str, earliest: str, latest: str | None
) -> None:
    found = resolve(sentence, date.fromisoformat(said))
    assert (found.earliest, found.latest) == (_day(earliest), _day(latest))


@pytest.mark.parametrize("day", ["31 February", "30 February 2027", "31 June", "29 February 2027", "45/13/2026"])
def test_a_day_that_is_in_no_calendar_gives_no_window(day: str) -> None:
    assert resolve(f"We will open the lock by {day}.", THURSDAY).kind == "none"

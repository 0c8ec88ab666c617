"""Are words that alter a date read, or refused with their words named: halves, “or next”, two dates, brackets?"""

from datetime import date

import pytest

from monitor.deadlines import resolve, resolve_words
from monitor.deadlines.unread_words import unread

ON = date(2026, 1, 12)
"""A Monday."""


def _ends(due: str, on: date = ON) -> tuple[str | None, str | None]:
    assert unread(due, on) is None
    found = resolve_words(due, on)
    first, last = (day.isoformat() if day else None for day in (found.earliest, found.latest))
    return first, last


@pytest.mark.parametrize(
    ("due", "earliest", "latest"),
    [
        ("within two years and a half", "2026-01-12", "2028-07-12"),
        ("in three and a half months", "2026-01-12", "2026-04-27"),
        ("in the next year and a half", "2026-01-12", "2027-07-12"),
        ("within half a year", "2026-01-12", "2026-07-12"),
        ("within a year and two months", "2026-01-12", "2027-03-12"),
        ("within a month or two", "2026-01-12", "2026-03-12"),
        ("this week or next", "2026-01-12", "2026-01-25"),
        ("this summer or next", "2026-06-01", "2027-08-31"),
        ("by the end of this year or early next", "2026-01-12", "2027-03-31"),
        ("this or next month", "2026-01-12", "2026-02-28"),
        ("by May, or by August at the latest", "2026-01-12", "2026-08-31"),
        ("by Easter or, failing that, by the summer recess", "2026-01-12", "2026-07-16"),
        ("by spring, or summer at the very latest", "2026-01-12", "2026-08-31"),
        ("by 1 March or by 1 April", "2026-01-12", "2026-04-01"),
        ("at the earliest on 3 May 2026", "2026-05-03", None),
        ("at the very earliest in October", "2026-10-01", None),
        ("from July at the earliest", "2026-07-01", None),
        ("between Easter and the Whitsun recess", "2026-04-03", "2026-05-21"),
        ("between the Easter recess and the summer recess", "2026-04-13", "2026-07-16"),
        ("from 1 March until the summer recess", "2026-03-01", "2026-07-16"),
        ("from now until the summer recess", "2026-01-12", "2026-07-16"),
        ("from September to March", "2026-09-01", "2027-03-31"),
        ("between November and February", "2026-11-01", "2027-02-28"),
        ("December or January", "2026-12-01", "2027-01-31"),
        ("ahead of the Christmas recess", "2026-01-12", "2026-12-18"),
        ("before the House rises for Christmas", "2026-01-12", "2026-12-18"),
        ("before the winter recess", "2026-01-12", "2026-12-18"),
        ("by the new year 2028", "2026-01-12", "2028-03-31"),
        ("early in the new year of 2027", "2027-01-01", "2027-03-31"),
        ("in the new year (2028)", "2028-01-01", "2028-03-31"),
        ("this year, and in any event before the summer recess", "2026-01-12", "2026-07-16"),
        ("in 2026, but certainly by October", "2026-01-12", "2026-10-31"),
        ("next year and no later than June 2027", "2027-01-01", "2027-06-30"),
        ("next week but one", "2026-01-26", "2026-02-01"),
        ("by the next month but one", "2026-01-12", "2026-03-31"),
        ("by next year but one", "2026-01-12", "2028-12-31"),
        ("by the close of the session", "2026-01-12", "2026-04-29"),
        ("for the rest of the session", "2026-01-12", "2026-04-29"),
        ("before the end of the session", "2026-01-12", "2026-04-29"),
        ("by next Friday", "2026-01-12", "2026-01-23"),
        ("before next Wednesday", "2026-01-12", "2026-01-20"),
        ("by Thursday next", "2026-01-12", "2026-01-22"),
        ("next Monday", "2026-01-19", "2026-01-19"),
        ("April-June 2026", "2026-04-01", "2026-06-30"),
    ],
)
def test_words_that_alter_a_date_are_read(due: str, earliest: str, latest: str | None) -> None:
    assert _ends(due) == (earliest, latest)


@pytest.mark.parametrize(
    ("due", "left"),
    [
        ("within ten and a half working days", "within ten and a half working days"),
        ("in June or next", "next"),
        ("by next month but two", "but two"),
        ("in June or the following month", "the following month"),
        ("earliest June 2026", "earliest"),
        ("between Christmas and Easter", "Easter"),
        ("by the end of the winter sitting", "the end of the winter sitting"),
        ("during the autumn sitting", "during the autumn sitting"),
        ("before the spring conference", "conference"),
        ("before the session ends", "the session ends"),
        ("by the end of term", "the end of term"),
        ("in Scotland by May 2026 and in Wales by September 2026", "by September 2026"),
        ("by March 2026, then September 2026", "September 2026"),
        ("in May 2026 and November 2026", "November 2026"),
        ("by 1 May 2026 / 1 June 2026", "1 June 2026"),
        ("by Easter, 2027", "2027"),
        ("autumn 2026 (indicative)", "indicative"),
        ("by May 2026 (Wales)", "Wales"),
        ("by May 2026 [draft]", "draft"),
        ("by June 2026, England only", "only"),
        ("by April '28", "'28"),
        ("spring-summer 2026", "spring-summer"),
    ],
)
def test_words_that_alter_a_date_and_are_not_read_are_named(due: str, left: str) -> None:
    found = unread(due, ON)
    assert found is not None
    assert found.words == left


@pytest.mark.parametrize(
    "due",
    [
        "in the autumn (the consultation)",
        "by the end of June 2026 (at the latest)",
        "in April and May 2026",
        "spring/summer 2026",
        "by tomorrow lunchtime",
        "at the autumn Budget",
        "by October next year",
        "in 2026 after Easter",
    ],
)
def test_what_says_the_same_date_more_closely_is_left_in_peace(due: str) -> None:
    assert unread(due, ON) is None


@pytest.mark.parametrize("on", ["2026-01-03", "2026-01-12", "2026-01-31", "2026-04-12", "2026-09-15", "2026-12-18"])
def test_the_christmas_recess_is_that_of_the_same_year_in_every_month(on: str) -> None:
    last = resolve_words("before the Christmas recess", date.fromisoformat(on)).latest
    assert last == (date(2025, 12, 18) if on == "2026-01-03" else date(2026, 12, 18))


@pytest.mark.parametrize("due", ["six weeks from today", "by three years from now", "a month from tomorrow"])
def test_a_length_of_time_is_not_told_as_a_week_on_a_day(due: str) -> None:
    rule = resolve_words(due, ON).rule or ""
    assert "a length of time count" in rule
    assert "week on" not in rule


@pytest.mark.parametrize("on", ["2026-01-16", "2026-01-18"])
def test_next_tuesday_is_certain_once_this_week_has_none(on: str) -> None:
    assert _ends("next Tuesday", date.fromisoformat(on)) == ("2026-01-20", "2026-01-20")


@pytest.mark.parametrize(
    ("sentence", "latest"),
    [
        ("We will publish the lamp report within two and a half years.", "2028-07-12"),
        ("We will publish the lamp report this month or next.", "2026-02-28"),
        ("The lamp report will be published between Easter and the summer recess.", "2026-07-16"),
        ("We will publish the lamp report by the end of the session.", "2026-04-29"),
        ("We will publish the lamp report by the end of the autumn sitting.", None),
        ("We will publish the lamp report in 2026, and in any case before the Christmas recess.", "2026-12-18"),
        ("The pressures on the public finances this year and next are great.", None),
        ("Given the pressures faced by public finances this year and next, ministers have had to make choices.", None),
    ],
)
def test_sentences_give_the_same_dates(sentence: str, latest: str | None) -> None:
    found = resolve(sentence, ON).latest
    assert (found and found.isoformat()) == latest


@pytest.mark.parametrize(
    ("words", "said", "latest"),
    [
        ("before the House rises in July", "2026-01-12", "2026-07-16"),
        ("before Parliament rises this summer", "2026-01-12", "2026-07-16"),
        ("before the December recess", "2026-01-12", "2026-12-18"),
        ("before the House rises in July 2027", "2026-01-12", "2027-07-21"),
        ("before the House rises", "2026-01-12", "2026-02-12"),
    ],
)
def test_a_month_or_a_season_says_which_recess_is_meant(words: str, said: str, latest: str) -> None:
    found = resolve(f"We will publish it {words}.", date.fromisoformat(said))
    assert (found.phrase, str(found.latest)) == (words, latest)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("on or before the last Friday in May 2026", "2026-01-12", "2026-05-29"),
        ("by the first Monday of June", "2026-01-12", "2026-06-01"),
        ("on the second Tuesday in March 2027", "2027-03-09", "2027-03-09"),
        ("before the last Sunday in February", "2026-01-12", "2026-02-21"),
        ("on the last Monday of August", "2026-08-31", "2026-08-31"),
    ],
)
def test_a_weekday_that_is_counted_in_a_month_is_one_day(words: str, earliest: str, latest: str) -> None:
    found = resolve(f"We will open it {words}.", date(2026, 1, 12))
    assert (found.phrase, str(found.earliest), str(found.latest)) == (words, earliest, latest)
